"""Forms A.1.7 (p. 57-59) and C.1.3 (p. 111-113) as HTML: sections in order, drafts marked, text escaped."""

import base64
import re
from datetime import date

import frappe

from kinerja_asn.cetak.dasar import format_masa_penilaian
from kinerja_asn.cetak.evaluasi import format_predikat, get_cetak_evaluasi
from kinerja_asn.cetak.gambar import SUMBU_X, draw_pola_distribusi
from kinerja_asn.cetak.skp import get_cetak_skp
from kinerja_asn.constants.istilah import PredikatOrganisasi, Tahap
from kinerja_asn.constants.nilai_dasar import NILAI_DASAR
from kinerja_asn.rules.distribusi import get_kurva
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)

# Frappe v15 says "not found" to whoever may not print.
DITOLAK = (frappe.PermissionError, frappe.DoesNotExistError)
A17, C13 = "SKP A.1.7", "Hasil Evaluasi C.1.3"
JAHAT = '<script>alert("x")</script> & <b>tebal</b>'
PERILAKU = [nilai for nilai, _definisi, _panduan in NILAI_DASAR]


def make_skp_lengkap(instansi, tahap: Tahap = Tahap.DITETAPKAN):
	return make_skp(
		instansi,
		tahap=tahap,
		hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Arsip tertata", "Tambahan")],
		indikator=[
			make_indikator(),
			make_indikator(
				aspek="Waktu", indikator="Lama penyelesaian", arah="Turun", target_min=2, target_maks=3
			),
			make_indikator(hasil_kerja_ke=2, indikator="Arsip terpindai", satuan="berkas"),
		],
	)


class UjiCetak(UjiKinerja):
	def get_html(self, doc, format_cetak: str) -> str:
		"""The printed text: without style sheets, whose words are not the form's."""
		html = frappe.get_print(doc.doctype, doc.name, format_cetak)
		return re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)

	def assert_urut(self, html: str, *bagian: str) -> None:
		"""Each of ``bagian`` comes after the one before it."""
		posisi = 0
		for potongan in bagian:
			ditemukan = html.find(potongan, posisi)
			self.assertGreaterEqual(ditemukan, 0, f"{potongan} tidak ada sesudah posisi {posisi}")
			posisi = ditemukan + len(potongan)


