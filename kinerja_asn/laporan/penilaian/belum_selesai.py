"""Report "Evaluasi Belum Selesai": whose evaluation is not through, in whose hands it lies, how late, as of a day (p. 90, 114).

The last day of the annual evaluation is the one that HR wrote into the period, 29 February as well.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import frappe
from frappe import _
from frappe.utils import cint, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, KeadaanEvaluasi, Tahap
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
	read_tampilan,
	take_halaman,
)
from kinerja_asn.laporan.penilaian.dasar import read_cakupan
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.giliran import get_kolom_giliran
from kinerja_asn.rules.penyelesaian import keadaan_kini, keadaan_pada
from kinerja_asn.rules.tenggat import count_hari_terlambat
from kinerja_asn.services.bersama.isian import read_hari
from kinerja_asn.services.bersama.langkah import name_penunggu
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_libur, get_nama_zona, get_today
from kinerja_asn.services.penilaian.sebaran.cakupan import DOCTYPE, Cakupan, list_orang

WARNA = {
	KeadaanEvaluasi.BELUM_DIBUAT: "red",
	KeadaanEvaluasi.DINILAI: "orange",
	KeadaanEvaluasi.DITETAPKAN: "blue",
	KeadaanEvaluasi.DISERAHKAN: "purple",
	KeadaanEvaluasi.SELESAI: "green",
}


@dataclass(frozen=True)
class Saringan:
	"""The report's filters after checking. ``keadaan`` None: all that are not through."""

	cakupan: Cakupan
	sampai: date
	keadaan: KeadaanEvaluasi | None
	tampilan: str
	halaman: int

	@property
	def kini(self) -> bool:
		return self.sampai == get_today()


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_saringan(read_filters(filters))
	semua = _get_baris(saringan)
	per_unit = count_per_unit(semua, "keadaan")
	if saringan.tampilan == PER_UNIT:
		kolom, pesan = get_kolom_unit(), None
		baris = [_build_unit(unit, jumlah) for unit, jumlah in per_unit.items()]
	else:
		kolom = get_kolom(saringan)
		baris, pesan = take_halaman(_filter(semua, saringan), saringan.halaman)
		baris = _name_menunggu(baris, saringan)
	return kolom, name_unit(baris), pesan, _build_bagan(per_unit), _build_ringkasan(semua, per_unit)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	"""Columns and all rows by employee, whatever the page (unduhan/)."""
	saringan = read_saringan(read_filters(filters))
	return get_kolom(saringan), name_unit(_name_menunggu(_filter(_get_baris(saringan), saringan), saringan))


def read_saringan(filters: frappe._dict) -> Saringan:
	return Saringan(
		cakupan=read_cakupan(filters),
		sampai=_read_sampai(filters.sampai),
		keadaan=read_istilah(KeadaanEvaluasi, filters.keadaan),
		tampilan=read_tampilan(filters.tampilan),
		halaman=cint(filters.halaman),
	)


def _read_sampai(sampai) -> date:
	"""Today where nothing is given; of a day to come nobody knows."""
	return min(read_hari(sampai, _("Keadaan per tanggal")), get_today()) if sampai else get_today()


def _filter(baris: list[dict], saringan: Saringan) -> list[dict]:
	if saringan.keadaan:
		return [row for row in baris if row["keadaan"] == saringan.keadaan]
	return [row for row in baris if row["keadaan"] != KeadaanEvaluasi.SELESAI]


# --- rows


def _get_baris(saringan: Saringan) -> list[dict]:
	orang = list_orang(saringan.cakupan, frappe.session.user)
	batas, hitung_lewat = _get_batas(saringan.cakupan), _make_hitungan(saringan)
	baris = [_build(row, saringan, batas, hitung_lewat) for row in orang]
	return sorted(baris, key=lambda row: (row["unit_kerja"] or "", row["nama_pegawai"] or ""))


def _get_batas(cakupan: Cakupan) -> date | None:
	"""31 January, or what HR wrote; a periodic evaluation has no last day of its own."""
	batas = get_periode(cakupan.periode).batas_evaluasi_tahunan
	return getdate(batas) if batas and cakupan.jenis == JenisEvaluasi.TAHUNAN else None


def _make_hitungan(saringan: Saringan) -> Callable[[date | None, date], int]:
	"""The same few days come up for everybody."""
	libur = get_libur(get_periode(saringan.cakupan.periode).instansi)
	return cache(lambda batas, pada: count_hari_terlambat(batas, pada, libur) if batas else 0)


