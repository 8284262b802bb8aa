"""The page of monitoring: where an agency, a unit and its people stand, against the Perjanjian Kinerja, and who is behind.

Only SKP that the session user may read are counted, and of an agreement only what they carry.
"""

from collections import Counter, defaultdict

import frappe
from frappe import _
from frappe.query_builder import Order
from frappe.query_builder.functions import Count, Min
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.permissions.dokumen import from_terlihat, get_kondisi
from kinerja_asn.portal.dasar.grafik import build_pita
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.progres import KELAS_STATUS, URUTAN_PENTING, describe_progres, summarize_status
from kinerja_asn.rules.pembulatan import persen
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_unit_ke_bawah
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import list_diambil_alih
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import (
	count_status,
	get_gabungan_tercatat,
	get_status,
)
from kinerja_asn.services.pelaksanaan.pemantauan.pelaporan import count_laporan
from kinerja_asn.services.pelaksanaan.progres import count_masa, rate_progres
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

UNIT_TERBANYAK, ORANG_TERBANYAK, PERJANJIAN_TERBANYAK = 40, 60, 40


def get_daftar_periode() -> list[str]:
	"""Those in which there is a plan that the session user may read, newest first."""
	table, query = from_terlihat("SKP")
	query = query.where(table.tahap.isin([*map(str, DISEPAKATI)])).groupby(table.periode)
	return query.select(table.periode).orderby(table.periode, order=Order.desc).run(pluck=True)


class Cakupan:
	"""Which SKP the page is about: set ones of a period, of a unit with all below it, that the session user may read."""

	def __init__(self, periode: str, unit: str | None):
		self.periode, self.sampai = periode, get_today()
		self.unit = get_unit_ke_bawah(unit) if unit else None

	def filter(self, query, skp):
		query = query.where((skp.periode == self.periode) & skp.tahap.isin([*map(str, DISEPAKATI)]))
		if self.unit is not None:
			query = query.where(skp.unit_kerja.isin(self.unit))
		return query.where(get_kondisi("SKP"))

	def select(self, *kolom: str):
		skp = frappe.qb.DocType("SKP")
		return self.filter(frappe.qb.from_(skp).select(*(skp[nama] for nama in kolom)), skp)


# --- units


def build_unit(cakupan: Cakupan) -> list[frappe._dict]:
	"""A row for each unit, the one with most that is behind first."""
	status = count_status(cakupan.select("name"), cakupan.periode, cakupan.sampai)
	laporan = count_laporan(cakupan.periode, cakupan.sampai, "unit_kerja", cakupan.filter)
	nama = get_banyak_nama_unit(laporan)
	rows = [
		frappe._dict(
			unit=unit,
			nama=nama.get(unit) or _("Tanpa unit"),
			alamat=get_alamat("pantau", periode=cakupan.periode, unit=unit) if unit else None,
			laporan=jumlah,
			**describe_status(status.get(unit, Counter())),
		)
		for unit, jumlah in laporan.items()
	]
	return sorted(rows, key=lambda row: (-row.bagian_tertinggal, row.nama))


def describe_status(status: Counter) -> dict:
	"""How many stand where: in words, as a bar, and which part is behind."""
	urut = [(keadaan, status[keadaan]) for keadaan in URUTAN_PENTING if status[keadaan]]
	semua = sum(banyak for _keadaan, banyak in urut)
	return {
		"indikator": semua,
		"kalimat": [
			(f"{banyak} {_(str(keadaan)).lower()}", KELAS_STATUS[keadaan]) for keadaan, banyak in urut
		],
		"pita": build_pita([(banyak, KELAS_STATUS[keadaan]) for keadaan, banyak in urut]),
		"bagian_tertinggal": status[StatusProgres.TERTINGGAL] / semua if semua else 0,
	}


def sum_unit(rows: list[frappe._dict], kolom: str) -> int:
	return sum(row.laporan[kolom] for row in rows)


# --- people


def build_orang(cakupan: Cakupan) -> list[frappe._dict]:
	"""The people of the unit that was chosen, whoever is behind or has not reported first."""
	skp = frappe.qb.DocType("SKP")
	kolom = ("name", "pegawai", "nama_pegawai", "jabatan_pegawai")
	orang = cakupan.select(*kolom).orderby(skp.nama_pegawai, skp.name).run(as_dict=True)
	status = get_status([row.name for row in orang], cakupan.sampai)
	laporan = count_laporan(cakupan.periode, cakupan.sampai, "name", cakupan.filter)
	for row in orang:
		row.progres = summarize_status(status[row.name]) if row.name in status else None
		row.belum, row.menunggu = laporan[row.name]["belum"], laporan[row.name]["menunggu"]
		row.alamat = get_alamat("pegawai", pegawai=row.pegawai)
	return sorted(orang, key=_sort_orang)


