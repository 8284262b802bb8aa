"""What a step's condition may ask when HR writes it: about the document, and about nobody by name.

A condition that names a person would decide for or against that one: with it HR could leave her own Penilai only the
rating that she likes.
"""

import ast
import re
from collections.abc import Collection, Iterator

import frappe

from kinerja_asn.constants.akses import TERJAGA

SESI = ("frappe.session", "frappe.session.user")
# Who somebody is stands in links to him, in what is named after him, and in what is copied from his record.
ORANG = ("Employee", "User")
BERNAMA_ORANG = ("name", "owner", "modified_by")
SALINAN = re.compile(r"(nama|nip|nrp)_(pegawai|penilai|atasan|pemberi)")


def read_aman(syarat: str) -> ast.Expression | None:
	try:
		pohon = ast.parse(syarat.strip(), mode="eval")
	except SyntaxError:
		return None
	nama = {node.id for node in ast.walk(pohon) if isinstance(node, ast.Name)}
	akses = {ast.unparse(node) for node in ast.walk(pohon) if isinstance(node, ast.Attribute)}
	asing = {teks for teks in akses if teks.startswith("frappe")} - set(SESI)
	panggilan = any(isinstance(node, ast.Call) for node in ast.walk(pohon))
	return None if asing or panggilan or not nama <= {"doc", "frappe"} else pohon


def find_kolom_orang(doctype: str) -> set[str]:
	"""Columns that tell whose document it is, or who decides about it."""
	return {*BERNAMA_ORANG, *_find_kolom(doctype)}


def _find_kolom(doctype: str) -> Iterator[str]:
	bernama = {*ORANG, *TERJAGA} - {"Periode Kinerja"}
	for df in frappe.get_meta(doctype).fields:
		if (df.fieldtype == "Link" and df.options in bernama) or SALINAN.match(df.fieldname):
			yield df.fieldname


def is_tanpa_nama(pohon: ast.Expression, orang: Collection[str]) -> bool:
	"""Is every person in it only compared with another person of the document or the session, or with nobody?"""
	sah: set[int] = set()
	for banding in ast.walk(pohon):
		if isinstance(banding, ast.Compare):
			sisi = [banding.left, *banding.comparators]
			if all(_is_orang(node, orang) or _is_kosong(node) for node in sisi):
				sah |= {id(node) for node in sisi}
	return all(id(node) in sah for node in ast.walk(pohon) if _is_orang(node, orang))


def _is_orang(node: ast.AST, orang: Collection[str]) -> bool:
	if isinstance(node, ast.Attribute):
		return node.attr in orang or ast.unparse(node) == SESI[-1]
	if not isinstance(node, ast.Subscript):
		return False
	kunci = node.slice
	tetap = isinstance(kunci, ast.Constant)
	return ast.unparse(node.value) in ("doc", SESI[0]) and (not tetap or kunci.value in {*orang, "user"})


def _is_kosong(node: ast.AST) -> bool:
	return isinstance(node, ast.Constant) and node.value in (None, "")
