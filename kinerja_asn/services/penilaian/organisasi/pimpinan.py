"""Who leads each unit, and who sets its result: the leader of the unit above (SE MenPANRB 3/2023).

A unit's result is that of "the unit led by the Penilai" (p. 94 huruf g): so its head is whoever evaluates from it, by the
plans of the period, and who sets its result is whoever evaluates him. Plans name their people by moves that were recorded
and guarded; nobody chooses himself here.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import frappe
from frappe.query_builder.functions import Count

from kinerja_asn.constants.istilah import HalanganBertindak
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.pihak import choose_penilai, get_banyak_data

# Their superior is outside the system: who records what he decided is chosen by HR (Periode Kinerja).
DI_LUAR_SISTEM = (HalanganBertindak.TANPA_AKUN,)


@dataclass(frozen=True)
class Kepemimpinan:
	"""``dinilai``: how many the head evaluates. ``di_luar``: his superior is outside the system, ``penetap`` was chosen by HR."""

	unit: str
	pimpinan: str | None = None
	penetap: str | None = None
	dinilai: int = 0
	di_luar: bool = False


def find_kepemimpinan(periode: str, unit: Collection[str] | None = None) -> dict[str, Kepemimpinan]:
	"""Unit -> its head and who sets its result, of ``unit`` or of all units from which somebody is evaluated; in five queries."""
	calon = _count_dinilai(periode, unit)
	penilainya = _find_penilai(periode, {nama for daftar in calon.values() for nama in daftar})
	pimpinan = {nama: _choose_pimpinan(daftar, penilainya) for nama, daftar in calon.items()}
	luar = find_halangan(penilainya[nama] for nama in pimpinan.values())
	return {
		nama: _build(periode, nama, pimpinan[nama], penilainya, luar, sum(calon[nama].values()))
		for nama in calon
	}


def get_kepemimpinan(periode: str, unit: str) -> Kepemimpinan:
	return find_kepemimpinan(periode, [unit]).get(unit) or Kepemimpinan(unit)


def find_dipimpin(periode: str, pegawai: Collection[str]) -> dict[str, str]:
	"""Employee -> the unit that he leads, of those who lead one."""
	skp = frappe.qb.DocType("SKP")
	query = _query(periode).where(skp.penilai.isin([*pegawai, ""])).select(skp.unit_penilai).distinct()
	unit = query.run(pluck=True)
	if not unit:
		return {}
	daftar = find_kepemimpinan(periode, unit).values()
	return {milik.pimpinan: milik.unit for milik in daftar if milik.pimpinan in pegawai}


def _query(periode: str):
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).where((skp.periode == periode) & skp.tahap.isin([*map(str, DISEPAKATI)]))
	return query.where((skp.unit_penilai != "") & (skp.penilai != ""))


def _count_dinilai(periode: str, unit: Collection[str] | None) -> dict[str, dict[str, int]]:
	"""Unit -> who evaluates from it -> how many."""
	skp = frappe.qb.DocType("SKP")
	query = _query(periode).groupby(skp.unit_penilai, skp.penilai)
	if unit is not None:
		query = query.where(skp.unit_penilai.isin([*unit, ""]))
	jumlah: dict[str, dict[str, int]] = defaultdict(dict)
	for nama, penilai, banyak in query.select(skp.unit_penilai, skp.penilai, Count(skp.name)).run():
		jumlah[nama][penilai] = banyak
	return jumlah


def _find_penilai(periode: str, pegawai: Collection[str]) -> dict[str, str | None]:
	"""Employee -> who evaluates him: by his last plan of the period, else by the data."""
	rows = frappe.get_all(
		"SKP",
		{"periode": periode, "pegawai": ("in", [*pegawai, ""])},
		["pegawai", "penilai"],
		order_by="urutan asc",
	)
	menurut_skp = {row.pegawai: row.penilai for row in rows}
	data = get_banyak_data(set(pegawai) - set(menurut_skp))
	return {**dict.fromkeys(pegawai), **choose_penilai(data.values()), **menurut_skp}


def _choose_pimpinan(calon: Mapping[str, int], penilainya: Mapping[str, str | None]) -> str:
	"""Where several evaluate from one unit, the one above the others; of equals, who evaluates most."""
	puncak = [nama for nama in calon if penilainya[nama] not in calon] or [*calon]
	return max(puncak, key=lambda nama: (calon[nama], nama))


def _build(
	periode: str,
	unit: str,
	pimpinan: str,
	penilainya: Mapping[str, str | None],
	halangan: Mapping[str, HalanganBertindak],
	dinilai: int,
) -> Kepemimpinan:
	penetap = penilainya[pimpinan]
	di_luar = not penetap or halangan.get(penetap) in DI_LUAR_SISTEM
	if di_luar:
		pencatat = get_periode(periode).pencatat_unit_puncak
		penetap = pencatat if pencatat != pimpinan else None
	return Kepemimpinan(unit, pimpinan, penetap or None, dinilai, di_luar)


def find_semua_pimpinan(periode: str) -> dict[str, str]:
	"""Head -> the unit that he leads, of the whole agency."""
	return {milik.pimpinan: milik.unit for milik in find_kepemimpinan(periode).values() if milik.pimpinan}
