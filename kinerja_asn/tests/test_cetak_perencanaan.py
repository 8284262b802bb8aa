"""Planning forms as HTML, against the words of PermenPANRB 6/2022: A.1.1 (p. 32-33), A.1.2 (p. 34-36), A.1.3 (p. 38),
A.1.6 (p. 55-56) and A.1.8 (p. 61); A.1.7 where it says more than test_cetak.py has."""

import frappe

from kinerja_asn.cetak.skp import get_cetak_lampiran, get_cetak_manual, get_cetak_skp
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.nilai_dasar import NILAI_DASAR
from kinerja_asn.portal.dasar.cetak import get_cetakan_skp
from kinerja_asn.tests.factories import as_user, make_hasil_kerja, make_indikator, make_skp, move
from kinerja_asn.tests.test_cetak import A17, DITOLAK, JAHAT, UjiCetak

A11, A12, A16 = "SKP A.1.1", "SKP A.1.2", "SKP A.1.6"
MANUAL, LAMPIRAN = "Manual Indikator A.1.3", "Lampiran SKP A.1.8"
BAGI_JPT = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
BAGI_JA = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
UKURAN_JPT = "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:"
UKURAN_JA = "Ukuran keberhasilan/ indikator kinerja individu dan Target:"
CATATAN = (
	"* Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai"
)

KEPALA = (
	"DINAS UJI KINERJA",
	"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025",
	*("NO", "PEGAWAI YANG DINILAI", "NO", "PEJABAT PENILAI KINERJA"),
)
PERILAKU = [teks for nilai, *_lain in NILAI_DASAR for teks in (nilai, "Ekspektasi Khusus Pimpinan:")]
TANDA_TANGAN = ("Pegawai yang Dinilai", "Penilai", "NIP", "Pejabat Penilai Kinerja", "Kepala", "NIP")
NARATIF = {"arah": "Naratif", "target_naratif": "Sebelum akhir tahun"}
LAMPIRAN_SKP = (
	{"kategori": "Konsekuensi", "jenis": "Negatif", "uraian": "teguran lisan"},
	{"kategori": "Konsekuensi", "jenis": "Positif", "uraian": "penugasan baru"},
	{"kategori": "Skema Pertanggungjawaban", "frekuensi": "Bulanan", "uraian": "jumlah layanan"},
	{
		"kategori": "Skema Pertanggungjawaban",
		"frekuensi": "Tanggal tertentu",
		"tanggal": "2025-03-05",
		"uraian": "hasil survei",
	},
	{"kategori": "Dukungan Sumber Daya", "jenis": "Sumber daya manusia", "uraian": "dua verifikator"},
)


class UjiCetakPerencanaan(UjiCetak):
	def make_skp_jpt(self, pendekatan: str = "Kuantitatif", tahap: Tahap = Tahap.DITETAPKAN, **fields):
		"""The head of an independent unit, rated by the kepala; two utama (2 and 1 indikator), one tambahan."""
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "pimpinan_unit_mandiri", 1)
		naratif = NARATIF if pendekatan == "Kualitatif" else {}
		values = {
			"pendekatan": pendekatan,
			"hasil_kerja": [
				{**make_hasil_kerja("Layanan kependudukan prima"), "kualitas": "Outcome"},
				make_hasil_kerja("Tim reformasi birokrasi berjalan", "Tambahan"),
				{
					**make_hasil_kerja("Anggaran terkelola"),
					"kualitas": "Output Kendali Tinggi",
					"penugasan_dari": "Kepala Daerah",
				},
			],
			"indikator": [
				make_indikator(
					indikator="Indeks kepuasan",
					perspektif="Penerima Layanan",
					tujuan="Mengetahui mutu layanan",
					definisi="Nilai survei kepuasan",
					formula="jumlah nilai / jumlah responden",
					sumber_data="Survei kepuasan",
					periode_pelaporan="Triwulanan",
					**naratif,
				),
				make_indikator(
					hasil_kerja_ke=2, indikator="Rapat terlaksana", perspektif="Proses Bisnis", **naratif
				),
				make_indikator(
					hasil_kerja_ke=3, indikator="Serapan anggaran", perspektif="Anggaran", **naratif
				),
				make_indikator(indikator="Lama antrean", perspektif="Proses Bisnis", **naratif),
			],
			**fields,
		}
		return make_skp(self.instansi, "penilai", tahap, **values)

	def get_isi(self, doc, nama: str) -> str:
		"""The form itself, without Frappe's page around it, which names the format."""
		isi = self.get_html(doc, nama).partition('<div class="formulir">')[2].partition("<script>")[0]
		self.assertIn(doc.name, isi)
		return isi

	def make_skp_kualitatif(self, tahap: Tahap = Tahap.DITETAPKAN, **fields):
		values = {"pendekatan": "Kualitatif", "indikator": [make_indikator(**NARATIF)], **fields}
		return make_skp(self.instansi, "petugas", tahap, **values)