def _sort_orang(row) -> tuple:
	penting = URUTAN_PENTING.index(row.progres.terpenting) if row.progres else len(URUTAN_PENTING)
	return (penting != 0, -row.belum, penting, row.nama_pegawai or "")


# --- the Perjanjian Kinerja


def build_perjanjian(cakupan: Cakupan) -> dict[str, list[frappe._dict]]:
	"""Unit, from the top down -> its indikator with the progress of whoever carries them."""
	rows = _get_perjanjian(cakupan)
	pembawa = _rate_pembawa(cakupan, [row.kunci for row in rows])
	per_unit = defaultdict(list)
	for row in rows:
		row.target, row.pembawa = get_teks_target(row), pembawa.get(row.kunci, [])
		per_unit[row.nama_unit].append(row)
	return per_unit


def _get_perjanjian(cakupan: Cakupan) -> list[frappe._dict]:
	pk, baris = frappe.qb.DocType("Perjanjian Kinerja"), frappe.qb.DocType("Perjanjian Kinerja Indikator")
	unit = frappe.qb.DocType("Department")
	query = frappe.qb.from_(pk).join(baris).on(is_anak(baris, pk)).join(unit).on(unit.name == pk.unit_kerja)
	query = query.where((pk.periode == cakupan.periode) & get_kondisi("Perjanjian Kinerja"))
	if cakupan.unit is not None:
		query = query.where(pk.unit_kerja.isin(cakupan.unit))
	kolom = ("kunci", "sasaran", "indikator", "arah", "satuan", "target_min", "target_maks", "target_naratif")
	query = query.select(unit.nama_unit, *(baris[nama] for nama in kolom)).orderby(
		unit.lft, pk.name, baris.idx
	)
	return query.limit(PERJANJIAN_TERBANYAK).run(as_dict=True)


def _rate_pembawa(cakupan: Cakupan, kunci: list[str]) -> dict[str, list[dict]]:
	"""Row of an agreement -> those who carry it, by an indikator of their own: nama and where that stands."""
	skp, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(skp).join(iki).on(is_anak(iki, skp)).where(iki.pk_indikator.isin(kunci or [""]))
	query = query.select(
		skp.name, skp.nama_pegawai, skp.periode, skp.awal, skp.akhir, iki.pk_indikator, iki.satuan
	)
	query = query.select(iki.hasil_kerja, *(iki[nama] for nama in KOLOM_PROGRES)).orderby(
		skp.nama_pegawai, iki.idx
	)
	rows = cakupan.filter(query, skp).run(as_dict=True)
	gabungan = get_gabungan_tercatat({row.name for row in rows}, cakupan.sampai)
	pembawa, diambil = defaultdict(list), list_diambil_alih(cakupan.sampai)
	for row in rows:
		progres = rate_progres(row, gabungan.get(row.kunci), *count_masa(row, cakupan.sampai))
		keadaan = describe_progres(progres, row, row.hasil_kerja in diambil)
		pembawa[row.pk_indikator].append({"nama": row.nama_pegawai, **keadaan})
	return pembawa


# --- compliance, for those who run the system


def build_kepatuhan(unit: list[frappe._dict]) -> frappe._dict:
	"""Of the reports that should be there: how many are, in words and as a bar; how many wait and were late."""
	masuk, belum = sum_unit(unit, "masuk"), sum_unit(unit, "belum")
	jatuh_tempo = masuk + belum
	return frappe._dict(
		masuk=masuk,
		belum=belum,
		jatuh_tempo=jatuh_tempo,
		persen=format_tampil(persen(masuk, jatuh_tempo)) if jatuh_tempo else None,
		menunggu=sum_unit(unit, "menunggu"),
		terlambat=sum_unit(unit, "terlambat"),
		pita=build_pita([(masuk, "baik"), (belum, "bahaya")]),
	)


def list_penilai_lambat(cakupan: Cakupan, terbanyak: int = 10) -> list[frappe._dict]:
	"""Penilai with whom reports wait: how many, and for how many days the oldest."""
	table, query = from_terlihat("Realisasi Kinerja")
	query = query.where((table.periode == cakupan.periode) & (table.tahap == str(Tahap.DIAJUKAN)))
	if cakupan.unit is not None:
		query = query.where(table.unit_kerja.isin(cakupan.unit))
	tertua = Min(table.diajukan_pada)
	query = query.select(table.nama_penilai, Count(table.name).as_("banyak"), tertua.as_("sejak"))
	rows = query.groupby(table.penilai, table.nama_penilai).orderby(tertua).limit(terbanyak).run(as_dict=True)
	for row in rows:
		row.hari = (get_today() - getdate(row.sejak)).days if row.sejak else 0
	return rows
