"""Report "Catatan Harian Pegawai": of a month, how many working days each person noted, which are missing, late, approved.

About set plans that the reader may see. Which days are expected is services/pelaksanaan/catatan/hari.py's to say.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import frappe
from frappe import _
from frappe.utils import cint, getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import Bulan, KeadaanCatatan, PemakaianCatatan, StatusCatatan
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.laporan.bagian import (
	PER_UNIT,
	build_hitungan,
	count_per_unit,
	make_bagan,
	make_kartu,
	make_kartu_istilah,
	make_kolom,
	make_kolom_hitungan,
	make_kolom_istilah,
	name_unit,
	read_filters,
	read_istilah,
	read_periode,
	read_tampilan,
	read_unit,
	take_halaman,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.rules.catatan import find_belum
from kinerja_asn.rules.tenggat import list_hari
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.catatan.hari import Kosong, get_hari_kosong
from kinerja_asn.services.pelaksanaan.catatan.jumlah import DOCTYPE

WARNA = {KeadaanCatatan.KOSONG: "red", KeadaanCatatan.SEBAGIAN: "orange", KeadaanCatatan.LENGKAP: "green"}
# What is summed of people into their unit.
JUMLAH = ("hari_kerja", "dicatat", "belum", "terlambat", "menunggu", "disetujui")


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``unit`` or ``keadaan`` None: all."""

	periode: str
	rentang: tuple[date, date]
	unit: tuple[str, ...] | None
	keadaan: KeadaanCatatan | None
	tampilan: str
	halaman: int


class Catatan(NamedTuple):
	"""A day that was noted."""

	tanggal: date
	status: StatusCatatan
	terlambat: bool


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(read_filters(filters))
	semua = _get_baris(saringan)
	per_unit = count_per_unit(semua, "keadaan")
	if saringan.tampilan == PER_UNIT:
		kolom, baris, pesan = get_kolom_unit(), _build_unit(semua, per_unit), None
	else:
		kolom, (baris, pesan) = get_kolom(), take_halaman(_filter_keadaan(semua, saringan), saringan.halaman)
	pesan = " ".join(filter(None, (_describe_pemakaian(saringan.periode), pesan))) or None
	return kolom, name_unit(baris), pesan, _build_bagan(per_unit), _build_ringkasan(semua, per_unit)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	"""Columns and all rows by employee, whatever the page (unduhan.py)."""
	saringan = read_saringan(read_filters(filters))
	return get_kolom(), name_unit(_filter_keadaan(_get_baris(saringan), saringan))


def _filter_keadaan(baris: list[dict], saringan: Saringan) -> list[dict]:
	return [row for row in baris if saringan.keadaan in (None, row["keadaan"])]


def _describe_pemakaian(periode: str) -> str | None:
	if get_periode(periode).catatan_harian == PemakaianCatatan.DIMINTA:
		return None
	return _("Periode ini tidak meminta catatan harian: hari tanpa catatan hanya keterangan.")


def read_saringan(filters: frappe._dict) -> Saringan:
	periode = read_periode(filters.periode)
	return Saringan(
		periode=periode,
		rentang=_read_rentang(read_istilah(Bulan, filters.bulan), get_periode(periode)),
		unit=read_unit(filters.unit_kerja),
		keadaan=read_istilah(KeadaanCatatan, filters.keadaan),
		tampilan=read_tampilan(filters.tampilan),
		halaman=cint(filters.halaman),
	)


def _read_rentang(diminta: Bulan | None, periode) -> tuple[date, date]:
	"""The month asked for within the period; where none is, the one that runs, or the period's last."""
	awal, akhir = getdate(periode.awal), getdate(periode.akhir)
	bulan = list(Bulan).index(diminta) + 1 if diminta else min(max(get_today(), awal), akhir).month
	terakhir = date(awal.year, bulan, monthrange(awal.year, bulan)[1])
	return max(date(awal.year, bulan, 1), awal), min(terakhir, akhir)


# --- queries and rows


def _query_skp(saringan: Saringan) -> QueryBuilder:
	skp, (awal, akhir) = frappe.qb.DocType("SKP"), saringan.rentang
	query = frappe.qb.from_(skp).where(
		(skp.periode == saringan.periode) & (skp.awal <= akhir) & (skp.akhir >= awal)
	)
	query = query.where(skp.tahap.isin([*map(str, DISEPAKATI)]) & get_kondisi("SKP", frappe.session.user))
	return query if saringan.unit is None else query.where(skp.unit_kerja.isin(saringan.unit))


def _get_baris(saringan: Saringan) -> list[dict]:
	"""One row for each set plan, by unit and name, in a fixed number of queries."""
	skp, query = frappe.qb.DocType("SKP"), _query_skp(saringan)
	daftar = (
		query.select(skp.name, skp.pegawai, skp.awal, skp.akhir)
		.select(skp.nama_pegawai, skp.nip_pegawai, skp.unit_kerja, skp.nama_penilai)
		.orderby(skp.unit_kerja, skp.nama_pegawai, skp.name)
		.run(as_dict=True)
	)
	catatan = _get_catatan(query.select(skp.name), saringan.rentang)
	kosong = get_hari_kosong({row.pegawai for row in daftar}, *saringan.rentang)
	return [_build(row, catatan[row.name], kosong.get(row.pegawai, {}), saringan.rentang) for row in daftar]


