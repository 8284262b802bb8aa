"""Page /kinerja/pegawai and the desk's search: finding people, their years, and who sees nothing of whom."""

from unittest.mock import patch

import frappe
from frappe.utils import global_search

from kinerja_asn.api.pencarian import find_pegawai, search
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_nip,
	make_periode,
	make_realisasi,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

HALAMAN = "/kinerja/pegawai"


class TestOrang(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.rk = make_realisasi(self.skp, 1, 70)
		make_kinerja_unit(self.instansi)
		self.evaluasi = make_evaluasi(self.instansi, self.skp)
		self.alamat = f"{HALAMAN}?pegawai={self.skp.pegawai}"

	def test_all_the_years_are_there_newest_first(self):
		periode = make_periode(self.instansi.name, 2026).name
		make_skp(self.instansi, tahap=Tahap.DRAF, periode=periode)
		halaman = self.open("penilai", self.alamat)
		self.assertEqual(halaman.status, 200)
		self.assertRegex(halaman.teks, r"Petugas.*2026 Rencana SKP Draf.*2025 Rencana SKP Ditetapkan")
		self.assertIn("Januari 2025 Diverifikasi", halaman.teks)
		self.assertIn("Evaluasi Tahun 2025 Draf", halaman.teks)
		self.assertIn(f"/kinerja/tim/realisasi?name={self.rk.name}", halaman.isi)

	def test_each_is_led_to_where_he_may_read(self):
		self.assertIn(f"/kinerja/skp?name={self.skp.name}", self.open("petugas", self.alamat).isi)
		for nama in ("pengelola", "auditor", "pengelola_unit"):
			halaman = self.open(nama, self.alamat)
			self.assertEqual(halaman.status, 200, nama)
			self.assertNotIn("/kinerja/tim/", halaman.isi)
			self.assertIn(f"/{self.skp.name}", halaman.isi)

	def test_whoever_has_nobody_to_search_for_finds_himself(self):
		make_skp(self.instansi, tahap=Tahap.DRAF, periode=make_periode(self.instansi.name, 2026).name)
		self.assertIn(
			f'{HALAMAN}?pegawai={self.skp.pegawai}">Semua tahun', self.open("petugas", "/kinerja").isi
		)
		self.assertIn("2025 Rencana SKP Ditetapkan", self.open("petugas", HALAMAN).teks)
		self.assertNotIn("Rencana", self.open("penilai", HALAMAN).teks)

	def test_he_himself_sees_no_evaluation_before_it_is_handed_over(self):
		self.assertNotIn("Evaluasi Tahun 2025", self.open("petugas", self.alamat).teks)

	def test_whoever_may_not_see_him_hears_the_same_as_of_nobody(self):
		tiada = self.open("kolega", f"{HALAMAN}?pegawai=HR-EMP-99999")
		self.assertEqual(tiada.status, 404)
		for nama in ("kolega", "tetangga"):
			halaman = self.open(nama, self.alamat)
			self.assertEqual(
				(halaman.status, halaman.teks), (404, self.open(nama, f"{HALAMAN}?pegawai=X").teks)
			)
			self.assertEqual(self.open(nama, f"{HALAMAN}?skp={self.skp.name}").status, 404)

	def test_a_head_of_region_and_an_officer_are_found_and_shown(self):
		for data, cari, tampil in (
			({"nrp": "78051234"}, "78051234", "NRP 78051234"),
			({}, "Kepala", "Kepala"),
		):
			frappe.db.set_value(
				"Employee", self.instansi.pegawai["kepala"], {"nip": None, "nrp": None, **data}
			)
			with self.subTest(cari), as_user(self.instansi.user["pengelola"]):
				alamat = next(row["alamat"] for row in find_pegawai(cari) if row["nama"] == "Kepala")
				self.assertIn(tampil, self.open("pengelola", alamat).teks)

	def test_a_report_leads_there_by_the_plan(self):
		self.assertEqual(self.open("pengelola", f"{HALAMAN}?skp={self.skp.name}").tujuan, self.alamat)

	def test_a_former_penilai_sees_what_names_him_as_it_was_then(self):
		frappe.db.set_value(
			"Employee", self.skp.pegawai, {"reports_to": None, "designation": "Jabatan Kepala"}
		)
		teks = self.open("penilai", self.alamat).teks
		self.assertIn("Jabatan Petugas", teks)
		self.assertNotIn("Jabatan Kepala", teks)

	def test_as_many_queries_for_two_years_as_for_one(self):
		self.open("penilai", self.alamat)
		with watch_query() as query:
			self.open("penilai", self.alamat)
		setahun = query.call_count
		make_skp(self.instansi, tahap=Tahap.DRAF, periode=make_periode(self.instansi.name, 2026).name)
		self.open("penilai", self.alamat)
		with watch_query() as query:
			self.open("penilai", self.alamat)
		self.assertLessEqual(query.call_count, setahun)


class TestCari(UjiPortal):
	def cari(self, nama: str, teks: str) -> str:
		return self.open(nama, HALAMAN, {"aksi": "cari", "cari": teks}).teks

	def test_by_name_and_nip_within_what_each_may_see(self):
		make_skp(self.instansi)
		nip = make_nip(3)
		for nama in ("penilai", "kepala", "pengelola", "auditor", "pengelola_unit"):
			for teks in ("petug", nip, nip[:8] + " " + nip[8:]):
				with self.subTest(f"{nama} {teks}"):
					self.assertIn("1 pegawai ditemukan Petugas", self.cari(nama, teks))
		for nama in ("kolega", "tetangga"):
			self.assertIn("0 pegawai ditemukan", self.cari(nama, "petug"))

	def test_who_has_no_plan_yet_is_found_by_those_who_answer_for_him(self):
		for nama in ("penilai", "pengelola"):
			self.assertIn("1 pegawai ditemukan Petugas", self.cari(nama, "petug"))
			alamat = f"{HALAMAN}?pegawai={self.instansi.pegawai['petugas']}"
			self.assertIn("Belum ada dokumen kinerja", self.open(nama, alamat).teks)

	def test_too_little_is_said_and_the_nip_is_in_no_address(self):
		halaman = self.open("penilai", HALAMAN, {"aksi": "cari", "cari": "pe"})
		self.assertIn("sedikitnya 3 huruf", halaman.get_galat())
		isi = self.open("pengelola", HALAMAN, {"aksi": "cari", "cari": make_nip(3)}).isi
		self.assertNotRegex(isi, r'href="[^"]*\d{18}')

	def test_staff_are_offered_no_search(self):
		self.assertNotIn("Cari Pegawai", self.open("petugas", "/kinerja").html)
		for nama in ("penilai", "auditor"):
			self.assertIn("Cari Pegawai", self.open(nama, "/kinerja/pohon").html)


class TestCariDiDesk(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)

	def search(self, nama: str, teks: str, **lain) -> list:
		with as_user(self.instansi.user[nama]):
			return search(teks, **lain)

	def test_plans_are_found_by_the_person_they_are_about(self):
		for teks in ("Petugas", make_nip(3)):
			hasil = [row for row in self.search("pengelola", teks) if row["doctype"] == "SKP"]
			self.assertEqual([row["name"] for row in hasil], [self.skp.name])
			self.assertIn("Pegawai : Petugas", hasil[0]["content"])

	def test_nobody_finds_what_he_may_not_read(self):
		for nama in ("kolega", "tetangga"):
			for teks in ("Petugas", make_nip(3)):
				self.assertEqual([row for row in self.search(nama, teks) if row["doctype"] == "SKP"], [])

	def test_the_frameworks_index_shows_no_more_of_ours_than_may_be_read(self):
		terindeks = [frappe._dict(doctype="SKP", name=self.skp.name, content="Petugas", rank=1)]
		with patch.object(global_search, "search", return_value=terindeks):
			self.assertEqual(self.search("tetangga", "zzz"), [])
			self.assertEqual(len(self.search("pengelola", "zzz")), 1)

	def test_people_are_found_for_the_way_to_their_page(self):
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(
				[(row["nama"], row["alamat"]) for row in find_pegawai("petug")],
				[("Petugas", f"{HALAMAN}?pegawai={self.skp.pegawai}")],
			)
			self.assert_ditolak("sedikitnya 3 huruf", frappe.ValidationError, find_pegawai, " p ")
		with as_user(self.instansi.user["kolega"]):
			self.assertEqual(find_pegawai("petug"), [])
		with as_user("Guest"), self.assertRaises(frappe.PermissionError):
			find_pegawai("petug")
