"""Report "Kepatuhan Penetapan SKP": whose SKP is set, whose is not, in whose hands it lies, how late (Pasal 14; p. 65).

About everybody who has to plan in the agency, also those without an SKP. Rows are limited here to the employees on whom
a role of the reader reports; a document is named only if he may read it. A handful of queries, however many people.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import frappe
from frappe import _
from frappe.query_builder.functions import Count
from frappe.utils import cint, getdate
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import KeadaanSKP, Tahap
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
from kinerja_asn.permissions.dokumen import get_kondisi, get_kondisi_pegawai
from kinerja_asn.permissions.giliran import get_kolom_giliran
from kinerja_asn.rules.kepatuhan import count_hari_lewat, get_keadaan
from kinerja_asn.rules.pembulatan import persen
from kinerja_asn.services.bersama.langkah import name_penunggu
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_libur, get_nama_zona, get_today
from kinerja_asn.services.giliran.tenggat import KOLOM_TENGGAT, describe_banyak_tenggat
from kinerja_asn.services.orang.pegawai import is_dinilai, query_asn

DITETAPKAN = (KeadaanSKP.TEPAT_WAKTU, KeadaanSKP.TERLAMBAT)
WARNA = {
	KeadaanSKP.BELUM_ADA: "red",
	KeadaanSKP.DISUSUN: "gray",
	KeadaanSKP.MENUNGGU: "orange",
	KeadaanSKP.TERLAMBAT: "blue",
	KeadaanSKP.TEPAT_WAKTU: "green",
}


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``unit`` or ``keadaan`` None: all."""

	periode: str
	unit: tuple[str, ...] | None
	keadaan: KeadaanSKP | None
	tampilan: str
	halaman: int


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(read_filters(filters))
	semua = _get_baris(saringan)
	per_unit = count_per_unit(semua, "keadaan")
	if saringan.tampilan == PER_UNIT:
		kolom, baris = get_kolom_unit(), [_build_unit(unit, jumlah) for unit, jumlah in per_unit.items()]
		pesan = None
	else:
		kolom, (baris, pesan) = get_kolom(), take_halaman(_filter_keadaan(semua, saringan), saringan.halaman)
	dikecualikan = _query(saringan).select(Count("*")).where(is_dinilai(_pegawai()).negate()).run()[0][0]
	return kolom, name_unit(baris), pesan, _build_bagan(per_unit), _build_ringkasan(per_unit, dikecualikan)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	"""Columns and all rows by employee, whatever the page (unduhan.py)."""
	saringan = read_saringan(read_filters(filters))
	return get_kolom(), name_unit(_filter_keadaan(_get_baris(saringan), saringan))


def _filter_keadaan(baris: list[dict], saringan: Saringan) -> list[dict]:
	return [row for row in baris if saringan.keadaan in (None, row["keadaan"])]


def read_saringan(filters: frappe._dict) -> Saringan:
	return Saringan(
		periode=read_periode(filters.periode),
		unit=read_unit(filters.unit_kerja),
		keadaan=read_istilah(KeadaanSKP, filters.keadaan),
		tampilan=read_tampilan(filters.tampilan),
		halaman=cint(filters.halaman),
	)


# --- queries


def _pegawai():
	return frappe.qb.DocType("Employee")


def _query(saringan: Saringan) -> QueryBuilder:
	periode = get_periode(saringan.periode)
	query = query_asn(periode.instansi, periode.akhir, saringan.unit)
	return query.where(get_kondisi_pegawai(frappe.session.user))


def _get_baris(saringan: Saringan) -> list[dict]:
	"""One row for each employee who has to plan, by unit and name."""
	pegawai = _pegawai()
	orang = (
		_query(saringan)
		.where(is_dinilai(pegawai))
		.select(pegawai.name, pegawai.employee_name, pegawai.nip, pegawai.designation)
		.select(pegawai.department, pegawai.date_of_joining)
		.orderby(pegawai.department, pegawai.employee_name, pegawai.name)
		.run(as_dict=True)
	)
	skp, pertama = _get_skp(saringan), _get_penetapan_pertama(saringan)
	menunggu = [row for row in skp.values() if row.tahap == Tahap.DIAJUKAN]
	konteks = Konteks(
		periode=get_periode(saringan.periode),
		pertama=pertama,
		terbaca=_get_terbaca(saringan),
		penunggu=name_penunggu("SKP", menunggu),
		tenggat=describe_banyak_tenggat(menunggu),
	)
	return [_build(row, skp.get(row.name), konteks) for row in orang]


def _join_skp(saringan: Saringan):
	"""SKP of the period, of the employees that the report is about."""
	skp, pegawai = frappe.qb.DocType("SKP"), _pegawai()
	return _query(saringan).join(skp).on((skp.pegawai == pegawai.name) & (skp.periode == saringan.periode))


def _get_skp(saringan: Saringan) -> dict[str, frappe._dict]:
	"""Employee -> his SKP, the last where a move closed the others."""
	skp = frappe.qb.DocType("SKP")
	rows = (
		_join_skp(saringan)
		.select(skp.pegawai, skp.awal, skp.diajukan_pada, skp.ditetapkan_pada)
		.select(*(skp[kolom] for kolom in {*KOLOM_TENGGAT, *get_kolom_giliran("SKP")}))
		.orderby(skp.urutan)
		.run(as_dict=True)
	)
	return {row.pegawai: row for row in rows}


