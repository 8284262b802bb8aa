"""The two permission hooks of Frappe, for our DocTypes, their child tables and the files attached to them."""

import frappe
from frappe import _
from frappe.core.doctype.file.file import has_permission as file_has_permission

from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA
from kinerja_asn.constants.isian import BERTAHAP
from kinerja_asn.permissions.dokumen import get_klausa, get_kolom, get_kondisi_sql, matches


def get_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	user = user or frappe.session.user
	return "" if user == "Administrator" else get_kondisi_sql(doctype, user)


def get_child_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""Frappe checks only the parent's DocType for a child table's list, not its rows: we do."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	return f"({_get_induk_sql(doctype, TABEL_ANAK[doctype], user)})"


def _get_induk_sql(tabel: str, induk: str, user: str) -> str:
	return (
		f"`tab{tabel}`.`parenttype` = '{induk}' and `tab{tabel}`.`parent` in "
		f"(select `name` from `tab{induk}` where {get_kondisi_sql(induk, user)})"
	)


def get_file_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""A file of ours is listed only for those who may see the document it belongs to."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	nama = ", ".join(f"'{nama}'" for nama in TERJAGA)
	boleh = [
		f"(`tabFile`.`attached_to_doctype` = '{nama}' and `tabFile`.`attached_to_name` in "
		f"(select `name` from `tab{nama}` where {get_kondisi_sql(nama, user)}))"
		for nama in TERJAGA
	]
	return f"(coalesce(`tabFile`.`attached_to_doctype`, '') not in ({nama}) or {' or '.join(boleh)})"


def get_workflow_action_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""Frappe lists what waits for a role to everybody who holds it, whoever the document is for."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	nama = ", ".join(f"'{nama}'" for nama in BERTAHAP)
	boleh = [
		f"(`tabWorkflow Action`.`reference_doctype` = '{nama}' and `tabWorkflow Action`.`reference_name` in "
		f"(select `name` from `tab{nama}` where {get_kondisi_sql(nama, user)}))"
		for nama in BERTAHAP
	]
	return f"(coalesce(`tabWorkflow Action`.`reference_doctype`, '') not in ({nama}) or {' or '.join(boleh)})"


def has_workflow_action_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	user = user or frappe.session.user
	if user == "Administrator" or doc.reference_doctype not in BERTAHAP:
		return True
	klausa = get_klausa(doc.reference_doctype, user)
	kolom = get_kolom(klausa)
	row = kolom and frappe.db.get_value(doc.reference_doctype, doc.reference_name, kolom, as_dict=True)
	return ptype not in ("delete", "write", "create") and matches(klausa, row or {})


def get_workflow_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""HR configures our workflows and sees no others."""
	if is_pengatur_situs(user or frappe.session.user):
		return ""
	return f"(`tabWorkflow`.`document_type` in ({', '.join(frappe.db.escape(nama) for nama in BERTAHAP)}))"


def has_workflow_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	if is_pengatur_situs(user or frappe.session.user):
		return True
	lama = None if doc.is_new() else frappe.db.get_value("Workflow", doc.name, "document_type")
	return doc.document_type in BERTAHAP and lama in (None, *BERTAHAP)


def is_pengatur_situs(user: str) -> bool:
	return user == "Administrator" or "System Manager" in frappe.get_roles(user)


def has_file_permission(doc, ptype: str | None = None, user: str | None = None, debug: bool = False) -> bool:
	"""Frappe lets anybody make a File record for the address of a private file and then read it as its owner."""
	user = user or frappe.session.user
	if ptype == "create" and user != "Administrator" and _is_peminjaman(doc, user):
		return False
	return file_has_permission(doc, ptype, user, debug=debug)


def _is_peminjaman(doc, user: str) -> bool:
	"""Does ``doc`` bring no content but the address of evidence that ``user`` may not read?"""
	if doc.get("content") or not (doc.file_url or "").startswith("/private/"):
		return False
	asli = frappe.get_all(
		"File", {"file_url": doc.file_url, "attached_to_doctype": ("in", TERJAGA)}, pluck="name"
	)
	return any(not frappe.get_doc("File", name).has_permission("read", user=user) for name in asli)


def has_permission(doc, ptype: str | None = None, user: str | None = None, debug: bool = False) -> bool:
	"""Decided on the stored row: what a client sends must not widen his own access."""
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	klausa = get_klausa(doc.doctype, user, ptype or "read")
	return matches(klausa, _get_row(doc, klausa))


def _get_row(doc, klausa) -> dict:
	kolom = get_kolom(klausa)
	if doc.is_new():
		return doc.get_pihak() if hasattr(doc, "get_pihak") else doc
	return (kolom and frappe.db.get_value(doc.doctype, doc.name, kolom, as_dict=True)) or {}


def prevent_sharing(doc, method=None) -> None:
	"""A share would re-open what the hooks deny."""
	if doc.share_doctype in TERJAGA:
		frappe.throw(
			_("{0} tidak dapat dibagikan: hak aksesnya mengikuti para pihak dalam dokumen.").format(
				_(doc.share_doctype)
			),
			frappe.PermissionError,
		)
