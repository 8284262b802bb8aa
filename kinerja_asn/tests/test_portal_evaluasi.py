"""Page /kinerja/tim/evaluasi: everything an evaluation is weighed with, words for the employee, the next person."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	make_umpan_balik,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

RATING = {"rating_hasil_kerja": "Diatas Ekspektasi", "rating_perilaku": "Sesuai Ekspektasi"}


class UjiEvaluasi(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 12, 20)
		self.skp = make_skp(self.instansi)
		for ke in range(1, 13):
			if ke == 12:
				frappe.flags.current_date = date(2026, 1, 5)
			make_realisasi(self.skp, ke, 90)
		make_umpan_balik(
			self.skp, sasaran="Perilaku Kerja", nilai="Kolaboratif", sifat="Positif", tanggal="2025-12-20"
		)
		make_umpan_balik(
			self.skp,
			sasaran="Perilaku Kerja",
			nilai="Akuntabel",
			sifat="Perlu Perbaikan",
			tanggal="2025-12-20",
		)
		make_kinerja_unit(self.instansi)
		self.evaluasi = make_evaluasi(self.instansi, self.skp)
		self.alamat = f"/kinerja/tim/evaluasi?name={self.evaluasi.name}"

	def finish(self, evaluasi, **fields):
		with as_user(self.skp.penilai_user):
			evaluasi.reload().update({**RATING, "alasan_rating_hasil": "Mutu", **fields}).save()
		for tahap in (Tahap.DITETAPKAN, Tahap.DISERAHKAN):
			move(evaluasi, evaluasi.penetap_user, tahap)


class TestBahan(UjiEvaluasi):
	def test_who_evaluates_and_until_when_stands_first(self):
		teks = self.open("penilai", self.alamat).teks
		self.assertIn("Dievaluasi oleh Penilai, selaku atasan langsung (hlm. 89 angka 2).", teks)
		self.assertIn("Hasilnya dapat diajukan keberatan", teks)
		self.assertIn("Waktu evaluasi 31 Desember 2025 sampai", teks)
		self.assertLess(teks.index("Dievaluasi oleh"), teks.index("1. Hasil kerja"))

	def test_earlier_results_stand_beside_it_and_drafts_do_not(self):
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=3)
		triwulan = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=3)
		teks = self.open("penilai", self.alamat).teks
		self.assertIn("Belum ada hasil evaluasi sebelumnya", teks)
		self.finish(triwulan)
		teks = self.open("penilai", self.alamat).teks
		self.assertIn("Triwulan III 2025 : Baik", teks)
		self.assertIn("hasil kerja Diatas Ekspektasi, perilaku Sesuai Ekspektasi; oleh Penilai", teks)

	def test_the_guides_of_each_value_are_on_the_page(self):
		self.assertIn("Melakukan perbaikan tiada henti", self.open("penilai", self.alamat).teks)

	def test_a_half_year_is_marked_as_the_agencys_own(self):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "jenis_evaluasi_periodik", "Semesteran")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		make_kinerja_unit(self.instansi, jenis="Periodik", masa_ke=1)
		semester = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=1)
		self.assertIn(
			"Bukan periode baku", self.open("penilai", f"/kinerja/tim/evaluasi?name={semester.name}").teks
		)
		self.assertNotIn("Bukan periode baku", self.open("penilai", self.alamat).teks)
		self.finish(semester)
		self.assertIn(
			"Bukan periode baku", self.open("petugas", f"/kinerja/evaluasi?name={semester.name}").teks
		)


class TestUntukPegawai(UjiEvaluasi):
	def test_the_proposal_names_its_facts_and_stores_nothing(self):
		halaman = self.open("penilai", self.alamat)
		self.assertIn("Melampaui ekspektasi pada", halaman.teks)
		self.assertIn("dari rating diatas ekspektasi", halaman.teks)
		self.assertIn(
			"Perilaku Akuntabel masih perlu diperkuat. dari 1 umpan balik meminta perbaikan", halaman.teks
		)
		self.assertEqual(halaman.get_nilai("kekuatan"), "")
		halaman = self.send("penilai", self.alamat, "usulan", area_perbaikan="Kata saya sendiri", **RATING)
		self.assertEqual(halaman.status, 200)
		self.assertIn("• Melampaui ekspektasi pada", halaman.get_nilai("kekuatan"))
		self.assertEqual(halaman.get_nilai("area_perbaikan"), "Kata saya sendiri")
		self.assertIn('value="Diatas Ekspektasi" data-rating="hasil" checked', halaman.isi)
		self.evaluasi.reload()
		self.assertFalse(
			self.evaluasi.kekuatan or self.evaluasi.area_perbaikan or self.evaluasi.rating_hasil_kerja
		)

	def test_what_he_writes_reaches_the_employee_once_handed_over(self):
		isian = {
			"kekuatan": "Cepat",
			"area_perbaikan": "Arsip",
			"catatan": "Baik",
			"rekomendasi": "Pelatihan arsip",
		}
		self.assertEqual(self.send("penilai", self.alamat, "simpan", **RATING, **isian).pesan, "evaluasi")
		self.evaluasi.reload()
		self.assertEqual({medan: self.evaluasi.get(medan) for medan in isian}, isian)
		alamat = f"/kinerja/evaluasi?name={self.evaluasi.name}"
		self.assertEqual(self.open("petugas", alamat).status, 404)
		self.finish(self.evaluasi)
		teks = self.open("petugas", alamat).teks
		for kata in (
			"Kekuatan Cepat",
			"Yang perlu diperbaiki Arsip",
			"Catatan Baik",
			"Rekomendasi Pelatihan arsip",
		):
			self.assertIn(kata, teks)

	def test_the_proposed_words_can_be_saved_as_they_are(self):
		halaman = self.send("penilai", self.alamat, "usulan", **RATING)
		isian = {medan: halaman.get_nilai(medan) for medan in ("kekuatan", "area_perbaikan", "rekomendasi")}
		self.assertEqual(self.send("penilai", self.alamat, "simpan", **RATING, **isian).pesan, "evaluasi")
		self.assertIn("Melampaui ekspektasi", self.evaluasi.reload().kekuatan)


class TestBerikut(UjiEvaluasi):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 12, 20)
		kolega = make_skp(self.instansi, "kolega")
		frappe.flags.current_date = date(2026, 1, 5)
		self.triwulan = make_evaluasi(self.instansi, kolega, jenis="Periodik", masa_ke=4)
		self.tahunan = make_evaluasi(self.instansi, kolega)

	def test_saves_and_goes_to_the_next_in_the_order_of_urgency(self):
		"""The quarter has the nearer last day; afterwards the year, by name: Kolega, Petugas."""
		frappe.db.set_value(
			"Periode Kinerja",
			self.instansi.periode,
			{"hari_kerja_evaluasi_periodik": 10, "batas_evaluasi_tahunan": "2026-01-31"},
		)
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		halaman = self.send("penilai", self.alamat, "simpan_berikut", catatan="Baik")
		self.assertIn(f"name={self.triwulan.name}", halaman.tujuan)
		self.assertEqual(halaman.pesan, "evaluasi_berikut")
		self.assertEqual(self.evaluasi.reload().catatan, "Baik")
		alamat = f"/kinerja/tim/evaluasi?name={self.triwulan.name}"
		self.assertIn(f"name={self.tahunan.name}", self.send("penilai", alamat, "simpan_berikut").tujuan)
		alamat = f"/kinerja/tim/evaluasi?name={self.tahunan.name}"
		self.assertIn(f"name={self.evaluasi.name}", self.send("penilai", alamat, "simpan_berikut").tujuan)

	def test_a_refusal_stays_with_this_person_and_loses_nothing(self):
		halaman = self.send(
			"penilai", self.alamat, "simpan_berikut", catatan="<b>tebal</b>", kekuatan="Cepat"
		)
		self.assertIn("tanpa tag HTML", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("kekuatan"), "Cepat")

	def test_the_superior_reads_without_going_on(self):
		halaman = self.open("kepala", self.alamat)
		self.assertEqual(halaman.status, 200)
		for aksi in ("simpan", "simpan_berikut", "usulan", "tetapkan"):
			self.assertFalse(halaman.has_tombol(aksi), aksi)


class TestLewat(UjiEvaluasi):
	def test_the_atasan_makes_and_decides_on_the_same_page(self):
		frappe.flags.current_date = date(2025, 12, 20)
		kolega = make_skp(self.instansi, "kolega")
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "batas_evaluasi_tahunan", "2026-01-31")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		frappe.flags.current_date = date(2026, 2, 2)
		alamat = f"/kinerja/tim/evaluasi?skp={kolega.name}&jenis=Tahunan&masa=0"
		self.assertIn(f"skp={kolega.name}", self.open("kepala", "/kinerja/tim").isi)
		self.assertNotIn(f"skp={kolega.name}&amp;jenis=Tahunan", self.open("penilai", "/kinerja/tim").isi)
		halaman = self.open("penilai", alamat)
		self.assertFalse(halaman.has_tombol("buat"))
		self.assertIn("Dievaluasi oleh Kepala, selaku atasan Pejabat Penilai", halaman.teks)
		tujuan = self.send("kepala", alamat, "buat").tujuan
		halaman = self.open("kepala", tujuan)
		self.assertTrue(halaman.has_tombol("tetapkan"))
		self.assertIn("Hasilnya bersifat final", halaman.teks)
