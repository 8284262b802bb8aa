"""Which Holiday List holds for whom, and from when: his own, else the agency's.

Frappe HR of v16 keeps that in Holiday List Assignment, from a day on; before it, and without it, a field of Employee and of
Company says so. What was assigned goes before the field, as Frappe HR reads it. Nothing of it is imported.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import frappe
from frappe.utils import getdate

from kinerja_asn.services.situs.hrms import has_hrms

PENETAPAN = "Holiday List Assignment"
# To whom something was assigned -> from which day on which list, in their order.
Penetapan = Mapping[str, list[tuple[date, str]]]


class Potongan(NamedTuple):
	"""Days on which one list holds for a person; ``sendiri``: it is his own."""

	awal: date
	akhir: date
	daftar: str | None
	sendiri: bool


def get_potongan(pegawai: Collection[str], awal: date, akhir: date) -> dict[str, list[Potongan]]:
	"""Employee -> ``awal`` to ``akhir`` by the list that holds; of many in two queries."""
	table = frappe.qb.DocType("Employee")
	query = frappe.qb.from_(table).select(table.name, table.company, table.holiday_list)
	rows = query.where(table.name.isin([*pegawai, ""])).run(as_dict=True)
	penetapan = _get_penetapan(awal, akhir, {row.name for row in rows} | {row.company for row in rows})
	return {row.name: _cut(row, penetapan, awal, akhir) for row in rows}


def _get_penetapan(awal: date, akhir: date, kepada: Collection[str]) -> Penetapan:
	"""What was assigned until ``akhir``; an agency and an employee do not have the same name."""
	penetapan: dict[str, list[tuple[date, str]]] = defaultdict(list)
	if not kepada or not has_hrms(PENETAPAN):
		return penetapan
	table = frappe.qb.DocType(PENETAPAN)
	query = frappe.qb.from_(table).select(table.assigned_to, table.from_date, table.holiday_list)
	query = query.where((table.docstatus == 1) & (table.from_date <= akhir))
	query = query.where(
		table.applicable_for.isin(["Employee", "Company"]) & table.assigned_to.isin([*kepada])
	)
	for nama, sejak, daftar in query.orderby(table.from_date).run():
		penetapan[nama].append((getdate(sejak), daftar))
	return penetapan


def _cut(row, penetapan: Penetapan, awal: date, akhir: date) -> list[Potongan]:
	"""A new part on every day from which on another list holds."""
	sejak = (hari for nama in (row.name, row.company) for hari, _daftar in penetapan.get(nama, ()))
	mulai = sorted({awal, *(hari for hari in sejak if awal < hari <= akhir)})
	selesai = [*(hari - timedelta(days=1) for hari in mulai[1:]), akhir]
	return [
		Potongan(pertama, terakhir, *_find(row, penetapan, pertama))
		for pertama, terakhir in zip(mulai, selesai, strict=True)
	]


def _find(row, penetapan: Penetapan, hari: date) -> tuple[str | None, bool]:
	sendiri = _find_ditetapkan(penetapan, row.name, hari) or row.holiday_list
	if sendiri:
		return sendiri, True
	instansi = _find_ditetapkan(penetapan, row.company, hari)
	return instansi or frappe.get_cached_value("Company", row.company, "default_holiday_list"), False


def _find_ditetapkan(penetapan: Penetapan, nama: str, hari: date) -> str | None:
	berlaku = [daftar for sejak, daftar in penetapan.get(nama, ()) if sejak <= hari]
	return berlaku[-1] if berlaku else None
