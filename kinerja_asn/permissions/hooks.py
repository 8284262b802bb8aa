"""The two permission hooks of Frappe for our DocTypes and their child tables."""

from collections.abc import Iterable

import frappe

from kinerja_asn.constants.akses import TABEL_ANAK
from kinerja_asn.permissions.dokumen import get_kolom, get_kondisi_sql, matches
from kinerja_asn.permissions.klausa import get_klausa


def get_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	user = user or frappe.session.user
	return "" if user == "Administrator" else get_kondisi_sql(doctype, user)


def get_child_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""Frappe checks only the parent's DocType for a child table's list, not its rows: we do."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	bagian = [f"({_get_induk_sql(doctype, induk, user)})" for induk in TABEL_ANAK[doctype]]
	return f"({' or '.join(bagian)})"


def _get_induk_sql(tabel: str, induk: str, user: str) -> str:
	return (
		f"`tab{tabel}`.`parenttype` = '{induk}' and `tab{tabel}`.`parent` in "
		f"(select `name` from `tab{induk}` where {get_kondisi_sql(induk, user)})"
	)


def get_rujukan_sql(
	tabel: str, kolom_doctype: str, kolom_nama: str, doctypes: Iterable[str], user: str
) -> str:
	"""Condition on a table whose rows belong to documents of any DocType: of ours, only those that may be seen."""
	if user == "Administrator":
		return ""
	milik, nama = f"`tab{tabel}`.`{kolom_doctype}`", f"`tab{tabel}`.`{kolom_nama}`"
	boleh = " or ".join(
		f"({milik} = '{doctype}' and {nama} in (select `name` from `tab{doctype}` where {get_kondisi_sql(doctype, user)}))"
		for doctype in doctypes
	)
	daftar = ", ".join(f"'{doctype}'" for doctype in doctypes)
	return f"(coalesce({milik}, '') not in ({daftar}) or {boleh})"


def has_permission(doc, ptype: str | None = None, user: str | None = None, debug: bool = False) -> bool:
	"""Decided on the stored row: what a client sends must not widen his own access."""
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	ptype = ptype or "read"
	klausa = get_klausa(doc.doctype, user, ptype)
	return matches(klausa, _get_row(doc, klausa, ptype))


def _get_row(doc, klausa, ptype: str) -> dict:
	"""The stored row whenever there is one, also when a client says that the document is new."""
	tersimpan = ptype != "create" and get_tersimpan(doc.doctype, doc.name, get_kolom(klausa))
	if tersimpan or not doc.is_new():
		return tersimpan or {}
	return doc.get_pihak() if hasattr(doc, "get_pihak") else doc


def get_tersimpan(doctype: str, name: str | None, kolom: list[str]) -> dict | None:
	"""As the database's own columns: ``frappe.db.get_value`` parses each name as SQL on v15, and every page asks here."""
	if not name or not kolom:
		return None
	table = frappe.qb.DocType(doctype)
	rows = frappe.qb.from_(table).select(*kolom).where(table.name == name).run(as_dict=True)
	return rows[0] if rows else None


def can_read(doctype: str, name: str, user: str) -> bool:
	"""The read predicate on a stored document, without loading it. A document that is gone: no."""
	if user == "Administrator":
		return bool(frappe.db.exists(doctype, name))
	klausa = get_klausa(doctype, user)
	return matches(klausa, get_tersimpan(doctype, name, get_kolom(klausa)) or {})
