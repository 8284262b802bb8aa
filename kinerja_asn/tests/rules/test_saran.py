"""Gentle warnings on a draft."""

import unittest
from dataclasses import replace
from decimal import Decimal

from kinerja_asn.constants.custom_fields import JENIS_JABATAN, JENJANG_JABATAN
from kinerja_asn.constants.istilah import Arah, JenisSaran, KualitasHasil, Perspektif
from kinerja_asn.rules.saran import BarisHasil, BarisIndikator, Saran, find_saran

KATA_KERJA, KATA_MUTLAK, PERSPEKTIF, KENDALI, SMART = JenisSaran
UTAMA, MADYA, PRATAMA, ADMINISTRATOR, PENGAWAS, PELAKSANA, FUNGSIONAL = JENIS_JABATAN
HASIL = BarisHasil("h1", 1, "Pencatatan penduduk terlayani", KualitasHasil.OUTCOME_ANTARA, tuple(Perspektif))
INDIKATOR = BarisIndikator(
	kunci="i1",
	nomor=1,
	hasil_kerja="h1",
	uraian="Jumlah pencatatan penduduk",
	target_naratif=None,
	arah=Arah.NAIK,
	satuan="dokumen",
	target_min=Decimal(900),
	target_maks=Decimal(1000),
)
NARASI = replace(INDIKATOR, arah=Arah.NARATIF, satuan=None, target_min=None, target_maks=None)
KECUALI = (
	"kecuali bagi hasil kerja utama yang berkaitan dengan nyawa, cedera, pelanggaran keamanan nasional, atau kerugian "
	"moneter yang besar."
)


def saran(
	hasil=(), indikator=(), *, is_jpt=False, jenis_jabatan=PELAKSANA, jenjang=None, mati=()
) -> list[Saran]:
	return find_saran(
		hasil, indikator, is_jpt=is_jpt, jenis_jabatan=jenis_jabatan, jenjang=jenjang, mati=mati
	)


def jenis(*args, **kwargs) -> list[JenisSaran]:
	return [usul.jenis for usul in saran(*args, **kwargs)]


