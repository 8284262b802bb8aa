"""What the reports share: their filters, and columns, chart and cards as Frappe draws them.

A report counts by one term, ``WARNA`` gives each of its values the name of a colour. Frappe's name stands for it in
cells and cards, ``KODE_WARNA`` in charts; the script of the report takes it from the column (public/js/laporan.js).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Istilah
from kinerja_asn.services.bersama.periode import find_periode_utama
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_nama_unit, get_unit_ke_bawah

BAGAN_MAKS = 30
PER_PEGAWAI, PER_UNIT = "Per Pegawai", "Per Unit"
KODE_WARNA = {
	"red": "#e03636",
	"gray": "#a0aab4",
	"orange": "#f59e0b",
	"blue": "#3b82f6",
	"green": "#30a66d",
	"purple": "#8b5cf6",
}

# --- filters


def read_periode(diminta: str | None) -> str:
	"""``diminta``, else the period that leads; refuses one that does not exist."""
	periode = diminta or find_periode_utama()
	if not periode or not frappe.db.exists("Periode Kinerja", periode):
		frappe.throw(_("Pilih periode kinerja yang akan dilaporkan."))
	return periode


def read_unit(unit: str | None) -> tuple[str, ...] | None:
	return get_unit_ke_bawah(unit) if unit else None


def read_tampilan(tampilan: str | None) -> str:
	return PER_UNIT if tampilan == PER_UNIT else PER_PEGAWAI


def read_istilah(istilah: type[Istilah], nilai: str | None) -> Istilah | None:
	"""The value asked for; None, all, for what is none."""
	return istilah(nilai) if nilai in list(istilah) else None


def name_unit(baris: list[dict]) -> list[dict]:
	"""``baris`` as people read them: units by their readable names, in one query."""
	nama = get_banyak_nama_unit(row["unit_kerja"] for row in baris)
	return [{**row, "unit_kerja": nama[row["unit_kerja"]]} for row in baris]


# --- columns, chart, cards


def make_kolom(fieldname: str, label: str, fieldtype: str, width: int, **extra) -> dict:
	"""Text says where it stands: Frappe takes a column for numbers when its first row is empty."""
	if fieldtype in ("Data", "Link"):
		extra["align"] = "left"
	return {"fieldname": fieldname, "label": label, "fieldtype": fieldtype, "width": width, **extra}


def make_kolom_istilah(fieldname: str, label: str, width: int, warna: Mapping[Istilah, str]) -> dict:
	"""A column of values that the script shows in their colours."""
	return make_kolom(
		fieldname, label, "Data", width, warna={str(nilai): nama for nilai, nama in warna.items()}
	)


def make_kolom_hitungan(istilah: type[Istilah]) -> list[dict]:
	"""A column for each value: how many there are of it."""
	return [make_kolom(_get_nama_kolom(nilai), _(str(nilai)), "Int", 170) for nilai in istilah]


def build_hitungan(istilah: type[Istilah], jumlah: Counter) -> dict[str, int]:
	"""The cells of ``make_kolom_hitungan``."""
	return {_get_nama_kolom(nilai): jumlah[nilai] for nilai in istilah}


def _get_nama_kolom(nilai: Istilah) -> str:
	return nilai.name.lower()


def count_per_unit(baris: list[dict], hal: str) -> dict[str | None, Counter]:
	"""Unit -> how much there is of each value of the column ``hal``; a row counts for its ``jumlah``, else once."""
	per_unit: dict[str | None, Counter] = defaultdict(Counter)
	for row in baris:
		per_unit[row["unit_kerja"]][row[hal]] += row.get("jumlah", 1)
	return per_unit


def make_bagan(
	judul: str,
	per_unit: Mapping[str | None, Counter],
	legenda: Mapping[str, str],
	warna: Mapping[str, str],
) -> dict | None:
	"""Stacked bars, one for each of ``per_unit``, of the parts that ``legenda`` names. None without units.

	The legend has room for a word or two.
	"""
	if not per_unit:
		return None
	deret = {nama: [jumlah[bagian] for jumlah in per_unit.values()] for bagian, nama in legenda.items()}
	label, deret = _merge_kecil([_shorten_unit(unit) or _("Tanpa unit") for unit in per_unit], deret)
	return {
		"data": {
			"labels": label,
			"datasets": [{"name": nama, "values": nilai} for nama, nilai in deret.items()],
		},
		"type": "bar",
		"barOptions": {"stacked": 1},
		"colors": [KODE_WARNA[warna[bagian]] for bagian in legenda],
		"title": judul,
	}


def _merge_kecil(label: list[str], deret: dict[str, list[int]]) -> tuple[list[str], dict[str, list[int]]]:
	"""More bars than one can tell apart: the smallest become one, the last."""
	if len(label) <= BAGAN_MAKS:
		return label, deret
	besar = [sum(nilai) for nilai in zip(*deret.values(), strict=True)]
	tampil = sorted(sorted(range(len(label)), key=besar.__getitem__, reverse=True)[: BAGAN_MAKS - 1])
	return (
		[*(label[ke] for ke in tampil), _("{0} unit lain").format(len(label) - len(tampil))],
		{
			nama: [*(nilai[ke] for ke in tampil), sum(nilai) - sum(nilai[ke] for ke in tampil)]
			for nama, nilai in deret.items()
		},
	)


def _shorten_unit(unit: str | None) -> str:
	"""The part of a unit's name that tells it from the others: a chart has little room under a bar."""
	nama = get_nama_unit(unit)
	return nama.removeprefix("Bidang ").removeprefix("Pelayanan ")


def make_kartu(label: str, value: int, indicator: str) -> dict:
	return {"label": label, "value": value, "indicator": indicator, "datatype": "Int"}


def make_kartu_istilah(jumlah: Counter, warna: Mapping[Istilah, str]) -> list[dict]:
	"""A card for each value: how many there are of it."""
	return [make_kartu(_(str(nilai)), jumlah[nilai], nama) for nilai, nama in warna.items()]
