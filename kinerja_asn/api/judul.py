"""Stand-ins for endpoints of Frappe that tell any user the title of any record, or that there is one."""

import frappe
from frappe.desk import search

from kinerja_asn import compat
from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.penjaga import require_login


@frappe.whitelist(methods=["GET", "POST", "PUT", "DELETE"])
def get_link_title(doctype: str, docname: str) -> str | None:
	"""As frappe.desk.search.get_link_title; of a record of ours that the caller may not read, its name as he sent it."""
	if doctype in TERJAGA and not can_read(doctype, docname, require_login()):
		return docname
	return search.get_link_title(doctype, docname)


@frappe.whitelist(methods=["GET", "POST", "PUT", "DELETE"])
def validate_link(doctype: str, docname: str, fields: list | str | None = None) -> dict:
	"""As frappe.client.validate_link; a record of ours that the caller may not read does not exist for him."""
	if doctype in TERJAGA and not can_read(doctype, docname, require_login()):
		return {"name": None}
	return compat.validate_link(doctype, docname, fields)
