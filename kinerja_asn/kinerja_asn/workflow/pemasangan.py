"""Creates the shipped workflows where they are missing, and removes them at uninstall."""

import frappe

from kinerja_asn.permissions.pelaku import syarat_langkah
from kinerja_asn.tahap.bawaan import ALUR_BAWAAN, NAMA_STATUS, NAMA_TINDAKAN, Alur


def ensure_alur() -> None:
	"""One workflow per DocType; any workflow HR has made for it, active or not, counts as there."""
	for alur in ALUR_BAWAAN:
		if not frappe.db.exists("Workflow", {"document_type": alur.doctype}):
			build_alur(alur).insert(ignore_permissions=True)


def build_alur(alur: Alur):
	return frappe.get_doc(
		{
			"doctype": "Workflow",
			"workflow_name": alur.nama,
			"document_type": alur.doctype,
			"workflow_state_field": "workflow_state",
			"is_active": 1,
			"send_email_alert": 0,
			"states": [
				{
					"state": status.nama,
					"tahap_kinerja": status.tahap,
					"allow_edit": status.pengubah,
					"doc_status": "0",
				}
				for status in alur.status
			],
			"transitions": [
				{
					"state": langkah.dari,
					"action": langkah.tindakan,
					"next_state": langkah.ke,
					"allowed": langkah.peran,
					"allow_self_approval": 1,
					"condition": syarat_langkah(alur.doctype, langkah.peran),
				}
				for langkah in alur.langkah
			],
		}
	)


def remove_alur() -> None:
	"""Every workflow on our DocTypes, HR's own included, then our states and actions that nothing else uses."""
	for alur in ALUR_BAWAAN:
		for name in frappe.get_all("Workflow", {"document_type": alur.doctype}, pluck="name"):
			frappe.delete_doc("Workflow", name, force=True, ignore_permissions=True)
	_remove_unused("Workflow State", NAMA_STATUS, (("Workflow Document State", "state"),))
	_remove_unused("Workflow Action Master", NAMA_TINDAKAN, (("Workflow Transition", "action"),))


def _remove_unused(doctype: str, names: tuple[str, ...], users: tuple[tuple[str, str], ...]) -> None:
	for name in names:
		used = any(frappe.db.exists(child, {field: name}) for child, field in users)
		if not used and frappe.db.exists(doctype, name):
			frappe.delete_doc(doctype, name, force=True, ignore_permissions=True)
