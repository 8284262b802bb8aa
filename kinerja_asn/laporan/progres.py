"""Report "Progres Realisasi": who stands where against his targets, by employee and by unit.

Reports bypass Frappe's permission hooks, so the rows are limited here to the SKP that the session user may read.
Units, chart and cards are summed by the database over everybody; rows come a page at a time, because nobody looks at
sixty thousand, and all together only in a file (unduhan.py). The number of queries does not grow with the employees.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import frappe
from frappe import _
from frappe.utils import cint, create_batch, getdate

from kinerja_asn.constants.istilah import Arah, StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DISEPAKATI, DIVERIFIKASI
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.laporan.bagian import (
	PER_UNIT,
	build_hitungan,
	describe_halaman,
	find_awal,
	make_bagan,
	make_kartu,
	make_kolom,
	make_kolom_hitungan,
	make_kolom_istilah,
	name_unit,
	read_filters,
	read_periode,
	read_tampilan,
	read_unit,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.rules.pembulatan import persen
from kinerja_asn.rules.progres import Progres
from kinerja_asn.services.bersama.isian import read_hari
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import select_diambil_alih
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import count_status, get_gabungan_tercatat
from kinerja_asn.services.pelaksanaan.pemantauan.pelaporan import count_laporan
from kinerja_asn.services.pelaksanaan.progres import count_masa, rate_progres
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

WARNA = {
	StatusProgres.BELUM_ADA: "gray",
	StatusProgres.TERTINGGAL: "red",
	StatusProgres.SESUAI_JADWAL: "green",
	StatusProgres.MELAMPAUI: "blue",
}


PEGAWAI_PER_HALAMAN = 100
SEKALI_BACA = 500  # SKP


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``unit`` or ``skp`` None: all."""

	periode: str
	sampai: date
	unit: tuple[str, ...] | None
	tahap: tuple[Tahap, ...]
	tampilan: str
	skp: str | None = None
	halaman: int = 1


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(read_filters(filters))
	per_unit = _sum_unit(saringan)
	bagan, ringkasan = _build_bagan(per_unit), _build_ringkasan(per_unit)
	if saringan.tampilan == PER_UNIT:
		rows = [_build_unit(unit) for unit in per_unit]
		return get_kolom_unit(), name_unit(rows), None, bagan, ringkasan
	daftar, pesan = _take_halaman(saringan, sum(unit.pegawai for unit in per_unit))
	return get_kolom_pegawai(), _build_baris(saringan, daftar), pesan, bagan, ringkasan


def _take_halaman(saringan: Saringan, pegawai: int) -> tuple[list[str], str | None]:
	"""The SKP of the page that was asked for, and the sentence that says so."""
	awal = find_awal(pegawai, PEGAWAI_PER_HALAMAN, saringan.halaman)
	daftar = _select_urut(saringan).limit(PEGAWAI_PER_HALAMAN).offset(awal).run(pluck=True)
	return daftar, describe_halaman(_("Pegawai {0} sampai {1} dari {2}."), awal, len(daftar), pegawai)


def list_semua(filters: dict) -> tuple[list[dict], Iterator[dict]]:
	"""Columns and all rows by employee, whatever the page (unduhan.py); read as they are taken."""
	saringan = read_saringan(read_filters(filters))
	potongan = create_batch(_select_urut(saringan).run(pluck=True), SEKALI_BACA)
	return get_kolom_pegawai(), (row for daftar in potongan for row in _build_baris(saringan, daftar))


def _build_baris(saringan: Saringan, daftar: Sequence[str]) -> list[dict]:
	"""The rows of the SKP ``daftar``, in its order."""
	jumlah = _count_laporan(saringan, daftar)
	return name_unit([_build_pegawai(row, jumlah[row.skp]) for row in _get_baris(saringan, daftar)])


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
		halaman=cint(filters.halaman) or 1,
	)