class TestCetak(UjiCetak):
	def make_evaluasi_ditetapkan(self, rating_perilaku: str = "Dibawah Ekspektasi"):
		skp = make_skp_lengkap(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		make_realisasi(skp, 1, 1000)
		make_kinerja_unit(self.instansi, "Istimewa")
		evaluasi = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			evaluasi.rating_hasil_kerja = evaluasi.usulan_rating_hasil
			evaluasi.rating_perilaku = rating_perilaku
			evaluasi.save()
		return move(evaluasi, skp.penilai_user, Tahap.DITETAPKAN)

	def test_a17_has_the_sections_of_page_57_in_order(self):
		skp = make_skp_lengkap(self.instansi)
		self.assert_urut(
			self.get_html(skp, A17),
			"SASARAN KINERJA PEGAWAI",
			"PENDEKATAN HASIL KERJA KUANTITATIF",
			"BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
			"DINAS UJI KINERJA",
			"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025",
			*("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"),
			*("NAMA", "Petugas", "Penilai", "NIP", "PANGKAT/ GOL. RUANG", "JABATAN", "UNIT KERJA"),
			*("HASIL KERJA", "NO.", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*", "RENCANA HASIL KERJA"),
			*("ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET"),
			*(f"({nomor})" for nomor in range(1, 7)),
			*("A. UTAMA", "Kuantitas", "1.000 pendaftaran", "Waktu", "2 – 3"),
			*("B. TAMBAHAN", "Arsip tertata", "PERILAKU KERJA**"),
			*(teks for nilai in PERILAKU for teks in (nilai, "Ekspektasi Khusus Pimpinan:")),
			*("Pegawai yang Dinilai", "Petugas", "Pejabat Penilai Kinerja", "Penilai"),
			*("* Dalam hal rencana hasil kerja Pimpinan", "** Pimpinan dapat memberikan Ekspektasi khusus"),
		)

	def test_a_hasil_kerja_stands_once_beside_all_its_indikator(self):
		html = self.get_html(make_skp_lengkap(self.instansi), A17)
		self.assertEqual(html.count("Terlayaninya pendaftaran penduduk"), 1)
		self.assertIn('rowspan="2"', html)

	def test_a_draft_says_so_and_has_neither_date_nor_mark(self):
		skp = make_skp_lengkap(self.instansi, Tahap.DRAF)
		html = self.get_html(skp, A17)
		self.assertIn("RANCANGAN", html)
		self.assertIn("belum ditetapkan", html)
		self.assertNotIn("SHA-256", html)
		self.assertNotRegex(html, r"\d{1,2} [A-Z][a-z]+ 20\d\d")

	def test_a_set_document_shows_date_confirmations_and_mark(self):
		skp = make_skp_lengkap(self.instansi)
		skp.db_set({"diajukan_pada": "2025-01-07 16:30:00", "ditetapkan_pada": "2025-01-08 09:05:00"})
		html = self.get_html(skp, A17)
		sidik = get_cetak_skp(skp).pengesahan.sidik
		self.assertNotIn("RANCANGAN", html)
		self.assertRegex(sidik, r"^[0-9a-f]{16}$")
		self.assert_urut(
			html,
			"8 Januari 2025",
			*("Pegawai yang Dinilai", "Petugas", f"NIP {skp.nip_pegawai}"),
			"Ditandatangani secara elektronik oleh Petugas pada 7 Januari 2025 pukul 16.30",
			*("Pejabat Penilai Kinerja", "Penilai", f"NIP {skp.nip_penilai}"),
			"Ditandatangani secara elektronik oleh Penilai pada 8 Januari 2025 pukul 09.05",
			*(skp.name, sidik),
		)

	def test_the_mark_changes_with_what_is_printed_and_only_then(self):
		skp = make_skp_lengkap(self.instansi)
		semula = get_cetak_skp(skp).pengesahan.sidik
		self.assertEqual(get_cetak_skp(frappe.get_doc("SKP", skp.name)).pengesahan.sidik, semula)
		skp.indikator[0].db_set("target_maks", 1001)
		self.assertNotEqual(get_cetak_skp(skp).pengesahan.sidik, semula)

	def test_text_is_printed_as_text(self):
		skp = make_skp(self.instansi, hasil_kerja=[make_hasil_kerja()], tahap=Tahap.DRAF)
		frappe.db.set_value("SKP Hasil Kerja", skp.hasil_kerja[0].name, "rencana_hasil_kerja", JAHAT)
		frappe.db.set_value("SKP", skp.name, {"nama_pegawai": JAHAT, "nip_penilai": JAHAT})
		frappe.db.set_value("SKP Perilaku", skp.perilaku[0].name, "ekspektasi_khusus", JAHAT)
		html = self.get_html(skp, A17)
		self.assertNotIn("<script>alert", html)
		self.assertNotIn("<b>tebal</b>", html)
		# The name and the NIP stand in the header and at the signature, the name beside the document's too.
		self.assertEqual(html.count("&lt;script&gt;"), 3 + 2 + 1 + 1)

	def test_c13_has_the_sections_of_page_111_in_order(self):
		evaluasi = self.make_evaluasi_ditetapkan()
		self.assert_urut(
			self.get_html(evaluasi, C13),
			*("HASIL EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF", "PERIODE***: AKHIR"),
			*("DINAS UJI KINERJA", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025"),
			*("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "PANGKAT/GOL RUANG"),
			*("CAPAIAN KINERJA ORGANISASI*", "ISTIMEWA", "POLA DISTRIBUSI", "data:image/svg+xml;base64,"),
			*(
				"HASIL KERJA",
				"No.",
				"RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
				"RENCANA HASIL KERJA",
				"ASPEK",
			),
			*("INDIKATOR KINERJA INDIVIDU", "TARGET", "REALISASI BERDASARKAN BUKTI DUKUNG"),
			"UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
			*(f"({nomor})" for nomor in range(1, 9)),
			*("A. UTAMA", "1.000 pendaftaran (1 bukti dukung)", "B. TAMBAHAN", "Arsip tertata"),
			*("RATING HASIL KERJA*", evaluasi.rating_hasil_kerja.upper()),
			*("PERILAKU KERJA", "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"),
			*PERILAKU,
			*("RATING PERILAKU KERJA*", "DIBAWAH EKSPEKTASI", "PREDIKAT KINERJA PEGAWAI*"),
			*("Pejabat Penilai Kinerja", "Penilai", "* pilih salah satu", "** rating hasil", "*** periode"),
		)

	def test_only_the_penilai_signs_c13(self):
		self.assertNotIn("Pegawai yang Dinilai", self.get_html(self.make_evaluasi_ditetapkan(), C13))

	def test_c13_without_results_leaves_them_open(self):
		skp = make_skp_lengkap(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		html = self.get_html(make_evaluasi(self.instansi, skp), C13)
		self.assertIn("RANCANGAN", html)
		self.assertNotIn("KURVA DISTRIBUSI", html)

	def test_the_rated_and_a_colleague_cannot_print_before_the_handover(self):
		evaluasi = self.make_evaluasi_ditetapkan()
		for nama in ("petugas", "kolega", "tetangga"):
			with as_user(self.instansi.user[nama]), self.assertRaises(DITOLAK):
				frappe.get_print("Evaluasi Kinerja", evaluasi.name, C13)
		move(evaluasi, evaluasi.penilai_user, Tahap.DISERAHKAN)
		with as_user(self.instansi.user["petugas"]):
			self.assertIn("PREDIKAT KINERJA PEGAWAI*", self.get_html(evaluasi, C13))
		with as_user(self.instansi.user["kolega"]), self.assertRaises(DITOLAK):
			frappe.get_print("Evaluasi Kinerja", evaluasi.name, C13)

	def test_a_periodic_evaluation_names_its_quarter(self):
		skp = make_skp_lengkap(self.instansi)
		frappe.flags.current_date = date(2025, 7, 1)
		evaluasi = make_evaluasi(self.instansi, skp, jenis="Periodik", masa_ke=2)
		isi = get_cetak_evaluasi(evaluasi)
		self.assertEqual(isi.periode, "TRIWULAN II 2025")
		self.assertEqual(isi.masa_penilaian, "1 APRIL SD 30 JUNI TAHUN 2025")

	def test_wording_of_the_forms(self):
		self.assertEqual(format_predikat("Kurang"), "KURANG (MISCONDUCT)")
		self.assertEqual(format_predikat("Sangat Kurang"), "SANGAT KURANG")
		self.assertEqual(format_predikat(None), "")
		self.assertEqual(
			format_masa_penilaian("2025-03-17", date(2025, 12, 31)), "17 MARET SD 31 DESEMBER TAHUN 2025"
		)

	def test_the_curve_peaks_where_pages_94_to_97_say(self):
		puncak = {
			PredikatOrganisasi.ISTIMEWA: "Sangat Baik",
			PredikatOrganisasi.BAIK: "Baik",
			PredikatOrganisasi.BUTUH_PERBAIKAN: "Butuh Perbaikan",
			PredikatOrganisasi.KURANG: "Kurang/ Misconduct",
			PredikatOrganisasi.SANGAT_KURANG: "Sangat Kurang",
		}
		for predikat, kelompok in puncak.items():
			svg = base64.b64decode(draw_pola_distribusi(predikat).partition(",")[2]).decode()
			kurva = re.search(r'<path d="(M[^"]*)" fill="none" stroke="#1f3b63"', svg)[1]
			tinggi = [int(bagian.split()[-1]) for bagian in re.split("C", kurva)]
			tertinggi = tinggi.index(min(tinggi))  # y counts downwards
			self.assertEqual(" ".join(SUMBU_X[tertinggi]).strip(), kelompok)
			self.assertEqual(list(get_kurva(predikat).values()), [125 - nilai for nilai in tinggi])
			self.assertEqual(tinggi.count(min(tinggi)), 1)
		self.assertIsNone(draw_pola_distribusi(None))
