"""What a user's roles reach: his own Employee records, his agencies, his units."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA


def get_pegawai(user: str) -> list[str]:
	"""Names of the active Employee records of ``user``; never taken from the client."""
	return frappe.get_all("Employee", {"user_id": user, "status": "Active"}, pluck="name", order_by="name")


def get_instansi(user: str) -> list[str]:
	"""Companies of an agency-wide role: those of the User Permissions, else those of his own Employee records."""
	return _get_izin(user, "Company") or _get_own(user, "company")


def get_pengelola(instansi: str) -> list[str]:
	"""Users who run the system for ``instansi``."""
	users = frappe.get_all("Has Role", {"role": PENGELOLA, "parenttype": "User"}, pluck="parent")
	return [user for user in sorted(users) if instansi in get_instansi(user)]


def covers_all_instansi(user: str) -> bool:
	"""Does ``user`` answer for every agency that uses the app on this site? What they share is his to change then."""
	semua = set(frappe.get_all("Periode Kinerja", pluck="instansi", distinct=True))
	return semua <= set(get_instansi(user))


def get_unit(user: str) -> list[str]:
	"""Departments of a unit-wide role with all below them: of the User Permissions, else his own."""
	return with_descendants(_get_izin(user, "Department") or _get_own(user, "department"))


def _get_izin(user: str, doctype: str) -> list[str]:
	return frappe.get_all("User Permission", {"user": user, "allow": doctype}, pluck="for_value")


def _get_own(user: str, field: str) -> list[str]:
	values = frappe.get_all("Employee", {"user_id": user, "status": "Active"}, pluck=field)
	return sorted({value for value in values if value})


def with_descendants(units: list[str]) -> list[str]:
	"""Walks parent_department; lft/rgt of a tree can be corrupt, and a security boundary must not be."""
	children: dict[str, list[str]] = {}
	for row in frappe.get_all("Department", fields=["name", "parent_department"]):
		children.setdefault(row.parent_department, []).append(row.name)
	found, queue = set(), list(units)
	while queue:
		unit = queue.pop()
		if unit not in found:
			found.add(unit)
			queue += children.get(unit, [])
	return sorted(found)
