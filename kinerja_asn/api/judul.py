"""Stand-in for an endpoint of Frappe that tells the title of any record to any user."""

import frappe
from frappe.desk import search

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.penjaga import require_login


@frappe.whitelist(methods=["POST"])
def get_link_title(doctype: str, docname: str) -> str | None:
	"""As frappe.desk.search.get_link_title; of a record of ours that the caller may not read, its name as he sent it."""
	if doctype in TERJAGA and not can_read(doctype, docname, require_login()):
		return docname
	return search.get_link_title(doctype, docname)
