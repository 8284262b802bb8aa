"""Child tables that several DocTypes share are read by document, through one module."""

import re

import frappe

from kinerja_asn.services.bersama.tabel_anak import get_saring_anak, is_anak
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import make_skp
from kinerja_asn.tests.guards.sumber import APP, get_python

INDUK_DAN_JENIS = re.compile(r"\.parent ==.*\.parenttype ==|\"parent\": .*\"parenttype\"(?!.*parentfield)")


class TestTabelAnak(UjiKinerja):
	def test_the_join_names_the_doctype_whatever_the_alias(self):
		skp = frappe.qb.DocType("SKP").as_("skp_lain")
		anak = frappe.qb.DocType("SKP Hasil Kerja").as_("hasil_lain")
		sql = str(frappe.qb.from_(anak).join(skp).on(is_anak(anak, skp)).select(anak.name)).replace("`", '"')
		self.assertIn('"hasil_lain"."parent"="skp_lain"."name"', sql)
		self.assertIn('"hasil_lain"."parenttype"=\'SKP\'', sql)

	def test_rows_of_another_doctype_are_not_taken(self):
		skp = make_skp(self.instansi)
		baris = skp.hasil_kerja[0]
		frappe.get_doc(
			doctype="SKP Hasil Kerja",
			parent=skp.name,
			parenttype="Perubahan SKP",
			parentfield="hasil_kerja",
			kunci=baris.kunci,
			rencana_hasil_kerja="asing",
		).db_insert()
		for nama in (skp.name, [skp.name]):
			with self.subTest(nama):
				rows = frappe.get_all("SKP Hasil Kerja", get_saring_anak("SKP", nama), pluck="name")
				self.assertCountEqual(rows, [row.name for row in skp.hasil_kerja])
		induk, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
		query = frappe.qb.from_(anak).join(induk).on(is_anak(anak, induk)).select(anak.name)
		rows = query.where(induk.name == skp.name).run(pluck=True)
		self.assertCountEqual(rows, [row.name for row in skp.hasil_kerja])

	def test_of_no_documents_there_are_no_rows(self):
		make_skp(self.instansi)
		self.assertEqual(frappe.get_all("SKP Hasil Kerja", get_saring_anak("SKP", [])), [])

	def test_services_and_surfaces_say_it_in_one_place(self):
		sendiri = [
			str(path.relative_to(APP))
			for path in get_python()
			if path.parts[len(APP.parts)] in ("services", "laporan", "lembar", "cetak", "portal")
			and INDUK_DAN_JENIS.search(path.read_text())
		]
		self.assertEqual(sendiri, ["services/bersama/tabel_anak.py"])
