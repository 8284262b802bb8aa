"""Stand-ins for endpoints of Frappe v15 that count rows of any DocType for any user: whoever may not see a row must
not count it, in the tables that keep its traces neither (Version, Comment)."""

import frappe
from frappe import _
from frappe.desk import listview, reportview
from frappe.query_builder.functions import Count
from frappe.utils import escape_html
from frappe.workflow.doctype.workflow import workflow as frappe_workflow

from kinerja_asn.constants.akses import BERTAHAP, TABEL_ANAK, TERJAGA
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.permissions.penjaga import require_login
from kinerja_asn.permissions.sekitar import is_pengatur_situs
from kinerja_asn.services.bersama.isian import read_daftar, read_saringan


@frappe.whitelist(methods=["GET", "POST", "PUT", "DELETE"])
def get_count(
	doctype: str, filters: dict | list | str | None = None, debug: bool = False, cache: bool = False
) -> int:
	"""As frappe.client.get_count, within the caller's rights."""
	require_login()
	saringan = read_saringan(filters)
	if induk := TABEL_ANAK.get(doctype):
		return len(
			frappe.get_list(doctype, saringan, pluck="name", limit_page_length=0, parent_doctype=induk[0])
		)
	return _count_like_list_view(doctype, saringan)


def _count_like_list_view(doctype: str, filters: dict | list) -> int:
	"""The count below a list view is checked and made by the database, but takes its arguments from the request."""
	permintaan = frappe.local.form_dict
	frappe.local.form_dict = frappe._dict(
		doctype=doctype, filters=filters, fields=[], distinct=False, limit=None
	)
	try:
		return reportview.get_count()
	finally:
		frappe.local.form_dict = permintaan


@frappe.whitelist(methods=["GET", "POST", "PUT", "DELETE"])
def get_group_by_count(doctype: str, current_filters: dict | list | str, field: str) -> list[dict]:
	"""As frappe.desk.listview.get_group_by_count, which counts assignments of rows that the caller may not see."""
	require_login()
	saringan = read_saringan(current_filters)
	if doctype in TERJAGA and field == "assigned_to":
		return _count_tugas(doctype, saringan)
	try:
		return listview.get_group_by_count(doctype, frappe.as_json(saringan), field)
	except ValueError:  # Frappe's, about the field
		frappe.throw(_("Kolom {0} tidak ada pada {1}.").format(escape_html(field), _(doctype)))


def _count_tugas(doctype: str, saringan: dict | list) -> list[dict]:
	nama = frappe.get_list(doctype, saringan, pluck="name", limit_page_length=0)
	todo = frappe.qb.DocType("ToDo")
	return (
		frappe.qb.from_(todo)
		.select(todo.allocated_to.as_("name"), Count(todo.name).as_("count"))
		.where((todo.reference_type == doctype) & todo.reference_name.isin(nama or [""]))
		.where(todo.status != "Cancelled")
		.groupby(todo.allocated_to)
		.run(as_dict=True)
	)


@frappe.whitelist(methods=["GET", "POST", "PUT", "DELETE"])
def get_workflow_state_count(doctype: str, workflow_state_field: str, states: list | str) -> list[dict]:
	"""How many documents are in a state other than ``states``: of ours, those the caller may see."""
	user = require_login()
	if doctype in BERTAHAP:
		return _count_status(doctype, read_daftar(states, str))
	if not is_pengatur_situs(user):
		frappe.throw(_("Hanya pengelola situs yang dapat melihat jumlah ini."), frappe.PermissionError)
	return frappe_workflow.get_workflow_state_count(doctype, workflow_state_field, read_daftar(states, str))


def _count_status(doctype: str, states: list[str]) -> list[dict]:
	table = frappe.qb.DocType(doctype)
	return (
		frappe.qb.from_(table)
		.select(table.workflow_state, Count(table.name).as_("count"))
		.where(get_kondisi(doctype) & table.workflow_state.notin(states or [""]))
		.groupby(table.workflow_state)
		.run(as_dict=True)
	)