class TestKataKerja(unittest.TestCase):
	"""P. 120: "perbedaan kategori, aktivitas, dan pencapaian (hasil) untuk pernyataan rencana hasil kerja"."""

	def is_aktivitas(self, uraian: str) -> bool:
		return jenis([replace(HASIL, uraian=uraian)]) == [KATA_KERJA]

	def test_the_regulations_own_table(self):
		for uraian, kolom in (
			("Menyusun materi sosialisasi aplikasi SIMBG", "aktivitas"),
			("Layanan penerbitan PBG/ IMB dan SLF", "kategori"),
			("Permohonan bantuan teknis diproses dengan cepat dan akurat", "pencapaian"),
			("Monitoring dan supervisi", "kategori"),
			("Verifikasi berkas permohonan bantuan teknis disampaikan tepat waktu.", "pencapaian"),
			("Sosialisasi", "kategori"),
			("Asistensi/ pendampingan terhadap Pemerintah Daerah terkait penggunaan SIMBG", "aktivitas"),
			("Pemerintah Daerah menggunakan aplikasi SIMBG untuk penerbitan PBG/ IMB dan SLF", "pencapaian"),
			("Tidak ada dokumen pengusulan bantuan teknis yang hilang", "pencapaian"),
			("Mengembangkan aplikasi SIMBG", "aktivitas"),
			("Ide dan inovasi untuk mengembangkan fitur SIMBG", "pencapaian"),
			("Fasilitasi penyelenggaraan bangunan gedung", "aktivitas"),
			("Menyusun Draft Kebijakan terkait Bangunan Gedung", "aktivitas"),
			("Respon terhadap permintaan bantuan teknis dilakukan dengan cepat dan memuaskan", "pencapaian"),
		):
			with self.subTest(uraian=uraian):
				self.assertEqual(self.is_aktivitas(uraian), kolom != "pencapaian")

	def test_activities_of_every_verb_prefix(self):
		for uraian in (
			"Melakukan pelayanan KTP",
			"Membina pegawai",
			"Mengajar kelas 5",
			"Menilai angka kredit",
			"Menyampaikan laporan",
			"Merekap absensi",
			"Mewujudkan tata kelola",
			"Meyakinkan warga",
			"meningkatkan kualitas layanan",
			"MENGELOLA arsip",
			"1. Menyusun laporan",
			"- melaksanakan patroli",
			"Ikut serta dalam lomba",
			"Berkoordinasi dengan dinas",
			"Koordinasi lintas sektor",
			"Sosialisasi untuk meningkatkan kesadaran warga",
			"Sosialisasi melalui media digital",
			"Pembinaan disiplin dan distribusi logistik",
			"Pengawasan daerah tertentu yang terdampak",
			"Penyusunan laporan keuangan",
		):
			with self.subTest(uraian=uraian):
				self.assertTrue(self.is_aktivitas(uraian))

	def test_results_are_left_alone(self):
		for uraian in (
			"Meningkatnya kualitas layanan",
			"Menurunnya angka stunting",
			"Membaiknya indeks pelayanan",
			"Terlaksananya sosialisasi",
			"Tersusunnya laporan keuangan",
			"Terwujudnya tertib arsip",
			"Meningkat dan meratanya layanan",
			"Memperoleh IPK semester 1 di atas 3,75",  # p. 62
			"Menghasilkan learning diary",  # p. 62
			"Mencapai opini WTP",
			"Media promosi tersedia",
			"Metode kerja baru",
			"Mekanisme pengaduan tersedia",
			"Mesin pencacah berfungsi",
			"Menara pantau beroperasi",
			"Sosialisasi terlaksana di 10 kecamatan",
			"Layanan menjangkau seluruh kecamatan",
			"Layanan KTP selesai dalam satu hari",
			"Layanan kependudukan yang memuaskan",
			"Koordinasi lintas sektor berjalan lancar",
			"Laporan monitoring tersusun",
			"Kepuasan masyarakat atas layanan meningkat",
			"123",
			"",
			" ",
		):
			with self.subTest(uraian=uraian):
				self.assertFalse(self.is_aktivitas(uraian))

	def test_it_is_about_the_statement_not_about_the_indikator(self):
		self.assertEqual(saran([HASIL], [replace(INDIKATOR, uraian="Monitoring dan supervisi")]), [])

	def test_the_sentence(self):
		pesan = (
			"Hasil kerja ke-3 menyebut kegiatan, bukan pencapaian. Tuliskan hasilnya, misalnya "
			'"Permohonan bantuan teknis diproses dengan cepat dan akurat".'
		)
		self.assertEqual(
			saran([replace(HASIL, kunci="h3", nomor=3, uraian="Sosialisasi")]),
			[Saran(KATA_KERJA, pesan, "h3")],
		)


class TestKataMutlak(unittest.TestCase):
	"""P. 51 no. 7: "idealnya tidak dituliskan secara mutlak", with two sentences as examples."""

	def test_absolute_words_are_named(self):
		for uraian, target, kata in (
			("Pemrosesan klaim selalu tepat waktu, efisien, dan berkualitas", None, '"selalu"'),
			("Semua pemrosesan klaim dilakukan dengan waktu cepat", None, '"semua"'),
			("Petugas tidak  pernah terlambat", None, '"tidak pernah"'),
			("Setiap permohonan diproses", None, '"setiap"'),
			("Persentase klaim", "Semua klaim, setiap berkas, semua loket", '"semua", "setiap"'),
			("Tanggapan setiap saat", None, '"setiap"'),
			("Laporan tersusun setiap bulan dan setiap kegiatan", None, '"setiap"'),
			("Hal ini tidak", "pernah dilakukan", None),
			("Pengaduan terjawab", None, None),
			("Keseluruhan klaim, seketika itu", None, None),
			("Kesemuanya dan sesetiap", None, None),
			("Laporan tersusun setiap bulan", None, None),
			("Resume kuliah disampaikan setiap 2 minggu", None, None),  # p. 64
			("Laporan setiap akhir triwulan, setiap tanggal 5, setiap Jumat, setiap hari kerja", None, None),
		):
			with self.subTest(uraian=uraian, target=target):
				baris = replace(INDIKATOR, uraian=uraian, target_naratif=target)
				pesan = (
					f"Indikator ke-1 memakai kata mutlak {kata}. Beri toleransi batas kesalahan, {KECUALI}"
				)
				self.assertEqual(saran([], [baris]), [Saran(KATA_MUTLAK, pesan, "i1")] if kata else [])

	def test_exactly_one_hundred_percent_leaves_no_tolerance_either(self):
		pesan = f"Indikator ke-1 bertarget tepat 100 %. Beri rentang, misalnya 95 sampai 100 %, {KECUALI}"
		for satuan, target_min, target_maks, arah, expected in (
			("%", 100, 100, Arah.NAIK, True),
			(" Persen ", 100, 100, Arah.RENTANG, True),
			("%", 95, 100, Arah.NAIK, False),
			("%", 99, 99, Arah.NAIK, False),
			("dokumen", 100, 100, Arah.NAIK, False),
			(None, 100, 100, Arah.NAIK, False),
			("%", None, None, Arah.NAIK, False),
			("%", 100, 100, Arah.YA_TIDAK, False),
		):
			with self.subTest(satuan=satuan, target=(target_min, target_maks), arah=str(arah)):
				angka = [nilai and Decimal(nilai) for nilai in (target_min, target_maks)]
				baris = replace(
					INDIKATOR, satuan=satuan, target_min=angka[0], target_maks=angka[1], arah=arah
				)
				self.assertEqual(saran([], [baris]), [Saran(KATA_MUTLAK, pesan, "i1")] if expected else [])

	def test_the_rule_is_for_ja_and_jf_only(self):
		baris = [
			replace(INDIKATOR, uraian="Semua klaim diproses"),
			replace(INDIKATOR, satuan="%", target_min=Decimal(100), target_maks=Decimal(100)),
		]
		self.assertEqual(jenis([], baris), [KATA_MUTLAK, KATA_MUTLAK])
		self.assertEqual(jenis([], baris, is_jpt=True, jenis_jabatan=PRATAMA), [])


