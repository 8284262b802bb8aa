"""Realisasi of many SKP combined per indikator, in a fixed number of queries, and where each stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

import frappe
from frappe.query_builder.functions import Count, Sum
from frappe.utils import getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import Arah, CaraHitung, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.pembulatan import round_half_up, to_decimal
from kinerja_asn.rules.progres import Progres, assess_progres, combine_realisasi
from kinerja_asn.services.bersama.periode import get_masa_pelaporan, get_periode
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_today


def get_gabungan(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap] = DILAPORKAN
) -> dict[str, Decimal]:
	"""kunci of the indikator -> realisasi of all periods that ended by ``sampai``, combined as the row says.

	``skp`` are names, or a query that selects them where they are many. Unreported indikator are absent:
	nothing reported is not zero.
	"""
	if not skp:
		return {}
	cara = _get_cara_lain(skp)
	jumlah = _get_jumlah(skp, sampai, tahap, cara)
	terakhir = _get_terakhir(skp, sampai, tahap) if CaraHitung.NILAI_TERAKHIR in cara.values() else {}
	return {**jumlah, **terakhir}


def _query(skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap]):
	rk, ri = frappe.qb.DocType("Realisasi Kinerja"), frappe.qb.DocType("Realisasi Indikator")
	query = (
		frappe.qb.from_(rk)
		.join(ri)
		.on(is_anak(ri, rk))
		.where(_is_di_antara(rk.skp, skp))
		.where(rk.tahap.isin([*map(str, tahap)]))
		.where((rk.akhir <= sampai) & (ri.dilaporkan == 1))
	)
	return query, rk, ri


def _is_di_antara(kolom, skp: Collection[str] | QueryBuilder):
	return kolom.isin(skp if isinstance(skp, QueryBuilder) else list(skp))


def _get_cara_lain(skp: Collection[str] | QueryBuilder) -> dict[str, str]:
	"""kunci -> cara_hitung, of the indikator whose periods are not simply added up."""
	iki = frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(iki).select(iki.kunci, iki.cara_hitung).where(_is_di_antara(iki.parent, skp))
	return dict(query.where(iki.cara_hitung != CaraHitung.JUMLAH).run())


def _get_jumlah(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap], cara: dict[str, str]
) -> dict[str, Decimal]:
	"""Sums, and averages where ``cara`` says so. SKP Indikator is not joined: for a whole agency that costs most."""
	query, _rk, ri = _query(skp, sampai, tahap)
	rows = (
		query.groupby(ri.indikator)
		.select(ri.indikator, Sum(ri.realisasi).as_("jumlah"), Count(ri.name).as_("banyak"))
		.run(as_dict=True)
	)
	return {
		row.indikator: _to_eksak(row.jumlah)
		/ (row.banyak if cara.get(row.indikator) == CaraHitung.RATA_RATA else 1)
		for row in rows
	}


def _to_eksak(jumlah: float) -> Decimal:
	"""SQLite adds binary floats: 0.1 + 0.2 must not miss a bound of 0.3."""
	return round_half_up(to_decimal(jumlah), 6)


def _get_terakhir(
	skp: Collection[str] | QueryBuilder, sampai: date, tahap: Iterable[Tahap]
) -> dict[str, Decimal]:
	query, rk, ri = _query(skp, sampai, tahap)
	iki = frappe.qb.DocType("SKP Indikator")
	terakhir = frappe.qb.from_(iki).select(iki.kunci).where(_is_di_antara(iki.parent, skp))
	rows = (
		query.where(ri.indikator.isin(terakhir.where(iki.cara_hitung == CaraHitung.NILAI_TERAKHIR)))
		.select(ri.indikator, ri.arah, ri.realisasi)
		.orderby(rk.akhir)
		.run(as_dict=True)
	)
	return {
		row.indikator: Decimal(1) if row.arah == Arah.NARATIF else to_decimal(row.realisasi) for row in rows
	}


def get_masa_skp(skp) -> tuple[Masa, ...]:
	"""The reporting periods in which this SKP is in force."""
	awal, akhir = getdate(skp.awal), getdate(skp.akhir)
	return tuple(
		masa for masa in get_masa_pelaporan(skp.periode) if masa.akhir >= awal and masa.awal <= akhir
	)


def may_lapor(skp, masa: Masa) -> bool:
	"""May a report on ``masa`` begin? On a set SKP; on one that a move closed, for the periods that were over by then.

	The period in which the employee or his Penilai moved is reported on the SKP that followed.
	"""
	if skp.tahap != Tahap.DITUTUP:
		return skp.tahap == Tahap.DITETAPKAN
	akhir = getdate(skp.akhir)
	return masa.akhir <= akhir < getdate(get_periode(skp.periode).akhir)


def count_masa(skp, sampai: date) -> tuple[int, int]:
	"""(reporting periods of the SKP that ended by ``sampai``, all of them). The first is at least 1."""
	daftar = get_masa_skp(skp)
	return max(sum(masa.akhir <= sampai for masa in daftar), 1), len(daftar)


def get_progres(skp, indikator, realisasi: Decimal | None, sampai: date) -> Progres:
	"""Where one indikator stands on ``sampai``. ``skp`` needs periode, awal, akhir."""
	return rate_progres(indikator, realisasi, *count_masa(skp, sampai))


def rate_progres(indikator, realisasi: Decimal | None, masa_ke: int, jumlah_masa: int) -> Progres:
	"""The same when ``masa_ke`` of ``jumlah_masa`` reporting periods have ended."""
	return assess_progres(
		Arah(indikator.arah),
		CaraHitung(indikator.cara_hitung),
		to_decimal(indikator.target_min or 0),
		to_decimal(indikator.target_maks or 0),
		realisasi,
		masa_ke,
		jumlah_masa,
	)


def get_progres_baris(baris) -> list:
	"""Where each indikator of an assigned hasil kerja (services/perencanaan/penugasan) stands today: rules.progres.Progres, in their order."""
	hari_ini = get_today()
	gabungan = get_gabungan([baris.skp.name], hari_ini)
	return [get_progres(baris.skp, iki, gabungan.get(iki.kunci), hari_ini) for iki in baris.indikator]


def get_riwayat(skp) -> list[frappe._dict]:
	"""Month by month for one SKP document: masa, the Realisasi of it (or none) and the progress of each indikator."""
	dokumen = {row.masa_ke: row for row in _get_dokumen(skp.name)}
	nilai = _get_nilai(skp.name)
	dilaporkan = sorted(ke for ke, row in dokumen.items() if row.tahap in DILAPORKAN)
	riwayat = []
	for masa in get_masa_skp(skp):
		sampai = [nilai.get(ke, {}) for ke in dilaporkan if ke <= masa.ke]
		gabungan = _combine(skp, sampai) if masa.ke in dokumen else {}
		riwayat.append(
			frappe._dict(
				masa=masa,
				dokumen=dokumen.get(masa.ke),
				nilai=nilai.get(masa.ke, {}),
				progres={
					iki.kunci: get_progres(skp, iki, gabungan.get(iki.kunci), masa.akhir)
					for iki in skp.indikator
				},
			)
		)
	return riwayat


def get_gabungan_rencana(skp, sampai: date, tahap: Iterable[Tahap] = DILAPORKAN) -> dict[str, Decimal]:
	"""``get_gabungan`` of one SKP, combined as the rows of ``skp`` say: a former version (services/perencanaan/skp/versi.py) has its own."""
	query, rk, ri = _query([skp.name], sampai, tahap)
	per_masa: dict[int, dict[str, Decimal]] = defaultdict(dict)
	for row in query.select(rk.masa_ke, ri.indikator, ri.realisasi).orderby(rk.masa_ke).run(as_dict=True):
		per_masa[row.masa_ke][row.indikator] = to_decimal(row.realisasi)
	return _combine(skp, list(per_masa.values()))


def _combine(skp, per_masa: list[dict[str, Decimal]]) -> dict[str, Decimal]:
	"""What ``get_gabungan`` says, from figures already read: kunci -> realisasi combined as its row says."""
	hasil = {}
	for iki in skp.indikator:
		nilai = [angka[iki.kunci] for angka in per_masa if iki.kunci in angka]
		if nilai:
			naratif = iki.arah == Arah.NARATIF
			hasil[iki.kunci] = (
				Decimal(1) if naratif else combine_realisasi(CaraHitung(iki.cara_hitung), nilai)
			)
	return hasil


def _get_dokumen(skp: str) -> list:
	return frappe.get_all(
		"Realisasi Kinerja",
		{"skp": skp},
		[
			"name",
			"masa_ke",
			"workflow_state",
			"tahap",
			"terlambat",
			"tenggat",
			"catatan_pengembalian",
			"tindak_lanjut",
		],
	)


def _get_nilai(skp: str) -> dict[int, dict[str, Decimal]]:
	"""masa_ke -> kunci -> the figure reported in that period."""
	rk, ri = frappe.qb.DocType("Realisasi Kinerja"), frappe.qb.DocType("Realisasi Indikator")
	rows = (
		frappe.qb.from_(rk)
		.join(ri)
		.on(is_anak(ri, rk))
		.select(rk.masa_ke, ri.indikator, ri.realisasi)
		.where((rk.skp == skp) & (ri.dilaporkan == 1))
		.run(as_dict=True)
	)
	nilai: dict[int, dict[str, Decimal]] = defaultdict(dict)
	for row in rows:
		nilai[row.masa_ke][row.indikator] = to_decimal(row.realisasi)
	return nilai
