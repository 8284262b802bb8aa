"""Report "Rekap Predikat": how many have which predikat, by unit or by post (Pasal 26; domain E.4)."""

from collections import Counter, defaultdict

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Predikat
from kinerja_asn.laporan.bagian import (
	make_bagan,
	make_kartu,
	make_kartu_istilah,
	make_kolom,
	read_filters,
)
from kinerja_asn.laporan.penilaian.dasar import (
	BELUM,
	WARNA_PREDIKAT,
	build_sel,
	get_legenda,
	get_predikat,
	get_warna,
	make_kolom_predikat,
	read_orang,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.rules.pembulatan import persen
from kinerja_asn.services.bersama.isian import refuse_pilihan
from kinerja_asn.services.orang.unit import get_banyak_nama_unit

PER_UNIT, PER_JABATAN = "Per Unit", "Per Jabatan"


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	orang = read_orang(saring)
	per_unit = _count(orang, "unit_kerja")
	bagan = make_bagan(_("Predikat per unit"), per_unit, get_legenda(), get_warna())
	return (*_build_tabel(saring, orang), None, bagan, _build_ringkasan(sum(per_unit.values(), Counter())))


def list_semua(filters: dict) -> tuple[list[dict], list[dict]]:
	saring = read_filters(filters)
	return _build_tabel(saring, read_orang(saring))


def _build_tabel(saring: frappe._dict, orang: list) -> tuple[list[dict], list[dict]]:
	per_jabatan = _read_tampilan(saring.tampilan) == PER_JABATAN
	jumlah = _count(orang, "jabatan_pegawai" if per_jabatan else "unit_kerja")
	nama = {} if per_jabatan else get_banyak_nama_unit(jumlah)
	baris = [_build(nama.get(kunci) or kunci, isi) for kunci, isi in jumlah.items()]
	return get_kolom(per_jabatan), sorted(baris, key=lambda row: row["kelompok"])


def _read_tampilan(tampilan: str | None) -> str:
	if tampilan and tampilan not in (PER_UNIT, PER_JABATAN):
		refuse_pilihan(tampilan, _("Saringan"))
	return tampilan or PER_UNIT


def _count(orang: list, kolom: str) -> dict[str | None, Counter]:
	jumlah: dict[str | None, Counter] = defaultdict(Counter)
	for row in orang:
		jumlah[row[kolom]][get_predikat(row)] += 1
	return jumlah


def _build(kelompok: str | None, jumlah: Counter) -> dict:
	baik = jumlah[str(Predikat.SANGAT_BAIK)] + jumlah[str(Predikat.BAIK)]
	return {
		"kelompok": kelompok or _("Tidak disebut"),
		"pegawai": jumlah.total(),
		**build_sel(jumlah),
		"persen_baik": float(persen(baik, jumlah.total())),
	}


def get_kolom(per_jabatan: bool) -> list[dict]:
	return [
		make_kolom("kelompok", _("Jabatan") if per_jabatan else _("Unit Kerja"), "Data", 260),
		make_kolom("pegawai", _("Pegawai"), "Int", 90),
		*make_kolom_predikat(),
		make_kolom("persen_baik", _("% Baik ke Atas"), "Percent", 130),
	]


def _build_ringkasan(jumlah: Counter) -> list[dict]:
	return [
		make_kartu(_("Pegawai"), jumlah.total(), "blue"),
		*make_kartu_istilah(jumlah, WARNA_PREDIKAT),
		make_kartu(_("Belum ditetapkan"), jumlah[BELUM], "gray"),
	]
