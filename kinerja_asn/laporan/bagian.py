"""What the reports share: their filters, and columns, chart and cards as Frappe draws them.

A report counts by one term, ``WARNA`` gives each of its values the name of a colour. Frappe's name stands for it in
cells and cards, ``KODE_WARNA`` in charts; the script of the report takes it from the column (public/js/laporan.js).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

import frappe
from frappe import _
from frappe.utils import cint, escape_html

from kinerja_asn.constants.istilah import Istilah
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.rules.pembulatan import format_angka
from kinerja_asn.services.bersama.isian import read_kamus, refuse_pilihan
from kinerja_asn.services.bersama.periode import find_periode_utama
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_nama_unit, get_unit_ke_bawah

# Frappe cuts a name under a bar to what fits: so many bars, and so many letters, are read on a desk's screen.
BAGAN_MAKS, HURUF_MAKS = 8, 10
KATA_UMUM = ("Bidang", "Bagian", "Subbagian", "Seksi", "Unit", "Dinas", "Badan", "Pelayanan", "dan")
BARIS_PER_HALAMAN = 500
PER_PEGAWAI, PER_UNIT = "Per Pegawai", "Per Unit"
KODE_WARNA = {
	"red": "#e03636",
	"gray": "#a0aab4",
	"orange": "#f59e0b",
	"blue": "#3b82f6",
	"green": "#30a66d",
	"purple": "#8b5cf6",
}

# --- filters


def read_filters(filters) -> frappe._dict:
	"""What a client asks for: of each filter one value, or none."""
	saringan = read_kamus(filters)
	for nama, nilai in saringan.items():
		if isinstance(nilai, list | dict):
			frappe.throw(
				_(
					"Saringan laporan ini tidak dapat dibaca: pilih satu nilai untuk {0}, atau muat ulang halaman."
				).format(escape_html(nama))
			)
	return saringan


def read_periode(diminta: str | None) -> str:
	"""``diminta``, else the period that leads; refuses one that the reader may not see, or that does not exist."""
	periode = diminta or find_periode_utama()
	if not periode or not can_read("Periode Kinerja", periode, frappe.session.user):
		frappe.throw(_("Pilih periode kinerja yang akan dilaporkan."))
	return periode


def read_unit(unit: str | None) -> tuple[str, ...] | None:
	return get_unit_ke_bawah(unit) if unit else None


def read_tampilan(tampilan: str | None) -> str:
	if tampilan and tampilan not in (PER_UNIT, PER_PEGAWAI):
		refuse_pilihan(tampilan, _("Saringan"))
	return tampilan or PER_PEGAWAI


def read_istilah(istilah: type[Istilah], nilai: str | None) -> Istilah | None:
	"""The value asked for; None: all."""
	if nilai and nilai not in list(istilah):
		refuse_pilihan(nilai, _("Saringan"))
	return istilah(nilai) if nilai else None


# --- pages


def take_halaman(baris: list[dict], halaman) -> tuple[list[dict], str | None]:
	"""The rows of the page that was asked for and the sentence that says so: nobody looks at ten thousand at once."""
	awal = find_awal(len(baris), BARIS_PER_HALAMAN, halaman)
	tampil = baris[awal : awal + BARIS_PER_HALAMAN]
	return tampil, describe_halaman(_("Baris {0} sampai {1} dari {2}."), awal, len(tampil), len(baris))


def find_awal(banyak: int, per_halaman: int, halaman) -> int:
	"""Where the page begins; the last one where there is none of that number."""
	terakhir = max(-(-banyak // per_halaman), 1)
	return (min(max(cint(halaman), 1), terakhir) - 1) * per_halaman


def describe_halaman(kalimat: str, awal: int, tampil: int, banyak: int) -> str | None:
	"""None where everything is shown."""
	if tampil >= banyak:
		return None
	angka = (format_angka(Decimal(nilai)) for nilai in (awal + 1, awal + tampil, banyak))
	lanjut = _("Lanjutkan dengan Halaman, persempit menurut unit kerja, atau unduh semua baris.")
	return f"{kalimat.format(*angka)} {lanjut}"


def name_unit(baris: list[dict]) -> list[dict]:
	"""``baris`` as people read them: units by their readable names, in one query."""
	nama = get_banyak_nama_unit(row["unit_kerja"] for row in baris)
	return [{**row, "unit_kerja": nama[row["unit_kerja"]]} for row in baris]


# --- columns, chart, cards


def make_kolom(fieldname: str, label: str, fieldtype: str, width: int, **extra) -> dict:
	"""Text says where it stands: Frappe takes a column for numbers when its first row is empty."""
	if fieldtype in ("Data", "Link"):
		extra["align"] = "left"
	return {"fieldname": fieldname, "label": label, "fieldtype": fieldtype, "width": width, **extra}


def make_kolom_istilah(fieldname: str, label: str, width: int, warna: Mapping[Istilah, str]) -> dict:
	"""A column of values that the script shows in their colours."""
	return make_kolom(
		fieldname, label, "Data", width, warna={str(nilai): nama for nilai, nama in warna.items()}
	)


def make_kolom_hitungan(istilah: type[Istilah]) -> list[dict]:
	"""A column for each value: how many there are of it."""
	return [make_kolom(_get_nama_kolom(nilai), _(str(nilai)), "Int", 170) for nilai in istilah]


def build_hitungan(istilah: type[Istilah], jumlah: Counter) -> dict[str, int]:
	"""The cells of ``make_kolom_hitungan``."""
	return {_get_nama_kolom(nilai): jumlah[nilai] for nilai in istilah}


def _get_nama_kolom(nilai: Istilah) -> str:
	return nilai.name.lower()


def count_per_unit(baris: list[dict], hal: str) -> dict[str | None, Counter]:
	"""Unit -> how much there is of each value of the column ``hal``; a row counts for its ``jumlah``, else once."""
	per_unit: dict[str | None, Counter] = defaultdict(Counter)
	for row in baris:
		per_unit[row["unit_kerja"]][row[hal]] += row.get("jumlah", 1)
	return per_unit


def make_bagan(
	judul: str,
	per_unit: Mapping[str | None, Counter],
	legenda: Mapping[str, str],
	warna: Mapping[str, str],
) -> dict | None:
	"""Stacked bars, one for each of ``per_unit``, of the parts that ``legenda`` names. None without units.

	The legend has room for a word or two.
	"""
	if not per_unit:
		return None
	deret = {nama: [jumlah[bagian] for jumlah in per_unit.values()] for bagian, nama in legenda.items()}
	label, deret = _merge_kecil(_name_batang(per_unit), deret)
	return {
		"data": {
			"labels": label,
			"datasets": [{"name": nama, "values": nilai} for nama, nilai in deret.items()],
		},
		"type": "bar",
		"barOptions": {"stacked": 1},
		"colors": [KODE_WARNA[warna[bagian]] for bagian in legenda],
		"title": judul,
	}


def _merge_kecil(label: list[str], deret: dict[str, list[int]]) -> tuple[list[str], dict[str, list[int]]]:
	"""More bars than one can tell apart: the smallest become one, the last."""
	if len(label) <= BAGAN_MAKS:
		return label, deret
	besar = [sum(nilai) for nilai in zip(*deret.values(), strict=True)]
	tampil = sorted(sorted(range(len(label)), key=besar.__getitem__, reverse=True)[: BAGAN_MAKS - 1])
	return (
		[*(label[ke] for ke in tampil), _("+{0} lain").format(len(label) - len(tampil))],
		{
			nama: [*(nilai[ke] for ke in tampil), sum(nilai) - sum(nilai[ke] for ke in tampil)]
			for nama, nilai in deret.items()
		},
	)


def _name_batang(daftar_unit: Iterable[str | None]) -> list[str]:
	"""A short name for each unit, its own where it fits; initials for those that would be called the same."""
	nama = [get_nama_unit(unit) or _("Tanpa unit") for unit in daftar_unit]
	pendek = [_shorten_unit(teks) for teks in nama]
	kembar = {teks for teks, banyak in Counter(pendek).items() if banyak > 1}
	return [
		_make_inisial(teks) if singkat in kembar else singkat
		for teks, singkat in zip(nama, pendek, strict=True)
	]


def _shorten_unit(nama: str) -> str:
	"""What tells a unit from the others: its first word that is not every unit's, and its number."""
	if len(nama) <= HURUF_MAKS:
		return nama
	pertama, *lain = _get_kata(nama)
	nomor = f" {lain[-1]}" if lain and lain[-1].isdigit() else ""
	sisa = HURUF_MAKS - len(nomor)
	return (pertama if len(pertama) <= sisa else f"{pertama[: sisa - 1]}.") + nomor


def _make_inisial(nama: str) -> str:
	return "".join(kata if kata.isdigit() else kata[0].upper() for kata in _get_kata(nama))[:HURUF_MAKS]


def _get_kata(nama: str) -> list[str]:
	return [kata for kata in nama.split() if kata not in KATA_UMUM] or nama.split()


def make_kartu(label: str, value: int, indicator: str) -> dict:
	return {"label": label, "value": value, "indicator": indicator, "datatype": "Int"}


def make_kartu_istilah(jumlah: Counter, warna: Mapping[Istilah, str]) -> list[dict]:
	"""A card for each value: how many there are of it."""
	return [make_kartu(_(str(nilai)), jumlah[nilai], nama) for nilai, nama in warna.items()]
