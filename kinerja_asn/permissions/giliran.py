"""Whose turn it is: documents on which a user has the next decision, by HR's workflows and the people named on them."""

from collections.abc import Iterator

import frappe
from frappe.query_builder.functions import Count

from kinerja_asn.constants.akses import AKSES
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA_UNIT, PENILAI
from kinerja_asn.permissions.lingkup import get_instansi, get_unit
from kinerja_asn.permissions.pelaku import get_kolom_pelaku
from kinerja_asn.tahap.alur import get_status_menunggu

# DocTypes on which somebody decides: by steps, or while a record without stages waits for him.
DIPUTUSKAN = tuple(doctype for doctype, akses in AKSES.items() if akses.isian or akses.penentu)
# Stages at which a document waits for a decision. An evaluation is written by who decides it, and then handed over.
_TAHAP_MENUNGGU = {"Evaluasi Kinerja": (Tahap.DRAF, Tahap.DITETAPKAN)}


def get_kondisi_giliran(doctype: str, user: str):
	"""Criterion on ``doctype``'s table: rows on which ``user`` decides next; None when no role of his ever does.

	As ``is_pelaku`` says it of one document: the step's role and the person named, nobody about himself.
	"""
	table = frappe.qb.DocType(doctype)
	pilihan = [*_get_penentu(doctype, table, user), *_get_langkah(doctype, table, user)]
	if not pilihan:
		return None
	kondisi = pilihan[0]
	for lain in pilihan[1:]:
		kondisi |= lain
	return kondisi & (table.pegawai_user.isnull() | (table.pegawai_user != user))


def _get_penentu(doctype: str, table, user: str) -> Iterator:
	penentu = AKSES[doctype].penentu
	if not penentu or PENILAI not in frappe.get_roles(user):
		return
	kondisi = table.name.notnull()
	for kolom, nilai in penentu.items():
		kondisi &= table[kolom].isin([*map(str, nilai or [user])])
	yield kondisi


def _get_langkah(doctype: str, table, user: str) -> Iterator:
	if not AKSES[doctype].isian:
		return
	status = get_status_menunggu(doctype, _TAHAP_MENUNGGU.get(doctype, (Tahap.DIAJUKAN,)))
	for role in sorted(status.keys() & set(frappe.get_roles(user)) - {PEGAWAI}):
		yield table.workflow_state.isin(sorted(status[role])) & _get_orang(doctype, table, role, user)


def _get_orang(doctype: str, table, role: str, user: str):
	if kolom := get_kolom_pelaku(doctype, role):
		return table[kolom] == user
	if role == PENGELOLA_UNIT:
		return table.unit_kerja.isin(get_unit(user) or [""])
	return table.instansi.isin(get_instansi(user) or [""])


def count_giliran(user: str) -> int:
	"""How many documents wait for a decision of ``user``: one query, for the menu of every page."""
	hitungan = [
		frappe.qb.from_(doctype).select(Count("*")).where(kondisi)
		for doctype in DIPUTUSKAN
		if (kondisi := get_kondisi_giliran(doctype, user)) is not None
	]
	return sum(frappe.qb.select(*hitungan).run()[0]) if hitungan else 0