def _get_penetapan_pertama(saringan: Saringan) -> dict[str, date]:
	"""SKP -> when it was first set, of those that a Perubahan SKP has set again since."""
	skp, versi = frappe.qb.DocType("SKP"), frappe.qb.DocType("Versi SKP")
	query = _join_skp(saringan).join(versi).on((versi.skp == skp.name) & (versi.nomor == 1))
	return dict(query.select(skp.name, versi.ditetapkan_pada).run())


def _get_terbaca(saringan: Saringan) -> set[str]:
	skp = frappe.qb.DocType("SKP")
	return set(_join_skp(saringan).select(skp.name).where(get_kondisi("SKP")).run(pluck=True))


# --- rows


@dataclass(frozen=True)
class Konteks:
	"""What the rows need, read once for all of them: SKP -> first set, those that may be named, whose turn, what is due."""

	periode: object
	pertama: dict[str, date]
	terbaca: set[str]
	penunggu: dict[str, str]
	tenggat: dict[str, str]

	@cached_property
	def count_lewat(self) -> Callable[[date | None, date | None], int]:
		"""The same few days come up for everybody."""
		libur, hari_ini = get_libur(self.periode.instansi), get_today()
		return cache(lambda ditetapkan, batas: count_hari_lewat(ditetapkan, batas, hari_ini, libur))


def _build(orang: frappe._dict, skp: frappe._dict | None, konteks: Konteks) -> dict:
	skp = skp or frappe._dict()
	ditetapkan = konteks.pertama.get(skp.name) or skp.ditetapkan_pada
	ditetapkan = ditetapkan and getdate(ditetapkan)
	batas = _get_batas(orang, skp, konteks.periode)
	keadaan = get_keadaan(Tahap(skp.tahap) if skp else None, ditetapkan, batas)
	return {
		"pegawai": orang.name,
		"nama_pegawai": orang.employee_name,
		"nip_pegawai": orang.nip,
		"jabatan_pegawai": orang.designation,
		"unit_kerja": orang.department,
		"keadaan": str(keadaan),
		"status": skp.workflow_state,
		"menunggu": _get_menunggu(orang, skp, keadaan, konteks.penunggu),
		"keterangan": konteks.tenggat.get(skp.name),
		"diajukan_pada": skp.diajukan_pada and getdate(skp.diajukan_pada),
		"ditetapkan_pada": ditetapkan,
		"batas": batas,
		"lewat": konteks.count_lewat(ditetapkan, batas),
		"skp": skp.name if skp.name in konteks.terbaca else None,
	}


def _get_batas(orang: frappe._dict, skp: frappe._dict, periode) -> date | None:
	"""31 January, or what the period says; for who came later, the day until which his Penilai has time."""
	batas = getdate(periode.batas_penetapan_skp)
	if getdate(skp.awal or orang.date_of_joining) <= batas:
		return batas
	return getdate(skp.tenggat_penetapan) if skp.tenggat_penetapan else None


def _get_menunggu(
	orang: frappe._dict, skp: frappe._dict, keadaan: KeadaanSKP, penunggu: dict[str, str]
) -> str | None:
	"""Who has to act now."""
	if keadaan in DITETAPKAN:
		return None
	if keadaan == KeadaanSKP.MENUNGGU:
		return penunggu[skp.name]
	return orang.employee_name


def get_kolom() -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("jabatan_pegawai", _("Jabatan"), "Data", 180),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom_istilah("keadaan", _("Keadaan"), 180, WARNA),
		make_kolom("menunggu", _("Menunggu"), "Data", 170),
		make_kolom("lewat", _("Hari Kerja Lewat Batas"), "Int", 130),
		make_kolom("batas", _("Batas Penetapan ({0})").format(get_nama_zona()), "Date", 180),
		make_kolom("diajukan_pada", _("Diajukan"), "Date", 110),
		make_kolom("ditetapkan_pada", _("Ditetapkan"), "Date", 110),
		make_kolom("status", _("Status"), "Data", 130),
		make_kolom("keterangan", _("Keterangan"), "Data", 320),
		make_kolom("skp", _("SKP"), "Link", 180, options="SKP"),
	]


def get_kolom_unit() -> list[dict]:
	return [
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 220),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		*make_kolom_hitungan(KeadaanSKP),
		make_kolom("persen_ditetapkan", _("% Ditetapkan"), "Percent", 130),
	]


def _build_unit(unit: str | None, jumlah: Counter) -> dict:
	return {
		"unit_kerja": unit,
		"pegawai": jumlah.total(),
		**build_hitungan(KeadaanSKP, jumlah),
		"persen_ditetapkan": float(persen(sum(jumlah[keadaan] for keadaan in DITETAPKAN), jumlah.total())),
	}


# --- chart and summary


def _build_bagan(per_unit: dict[str, Counter]) -> dict | None:
	legenda = (_("Belum ada"), _("Disusun"), _("Menunggu"), _("Terlambat"), _("Tepat waktu"))
	per_keadaan = dict(zip(KeadaanSKP, legenda, strict=True))
	return make_bagan(_("Penetapan SKP per unit"), per_unit, per_keadaan, WARNA)


def _build_ringkasan(per_unit: dict[str, Counter], dikecualikan: int) -> list[dict]:
	semua = sum(per_unit.values(), Counter())
	return [
		make_kartu(_("Wajib ber-SKP"), semua.total(), "blue"),
		*make_kartu_istilah(semua, WARNA),
		make_kartu(_("Dikecualikan"), dikecualikan, "gray"),
	]
