"""Report "Keterlambatan Pelaporan": how often and by how much reports come late, of whom, and who is to act (M10).

About set plans that the reader may see. What counts as late is services/pelaksanaan/pelaporan/keterlambatan.py.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.utils import cint, create_batch, getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import JenisMasa, KeadaanLapor
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
from kinerja_asn.rules.masa import Masa, build_masa
from kinerja_asn.services.bersama.isian import refuse_pilihan
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import (
	Terlambat,
	find_sering,
	find_terlambat,
	name_masa,
)

WARNA = {
	KeadaanLapor.SERING: "red",
	KeadaanLapor.TERLAMBAT: "orange",
	KeadaanLapor.TEPAT_WAKTU: "green",
}
SETAHUN = "Setahun"
SEKALI_BACA = 1_000  # SKP


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``unit`` or ``keadaan`` None: all."""

	periode: str
	rentang: tuple[date, date]
	unit: tuple[str, ...] | None
	keadaan: KeadaanLapor | None
	tampilan: str
	halaman: int


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(read_filters(filters))
	semua = _count_semua(saringan)
	per_unit = count_per_unit(semua, "keadaan")
	if saringan.tampilan == PER_UNIT:
		kolom, baris, pesan = get_kolom_unit(), _build_unit(semua, per_unit), None
	else:
		halaman, pesan = take_halaman(_filter_keadaan(semua, saringan), saringan.halaman)
		kolom, baris = get_kolom(), _build_baris(halaman)
	return kolom, name_unit(baris), pesan, _build_bagan(per_unit), _build_ringkasan(semua, per_unit)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	"""Columns and all rows by employee, whatever the page (unduhan.py)."""
	saringan = read_saringan(read_filters(filters))
	return get_kolom(), name_unit(_build_baris(_filter_keadaan(_count_semua(saringan), saringan)))


def _filter_keadaan(semua: list[dict], saringan: Saringan) -> list[dict]:
	return [row for row in semua if saringan.keadaan in (None, row["keadaan"])]


def read_saringan(filters: frappe._dict) -> Saringan:
	periode = read_periode(filters.periode)
	return Saringan(
		periode=periode,
		rentang=_read_rentang(filters.triwulan, get_periode(periode)),
		unit=read_unit(filters.unit_kerja),
		keadaan=read_istilah(KeadaanLapor, filters.keadaan),
		tampilan=read_tampilan(filters.tampilan),
		halaman=cint(filters.halaman),
	)


def _read_rentang(diminta: str | None, periode) -> tuple[date, date]:
	"""The whole year, or the quarter I to IV whose reporting periods are asked for; the one that runs where none is."""
	awal, akhir = getdate(periode.awal), getdate(periode.akhir)
	if diminta == SETAHUN:
		return awal, akhir
	triwulan = {masa.label.split()[1]: masa for masa in build_masa(awal, akhir, JenisMasa.TRIWULANAN)}
	if diminta and diminta not in triwulan:
		refuse_pilihan(diminta, _("Saringan"))
	masa = triwulan[diminta] if diminta else _choose_triwulan(tuple(triwulan.values()))
	return masa.awal, masa.akhir


def _choose_triwulan(daftar: tuple[Masa, ...]) -> Masa:
	return next((masa for masa in daftar if get_today() <= masa.akhir), daftar[-1])


# --- queries and rows


def _query_skp(saringan: Saringan) -> QueryBuilder:
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).where(skp.periode == saringan.periode)
	query = query.where(skp.tahap.isin([*map(str, DISEPAKATI)]) & get_kondisi("SKP", frappe.session.user))
	return query if saringan.unit is None else query.where(skp.unit_kerja.isin(saringan.unit))


def _count_semua(saringan: Saringan) -> list[dict]:
	"""What is counted of each set plan, by unit and name: of ten thousand nobody looks at more than a page."""
	skp = frappe.qb.DocType("SKP")
	query = _query_skp(saringan)
	daftar = (
		query.select(skp.name, skp.awal, skp.akhir, skp.tahap, skp.unit_kerja)
		.orderby(skp.unit_kerja, skp.nama_pegawai, skp.name)
		.run(as_dict=True)
	)
	for row in daftar:
		row.periode = saringan.periode
	terlambat = find_terlambat(saringan.periode, daftar, saringan.rentang, query.select(skp.name))
	return [_count(row, terlambat.get(row.name, [])) for row in daftar]


