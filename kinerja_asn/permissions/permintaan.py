"""before_request: takes out of a request what would make Frappe answer about our documents without asking us.

It works on the request and not on a method's name, because Frappe also runs a method by the name of any module that
imports it.
"""

import frappe
from frappe import _

from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA

DIJAGA = {*TERJAGA, *TABEL_ANAK, "File", "Workflow", "Workflow Action"}
MENGHITUNG = ("get_count", "get_workflow_state_count")
BERJAGA_SENDIRI = (
	"frappe.client.get_count",
	"frappe.desk.reportview.get_count",
	"frappe.workflow.doctype.workflow.workflow.get_workflow_state_count",
)


def guard_permintaan() -> None:
	isi = frappe.local.form_dict or {}
	if isi.get("doctype") in DIJAGA:
		isi.pop("ignore_user_permissions", None)  # link search would read every row
		refuse_hitungan(isi)
	if isi.get("chart") or isi.get("chart_name"):
		refuse_kalender(isi)


def refuse_hitungan(isi: dict) -> None:
	"""The counting methods under another module's name are not the ones our hooks replace."""
	metode = isi.get("cmd") or frappe.local.request.path.rpartition("/")[2]
	if metode.rpartition(".")[2] in MENGHITUNG and metode not in BERJAGA_SENDIRI:
		frappe.throw(_("Jumlah dokumen kinerja tidak tersedia lewat jalan ini."), frappe.PermissionError)


def _parse_bagan(bagan) -> dict:
	try:
		return frappe.parse_json(bagan) or {}
	except ValueError:
		return {}  # another method's parameter of that name


def refuse_kalender(isi: dict) -> None:
	"""A heatmap is drawn from all rows, whoever asks, and the caller may make the chart up."""
	bagan = _parse_bagan(isi.get("chart"))
	if isi.get("chart_name"):
		bagan = (
			frappe.db.get_value("Dashboard Chart", isi["chart_name"], ["type", "document_type"], as_dict=True)
			or {}
		)
	if isinstance(bagan, dict) and bagan.get("type") == "Heatmap" and bagan.get("document_type") in DIJAGA:
		frappe.throw(_("Bagan kalender tidak tersedia untuk dokumen kinerja."), frappe.PermissionError)
