"""The clauses of permissions/klausa.py applied: to one row, as a query-builder criterion, as SQL.

One list serves the list view, the form, reports, the portal, prints and files, so they cannot disagree
(docs/permissions.md).
"""

from collections.abc import Collection, Iterable, Mapping

import frappe

from kinerja_asn.constants.dokumen.bentuk import PEMBACA
from kinerja_asn.permissions.klausa import Klausa, Selain, get_klausa, get_klausa_peran

# What the columns of our documents are called on Employee.
KOLOM_PEGAWAI = {"instansi": "company", "unit_kerja": "department"}


def matches(klausa: list[Klausa], row: Mapping) -> bool:
	"""The clauses applied to one row's values."""
	return any(all(_fits(row.get(kolom), nilai) for kolom, nilai in syarat.items()) for syarat in klausa)


def can_read_as(doctype: str, row: Mapping, user: str) -> bool:
	"""Might ``user`` read a document of ``doctype`` that had the parties, agency and unit of ``row``?"""
	return user == "Administrator" or matches(get_klausa(doctype, user), row)


def _fits(isi, nilai: Collection) -> bool:
	return (isi in nilai) != isinstance(nilai, Selain)


def get_kolom(klausa: list[Klausa]) -> list[str]:
	return sorted({kolom for syarat in klausa for kolom in syarat})


def get_kondisi(doctype: str, user: str | None = None):
	"""The read clauses as a query-builder criterion on ``doctype``'s table, for reports and services."""
	table = frappe.qb.DocType(doctype)
	user = user or frappe.session.user
	if user == "Administrator":
		return table.name.notnull()
	return get_kriteria(table, get_klausa(doctype, user))


def get_kriteria(table, daftar: Iterable[Klausa]):
	"""Rows of ``table`` for which one of the clauses holds."""
	kondisi = table.name.isnull()  # a row always has a name: nothing
	for klausa in daftar:
		cocok = table.name.notnull()
		for kolom, nilai in klausa.items():
			cocok &= _get_syarat(table[kolom], nilai)
		kondisi |= cocok
	return kondisi


def from_terlihat(doctype: str) -> tuple:
	"""(table, query) of the rows that the session user may read, to be gone on with: the rows of ``frappe.get_list``.

	Frappe v15 parses each column and filter of a list as SQL and looks the meta up again and again: 2 to 5 ms a call.
	"""
	table = frappe.qb.DocType(doctype)
	return table, frappe.qb.from_(table).where(get_kondisi(doctype))


def _get_syarat(kolom, nilai: Collection):
	isi = list(map(str, nilai))
	return kolom.isnull() | kolom.notin(isi) if isinstance(nilai, Selain) else kolom.isin(isi)


def get_kondisi_pegawai(user: str):
	"""Criterion on the table Employee: those on whom a role of ``user`` reports, whether they have a document or not."""
	pegawai = frappe.qb.DocType("Employee")
	if user == "Administrator":
		return pegawai.name.notnull()
	kondisi = pegawai.name.isnull()  # a row always has a name: nothing
	for klausa in get_klausa_peran(user, PEMBACA):
		for kolom, nilai in klausa.items():
			kondisi |= pegawai[KOLOM_PEGAWAI[kolom]].isin(nilai) if nilai else kondisi
	return kondisi


def get_kondisi_sql(doctype: str, user: str) -> str:
	"""The same as SQL text, in parentheses; ``(1=0)`` when nothing may be seen."""
	bagian = [get_klausa_sql(doctype, klausa) for klausa in get_klausa(doctype, user)]
	return f"({' or '.join(bagian)})" if bagian else "(1=0)"


def get_klausa_sql(doctype: str, klausa: Klausa) -> str:
	"""One clause on the table of ``doctype``."""
	return f"({' and '.join(_get_sql_syarat(doctype, kolom, nilai) for kolom, nilai in klausa.items())})"


def _get_sql_syarat(doctype: str, kolom: str, nilai: Collection) -> str:
	isi = ", ".join(frappe.db.escape(teks) for teks in sorted(map(str, nilai)))
	nama = f"`tab{doctype}`.`{kolom}`"
	return f"coalesce({nama}, '') not in ({isi})" if isinstance(nilai, Selain) else f"{nama} in ({isi})"