def _read_sampai(sampai, periode) -> date:
	"""Within the period; today where nothing is given."""
	return min(
		max(read_hari(sampai, _("Sampai tanggal")) if sampai else get_today(), getdate(periode.awal)),
		getdate(periode.akhir),
	)


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


def _select_urut(saringan: Saringan):
	"""Names of the SKP in the report's order: by unit and name."""
	skp = frappe.qb.DocType("SKP")
	return _select_skp(saringan).orderby(skp.unit_kerja, skp.nama_pegawai, skp.name)


def _get_baris(saringan: Saringan, daftar: Sequence[str]) -> list[frappe._dict]:
	"""One row per indikator of the SKP ``daftar``, with its people and ``progres``; none for what was taken over."""
	skp, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	query = (
		frappe.qb.from_(skp)
		.join(iki)
		.on(is_anak(iki, skp))
		.select(skp.name.as_("skp"), skp.periode, skp.awal, skp.akhir)
		.select(skp.nama_pegawai, skp.nip_pegawai, skp.unit_kerja, skp.nama_penilai)
		.select(iki.indikator, iki.target_naratif, iki.satuan, *(iki[nama] for nama in KOLOM_PROGRES))
		.orderby(skp.unit_kerja, skp.nama_pegawai, skp.name, iki.idx)
	)
	query = query.where(iki.hasil_kerja.notin(select_diambil_alih(saringan.sampai)))
	rows = _filter_skp(query, skp, saringan).where(skp.name.isin(list(daftar) or [""])).run(as_dict=True)
	gabungan = get_gabungan_tercatat(daftar, saringan.sampai, saringan.tahap)
	masa: dict[tuple, tuple] = {}
	for row in rows:
		kunci = (row.awal, row.akhir)
		masa[kunci] = masa.get(kunci) or count_masa(row, saringan.sampai)
		row.progres = rate_progres(row, gabungan.get(row.kunci), *masa[kunci])
	return rows


def _count_laporan(saringan: Saringan, daftar: Sequence[str]) -> dict[str, Counter]:
	"""SKP -> how many of its reports were late, wait for verification, or are missing though their deadline passed."""

	def saring(query, skp):
		return _filter_skp(query, skp, saringan).where(skp.name.isin(list(daftar) or [""]))

	return count_laporan(saringan.periode, saringan.sampai, "name", saring)


def _count_laporan_unit(saringan: Saringan) -> dict[str | None, Counter]:
	"""Unit -> the same of all its SKP, and how many these are."""

	def saring(query, skp):
		return _filter_skp(query, skp, saringan)

	return count_laporan(saringan.periode, saringan.sampai, "unit_kerja", saring)


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


def _sum_unit(saringan: Saringan) -> list[frappe._dict]:
	"""Per unit: how many SKP it has, how many indikator stand where, and the counts of its reports."""
	laporan = _count_laporan_unit(saringan)
	status = count_status(_select_skp(saringan), saringan.periode, saringan.sampai, saringan.tahap)
	return [
		frappe._dict(unit_kerja=unit, pegawai=laporan[unit]["pegawai"], status=jumlah, laporan=laporan[unit])
		for unit, jumlah in status.items()
	]


def _build_unit(unit: frappe._dict) -> dict:
	indikator = sum(unit.status.values())
	return {
		"unit_kerja": unit.unit_kerja,
		"pegawai": unit.pegawai,
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
	kartu = [make_kartu(_("Pegawai"), sum(unit.pegawai for unit in per_unit), "blue")]
	kartu += [
		make_kartu(_("Indikator: {0}").format(_(keadaan.value).lower()), status[keadaan], WARNA[keadaan])
		for keadaan in StatusProgres
	]
	return [
		*kartu,
		make_kartu(_("Menunggu verifikasi"), laporan["menunggu"], "orange"),
		make_kartu(_("Laporan belum masuk"), laporan["belum"], "red"),
	]
