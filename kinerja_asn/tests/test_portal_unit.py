"""Page /kinerja/unit: the leader above sets the results of all units right under him, HR gathers what he needs for it."""

from datetime import date

import frappe

from kinerja_asn.tests.factories import (
	make_evaluasi,
	make_kinerja_unit,
	make_perjanjian,
	make_realisasi,
	make_skp,
	make_unit,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

ALAMAT = "/kinerja/unit?periode=DUK-2025&masa=Tahunan-0"
SEKRETARIAT = "Sekretariat Uji - DUK"


class UjiUnit(UjiPortal):
	"""Bidang is led by ``penilai``, so ``kepala`` sets its result; nobody above ``kepala`` is in the system."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)
		self.skp = make_skp(self.instansi)
		self.skp_penilai = make_skp(self.instansi, "penilai")
		self.place_pengelola(make_unit("Kepegawaian Uji", self.instansi.name), None)

	def place_pengelola(self, unit: str, atasan: str | None) -> None:
		"""Away from the units of the period: nobody sets the result that he is evaluated by."""
		pengelola = frappe.get_doc("Employee", self.instansi.pegawai["pengelola"])
		pengelola.update({"department": unit, "reports_to": atasan}).save()

	def fill(self, nama: str = "kepala", alamat: str = ALAMAT, unit: str | None = None, **isian):
		"""``isian``: column -> what is typed for ``unit`` (default: Bidang)."""
		unit = unit or self.instansi.unit
		lain = {kunci: isian.pop(kunci) for kunci in [*isian] if kunci == "dasar_bersama"}
		versi = self.open(nama, alamat).get_nilai(f"versi:{unit}") or ""
		data = {f"{kolom}:{unit}": nilai for kolom, nilai in isian.items()}
		return self.open(nama, alamat, {"aksi": "simpan", f"versi:{unit}": versi, **data, **lain})

	def get_hasil(self) -> dict:
		rows = frappe.get_all(
			"Kinerja Unit", {"periode": "DUK-2025"}, ["unit_kerja", "predikat_organisasi", "dasar"]
		)
		return {row.unit_kerja: (row.predikat_organisasi, row.dasar) for row in rows}

	def set_pencatat(self, nama: str) -> None:
		frappe.db.set_value(
			"Periode Kinerja", self.instansi.periode, "pencatat_unit_puncak", self.instansi.pegawai[nama]
		)
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)


class TestPenetap(UjiUnit):
	def test_a_leader_sees_the_units_right_under_him_with_their_basis(self):
		perjanjian = make_perjanjian(self.instansi, "penilai")
		frappe.db.set_value(
			"SKP Indikator", {"parent": self.skp_penilai.name}, "pk_indikator", perjanjian.indikator[0].kunci
		)
		for bulan in range(1, 13):
			make_realisasi(self.skp_penilai, bulan, 100)
		halaman = self.open("kepala", ALAMAT)
		self.assertIn("1 dari 1 unit belum ditetapkan", halaman.teks)
		self.assertIn("Bidang Pendaftaran Uji 1 pegawai dinilai pimpinannya, Penilai", halaman.teks)
		self.assertNotIn("Sekretariat Uji 1 pegawai", halaman.teks)
		self.assertIn("Perjanjian Kinerja: 1 indikator, 1 melampaui target.", halaman.teks)
		self.assertIn("1.200 pendaftaran, target 1.000 pendaftaran (Melampaui target)", halaman.teks)
		self.assertIn("Istimewa.", halaman.teks)

	def test_what_he_sets_is_kept_with_its_basis_and_open_evaluations_follow(self):
		evaluasi = make_evaluasi(self.instansi, self.skp)
		make_realisasi(self.skp_penilai, 1, 100)
		jawaban = self.fill(
			predikat_organisasi="Baik",
			dasar_bersama="Rapat 5 Januari",
			ekspektasi_pimpinan="Layanan keliling terwujud.",
		)
		self.assertEqual(jawaban.pesan, "kinerja_unit")
		doc = frappe.get_last_doc("Kinerja Unit")
		self.assertEqual((doc.predikat_organisasi, doc.dasar), ("Baik", "Rapat 5 Januari"))
		self.assertEqual((doc.nama_penetap, doc.nama_pimpinan), ("Kepala", "Penilai"))
		self.assertEqual(doc.ditetapkan_oleh, self.instansi.user["kepala"])
		self.assertEqual(doc.jenis_dasar, "IKU dan ekspektasi pimpinan")
		self.assertIn("SKP pimpinan unit: 1 indikator, 1 tertinggal.", doc.capaian)
		self.assertIn("1 dari 1 indikator di bawah target", doc.alasan_usulan)
		self.assertEqual(evaluasi.reload().predikat_organisasi, "Baik")
		self.assertIn("Ditetapkan Kepala pada 5 Januari 2026", self.open("kepala", ALAMAT).teks)

	def test_a_row_that_fails_is_named_and_keeps_what_was_typed(self):
		jawaban = self.fill(predikat_organisasi="Hebat", dasar="SK 1")
		self.assertIn("0 baris tersimpan, 1 belum (Bidang Pendaftaran Uji)", jawaban.teks)
		self.assertIn("Pilih capaian kinerja organisasi unit ini dari daftarnya", jawaban.teks)
		self.assertEqual(self.get_hasil(), {})
		jawaban = self.fill(predikat_organisasi="Baik", dasar=" ")
		self.assertIn("Isi dasar penetapannya", jawaban.teks)
		self.assertEqual(self.get_hasil(), {})

	def test_a_unit_that_is_left_for_later_is_left_although_its_choice_has_a_value(self):
		alamat = "/kinerja/unit?periode=DUK-2025&masa=Periodik-1"
		self.assertEqual(
			self.fill(alamat=alamat, predikat_organisasi="", jenis_dasar="Trajectory target").pesan,
			"kinerja_unit",
		)
		self.assertEqual(self.get_hasil(), {})
		self.fill(
			alamat=alamat,
			predikat_organisasi="Baik",
			dasar="SK 1",
			jenis_dasar="Rencana aksi Perjanjian Kinerja",
		)
		doc = frappe.get_last_doc("Kinerja Unit")
		self.assertEqual((doc.jenis_dasar, doc.masa), ("Rencana aksi Perjanjian Kinerja", "Triwulan I 2025"))

	def test_a_row_that_somebody_else_changed_meanwhile_is_not_overwritten(self):
		hasil = make_kinerja_unit(self.instansi, "Kurang")
		lama = str(hasil.modified)
		hasil.update({"predikat_organisasi": "Baik"}).save()
		unit = self.instansi.unit
		jawaban = self.open(
			"kepala",
			ALAMAT,
			{"aksi": "simpan", f"versi:{unit}": lama, f"predikat_organisasi:{unit}": "Istimewa"},
		)
		self.assertIn("sudah berubah sejak Anda membukanya", jawaban.teks)
		self.assertEqual(self.get_hasil()[unit][0], "Baik")

	def test_rows_that_stay_as_they_are_are_not_saved_again(self):
		hasil = make_kinerja_unit(self.instansi)
		self.fill(predikat_organisasi=hasil.predikat_organisasi, dasar=hasil.dasar)
		self.assertEqual(
			str(frappe.db.get_value("Kinerja Unit", hasil.name, "modified")), str(hasil.modified)
		)

	def test_the_head_himself_colleagues_and_another_agency_set_nothing(self):
		for nama in ("penilai", "pengelola", "tetangga"):
			with self.subTest(nama):
				self.fill(nama, predikat_organisasi="Istimewa", dasar="Saya")
				self.assertEqual(self.get_hasil(), {})
		for nama in ("petugas", "pengelola_unit", "auditor"):
			self.assertEqual(self.open(nama, ALAMAT).status, 403, nama)
		self.assertIn("Tidak ada unit langsung di bawah Anda", self.open("penilai", ALAMAT).teks)

	def test_after_january_the_page_says_that_last_years_counts(self):
		frappe.flags.current_date = date(2026, 2, 2)
		self.assertIn("Januari 2026 sudah lewat", self.open("kepala", ALAMAT).teks)

	def test_the_latest_period_whose_time_has_come_is_offered(self):
		for hari, label in (
			(date(2025, 4, 5), "Triwulan I 2025"),
			(date(2025, 12, 30), "Triwulan III 2025"),
			(date(2026, 1, 5), "Tahun 2025"),
		):
			frappe.flags.current_date = hari
			isi = self.open("kepala", "/kinerja/unit?periode=DUK-2025").isi
			self.assertIn(f"selected>{label}", isi)


class TestPengelola(UjiUnit):
	def test_hr_sees_all_units_in_whose_hands_each_is_and_gathers_recommendations(self):
		make_unit("Unit Sepi Uji", self.instansi.name)
		halaman = self.open("pengelola", ALAMAT)
		self.assertIn("2 dari 2 unit belum ditetapkan", halaman.teks)
		self.assertIn("Penetap: Kepala", halaman.teks)
		self.assertIn("belum ditentukan: isi Pencatat Predikat Unit Puncak", halaman.teks)
		self.assertNotIn("Unit Sepi Uji", halaman.teks)
		self.assertIn("Unit Sepi Uji", self.open("pengelola", f"{ALAMAT}&semua=1").teks)
		self.assertNotIn(f'name="predikat_organisasi:{self.instansi.unit}"', halaman.isi)
		self.assertEqual(
			self.fill("pengelola", rekomendasi_kepegawaian="Disiplin baik.").pesan, "kinerja_unit"
		)
		self.assertEqual(self.get_hasil(), {self.instansi.unit: ("", None)})
		self.assertIn("Disiplin baik.", self.open("kepala", ALAMAT).isi)
		self.assertEqual(self.fill(predikat_organisasi="Baik", dasar="SK 1").pesan, "kinerja_unit")
		self.assertEqual(self.get_hasil(), {self.instansi.unit: ("Baik", "SK 1")})

	def test_of_her_own_unit_nothing_is_hers(self):
		self.place_pengelola(SEKRETARIAT, None)
		halaman = self.open("pengelola", ALAMAT)
		self.assertNotIn(f"rekomendasi_kepegawaian:{SEKRETARIAT}", halaman.isi)
		self.assertIn("ikut menentukan penilaian kinerja Anda", halaman.teks)
		jawaban = self.fill("pengelola", unit=SEKRETARIAT, rekomendasi_kepegawaian="Bagus sekali")
		self.assertIn("0 baris tersimpan, 1 belum (Sekretariat Uji)", jawaban.teks)
		self.assertEqual(self.get_hasil(), {})

	def test_whom_hr_chose_records_the_result_of_the_unit_on_top(self):
		self.set_pencatat("pengelola")
		halaman = self.open("pengelola", ALAMAT)
		self.assertIn("Anda mencatat penetapan atasan di luar sistem", halaman.teks)
		self.fill("pengelola", unit=SEKRETARIAT, predikat_organisasi="Baik", dasar="Keputusan Bupati 1/2026")
		self.assertEqual(self.get_hasil(), {SEKRETARIAT: ("Baik", "Keputusan Bupati 1/2026")})
		self.fill("pengelola", predikat_organisasi="Istimewa", dasar="x")
		self.assertNotIn(self.instansi.unit, self.get_hasil(), "that unit has a leader above")

	def test_in_the_desk_no_result_is_chosen_beforehand(self):
		self.assertFalse(frappe.new_doc("Kinerja Unit").predikat_organisasi)
