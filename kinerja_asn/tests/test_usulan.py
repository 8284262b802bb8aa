"""Figures proposed for a report: shown, taken over with one button, kept with their source, and nobody else's to say."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_catatan,
	make_hasil_kerja,
	make_indikator,
	make_realisasi,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

SUMBER = "catatan harian"


class TestUsulan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 6)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Arsip tertata")],
			indikator=[
				make_indikator(),
				make_indikator(
					hasil_kerja_ke=2, indikator="Arsip", arah="Naratif", target_naratif="Rapi", satuan=None
				),
			],
		)
		self.kunci, self.arsip = (iki.kunci for iki in self.skp.indikator)
		self.alamat = f"/kinerja/realisasi?skp={self.skp.name}&masa=4"
		for tanggal, volume in (("2025-03-31", 7), ("2025-04-01", 12), ("2025-04-30", 30), ("2025-05-02", 5)):
			make_catatan(self.skp, tanggal, {"indikator": self.kunci, "volume": volume})

	def get_april(self):
		return frappe.get_doc("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 4})

	def test_the_lines_of_the_period_are_proposed_beside_their_indikator(self):
		make_catatan(
			self.skp,
			"2025-04-02",
			{"volume": 100},
			{"hasil_kerja": self.skp.hasil_kerja[0].kunci, "volume": 100},
		)
		make_catatan(self.skp, "2025-04-03", {"indikator": self.arsip, "volume": 1})
		halaman = self.open("petugas", self.alamat)
		self.assertIn("Menurut catatan harian: 42", halaman.teks)
		self.assertTrue(halaman.has_tombol(f"pakai:{self.kunci}:0"))
		self.assertFalse(halaman.has_tombol(f"pakai:{self.arsip}:0"), "a narrative has no sum")

	def test_a_total_up_to_now_is_proposed_of_all_that_was_noted(self):
		frappe.db.set_value("SKP Indikator", {"kunci": self.kunci}, "cara_hitung", "Jumlah kumulatif")
		self.assertIn("Menurut catatan harian: 49", self.open("petugas", self.alamat).teks)

	def test_the_button_fills_it_in_and_stores_nothing(self):
		isian = {f"nilai-{self.kunci}": "3", "kendala": "Mesin rusak"}
		halaman = self.send("petugas", self.alamat, f"pakai:{self.kunci}:0", **isian)
		self.assertEqual(halaman.status, 200)
		self.assertEqual(halaman.get_nilai(f"nilai-{self.kunci}"), "42")
		self.assertEqual(halaman.get_nilai("kendala"), "Mesin rusak")
		self.assertFalse(frappe.db.exists("Realisasi Kinerja", {"skp": self.skp.name}))

	def test_a_button_that_names_what_is_not_proposed_changes_nothing(self):
		for rincian in ("", ":", f"{self.kunci}:1", f"{self.kunci}:x", "asing:0", f"{self.arsip}:0"):
			with self.subTest(rincian=rincian):
				isian = {f"nilai-{self.kunci}": "3"}
				halaman = self.send("petugas", self.alamat, f"pakai:{rincian}", **isian)
				self.assertEqual((halaman.status, halaman.get_nilai(f"nilai-{self.kunci}")), (200, "3"))

	def test_the_source_is_kept_while_the_figure_is_the_one_proposed(self):
		for nilai, sumber in (("42", SUMBER), ("41", None), ("42,0", SUMBER), ("", None)):
			with self.subTest(nilai=nilai):
				self.send("petugas", self.alamat, "simpan", **{f"nilai-{self.kunci}": nilai})
				self.assertEqual(self.get_april().baris[0].sumber_angka, sumber)

	def test_lines_that_come_later_leave_a_draft_without_its_source(self):
		self.send("petugas", self.alamat, "simpan", **{f"nilai-{self.kunci}": "42"})
		make_catatan(self.skp, "2025-04-29", {"indikator": self.kunci, "volume": 1})
		self.send("petugas", self.alamat, "simpan", **{f"nilai-{self.kunci}": "42"})
		self.assertIsNone(self.get_april().baris[0].sumber_angka)

	def test_no_client_says_where_a_figure_comes_from(self):
		with as_user(self.skp.pegawai_user):
			baris = [{"indikator": self.kunci, "realisasi": 41, "dilaporkan": 1, "sumber_angka": "SIAK"}]
			doc = frappe.get_doc(
				doctype="Realisasi Kinerja", skp=self.skp.name, masa_ke=4, baris=baris
			).insert()
			self.assertIsNone(doc.baris[0].sumber_angka)
			doc.baris[0].sumber_angka = SUMBER
			self.assert_ditolak("Sumber Angka", frappe.PermissionError, doc.save)

	def test_the_penilai_sees_it(self):
		doc = make_realisasi(self.skp, 4, 42, Tahap.DIAJUKAN)
		halaman = self.open("penilai", f"/kinerja/tim/realisasi?name={doc.name}")
		self.assertIn("Angkanya sama dengan yang menurut catatan harian.", halaman.teks)
