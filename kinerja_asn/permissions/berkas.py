"""Files attached to our documents: seen with them, never lent, swapped, moved or taken away.

Frappe decides on the File document a client sends and lets anybody make a File record for the address of a private
file; both would open evidence (docs/permissions.md).
"""

import posixpath
from urllib.parse import unquote

import frappe
from frappe import _
from frappe.core.doctype.file.file import has_permission as frappe_has_permission

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import can_read, get_rujukan_sql

TETAP = ("file_url", "file_name", "attached_to_doctype", "attached_to_name", "is_private", "content_hash")


def get_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""A file of ours is listed only for those who may see the document it belongs to."""
	user = user or frappe.session.user
	return get_rujukan_sql("File", "attached_to_doctype", "attached_to_name", TERJAGA, user)


def has_permission(doc, ptype: str | None = None, user: str | None = None, debug: bool = False) -> bool:
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	if ptype == "create":
		doc.flags.isi_sendiri = bool(doc.get("content"))  # read by check_alamat; a client cannot set flags
		return frappe_has_permission(doc, ptype, user, debug=debug)
	tersimpan = get_tersimpan(doc)
	if not tersimpan or not is_seperti_tersimpan(doc, tersimpan):
		return False
	return frappe_has_permission(tersimpan, ptype, user, debug=debug)


def get_tersimpan(doc):
	"""The stored File of this name, whatever the client made of it."""
	return frappe.get_doc("File", doc.name) if doc.name and frappe.db.exists("File", doc.name) else None


def is_seperti_tersimpan(doc, tersimpan) -> bool:
	"""Same address and no content smuggled in: Frappe's file methods write what the sent document says."""
	diisi = doc.get("content") and not doc.flags.new_file
	return not diisi and normalize_alamat(doc.file_url) == normalize_alamat(tersimpan.file_url)


def normalize_alamat(alamat: str | None) -> str:
	return posixpath.normpath(unquote(alamat)) if alamat else ""


# --- document events of File


def guard_baru(doc, method=None) -> None:
	"""before_insert, also where Frappe inserts with permissions ignored."""
	check_sasaran(doc)
	if not doc.flags.isi_sendiri:
		check_alamat(doc)


def guard_perubahan(doc, method=None) -> None:
	"""validate: what is attached to a document of ours stays as it was uploaded."""
	lama = None if doc.is_new() else doc.get_doc_before_save()
	if not lama:
		return
	if lama.attached_to_doctype in TERJAGA and frappe.db.exists(
		lama.attached_to_doctype, lama.attached_to_name
	):
		if any(str(doc.get(kolom) or "") != str(lama.get(kolom) or "") for kolom in TETAP):
			frappe.throw(
				_("Berkas pada dokumen kinerja tidak dapat diganti, dipindahkan, atau dibuka untuk umum.")
			)
	elif normalize_alamat(doc.file_url) != normalize_alamat(lama.file_url):
		check_alamat(doc)
	if (doc.attached_to_doctype, doc.attached_to_name) != (lama.attached_to_doctype, lama.attached_to_name):
		check_sasaran(doc)


def check_sasaran(doc) -> None:
	"""Attaching to a document of ours needs the right to change it, and privacy."""
	if doc.attached_to_doctype not in TERJAGA:
		return
	if not doc.is_private:
		frappe.throw(_("Berkas pada dokumen kinerja harus diunggah sebagai berkas privat."))
	if frappe.db.exists(doc.attached_to_doctype, doc.attached_to_name):
		induk = frappe.get_doc(doc.attached_to_doctype, doc.attached_to_name)
		if not induk.has_permission("write"):
			frappe.throw(_("Anda tidak dapat melampirkan berkas pada dokumen ini."), frappe.PermissionError)


def check_alamat(doc) -> None:
	"""A record for an address that is evidence of a document the user may not see would lend it to him."""
	alamat = normalize_alamat(doc.file_url)
	if not alamat.startswith("/private/") or frappe.session.user == "Administrator":
		return
	for asli in frappe.get_all(
		"File",
		{"file_url": alamat, "attached_to_doctype": ("in", TERJAGA), "name": ("!=", doc.name or "")},
		["attached_to_doctype", "attached_to_name"],
	):
		if not can_read(asli.attached_to_doctype, asli.attached_to_name, frappe.session.user):
			frappe.throw(
				_("Anda tidak berhak memakai berkas ini. Unggah berkas Anda sendiri."), frappe.PermissionError
			)