class TestPerspektif(unittest.TestCase):
	"""P. 29: the results "memenuhi 4 perspektif"; that anggaran is there is a hard check elsewhere."""

	def test_the_missing_ones_are_named_for_a_jpt(self):
		layanan, proses, internal, anggaran = Perspektif
		for perspektif, kurang in (
			([(layanan, proses, internal, anggaran)], None),
			([(layanan,), (proses,), (internal,)], None),
			([(layanan, proses), ()], "Penguatan Internal"),
			([(anggaran,), (proses,)], "Penerima Layanan, Penguatan Internal"),
			([()], "Penerima Layanan, Proses Bisnis, Penguatan Internal"),
		):
			with self.subTest(perspektif=perspektif):
				hasil = [replace(HASIL, perspektif=perspektif_hasil) for perspektif_hasil in perspektif]
				pesan = f"Belum ada indikator dengan perspektif {kurang}. Lengkapi agar SKP memenuhi keempat perspektif."
				expected = [Saran(PERSPEKTIF, pesan, None)] if kurang else []
				self.assertEqual(saran(hasil, is_jpt=True, jenis_jabatan=PRATAMA), expected)
				self.assertEqual(saran(hasil), [])

	def test_an_empty_skp_is_not_told(self):
		self.assertEqual(saran(is_jpt=True, jenis_jabatan=PRATAMA), [])


