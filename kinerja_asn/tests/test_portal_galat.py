"""What is missing is said at the top and beside its field, on every form, and leads there without script too."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.portal.dasar.halaman import mark_medan
from kinerja_asn.tests.factories import make_evaluasi, make_kinerja_unit, make_realisasi, make_skp
from kinerja_asn.tests.test_portal_dasar import Halaman, UjiPortal
from kinerja_asn.tests.test_portal_skp import ISIAN


class UjiGalat(UjiPortal):
	def assert_di_medan(self, halaman: Halaman, medan: str, kalimat: str) -> None:
		isi = halaman.isi
		self.assertIn(f'<a href="#medan-{medan}">', isi)
		self.assertRegex(isi, rf'class="ka-galat" id="galat-{medan}">[^<]*{kalimat}')
		self.assertRegex(
			isi, rf'id="medan-{medan}" aria-invalid="true" aria-describedby="galat-{medan}" autofocus'
		)
		self.assertEqual(isi.count("autofocus"), 1)


class TestGalatDiMedannya(UjiGalat):
	def test_a_return_without_its_reason(self):
		skp = make_skp(self.instansi)
		realisasi = make_realisasi(skp, 1, 10, Tahap.DIAJUKAN)
		alamat = f"/kinerja/tim/realisasi?name={realisasi.name}"
		halaman = self.send("penilai", alamat, "kembalikan", alasan=" ")
		self.assert_di_medan(halaman, "alasan", "Tulis alasan pengembalian")

	def test_a_figure_that_is_none(self):
		skp = make_skp(self.instansi)
		medan = f"nilai-{skp.indikator[0].kunci}"
		alamat = f"/kinerja/realisasi?skp={skp.name}&masa=1"
		halaman = self.send("petugas", alamat, "simpan", **{medan: "seratus"})
		self.assert_di_medan(halaman, medan, "Indikator ke-1: .*seratus")

	def test_a_rating_that_differs_without_a_reason(self):
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 1080)
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		evaluasi = make_evaluasi(self.instansi, skp)
		alamat = f"/kinerja/tim/evaluasi?name={evaluasi.name}"
		isian = {
			"rating_hasil_kerja": "Dibawah Ekspektasi",
			"rating_perilaku": "Sesuai Ekspektasi",
			"usulan": evaluasi.usulan_rating_hasil,
		}
		halaman = self.send("penilai", alamat, "tetapkan", **isian)
		self.assert_di_medan(halaman, "alasan_rating_hasil", "Tulis alasan mengapa rating")
		halaman = self.send("penilai", alamat, "tetapkan", **{**isian, "rating_perilaku": ""})
		self.assert_di_medan(halaman, "rating_perilaku", "Pilih rating hasil kerja dan rating")

	def test_feedback_of_no_kind(self):
		skp = make_skp(self.instansi)
		isian = {"tentang": "Umum", "isi": "Bagus"}
		halaman = self.send("penilai", f"/kinerja/tim/skp?name={skp.name}", "umpan_balik", **isian)
		self.assert_di_medan(halaman, "sifat", "Pilih sifat umpan balik")

	def test_a_target_in_the_plan(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		alamat = f"/kinerja/skp?name={skp.name}"
		halaman = self.send("petugas", alamat, "simpan", **{**ISIAN, "iki-0-min": "banyak"})
		self.assert_di_medan(halaman, "iki-0-min", "Indikator ke-1: target")

	def test_what_is_about_no_field_stays_at_the_top_and_is_focused_there(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		halaman = self.open("petugas", f"/kinerja/skp?name={skp.name}", {"aksi": "entah"})
		self.assertIn('id="galat" autofocus', halaman.isi)
		self.assertNotIn("aria-invalid", halaman.isi)

	def test_what_was_typed_into_it_stays_text(self):
		html = mark_medan(
			'<label>Isi<input type="hidden" name="isi"><input name="isi"></label>', {"<b>salah</b>": "isi"}
		)
		self.assertIn("&lt;b&gt;salah&lt;/b&gt;", html)
		self.assertIn('<input type="hidden" name="isi"><span', html)


class TestEvaluasiTerbaca(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		for bulan in range(1, 10):
			make_realisasi(self.skp, bulan, 100)
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=3)
		frappe.flags.current_date = date(2025, 10, 5)
		self.evaluasi = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=3)
		self.halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={self.evaluasi.name}")

	def test_the_share_that_is_due_stands_beside_the_years_target(self):
		self.assertEqual(self.evaluasi.hasil[0].target_masa, "750 pendaftaran")
		for kalimat in (
			"Target setahun 1.000 pendaftaran",
			"Target sampai Triwulan III 2025 750 pendaftaran",
			"Capaian dari target sampai Triwulan III 2025 120 %",
		):
			self.assertIn(kalimat, self.halaman.teks)

	def test_a_year_has_one_target(self):
		frappe.flags.current_date = date(2026, 1, 5)
		tahunan = make_evaluasi(self.instansi, self.skp)
		self.assertFalse(tahunan.hasil[0].target_masa)
		self.assertNotIn(
			"Target sampai", self.open("penilai", f"/kinerja/tim/evaluasi?name={tahunan.name}").teks
		)

	def test_the_evidence_that_is_counted_can_be_opened(self):
		self.assertIn("900 pendaftaran (9 bukti dukung)", self.halaman.teks)
		self.assertIn("Lihat bukti dukung (9)", self.halaman.teks)
		self.assertEqual(self.halaman.isi.count('href="https://arsip.example/laporan"'), 9)
		self.assertIn("September 2025:", self.halaman.teks)

	def test_a_hasil_kerja_with_two_indikator_stands_there_once(self):
		hasil = self.evaluasi.hasil[0]
		row = frappe.copy_doc(hasil).as_dict()
		row.update({"name": None, "indikator": "lain", "uraian": "Indikator kedua", "idx": 2})
		self.evaluasi.append("hasil", row)
		from kinerja_asn.portal.penilaian.evaluasi import build_hasil

		(kelompok,) = build_hasil(self.evaluasi)
		self.assertEqual([b.uraian for b in kelompok.indikator], [hasil.uraian, "Indikator kedua"])
