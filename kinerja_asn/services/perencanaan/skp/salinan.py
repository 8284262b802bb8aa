"""The plan of one document as rows for another: next year's SKP, the SKP after a move, an SKP from a template.

The agreement is copied, in the words and figures that were agreed on. What belongs to the old document alone is
left behind: the keys of its rows, which leader's row they served, what has been realised.
"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import frappe
from frappe.utils import getdate
from frappe.utils.caching import request_cache

from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today

TABEL = {"hasil_kerja": "SKP Hasil Kerja", "indikator": "SKP Indikator", "lampiran": "SKP Lampiran"}
# Keys by which rows of the old document and of its leader's are known.
KUNCI = ("kunci", "rhk_pimpinan")
# What the new document works out for itself, or has not got yet.
TIDAK_DISALIN = {"hasil_kerja": (), "indikator": ("hasil_kerja",), "lampiran": ("terealisasi",)}
# Links to records of one period: they hold in another SKP of that period only.
TAUTAN_PERIODE = ("pk_indikator", "penugasan")


class Berakhir(NamedTuple):
	"""Names of what was no longer in force on the first day of the new plan."""

	pustaka: Collection[str]
	penugasan: Collection[str]


def copy_rencana(doc, mulai: date | str | None = None) -> dict:
	"""pendekatan, and the rows hasil_kerja, indikator and lampiran of an SKP, Perubahan SKP or Templat SKP as dicts.

	``mulai`` is the new plan's first day (default today). An indikator names its hasil kerja by
	``hasil_kerja_ke``; of the leader's hasil kerja only the words remain (``rhk_pimpinan_uraian``). Rows of an
	assignment that has ended are left out, with their indikator. A row from the library keeps its values, as they
	were agreed on; its link goes when that version has ended: whoever wants the new version picks it.
	"""
	mulai = getdate(mulai or get_today())
	rencana = select_rencana(doc, mulai, find_berakhir([doc], mulai))
	for tabel in TABEL:
		rencana[tabel] = [_drop_kunci(row) for row in rencana[tabel]]
	return rencana


def _drop_kunci(row: dict) -> dict:
	return {kolom: nilai for kolom, nilai in row.items() if kolom not in KUNCI}


def find_berakhir(daftar: list, mulai: date) -> Berakhir:
	"""Of the library versions and assignments that the documents in ``daftar`` name, those that ended before ``mulai``."""
	pustaka = {row.get("pustaka") for doc in daftar for row in doc.get("indikator")}
	penugasan = {row.get("penugasan") for doc in daftar for row in doc.get("hasil_kerja")}
	return Berakhir(
		_get_berakhir("Indikator Kinerja", "berlaku_sampai", pustaka, mulai),
		_get_berakhir("Penugasan Kinerja", "sampai", penugasan, mulai),
	)


def _get_berakhir(doctype: str, kolom: str, names: set, mulai: date) -> set[str]:
	names = names - {None, ""}
	if not names:
		return set()
	table = frappe.qb.DocType(doctype)  # get_all would take an open end for one in the year 1
	berakhir = table.name.isin(list(names)) & (table[kolom] < mulai)
	return set(frappe.qb.from_(table).select(table.name).where(berakhir).run(pluck=True))


def select_rencana(doc, mulai: date, berakhir: Berakhir) -> dict:
	"""``copy_rencana`` when what has ended is known; the rows still have the ``KUNCI`` of their originals."""
	periode_sama = _is_periode_sama(doc, mulai)
	nomor = _number_hasil_kerja(doc, berakhir.penugasan)
	hasil_kerja = [row for row in doc.get("hasil_kerja") if row.idx in nomor]
	indikator = [row for row in doc.get("indikator") if row.hasil_kerja_ke in nomor]
	return {
		"pendekatan": doc.get("pendekatan"),
		"hasil_kerja": _copy(hasil_kerja, "hasil_kerja", periode_sama),
		"indikator": [
			{
				**row,
				"hasil_kerja_ke": nomor[row["hasil_kerja_ke"]],
				"pustaka": None if row["pustaka"] in berakhir.pustaka else row["pustaka"],
			}
			for row in _copy(indikator, "indikator", periode_sama)
		],
		"lampiran": [
			{**row, "tanggal": _move_to_tahun(row["tanggal"], mulai.year)}
			for row in _copy(doc.get("lampiran"), "lampiran", periode_sama)
		],
	}


def _is_periode_sama(doc, mulai: date) -> bool:
	periode = doc.get("periode")
	return bool(periode) and mulai <= getdate(get_periode(periode).akhir)


def _number_hasil_kerja(doc, penugasan: Collection[str]) -> dict[int, int]:
	"""Old number -> new number of the hasil kerja that are copied."""
	tetap = (row.idx for row in doc.get("hasil_kerja") if row.get("penugasan") not in penugasan)
	return {lama: baru for baru, lama in enumerate(tetap, 1)}


def _copy(rows: Collection, tabel: str, periode_sama: bool) -> list[dict]:
	kolom = _get_kolom(tabel, periode_sama) if rows else ()
	return [{medan: row.get(medan) for medan in kolom} for row in rows]


@request_cache
def _get_kolom(tabel: str, periode_sama: bool) -> list[str]:
	dilewati = TIDAK_DISALIN[tabel] + (() if periode_sama else TAUTAN_PERIODE)
	semua = frappe.get_meta(TABEL[tabel]).get_fieldnames_with_value()
	return [kolom for kolom in semua if kolom not in dilewati]


def _move_to_tahun(tanggal: date | str | None, tahun: int) -> date | None:
	"""A report due on a date is due on the same day of the new plan's year."""
	tanggal = getdate(tanggal) if tanggal else None
	kabisat = tanggal and (tanggal.month, tanggal.day) == (2, 29)
	return tanggal and tanggal.replace(year=tahun, day=28 if kabisat else tanggal.day)
