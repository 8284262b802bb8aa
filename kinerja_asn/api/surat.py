"""Mails under a document: Frappe's way of moving one to another document asks nobody and runs no hook."""

import frappe
from frappe import email

from kinerja_asn.permissions.jejak.surat import refuse_tautan
from kinerja_asn.permissions.penjaga import require_login


@frappe.whitelist(methods=["POST"])
def relink(name: str, reference_doctype: str | None = None, reference_name: str | None = None) -> None:
	"""As frappe.email.relink, but neither to a document of ours nor from one."""
	require_login()
	refuse_tautan(name, reference_doctype)
	email.relink(name, reference_doctype, reference_name)
