"""Stand-ins for endpoints of Frappe v15 that count rows of any DocType for any user (frappe.client.get_count has
no check at all). Whoever may not see a row must not count it: for our DocTypes they go through get_list."""

import frappe
from frappe import _
from frappe.desk.doctype.dashboard_chart import dashboard_chart
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


@frappe.whitelist(methods=["GET", "POST"])
def get_chart(chart_name: str | None = None, chart: dict | str | None = None, **kwargs) -> dict:
	"""As Frappe's, except for heatmaps of our DocTypes: those are drawn from all rows, whoever asks, and the chart may
	be made up by the caller."""
	require_login()
	bagan = (
		frappe.get_doc("Dashboard Chart", chart_name)
		if chart_name
		else frappe._dict(frappe.parse_json(chart) or {})
	)
	if bagan.get("type") == "Heatmap" and bagan.get("document_type") in DIHITUNG_KETAT:
		frappe.throw(_("Bagan kalender tidak tersedia untuk dokumen kinerja."), frappe.PermissionError)
	kwargs.pop("cmd", None)
	return dashboard_chart.get(chart_name=chart_name, chart=chart, **kwargs)
