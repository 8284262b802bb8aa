"""Units of an agency: which agency they belong to and what stands above them."""

import frappe
from frappe import _


def check_unit_instansi(unit: str, instansi: str) -> None:
	"""Refuses a unit of another agency, and one like "All Departments" that belongs to none."""
	if frappe.get_cached_value("Department", unit, "company") != instansi:
		frappe.throw(_("Unit {0} bukan bagian dari {1}.").format(unit, instansi))


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
