"""Stand-ins for endpoints of Frappe v15 that count rows of any DocType for any user (frappe.client.get_count has
no check at all). Whoever may not see a row must not count it: for our DocTypes they go through get_list."""

import frappe
from frappe import _
from frappe.workflow.doctype.workflow import workflow as frappe_workflow

from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA
from kinerja_asn.permissions.penjaga import require_login

DIHITUNG_KETAT = (*TERJAGA, *TABEL_ANAK, "File")


@frappe.whitelist(methods=["GET", "POST"])
def get_count(
	doctype: str, filters: dict | list | str | None = None, debug: bool = False, cache: bool = False
) -> int:
	"""As frappe.client.get_count, within the caller's rights for our DocTypes."""
	require_login()
	if doctype not in DIHITUNG_KETAT:
		return frappe.client.get_count(doctype, filters=filters, debug=debug, cache=cache)
	induk = TABEL_ANAK.get(doctype)
	rows = frappe.get_list(
		doctype, filters=frappe.parse_json(filters), pluck="name", limit_page_length=0, parent_doctype=induk
	)
	return len(rows)


@frappe.whitelist(methods=["GET", "POST"])
def get_workflow_state_count(doctype: str, workflow_state_field: str, states: list | str) -> list[dict]:
	"""As Frappe's, for those who may edit workflows: it counts every document whoever asks."""
	require_login()
	if not frappe.has_permission("Workflow", "write"):
		frappe.throw(_("Hanya pengelola alur kerja yang dapat melihat jumlah ini."), frappe.PermissionError)
	return frappe_workflow.get_workflow_state_count(doctype, workflow_state_field, frappe.parse_json(states))
