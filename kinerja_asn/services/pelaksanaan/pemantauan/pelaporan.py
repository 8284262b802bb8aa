"""How many reports came in, were late, wait or are missing: of many SKP at once, within the rights of the caller's query."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date

import frappe
from frappe.query_builder.functions import Count, Sum
from frappe.utils import cint, getdate
from pypika import Case

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.periode import TenggatLaporan, get_masa_pelaporan


def count_laporan(periode: str, sampai: date, kelompok: str, saring: Callable) -> dict[str | None, Counter]:
	"""Value of ``kelompok``, a column of SKP -> of its SKP and their reports until ``sampai``: pegawai, masuk, terlambat,
	menunggu, and belum, whose deadline has passed.

	``saring`` gets the query and the table SKP, and says which SKP it is about.
	"""
	jatuh_tempo, jumlah = list_jatuh_tempo(periode, sampai), defaultdict(Counter)
	for row in saring(*_query(sampai, kelompok, jatuh_tempo)).run(as_dict=True):
		masa = sum(m.akhir >= getdate(row.awal) and m.awal <= getdate(row.akhir) for m in jatuh_tempo)
		jumlah[row.kelompok].update(
			pegawai=row.banyak,
			masuk=cint(row.masuk),
			terlambat=cint(row.terlambat),
			menunggu=cint(row.menunggu),
			belum=row.banyak * masa - cint(row.masuk),
		)
	return jumlah


def list_jatuh_tempo(periode: str, sampai: date) -> list[Masa]:
	"""Reporting periods up to ``sampai`` whose reports should have come in by today."""
	tenggat = TenggatLaporan(periode)
	return [
		masa
		for masa in get_masa_pelaporan(periode)
		if masa.akhir <= sampai and tenggat.count_terlambat(masa.akhir)
	]


def _query(sampai: date, kelompok: str, jatuh_tempo: list[Masa]) -> tuple:
	"""One row for each value of ``kelompok`` and each time in which its SKP are in force."""
	skp, rk = frappe.qb.DocType("SKP"), frappe.qb.DocType("Realisasi Kinerja")
	batas = max((masa.akhir for masa in jatuh_tempo), default=date.min)
	masuk = rk.tahap.isin([*map(str, DILAPORKAN)]) & (rk.akhir <= batas)
	query = (
		frappe.qb.from_(skp)
		.left_join(rk)
		.on((rk.skp == skp.name) & (rk.akhir <= sampai))
		.select(skp[kelompok].as_("kelompok"), skp.awal, skp.akhir, Count(skp.name).distinct().as_("banyak"))
		.select(_sum_bila(rk.terlambat == 1).as_("terlambat"))
		.select(_sum_bila(rk.tahap == Tahap.DIAJUKAN).as_("menunggu"))
		.select(_sum_bila(masuk).as_("masuk"))
		.groupby(skp[kelompok], skp.awal, skp.akhir)
	)
	return query, skp


def _sum_bila(syarat):
	return Sum(Case().when(syarat, 1).else_(0))
