"""Row access of every DocType as clauses, each a set of columns that must all match. No clause, no row.

What a DocType allows is data (constants/dokumen/); here it meets the user: his name, his roles and what they reach.
"""

from collections.abc import Collection, Iterable, Mapping

import frappe

from kinerja_asn.constants.akses import AKSES
from kinerja_asn.constants.dokumen.bentuk import PEGAWAI_USER, Akses, Bila, Pihak
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.permissions.lingkup import (
	covers_all_instansi,
	get_instansi,
	get_unit,
	get_unit_pegawai,
	has_left,
)
from kinerja_asn.permissions.pelaku import PERAN_BERNAMA, get_kolom_pelaku
from kinerja_asn.tahap.alur import get_status_menurut_peran

Klausa = Mapping[str, Collection]

BACA = ("read", "select", "print", "email", "export", "report")


class Selain(tuple):
	"""Values of a clause that a column must not have."""


def get_klausa(doctype: str, user: str, ptype: str = "read") -> list[Klausa]:
	"""Clauses (joined by OR) of the rows on which ``user`` has ``ptype``. Empty: none."""
	build = PENYUSUN.get("read" if ptype in BACA else ptype)
	klausa = build(doctype, AKSES[doctype], user) if build else []
	return [syarat for syarat in klausa if all(syarat.values())]


def _get_baca(doctype: str, akses: Akses, user: str) -> list[Klausa]:
	peran = _get_lingkup(akses, user) + _get_verifikator(doctype, akses, user)
	return [
		*(_get_pihak(akses, pihak, user) for pihak in akses.pihak),
		*_about_others(akses, peran, user),
		*([{"bersama": [1]}] if akses.bersama else []),
	]


def _get_pihak(akses: Akses, pihak: Pihak, user: str) -> Klausa:
	klausa = {pihak.kolom: [user], **pihak.bila}
	return klausa if pihak.kolom == PEGAWAI_USER else _about_others(akses, [klausa], user)[0]


def _about_others(akses: Akses, klausa: Iterable[Klausa], user: str) -> list[Klausa]:
	"""Documents about oneself are reached as the rated person only, where the DocType says so."""
	return [{**syarat, PEGAWAI_USER: Selain([user])} if akses.tentang_lain else syarat for syarat in klausa]


def _get_lingkup(akses: Akses, user: str) -> list[Klausa]:
	"""What everybody of the agency, or a role of ``user``, reads, while the DocType's condition holds."""
	return [{**klausa, **akses.bila} for klausa in _get_jangkauan(akses, user)]


def _get_jangkauan(akses: Akses, user: str) -> list[Klausa]:
	berperan = bool(set(akses.peran) & set(frappe.get_roles(user)))
	if akses.seinstansi or (akses.tanpa_unit and berperan):
		return [{"instansi": get_instansi(user)}]
	peran = [] if akses.tanpa_unit else get_klausa_peran(user, akses.peran)
	return [*peran, {"unit_kerja": get_unit_pegawai(user)}] if akses.seunit else peran


def get_klausa_peran(user: str, peran: Collection[str]) -> list[Klausa]:
	"""What those of ``peran`` that ``user`` holds reach: his agencies, or the units of a role of a unit."""
	dipegang = set(peran) & set(frappe.get_roles(user))
	klausa: list[Klausa] = []
	if dipegang - {PENGELOLA_UNIT}:
		klausa.append({"instansi": get_instansi(user)})
	if PENGELOLA_UNIT in dipegang:
		klausa.append({"unit_kerja": get_unit(user)})
	return klausa


def _get_verifikator(doctype: str, akses: Akses, user: str) -> list[Klausa]:
	"""A role that HR put into the workflow reaches the documents that wait for it."""
	if not akses.isian:
		return []
	roles = set(frappe.get_roles(user)) - set(PERAN_BERNAMA)
	status = get_status_menurut_peran(doctype)
	return [
		{"instansi": get_instansi(user), "workflow_state": status[role]}
		for role in sorted(roles & status.keys())
	]