class TestFormulirSkp(UjiCetakPerencanaan):
	def test_a11_has_the_sections_of_page_32_in_order(self):
		self.assert_urut(
			self.get_html(self.make_skp_jpt("Kualitatif"), A11),
			*("SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUALITATIF", BAGI_JPT, *KEPALA),
			*(
				"NAMA",
				"NIP",
				"NIP (*opsional)",
				"PANGKAT/ GOL. RUANG",
				"JABATAN",
				"UNIT KERJA",
				"HASIL KERJA",
			),
			*("A. UTAMA", ">1<", "Layanan kependudukan prima", "(penugasan dari Jabatan Kepala)", UKURAN_JPT),
			*("Indeks kepuasan", "Target: Sebelum akhir tahun", "Perspektif: Penerima Layanan"),
			*("Lama antrean", "Perspektif: Proses Bisnis"),
			*(">2<", "Anggaran terkelola", "(penugasan dari Kepala Daerah)", UKURAN_JPT, "Serapan anggaran"),
			*("B. TAMBAHAN", ">3<", "Tim reformasi birokrasi berjalan", UKURAN_JPT, "Rapat terlaksana"),
			*("PERILAKU KERJA*<", *PERILAKU, *TANDA_TANGAN, CATATAN),
		)

	def test_a12_has_the_columns_of_page_34_in_order(self):
		self.assert_urut(
			self.get_html(self.make_skp_jpt(), A12),
			*("SASARAN KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", BAGI_JPT, *KEPALA),
			*("NIP (*opsional)", "HASIL KERJA", ">NO<", ">RENCANA HASIL KERJA<"),
			*(">INDIKATOR KINERJA INDIVIDU<", ">TARGET<", ">PERSPEKTIF<"),
			*(f">({nomor})<" for nomor in range(1, 6)),
			*("A. UTAMA", ">1<", "Layanan kependudukan prima", "(penugasan dari Jabatan Kepala)"),
			*("Indeks kepuasan", "1.000 pendaftaran", "Penerima Layanan", "Lama antrean", "Proses Bisnis"),
			*(">2<", "Anggaran terkelola", "(penugasan dari Kepala Daerah)", "Serapan anggaran", "Anggaran"),
			*("B. TAMBAHAN", ">3<", "Tim reformasi birokrasi berjalan", "Rapat terlaksana"),
			*("PERILAKU KERJA*<", *PERILAKU, *TANDA_TANGAN, CATATAN),
		)

	def test_a16_has_the_sections_of_page_55_in_order(self):
		html = self.get_html(self.make_skp_kualitatif(), A16)
		self.assert_urut(
			html,
			*(
				"SASARAN KINERJA PEGAWAI",
				"PENDEKATAN HASIL KERJA KUALITATIF",
				BAGI_JA,
				*KEPALA,
				"HASIL KERJA",
			),
			*("A. UTAMA", ">1<", "Terlayaninya pendaftaran penduduk", "(penugasan dari Jabatan Penilai)"),
			*(UKURAN_JA, "Jumlah pendaftaran yang selesai", "Target: Sebelum akhir tahun"),
			*("B. TAMBAHAN", "PERILAKU KERJA*<", *PERILAKU, "Pegawai yang Dinilai", CATATAN),
		)
		self.assertNotIn("opsional", html)
		self.assertNotIn("Perspektif", html)

	def test_an_skp_prints_on_its_own_form_whichever_is_asked_for(self):
		jpt, petugas = self.make_skp_jpt(), self.make_skp_kualitatif()
		for doc, sendiri in ((jpt, A12), (petugas, A16)):
			for nama in (A11, A12, A16, A17):
				self.assertEqual(self.get_isi(doc, nama), self.get_isi(doc, sendiri), (doc.formulir, nama))

	def test_a17_names_the_leaders_indikator_and_who_else_assigned_a_row(self):
		pimpinan = self.make_skp_jpt()
		hasil_kerja = [
			{**make_hasil_kerja(), "rhk_pimpinan": pimpinan.hasil_kerja[0].kunci},
			{**make_hasil_kerja("Notula tersusun", "Tambahan"), "penugasan_dari": "Ketua Tim Kerja A"},
		]
		indikator = [make_indikator(), make_indikator(hasil_kerja_ke=2)]
		skp = make_skp(self.instansi, hasil_kerja=hasil_kerja, indikator=indikator)
		html = self.get_html(skp, A17)
		self.assert_urut(
			html,
			*("A. UTAMA", "Layanan kependudukan prima", "Indeks kepuasan", "Lama antrean"),
			*("Terlayaninya pendaftaran penduduk", "Kuantitas"),
			*("B. TAMBAHAN", "Notula tersusun", "(penugasan dari Ketua Tim Kerja A)"),
			"* Dalam hal rencana hasil kerja Pimpinan yang diintervensi",
		)
		self.assertNotIn("Serapan anggaran", html)
		self.assertEqual(html.count("penugasan dari"), 1)

	def test_an_empty_group_is_a_dash(self):
		html = self.get_html(self.make_skp_kualitatif(), A16)
		self.assertRegex(html, r'B\. TAMBAHAN</td></tr>\s*<tr><td class="tengah">-</td><td></td></tr>')

	def test_a_draft_without_rows_prints(self):
		skp = self.make_skp_jpt("Kualitatif", Tahap.DRAF, hasil_kerja=[], indikator=[])
		self.assertEqual(self.get_html(skp, A11).count('<td class="tengah">-</td>'), 2)
		for nama in (A11, MANUAL, LAMPIRAN):
			self.assertIn("belum ditetapkan", self.get_html(skp, nama))

	def test_a_penilai_without_nip_signs_without_one(self):
		skp = self.make_skp_jpt(tahap=Tahap.DRAF)
		skp.db_set("nip_penilai", None)
		isi = self.get_isi(skp, A12)
		self.assertEqual(isi.count("NIP 1985"), 1)
		self.assertNotIn("None", isi)

	def test_a_penilai_without_nip_has_no_line_for_one(self):
		skp = self.make_skp_jpt(tahap=Tahap.DRAF)
		self.assertEqual(self.get_isi(skp, A12).count("opsional"), 1)
		skp.db_set("nip_penilai", None)
		html = self.get_html(skp, A12)
		self.assertNotIn("opsional", html)
		self.assertRegex(html, r'<td class="tengah">2</td><td>PANGKAT/ GOL. RUANG</td>')
		self.assertRegex(html, r"<td></td><td></td><td></td>\s*</tr>\s*</table>")

	def test_an_officer_evaluates_under_his_nrp(self):
		for nama in ("penilai", "kepala"):
			frappe.db.set_value(
				"Employee", self.instansi.pegawai[nama], {"nip": None, "nrp": f"7805{len(nama):04}"}
			)
		for formulir, skp, nama in (
			(A16, self.make_skp_kualitatif(), "Penilai"),
			(A12, self.make_skp_jpt(), "Kepala"),
		):
			with self.subTest(formulir=formulir):
				html = self.get_html(skp, formulir)
				self.assertIn(f"<td>NRP</td><td>7805{len(nama):04}</td>", html)
				self.assertIn(f"<b>{nama}</b><br>NRP 7805{len(nama):04}", html)
				self.assertNotIn("opsional", html)

	def test_long_texts_are_printed_whole(self):
		panjang = ("Terwujudnya pelayanan yang tertib dan cepat bagi seluruh penduduk. " * 140).strip()
		skp = self.make_skp_kualitatif(
			hasil_kerja=[make_hasil_kerja(panjang)],
			indikator=[make_indikator(indikator=panjang, **NARATIF)],
		)
		self.assertEqual(self.get_html(skp, A16).count(panjang), 2)

	def test_a_change_says_which_one_it_is_and_since_when(self):
		skp = self.make_skp_kualitatif()
		self.assertNotIn("Perubahan ke-", self.get_html(skp, A16))
		sidik = get_cetak_skp(skp).pengesahan.sidik
		skp.db_set({"versi": 3, "berlaku_mulai": "2025-07-01"})
		for nama in (A16, LAMPIRAN):
			self.assert_urut(
				self.get_html(skp, nama), "PERIODE PENILAIAN", "Perubahan ke-2, berlaku mulai 1 Juli 2025"
			)
		self.assertNotEqual(get_cetak_skp(skp).pengesahan.sidik, sidik)


