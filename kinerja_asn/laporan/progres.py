"""Report "Progres Realisasi": who stands where against his targets, by employee and by unit.

Reports bypass Frappe's permission hooks, so the rows are limited here to the SKP that the session user may read.
The number of queries does not grow with the number of employees.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import frappe
from frappe import _
from frappe.query_builder.functions import Sum
from frappe.utils import cint, getdate
from pypika import Case

from kinerja_asn.constants.istilah import Arah, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DISEPAKATI, DIVERIFIKASI
from kinerja_asn.laporan.bagian import (
	PER_UNIT,
	build_hitungan,
	make_bagan,
	make_kartu,
	make_kolom,
	make_kolom_hitungan,
	make_kolom_istilah,
	name_unit,
	read_periode,
	read_tampilan,
	read_unit,
)
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.rules.pembulatan import persen
from kinerja_asn.rules.progres import Progres
from kinerja_asn.services.bersama.periode import get_masa_pelaporan, get_periode, get_tenggat_realisasi
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.progres import count_masa, get_gabungan, rate_progres
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

WARNA = {
	StatusProgres.BELUM_ADA: "gray",
	StatusProgres.TERTINGGAL: "red",
	StatusProgres.SESUAI_JADWAL: "green",
	StatusProgres.MELAMPAUI: "blue",
}


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``unit`` or ``skp`` None: all."""

	periode: str
	sampai: date
	unit: tuple[str, ...] | None
	tahap: tuple[Tahap, ...]
	tampilan: str
	skp: str | None = None


def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(frappe._dict(filters or {}))
	baris = _get_baris(saringan)
	jumlah = _count_laporan(saringan)
	per_unit = _sum_unit(baris, jumlah)
	if saringan.tampilan == PER_UNIT:
		columns, rows = get_kolom_unit(), [_build_unit(unit) for unit in per_unit]
	else:
		columns, rows = get_kolom_pegawai(), [_build_pegawai(row, jumlah[row.skp]) for row in baris]
	return columns, name_unit(rows), None, _build_bagan(per_unit), _build_ringkasan(per_unit)


# --- filters


def read_saringan(filters: frappe._dict) -> Saringan:
	periode = read_periode(filters.periode)
	return Saringan(
		periode=periode,
		sampai=_read_sampai(filters.sampai, get_periode(periode)),
		unit=read_unit(filters.unit_kerja),
		tahap=DIVERIFIKASI if cint(filters.hanya_diverifikasi) else DILAPORKAN,
		tampilan=read_tampilan(filters.tampilan),
		skp=filters.skp or None,
	)


def _read_sampai(sampai, periode) -> date:
	"""Within the period; today where nothing is given."""
	return min(max(getdate(sampai) if sampai else get_today(), getdate(periode.awal)), getdate(periode.akhir))


# --- queries


def _filter_skp(query, skp, saringan: Saringan):
	"""Adds to ``query`` which SKP the report is about: set ones of the period that the reader may see."""
	query = query.where(
		(skp.periode == saringan.periode) & skp.tahap.isin([str(tahap) for tahap in DISEPAKATI])
	)
	if saringan.skp:
		query = query.where(skp.name == saringan.skp)
	if saringan.unit is not None:
		query = query.where(skp.unit_kerja.isin(saringan.unit))
	return query.where(get_kondisi("SKP", frappe.session.user))


def _select_skp(saringan: Saringan):
	skp = frappe.qb.DocType("SKP")
	return _filter_skp(frappe.qb.from_(skp).select(skp.name), skp, saringan)


