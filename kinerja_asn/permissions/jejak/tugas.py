"""ToDo: what somebody asks another to do about a document."""

import frappe

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import get_tersimpan
from kinerja_asn.permissions.penjaga import refuse_di_samping, refuse_tersembunyi


def guard_tugas(doc, method=None) -> None:
	"""A task marks its document for everybody who sees it, in the name of whoever assigns it: then, and afterwards."""
	refuse_di_samping(doc.reference_type)
	lama = get_tersimpan("ToDo", doc.name, ["reference_type", "reference_name", "assigned_by"])
	if lama and lama["reference_type"] in TERJAGA and frappe.session.user != "Administrator":
		doc.assigned_by = lama["assigned_by"]
	if doc.reference_type not in TERJAGA:
		return
	refuse_tersembunyi(doc.reference_type, doc.reference_name)
	if not lama or (lama["reference_type"], lama["reference_name"]) != (
		doc.reference_type,
		doc.reference_name,
	):
		doc.assigned_by = frappe.session.user
