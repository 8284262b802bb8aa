"""Where a user stands: who decides about him, and whom he decides about, directly or through others.

By all that the data say for today or later (direct superiors, assignments that have not ended) and by the open documents
that name somebody. More than is in force today: a change that matters from tomorrow matters.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import frappe

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import StatusPenugasan, Tahap
from kinerja_asn.permissions.sekitar import is_pengatur_situs
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pejabat import find_halangan

JAUH = 10**6
SIMPANAN = "kedudukan"


@dataclass(frozen=True)
class Kedudukan:
	"""``sendiri``: the user's own Employees, whatever their status. ``atas``: who decides about him. ``bawah``: whom he
	decides about -> how many who can act, himself included, he is away: who cannot act stands between nobody."""

	sendiri: frozenset[str]
	atas: frozenset[str]
	bawah: Mapping[str, int]

	def is_pemutus(self, pegawai: str | None) -> bool:
		"""Is it he himself, or somebody below him?"""
		return pegawai in self.sendiri or pegawai in self.bawah

	def get_jarak(self, pegawai: str | None, penilai: str | None, tambah: int = 0) -> int:
		"""How far away he would be from whom ``penilai`` evaluates; ``JAUH`` if that has nothing to do with him."""
		if not penilai or pegawai in self.sendiri:
			return JAUH
		if penilai in self.sendiri:
			return 1 + tambah
		jarak = self.bawah.get(penilai)
		return JAUH if jarak is None else jarak + (penilai not in find_halangan([penilai])) + tambah


def is_bebas(user: str) -> bool:
	"""The site's administrator is bound as soon as he is an employee himself."""
	return user == "Administrator" or (is_pengatur_situs(user) and not get_kedudukan(user).sendiri)


def get_kedudukan(user: str) -> Kedudukan:
	"""Kept for the request or job: what he is let do changes none of it, but for what he gives away (``forget_kedudukan``).

	Not in Frappe's request cache, which every save of an account empties, and so every row of an import of employees.
	"""
	tersimpan = frappe.flags.setdefault(SIMPANAN, {})
	if user not in tersimpan:
		tersimpan[user] = _find_kedudukan(user)
	return tersimpan[user]


def _find_kedudukan(user: str) -> Kedudukan:
	sendiri = frozenset(frappe.get_all("Employee", {"user_id": user}, pluck="name") if user else [])
	if not sendiri:
		return Kedudukan(sendiri, frozenset(), {})
	return Kedudukan(sendiri, frozenset(_find_atas(sendiri)), _find_bawah(sendiri))


def forget_kedudukan() -> None:
	frappe.flags.pop(SIMPANAN, None)


# --- above


def _find_atas(sendiri: Collection[str]) -> set[str]:
	atas: set[str] = set()
	lapis = get_penetap(sendiri) | _find_bernama(sendiri)
	while lapis := lapis - atas - set(sendiri):
		atas |= lapis
		lapis = get_penetap(lapis)
	return atas


def get_penetap(pegawai: Collection[str]) -> set[str]:
	"""Who evaluates these Employees or stands above who does, now or later, by the data."""
	atasan = frappe.get_all("Employee", {"name": ("in", list(pegawai))}, pluck="reports_to")
	table = frappe.qb.DocType("Penugasan Penilai")
	rows = _query_penugasan(table).where(table.pegawai.isin(list(pegawai))).run(as_dict=True)
	return {nama for nama in (*atasan, *(row[kolom] for row in rows for kolom in _PENILAI)) if nama}


_PENILAI = ("penilai", "atasan_penilai")


def _query_penugasan(table):
	return (
		frappe.qb.from_(table)
		.select(table.pegawai, table.penilai, table.atasan_penilai)
		.where(table.sampai.isnull() | (table.sampai >= get_today()))
	)


def _find_bernama(pegawai: Collection[str]) -> set[str]:
	"""Whom the open documents of these Employees name: until a move is recorded, he goes on deciding, in a year that runs
	also while HR has its period closed."""
	return {
		nama
		for doctype in (*BERTAHAP, "Penugasan Kinerja")
		for row in _query_bernama(doctype, pegawai).run()
		for nama in row
		if nama
	}


def _query_bernama(doctype: str, pegawai: Collection[str]):
	table, periode = frappe.qb.DocType(doctype), frappe.qb.DocType("Periode Kinerja")
	terbuka = (
		table.tahap != str(Tahap.DITUTUP)
		if doctype in BERTAHAP
		else table.status == str(StatusPenugasan.MENUNGGU)
	)
	return (
		frappe.qb.from_(table)
		.join(periode)
		.on((periode.name == table.periode) & ((periode.status == "Dibuka") | (periode.akhir >= get_today())))
		.select(table.penilai, table.atasan_penilai)
		.where(table.pegawai.isin(list(pegawai)) & terbuka)
		.distinct()
	)


# --- below


def _find_bawah(sendiri: Collection[str]) -> dict[str, int]:
	"""Nearest first or not: whoever is found nearer than before is gone through once more."""
	bawah: dict[str, int] = {}
	lapis = dict.fromkeys(sendiri, 1)
	while lapis:
		dekat = {}
		for pegawai, penilai, tambah in get_dinilai(lapis):
			jarak = lapis[penilai] + tambah
			if pegawai not in sendiri and jarak < bawah.get(pegawai, JAUH):
				bawah[pegawai] = dekat[pegawai] = jarak
		halangan = find_halangan(dekat)
		lapis = {pegawai: jarak + (pegawai not in halangan) for pegawai, jarak in dekat.items()}
	return bawah


def get_dinilai(penilai: Collection[str]) -> list[tuple[str, str, int]]:
	"""(Employee, who of ``penilai`` decides about him, 1 where that is as the superior of his Penilai)."""
	dicari = list(penilai)
	langsung = frappe.get_all("Employee", {"reports_to": ("in", dicari)}, ["name", "reports_to"])
	table = frappe.qb.DocType("Penugasan Penilai")
	query = _query_penugasan(table).where(table.penilai.isin(dicari) | table.atasan_penilai.isin(dicari))
	ditugaskan = [
		(row.pegawai, row[kolom], tambah)
		for row in query.run(as_dict=True)
		for tambah, kolom in enumerate(_PENILAI)
		if row[kolom] in penilai
	]
	return [*((row.name, row.reports_to, 0) for row in langsung), *ditugaskan]