def _get_baris(saringan: Saringan) -> list[frappe._dict]:
	"""One row per indikator with its SKP's people and ``progres``."""
	skp, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	query = (
		frappe.qb.from_(skp)
		.join(iki)
		.on(is_anak(iki, skp))
		.select(skp.name.as_("skp"), skp.periode, skp.awal, skp.akhir)
		.select(skp.nama_pegawai, skp.nip_pegawai, skp.unit_kerja, skp.nama_penilai)
		.select(iki.kunci, iki.indikator, iki.arah, iki.cara_hitung)
		.select(iki.target_min, iki.target_maks, iki.target_naratif, iki.satuan)
		.orderby(skp.unit_kerja, skp.nama_pegawai, skp.name, iki.idx)
	)
	rows = _filter_skp(query, skp, saringan).run(as_dict=True)
	gabungan = get_gabungan(_select_skp(saringan), saringan.sampai, saringan.tahap)
	masa: dict[tuple, tuple[int, int]] = {}
	for row in rows:
		kunci = (row.awal, row.akhir)
		masa[kunci] = masa.get(kunci) or count_masa(row, saringan.sampai)
		row.progres = rate_progres(row, gabungan.get(row.kunci), *masa[kunci])
	return rows


def _count_laporan(saringan: Saringan) -> dict[str, Counter]:
	"""SKP -> how many of its reports were late, wait for verification, or are missing though their deadline passed."""
	jatuh_tempo = _get_masa_jatuh_tempo(saringan)
	batas = max((masa.akhir for masa in jatuh_tempo), default=None)
	jumlah = defaultdict(Counter)
	for row in _query_laporan(saringan, batas).run(as_dict=True):
		jumlah[row.name].update(
			terlambat=cint(row.terlambat),
			menunggu=cint(row.menunggu),
			belum=sum(
				masa.akhir >= getdate(row.awal) and masa.awal <= getdate(row.akhir) for masa in jatuh_tempo
			)
			- cint(row.masuk),
		)
	return jumlah


def _query_laporan(saringan: Saringan, batas: date | None):
	skp, rk = frappe.qb.DocType("SKP"), frappe.qb.DocType("Realisasi Kinerja")
	diajukan = [str(tahap) for tahap in DILAPORKAN]
	query = (
		frappe.qb.from_(skp)
		.left_join(rk)
		.on((rk.skp == skp.name) & (rk.akhir <= saringan.sampai))
		.select(skp.name, skp.awal, skp.akhir)
		.select(Sum(Case().when(rk.terlambat == 1, 1).else_(0)).as_("terlambat"))
		.select(Sum(Case().when(rk.tahap == Tahap.DIAJUKAN, 1).else_(0)).as_("menunggu"))
		.select(
			Sum(Case().when(rk.tahap.isin(diajukan) & (rk.akhir <= (batas or date.min)), 1).else_(0)).as_(
				"masuk"
			)
		)
		.groupby(skp.name, skp.awal, skp.akhir)
	)
	return _filter_skp(query, skp, saringan)


def _get_masa_jatuh_tempo(saringan: Saringan) -> list:
	"""Reporting periods up to ``sampai`` whose reports should have come in by today."""
	return [
		masa
		for masa in get_masa_pelaporan(saringan.periode)
		if masa.akhir <= saringan.sampai and get_tenggat_realisasi(saringan.periode, masa.akhir) < get_today()
	]


# --- rows


def get_kolom_pegawai() -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 160),
		make_kolom("indikator", _("Indikator Kinerja Individu"), "Data", 240),
		make_kolom("target", _("Target Setahun"), "Data", 130),
		make_kolom("realisasi", _("Realisasi"), "Float", 100, precision=2),
		make_kolom("satuan", _("Satuan"), "Data", 100),
		make_kolom("persen_target", _("% Target"), "Percent", 100),
		make_kolom("seharusnya", _("Seharusnya Kini"), "Float", 150, precision=2),
		make_kolom_istilah("status", _("Status"), 150, WARNA),
		make_kolom("kurang", _("Kurang/Lewat"), "Float", 130, precision=2),
		make_kolom("terlambat", _("Terlambat"), "Int", 100),
		make_kolom("belum", _("Belum Masuk"), "Int", 120),
		make_kolom("menunggu", _("Menunggu"), "Int", 110),
		make_kolom("nama_penilai", _("Pejabat Penilai Kinerja"), "Data", 210),
		make_kolom("skp", _("SKP"), "Link", 180, options="SKP"),
	]


