"""Steps of a document's workflow for the desk's dialogs and other clients."""

import frappe
from frappe.model import workflow
from frappe.model.document import Document

from kinerja_asn.constants.isian import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.penjaga import require_login, require_role
from kinerja_asn.services.portal import aksi as portal_aksi


@frappe.whitelist(methods=["POST"])
def apply_workflow(doc: dict | str, action: str) -> Document:
	"""As frappe.model.workflow.apply_workflow, on the version that the caller has before him: Frappe would take the
	step on whatever the document has become since."""
	require_login()
	dikirim = frappe.parse_json(doc)
	if dikirim.get("doctype") in BERTAHAP and dikirim.get("modified"):
		tersimpan = frappe.get_doc(dikirim["doctype"], dikirim.get("name"))
		portal_aksi.check_belum_berubah(tersimpan, str(dikirim["modified"]))
	return workflow.apply_workflow(doc, action)


@frappe.whitelist(methods=["POST"])
def majukan(doctype: str, name: str, tahap: str, modified: str | None = None) -> str:
	"""Take the session user's step towards ``tahap``; returns the document's new state."""
	require_login()
	doc = portal_aksi.get_bertahap(doctype, name)
	portal_aksi.majukan(doc, Tahap(tahap), modified)
	return doc.workflow_state


@frappe.whitelist(methods=["POST"])
def kembalikan(doctype: str, name: str, alasan: str, modified: str | None = None) -> str:
	"""Return a submitted document to the employee with the reason; returns its new state."""
	require_role(PENILAI)
	doc = portal_aksi.get_bertahap(doctype, name)
	portal_aksi.kembalikan(doc, alasan, modified)
	return doc.workflow_state
