"""What may be taken out of a period: its units with plans that the reader may read, and how many rows those are."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

import frappe
from frappe import _
from frappe.query_builder.functions import Count

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA
from kinerja_asn.lembar.baca import BARIS_MAKS
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.permissions.lingkup import get_unit
from kinerja_asn.rules.pembulatan import format_angka
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.orang.unit import (
	get_daftar_unit,
	get_nama_unit,
	get_unit_ke_atas,
	get_unit_ke_bawah,
)

SAJA = "saja:"  # before a unit's name in the form: without the units below it
MENJOROK = "\u2003"


@dataclass(frozen=True)
class Opsi:
	"""An entry of the list: what is sent, what is read, and whether it fits into one sheet."""

	nilai: str
	label: str
	muat: bool = True


@dataclass(frozen=True)
class Pilihan:
	"""``semua`` is the whole period; ``unit`` from the top down. ``penuh`` says that not all fits into one sheet."""

	baris: int
	semua: Opsi
	unit: list[Opsi]
	penuh: str | None


def get_pilihan(periode: str) -> Pilihan:
	sendiri = count_baris(periode)
	jumlah = sendiri.total()
	semua = make_opsi("", _("Semua unit kerja"), jumlah)
	penuh = _("Periode ini memuat {0} baris; satu lembar memuat paling banyak {1}. Pilih unit kerja.")
	return Pilihan(
		baris=jumlah,
		semua=semua,
		unit=[build_opsi(nama, label, sendiri) for nama, label in get_unit_terbaca(periode, sendiri)],
		penuh=None if semua.muat else penuh.format(format_ribuan(jumlah), format_ribuan(BARIS_MAKS)),
	)


def count_baris(periode: str) -> Counter:
	"""Unit -> rows its plans have in a sheet (ekspor.build_rows_skp), as far as the session user may read them."""
	skp, hasil = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Hasil Kerja")
	iki = frappe.qb.DocType("SKP Indikator")
	query = (
		frappe.qb.from_(skp)
		.left_join(hasil)
		.on(is_anak(hasil, skp))
		.left_join(iki)
		.on(is_anak(iki, skp) & (iki.hasil_kerja == hasil.kunci))
		.select(skp.unit_kerja, Count("*"))
		.where((skp.periode == periode) & get_kondisi("SKP"))
		.groupby(skp.unit_kerja)
	)
	return Counter({unit or "": banyak for unit, banyak in query.run()})


def get_unit_terbaca(periode: str, sendiri: Counter) -> list[tuple[str, str]]:
	"""(Name, indented own name) of units with rows in or below them; for unit HR none above his own."""
	berisi = {atas for unit in sendiri for atas in get_unit_ke_atas(unit)}
	if not {PENGELOLA, AUDITOR} & set(frappe.get_roles()):
		berisi &= set(get_unit(frappe.session.user))
	daftar = [(nama, label) for nama, label in get_daftar_unit(periode) if nama in berisi]
	menjorok = min((len(label) - len(label.lstrip(MENJOROK)) for _nama, label in daftar), default=0)
	return [(nama, label[menjorok:]) for nama, label in daftar]


def build_opsi(unit: str, label: str, sendiri: Counter) -> Opsi:
	"""A unit that is too large with all below it is offered by itself: its own people belong to no other entry."""
	opsi = make_opsi(unit, label, sum(sendiri[bawahan] for bawahan in get_unit_ke_bawah(unit)))
	if opsi.muat or not sendiri[unit]:
		return opsi
	return make_opsi(f"{SAJA}{unit}", _("{0} saja, tanpa unit di bawahnya").format(label), sendiri[unit])


def make_opsi(nilai: str, label: str, baris: int) -> Opsi:
	return Opsi(nilai, _("{0} ({1} baris)").format(label, format_ribuan(baris)), baris <= BARIS_MAKS)


def format_ribuan(banyak: int) -> str:
	return format_angka(Decimal(banyak))


# --- what was chosen


def read_unit(nilai: str) -> tuple[str, ...]:
	"""The units that an entry of the list stands for."""
	return (nilai.removeprefix(SAJA),) if nilai.startswith(SAJA) else get_unit_ke_bawah(nilai)


def describe_unit(nilai: str | None) -> str:
	"""The unit's own name, for the name of the file."""
	return get_nama_unit((nilai or "").removeprefix(SAJA))
