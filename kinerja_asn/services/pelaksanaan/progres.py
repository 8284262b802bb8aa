"""Realisasi of many SKP combined per indikator, in a fixed number of queries, and where each stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

import frappe
from frappe.query_builder.functions import Count, Sum
from frappe.utils import getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import Arah, CaraHitung, Lintasan, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.rules.lintasan import spread_bulanan
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import round_half_up, to_decimal
from kinerja_asn.rules.progres import (
	PERLU_TERAKHIR,
	Progres,
	Terlapor,
	assess_progres,
	combine_realisasi,
	summarize_realisasi,
)
from kinerja_asn.services.bersama.angka import read_bulanan
from kinerja_asn.services.bersama.periode import get_masa_pelaporan, get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import find_sukarela, get_ambil_alih
from kinerja_asn.services.pelaksanaan.realisasi import is_di_antara, query_realisasi

# (arah, cara_hitung) of an indikator of which nothing else is known: its periods are added up.
UKURAN_UMUM = (None, CaraHitung.JUMLAH)
MASA_SEKALI_LIHAT = 14
_KOLOM_DOKUMEN = (
	"name",
	"masa_ke",
	"masa",
	"awal",
	"akhir",
	"workflow_state",
	"tahap",
	"terlambat",
	"hari_terlambat",
	"tenggat",
	"catatan_pengembalian",
	"tindak_lanjut",
)


def get_gabungan(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap] = DILAPORKAN
) -> dict[str, Decimal]:
	"""kunci of the indikator -> realisasi of all periods that ended by ``sampai``, combined as the row says.

	``skp`` are names, or a query that selects them where they are many. Unreported indikator are absent:
	nothing reported is not zero.
	"""
	if not skp:
		return {}
	ukuran = _get_ukuran(skp)
	perlu = any(cara_hitung in PERLU_TERAKHIR for _arah, cara_hitung in ukuran.values())
	terakhir = _get_terakhir(skp, sampai, tahap) if perlu else {}
	hasil = {}
	for kunci, jumlah, banyak in _sum(skp, sampai, tahap):
		terlapor = Terlapor(banyak, _to_eksak(jumlah), terakhir.get(kunci))
		hasil[kunci] = combine_realisasi(*ukuran.get(kunci, UKURAN_UMUM), terlapor)
	return hasil


def _get_ukuran(skp: Collection[str] | QueryBuilder) -> dict[str, tuple[Arah, CaraHitung]]:
	"""kunci -> (arah, cara_hitung), of the indikator that are not like most, whose periods are simply added up."""
	iki = frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(iki).select(iki.kunci, iki.arah, iki.cara_hitung)
	lain = (iki.cara_hitung != UKURAN_UMUM[1]) | (iki.arah == Arah.NARATIF)
	rows = query.where(is_di_antara(iki.parent, skp) & lain).run()
	return {kunci: (arah, cara_hitung) for kunci, arah, cara_hitung in rows}


def _sum(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap]
) -> Iterable[tuple[str, float, int]]:
	return _query_sum(skp, sampai, tahap).run()


def _query_sum(skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap]) -> QueryBuilder:
	"""kunci, jumlah (sum), banyak (number of periods). SKP Indikator is not joined: for a whole agency that costs most."""
	query, rk, ri = query_realisasi(skp, tahap)
	query = query.where(rk.akhir <= sampai).groupby(ri.indikator)
	return query.select(
		ri.indikator.as_("kunci"), Sum(ri.realisasi).as_("jumlah"), Count(ri.name).as_("banyak")
	)


def _to_eksak(jumlah: float) -> Decimal:
	"""SQLite adds binary floats: 0.1 + 0.2 must not miss a bound of 0.3."""
	return round_half_up(to_decimal(jumlah), 6)


def _get_terakhir(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap]
) -> dict[str, Decimal]:
	"""kunci -> the figure of the latest period, of the indikator that are combined by it."""
	query, rk, ri = query_realisasi(skp, tahap)
	iki = frappe.qb.DocType("SKP Indikator")
	perlu = frappe.qb.from_(iki).select(iki.kunci).where(is_di_antara(iki.parent, skp))
	perlu = perlu.where(iki.cara_hitung.isin([*map(str, PERLU_TERAKHIR)]))
	query = query.where((rk.akhir <= sampai) & ri.indikator.isin(perlu)).orderby(rk.akhir)
	return {
		kunci: to_decimal(realisasi) for kunci, realisasi in query.select(ri.indikator, ri.realisasi).run()
	}


def get_masa_skp(skp) -> tuple[Masa, ...]:
	"""The reporting periods in which this SKP is in force."""
	awal, akhir = getdate(skp.awal), getdate(skp.akhir)
	return tuple(
		masa for masa in get_masa_pelaporan(skp.periode) if masa.akhir >= awal and masa.awal <= akhir
	)


def read_masa(laporan) -> Masa:
	"""That of a stored report (masa_ke, masa, awal, akhir): the day may have become a holiday since."""
	return Masa(laporan.masa_ke, laporan.masa, getdate(laporan.awal), getdate(laporan.akhir))


def may_lapor(skp, masa: Masa) -> bool:
	"""May a report on ``masa`` begin? On a set SKP; on one that a move closed, for the periods that were over by then.

	The period in which the employee or his Penilai moved is reported on the SKP that followed.
	"""
	if skp.tahap != Tahap.DITUTUP:
		return skp.tahap == Tahap.DITETAPKAN
	akhir = getdate(skp.akhir)
	return masa.akhir <= akhir < getdate(get_periode(skp.periode).akhir)


def get_masa_jatuh_tempo(skp, akhir: date) -> list[Masa]:
	"""Reporting periods that ended by ``akhir``; of a plan that a move closed those which are reported on it."""
	return [masa for masa in get_masa_skp(skp) if masa.akhir <= akhir and may_lapor(skp, masa)]


def count_masa(skp, sampai: date) -> tuple[int, tuple[Masa, ...]]:
	"""(how many reporting periods of the SKP ended by ``sampai``, at least 1; all of them)."""
	daftar = get_masa_skp(skp)
	return max(sum(masa.akhir <= sampai for masa in daftar), 1), daftar


def get_progres(skp, indikator, realisasi: Decimal | None, sampai: date) -> Progres:
	"""Where one indikator stands on ``sampai``. ``skp`` needs periode, awal, akhir."""
	return rate_progres(indikator, realisasi, *count_masa(skp, sampai))


def rate_progres(indikator, realisasi: Decimal | None, masa_ke: int, daftar: tuple[Masa, ...]) -> Progres:
	"""The same when ``masa_ke`` of the reporting periods ``daftar`` have ended. ``indikator`` needs ``KOLOM_PROGRES``."""
	return assess_progres(
		Arah(indikator.arah),
		CaraHitung(indikator.cara_hitung),
		to_decimal(indikator.target_min or 0),
		to_decimal(indikator.target_maks or 0),
		realisasi,
		masa_ke,
		len(daftar),
		get_bagian(indikator, daftar),
	)


def get_bagian(indikator, daftar: tuple[Masa, ...]) -> tuple[Decimal, ...] | None:
	"""Which part of the target is due in each of the SKP's reporting periods; None: in equal parts."""
	if (indikator.lintasan or Lintasan.MERATA) == Lintasan.MERATA:
		return None
	bulan = tuple((masa.awal.month, masa.akhir.month) for masa in daftar)
	return _spread(CaraHitung(indikator.cara_hitung), indikator.target_bulanan, bulan)


