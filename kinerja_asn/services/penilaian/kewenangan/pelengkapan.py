"""Evaluations that were written around their documents, as those prepared for everybody at once, say who evaluates."""

from collections import defaultdict
from collections.abc import Collection, Iterable

import frappe
from frappe.utils import create_batch, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.constants.tahapan import BELUM_DITETAPKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.penilaian.kewenangan.pihak import KOLOM_SKP, Kewenangan, decide_banyak

DOCTYPE = "Evaluasi Kinerja"
SEKALI_TULIS = 1_000
_KOLOM = ("name", "skp", "penilai", "penilai_user", "periode", "jenis", "masa_ke", "masa", "awal", "akhir")


def complete(nama: Collection[str] | None = None) -> list[str]:
	"""Fill in, of ``nama`` or of all that are open, those which do not say it yet: one statement for each Penilai. Returns those
	that somebody else than the plan's Penilai evaluates, whose parties have to follow."""
	lain: list[str] = []
	for kunci, rows in _group(_get_rows(nama)).items():
		for bagian in create_batch(rows, SEKALI_TULIS):
			lain += _complete(kunci, bagian)
	return lain


def _get_rows(nama: Collection[str] | None) -> list[frappe._dict]:
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.from_(table).select(*_KOLOM).where(table.dasar_penilai.isnull())
	query = query.where(table.tahap.isin([*map(str, BELUM_DITETAPKAN)]))
	return (query.where(table.name.isin(list(nama))) if nama is not None else query).run(as_dict=True)


def _group(rows: Iterable) -> dict[tuple, list]:
	kelompok = defaultdict(list)
	for row in rows:
		masa = Masa(row.masa_ke, row.masa or "", getdate(row.awal), getdate(row.akhir))
		kelompok[JenisEvaluasi(row.jenis), masa].append(row)
	return kelompok


def _complete(kunci: tuple, rows: list) -> list[str]:
	skp = frappe.get_all("SKP", {"name": ("in", [row.skp for row in rows])}, list(KOLOM_SKP))
	keputusan = decide_banyak(skp, *kunci)
	sama = [row for row in rows if keputusan[row.skp].pihak["penilai"] == row.penilai]
	isian = defaultdict(list)
	for row in sama:
		isian[tuple(_build(row, keputusan[row.skp]).items())].append(row.name)
	for isi, nama in isian.items():
		_write(nama, dict(isi))
	return [row.name for row in rows if row not in sama]


def _build(row, kewenangan: Kewenangan) -> dict:
	"""What is over already passes on by itself (``pengalihan``), with its notices."""
	if kewenangan.beralih:
		return {"penetap_user": row.penilai_user}
	isi = kewenangan.as_dict()
	return {
		kolom: isi[kolom] for kolom in ("penetap_user", "dasar_penilai", "uraian_penilai", "bersifat_final")
	}


def _write(nama: list[str], isi: dict) -> None:
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.update(table).where(table.name.isin(nama))
	for kolom, nilai in isi.items():
		query = query.set(table[kolom], nilai)
	query.run()