class TestPenandatangan(UjiCetakPerencanaan):
	def test_who_submitted_has_signed_until_it_comes_back(self):
		skp = self.make_skp_kualitatif(Tahap.DIAJUKAN)
		skp.db_set("diajukan_pada", "2025-01-07 16:30:00")
		html = self.get_html(skp, A16)
		tanda = "Ditandatangani secara elektronik oleh Petugas pada 7 Januari 2025 pukul 16.30"
		self.assert_urut(html, "RANCANGAN", "Pegawai yang Dinilai", "Petugas", tanda)
		self.assertEqual(html.count("Ditandatangani"), 1)
		with as_user(skp.penilai_user):
			skp.catatan_pengembalian = "Lengkapi indikator"
			skp.save()
		move(skp, skp.penilai_user, Tahap.DIKEMBALIKAN)
		self.assertNotIn("Ditandatangani", self.get_html(skp, A16))

	def test_after_it_passed_to_him_the_atasan_signs(self):
		skp = self.make_skp_kualitatif(Tahap.DIAJUKAN)
		skp.db_set({"dialihkan_pada": "2025-02-01 00:10:00", "penetap_user": skp.atasan_penilai_user})
		self.assert_urut(self.get_html(skp, A16), "RANCANGAN", "Atasan Pejabat Penilai Kinerja", "Kepala")
		move(skp, skp.atasan_penilai_user, Tahap.DITETAPKAN)
		skp.db_set("ditetapkan_pada", "2025-02-03 10:00:00")
		nip = frappe.db.get_value("Employee", skp.atasan_penilai, "nip")
		html = self.get_html(skp, A16)
		self.assert_urut(
			html,
			*("PEJABAT PENILAI KINERJA", "Penilai", "3 Februari 2025"),
			*("Atasan Pejabat Penilai Kinerja", "Kepala", f"NIP {nip}"),
			"Ditandatangani secara elektronik oleh Kepala pada 3 Februari 2025 pukul 10.00",
		)
		self.assertNotIn(f"NIP {skp.nip_penilai}", html)

	def test_a_change_that_the_penilai_set_again_bears_his_name(self):
		skp = self.make_skp_kualitatif()
		skp.db_set({"dialihkan_pada": "2025-02-01 00:10:00", "penetap_user": skp.atasan_penilai_user})
		penetap = get_cetak_skp(skp).pengesahan.penetap
		self.assertEqual((penetap["sebagai"], penetap["nama"]), ("Pejabat Penilai Kinerja", "Penilai"))


