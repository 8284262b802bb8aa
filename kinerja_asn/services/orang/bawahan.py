"""Who a leader evaluates, as of today: by Penugasan Penilai, else as direct superior (Pasal 1; p. 3)."""

from collections.abc import Collection

import frappe

from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pegawai import is_dinilai
from kinerja_asn.services.orang.pihak import choose_penilai


def get_bawahan(penilai: Collection[str]) -> list[frappe._dict]:
	"""Active ASN that ``penilai`` (Employees) evaluate: name, employee_name, designation, department, by name.

	Those to whom planning does not apply (p. 66 no. 8) are left out. Three queries.
	"""
	if not penilai:
		return []
	rows = _get_calon(penilai)
	penilainya = choose_penilai(rows)
	return [row for row in rows if penilainya[row.name] in penilai]


def _get_calon(penilai: Collection[str]) -> list[frappe._dict]:
	pegawai = frappe.qb.DocType("Employee")
	return (
		frappe.qb.from_(pegawai)
		.select(pegawai.name, pegawai.employee_name, pegawai.designation, pegawai.department)
		.select(pegawai.reports_to, pegawai.company)
		.where((pegawai.status == "Active") & (pegawai.nip != "") & is_dinilai(pegawai))
		.where(pegawai.reports_to.isin(list(penilai)) | pegawai.name.isin(_get_ditugaskan(penilai) or [""]))
		.orderby(pegawai.employee_name, pegawai.name)
		.run(as_dict=True)
	)


def _get_ditugaskan(penilai: Collection[str]) -> list[str]:
	table, hari_ini = frappe.qb.DocType("Penugasan Penilai"), get_today()
	return (
		frappe.qb.from_(table)
		.select(table.pegawai)
		.where(table.penilai.isin(list(penilai)) & (table.dari <= hari_ini))
		.where(table.sampai.isnull() | (table.sampai >= hari_ini))
		.run(pluck=True)
	)
