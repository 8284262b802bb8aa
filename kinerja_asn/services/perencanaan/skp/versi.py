"""Versions of an SKP: the one in force stands in the SKP itself, the former ones are kept as Versi SKP (Pasal 14 (2))."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import frappe
from frappe.utils import add_days, getdate

from kinerja_asn.rules.versi import Perbandingan, compare_baris
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK

DOCTYPE = "Versi SKP"
TABEL = {
	"hasil_kerja": "SKP Hasil Kerja",
	"indikator": "SKP Indikator",
	"perilaku": "SKP Perilaku",
	"lampiran": "SKP Lampiran",
}
KEPALA = (
	"pendekatan",
	"formulir",
	"jenis_jabatan",
	"versi",
	"berlaku_mulai",
	"diajukan_pada",
	"diajukan_oleh",
	"ditetapkan_pada",
	"ditetapkan_oleh",
)
# Where a row stands is no part of what was agreed on; ``terealisasi`` is what came of it.
BUKAN_ISI = {
	"hasil_kerja": ("kunci", "idx"),
	"indikator": ("kunci", "idx", "hasil_kerja_ke"),
	"lampiran": ("idx", "terealisasi"),
}
ANGKA = ("Float", "Percent", "Int", "Check")


class Banding(NamedTuple):
	"""What became of every row between two versions."""

	hasil_kerja: list[Perbandingan]
	indikator: list[Perbandingan]
	lampiran: list[Perbandingan]


def get_nilai(row) -> dict:
	"""What a row of a plan says, without what ties it to its document."""
	nilai = {
		df.fieldname: row.get(df.fieldname) or (0 if df.fieldtype in ANGKA else None)
		for df in row.meta.get_fieldnames_with_value(with_field_meta=True)
	}
	return {**nilai, "idx": row.idx}


# --- keeping


def archive(skp, perubahan) -> None:
	"""Keep the content of ``skp`` as it is before ``perubahan`` replaces it, with the reason why.

	Nobody has the right to make a Versi SKP (permissions/dokumen.py), so that none can be invented: it is written
	to the database as it is, by this function alone.
	"""
	doc = frappe.get_doc(
		{
			"doctype": DOCTYPE,
			"name": f"V{skp.name}-{skp.versi:02d}",
			"skp": skp.name,
			"periode": skp.periode,
			"nomor": skp.versi,
			"berlaku_mulai": get_awal_versi(skp),
			"berlaku_sampai": add_days(perubahan.berlaku_mulai, -1),
			"alasan": perubahan.alasan,
			"uraian_alasan": perubahan.uraian_alasan,
			"perubahan": perubahan.name,
			"ditetapkan_pada": skp.ditetapkan_pada,
			"ditetapkan_oleh": skp.ditetapkan_oleh,
			"isi": frappe.as_json(_get_isi(skp)),
			**{kolom: skp.get(kolom) for kolom in KOLOM_PIHAK},
		}
	)
	doc.db_insert()


def _get_isi(skp) -> dict:
	return {
		**{kolom: skp.get(kolom) for kolom in KEPALA},
		**{tabel: [get_nilai(row) for row in skp.get(tabel)] for tabel in TABEL},
	}


def get_awal_versi(skp) -> date:
	return getdate(skp.berlaku_mulai or skp.awal)


# --- reading; the caller has checked that the reader may see the SKP


def get_rencana(skp, pada: date):
	"""The version of ``skp`` (a document) in force on ``pada``, at most on its own last day.

	The document itself while that is the present version, else its values with the rows of then as frappe._dict.
	"""
	pada = min(getdate(pada), getdate(skp.akhir))
	if pada >= get_awal_versi(skp):
		return skp
	arsip = _get_arsip(skp.name)
	dimulai = [versi for versi in arsip if getdate(versi.berlaku_mulai) <= pada] or arsip[:1]
	return read_versi(skp, dimulai[-1].nomor) if dimulai else skp


def read_versi(skp, nomor: int):
	"""Version ``nomor`` of ``skp`` (a document); the present one is the document itself. None where there is no such."""
	if nomor == skp.versi:
		return skp
	isi = frappe.db.get_value(DOCTYPE, {"skp": skp.name, "nomor": nomor}, "isi")
	if not isi:
		return None
	isi = frappe.parse_json(isi)
	rows = {tabel: [frappe._dict(row) for row in isi[tabel]] for tabel in TABEL}
	return frappe._dict({**skp.as_dict(), **isi, **rows})


def get_versi(skp) -> list[frappe._dict]:
	"""All versions of ``skp``, oldest first: nomor, berlaku_mulai, berlaku_sampai, ditetapkan_pada, alasan, uraian_alasan.

	``alasan`` says why a version was replaced; the last one is in force (``berlaku``).
	"""
	kini = frappe._dict(
		nomor=skp.versi,
		berlaku_mulai=get_awal_versi(skp),
		berlaku_sampai=getdate(skp.akhir),
		ditetapkan_pada=skp.ditetapkan_pada,
		berlaku=True,
	)
	return [*_get_arsip(skp.name), kini]


def _get_arsip(skp: str) -> list[frappe._dict]:
	kolom = [
		"nomor",
		"berlaku_mulai",
		"berlaku_sampai",
		"ditetapkan_pada",
		"alasan",
		"uraian_alasan",
		"perubahan",
	]
	return frappe.get_all(DOCTYPE, {"skp": skp}, kolom, order_by="nomor asc")


# --- comparing


def compare(lama, baru) -> Banding:
	"""Two versions row by row; ``lama`` and ``baru`` are SKP, Perubahan SKP or what ``get_rencana`` returns."""
	return Banding(*(_compare_tabel(tabel, lama, baru) for tabel in Banding._fields))


def _compare_tabel(tabel: str, lama, baru) -> list[Perbandingan]:
	return compare_baris(_get_baris(tabel, lama), _get_baris(tabel, baru), get_kolom(tabel))


def _get_baris(tabel: str, rencana) -> list[dict]:
	rows = [row if isinstance(row, dict) else get_nilai(row) for row in rencana.get(tabel)]
	return _key_by_isi(rows) if tabel == "lampiran" else rows


def get_kolom(tabel: str) -> tuple[str, ...]:
	nama = frappe.get_meta(TABEL[tabel]).get_fieldnames_with_value()
	return tuple(medan for medan in nama if medan not in BUKAN_ISI[tabel])


def _key_by_isi(rows: Iterable[dict]) -> list[dict]:
	"""The Lampiran has no keys: a line is the same when it says the same; said twice, it counts twice."""
	hitung: Counter = Counter()
	hasil = []
	for row in rows:
		isi = get_isi_lampiran(row)
		hitung[isi] += 1
		hasil.append({**row, "kunci": f"{isi}{hitung[isi]}"})
	return hasil


def get_isi_lampiran(row) -> tuple[str, ...]:
	return tuple(str(row.get(kolom) or "").strip() for kolom in get_kolom("lampiran"))
