"""Who heads a unit, as far as the employees' data tell: a proposal, which HR may change."""

from collections import Counter

import frappe

from kinerja_asn.services.orang.pihak import choose_penilai
from kinerja_asn.services.orang.unit import get_unit_ke_bawah


def propose_pimpinan(unit: str) -> frappe._dict | None:
	"""Of the unit's own employees, who evaluates the most people of the unit and those below it and is evaluated outside them.

	name and employee_name; None when nobody does, or several equally.
	"""
	orang = _get_orang(unit)
	penilai = choose_penilai(orang)
	bawahan = Counter(penilai.values())
	calon = [
		row
		for row in orang
		if row.department == unit and bawahan[row.name] and penilai[row.name] not in penilai
	]
	terbanyak = max((bawahan[row.name] for row in calon), default=0)
	teratas = [row for row in calon if bawahan[row.name] == terbanyak]
	return teratas[0] if len(teratas) == 1 else None


def _get_orang(unit: str) -> list[frappe._dict]:
	saring = {"department": ("in", get_unit_ke_bawah(unit)), "status": "Active"}
	return frappe.get_all("Employee", saring, ["name", "employee_name", "department", "reports_to"])
