"""The same content given as evidence of several results, or by several people: told to whoever has to judge it.

It may be right (a team's report), and often is not (a certificate handed in for everything); that is his to say.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import frappe
from frappe.query_builder.functions import Count

from kinerja_asn.permissions.dokumen import from_terlihat

DOCTYPE, TABEL = "Realisasi Kinerja", "Bukti Dukung"
TERBANYAK = 500  # rows of one content that are looked at: the address of an agency's own system may stand in every report


@dataclass
class Kembar:
	"""Where else the content of one row of evidence stands."""

	di_sini: bool = False  # in another row of the same report
	masa: list[str] = field(default_factory=list)  # in the same employee's reports of these periods
	pegawai: list[str] = field(default_factory=list)  # with people whose reports the session user may read
	tertutup: bool = False  # with people whose reports he may not; who and how many is not his to know


def find_kembar(doc) -> dict[str, Kembar]:
	"""Row of ``doc.bukti`` -> its Kembar, of the rows whose content stands elsewhere too. A query for each content, and one."""
	calon = _get_calon({row.sidik for row in doc.bukti if row.sidik})
	terlihat = _get_terlihat({parent for rows in calon.values() for _name, parent in rows})
	hasil = {}
	for row in doc.bukti:
		lain = [parent for name, parent in calon.get(row.sidik, []) if name != row.name]
		if lain:
			hasil[row.name] = _describe(doc, lain, terlihat)
	return hasil


def find_banyak_kembar(nama: list[str]) -> dict[str, Kembar]:
	"""Report -> where else the content of any of its evidence stands, of many reports that the caller may read; in a fixed
	number of queries, and one more for each content that half the agency hands in."""
	laporan = _get_terlihat(set(nama))
	milik = _get_bukti(list(laporan))
	calon = _get_banyak_calon({sidik for _name, _parent, sidik in milik})
	terlihat = _get_terlihat({parent for rows in calon.values() for _name, parent in rows}) if calon else {}
	lain = defaultdict(list)
	for name, parent, sidik in milik:
		lain[parent] += [induk for baris, induk in calon.get(sidik, ()) if baris != name]
	return {parent: _describe(laporan[parent], daftar, terlihat) for parent, daftar in lain.items() if daftar}


def _get_bukti(laporan: list[str]) -> list[tuple[str, str, str]]:
	"""(row, its report, its sidik)."""
	bukti = frappe.qb.DocType(TABEL)
	query = frappe.qb.from_(bukti).select(bukti.name, bukti.parent, bukti.sidik)
	milik = (bukti.parenttype == DOCTYPE) & bukti.parent.isin([*laporan, ""])
	return query.where(milik & (bukti.sidik != "")).run()


def _get_banyak_calon(sidik: set[str]) -> dict[str, list[tuple[str, str]]]:
	"""As ``_get_calon``, of those that stand more than once: the few of each read together."""
	bukti = frappe.qb.DocType(TABEL)
	query = frappe.qb.from_(bukti).where((bukti.parenttype == DOCTYPE) & bukti.sidik.isin([*sidik, ""]))
	jumlah = (
		query.select(bukti.sidik, Count(bukti.name)).groupby(bukti.sidik).having(Count(bukti.name) > 1).run()
	)
	sedikit = {nilai for nilai, banyak in jumlah if banyak <= TERBANYAK}
	calon = _get_calon({nilai for nilai, _banyak in jumlah} - sedikit)
	rows = frappe.qb.from_(bukti).select(bukti.name, bukti.parent, bukti.sidik)
	rows = rows.where((bukti.parenttype == DOCTYPE) & bukti.sidik.isin([*sedikit, ""]))
	for name, parent, nilai in rows.run() if sedikit else ():
		calon.setdefault(nilai, []).append((name, parent))
	return calon


def _describe(doc, lain: list[str], terlihat: dict[str, frappe._dict]) -> Kembar:
	laporan = [terlihat[name] for name in terlihat if name in lain]
	return Kembar(
		di_sini=doc.name in lain,
		masa=[row.masa for row in laporan if row.pegawai == doc.pegawai and row.name != doc.name],
		pegawai=[*dict.fromkeys(row.nama_pegawai for row in laporan if row.pegawai != doc.pegawai)],
		tertutup=not terlihat.keys() >= set(lain),
	)


def _get_calon(sidik: set[str]) -> dict[str, list[tuple[str, str]]]:
	"""sidik -> (row, its report). Each asked for itself: an address that all give would leave no room for the others."""
	bukti = frappe.qb.DocType(TABEL)
	query = frappe.qb.from_(bukti).select(bukti.name, bukti.parent).where(bukti.parenttype == DOCTYPE)
	return {nilai: query.where(bukti.sidik == nilai).limit(TERBANYAK).run() for nilai in sidik}


def _get_terlihat(laporan: set[str]) -> dict[str, frappe._dict]:
	table, query = from_terlihat(DOCTYPE)
	query = query.where(table.name.isin([*laporan, ""])).orderby(table.nama_pegawai, table.awal)
	rows = query.select(table.name, table.pegawai, table.nama_pegawai, table.masa).run(as_dict=True)
	return {row.name: row for row in rows}
