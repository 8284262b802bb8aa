"""Where a File record leads on disk, however its address is written.

Frappe decodes an address, takes a host or a name for one, and follows ``..`` to anywhere in the site's folder.
"""

import posixpath
from urllib.parse import unquote

import frappe
from frappe import _

from kinerja_asn.constants.akses import TERJAGA

PRIVAT = "/private/files/"


def get_alamat(doc) -> str:
	"""Of a record without an address Frappe opens the file of its name."""
	if doc.get("file_url") or doc.get("is_folder"):
		return normalize_alamat(doc.get("file_url"))
	return normalize_alamat(f"{PRIVAT}{doc.file_name}" if doc.get("file_name") else "")


def normalize_alamat(alamat: str | None) -> str:
	alamat = decode(alamat)
	if "://" in alamat and PRIVAT in alamat:  # which host is this site's depends on the request's headers
		alamat = alamat[alamat.index(PRIVAT) :]
	return posixpath.normpath(alamat) if alamat else ""


def decode(alamat: str | None) -> str:
	sebelum, alamat = None, str(alamat or "")
	while alamat != sebelum:
		sebelum, alamat = alamat, unquote(alamat)
	return alamat


def check_bentuk(alamat: str | None) -> None:
	"""One file, one way to write it; and never out of the folders for files."""
	terurai = decode(alamat)
	berbelit = terurai.startswith("/") and posixpath.normpath(terurai) != terurai
	if berbelit or ".." in terurai.split("/"):
		frappe.throw(_("Alamat berkas tidak sah. Unggah berkasnya."), frappe.PermissionError)


def get_bukti(alamat: str) -> list:
	"""The records of documents of ours that lead to this address. None is left out: a client may send any name."""
	if not alamat.startswith("/private/"):
		return []
	return frappe.get_all(
		"File",
		{"file_url": alamat, "attached_to_doctype": ("in", TERJAGA)},
		["attached_to_doctype", "attached_to_name"],
	)


def is_dipakai(alamat: str, kecuali: str | None = None) -> bool:
	"""Compared by the database, as Frappe does when it looks for the record of an address: there, A may be a."""
	return bool(frappe.db.exists("File", {"file_url": alamat, "name": ("!=", kecuali or "")}))
