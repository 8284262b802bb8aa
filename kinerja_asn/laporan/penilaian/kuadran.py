"""Report "Kuadran Kinerja": how many stand in which cell of the quadrant, and who (p. 99-103)."""

from collections import Counter

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.constants.tahapan import SAH
from kinerja_asn.laporan.bagian import (
	KODE_WARNA,
	PER_PEGAWAI,
	make_kartu_istilah,
	make_kolom,
	make_kolom_istilah,
	name_unit,
	read_filters,
	take_halaman,
)
from kinerja_asn.laporan.penilaian.dasar import WARNA_PREDIKAT, read_orang
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.rules.predikat import KUADRAN
from kinerja_asn.services.bersama.isian import refuse_pilihan
from kinerja_asn.services.penilaian.sebaran.kelompok import count_kuadran, count_predikat

PER_KUADRAN = "Kuadran"
PERILAKU_X = (Rating.DIBAWAH, Rating.SESUAI, Rating.DIATAS)
WARNA_HASIL = {Rating.DIATAS: "blue", Rating.SESUAI: "green", Rating.DIBAWAH: "orange"}


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	orang, pesan = read_orang(saring), None
	jumlah = count_kuadran(orang, sah=True)
	if _read_tampilan(saring.tampilan) == PER_PEGAWAI:
		kolom = get_kolom_pegawai()
		baris, pesan = take_halaman(_build_pegawai(orang), cint(saring.halaman))
		baris = name_unit(baris)
	else:
		kolom, baris = get_kolom(), _build_kuadran(jumlah)
	return (
		kolom,
		baris,
		pesan,
		_build_bagan(jumlah),
		make_kartu_istilah(count_predikat(orang, sah=True), WARNA_PREDIKAT),
	)


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	"""Columns and all rows by employee, whatever the page (unduhan/)."""
	return get_kolom_pegawai(), name_unit(_build_pegawai(read_orang(read_filters(filters))))


def _read_tampilan(tampilan: str | None) -> str:
	if tampilan and tampilan not in (PER_KUADRAN, PER_PEGAWAI):
		refuse_pilihan(tampilan, _("Saringan"))
	return tampilan or PER_KUADRAN


def _build_kuadran(jumlah: Counter) -> list[dict]:
	"""As it is drawn: hasil kerja from the top down, perilaku kerja from left to right."""
	return [
		{
			"hasil": _(str(hasil)),
			**{_name_kolom(perilaku): _describe(hasil, perilaku, jumlah) for perilaku in PERILAKU_X},
			"pegawai": sum(jumlah[hasil, perilaku] for perilaku in PERILAKU_X),
		}
		for hasil in Rating
	]


def _describe(hasil: Rating, perilaku: Rating, jumlah: Counter) -> str:
	return f"{jumlah[hasil, perilaku]} · {_(str(KUADRAN[hasil, perilaku]))}"


def _name_kolom(perilaku: Rating) -> str:
	return f"perilaku_{perilaku.name.lower()}"


def _build_pegawai(orang: list[frappe._dict]) -> list[dict]:
	return [
		{
			"pegawai": row.pegawai,
			"nama_pegawai": row.nama_pegawai,
			"nip_pegawai": row.nip_pegawai,
			"jabatan_pegawai": row.jabatan_pegawai,
			"unit_kerja": row.unit_kerja,
			"hasil": row.rating_hasil_kerja,
			"perilaku": row.rating_perilaku,
			"predikat": row.predikat_kinerja,
			"nama_penilai": row.nama_penilai,
		}
		for row in orang
		if row.predikat_kinerja and row.tahap in SAH
	]


def get_kolom() -> list[dict]:
	return [
		make_kolom("hasil", _("Hasil kerja"), "Data", 200),
		*(
			make_kolom(_name_kolom(perilaku), _("Perilaku: {0}").format(_(str(perilaku))), "Data", 230)
			for perilaku in PERILAKU_X
		),
		make_kolom("pegawai", _("Pegawai"), "Int", 100),
	]


def get_kolom_pegawai() -> list[dict]:
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("jabatan_pegawai", _("Jabatan"), "Data", 180),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom("hasil", _("Rating Hasil Kerja"), "Data", 160),
		make_kolom("perilaku", _("Rating Perilaku Kerja"), "Data", 160),
		make_kolom_istilah("predikat", _("Predikat"), 150, WARNA_PREDIKAT),
		make_kolom("nama_penilai", _("Pejabat Penilai Kinerja"), "Data", 190),
	]


def _build_bagan(jumlah: Counter) -> dict | None:
	"""The legend has room for a word."""
	if not jumlah:
		return None
	nama = {Rating.DIATAS: _("Diatas"), Rating.SESUAI: _("Sesuai"), Rating.DIBAWAH: _("Dibawah")}
	return {
		"data": {
			"labels": [_(str(perilaku)) for perilaku in PERILAKU_X],
			"datasets": [
				{"name": nama[hasil], "values": [jumlah[hasil, perilaku] for perilaku in PERILAKU_X]}
				for hasil in reversed(Rating)
			],
		},
		"type": "bar",
		"barOptions": {"stacked": 1},
		"colors": [KODE_WARNA[WARNA_HASIL[hasil]] for hasil in reversed(Rating)],
		"title": _("Perilaku kerja, menurut rating hasil kerja"),
	}
