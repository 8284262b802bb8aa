"""What a user's roles reach: his own Employee records, his agencies, his units. Read once a request."""

from collections.abc import Collection, Mapping
from datetime import date

import frappe
from frappe.utils import getdate, nowdate
from frappe.utils.caching import request_cache

from kinerja_asn.constants.peran import PENGELOLA


def get_pegawai(user: str) -> list[str]:
	"""Names of the active Employee records of ``user``; never taken from the client."""
	return sorted(row.name for row in _get_own(user) if is_bertugas(row))


def is_bertugas(pegawai: Mapping) -> bool:
	"""Is this Employee (status, relieving_date) in service today? Whoever is not decides nothing any more."""
	keluar = pegawai["relieving_date"]
	return pegawai["status"] == "Active" and not (keluar and getdate(keluar) < _get_today())


def get_kriteria_bertugas(pegawai):
	"""``is_bertugas`` as a criterion on the table Employee."""
	keluar = pegawai.relieving_date
	return (pegawai.status == "Active") & (keluar.isnull() | (keluar >= _get_today()))


def _get_today() -> date:
	return getdate(frappe.flags.current_date or nowdate())


def has_left(user: str) -> bool:
	"""Is ``user`` the account of people of whom none is in service any more? Who never was an Employee has not left."""
	own = _get_own(user)
	return bool(own) and not any(map(is_bertugas, own))


def find_keluar(users: Collection[str]) -> set[str]:
	"""Those of ``users`` who ``has_left``, in one query."""
	rows = frappe.get_all(
		"Employee", {"user_id": ("in", [*users, ""])}, ["user_id", "status", "relieving_date"]
	)
	return {row.user_id for row in rows} - {row.user_id for row in rows if is_bertugas(row)}


def get_nama_pegawai(user: str) -> str | None:
	"""The Employee's name of whoever has this account; a current one before one that has left."""
	return frappe.db.get_value("Employee", {"user_id": user}, "employee_name", order_by="status asc")


def get_hari_masuk(user: str) -> date:
	"""The first day of service, by whichever of his Employee records is the oldest."""
	hari = [
		getdate(row.date_of_joining) for row in _get_own(user) if row.date_of_joining and is_bertugas(row)
	]
	return min(hari, default=date.min)


def get_instansi(user: str) -> list[str]:
	"""Companies of an agency-wide role: those of the User Permissions, else those of his own Employee records."""
	return list(_get_izin(user, "Company")) or _get_milik(user, "company")


def get_pengelola(instansi: str) -> list[str]:
	"""Users who run the system for ``instansi``."""
	users = frappe.get_all("Has Role", {"role": PENGELOLA, "parenttype": "User"}, pluck="parent")
	return [user for user in sorted(users) if instansi in get_instansi(user)]


def get_banyak_instansi(users: Collection[str]) -> dict[str, set[str]]:
	"""User -> ``get_instansi``, in two queries however many they are."""
	izin = _group(
		frappe.get_all(
			"User Permission",
			{"user": ("in", [*users, ""]), "allow": "Company"},
			["user", "for_value as nilai"],
		)
	)
	orang = frappe.get_all(
		"Employee",
		{"user_id": ("in", [*users, ""])},
		["user_id as user", "company as nilai", "status", "relieving_date"],
	)
	milik = _group([row for row in orang if is_bertugas(row)])
	return {user: izin.get(user) or milik.get(user, set()) for user in users}


def _group(rows: list) -> dict[str, set[str]]:
	kelompok: dict[str, set[str]] = {}
	for row in rows:
		kelompok.setdefault(row.user, set()).add(row.nilai)
	return kelompok


def covers_all_instansi(user: str) -> bool:
	"""Does ``user`` answer for every agency that uses the app on this site? What they share is his to change then."""
	semua = set(frappe.get_all("Periode Kinerja", pluck="instansi", distinct=True))
	return semua <= set(get_instansi(user))


def get_unit(user: str) -> list[str]:
	"""Departments of a unit-wide role with all below them: of the User Permissions, else his own."""
	return list(_get_unit(user))


def get_unit_sendiri(user: str) -> list[str]:
	"""The units in which ``user`` works himself, whatever his roles reach."""
	return _get_milik(user, "department")


@request_cache
def get_unit_pegawai(user: str) -> tuple[str, ...]:
	"""... with all below them: whoever leads a unit works in one above."""
	return tuple(with_descendants(get_unit_sendiri(user)))


@request_cache
def _get_unit(user: str) -> tuple[str, ...]:
	return tuple(with_descendants(list(_get_izin(user, "Department")) or _get_milik(user, "department")))


@request_cache
def _get_izin(user: str, doctype: str) -> tuple[str, ...]:
	return tuple(frappe.get_all("User Permission", {"user": user, "allow": doctype}, pluck="for_value"))


@request_cache
def _get_own(user: str) -> tuple[frappe._dict, ...]:
	return tuple(
		frappe.get_all(
			"Employee",
			{"user_id": user},
			["name", "company", "department", "status", "relieving_date", "date_of_joining"],
		)
	)


def _get_milik(user: str, field: str) -> list[str]:
	return sorted({row[field] for row in _get_own(user) if row[field] and is_bertugas(row)})


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


def forget_lingkup(doc=None, method=None) -> None:
	"""on_update and on_trash of what the scopes follow from, so that the rest of the request sees it as it now is."""
	if tersimpan := getattr(frappe.local, "request_cache", None):
		for baca in (get_unit_pegawai, _get_unit, _get_izin, _get_own):
			tersimpan.pop(baca.__wrapped__, None)
