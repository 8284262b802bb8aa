"""Figures of a service's answers: by period, by month, before and after each measure. One query for any number of answers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import frappe
from frappe.query_builder.functions import Count
from frappe.utils import getdate

from kinerja_asn.constants.masyarakat import JAWABAN, LAYANAN, JenisMasukan, UkuranLayanan
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.masyarakat import Rentang, Sebaran, Ukuran, get_rentang_banding, measure
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today


@dataclass(frozen=True)
class Figur:
	"""Of one span of time. ``jenis``: how many praised, complained, suggested."""

	jawaban: int
	ukuran: dict[UkuranLayanan, Ukuran]
	jenis: dict[JenisMasukan, int]


@dataclass(frozen=True)
class Tindakan:
	"""A measure with what was said before and after it; ``sesudah`` is None while its day is to come."""

	tanggal: date
	uraian: str
	rentang: tuple[Rentang, Rentang | None]
	sebelum: Figur
	sesudah: Figur | None


def get_figur(layanan: str, minimum: int, rentang: Rentang | Masa | None = None) -> Figur:
	"""Of ``rentang``; of all answers without one."""
	table = frappe.qb.DocType(JAWABAN)
	query = _query(table).where(table.layanan == layanan)
	if rentang:
		query = query.where((table.tanggal >= rentang.awal) & (table.tanggal <= rentang.akhir))
	return _build(query.run(as_dict=True), minimum)


def get_per_bulan(minimum: Mapping[str, int], mulai: str, sampai: str) -> dict[tuple[str, str], Figur]:
	"""(service, month "2026-11") -> its figures, for the services that ``minimum`` names, as far as there are answers."""
	table = frappe.qb.DocType(JAWABAN)
	query = (
		_query(table)
		.select(table.layanan, table.bulan)
		.where(table.layanan.isin(list(minimum) or [""]) & (table.bulan >= mulai) & (table.bulan <= sampai))
		.groupby(table.layanan, table.bulan)
	)
	per_bulan = defaultdict(list)
	for row in query.run(as_dict=True):
		per_bulan[row.layanan, row.bulan].append(row)
	return {kunci: _build(per_bulan[kunci], minimum[kunci[0]]) for kunci in sorted(per_bulan)}


def get_tindakan(layanan: str, minimum: int) -> list[Tindakan]:
	"""The measures of a service, the latest first."""
	rows = frappe.get_all(
		"Tindakan Perbaikan Layanan",
		get_saring_anak(LAYANAN, layanan),
		["tanggal", "uraian"],
		order_by="idx desc",
	)
	hari = {getdate(row.tanggal) for row in rows}
	return [_compare(layanan, minimum, row, hari) for row in rows]


def _compare(layanan: str, minimum: int, row, hari: set[date]) -> Tindakan:
	rentang = get_rentang_banding(getdate(row.tanggal), hari, get_today())
	sebelum, sesudah = (masa and get_figur(layanan, minimum, masa) for masa in rentang)
	return Tindakan(getdate(row.tanggal), row.uraian, rentang, sebelum, sesudah)


def _query(table):
	"""How many gave the same answer, words aside."""
	kolom = (table.nilai, table.ada_waktu_tunggu, table.waktu_tunggu, table.jenis)
	return frappe.qb.from_(table).select(*kolom, Count("*").as_("kali")).groupby(*kolom)


def _build(rows: list, minimum: int) -> Figur:
	penilaian = _add(rows, "nilai")
	tunggu = _add([row for row in rows if row.ada_waktu_tunggu], "waktu_tunggu")
	jenis = _add(rows, "jenis")
	return Figur(
		sum(penilaian.values()),
		{ukuran: measure(ukuran, penilaian, tunggu, minimum) for ukuran in UkuranLayanan},
		{nama: jenis.get(str(nama), 0) for nama in JenisMasukan},
	)


def _add(rows: list, kolom: str) -> Sebaran:
	sebaran: dict = defaultdict(int)
	for row in rows:
		sebaran[row[kolom]] += row.kali
	return sebaran
