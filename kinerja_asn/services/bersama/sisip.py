"""Multi-row inserts: the rows of many documents in a few statements, for services that work set-based.

``frappe.db.bulk_insert`` makes an object of every single value, which takes four to twenty times as long as the
database needs for the rows themselves; here the values go to the driver as they are.

Nothing of Frappe runs for these rows: no naming, validation, hooks, versions or permissions. Who calls this has
checked them, and says how.
"""

from collections.abc import Mapping, Sequence

import frappe
from frappe.utils import create_batch

PARAMETER_MAKS = 30_000  # of one statement; SQLite takes 32,766


class BarisBaku:
	"""A row of a DocType as Frappe stores a new one with nothing filled in, made by the session user now."""

	def __init__(self, doctype: str):
		saat, user = frappe.utils.now(), frappe.session.user
		self.nilai = {
			**frappe.new_doc(doctype).get_valid_dict(),
			**{
				"creation": saat,
				"modified": saat,
				"owner": user,
				"modified_by": user,
				"docstatus": 0,
				"idx": 0,
			},
		}
		self.berisi = [(kolom, nilai) for kolom, nilai in self.nilai.items() if nilai is not None]

	def build(self, *isi: Mapping) -> dict:
		"""A row with all columns: the last of ``isi`` that has one, its default where that says nothing."""
		baris = dict(self.nilai)
		for bagian in isi:
			baris.update(bagian)
		for kolom, nilai in self.berisi:
			if baris[kolom] is None:
				baris[kolom] = nilai
		return baris


def insert_banyak(doctype: str, rows: Sequence[Mapping]) -> None:
	"""Insert ``rows``, which all have the columns of the first. Raises what the database raises; commits nothing."""
	if not rows:
		return
	# A column that is NULL in every row has no default (BarisBaku): left out, it is NULL all the same.
	kolom = [fieldname for fieldname in rows[0] if any(row[fieldname] is not None for row in rows)]
	for bagian in create_batch(rows, PARAMETER_MAKS // len(kolom)):
		nilai = [row[fieldname] for row in bagian for fieldname in kolom]
		frappe.db.sql(_get_perintah(doctype, kolom, len(bagian)), nilai)


def _get_perintah(doctype: str, kolom: list[str], banyak: int) -> str:
	"""Only names from the DocType itself are part of the text; every value is bound."""
	nama = ",".join(f"`{fieldname}`" for fieldname in kolom)
	baris = f"({','.join(['%s'] * len(kolom))})"
	return f"INSERT INTO `tab{doctype}` ({nama}) VALUES {','.join([baris] * banyak)}"
