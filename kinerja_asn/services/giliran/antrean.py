"""Documents on which a user decides next, found in the database: the count in the menu and the lists of what waits.

As permissions/giliran.py says it of one document: the step's role and the person named, nobody about himself.
"""

from collections.abc import Collection, Iterator, Mapping

import frappe
from frappe.query_builder.functions import Count

from kinerja_asn.constants.akses import AKSES
from kinerja_asn.constants.dokumen.bentuk import PEGAWAI_USER
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.permissions.dokumen import get_kriteria
from kinerja_asn.permissions.giliran import (
	get_giliran,
	get_klausa_giliran,
	get_kolom_giliran,
	has_syarat_lain,
)
from kinerja_asn.permissions.klausa import Klausa, Selain
from kinerja_asn.permissions.lingkup import has_left

# DocTypes on which somebody decides: by steps, or while a record without stages waits for him.
DIPUTUSKAN = tuple(doctype for doctype, akses in AKSES.items() if akses.isian or akses.penentu)


def count_antrean(user: str) -> int:
	"""How many documents wait for a decision of ``user``: one query, for the menu of every page."""
	kondisi = {doctype: get_kondisi_antrean(doctype, user) for doctype in DIPUTUSKAN}
	kondisi = {doctype: syarat for doctype, syarat in kondisi.items() if syarat is not None}
	ditanya = [doctype for doctype in kondisi if has_syarat_lain(doctype)]
	hitungan = [
		frappe.qb.from_(doctype).select(Count("*")).where(syarat)
		for doctype, syarat in kondisi.items()
		if doctype not in ditanya
	]
	banyak = sum(frappe.qb.select(*hitungan).run()[0]) if hitungan else 0
	return banyak + sum(_count_bersyarat(doctype, kondisi[doctype], user) for doctype in ditanya)


def _count_bersyarat(doctype: str, kondisi, user: str) -> int:
	rows = frappe.qb.from_(doctype).select(*get_kolom_giliran(doctype)).where(kondisi).run(as_dict=True)
	return len(keep_giliran(doctype, rows, user))


def get_kondisi_antrean(doctype: str, user: str):
	"""Criterion on ``doctype``'s table; None when no role of ``user`` ever decides there.

	What HR has put on a step as a condition of its own is asked afterwards, by ``keep_giliran``.
	"""
	klausa = [*_get_penentu(doctype, user), *_get_langkah(doctype, user)]
	return get_kriteria(frappe.qb.DocType(doctype), klausa) if klausa else None


def _get_penentu(doctype: str, user: str) -> Iterator[Klausa]:
	penentu = AKSES[doctype].penentu
	if penentu and PENILAI in frappe.get_roles(user) and not has_left(user):
		pihak = {kolom: [*map(str, nilai or [user])] for kolom, nilai in penentu.items()}
		yield {**pihak, PEGAWAI_USER: Selain([user])}


def _get_langkah(doctype: str, user: str) -> Iterator[Klausa]:
	if AKSES[doctype].isian:
		yield from (klausa for peran, klausa in get_klausa_giliran(doctype, user).items() if peran != PEGAWAI)


def get_kolom_antrean(doctype: str) -> list[str]:
	"""What the rows of ``keep_giliran`` must hold besides their name."""
	return get_kolom_giliran(doctype) if has_syarat_lain(doctype) else []


def keep_giliran(doctype: str, rows: Collection[Mapping], user: str) -> list[Mapping]:
	"""Those of ``rows``, found by ``get_kondisi_antrean``, on which HR's own conditions let ``user`` decide."""
	if not has_syarat_lain(doctype):
		return [*rows]
	giliran = get_giliran(doctype, rows)
	return [row for row in rows if any(user in bagian.users for bagian in giliran[row["name"]])]
