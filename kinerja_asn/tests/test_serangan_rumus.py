"""Formulas in names and stored texts leave as texts, by each of Frappe's exports of ours."""

import csv
from io import BytesIO, StringIO

import frappe
from frappe.app import make_form_dict
from frappe.handler import execute_cmd
from frappe.utils.response import build_response
from openpyxl import load_workbook
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from kinerja_asn.lembar.rumus import export_at_once, is_rumus, neutralise, neutralise_csv
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp

RUMUS = '=HYPERLINK("http://jahat.example";"klik")'
DAFTAR = "frappe.desk.reportview.export_query"
LAPORAN = "frappe.desk.query_report.export_query"
TEMPLAT = "frappe.core.doctype.data_import.data_import.download_template"
DATA = "frappe.core.doctype.data_export.exporter.export_data"


class TestRumus(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		make_realisasi(self.skp, 1, 10)
		frappe.db.set_value(
			"SKP", self.skp.name, {"nama_pegawai": RUMUS, "nama_penilai": "-1+cmd|' /C calc'!A0"}
		)
		frappe.db.set_value("Employee", self.skp.pegawai, "employee_name", RUMUS)

	def export(self, metode: str, siapa: str = "", **isi) -> bytes:
		"""As the server answers the desk."""
		semula = {nama: getattr(frappe.local, nama, None) for nama in ("request", "form_dict", "response")}
		try:
			frappe.local.request = Request(
				EnvironBuilder(f"/api/method/{metode}", method="POST", data=isi).get_environ()
			)
			frappe.local.response = frappe._dict({"docs": []})
			with as_user(siapa or self.instansi.user["pengelola"]):
				make_form_dict(frappe.local.request)
				export_at_once()
				execute_cmd(metode)
				jawaban = build_response("json")
				neutralise(jawaban, frappe.local.request)
			return jawaban.get_data()
		finally:
			for nama, nilai in semula.items():
				setattr(frappe.local, nama, nilai)

	def get_ekspor(self, jenis: str):
		kolom = ["`tabSKP`.`name`", "`tabSKP`.`nama_pegawai`", "`tabSKP`.`nama_penilai`"]
		yield (
			DAFTAR,
			{
				"doctype": "SKP",
				"fields": frappe.as_json(kolom),
				"file_format_type": jenis,
				"export_in_background": "1",
			},
		)
		saringan = frappe.as_json({"periode": self.instansi.periode, "sampai": "2025-12-31"})
		yield (
			LAPORAN,
			{
				"report_name": "Progres Realisasi",
				"filters": saringan,
				"file_format_type": jenis,
				"visible_idx": "[0, 1, 2, 3]",
			},
		)
		yield (
			TEMPLAT,
			{
				"doctype": "SKP",
				"export_fields": frappe.as_json({"SKP": ["nama_pegawai", "nama_penilai"]}),
				"export_records": "all",
				"file_type": jenis,
			},
		)
		pilihan = frappe.as_json({"SKP": ["name", "nama_pegawai", "nama_penilai"]})
		yield (
			DATA,
			{
				"doctype": "SKP",
				"with_data": "1",
				"select_columns": pilihan,
				"file_type": jenis,
				"template": "1",
			},
		)

	def test_a_csv_has_no_formula(self):
		for metode, isi in self.get_ekspor("CSV"):
			with self.subTest(metode):
				sel = [
					sel
					for baris in csv.reader(StringIO(self.export(metode, **isi).decode()))
					for sel in baris
				]
				self.assertIn(f"'{RUMUS}", sel)
				self.assertFalse([teks for teks in sel if is_rumus(teks)])

	def test_a_workbook_has_texts(self):
		for metode, isi in self.get_ekspor("Excel"):
			with self.subTest(metode):
				buku = load_workbook(BytesIO(self.export(metode, **isi)))
				sel = [sel for lembar in buku for baris in lembar.iter_rows() for sel in baris]
				self.assertEqual([isi.data_type for isi in sel if isi.value == RUMUS], ["s"])
				self.assertFalse([isi.value for isi in sel if isi.data_type == "f"])

	def test_what_is_not_ours_is_left_as_it_is(self):
		isi = {"doctype": "Employee", "fields": '["employee_name"]', "file_format_type": "CSV"}
		isi["filters"] = frappe.as_json({"name": self.skp.pegawai})
		_kepala, baris = csv.reader(StringIO(self.export(DAFTAR, "Administrator", **isi).decode()))
		self.assertIn(RUMUS, baris)

	def test_numbers_and_quoted_lines_stay_as_they_are(self):
		for semula, menjadi in (
			("1;-2,5;+3\r\n", "1;-2,5;+3\r\n"),
			('"-5 %";"- daftar"\n', '"-5 %";"\'- daftar"\n'),
			('"baris\n=1+1";=1+1\n@x;"=""a"""', '"baris\n=1+1";\'=1+1\n\'@x;"\'=""a"""'),
			("\t=1;biasa", "'\t=1;biasa"),
			("", ""),
		):
			with self.subTest(semula):
				self.assertEqual(neutralise_csv(semula, ";"), menjadi)
