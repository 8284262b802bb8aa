"""Who reported late, or has not reported though the last day has passed: one answer for pages, report and notice (M10).

Late is what a report says of itself: decided by the first complete one. What is missing is late until today.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import frappe
from frappe import _
from frappe.query_builder.functions import Sum
from frappe.utils import cint
from pypika import Case
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import JenisMasa, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.rules.masa import Masa, build_masa
from kinerja_asn.services.bersama.periode import TenggatLaporan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.progres import get_masa_jatuh_tempo
from kinerja_asn.services.pelaksanaan.realisasi import is_di_antara

MASA_DISEBUT = 12
# So many late reports in a quarter are the Penilai's to talk about (domain.md D.1, scenario 8).
SERING = 3


@dataclass(frozen=True)
class Terlambat:
	"""One report: of which period, by how many working days, and whether it has come in by now."""

	masa: Masa
	hari: int
	masuk: bool


def describe_hari(hari: int) -> str:
	return _("{0} hari kerja").format(hari)


def name_masa(label: Sequence[str]) -> str:
	"""The latest of these periods, and how many there are before them: a year has as many as it has working days."""
	lebih = len(label) - MASA_DISEBUT
	disebut = ", ".join(label[-MASA_DISEBUT:])
	return _("{0}, dan {1} sebelumnya").format(disebut, lebih) if lebih > 0 else disebut


def find_sering(terlambat: Iterable[Terlambat]) -> list[tuple[str, int]]:
	"""Quarters with SERING late reports or more, by their names, and how many there were."""
	per_triwulan = Counter(_name_triwulan(row.masa.akhir) for row in terlambat)
	return [(triwulan, banyak) for triwulan, banyak in per_triwulan.items() if banyak >= SERING]


def _name_triwulan(hari: date) -> str:
	setahun = build_masa(date(hari.year, 1, 1), date(hari.year, 12, 31), JenisMasa.TRIWULANAN)
	return setahun[(hari.month - 1) // 3].label


def find_terlambat(
	periode: str,
	daftar: Sequence,
	rentang: tuple[date, date] | None = None,
	pilih: QueryBuilder | None = None,
) -> dict[str, list[Terlambat]]:
	"""SKP -> its late reports, in their order, of the reporting periods that end in ``rentang`` (all of them).

	``daftar``: SKP of one period, with name, periode, awal, akhir, tahap. ``pilih`` selects them where they are many. A
	fixed number of queries: the first counts, the others read only what is late, and those that miss something.
	"""
	if not daftar:
		return {}
	hitung = _Hitungan(periode, rentang or (date.min, date.max))
	dipilih = pilih if pilih is not None else [skp.name for skp in daftar]
	jatuh_tempo = {skp.name: hitung.get_jatuh_tempo(skp) for skp in daftar}
	jumlah = _count_masuk(dipilih, hitung, jatuh_tempo)
	terlambat = _get_terlambat(dipilih, hitung, jumlah)
	kurang = [skp for skp in daftar if _is_kurang(skp, jatuh_tempo[skp.name], jumlah)]
	sudah = _get_masuk([skp.name for skp in kurang], hitung)
	for skp in kurang:
		terlambat[skp.name] += hitung.list_belum(skp, sudah[skp.name])
	return {name: sorted(rows, key=lambda row: row.masa.ke) for name, rows in terlambat.items() if rows}


class _Hitungan:
	"""Days of one period, worked out once for whoever shares them."""

	def __init__(self, periode: str, rentang: tuple[date, date]):
		self.awal, self.akhir = rentang
		self.count_hari = cache(TenggatLaporan(periode).count_terlambat)
		self._jatuh_tempo: dict[tuple, list[Masa]] = {}

	def get_jatuh_tempo(self, skp) -> list[Masa]:
		"""Whose last day has passed."""
		kunci = (skp.awal, skp.akhir, skp.tahap)
		if kunci not in self._jatuh_tempo:
			self._jatuh_tempo[kunci] = [
				masa
				for masa in get_masa_jatuh_tempo(skp, min(self.akhir, get_today()))
				if masa.akhir >= self.awal and self.count_hari(masa.akhir)
			]
		return self._jatuh_tempo[kunci]

	def list_belum(self, skp, sudah: Collection[int]) -> list[Terlambat]:
		return [
			Terlambat(masa, self.count_hari(masa.akhir), False)
			for masa in self.get_jatuh_tempo(skp)
			if masa.ke not in sudah
		]

	def query_masuk(self, dipilih: Collection[str] | QueryBuilder):
		"""Reports that decided whether they are late: a returned one did, if it was complete."""
		rk = frappe.qb.DocType("Realisasi Kinerja")
		masuk = rk.tahap.isin([*map(str, DILAPORKAN)]) | rk.lengkap_pada.isnotnull()
		query = frappe.qb.from_(rk).where(is_di_antara(rk.skp, dipilih) & masuk)
		if self.akhir < date.max:
			query = query.where(rk.akhir[self.awal : self.akhir])
		return query, rk


def _count_masuk(
	dipilih, hitung: _Hitungan, jatuh_tempo: Mapping[str, list[Masa]]
) -> dict[str, tuple[int, int]]:
	"""SKP -> how many reports came in of those that are due, and how many of all were late. Of a whole agency the index
	``pantau_ketepatan`` answers alone."""
	batas = max((masa[-1].akhir for masa in jatuh_tempo.values() if masa), default=date.min)
	query, rk = hitung.query_masuk(dipilih)
	jatuh = Sum(Case().when(rk.akhir <= batas, 1).else_(0))
	rows = query.groupby(rk.skp).select(rk.skp, jatuh, Sum(rk.terlambat)).run()
	return {name: (cint(masuk), cint(terlambat)) for name, masuk, terlambat in rows}


def _get_terlambat(dipilih, hitung: _Hitungan, jumlah: Mapping[str, tuple[int, int]]) -> dict:
	terlambat: dict[str, list[Terlambat]] = defaultdict(list)
	if not any(banyak for _masuk, banyak in jumlah.values()):
		return terlambat
	query, rk = hitung.query_masuk(dipilih)
	kolom = (rk.skp, rk.masa_ke, rk.masa, rk.awal, rk.akhir, rk.hari_terlambat)
	for skp, ke, label, awal, akhir, hari in query.where(rk.terlambat == 1).select(*kolom).run():
		terlambat[skp].append(Terlambat(Masa(ke, label, awal, akhir), hari, True))
	return terlambat


def _is_kurang(skp, jatuh_tempo: list[Masa], jumlah: Mapping[str, tuple[int, int]]) -> bool:
	"""May it miss a report? Of a plan that a move closed the counts do not tell."""
	masuk, _terlambat = jumlah.get(skp.name, (0, 0))
	return bool(jatuh_tempo) and (skp.tahap == Tahap.DITUTUP or len(jatuh_tempo) > masuk)


def _get_masuk(skp: list[str], hitung: _Hitungan) -> dict[str, set[int]]:
	sudah: dict[str, set[int]] = defaultdict(set)
	if skp:
		query, rk = hitung.query_masuk(skp)
		for name, ke in query.select(rk.skp, rk.masa_ke).run():
			sudah[name].add(ke)
	return sudah
