"""What a unit is called wherever people read or choose it: kept on Department, told apart by its parents where need be.

ERPNext's record names carry the agency's abbreviation and are short; offices have a "Sekretariat" under every body and
names of 180 letters. ``nama_unit`` is the title that the desk shows for every link to a Department.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

import frappe
from frappe.utils.nestedset import get_root_of

from kinerja_asn.services.bersama.kunci import shorten_nama
from kinerja_asn.services.orang.unit import get_unit_ke_atas

KOLOM = ("name", "department_name", "parent_department", "company", "nama_unit")


def set_nama_rekaman(doc, method=None) -> None:
	"""autoname of Department, after ERPNext's: a further unit of one name is told apart by its parents, a long one is cut.

	The same name under the same parent is left to Frappe, which refuses it.
	"""
	akhiran = (doc.name or "").removeprefix(doc.department_name)
	if not akhiran:  # the root
		return
	jalur = [doc.department_name]
	for induk in ("", *get_unit_ke_atas(doc.parent_department)[:-1]):
		jalur += [frappe.get_cached_value("Department", induk, "department_name")] if induk else []
		doc.name = shorten_nama(", ".join(jalur), akhiran)
		ada = frappe.db.get_value("Department", doc.name, "parent_department", as_dict=True)
		if not ada or (ada.parent_department or None) == _get_induk(doc):
			return


def _get_induk(doc) -> str | None:
	"""ERPNext puts a unit without a parent under the root, after it is named."""
	return doc.parent_department or get_root_of("Department")


def refresh_nama_unit(doc, method=None) -> None:
	"""on_update and after_delete of Department: a unit's name, place or end tells on all that share its name or stand below."""
	lama = doc.get_doc_before_save()
	for instansi in {doc.company, lama.company if lama else doc.company}:
		keep_nama_unit({"company": instansi} if instansi else {})
	doc.nama_unit = frappe.db.get_value("Department", doc.name, "nama_unit")


def keep_nama_unit(saring: Mapping[str, str] | None = None) -> None:
	"""Writes the readable names of the units of one agency, else of all, where they are not what is stored."""
	unit = {row.name: row for row in frappe.get_all("Department", dict(saring or {}), list(KOLOM))}
	nama = build_nama_unit(unit)
	berubah = {name: {"nama_unit": nama[name]} for name, row in unit.items() if row.nama_unit != nama[name]}
	if berubah:
		frappe.db.bulk_update("Department", berubah, update_modified=False)
	for name in berubah:
		frappe.clear_document_cache("Department", name)


def build_nama_unit(unit: Mapping[str, Mapping]) -> dict[str, str]:
	"""Name of the record -> "Sekretariat", or "Sekretariat (Dinas Kesehatan)" where the agency has several of that name."""
	senama = defaultdict(list)
	for name, row in unit.items():
		senama[row["company"], row["department_name"].casefold()].append(name)
	return {name: _describe(unit, name, kelompok) for kelompok in senama.values() for name in kelompok}


def _describe(unit: Mapping[str, Mapping], name: str, kelompok: Collection[str]) -> str:
	jalur = _get_jalur(unit, name)
	if len(kelompok) == 1 or len(jalur) == 1:
		return jalur[0]
	lain = [_get_jalur(unit, nama) for nama in kelompok if nama != name]
	berbeda = (ke for ke in range(2, len(jalur)) if not any(_is_awal(jalur[:ke], arah) for arah in lain))
	return f"{jalur[0]} ({', '.join(jalur[1 : next(berbeda, len(jalur))])})"


def _is_awal(awal: list[str], jalur: list[str]) -> bool:
	return [nama.casefold() for nama in awal] == [nama.casefold() for nama in jalur[: len(awal)]]


def _get_jalur(unit: Mapping[str, Mapping], name: str) -> list[str]:
	"""Own names from the unit up, without the root that all agencies share; parents in a circle end the path."""
	jalur, sudah = [], set()
	while name in unit and name not in sudah:
		sudah.add(name)
		row = unit[name]
		if jalur and not row["parent_department"]:
			break
		jalur.append(row["department_name"])
		name = row["parent_department"]
	return jalur
