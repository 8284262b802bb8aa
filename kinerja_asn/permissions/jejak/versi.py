"""Version: what a save has changed."""

import frappe

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import get_tersimpan
from kinerja_asn.permissions.jejak.tanda import is_announced, refuse_buatan, refuse_perubahan
from kinerja_asn.permissions.penjaga import refuse_di_samping


def guard_versi(doc, method=None) -> None:
	"""before_insert."""
	refuse_di_samping(doc.ref_doctype)
	if doc.ref_doctype not in TERJAGA or frappe.session.user == "Administrator":
		return
	if not is_announced("Version", doc.ref_doctype, doc.docname):
		refuse_buatan()


def guard_ubah_versi(doc, method=None) -> None:
	"""validate and on_trash."""
	if doc.is_new() or frappe.session.user == "Administrator":
		return
	lama = get_tersimpan("Version", doc.name, ["ref_doctype"]) or {}
	if {doc.ref_doctype, lama.get("ref_doctype")} & set(TERJAGA):
		refuse_perubahan()