def _get_tulis(doctype: str, akses: Akses, user: str) -> list[Klausa]:
	if akses.dikelola:
		return [*_get_kelola(akses, user), *_get_penulis(akses, user)]
	roles = frappe.get_roles(user)
	peran = _get_verifikator(doctype, akses, user) + _get_penentu(akses, user) + _get_penulis(akses, user)
	if PENILAI in roles and not has_left(user):
		peran += _when_may_act(doctype, akses, PENILAI, {get_kolom_pelaku(doctype, PENILAI): [user]})
	if PENGELOLA in roles:
		peran += _when_may_act(doctype, akses, PENGELOLA, {"instansi": get_instansi(user)})
	sendiri = _get_tulis_sendiri(doctype, akses, user) if PEGAWAI in roles else []
	lain = {} if akses.tanpa_pegawai else {PEGAWAI_USER: Selain([user])}
	return [*sendiri, *({**klausa, **lain} for klausa in peran)]


def _get_tulis_sendiri(doctype: str, akses: Akses, user: str) -> list[Klausa]:
	milik = {PEGAWAI_USER: [user]}
	return [milik] if akses.ditulis_pegawai else _when_may_act(doctype, akses, PEGAWAI, milik)


def _get_penentu(akses: Akses, user: str) -> list[Klausa]:
	"""Where a record without stages waits for somebody: he decides on it, nobody else, not later, not after he left."""
	if has_left(user):
		return []
	syarat = {kolom: nilai or [user] for kolom, nilai in akses.penentu.items()}
	return [syarat] if syarat else []


def _get_penulis(akses: Akses, user: str) -> list[Klausa]:
	return [] if has_left(user) else [{pihak.kolom: [user], **pihak.bila} for pihak in akses.penulis]


def _get_kelola(akses: Akses, user: str) -> list[Klausa]:
	"""HR keeps its own agency's records; those for all agencies only where it answers for every one."""
	klausa = get_klausa_peran(user, (PENGELOLA, PENGELOLA_UNIT) if akses.dikelola_unit else (PENGELOLA,))
	semua = akses.bersama and klausa and covers_all_instansi(user)
	return [*klausa, {"bersama": [1]}] if semua else klausa


def _when_may_act(doctype: str, akses: Akses, role: str, milik: Klausa) -> list[Klausa]:
	"""Writing needs a field to fill in at this stage or a step to take from this state."""
	tahap = [tahap for tahap, isian in akses.isian.items() if role in isian]
	status = get_status_menurut_peran(doctype).get(role, set())
	return [{**milik, "tahap": tahap}, {**milik, "workflow_state": status}]


def _get_buat(doctype: str, akses: Akses, user: str) -> list[Klausa]:
	if akses.dikelola:
		sendiri = [] if has_left(user) else [{kolom: [user]} for kolom in akses.pembuat]
		return [*_get_kelola(akses, user), *sendiri]
	pembuat = [PEGAWAI_USER] if has_left(user) else akses.pembuat
	klausa = [{kolom: [user]} for kolom in akses.pembuat if kolom in pembuat]
	if akses.dibuat_pengelola:
		klausa += get_klausa_peran(user, (PENGELOLA,))
	return _about_others(akses, klausa, user)


def _get_hapus(doctype: str, akses: Akses, user: str) -> list[Klausa]:
	"""A record that HR keeps, or a draft: never one about oneself."""
	if akses.dikelola:
		return _get_kelola(akses, user)
	if not akses.isian:
		return []
	draf: Bila = {"tahap": [Tahap.DRAF], PEGAWAI_USER: Selain([user])}
	return [{**klausa, **draf} for klausa in get_klausa_peran(user, (PENGELOLA,))]


PENYUSUN = {"read": _get_baca, "write": _get_tulis, "create": _get_buat, "delete": _get_hapus}
