"""The running year leads until it ends, on every page and report, and each lets one choose another."""

from datetime import date

import frappe

from kinerja_asn.api.judul import get_link_title
from kinerja_asn.api.periode import get_utama
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.laporan.bagian import read_periode
from kinerja_asn.patches.v1_0 import namai_periode
from kinerja_asn.services.bersama.periode import choose_periode, find_periode_utama, name_periode
from kinerja_asn.tests.factories import as_user, make_periode, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal

INI, DEPAN = "DUK-2025", "DUK-2026"
NOVEMBER, JANUARI = date(2025, 11, 20), date(2026, 1, 2)


class UjiPeriode(UjiPortal):
	def setUp(self):
		super().setUp()
		self.depan = make_periode(self.instansi.name, 2026).name

	def make_kedua(self, nama: str = "petugas") -> tuple:
		"""His plan of this year, set, and the draft that the opening of the next has made."""
		ini = make_skp(self.instansi, nama)
		return ini, make_skp(self.instansi, nama, Tahap.DRAF, periode=self.depan)


class TestPilihan(UjiPeriode):
	def test_the_year_that_runs_leads_until_it_ends(self):
		for hari, utama in (
			(NOVEMBER, INI),
			(date(2025, 12, 31), INI),
			(JANUARI, DEPAN),
			(date(2024, 5, 1), INI),
		):
			frappe.flags.current_date = hari
			self.assertEqual(choose_periode([DEPAN, INI]), utama, hari)
			self.assertEqual(choose_periode([INI, DEPAN]), utama, hari)
		self.assertIsNone(choose_periode([]))

	def test_what_is_asked_for_counts_if_it_is_there(self):
		frappe.flags.current_date = NOVEMBER
		self.assertEqual(choose_periode([DEPAN, INI], DEPAN), DEPAN)
		self.assertEqual(choose_periode([DEPAN, INI], "DTU-2025"), INI)

	def test_the_last_year_leads_while_the_new_one_is_not_opened(self):
		frappe.db.set_value("Periode Kinerja", DEPAN, "status", "Draf")
		frappe.flags.current_date = JANUARI
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(find_periode_utama(), INI)


class TestHalaman(UjiPeriode):
	def test_opening_next_year_in_november_changes_nobodys_start_page(self):
		ini, depan = self.make_kedua()
		frappe.flags.current_date = NOVEMBER
		halaman = self.open("petugas", "/kinerja")
		self.assertIn("SKP 2025 Ditetapkan", halaman.teks)
		self.assertIn("2026: SKP Anda belum diajukan", halaman.teks)
		self.assertIn(f"/kinerja?skp={depan.name}", halaman.isi)
		self.assertIn(f'value="{ini.name}" selected', halaman.isi)
		frappe.flags.current_date = JANUARI
		self.assertIn("SKP 2026 Draf", self.open("petugas", "/kinerja").teks)

	def test_a_period_to_plan_for_comes_first_only_when_its_year_runs(self):
		make_skp(self.instansi)
		for hari, dahulu in ((NOVEMBER, False), (JANUARI, True)):
			frappe.flags.current_date = hari
			teks = self.open("petugas", "/kinerja").teks
			self.assertEqual(teks.index("Susun SKP periode 2026") < teks.index("Langkah Anda"), dahulu)

	def test_whoever_came_after_a_year_is_not_asked_to_plan_for_it(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "date_of_joining", "2026-01-01")
		for alamat in ("/kinerja", "/kinerja/skp"):
			with self.subTest(alamat):
				teks = self.open("petugas", alamat).teks
				self.assertIn("eriode 2026", teks)
				self.assertNotIn("eriode 2025", teks)

	def test_team_and_matrix_open_on_the_running_year_and_let_one_choose(self):
		self.make_kedua()
		ini, depan = self.make_kedua("penilai")
		frappe.flags.current_date = NOVEMBER
		tim, matriks = (self.open("penilai", f"/kinerja/tim{halaman}") for halaman in ("", "/matriks"))
		self.assertIn("selected>2025", tim.isi)
		self.assertIn("SKP: Ditetapkan", tim.teks)
		self.assertIn(f'value="{ini.name}" selected', matriks.isi)
		self.assertIn(f'<option value="{depan.name}">2026', matriks.isi)
		self.assertIn("· 2026", self.open("penilai", f"/kinerja/tim/matriks?name={depan.name}").teks)
		self.assertIn("selected>2026", self.open("penilai", "/kinerja/tim?periode=DUK-2026").isi)

	def test_the_matrix_of_another_is_no_way_to_ones_own(self):
		self.make_kedua()
		skp = make_skp(self.instansi, "penilai")
		self.assertNotIn(
			'<select name="name"', self.open("kepala", f"/kinerja/tim/matriks?name={skp.name}").isi
		)

	def test_evaluations_of_the_year_that_ended_are_offered_in_the_next(self):
		self.make_kedua()
		frappe.flags.current_date = JANUARI
		teks = self.open("penilai", "/kinerja/tim").teks
		self.assertIn("Evaluasi tahunan, Tahun 2025: 1 pegawai", teks)

	def test_tree_and_worksheets_open_on_it(self):
		frappe.flags.current_date = NOVEMBER
		for halaman in ("pohon", "lembar"):
			self.assertIn("selected>2025", self.open("pengelola", f"/kinerja/{halaman}").isi, halaman)

	def test_reports_open_on_it(self):
		frappe.flags.current_date = NOVEMBER
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual((get_utama(), read_periode(None), read_periode(DEPAN)), (INI, INI, DEPAN))
		with as_user("Guest"):
			self.assertRaises(frappe.PermissionError, get_utama)


