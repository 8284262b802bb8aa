"""Who reported late, or has not reported though the last day has passed: one answer for pages, report and notice (M10).

Late is what a report says of itself: decided by the first complete one. What is missing is late until today.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import frappe
from frappe import _
from frappe.query_builder.functions import Sum
from pypika import CustomFunction
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import JenisMasa
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.rules.masa import Masa, build_masa
from kinerja_asn.services.bersama.periode import TenggatLaporan, get_masa_pelaporan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.progres import get_masa_jatuh_tempo, read_masa
from kinerja_asn.services.pelaksanaan.realisasi import is_di_antara

MASA_DISEBUT = 12
# So many late reports in a quarter are the Penilai's to talk about (domain.md D.1, scenario 8).
SERING = 3
DAFTAR = CustomFunction("GROUP_CONCAT", ["kolom"])


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
	fixed number of queries: one for what is in, and where something is late one for that.
	"""
	if not daftar:
		return {}
	hitung = _Hitungan(periode, rentang or (date.min, date.max))
	dipilih = pilih if pilih is not None else [skp.name for skp in daftar]
	masuk, ada_terlambat = _get_masuk(dipilih, hitung)
	terlambat = _get_terlambat(dipilih, hitung) if ada_terlambat else defaultdict(list)
	for skp in daftar:
		if belum := hitung.list_belum(skp, masuk.get(skp.name, frozenset())):
			terlambat[skp.name] += belum
	return {name: sorted(rows, key=lambda row: row.masa.ke) for name, rows in terlambat.items() if rows}


class _Hitungan:
	"""Days of one period, worked out once for whoever shares them."""

	def __init__(self, periode: str, rentang: tuple[date, date]):
		self.periode, (self.awal, self.akhir) = periode, rentang
		self._masa = {masa.ke: masa for masa in get_masa_pelaporan(periode)}
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

	def get_masa(self, ke: int) -> Masa:
		"""Of a day that has become a holiday since, as a report on it says."""
		if ke not in self._masa:
			kunci = {"periode": self.periode, "masa_ke": ke}
			self._masa[ke] = read_masa(
				frappe.db.get_value(
					"Realisasi Kinerja", kunci, ["masa_ke", "masa", "awal", "akhir"], as_dict=True
				)
			)
		return self._masa[ke]

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


def _get_masuk(dipilih, hitung: _Hitungan) -> tuple[dict[str, frozenset[int]], bool]:
	"""SKP -> the periods of which a report is in, and whether any of them all was late: a row for each SKP, and of a whole
	agency the index ``pantau_ketepatan`` answers alone."""
	query, rk = hitung.query_masuk(dipilih)
	rows = query.groupby(rk.skp).select(rk.skp, DAFTAR(rk.masa_ke), Sum(rk.terlambat)).run()
	read_daftar = cache(lambda teks: frozenset(map(int, teks.split(","))))
	masuk = {name: read_daftar(daftar) for name, daftar, _terlambat in rows}
	return masuk, any(terlambat for _name, _daftar, terlambat in rows)


def _get_terlambat(dipilih, hitung: _Hitungan) -> dict[str, list[Terlambat]]:
	query, rk = hitung.query_masuk(dipilih)
	rows = query.where(rk.terlambat == 1).select(rk.skp, rk.masa_ke, rk.hari_terlambat).run()
	terlambat: dict[str, list[Terlambat]] = defaultdict(list)
	for skp, ke, hari in rows:
		terlambat[skp].append(Terlambat(hitung.get_masa(ke), hari, True))
	return terlambat
