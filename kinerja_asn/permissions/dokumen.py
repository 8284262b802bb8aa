"""Row access of every DocType as data: a list of clauses, each a set of columns that must all match.

One list serves the list view, the form, reports, the portal, prints and files, so they cannot disagree
(docs/permissions.md). No clause, no row.
"""

from collections.abc import Collection, Mapping

import frappe

from kinerja_asn.constants.akses import (
	DIBUAT_PENGELOLA,
	PENCIPTA,
	PENENTU,
	PUSTAKA,
	SEINSTANSI,
	TANPA_UNIT,
	TRANSAKSI,
)
from kinerja_asn.constants.isian import ISIAN
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import AUDITOR, PEGAWAI, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.constants.tahapan import SUDAH_DISERAHKAN
from kinerja_asn.permissions.lingkup import covers_all_instansi, get_instansi, get_unit
from kinerja_asn.permissions.pelaku import PERAN_BERNAMA, get_kolom_pelaku
from kinerja_asn.tahap.alur import get_status_menurut_peran

Klausa = Mapping[str, Collection[str]]


class Selain(tuple):
	"""Values of a clause that a column must not have."""


MEMBACA = (PENGELOLA, AUDITOR, PENGELOLA_UNIT)
# What the columns of our documents are called on Employee.
KOLOM_PEGAWAI = {"instansi": "company", "unit_kerja": "department"}
BACA = ("read", "select", "print", "email", "export", "report")


def get_klausa(doctype: str, user: str, ptype: str = "read") -> list[Klausa]:
	"""Clauses (joined by OR) of the rows on which ``user`` has ``ptype``. Empty: none."""
	return [satu for satu in _get_klausa(doctype, user, ptype) if all(satu.values())]


def _get_klausa(doctype: str, user: str, ptype: str) -> list[Klausa]:
	if ptype in BACA:
		return _get_baca(doctype, user)
	if ptype == "write":
		return _get_tulis(doctype, user)
	if ptype == "create":
		return _get_buat(doctype, user)
	if ptype == "delete":
		return _get_hapus(doctype, user)
	return []


def _get_baca(doctype: str, user: str) -> list[Klausa]:
	if doctype in SEINSTANSI:
		return [{"instansi": get_instansi(user)}]
	if doctype in PUSTAKA:
		return [{"instansi": get_instansi(user)}, {"bersama": [1]}]
	if doctype in TANPA_UNIT:
		return [{"instansi": get_instansi(user)}] if set(MEMBACA) & set(frappe.get_roles(user)) else []
	peran = _get_pengelola(user, MEMBACA) + _get_verifikator(doctype, user)
	klausa = [_own(doctype, kolom, user) for kolom in TRANSAKSI.get(doctype, ())]
	return klausa + (_about_others(peran, user) if doctype == "Evaluasi Kinerja" else peran)


def _about_others(klausa: list[Klausa], user: str) -> list[Klausa]:
	"""A role gives nothing over documents about oneself: those are reached as the rated person only."""
	return [{**satu, "pegawai_user": Selain([user])} for satu in klausa]


def _own(doctype: str, kolom: str, user: str) -> Klausa:
	if doctype == "Evaluasi Kinerja" and kolom == "pegawai_user":
		return {kolom: [user], "tahap": SUDAH_DISERAHKAN}
	if doctype == "Evaluasi Kinerja":
		return {kolom: [user], "pegawai_user": Selain([user])}
	return {kolom: [user]}


def _get_pengelola(user: str, peran: tuple[str, ...]) -> list[Klausa]:
	roles = frappe.get_roles(user)
	klausa = []
	if set(peran) & set(roles) - {PENGELOLA_UNIT}:
		klausa.append({"instansi": get_instansi(user)})
	if PENGELOLA_UNIT in peran and PENGELOLA_UNIT in roles:
		klausa.append({"unit_kerja": get_unit(user)})
	return klausa


def _get_verifikator(doctype: str, user: str) -> list[Klausa]:
	"""A role that HR put into the workflow reaches the documents that wait for it."""
	if doctype not in ISIAN:
		return []
	roles = set(frappe.get_roles(user)) - set(PERAN_BERNAMA)
	status = get_status_menurut_peran(doctype)
	return [
		{"instansi": get_instansi(user), "workflow_state": status[role]}
		for role in sorted(roles & status.keys())
	]


def _get_tulis(doctype: str, user: str) -> list[Klausa]:
	if doctype in PUSTAKA:
		return _get_pustaka(user)
	if doctype not in TRANSAKSI:
		return _get_pengelola(user, (PENGELOLA,))
	roles = frappe.get_roles(user)
	peran = _get_verifikator(doctype, user) + _get_penentu(doctype, user)
	if PENILAI in roles:
		peran += _when_may_act(doctype, PENILAI, {get_kolom_pelaku(doctype, PENILAI): [user]})
	if PENGELOLA in roles:
		peran += _when_may_act(doctype, PENGELOLA, {"instansi": get_instansi(user)})
	sendiri = _when_may_act(doctype, PEGAWAI, {"pegawai_user": [user]}) if PEGAWAI in roles else []
	return sendiri + _about_others(peran, user)