def _get_catatan(skp: QueryBuilder, rentang: tuple[date, date]) -> dict[str, list[Catatan]]:
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.from_(table).select(table.skp, table.tanggal, table.status, table.terlambat)
	query = query.where(table.skp.isin(skp) & table.tanggal[rentang[0] : rentang[1]] & (table.banyak > 0))
	catatan: dict[str, list[Catatan]] = defaultdict(list)
	for nama, tanggal, status, terlambat in query.run():
		catatan[nama].append(Catatan(getdate(tanggal), StatusCatatan(status), bool(terlambat)))
	return catatan


def _build(skp: frappe._dict, catatan: list[Catatan], kosong: Kosong, rentang: tuple[date, date]) -> dict:
	hari = [*list_hari(max(getdate(skp.awal), rentang[0]), min(getdate(skp.akhir), rentang[1]))]
	diminta = find_belum(hari, (), kosong, get_today())
	belum = find_belum(hari, {ke.tanggal for ke in catatan}, kosong, get_today())
	status = Counter(ke.status for ke in catatan)
	return {
		"nama_pegawai": skp.nama_pegawai,
		"nip_pegawai": skp.nip_pegawai,
		"unit_kerja": skp.unit_kerja,
		"keadaan": str(_get_keadaan(len(catatan), len(belum))),
		"hari_kerja": len(diminta),
		"dicatat": len(catatan),
		"belum": len(belum),
		"terlambat": sum(ke.terlambat for ke in catatan),
		"menunggu": status[StatusCatatan.DIAJUKAN],
		"disetujui": status[StatusCatatan.DISETUJUI],
		"tanggal": ", ".join(str(ke.day) for ke in belum),
		"nama_penilai": skp.nama_penilai,
		"skp": skp.name,
	}


def _get_keadaan(dicatat: int, belum: int) -> KeadaanCatatan:
	if not belum:
		return KeadaanCatatan.LENGKAP
	return KeadaanCatatan.SEBAGIAN if dicatat else KeadaanCatatan.KOSONG


def _build_unit(semua: list[dict], per_unit: dict[str | None, Counter]) -> list[dict]:
	jumlah: dict[str | None, Counter] = defaultdict(Counter)
	for row in semua:
		jumlah[row["unit_kerja"]].update({kolom: row[kolom] for kolom in JUMLAH})
	return [
		{
			"unit_kerja": unit,
			"pegawai": keadaan.total(),
			**build_hitungan(KeadaanCatatan, keadaan),
			**{kolom: jumlah[unit][kolom] for kolom in JUMLAH},
		}
		for unit, keadaan in per_unit.items()
	]


# --- columns, chart and cards


def get_kolom() -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom_istilah("keadaan", _("Keadaan"), 170, WARNA),
		*_get_kolom_jumlah(),
		make_kolom("tanggal", _("Tanggal Belum Dicatat"), "Data", 220),
		make_kolom("nama_penilai", _("Pejabat Penilai Kinerja"), "Data", 210),
		make_kolom("skp", _("SKP"), "Link", 180, options="SKP"),
	]


def get_kolom_unit() -> list[dict]:
	return [
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 220),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		*make_kolom_hitungan(KeadaanCatatan),
		*_get_kolom_jumlah(),
	]


def _get_kolom_jumlah() -> list[dict]:
	label = {
		"hari_kerja": _("Hari Kerja"),
		"dicatat": _("Dicatat"),
		"belum": _("Belum Dicatat"),
		"terlambat": _("Terlambat"),
		"menunggu": _("Menunggu"),
		"disetujui": _("Disetujui"),
	}
	return [make_kolom(kolom, label[kolom], "Int", 120) for kolom in JUMLAH]


def _build_bagan(per_unit: dict[str | None, Counter]) -> dict | None:
	legenda = {
		KeadaanCatatan.KOSONG: _("Belum ada"),
		KeadaanCatatan.SEBAGIAN: _("Sebagian"),
		KeadaanCatatan.LENGKAP: _("Lengkap"),
	}
	return make_bagan(_("Catatan harian pegawai per unit"), per_unit, legenda, WARNA)


def _build_ringkasan(semua: list[dict], per_unit: dict[str | None, Counter]) -> list[dict]:
	return [
		*make_kartu_istilah(sum(per_unit.values(), Counter()), WARNA),
		make_kartu(_("Hari belum dicatat"), sum(row["belum"] for row in semua), "red"),
		make_kartu(_("Hari terlambat dicatat"), sum(row["terlambat"] for row in semua), "orange"),
		make_kartu(_("Hari menunggu persetujuan"), sum(row["menunggu"] for row in semua), "blue"),
	]