def get_kolom_unit() -> list[dict]:
	return [
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 220),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		make_kolom("indikator", _("Indikator"), "Int", 90),
		*make_kolom_hitungan(StatusProgres),
		make_kolom("persen_sesuai", _("% Sesuai Jadwal"), "Percent", 150),
		make_kolom("terlambat", _("Terlambat"), "Int", 100),
		make_kolom("belum", _("Belum Masuk"), "Int", 120),
		make_kolom("menunggu", _("Menunggu"), "Int", 110),
	]


def _build_pegawai(row: frappe._dict, jumlah: Counter) -> dict:
	progres: Progres = row.progres
	naratif, belum_ada = row.arah == Arah.NARATIF, progres.status == StatusProgres.BELUM_ADA
	return {
		"skp": row.skp,
		"nama_pegawai": row.nama_pegawai,
		"nip_pegawai": row.nip_pegawai,
		"unit_kerja": row.unit_kerja,
		"nama_penilai": row.nama_penilai,
		"indikator": row.indikator,
		"target": get_teks_target(row),
		"realisasi": None if naratif else _to_float(progres.realisasi),
		"satuan": _("1 = ya, 0 = tidak") if row.arah == Arah.YA_TIDAK else row.satuan,
		"persen_target": _to_float(progres.persen_target),
		"seharusnya": _to_float(progres.seharusnya),
		"status": progres.status.value,
		"kurang": None if belum_ada else _to_float(progres.kurang),
		"terlambat": jumlah["terlambat"],
		"belum": jumlah["belum"],
		"menunggu": jumlah["menunggu"],
	}


def _to_float(angka: Decimal | None) -> float | None:
	return None if angka is None else float(angka)


def _sum_unit(baris: list, jumlah: dict[str, Counter]) -> list[frappe._dict]:
	"""Per unit: its SKP, how many indikator stand where, and the counts of its reports."""
	per_unit: dict[str, frappe._dict] = {}
	for row in baris:
		unit = per_unit.setdefault(
			row.unit_kerja,
			frappe._dict(unit_kerja=row.unit_kerja, skp=set(), status=Counter(), laporan=Counter()),
		)
		unit.status[row.progres.status] += 1
		if row.skp not in unit.skp:
			unit.skp.add(row.skp)
			unit.laporan.update(jumlah[row.skp])
	return list(per_unit.values())


def _build_unit(unit: frappe._dict) -> dict:
	indikator = sum(unit.status.values())
	return {
		"unit_kerja": unit.unit_kerja,
		"pegawai": len(unit.skp),
		"indikator": indikator,
		**build_hitungan(StatusProgres, unit.status),
		"persen_sesuai": float(persen(_count_sesuai(unit.status), indikator)),
		"terlambat": unit.laporan["terlambat"],
		"belum": unit.laporan["belum"],
		"menunggu": unit.laporan["menunggu"],
	}


def _count_sesuai(status: Counter) -> int:
	return status[StatusProgres.SESUAI_JADWAL] + status[StatusProgres.MELAMPAUI]


# --- chart and summary


def _build_bagan(per_unit: list[frappe._dict]) -> dict | None:
	legenda = (_("Belum ada"), _("Tertinggal"), _("Sesuai jadwal"), _("Melampaui"))
	per_status = dict(zip(StatusProgres, legenda, strict=True))
	status = {unit.unit_kerja: unit.status for unit in per_unit}
	return make_bagan(_("Indikator menurut status per unit"), status, per_status, WARNA)


def _build_ringkasan(per_unit: list[frappe._dict]) -> list[dict]:
	status, laporan = Counter(), Counter()
	for unit in per_unit:
		status.update(unit.status)
		laporan.update(unit.laporan)
	kartu = [make_kartu(_("Pegawai"), sum(len(unit.skp) for unit in per_unit), "blue")]
	kartu += [
		make_kartu(_("Indikator: {0}").format(_(keadaan.value).lower()), status[keadaan], WARNA[keadaan])
		for keadaan in StatusProgres
	]
	return [
		*kartu,
		make_kartu(_("Menunggu verifikasi"), laporan["menunggu"], "orange"),
		make_kartu(_("Laporan belum masuk"), laporan["belum"], "red"),
	]
