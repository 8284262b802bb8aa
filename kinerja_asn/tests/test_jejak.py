"""An Auditor reads the logs of our documents, of his agencies and of nobody's else (docs/permissions.md)."""

import frappe
from frappe.core.doctype.access_log.access_log import make_access_log

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import JEJAK
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_skp


class TestJejakAuditor(UjiKinerja):
	def setUp(self):
		super().setUp()
		for doctype in JEJAK:
			frappe.db.delete(doctype)
		self.skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.log("pengelola", doctype="SKP", file_type="XLSX")
		self.log("penilai", doctype="SKP", document=self.skp.name, file_type="PDF")
		self.log("tetangga", doctype="SKP", file_type="XLSX")
		self.log("pengelola", doctype="User", file_type="XLSX")

	def log(self, nama: str, **isi) -> None:
		with as_user(self.instansi.user[nama]):
			make_access_log(**isi)

	def get_terbaca(self, nama: str, doctype: str, kolom: list[str]) -> list:
		with as_user(self.instansi.user[nama]):
			try:
				return frappe.get_list(doctype, fields=kolom, as_list=True)
			except frappe.PermissionError:
				return []

	def test_exports_of_his_agency_and_prints_of_documents_he_reads(self):
		baris = self.get_terbaca("auditor", "Access Log", ["user", "file_type", "reference_document"])
		self.assertCountEqual(
			baris,
			[
				(self.instansi.user["pengelola"], "XLSX", None),
				(self.instansi.user["penilai"], "PDF", self.skp.name),
			],
		)

	def test_changes_of_our_documents_and_of_no_others(self):
		for doctype, nama in (("SKP", self.skp.name), ("User", self.skp.pegawai_user)):
			frappe.get_doc(doctype="Version", ref_doctype=doctype, docname=nama, data="{}").insert()
		dokumen = {tuple(row) for row in self.get_terbaca("auditor", "Version", ["ref_doctype", "docname"])}
		self.assertIn(("SKP", self.skp.name), dokumen)
		self.assertEqual({doctype for doctype, _nama in dokumen}, {"SKP"})

	def test_nothing_about_himself_that_he_may_not_see_and_nothing_to_be_changed(self):
		for doctype in JEJAK:
			for name in frappe.get_all(doctype, pluck="name"):
				with as_user(self.instansi.user["auditor"]):
					doc = frappe.get_doc(doctype, name)
					self.assertFalse(doc.has_permission("write") or doc.has_permission("delete"))
		asing = frappe.get_all("Access Log", {"export_from": "User"}, pluck="name")[0]
		with as_user(self.instansi.user["auditor"]):
			self.assertFalse(frappe.get_doc("Access Log", asing).has_permission("read"))

	def test_nobody_else_reads_them(self):
		for nama in ("petugas", "penilai", "pengelola", "pengelola_unit", "tetangga"):
			for doctype in JEJAK:
				with self.subTest(siapa=nama, doctype=doctype):
					self.assertEqual(self.get_terbaca(nama, doctype, ["name"]), [])
		self.assertTrue(frappe.get_list("Access Log", {"export_from": "User"}))