class TestKendali(unittest.TestCase):
	"""P. 28 no. 7 for JPT; p. 44 huruf b, c and d for the others."""

	def test_how_high_in_the_pyramid_results_should_be(self):
		# How many of the five levels, from the top, pass without a warning
		for is_jpt, jabatan, jenjang, boleh in (
			(True, PRATAMA, None, 3),
			(True, UTAMA, None, 3),
			(True, ADMINISTRATOR, None, 3),
			(True, FUNGSIONAL, "Ahli Pertama", 3),
			(False, ADMINISTRATOR, None, 4),
			(False, PENGAWAS, None, 4),
			(False, PELAKSANA, None, 5),
			(False, PELAKSANA, "Ahli Madya", 5),
			*(
				(
					False,
					FUNGSIONAL,
					jenjang_fungsional,
					4 if jenjang_fungsional in ("Ahli Madya", "Ahli Utama") else 5,
				)
				for jenjang_fungsional in (*JENJANG_JABATAN, None, "")
			),
			(False, None, None, 5),
		):
			with self.subTest(is_jpt=is_jpt, jabatan=jabatan, jenjang=jenjang):
				hasil = [
					replace(HASIL, kunci=str(ke), nomor=ke, kualitas=kualitas)
					for ke, kualitas in enumerate(KualitasHasil, start=1)
				]
				temuan = saran(hasil, is_jpt=is_jpt, jenis_jabatan=jabatan, jenjang=jenjang)
				self.assertEqual({usul.jenis for usul in temuan}, {KENDALI} if boleh < 5 else set())
				self.assertEqual([usul.kunci for usul in temuan], [str(ke) for ke in range(boleh + 1, 6)])

	def test_a_level_that_is_not_filled_in_is_not_warned_about(self):
		for is_jpt, jabatan in ((True, PRATAMA), (False, ADMINISTRATOR), (False, PELAKSANA)):
			with self.subTest(jabatan=jabatan):
				self.assertEqual(
					saran([replace(HASIL, kualitas=None)], is_jpt=is_jpt, jenis_jabatan=jabatan), []
				)

	def test_the_sentence(self):
		rendah = [replace(HASIL, kualitas=KualitasHasil.KENDALI_TINGGI)]
		akhir = "Periksa tingkat kendalinya atau rumuskan hasil yang lebih tinggi."
		for is_jpt, jabatan, jenjang, bagi in (
			(
				False,
				ADMINISTRATOR,
				None,
				"pejabat administrator sebaiknya paling kurang Output Kendali Sedang",
			),
			(
				False,
				FUNGSIONAL,
				"Ahli Madya",
				"pejabat fungsional Ahli Madya sebaiknya paling kurang Output Kendali Sedang",
			),
			(
				True,
				PRATAMA,
				None,
				"pejabat pimpinan tinggi dan pimpinan unit kerja mandiri sebaiknya paling kurang Output Kendali Rendah",
			),
		):
			with self.subTest(jabatan=jabatan):
				(usul,) = saran(rendah, is_jpt=is_jpt, jenis_jabatan=jabatan, jenjang=jenjang)
				pesan = f"Hasil kerja ke-1 berupa Output Kendali Tinggi, sedangkan bagi {bagi}. {akhir}"
				self.assertEqual(usul, Saran(KENDALI, pesan, "h1"))


class TestSmart(unittest.TestCase):
	"""P. 51 no. 8: "spesifik; realistis; memiliki batas waktu pencapaian"."""

	def test_a_narrative_without_a_number_or_a_time_has_no_limit(self):
		pesan = "Indikator ke-1 belum menyebut batas waktu atau angka. Tambahkan kapan atau seberapa banyak hasilnya dicapai."
		for uraian, target, expected in (
			("Arsip mudah ditemukan", None, True),
			("Arsip mudah ditemukan", "Tertata rapi", True),
			("Arsip tertata pada akhir tahun", None, False),
			("Arsip tertata", "paling lambat Desember", False),
			("Arsip tertata", "Selesai tepat waktu", False),
			("Laporan bulanan tersusun", None, False),
			("IPK di atas 3,75", None, False),
			("Pengaduan terjawab sebelum loket tutup", None, False),
			("Harian Kompas memuat beritanya", None, False),
			("Pemulihan kebulatan tekad", None, True),
			(" ", None, False),
			("", "", False),
		):
			with self.subTest(uraian=uraian, target=target):
				baris = replace(NARASI, uraian=uraian, target_naratif=target)
				self.assertEqual(saran([], [baris]), [Saran(SMART, pesan, "i1")] if expected else [])

	def test_only_a_narrative_needs_words_for_its_limit(self):
		for arah in (Arah.NAIK, Arah.TURUN, Arah.RENTANG, Arah.YA_TIDAK):
			with self.subTest(arah=str(arah)):
				self.assertEqual(saran([], [replace(INDIKATOR, arah=arah)]), [])

	def test_a_range_of_more_than_three_times_is_too_wide(self):
		for target_min, target_maks, arah, expected in (
			("100", "300", Arah.NAIK, False),
			("100", "300.01", Arah.NAIK, True),
			("1000", "5000", Arah.TURUN, True),
			("0.5", "2", Arah.RENTANG, True),
			("0", "100", Arah.NAIK, False),
			(None, "100", Arah.NAIK, False),
			("100", None, Arah.NAIK, False),
			("-1", "5", Arah.NAIK, False),
			("1", "10", Arah.YA_TIDAK, False),
		):
			with self.subTest(target=(target_min, target_maks), arah=str(arah)):
				angka = [nilai and Decimal(nilai) for nilai in (target_min, target_maks)]
				baris = replace(INDIKATOR, target_min=angka[0], target_maks=angka[1], arah=arah)
				self.assertEqual(jenis([], [baris]), [SMART] if expected else [])
		(usul,) = saran([], [replace(INDIKATOR, target_min=Decimal(1000), target_maks=Decimal("3500.5"))])
		self.assertEqual(
			usul.pesan,
			"Indikator ke-1 bertarget 1.000 sampai 3.500,5, rentang yang lebih dari 3 kali lipat. Persempit agar "
			"targetnya spesifik.",
		)

	def test_a_long_row_is_not_specific(self):
		akhir = "lebih panjang dari 300 huruf. Ringkas agar spesifik, atau pecah menjadi beberapa."
		pas, panjang = "a" * 300, "a" * 301
		self.assertEqual(saran([replace(HASIL, uraian=pas)], [replace(INDIKATOR, uraian=pas)]), [])
		self.assertEqual(
			saran(
				[replace(HASIL, uraian=panjang)],
				[
					replace(INDIKATOR, uraian=panjang, target_naratif=panjang),
					replace(INDIKATOR, kunci="i2", nomor=2, target_naratif=panjang),
				],
			),
			[
				Saran(SMART, f"Hasil kerja ke-1 {akhir}", "h1"),
				Saran(SMART, f"Indikator ke-1 {akhir}", "i1"),
				Saran(SMART, f"Indikator ke-2 {akhir}", "i2"),
			],
		)

	def test_more_than_ten_results_hide_what_matters(self):
		self.assertEqual(saran([HASIL] * 10), [])
		pesan = (
			"SKP memuat 11 hasil kerja. Gabungkan atau pilih yang terpenting, sebaiknya tidak lebih dari 10, agar "
			"prioritasnya jelas."
		)
		self.assertEqual(saran([HASIL] * 11), [Saran(SMART, pesan, None)])