@lru_cache(maxsize=1024)
def _spread(cara_hitung: CaraHitung, teks: str | None, bulan: tuple) -> tuple[Decimal, ...] | None:
	return spread_bulanan(cara_hitung, read_bulanan(teks), bulan)


def get_progres_baris(baris) -> list:
	"""Where each indikator of an assigned hasil kerja (services/perencanaan/penugasan) stands today: rules.progres.Progres, in their order."""
	hari_ini = get_today()
	gabungan = get_gabungan([baris.skp.name], hari_ini)
	return [get_progres(baris.skp, iki, gabungan.get(iki.kunci), hari_ini) for iki in baris.indikator]


def get_riwayat(skp) -> list[frappe._dict]:
	"""Period by period for one SKP document: masa, the Realisasi of it (or none), the progress of each indikator, and which of
	them had been taken over by its end.

	A year of days or weeks has that progress for the latest reports and for those that stand for their month (``utama``;
	of months, all do): nobody looks at a chart of 240.
	"""
	dokumen = {row.masa_ke: row for row in _get_dokumen(skp.name)}
	nilai = _get_nilai(skp.name) if skp.indikator else {}
	dilaporkan = sorted(ke for ke, row in dokumen.items() if row.tahap in DILAPORKAN)
	diambil = get_ambil_alih(skp.name) if skp.indikator else {}
	daftar = _join_masa(get_masa_skp(skp), dokumen)
	utama = _choose_utama(daftar, dokumen)
	perlu = {*utama, *sorted(dokumen)[-MASA_SEKALI_LIHAT:]}
	riwayat = []
	for nomor, masa in enumerate(daftar, 1):
		gabungan = {}
		if masa.ke in dokumen and masa.ke in perlu:
			gabungan = combine_masa(skp, [nilai.get(ke, {}) for ke in dilaporkan if ke <= masa.ke])
		riwayat.append(
			frappe._dict(
				masa=masa,
				utama=masa.ke in utama,
				dokumen=dokumen.get(masa.ke),
				nilai=nilai.get(masa.ke, {}),
				diambil_alih=find_sukarela(skp, masa.akhir, diambil),
				progres={
					iki.kunci: rate_progres(iki, gabungan.get(iki.kunci), nomor, daftar)
					for iki in (skp.indikator if masa.ke in perlu else ())
				},
			)
		)
	return riwayat