def _get_penentu(doctype: str, user: str) -> list[Klausa]:
	"""Where a record without stages waits for somebody: he decides on it, nobody else and not later."""
	syarat = PENENTU.get(doctype)
	return [{kolom: nilai or [user] for kolom, nilai in syarat.items()}] if syarat else []


def _get_pustaka(user: str) -> list[Klausa]:
	"""HR keeps its own agency's entries; those for all agencies only where it answers for every one."""
	klausa = _get_pengelola(user, (PENGELOLA,))
	return [*klausa, {"bersama": [1]}] if klausa and covers_all_instansi(user) else klausa


def _when_may_act(doctype: str, role: str, milik: Klausa) -> list[Klausa]:
	"""Writing needs a field to fill in at this stage or a step to take from this state."""
	tahap = [tahap for tahap, isian in ISIAN.get(doctype, {}).items() if role in isian]
	status = get_status_menurut_peran(doctype).get(role, set())
	return [{**milik, "tahap": tahap}, {**milik, "workflow_state": status}]


def _get_buat(doctype: str, user: str) -> list[Klausa]:
	if doctype in PUSTAKA:
		return _get_pustaka(user)
	if doctype not in TRANSAKSI:
		return _get_pengelola(user, (PENGELOLA,))
	klausa = [{kolom: [user]} for kolom in PENCIPTA.get(doctype, ())]
	if doctype in DIBUAT_PENGELOLA:
		klausa += _get_pengelola(user, (PENGELOLA,))
	return _about_others(klausa, user) if doctype == "Evaluasi Kinerja" else klausa


def _get_hapus(doctype: str, user: str) -> list[Klausa]:
	klausa = _get_pustaka(user) if doctype in PUSTAKA else _get_pengelola(user, (PENGELOLA,))
	if doctype in ISIAN:
		return _about_others([{**satu, "tahap": [Tahap.DRAF]} for satu in klausa], user)
	return klausa if doctype not in TRANSAKSI else []


def matches(klausa: list[Klausa], row: Mapping) -> bool:
	"""The clauses applied to one row's values."""
	return any(all(_fits(row.get(kolom), nilai) for kolom, nilai in satu.items()) for satu in klausa)


def _fits(isi, nilai: Collection[str]) -> bool:
	return (isi in nilai) != isinstance(nilai, Selain)


def get_kolom(klausa: list[Klausa]) -> list[str]:
	return sorted({kolom for satu in klausa for kolom in satu})


def get_kondisi(doctype: str, user: str | None = None):
	"""The read clauses as a query-builder criterion on ``doctype``'s table, for reports and services."""
	table = frappe.qb.DocType(doctype)
	user = user or frappe.session.user
	if user == "Administrator":
		return table.name.notnull()
	kondisi = table.name.isnull()  # a row always has a name: nothing
	for satu in get_klausa(doctype, user):
		cocok = table.name.notnull()
		for kolom, nilai in satu.items():
			isi = [str(satu) for satu in nilai]
			kolom_isi = table[kolom]
			cocok &= (
				kolom_isi.isnull() | kolom_isi.notin(isi)
				if isinstance(nilai, Selain)
				else kolom_isi.isin(isi)
			)
		kondisi |= cocok
	return kondisi


def get_kondisi_pegawai(user: str):
	"""Criterion on the table Employee: those on whom a role of ``user`` reports, whether they have a document or not."""
	pegawai = frappe.qb.DocType("Employee")
	if user == "Administrator":
		return pegawai.name.notnull()
	kondisi = pegawai.name.isnull()  # a row always has a name: nothing
	for klausa in _get_pengelola(user, MEMBACA):
		for kolom, nilai in klausa.items():
			kondisi |= pegawai[KOLOM_PEGAWAI[kolom]].isin(nilai) if nilai else kondisi
	return kondisi


def get_kondisi_sql(doctype: str, user: str) -> str:
	"""The same as SQL text, in parentheses; ``(1=0)`` when nothing may be seen."""
	bagian = [_get_sql(doctype, satu) for satu in get_klausa(doctype, user)]
	return f"({' or '.join(bagian)})" if bagian else "(1=0)"


def _get_sql(doctype: str, klausa: Klausa) -> str:
	return f"({' and '.join(_get_syarat(doctype, kolom, nilai) for kolom, nilai in klausa.items())})"


def _get_syarat(doctype: str, kolom: str, nilai: Collection[str]) -> str:
	isi = ", ".join(frappe.db.escape(str(satu)) for satu in sorted(nilai))
	nama = f"`tab{doctype}`.`{kolom}`"
	return f"coalesce({nama}, '') not in ({isi})" if isinstance(nilai, Selain) else f"{nama} in ({isi})"