class TestNamaPeriode(UjiPortal):
	"""People read years; the code stands only where it tells two periods of one year apart."""

	def setUp(self):
		super().setUp()
		self.lain = make_periode("Dinas Tetangga Uji", 2025).name

	def test_a_list_of_one_agency_has_years(self):
		depan = make_periode(self.instansi.name, 2026).name
		self.assertEqual(
			name_periode([self.instansi.periode, depan]), {self.instansi.periode: "2025", depan: "2026"}
		)
		self.assertEqual(
			name_periode([self.instansi.periode, self.lain, depan]),
			{self.instansi.periode: self.instansi.periode, self.lain: self.lain, depan: "2026"},
		)

	def test_no_page_of_the_portal_shows_a_code(self):
		skp = make_skp(self.instansi)
		make_skp(self.instansi, "penilai")
		make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		for nama, alamat in (
			("petugas", "/kinerja"),
			("petugas", f"/kinerja/skp?name={skp.name}"),
			("petugas", f"/kinerja/versi?skp={skp.name}"),
			("petugas", f"/kinerja/lembar?skp={skp.name}"),
			("penilai", "/kinerja/tim"),
			("penilai", f"/kinerja/tim/skp?name={skp.name}"),
			("penilai", "/kinerja/tim/matriks"),
			("penilai", f"/kinerja/pegawai?pegawai={skp.pegawai}"),
			("pengelola", "/kinerja/unit"),
			("pengelola", "/kinerja/pohon"),
			("pengelola", "/kinerja/lembar"),
		):
			halaman = self.open(nama, alamat)
			with self.subTest(alamat):
				self.assertEqual(halaman.status, 200)
				self.assertNotIn(self.instansi.periode, halaman.teks.replace(skp.name, ""))

	def test_the_desk_shows_the_year_until_another_agency_has_it_too(self):
		frappe.delete_doc("Periode Kinerja", self.lain)
		for name in frappe.get_all(
			"Periode Kinerja", {"tahun": 2025, "name": ("!=", self.instansi.periode)}, pluck="name"
		):
			frappe.db.delete("Periode Kinerja", {"name": name})
		frappe.get_doc("Periode Kinerja", self.instansi.periode).save()
		self.assertEqual(get_link_title("Periode Kinerja", self.instansi.periode), "2025")
		lain = make_periode("Dinas Tetangga Uji", 2025).name
		for name in (self.instansi.periode, lain):
			self.assertEqual(get_link_title("Periode Kinerja", name), name)

	def test_periods_of_before_are_named_by_the_patch(self):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "nama_periode", None)
		namai_periode.execute()
		nama = frappe.db.get_value("Periode Kinerja", self.instansi.periode, "nama_periode")
		self.assertIn(nama, ("2025", self.instansi.periode))