def _build(row: frappe._dict, saringan: Saringan, batas: date | None, hitung_lewat: Callable) -> dict:
	keadaan = _get_keadaan(row, saringan)
	diserahkan = getdate(row.diserahkan_pada) if row.diserahkan_pada else None
	sudah = keadaan in (KeadaanEvaluasi.DISERAHKAN, KeadaanEvaluasi.SELESAI)
	return {
		"pegawai": row.pegawai,
		"nama_pegawai": row.nama_pegawai,
		"nip_pegawai": row.nip_pegawai,
		"unit_kerja": row.unit_kerja,
		"keadaan": str(keadaan),
		"menunggu": _get_menunggu(row, keadaan),
		"nama_penilai": row.nama_penilai,
		"batas": batas,
		"lewat": hitung_lewat(batas, diserahkan if sudah and diserahkan else saringan.sampai),
		"ditetapkan_pada": row.ditetapkan_pada and getdate(row.ditetapkan_pada),
		"diserahkan_pada": diserahkan,
		"evaluasi": row.name,
	}


def _get_keadaan(row: frappe._dict, saringan: Saringan) -> KeadaanEvaluasi:
	if saringan.kini:
		return keadaan_kini(Tahap(row.tahap) if row.name else None)
	langkah = (row.creation, row.ditetapkan_pada, row.diserahkan_pada, row.diterima_pada)
	return keadaan_pada(saringan.sampai, *(pada and getdate(pada) for pada in langkah))


def _get_menunggu(row: frappe._dict, keadaan: KeadaanEvaluasi) -> str | None:
	"""Whose step the law says it is; of today's page HR's own workflow is asked (``_name_menunggu``)."""
	if keadaan == KeadaanEvaluasi.SELESAI:
		return None
	return row.nama_pegawai if keadaan == KeadaanEvaluasi.DISERAHKAN else row.nama_penilai


def _name_menunggu(baris: list[dict], saringan: Saringan) -> list[dict]:
	"""Who has the next step in HR's workflow, for the rows that are shown: verifiers too."""
	nama = [row["evaluasi"] for row in baris if row["evaluasi"]] if saringan.kini else []
	rows = frappe.get_all(DOCTYPE, {"name": ("in", [*nama, ""])}, get_kolom_giliran(DOCTYPE))
	penunggu = name_penunggu(DOCTYPE, rows)
	return [{**row, "menunggu": penunggu.get(row["evaluasi"]) or row["menunggu"]} for row in baris]


def _build_unit(unit: str | None, jumlah: Counter) -> dict:
	return {
		"unit_kerja": unit,
		"pegawai": jumlah.total(),
		**build_hitungan(KeadaanEvaluasi, jumlah),
	}


# --- columns, chart and cards


def get_kolom(saringan: Saringan) -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom_istilah("keadaan", _("Keadaan"), 220, WARNA),
		make_kolom("menunggu", _("Di Tangan"), "Data", 180),
		make_kolom("nama_penilai", _("Pejabat Penilai Kinerja"), "Data", 180),
		make_kolom("lewat", _("Hari Kerja Lewat Batas"), "Int", 150),
		make_kolom("batas", _("Batas Evaluasi ({0})").format(get_nama_zona()), "Date", 160),
		make_kolom("ditetapkan_pada", _("Ditetapkan"), "Date", 110),
		make_kolom("diserahkan_pada", _("Diserahkan"), "Date", 110),
		make_kolom("evaluasi", _("Evaluasi Kinerja"), "Link", 200, options=DOCTYPE),
	]


def get_kolom_unit() -> list[dict]:
	return [
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 220),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		*make_kolom_hitungan(KeadaanEvaluasi),
	]


def _build_bagan(per_unit: dict[str | None, Counter]) -> dict | None:
	legenda = (_("Belum dibuat"), _("Dinilai"), _("Ditetapkan"), _("Pegawai"), _("Selesai"))
	per_keadaan = dict(zip(KeadaanEvaluasi, legenda, strict=True))
	return make_bagan(_("Evaluasi per unit"), per_unit, per_keadaan, WARNA)


def _build_ringkasan(semua: list[dict], per_unit: dict[str | None, Counter]) -> list[dict]:
	lewat = sum(bool(row["lewat"]) and row["keadaan"] != KeadaanEvaluasi.SELESAI for row in semua)
	return [
		*make_kartu_istilah(sum(per_unit.values(), Counter()), WARNA),
		make_kartu(_("Lewat batas"), lewat, "red" if lewat else "green"),
	]
