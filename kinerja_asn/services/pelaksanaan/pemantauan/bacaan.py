"""The kept totals read: where the indikator of many SKP stand, on any day, within the rights that the caller's query has.

What was taken over by that day is the leader's, and counted nowhere.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

import frappe
from frappe.query_builder.functions import Count
from pypika.functions import Substring
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.services.bersama.periode import get_masa_pelaporan
from kinerja_asn.services.bersama.tabel_anak import is_baris
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import list_indikator_diambil
from kinerja_asn.services.pelaksanaan.pemantauan.deret import (
	HURUF,
	KOLOM_STATUS,
	STATUS,
	combine,
	get_nilai,
	read_deret,
)
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import DOCTYPE


def count_status(
	skp: QueryBuilder, periode: str, sampai: date, tahap: Iterable[Tahap] = DILAPORKAN
) -> dict[str | None, Counter]:
	"""Unit -> how many indikator of the plans of ``periode`` that ``skp`` selects stand where on ``sampai``."""
	plan, tercatat = frappe.qb.DocType("SKP"), frappe.qb.DocType(DOCTYPE)
	status = _select_status(tercatat, periode, sampai, tahap)
	query = frappe.qb.from_(tercatat).join(plan).on(plan.name == tercatat.skp)
	query = query.where(
		(tercatat.periode == periode) & plan.name.isin(skp) & _is_milik_pegawai(tercatat, sampai)
	)
	query = query.groupby(plan.unit_kerja, status).orderby(plan.unit_kerja)
	jumlah: dict[str | None, Counter] = defaultdict(Counter)
	for unit, huruf, banyak in query.select(plan.unit_kerja, status, Count("*")).run():
		jumlah[unit][read_huruf(huruf)] += banyak
	return jumlah


def _is_milik_pegawai(tercatat, sampai: date):
	return tercatat.kunci.notin(list_indikator_diambil(sampai) or [""])


def _select_status(tercatat, periode: str, sampai: date, tahap: Iterable[Tahap]):
	"""The letter of the period that ended last; before the first has ended none."""
	return Substring(tercatat[KOLOM_STATUS[tuple(tahap)]], count_berakhir(periode, sampai), 1)


def read_huruf(huruf: str | None) -> StatusProgres:
	return STATUS.get(huruf, StatusProgres.BELUM_ADA)


def count_berakhir(periode: str, sampai: date) -> int:
	"""Reporting periods of the year that have ended by ``sampai``."""
	return sum(masa.akhir <= sampai for masa in get_masa_pelaporan(periode))


def get_status(skp: Collection[str], sampai: date) -> dict[str, list[StatusProgres]]:
	"""SKP -> where each of its indikator stands on ``sampai``."""
	status: dict[str, list[StatusProgres]] = defaultdict(list)
	for nama, _kunci, keadaan in _list_status(skp, sampai):
		status[nama].append(keadaan)
	return status


def get_tertinggal(skp: Collection[str], sampai: date) -> set[tuple[str, str]]:
	"""(SKP, kunci) of the indikator that are behind on ``sampai``."""
	return {
		(nama, kunci)
		for nama, kunci, keadaan in _list_status(skp, sampai)
		if keadaan == StatusProgres.TERTINGGAL
	}


def count_tertinggal(periode: str, sampai: date, kecuali: set[tuple[str, str]]) -> Counter:
	"""SKP of ``periode`` -> how many of its indikator are behind on ``sampai``, but for (SKP, kunci) ``kecuali``."""
	tercatat = frappe.qb.DocType(DOCTYPE)
	huruf = _select_status(tercatat, periode, sampai, DILAPORKAN)
	query = frappe.qb.from_(tercatat).where(
		(tercatat.periode == periode) & _is_milik_pegawai(tercatat, sampai)
	)
	query = query.where(huruf == HURUF[StatusProgres.TERTINGGAL]).select(tercatat.skp, tercatat.kunci)
	return Counter(skp for skp, kunci in query.run() if (skp, kunci) not in kecuali)


def get_status_indikator(
	skp: Collection[str], sampai: date, tahap: Iterable[Tahap] = DILAPORKAN
) -> dict[str, StatusProgres]:
	"""kunci of each indikator of these SKP -> where it stands on ``sampai``."""
	return {kunci: keadaan for _nama, kunci, keadaan in _list_status(skp, sampai, tahap)}


def _list_status(
	skp: Collection[str], sampai: date, tahap: Iterable[Tahap] = DILAPORKAN
) -> Iterator[tuple[str, str, StatusProgres]]:
	"""(SKP, kunci, where it stands) of each indikator."""
	tercatat = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.from_(tercatat).where(tercatat.skp.isin(list(skp) or [""]))
	query = query.where(_is_milik_pegawai(tercatat, sampai))
	kolom = (tercatat.skp, tercatat.kunci, tercatat.periode, tercatat[KOLOM_STATUS[tuple(tahap)]])
	berakhir = cache(count_berakhir)
	for nama, kunci, periode, huruf in query.select(*kolom).run():
		ke = berakhir(periode, sampai)
		yield nama, kunci, read_huruf(huruf[ke - 1] if ke else None)


def get_gabungan_tercatat(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap] = DILAPORKAN
) -> dict[str, Decimal]:
	"""As ``get_gabungan`` (services/pelaksanaan/progres.py), from what is kept of many SKP."""
	tercatat, iki = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("SKP Indikator")
	milik = is_baris(iki, "SKP", tercatat.skp) & (iki.kunci == tercatat.kunci)
	query = frappe.qb.from_(tercatat).join(iki).on(milik).where(tercatat.deret != "{}")
	query = query.where(tercatat.skp.isin(skp if isinstance(skp, QueryBuilder) else list(skp) or [""]))
	query = query.select(tercatat.kunci, tercatat.periode, tercatat.deret, iki.arah, iki.cara_hitung)
	list_berakhir = cache(_list_berakhir)
	gabungan = {}
	for row in query.run(as_dict=True):
		nilai, berakhir = get_nilai(read_deret(row.deret), tahap), list_berakhir(row.periode, sampai)
		sejauh_ini = [angka for ke, angka in nilai.items() if ke in berakhir]
		if sejauh_ini:
			gabungan[row.kunci] = combine(row, sejauh_ini)
	return gabungan


def _list_berakhir(periode: str, sampai: date) -> set[int]:
	return {masa.ke for masa in get_masa_pelaporan(periode) if masa.akhir <= sampai}