class TestManual(UjiCetakPerencanaan):
	def test_a13_has_the_rows_of_page_38_in_order_on_one_sheet_for_each_indikator(self):
		html = self.get_html(self.make_skp_jpt(), MANUAL)
		lembar = html.split(
			"MANUAL INDIKATOR KINERJA<br>SKP PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
		)
		self.assertEqual(len(lembar), 1 + 4)
		self.assertEqual(html.count("page-break-before: always"), 3)
		self.assert_urut(
			lembar[1],
			*("DINAS UJI KINERJA", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025"),
			*("RENCANA HASIL KERJA", "Layanan kependudukan prima"),
			*("UKURAN KEBERHASILAN/ INDIKATOR KINERJA", "Indeks kepuasan"),
			*("TUJUAN", "Mengetahui mutu layanan", "DESKRIPSI", "Definisi", "Nilai survei kepuasan"),
			"Formula (opsional bagi pendekatan hasil kerja kualitatif)",
			"jumlah nilai / jumlah responden",
			*("SATUAN PENGUKURAN (opsional bagi pendekatan hasil kerja kualitatif)", "pendaftaran"),
			*("KUALITAS DAN TINGKAT KENDALI", "( X ) Outcome", ") Outcome Antara", ") Output kendali rendah"),
			*("SUMBER DATA", "Survei kepuasan"),
			*("PERIODE PELAPORAN", ") Bulanan", "( X ) Triwulanan", ") Semesteran", ") Tahunan"),
			"Sidik isi",
		)
		urutan = [manual["indikator"] for manual in get_cetak_manual(self.get_skp_jpt()).lembar]
		self.assertEqual(urutan, ["Indeks kepuasan", "Lama antrean", "Serapan anggaran", "Rapat terlaksana"])

	def get_skp_jpt(self):
		return frappe.get_doc("SKP", {"pegawai": self.instansi.pegawai["penilai"]})

	def test_what_the_form_does_not_offer_is_not_printed_as_something_else(self):
		html = self.get_html(self.make_skp_jpt(), MANUAL)
		self.assertEqual(html.count("( X ) Output Kendali Tinggi"), 1)
		self.assertEqual(html.count("( X ) Outcome "), 2)  # both indikator of the first hasil kerja

	def test_only_jpt_and_heads_of_independent_units_have_one(self):
		skp = self.make_skp_kualitatif()
		self.assert_ditolak("memakai formulir A.1.6", frappe.ValidationError, get_cetak_manual, skp)


class TestLampiran(UjiCetakPerencanaan):
	def test_a18_has_the_parts_of_page_61_in_order(self):
		skp = self.make_skp_kualitatif(lampiran=[dict(row) for row in LAMPIRAN_SKP])
		self.assert_urut(
			self.get_html(skp, LAMPIRAN),
			"LAMPIRAN SASARAN KINERJA PEGAWAI",
			*("DINAS UJI KINERJA", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025"),
			"DUKUNGAN SUMBER DAYA",
			"1. Dalam rangka memenuhi ekspektasi Pimpinan, maka Pegawai membutuhkan sumber daya manusia: dua verifikator",
			"SKEMA PERTANGGUNGJAWABAN",
			"1. Hasil kerja dilaporkan bulanan, berikut data yang dilaporkan adalah: jumlah layanan",
			"2. Hasil kerja dilaporkan pada 5 Maret 2025, berikut data yang dilaporkan adalah: hasil survei",
			"KONSEKUENSI",
			"1. Apabila memenuhi ekspektasi Pimpinan maka: penugasan baru",
			"2. Apabila tidak memenuhi ekspektasi Pimpinan maka: teguran lisan",
			*("Pegawai yang Dinilai", "Petugas", "NIP", "Pejabat Penilai Kinerja", "Penilai", "NIP"),
		)

	def test_an_entry_without_a_kind_stands_in_its_own_words(self):
		polos = [
			{"kategori": "Skema Pertanggungjawaban", "uraian": "Laporan bila diminta"},
			{"kategori": "Konsekuensi", "uraian": "Sesuai peraturan"},
		]
		isi = get_cetak_lampiran(self.make_skp_kualitatif(lampiran=polos))
		self.assertEqual(
			[bagian["baris"] for bagian in isi.bagian], [[], ["Laporan bila diminta"], ["Sesuai peraturan"]]
		)

	def test_what_was_used_in_the_end_does_not_change_the_mark(self):
		skp = self.make_skp_kualitatif(lampiran=[dict(row) for row in LAMPIRAN_SKP])
		sidik = get_cetak_lampiran(skp).pengesahan.sidik
		skp.lampiran[4].db_set("terealisasi", 1)
		self.assertEqual(get_cetak_lampiran(skp).pengesahan.sidik, sidik)
		skp.lampiran[4].db_set("uraian", "tiga verifikator")
		self.assertNotEqual(get_cetak_lampiran(skp).pengesahan.sidik, sidik)


class TestCetakan(UjiCetakPerencanaan):
	def test_hostile_text_is_printed_as_text(self):
		skp = self.make_skp_jpt("Kualitatif", Tahap.DRAF, lampiran=[dict(LAMPIRAN_SKP[0])])
		frappe.db.set_value("SKP", skp.name, {"nama_penilai": JAHAT, "jabatan_pegawai": JAHAT})
		hasil = {"rencana_hasil_kerja": JAHAT, "penugasan_dari": JAHAT, "rhk_pimpinan_uraian": JAHAT}
		frappe.db.set_value("SKP Hasil Kerja", {"parent": skp.name}, {**hasil, "kualitas": JAHAT})
		teks = (
			"indikator",
			"target_naratif",
			"perspektif",
			"tujuan",
			"definisi",
			"formula",
			"satuan",
			"sumber_data",
		)
		isian = {**dict.fromkeys(teks, JAHAT), "periode_pelaporan": JAHAT}
		frappe.db.set_value("SKP Indikator", {"parent": skp.name}, isian)
		frappe.db.set_value("SKP Lampiran", {"parent": skp.name}, {"jenis": JAHAT, "uraian": JAHAT})
		for formulir in ("A.1.1", "A.1.2", "A.1.6", "A.1.7"):
			frappe.db.set_value("SKP", skp.name, "formulir", formulir)
			self.assert_aman(skp, f"SKP {formulir}")
		frappe.db.set_value("SKP", skp.name, "formulir", "A.1.1")
		self.assert_aman(skp, MANUAL)
		self.assert_aman(skp, LAMPIRAN)

	def assert_aman(self, skp, nama: str) -> None:
		html = self.get_html(skp, nama)
		self.assertNotIn("<script>alert", html, nama)
		self.assertNotIn("<b>tebal</b>", html, nama)
		self.assertIn("&lt;script&gt;alert", html, nama)

	def test_a_colleague_cannot_print_any_of_them(self):
		jpt, petugas = self.make_skp_jpt(), self.make_skp_kualitatif()
		for doc, *formulir in ((jpt, A12, MANUAL, LAMPIRAN), (petugas, A16, LAMPIRAN)):
			for nama in formulir:
				with as_user(doc.pegawai_user):
					self.assertIn("DINAS UJI KINERJA", self.get_html(doc, nama))
				for orang in ("kolega", "tetangga"):
					with as_user(self.instansi.user[orang]), self.assertRaises(DITOLAK):
						frappe.get_print("SKP", doc.name, nama)

	def test_the_portal_offers_the_forms_an_skp_has(self):
		for doc, formulir in (
			(self.make_skp_jpt(), (A12, MANUAL)),
			(self.make_skp_kualitatif(lampiran=[dict(LAMPIRAN_SKP[0])]), (A16, LAMPIRAN)),
		):
			cetakan = get_cetakan_skp(doc)
			self.assertIn(f"({doc.formulir})", cetakan[0]["label"])
			for tautan, nama in zip(cetakan, formulir, strict=True):
				self.assertIn(f"format={nama.replace(' ', '+')}", tautan["alamat"])
				self.assertTrue(frappe.db.exists("Print Format", {"name": nama, "doc_type": "SKP"}))