class TestFindSaran(unittest.TestCase):
	BURUK = (
		[replace(HASIL, uraian="Sosialisasi", kualitas=KualitasHasil.KENDALI_TINGGI, perspektif=())] * 11,
		[replace(NARASI, uraian="Semua warga puas"), INDIKATOR],
	)

	def test_a_good_draft_has_none(self):
		self.assertEqual(saran([HASIL], [INDIKATOR], jenis_jabatan=ADMINISTRATOR), [])
		self.assertEqual(saran([HASIL], [INDIKATOR], is_jpt=True, jenis_jabatan=MADYA), [])
		self.assertEqual(saran(), [])

	def test_the_whole_skp_comes_first_then_the_rows_in_their_order(self):
		ja = jenis(*self.BURUK, jenis_jabatan=ADMINISTRATOR)
		self.assertEqual(ja, [SMART, *[KATA_KERJA, KENDALI] * 11, KATA_MUTLAK, SMART])
		jpt = jenis(*self.BURUK, is_jpt=True, jenis_jabatan=PRATAMA)
		self.assertEqual(jpt, [SMART, PERSPEKTIF, *[KATA_KERJA, KENDALI] * 11, SMART])

	def test_each_kind_can_be_switched_off(self):
		semua = saran(*self.BURUK, jenis_jabatan=ADMINISTRATOR)
		for mati in (
			[],
			*([jenis_saran] for jenis_saran in JenisSaran),
			["Kriteria SMART", "Kata mutlak"],
			JenisSaran,
		):
			with self.subTest(mati=mati):
				self.assertEqual(
					saran(*self.BURUK, jenis_jabatan=ADMINISTRATOR, mati=tuple(mati)),
					[usul for usul in semua if usul.jenis not in tuple(mati)],
				)
		self.assertEqual(
			{usul.jenis for usul in saran(*self.BURUK, jenis_jabatan=ADMINISTRATOR, mati={"Kriteria SMART"})},
			{KATA_KERJA, KATA_MUTLAK, KENDALI},
		)

	def test_an_unfinished_draft_does_not_break_it(self):
		kosong = BarisHasil("h", 1, None, None, ())
		baris = BarisIndikator("i", 1, None, None, None, Arah.NAIK, None, None, None)
		for is_jpt in (False, True):
			with self.subTest(is_jpt=is_jpt):
				hasil = saran(
					[kosong], [baris, replace(baris, arah=Arah.NARATIF)], is_jpt=is_jpt, jenis_jabatan=None
				)
				self.assertEqual([usul.jenis for usul in hasil], [PERSPEKTIF] if is_jpt else [])
