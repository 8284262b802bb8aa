"""What a record was before this save, and which of its fields become others."""

from collections.abc import Iterable, Mapping

import frappe
from frappe.utils import cast


def get_sebelum(doc) -> Mapping:
	"""The stored record; empty for a new one."""
	return doc.get_doc_before_save() or frappe._dict()


def find_berubah(doc, lama: Mapping, daftar_kolom: Iterable[str]) -> list[str]:
	"""Of a new record, what is filled in."""
	return [
		df.fieldname
		for df in map(doc.meta.get_field, daftar_kolom)
		if df and _normalize(df, doc.get(df.fieldname)) != _normalize(df, lama.get(df.fieldname))
	]


def _normalize(df, nilai):
	"""A form sends text, the database gives dates and numbers; nothing is nothing, however it is written."""
	return (cast(df.fieldtype, nilai) or None) if nilai not in (None, "") else None
