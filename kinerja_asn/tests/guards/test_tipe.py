"""Controllers name their fields with their types, as Frappe writes them when a DocType is saved in developer mode.

Where a DocType is changed without a bench nobody writes them: this test says what is missing.
"""

import ast
import unittest

from kinerja_asn.tests.guards.sumber import MODUL, get_doctypes, parse

TANPA_NILAI = ("Section Break", "Column Break", "Tab Break", "HTML", "Button", "Heading", "Fold", "Image")
TANPA_KOSONG = ("Check", "Currency", "Float", "Int", "Percent", "Rating", "Select", "Table")
TABEL = ("Table", "Table MultiSelect")
INDUK = dict.fromkeys(("parent", "parentfield", "parenttype"), "DF.Data")


def get_tipe_tertulis(doctype: str) -> dict[str, str]:
	"""Field -> annotation in the controller's block."""
	nama = doctype.lower().replace(" ", "_")
	(kelas,) = (
		node for node in parse(MODUL / "doctype" / nama / f"{nama}.py").body if isinstance(node, ast.ClassDef)
	)
	return {
		node.target.id: ast.unparse(node.annotation)
		for node in ast.walk(kelas)
		if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
	}


def get_tipe(doc: dict) -> dict[str, str]:
	"""The same from the DocType."""
	tipe = {df["fieldname"]: get_tipe_field(df) for df in doc["fields"] if df["fieldtype"] not in TANPA_NILAI}
	return {**tipe, **(INDUK if doc.get("istable") else {})}


def get_tipe_field(df: dict) -> str:
	if df["fieldtype"] == "Select":
		return (
			f"DF.Literal[{', '.join(repr(isi.strip()) for isi in (df.get('options') or '').split(chr(10)))}]"
		)
	if df["fieldtype"] in TABEL:
		return f"DF.{df['fieldtype'].replace(' ', '')}[{df['options'].replace(' ', '')}]"
	kosong = "" if df.get("reqd") or df["fieldtype"] in TANPA_KOSONG else " | None"
	return f"DF.{df['fieldtype'].replace(' ', '')}{kosong}"


class TestTipe(unittest.TestCase):
	def test_every_controller_names_its_fields_with_their_types(self):
		for nama, doc in get_doctypes().items():
			with self.subTest(doctype=nama):
				self.assertEqual(get_tipe_tertulis(nama), get_tipe(doc))


if __name__ == "__main__":
	unittest.main()
