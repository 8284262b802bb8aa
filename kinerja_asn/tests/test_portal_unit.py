"""Page /kinerja/unit: the results of all units of a period, filled in at once, row by row."""

from datetime import date

import frappe

from kinerja_asn.tests.factories import make_evaluasi, make_kinerja_unit, make_skp, make_unit
from kinerja_asn.tests.test_portal_dasar import UjiPortal

ALAMAT = "/kinerja/unit?periode=DUK-2025&masa=Tahunan-0"
SEKRETARIAT = "Sekretariat Uji - DUK"


class TestKinerjaUnit(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)
		self.skp = make_skp(self.instansi)
		make_skp(self.instansi, "penilai")
		self.place_pengelola(make_unit("Kepegawaian Uji", self.instansi.name), None)

	def place_pengelola(self, unit: str, atasan: str | None) -> None:
		"""Away from the units of the period: nobody sets the result that he is evaluated by."""
		pengelola = frappe.get_doc("Employee", self.instansi.pegawai["pengelola"])
		pengelola.update({"department": unit, "reports_to": atasan}).save()

	def fill(self, alamat: str = ALAMAT, nama: str = "pengelola", **isian):
		"""``isian``: unit's initial -> (predikat, dasar)."""
		unit = {"bidang": self.instansi.unit, "sekretariat": SEKRETARIAT}
		data = {
			f"{kolom}:{unit[kunci]}": nilai
			for kunci, isi in isian.items()
			if kunci in unit
			for kolom, nilai in zip(("predikat", "dasar"), isi, strict=True)
		}
		lain = {kunci: nilai for kunci, nilai in isian.items() if kunci not in unit}
		return self.open(nama, alamat, {"aksi": "simpan", **self.get_versi(alamat), **data, **lain})

	def get_versi(self, alamat: str) -> dict:
		halaman = self.open("pengelola", alamat)
		return {
			f"versi:{unit}": halaman.get_nilai(f"versi:{unit}") or ""
			for unit in (self.instansi.unit, SEKRETARIAT)
		}

	def get_hasil(self) -> dict:
		rows = frappe.get_all(
			"Kinerja Unit", {"periode": "DUK-2025"}, ["unit_kerja", "predikat_organisasi", "dasar"]
		)
		return {row.unit_kerja: (row.predikat_organisasi, row.dasar) for row in rows}

	def test_units_whose_leader_evaluates_somebody_stand_there_unfilled(self):
		make_unit("Unit Sepi Uji", self.instansi.name)
		halaman = self.open("pengelola", ALAMAT)
		self.assertIn("2 dari 2 unit belum diisi", halaman.teks)
		self.assertIn("Bidang Pendaftaran Uji 1 pegawai dinilai pimpinannya", halaman.teks)
		self.assertNotIn("Unit Sepi Uji", halaman.teks)
		self.assertIn("Unit Sepi Uji", self.open("pengelola", f"{ALAMAT}&semua=1").teks)
		pilihan = halaman.isi.partition(f'name="predikat:{self.instansi.unit}"')[2].partition("</select>")[0]
		self.assertNotIn("selected", pilihan)

	def test_all_at_once_with_one_basis_and_open_evaluations_follow(self):
		evaluasi = make_evaluasi(self.instansi, self.skp)
		jawaban = self.fill(bidang=("Baik", ""), sekretariat=("Istimewa", "SK 2"), dasar_bersama="SK 1/2026")
		self.assertEqual(jawaban.pesan, "kinerja_unit")
		self.assertEqual(
			self.get_hasil(), {self.instansi.unit: ("Baik", "SK 1/2026"), SEKRETARIAT: ("Istimewa", "SK 2")}
		)
		self.assertEqual(evaluasi.reload().predikat_organisasi, "Baik")

	def test_rows_that_fail_are_named_and_keep_what_was_typed(self):
		jawaban = self.fill(bidang=("Hebat", "SK 1"), sekretariat=("Baik", "SK 2"))
		self.assertIn("1 baris tersimpan, 1 belum (Bidang Pendaftaran Uji)", jawaban.teks)
		self.assertIn("Pilih capaian kinerja organisasi unit ini dari daftarnya", jawaban.teks)
		self.assertEqual(self.get_hasil(), {SEKRETARIAT: ("Baik", "SK 2")})
		jawaban = self.fill(bidang=("Baik", " "))
		self.assertIn("Isi dasar penetapannya", jawaban.teks)
		self.assertNotIn(self.instansi.unit, self.get_hasil())

	def test_the_result_of_her_own_unit_is_left_to_others(self):
		self.place_pengelola(SEKRETARIAT, None)
		halaman = self.open("pengelola", ALAMAT)
		pilihan = halaman.isi.partition(f'name="predikat:{SEKRETARIAT}"')[2].partition(">")[0]
		self.assertIn("disabled", pilihan)
		self.assertIn("ikut menentukan penilaian kinerja Anda", halaman.teks)
		jawaban = self.fill(bidang=("Baik", "SK 1"), sekretariat=("Istimewa", "SK 2"))
		self.assertIn("1 baris tersimpan, 1 belum (Sekretariat Uji)", jawaban.teks)
		self.assertIn("Minta pengelola kinerja lain atau administrator situs", jawaban.teks)
		self.assertEqual(self.get_hasil(), {self.instansi.unit: ("Baik", "SK 1")})

	def test_a_row_that_somebody_else_changed_meanwhile_is_not_overwritten(self):
		hasil = make_kinerja_unit(self.instansi, "Kurang")
		versi = self.get_versi(ALAMAT)
		hasil.update({"predikat_organisasi": "Baik"}).save()
		isian = {f"predikat:{self.instansi.unit}": "Istimewa", f"dasar:{self.instansi.unit}": "SK 9"}
		jawaban = self.open("pengelola", ALAMAT, {"aksi": "simpan", **versi, **isian})
		self.assertIn("sudah berubah sejak Anda membukanya", jawaban.teks)
		self.assertEqual(self.get_hasil()[self.instansi.unit][0], "Baik")

	def test_rows_that_stay_as_they_are_are_not_saved_again(self):
		hasil = make_kinerja_unit(self.instansi)
		sebelum = hasil.modified
		self.fill(bidang=(hasil.predikat_organisasi, hasil.dasar), sekretariat=("", ""))
		self.assertEqual(str(hasil.reload().modified), str(sebelum))
		self.assertEqual(list(self.get_hasil()), [self.instansi.unit])

	def test_only_who_runs_the_agency_fills_it_in(self):
		for nama in ("penilai", "petugas", "pengelola_unit", "auditor"):
			self.assertEqual(self.open(nama, ALAMAT).status, 403, nama)
		halaman = self.open("tetangga", ALAMAT)
		self.assertNotIn("Bidang Pendaftaran Uji", halaman.teks)
		self.open(
			"tetangga",
			ALAMAT,
			{"aksi": "simpan", f"predikat:{self.instansi.unit}": "Baik", "dasar_bersama": "x"},
		)
		self.assertEqual(self.get_hasil(), {})

	def test_the_latest_period_whose_time_has_come_is_offered(self):
		for hari, label in (
			(date(2025, 4, 5), "Triwulan I 2025"),
			(date(2025, 12, 30), "Triwulan III 2025"),
			(date(2026, 1, 5), "Tahun 2025"),
		):
			frappe.flags.current_date = hari
			isi = self.open("pengelola", "/kinerja/unit?periode=DUK-2025").isi
			self.assertIn(f"selected>{label}", isi)

	def test_in_the_desk_no_result_is_chosen_beforehand(self):
		self.assertFalse(frappe.new_doc("Kinerja Unit").predikat_organisasi)