def _count(skp: frappe._dict, terlambat: list[Terlambat]) -> dict:
	return {
		"skp": skp.name,
		"unit_kerja": skp.unit_kerja,
		"keadaan": str(_get_keadaan(terlambat)),
		"kali": len(terlambat),
		"belum": sum(not row.masuk for row in terlambat),
		"terlama": max((row.hari for row in terlambat), default=0),
		"terlambat": terlambat,
	}


def _build_baris(semua: list[dict]) -> list[dict]:
	"""The rows of the report, of those of ``_count_semua`` that are shown."""
	skp = _get_orang([row["skp"] for row in semua])
	return [_build(skp[row["skp"]], row) for row in semua]


def _get_orang(nama: list[str]) -> dict[str, frappe._dict]:
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).select(skp.name, skp.nama_pegawai, skp.nip_pegawai, skp.nama_penilai)
	return {
		row.name: row
		for bagian in create_batch(nama, SEKALI_BACA)
		for row in query.where(skp.name.isin(bagian)).run(as_dict=True)
	}


def _build(skp: frappe._dict, jumlah: dict) -> dict:
	terlambat = jumlah["terlambat"]
	return {
		"nama_pegawai": skp.nama_pegawai,
		"nip_pegawai": skp.nip_pegawai,
		**{kolom: jumlah[kolom] for kolom in ("unit_kerja", "keadaan", "kali", "belum", "terlama")},
		"hari": sum(row.hari for row in terlambat),
		"masa": name_masa([row.masa.label for row in terlambat]),
		"menunggu": _get_menunggu(skp, KeadaanLapor(jumlah["keadaan"]), terlambat),
		"skp": skp.name,
	}


def _get_keadaan(terlambat: list[Terlambat]) -> KeadaanLapor:
	if find_sering(terlambat):
		return KeadaanLapor.SERING
	return KeadaanLapor.TERLAMBAT if terlambat else KeadaanLapor.TEPAT_WAKTU


def _get_menunggu(skp: frappe._dict, keadaan: KeadaanLapor, terlambat: list[Terlambat]) -> str | None:
	"""Who has to act: late again and again is the Penilai's to talk about, a missing report its employee's."""
	if keadaan == KeadaanLapor.SERING:
		return skp.nama_penilai
	return skp.nama_pegawai if any(not row.masuk for row in terlambat) else None


def _build_unit(semua: list[dict], per_unit: dict[str | None, Counter]) -> list[dict]:
	kali, belum, terlama = Counter(), Counter(), Counter()
	for row in semua:
		unit = row["unit_kerja"]
		kali[unit] += row["kali"]
		belum[unit] += row["belum"]
		terlama[unit] = max(terlama[unit], row["terlama"])
	return [
		{
			"unit_kerja": unit,
			"pegawai": jumlah.total(),
			**build_hitungan(KeadaanLapor, jumlah),
			"kali": kali[unit],
			"belum": belum[unit],
			"terlama": terlama[unit],
		}
		for unit, jumlah in per_unit.items()
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
		make_kolom("hari", _("Jumlah Hari Kerja"), "Int", 150),
		make_kolom("menunggu", _("Yang Bertindak"), "Data", 180),
		make_kolom("masa", _("Masa"), "Data", 320),
		make_kolom("skp", _("SKP"), "Link", 180, options="SKP"),
	]


def get_kolom_unit() -> list[dict]:
	return [
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 220),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		*make_kolom_hitungan(KeadaanLapor),
		*_get_kolom_jumlah(),
	]


def _get_kolom_jumlah() -> Iterable[dict]:
	yield make_kolom("kali", _("Kali Terlambat"), "Int", 130)
	yield make_kolom("belum", _("Belum Masuk"), "Int", 120)
	yield make_kolom("terlama", _("Terlama (hari kerja)"), "Int", 160)


def _build_bagan(per_unit: dict[str | None, Counter]) -> dict | None:
	legenda = (_("Sering"), _("Terlambat"), _("Tepat waktu"))
	return make_bagan(
		_("Ketepatan laporan per unit"), per_unit, dict(zip(KeadaanLapor, legenda, strict=True)), WARNA
	)


def _build_ringkasan(semua: list[dict], per_unit: dict[str | None, Counter]) -> list[dict]:
	return [
		*make_kartu_istilah(sum(per_unit.values(), Counter()), WARNA),
		make_kartu(_("Laporan terlambat"), sum(row["kali"] for row in semua), "orange"),
		make_kartu(_("Belum masuk"), sum(row["belum"] for row in semua), "red"),
	]
