"""Units of an agency: what they are called, which agency they belong to and what stands above them."""

from collections.abc import Iterable

import frappe
from frappe import _
from frappe.utils import escape_html
from frappe.utils.nestedset import get_root_of

from kinerja_asn.constants.peran import PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.permissions.sekitar import is_pengatur_situs


def check_unit_instansi(unit: str, instansi: str) -> None:
	"""Refuses a unit of another agency, and one like "All Departments" that belongs to none."""
	if frappe.get_cached_value("Department", unit, "company") != instansi:
		frappe.throw(
			_("Unit {0} bukan bagian dari {1}.").format(
				escape_html(get_nama_unit(unit)), escape_html(instansi)
			)
		)


def guard_susunan(doc, method=None) -> None:
	"""validate of Department: who answers for units decides not himself which units those are."""
	lama, user = doc.get_doc_before_save(), frappe.session.user
	if not lama or is_pengatur_situs(user) or PENGELOLA_UNIT not in frappe.get_roles(user):
		return
	instansi = get_instansi(user) if PENGELOLA in frappe.get_roles(user) else []
	pindah = any(doc.get(kolom) != lama.get(kolom) for kolom in ("parent_department", "company"))
	if pindah and not {doc.company, lama.company} <= set(instansi):
		frappe.throw(
			_("Susunan unit kerja diubah oleh pengelola kinerja instansi atau administrator situs."),
			frappe.PermissionError,
		)


def get_unit_ke_atas(unit: str | None) -> list[str]:
	"""``unit`` and the units above it, nearest first; lft/rgt of a tree can be corrupt, its parents are walked."""
	jalur: list[str] = []
	while unit and unit not in jalur:
		jalur.append(unit)
		unit = frappe.get_cached_value("Department", unit, "parent_department")
	return jalur


def get_unit_ke_bawah(unit: str) -> tuple[str, ...]:
	"""``unit`` and the units below it, to filter by; not a boundary of access (that is permissions/lingkup.py)."""
	return (unit, *frappe.db.get_descendants("Department", unit))


def get_nama_unit(unit: str | None) -> str:
	"""What people read: the unit's own name, with its parents where the agency has several of that name (nama_unit.py)."""
	return (unit and frappe.get_cached_value("Department", unit, "nama_unit")) or unit or ""


def get_banyak_nama_unit(unit: Iterable[str | None]) -> dict[str | None, str]:
	"""``get_nama_unit`` of many, in one query; of what is no unit, itself."""
	dicari = set(unit)
	rows = frappe.get_all(
		"Department", {"name": ("in", [nama for nama in dicari if nama] or [""])}, ["name", "nama_unit"]
	)
	nama = {row.name: row.nama_unit for row in rows}
	return {name: nama.get(name) or name or "" for name in dicari}


def get_daftar_unit(periode: str) -> list[tuple[str, str]]:
	"""(name, readable name) of the units of the period's agency, from the top down, indented by level."""
	instansi = frappe.get_cached_value("Periode Kinerja", periode, "instansi")
	rows = frappe.get_all(
		"Department", {"company": instansi}, ["name", "nama_unit", "parent_department"], order_by="lft"
	)
	tingkat: dict[str, int] = {}
	for row in rows:
		tingkat[row.name] = tingkat.get(row.parent_department, -1) + 1
	return [(row.name, "\u2003" * tingkat[row.name] + (row.nama_unit or row.name)) for row in rows]


def get_anak(induk: str | None, instansi: str | None = None) -> list[frappe._dict]:
	"""Units right below ``induk`` as a tree shows them: value, title (the name alone, its place says the rest), expandable.

	ERPNext's tree begins with the root that all agencies share, or, with an agency as filter, with that agency.
	"""
	saring = {"parent_department": induk or ("is", "not set")}
	if instansi:
		saring = {"name": get_root_of("Department")} if induk == instansi else {**saring, "company": instansi}
	return frappe.get_all(
		"Department",
		saring,
		["name as value", "department_name as title", "is_group as expandable"],
		order_by="department_name, name",
	)
