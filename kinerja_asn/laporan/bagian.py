"""What the reports share: their filters, and columns, chart and cards as Frappe draws them."""

from collections import Counter, defaultdict
from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.services.bersama.periode import find_periode_terbaru
from kinerja_asn.services.orang.unit import get_nama_unit, get_unit_ke_bawah

BAGAN_MAKS = 30

# --- filters


def read_periode(diminta: str | None) -> str:
	"""``diminta``, else the latest open period; refuses one that does not exist."""
	periode = diminta or find_periode_terbaru()
	if not periode or not frappe.db.exists("Periode Kinerja", periode):
		frappe.throw(_("Pilih periode kinerja yang akan dilaporkan."))
	return periode


def read_unit(unit: str | None) -> tuple[str, ...] | None:
	return get_unit_ke_bawah(unit) if unit else None


# --- columns, chart, cards


def make_kolom(fieldname: str, label: str, fieldtype: str, width: int, **extra) -> dict:
	"""Text says where it stands: Frappe takes a column for numbers when its first row is empty."""
	if fieldtype in ("Data", "Link"):
		extra["align"] = "left"
	return {"fieldname": fieldname, "label": label, "fieldtype": fieldtype, "width": width, **extra}


def count_per_unit(baris: list[dict], hal: str) -> dict[str | None, Counter]:
	"""Unit -> how much there is of each value of the column ``hal``; a row counts for its ``jumlah``, else once."""
	per_unit: dict[str | None, Counter] = defaultdict(Counter)
	for row in baris:
		per_unit[row["unit_kerja"]][row[hal]] += row.get("jumlah", 1)
	return per_unit


def make_bagan(
	judul: str, per_unit: Mapping[str | None, Counter], legenda: Mapping[str, str], warna: tuple[str, ...]
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
		"colors": list(warna),
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
