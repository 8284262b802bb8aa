"""Report "Sebaran Predikat terhadap Pola": each Penilai's people against the pattern of his unit's result (p. 94-97; SE 3/2023)."""

from collections import Counter

import frappe
from frappe import _

from kinerja_asn.constants.distribusi import SUMBU
from kinerja_asn.constants.istilah import KeadaanPola, PredikatOrganisasi
from kinerja_asn.laporan.bagian import (
	KODE_WARNA,
	make_kartu_istilah,
	make_kolom,
	make_kolom_istilah,
	read_filters,
	read_istilah,
	take_halaman,
)
from kinerja_asn.laporan.penilaian.dasar import build_sel, make_kolom_predikat, read_cakupan
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.rules.distribusi import get_kurva, is_diperiksa
from kinerja_asn.rules.pembulatan import persen
from kinerja_asn.services.orang.unit import get_banyak_nama_unit
from kinerja_asn.services.penilaian.sebaran.cakupan import list_orang
from kinerja_asn.services.penilaian.sebaran.kelompok import Kelompok, build_kelompok

WARNA = {
	KeadaanPola.MENYIMPANG: "red",
	KeadaanPola.SESUAI: "green",
	KeadaanPola.KECIL: "gray",
	KeadaanPola.TANPA_CAPAIAN: "orange",
}


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	kelompok = _read_kelompok(saring)
	baris, pesan = take_halaman(_build_baris(kelompok), saring.halaman)
	jumlah = Counter(get_keadaan(bagian) for bagian in kelompok)
	return get_kolom(), baris, pesan, _build_bagan(kelompok), make_kartu_istilah(jumlah, WARNA)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	return get_kolom(), _build_baris(_read_kelompok(read_filters(filters)))


def _read_kelompok(saring: frappe._dict) -> list[Kelompok]:
	cakupan = read_cakupan(saring)
	organisasi = read_istilah(PredikatOrganisasi, saring.predikat_organisasi)
	keadaan = read_istilah(KeadaanPola, saring.keadaan)
	semua = build_kelompok(cakupan, list_orang(cakupan, frappe.session.user), sah=True)
	return [
		bagian
		for bagian in semua
		if organisasi in (None, bagian.organisasi) and keadaan in (None, get_keadaan(bagian))
	]


def get_keadaan(kelompok: Kelompok) -> KeadaanPola:
	if not kelompok.organisasi:
		return KeadaanPola.TANPA_CAPAIAN
	if not is_diperiksa(len(kelompok.orang)):
		return KeadaanPola.KECIL
	return KeadaanPola.MENYIMPANG if kelompok.menyimpang else KeadaanPola.SESUAI


def _build_baris(kelompok: list[Kelompok]) -> list[dict]:
	nama = get_banyak_nama_unit(bagian.unit for bagian in kelompok)
	baris = [_build(bagian, nama[bagian.unit]) for bagian in kelompok]
	return sorted(baris, key=lambda row: (row["unit"], row["nama_penilai"] or ""))


def _build(kelompok: Kelompok, nama: str) -> dict:
	jumlah = Counter({str(predikat): banyak for predikat, banyak in kelompok.jumlah.items()})
	return {
		"unit": nama or _("Tanpa unit"),
		"nama_penilai": kelompok.nama_penilai,
		"organisasi": kelompok.organisasi and str(kelompok.organisasi),
		"keadaan": str(get_keadaan(kelompok)),
		"pegawai": len(kelompok.orang),
		**build_sel(jumlah),
		"belum": kelompok.belum,
		"temuan": " ".join(temuan.kalimat for temuan in kelompok.temuan),
	}


def get_kolom() -> list[dict]:
	return [
		make_kolom("unit", _("Unit Kerja"), "Data", 220),
		make_kolom("nama_penilai", _("Pejabat Penilai Kinerja"), "Data", 190),
		make_kolom("organisasi", _("Capaian Kinerja Organisasi"), "Data", 170),
		make_kolom_istilah("keadaan", _("Terhadap Pola"), 180, WARNA),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		*make_kolom_predikat(),
		make_kolom("temuan", _("Temuan"), "Data", 420),
	]


def _build_bagan(kelompok: list[Kelompok]) -> dict | None:
	"""All people of the units with the commonest result, and the curve of its pattern beside them."""
	sebaran = Counter()
	for bagian in kelompok:
		if bagian.organisasi:
			sebaran[bagian.organisasi] += bagian.jumlah.total()
	if not sebaran.total():
		return None
	organisasi = sebaran.most_common(1)[0][0]
	jumlah = sum((bagian.jumlah for bagian in kelompok if bagian.organisasi == organisasi), Counter())
	kurva = get_kurva(organisasi)
	bagian_persen = [float(persen(jumlah[predikat], jumlah.total())) for predikat in SUMBU]
	return {
		"data": {
			"labels": [_(str(predikat)) for predikat in SUMBU],
			"datasets": [
				{"name": _("Pegawai (%)"), "values": bagian_persen, "chartType": "bar"},
				{
					"name": _("Bentuk pola"),
					"values": [kurva[predikat] for predikat in SUMBU],
					"chartType": "line",
				},
			],
		},
		"type": "axis-mixed",
		"colors": [KODE_WARNA["blue"], KODE_WARNA["orange"]],
		"title": _("Pegawai di unit yang capaiannya {0}").format(_(str(organisasi))),
	}
