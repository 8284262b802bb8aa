"""Page /kinerja/sebaran and that of a calibration meeting: what stands there for whom, and what is done from there."""

import frappe

from kinerja_asn.constants.istilah import Predikat, Tahap
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import as_user, move
from kinerja_asn.tests.sebaran import add_orang, make_dinilai
from kinerja_asn.tests.test_portal_dasar import UjiPortal

SB, B, BP, K, SK = Predikat
ALAMAT = "/kinerja/sebaran?periode=DUK-2025&masa=Tahunan-0"


class UjiHalaman(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2026-01-10"
		self.doc = make_dinilai(self.instansi)

	def get_alamat(self) -> str:
		return f"{ALAMAT}&orang={self.doc.name}"


class TestHalamanSebaran(UjiHalaman):
	def test_everybody_stands_side_by_side(self):
		add_orang(self.doc, [SB] * 8 + [BP] * 2 + [None])
		halaman = self.open("penilai", ALAMAT)
		self.assertIn("12 pegawai, 10 sudah ditetapkan", halaman.teks)
		self.assertIn("Bidang Pendaftaran Uji, dinilai Penilai", halaman.teks)
		self.assertIn("Capaian kinerja organisasi: Istimewa · 12 pegawai, 1 belum berpredikat", halaman.teks)
		self.assertRegex(halaman.isi, r'<td class="ka-unggul"><strong class="ka-predikat">8</strong>')
		self.assertIn('role="img" aria-label="Sebaran predikat', halaman.isi)
		self.assertRegex(halaman.teks, r"Predikat Pegawai Bagian Sangat Baik 8 66,7 % Baik 1 8,3 %")
		self.assertIn("Petugas", halaman.teks)
		self.assertNotIn("Menyimpang dari pola", halaman.teks)

	def test_a_deviation_stands_first_and_in_words(self):
		add_orang(self.doc, [SB] * 9)
		halaman = self.open("penilai", ALAMAT)
		self.assertIn("Menyimpang dari pola", halaman.teks)
		self.assertIn("Sangat Baik: 9 dari 10 orang (90 %), paling banyak 70 %.", halaman.teks)

	def test_a_small_group_is_shown_and_not_judged(self):
		self.assertIn("Hanya 1 orang: sebarannya ditampilkan", self.open("penilai", ALAMAT).teks)

	def test_readers_read_and_nothing_else(self):
		for nama in ("pengelola", "auditor", "pengelola_unit"):
			with self.subTest(nama):
				halaman = self.open(nama, ALAMAT)
				self.assertIn("Petugas", halaman.teks)
				for aksi in ("ubah", "minta", "rapat"):
					self.assertFalse(halaman.has_tombol(aksi))
		for nama in ("petugas", "kolega"):
			self.assertEqual(self.open(nama, ALAMAT).status, 403)

	def test_the_head_compares_those_who_evaluate_below_him_and_they_do_not(self):
		add_orang(
			self.doc, [B, BP], penilai="HR-LAIN", nama_penilai="Penilai Lain", penilai_user="lain@uji.example"
		)
		self.assertIn("Pejabat Penilai dibandingkan", self.open("kepala", ALAMAT).teks)
		self.assertIn("Penilai Lain", self.open("pengelola", ALAMAT).teks)
		halaman = self.open("penilai", ALAMAT)
		self.assertNotIn("Pejabat Penilai dibandingkan", halaman.teks)
		self.assertNotIn("Penilai Lain", halaman.teks)

	def test_one_action_changes_a_rating_with_its_reason(self):
		move(self.doc, self.doc.penilai_user, Tahap.DITETAPKAN)
		halaman = self.open("penilai", self.get_alamat())
		isian = {"orang": self.doc.name, "modified": halaman.get_nilai("modified")}
		isian |= {"hasil": "Sesuai Ekspektasi", "perilaku": "Diatas Ekspektasi"}
		tanpa = self.open("penilai", self.get_alamat(), {"aksi": "ubah", **isian})
		self.assertIn("Tulis alasan perubahannya", tanpa.get_galat())
		jawaban = self.open(
			"penilai", self.get_alamat(), {"aksi": "ubah", **isian, "alasan": "Menjadi panutan."}
		)
		self.assertEqual(jawaban.pesan, "rating_diubah")
		self.assertEqual(self.doc.reload().tahap, "Ditetapkan")
		self.assertEqual(self.doc.rating_perilaku, "Diatas Ekspektasi")
		halaman = self.open("kepala", ALAMAT)
		self.assertIn("perilaku dari Sesuai Ekspektasi menjadi Diatas Ekspektasi", halaman.teks)
		self.assertIn("Menjadi panutan.", halaman.teks)

	def test_hr_and_the_head_cannot_by_their_own_request(self):
		isian = {"orang": self.doc.name, "modified": str(self.doc.modified), "alasan": "Perintah."}
		isian |= {"hasil": "Diatas Ekspektasi", "perilaku": "Diatas Ekspektasi"}
		for nama in ("pengelola", "kepala", "auditor"):
			with self.subTest(nama):
				halaman = self.open(nama, self.get_alamat(), {"aksi": "ubah", **isian})
				self.assertIn("Mintalah ia meninjaunya", halaman.get_galat())
		self.assertEqual(self.open("kolega", self.get_alamat(), {"aksi": "ubah", **isian}).status, 403)
		self.assertEqual(self.doc.reload().predikat_kinerja, "Baik")

	def test_the_head_asks_and_it_shows(self):
		self.assertTrue(self.open("kepala", self.get_alamat()).has_tombol("minta"))
		jawaban = self.open(
			"kepala",
			self.get_alamat(),
			{"aksi": "minta", "orang": self.doc.name, "alasan": "Lihat kontribusinya."},
		)
		self.assertEqual(jawaban.pesan, "tinjau_diminta")
		halaman = self.open("penilai", ALAMAT)
		self.assertIn("Diminta ditinjau", halaman.teks)
		self.assertIn("Lihat kontribusinya.", halaman.teks)

	def test_as_many_queries_for_ten_as_for_sixty(self):
		banyak = []
		for tambah in (9, 50):
			add_orang(self.doc, [B] * tambah)
			self.open("kepala", ALAMAT)
			with watch_query() as query:
				self.assertEqual(self.open("kepala", ALAMAT).status, 200)
			banyak.append(query.call_count)
		self.assertEqual(banyak[0], banyak[1])

	def test_a_period_without_anybody_says_so(self):
		self.assertIn("Belum ada SKP yang ditetapkan", self.open("tetangga", "/kinerja/sebaran").teks)

	def test_hostile_addresses(self):
		for tanya in ("&kelompok=x|y", "&masa=Entah-9", "&kelompok=%27%22%3E", "&orang=%27"):
			with self.subTest(tanya):
				self.assertIn(self.open("penilai", ALAMAT + tanya).status, (200, 404))


class TestEvaluasiDiHalaman(UjiHalaman):
	def test_the_reason_is_asked_for_beside_its_field_and_kept(self):
		add_orang(self.doc, [SB] * 7 + [B] * 2)
		alamat = f"/kinerja/tim/evaluasi?name={self.doc.name}"
		isi = {
			"rating_hasil_kerja": "Diatas Ekspektasi",
			"rating_perilaku": "Diatas Ekspektasi",
			"alasan_rating_hasil": "Bukti kuat.",
			"usulan": self.doc.usulan_rating_hasil,
			"modified": str(self.doc.modified),
		}
		halaman = self.open("penilai", alamat, {"aksi": "tetapkan", **isi})
		self.assertIn("Menyimpang dari pola distribusi", halaman.get_galat())
		self.assertIn('id="medan-alasan_sebaran"', halaman.isi)
		jawaban = self.open(
			"penilai", alamat, {"aksi": "tetapkan", **isi, "alasan_sebaran": "Unit melampaui target."}
		)
		self.assertEqual(jawaban.pesan, "evaluasi_ditetapkan")
		self.assertEqual(self.doc.reload().alasan_sebaran, "Unit melampaui target.")

	def test_the_figure_of_pp_30_stands_beside_where_it_is_on(self):
		alamat = f"/kinerja/tim/evaluasi?name={self.doc.name}"
		self.assertNotIn("PP 30/2019", self.open("penilai", alamat).teks)
		skema = frappe.db.get_value("Periode Kinerja", self.doc.periode, "skema")
		frappe.db.set_value("Skema Penilaian", skema, "pp30", 1)
		frappe.clear_document_cache("Skema Penilaian", skema)
		isi = {"rating_hasil_kerja": "Sesuai Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}
		isi |= {"pp30": "1", "ide_baru": "1", "modified": str(self.doc.modified)}
		self.open("penilai", alamat, {"aksi": "simpan", **isi})
		self.assertEqual(self.doc.reload().ide_baru, 1)
		self.assertIn("Nilai angka PP 30/2019: 97 (Baik)", self.open("penilai", alamat).teks)


class TestHalamanRapat(UjiHalaman):
	def begin(self) -> str:
		jawaban = self.open("kepala", ALAMAT, {"aksi": "rapat"})
		return jawaban.tujuan[jawaban.tujuan.index("/kinerja/") :]

	def test_from_opening_to_a_later_note(self):
		alamat = self.begin()
		halaman = self.open("kepala", alamat)
		isian = {"modified": halaman.get_nilai("modified"), "tanggal": "2026-01-10", "kesimpulan": "Selaras."}
		tutup = self.open("kepala", alamat, {"aksi": "tutup", **isian})
		self.assertIn("Pilih siapa yang ikut", tutup.get_galat())
		peserta = {f"peserta-{self.instansi.pegawai['penilai']}": "1"}
		self.assertEqual(
			self.open("kepala", alamat, {"aksi": "tutup", **isian, **peserta}).pesan, "rapat_ditutup"
		)
		halaman = self.open("kepala", alamat)
		self.assertFalse(halaman.has_tombol("tutup"))
		self.assertIn("Selaras.", halaman.teks)
		susulan = {"modified": halaman.get_nilai("modified"), "susulan": "Disampaikan."}
		self.assertEqual(self.open("kepala", alamat, {"aksi": "susulan", **susulan}).pesan, "rapat_disimpan")
		self.assertIn("Disampaikan.", self.open("pengelola", alamat).teks)

	def test_who_took_part_reads_that_it_was_and_who_did_not_nothing(self):
		alamat = self.begin()
		rapat = frappe.get_last_doc("Rapat Penyelarasan Kinerja")
		self.assertNotIn("dipimpin Kepala", self.open("penilai", ALAMAT).teks)
		with as_user(rapat.pimpinan_user):
			rapat.append("peserta", {"pegawai": self.instansi.pegawai["penilai"]})
			rapat.save()
		self.assertIn("dipimpin Kepala", self.open("penilai", ALAMAT).teks)
		for nama in ("penilai", "tetangga"):
			with self.subTest(nama):
				self.assertEqual(self.open(nama, alamat).status, 404)
		self.assertFalse(self.open("pengelola", alamat).has_tombol("simpan"))