def _choose_utama(daftar: Sequence[Masa], dokumen: Mapping[int, frappe._dict]) -> set[int]:
	"""Of each month the last period that was reported on, else its last."""
	if len(daftar) <= MASA_SEKALI_LIHAT:
		return {masa.ke for masa in daftar}
	per_bulan: dict[int, Masa] = {}
	for masa in daftar:
		lama = per_bulan.get(masa.akhir.month)
		if not lama or masa.ke in dokumen or lama.ke not in dokumen:
			per_bulan[masa.akhir.month] = masa
	return {masa.ke for masa in per_bulan.values()}


def _join_masa(daftar: Sequence[Masa], dokumen: Mapping[int, frappe._dict]) -> list[Masa]:
	"""With those that were reported on and are none any more: the day has become a holiday."""
	ada = {masa.ke for masa in daftar}
	lain = [read_masa(row) for ke, row in dokumen.items() if ke not in ada]
	return sorted((*daftar, *lain), key=lambda masa: masa.ke)


def get_gabungan_rencana(skp, sampai: date, tahap: Iterable[Tahap] = DILAPORKAN) -> dict[str, Decimal]:
	"""``get_gabungan`` of one SKP, combined as the rows of ``skp`` say: a former version (services/perencanaan/skp/versi.py) has its own."""
	query, rk, ri = query_realisasi(skp.name, tahap)
	query = query.where(rk.akhir <= sampai).orderby(rk.masa_ke)
	per_masa: dict[int, dict[str, Decimal]] = defaultdict(dict)
	for row in query.select(rk.masa_ke, ri.indikator, ri.realisasi).run(as_dict=True):
		per_masa[row.masa_ke][row.indikator] = to_decimal(row.realisasi)
	return combine_masa(skp, list(per_masa.values()))


def combine_masa(skp, per_masa: list[dict[str, Decimal]]) -> dict[str, Decimal]:
	"""What ``get_gabungan`` says, from figures already read: kunci -> realisasi combined as its row says."""
	hasil = {}
	for iki in skp.indikator:
		if nilai := [angka[iki.kunci] for angka in per_masa if iki.kunci in angka]:
			terlapor = summarize_realisasi(nilai)
			hasil[iki.kunci] = combine_realisasi(Arah(iki.arah), CaraHitung(iki.cara_hitung), terlapor)
	return hasil


def _get_dokumen(skp: str) -> list:
	realisasi = frappe.qb.DocType("Realisasi Kinerja")
	return frappe.qb.from_(realisasi).select(*_KOLOM_DOKUMEN).where(realisasi.skp == skp).run(as_dict=True)


def _get_nilai(skp: str) -> dict[int, dict[str, Decimal]]:
	"""masa_ke -> kunci -> the figure reported in that period."""
	query, rk, ri = query_realisasi(skp)
	rows = query.select(rk.masa_ke, ri.indikator, ri.realisasi).run(as_dict=True)
	nilai: dict[int, dict[str, Decimal]] = defaultdict(dict)
	for row in rows:
		nilai[row.masa_ke][row.indikator] = to_decimal(row.realisasi)
	return nilai
