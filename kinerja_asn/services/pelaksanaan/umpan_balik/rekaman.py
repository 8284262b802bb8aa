"""Ongoing feedback of an SKP, gathered for its evaluation and its record (Pasal 17-19; p. 69-77)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

import frappe
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import SasaranUmpanBalik, Sifat
from kinerja_asn.rules.umpan_balik import is_bersuara


@dataclass
class UmpanBalik:
	"""Lines of feedback by what they are about, and how positive those of leaders on each hasil kerja are: whoever gave some
	has one voice there, what he said last, however often he said it. What others say stands beside it."""

	umum: list[str] = field(default_factory=list)
	hasil_kerja: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
	perilaku: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
	sifat: dict[str, list[Sifat]] = field(default_factory=lambda: defaultdict(list))


def collect_umpan_balik(skp: str, awal: date, akhir: date) -> UmpanBalik:
	"""All feedback dated within the evaluated period, oldest first; what nobody's name belongs to after it."""
	return collect_banyak([skp], awal, akhir).get(skp) or UmpanBalik()


def collect_banyak(skp: Collection[str], awal: date, akhir: date) -> dict[str, UmpanBalik]:
	"""The same of many, of those that were given some; in two queries."""
	hasil: dict[str, UmpanBalik] = defaultdict(UmpanBalik)
	suara: dict[tuple[str, str], dict[str, Sifat]] = defaultdict(dict)
	for row in _get_rows(skp, awal, akhir):
		_place(hasil[row.skp], row, f"{row.nama_pemberi} ({row.peran}, {row.sifat})")
		if row.sasaran == SasaranUmpanBalik.HASIL_KERJA and is_bersuara(row.peran):
			suara[row.skp, row.hasil_kerja][row.pemberi] = Sifat(row.sifat)
	for row in _get_tanpa_nama(skp, awal, akhir):
		_place(hasil[row.skp], row, f"{row.peran} (tanpa nama, {row.sifat})")
	for (nama, kunci), menurut_pemberi in suara.items():
		hasil[nama].sifat[kunci] = list(menurut_pemberi.values())
	return hasil


def _place(hasil: UmpanBalik, row, pemberi: str) -> None:
	teks = f"{formatdate(row.tanggal)} {pemberi}" + (f": {row.isi}" if row.isi else "")
	if row.get("tautan_bukti"):
		teks += f" [{row.tautan_bukti}]"
	if row.get("berkas"):
		teks += " [berkas bukti terlampir]"
	if row.sasaran == SasaranUmpanBalik.HASIL_KERJA:
		hasil.hasil_kerja[row.hasil_kerja].append(teks)
	elif row.sasaran == SasaranUmpanBalik.PERILAKU:
		hasil.perilaku[row.nilai].append(teks)
	else:
		hasil.umum.append(teks)


def _get_rows(skp: Collection[str], awal: date, akhir: date) -> list:
	return frappe.get_all(
		"Umpan Balik Kinerja",
		{"skp": ("in", [*skp, ""]), "tanggal": ("between", (awal, akhir))},
		[
			"skp",
			"tanggal",
			"pemberi",
			"nama_pemberi",
			"peran",
			"sifat",
			"isi",
			"tautan_bukti",
			"berkas",
			"sasaran",
			"hasil_kerja",
			"nilai",
		],
		order_by="tanggal, creation",
	)


def _get_tanpa_nama(skp: Collection[str], awal: date, akhir: date) -> list:
	"""Their names, drawn by lot, are the only order that they have."""
	return frappe.get_all(
		"Umpan Balik Tanpa Nama",
		{"skp": ("in", [*skp, ""]), "tanggal": ("between", (awal, akhir))},
		["skp", "tanggal", "peran", "sifat", "isi", "sasaran", "hasil_kerja", "nilai"],
		order_by="tanggal, peran, name",
	)
