"""Steps of a document's workflow for the desk's dialogs and other clients."""

import frappe
from frappe.model import workflow
from frappe.model.document import Document

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.penjaga import require_login, require_role
from kinerja_asn.services.bersama import langkah


@frappe.whitelist(methods=["POST"])
def apply_workflow(doc: dict | str, action: str) -> Document:
	"""As frappe.model.workflow.apply_workflow, on the version that the caller has before him: Frappe would take the
	step on whatever the document has become since."""
	require_login()
	dikirim = frappe.parse_json(doc)
	if dikirim.get("doctype") in BERTAHAP and dikirim.get("modified"):
		tersimpan = frappe.get_doc(dikirim["doctype"], dikirim.get("name"))
		langkah.check_belum_berubah(tersimpan, str(dikirim["modified"]))
	hasil = workflow.apply_workflow(doc, action)
	if dikirim.get("doctype") in BERTAHAP:
		hasil.run_method("onload")  # whose turn it is now, for the form that stays open
	return hasil


@frappe.whitelist(methods=["POST"])
def advance(doctype: str, name: str, tahap: str, modified: str | None = None) -> str:
	"""Take the session user's step towards ``tahap``; returns the document's new state."""
	require_login()
	doc = langkah.get_bertahap(doctype, name)
	langkah.advance(doc, Tahap(tahap), modified)
	return doc.workflow_state


@frappe.whitelist(methods=["POST"])
def send_back(doctype: str, name: str, alasan: str, modified: str | None = None) -> str:
	"""Return a submitted document to the employee with the reason; returns its new state."""
	require_role(PENILAI)
	doc = langkah.get_bertahap(doctype, name)
	langkah.send_back(doc, alasan, modified)
	return doc.workflow_state
