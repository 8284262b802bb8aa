"""PPPK Paruh Waktu (KepmenPANRB 16/2025): a plan within the contract, evaluated by quarters; PPPK without golongan."""

from datetime import date
from unittest.mock import patch

import frappe
from frappe.custom.doctype.custom_field.custom_field import create_custom_fields

from kinerja_asn.cetak.skp import get_cetak_skp
from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS
from kinerja_asn.constants.istilah import JenisASN, JenisEvaluasi, SumberPembukaan, Tahap
from kinerja_asn.services.bersama.periode import get_masa_evaluasi
from kinerja_asn.services.perencanaan.pembukaan.giliran import take_giliran
from kinerja_asn.services.perencanaan.pembukaan.latar import run
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_periode,
	make_realisasi,
	make_skp,
)
from kinerja_asn.tests.test_pembukaan import komit_semu

PARUH_WAKTU = str(JenisASN.PPPK_PARUH_WAKTU)


class UjiParuhWaktu(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		self.pegawai.update(
			{
				"jenis_asn": PARUH_WAKTU,
				"pangkat_golongan": "",
				"date_of_joining": "2024-10-01",
				"contract_end_date": "2025-09-30",
			}
		).save()
		self.set_bahasa_situs("id")  # saving an Employee makes a bench read its settings anew

	def renew(self, sampai: str | None) -> None:
		self.pegawai.update({"contract_end_date": sampai}).save()


class TestMasaKontrak(UjiParuhWaktu):
	def test_a_plan_ends_with_the_contract_and_goes_on_when_it_is_renewed(self):
		skp = make_skp(self.instansi)
		self.assertEqual((str(skp.awal), str(skp.akhir)), ("2025-01-01", "2025-09-30"))
		self.assertEqual(skp.jenis_asn, PARUH_WAKTU)
		self.renew("2026-09-30")
		self.assertEqual(str(skp.reload().akhir), "2025-12-31")
		jejak = frappe.get_all(
			"Comment", {"reference_name": skp.name, "comment_type": "Info"}, pluck="content"
		)
		self.assertIn("SKP ini berlaku sampai 31 Desember 2025 menurut perjanjian kerja pegawainya.", jejak)
		self.renew("2025-06-30")
		self.assertEqual(str(skp.reload().akhir), "2025-06-30")

	def test_of_the_year_in_which_the_contract_began_too(self):
		periode = make_periode(self.instansi.name, 2024).name
		skp = make_skp(self.instansi, periode=periode)
		self.assertEqual((str(skp.awal), str(skp.akhir)), ("2024-10-01", "2024-12-31"))

	def test_an_opening_bounds_its_drafts_and_names_whose_contract_is_over(self):
		periode = make_periode(self.instansi.name, 2026).name
		self.assertEqual(self.open_periode(periode).galat[0].pesan, self.get_pesan())
		self.assert_ditolak(
			self.get_pesan(),
			frappe.ValidationError,
			make_skp,
			self.instansi,
			tahap=Tahap.DRAF,
			periode=periode,
		)
		self.renew("2026-09-30")
		self.open_periode(periode)
		akhir = frappe.db.get_value("SKP", {"periode": periode, "pegawai": self.pegawai.name}, "akhir")
		self.assertEqual(str(akhir), "2026-09-30")

	def get_pesan(self) -> str:
		return (
			"Perjanjian kerja Petugas berakhir 30 September 2025. Bila diperpanjang, perbarui Contract End Date pada data "
			"pegawai ini."
		)

	def open_periode(self, periode: str):
		with komit_semu(), as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc(
				doctype="Pembukaan Periode", periode=periode, sumber=SumberPembukaan.KOSONG
			).insert()
			take_giliran(doc)
			run(doc.name)
		return doc.reload()

	def test_the_contract_of_others_bounds_nothing(self):
		self.pegawai.update({"jenis_asn": "PPPK"}).save()
		self.assertEqual(str(make_skp(self.instansi).akhir), "2025-12-31")

	def test_who_becomes_paruh_waktu_takes_his_open_plan_along(self):
		self.pegawai.update({"jenis_asn": "PPPK"}).save()
		skp = make_skp(self.instansi)
		self.pegawai.update({"jenis_asn": PARUH_WAKTU}).save()
		skp.reload()
		self.assertEqual((skp.jenis_asn, str(skp.akhir)), (PARUH_WAKTU, "2025-09-30"))


class TestEvaluasiTriwulanan(UjiParuhWaktu):
	def test_by_quarters_where_the_agency_evaluates_by_months(self):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "jenis_evaluasi_periodik", "Bulanan")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		skp = make_skp(self.instansi)
		make_kinerja_unit(self.instansi, "Istimewa", jenis="Periodik", masa_ke=3)
		evaluasi = make_evaluasi(self.instansi, skp, jenis="Periodik", masa_ke=1)
		self.assertEqual((evaluasi.masa, str(evaluasi.akhir)), ("Triwulan I 2025", "2025-03-31"))
		self.assertEqual(evaluasi.predikat_organisasi, "Istimewa")
		lain = make_skp(self.instansi, "kolega")
		self.assertEqual(make_evaluasi(self.instansi, lain, jenis="Periodik", masa_ke=1).masa, "Januari 2025")
		self.assertEqual(
			len(get_masa_evaluasi(self.instansi.periode, JenisEvaluasi.PERIODIK, PARUH_WAKTU)), 4
		)

	def test_the_year_is_evaluated_when_the_contract_ends(self):
		skp = make_skp(self.instansi)
		for bulan in range(1, 10):
			make_realisasi(skp, bulan, 120)
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2025, 9, 29)
		self.assert_ditolak(
			"dapat dibuat mulai 30-09-2025", frappe.ValidationError, make_evaluasi, self.instansi, skp
		)
		frappe.flags.current_date = date(2025, 9, 30)
		evaluasi = make_evaluasi(self.instansi, skp)
		self.assertEqual(evaluasi.hasil[0].capaian_persen, 108)
		self.assertEqual(evaluasi.find_kekurangan(), [])
		self.assertEqual(evaluasi.tahap, Tahap.DRAF)

	def test_others_are_evaluated_at_the_end_of_december(self):
		frappe.flags.current_date = date(2025, 9, 30)
		lain = make_skp(self.instansi, "kolega")
		self.assert_ditolak("dapat dibuat mulai", frappe.ValidationError, make_evaluasi, self.instansi, lain)


class TestTanpaGolongan(UjiParuhWaktu):
	def test_forms_print_a_dash(self):
		cetak = get_cetak_skp(make_skp(self.instansi))
		self.assertEqual((cetak.pegawai["pangkat"], cetak.penilai["pangkat"]), ("–", "Penata / III.c"))

	def test_golongan_of_a_pppk_is_read_without_ruang(self):
		self.pegawai.update({"pangkat_golongan": "V"}).save()
		self.assertEqual(self.pegawai.pangkat_golongan, "Golongan V")

	def test_a_site_that_is_migrated_gets_the_new_kind(self):
		nama = frappe.db.get_value("Custom Field", {"dt": "Employee", "fieldname": "jenis_asn"})
		frappe.db.set_value("Custom Field", nama, "options", "\nPNS\nPPPK")
		bidang = [field for field in CUSTOM_FIELDS["Employee"] if field["fieldname"] == "jenis_asn"]
		with patch.object(frappe.db, "updatedb"):  # DDL would end the test's transaction
			create_custom_fields({"Employee": bidang}, ignore_validate=True)
		self.assertIn(PARUH_WAKTU, frappe.db.get_value("Custom Field", nama, "options").split("\n"))
