"""The page of monitoring, and who needs the Penilai now."""

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	TAHUN,
	make_indikator,
	make_indikator_pk,
	make_perjanjian,
	make_realisasi,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal


class TestPantau(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = f"{TAHUN}-03-20"
		self.skp = make_skp(self.instansi)
		make_realisasi(self.skp, 1, 1)

	def test_hr_sees_compliance_units_and_people(self):
		make_realisasi(self.skp, 2, 1, Tahap.DIAJUKAN)
		frappe.flags.current_date = f"{TAHUN}-05-20"
		teks = self.open("pengelola", "/kinerja/pantau").teks
		self.assertIn("2 dari 4 laporan masuk", teks)
		self.assertIn("1 tertinggal", teks)
		self.assertIn("Verifikasi yang paling lama menunggu", teks)
		self.assertIn(self.skp.nama_pegawai, teks)

	def test_the_bar_says_in_words_what_it_shows(self):
		html = self.open("pengelola", "/kinerja/pantau").html
		self.assertIn('role="img" aria-label="1 tertinggal"', html)

	def test_nobody_counts_what_he_may_not_read(self):
		self.assertIn("dari 1 SKP", self.open("penilai", "/kinerja/pantau").teks)
		for nama in ("kolega", "tetangga"):
			with self.subTest(nama):
				teks = self.open(nama, "/kinerja/pantau").teks
				self.assertNotIn(self.skp.nama_pegawai, teks)
				self.assertNotIn("dari 1 SKP", teks)

	def test_an_employee_who_evaluates_nobody_has_no_such_page(self):
		self.assertEqual(self.open("petugas", "/kinerja/pantau").status, 403)

	def test_who_verifies_slowly_is_for_those_who_run_the_system(self):
		make_realisasi(self.skp, 2, 1, Tahap.DIAJUKAN)
		self.assertNotIn("paling lama menunggu", self.open("penilai", "/kinerja/pantau").teks)

	def test_a_unit_that_is_none_shows_all(self):
		teks = self.open("pengelola", "/kinerja/pantau?unit=<script>&periode=lain").teks
		self.assertIn(self.skp.nama_pegawai, teks)


class TestMendesak(UjiPortal):
	def test_what_is_overdue_comes_first_and_says_why(self):
		frappe.flags.current_date = f"{TAHUN}-01-20"
		lambat = make_skp(self.instansi)
		menunggu = make_skp(self.instansi, "kolega", tahap=Tahap.DIAJUKAN)
		frappe.flags.current_date = f"{TAHUN}-02-25"
		make_realisasi(lambat, 1, 1)
		teks = self.open("penilai", "/kinerja/tim").teks.partition("Yang memerlukan Anda sekarang")[2]
		teks = teks.partition("menunggu Anda Verifikasi")[0]
		self.assertLess(teks.index(menunggu.nama_pegawai), teks.index(lambat.nama_pegawai))
		self.assertIn("1 menunggu keputusan Anda, terlama 36 hari", teks)
		self.assertIn("Tertinggal", teks)

	def test_who_needs_nothing_is_not_on_it(self):
		frappe.flags.current_date = f"{TAHUN}-01-20"
		make_skp(self.instansi)
		self.assertNotIn("Yang memerlukan Anda", self.open("penilai", "/kinerja/tim").teks)


class TestPerjanjian(UjiPortal):
	def test_an_agreement_stands_beside_whoever_carries_it(self):
		frappe.flags.current_date = f"{TAHUN}-03-20"
		pk = make_perjanjian(
			self.instansi, status="Ditetapkan", nomor="PK/01", tanggal=f"{TAHUN}-01-10"
		).indikator[0]
		isi = {kolom: nilai for kolom, nilai in make_indikator_pk().items() if kolom != "sasaran"}
		skp = make_skp(self.instansi, "penilai", indikator=[make_indikator(**isi, pk_indikator=pk.kunci)])
		make_realisasi(skp, 1, 20)
		teks = self.open("pengelola", "/kinerja/pantau").teks.partition("Perjanjian Kinerja")[2]
		self.assertIn(pk.indikator, teks)
		self.assertIn(f"Sesuai jadwal {skp.nama_pegawai}: 20", teks)
