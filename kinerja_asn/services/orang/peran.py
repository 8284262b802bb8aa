"""Grants the roles that follow from being employed or from evaluating somebody, so that HR need not."""

import frappe

from kinerja_asn.constants.peran import PEGAWAI, PENILAI


def grant_peran(user: str | None, *roles: str) -> None:
	"""Adds roles to a user who lacks them. Only these two automatic roles; never those that HR decides on."""
	if not user or not frappe.db.exists("User", user):
		return
	missing = set(roles) & {PEGAWAI, PENILAI} - set(frappe.get_roles(user))
	if missing:
		doc = frappe.get_doc("User", user)
		doc.flags.ignore_permissions = True
		doc.add_roles(*sorted(missing))


def grant_peran_pegawai(doc, method=None) -> None:
	"""An Employee with a NIP takes part; his superior evaluates (doc_events of Employee)."""
	if doc.get("nip") and doc.status == "Active":
		grant_peran(doc.user_id, PEGAWAI)
	if doc.reports_to and doc.get("nip"):
		grant_peran(frappe.db.get_value("Employee", doc.reports_to, "user_id"), PENILAI)
