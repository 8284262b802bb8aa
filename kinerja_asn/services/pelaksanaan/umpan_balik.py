"""Ongoing feedback of an SKP, gathered for its evaluation (Pasal 17-19; p. 69-77)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

import frappe
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import SasaranUmpanBalik, Sifat


@dataclass
class UmpanBalik:
	"""Lines of feedback by what they are about, and how positive those on each hasil kerja are: whoever gave some has one
	voice there, what he said last, however often he said it."""

	umum: list[str] = field(default_factory=list)
	hasil_kerja: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
	perilaku: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
	sifat: dict[str, list[Sifat]] = field(default_factory=lambda: defaultdict(list))


def collect_umpan_balik(skp: str, awal: date, akhir: date) -> UmpanBalik:
	"""All feedback dated within the evaluated period, oldest first."""
	hasil, suara = UmpanBalik(), defaultdict(dict)
	for row in _get_rows(skp, awal, akhir):
		teks = f"{formatdate(row.tanggal)} {row.nama_pemberi} ({row.peran}, {row.sifat}): {row.isi}"
		if row.sasaran == SasaranUmpanBalik.HASIL_KERJA:
			hasil.hasil_kerja[row.hasil_kerja].append(teks)
			suara[row.hasil_kerja][row.pemberi] = Sifat(row.sifat)
		elif row.sasaran == SasaranUmpanBalik.PERILAKU:
			hasil.perilaku[row.nilai].append(teks)
		else:
			hasil.umum.append(teks)
	hasil.sifat.update({kunci: list(menurut_pemberi.values()) for kunci, menurut_pemberi in suara.items()})
	return hasil


def _get_rows(skp: str, awal: date, akhir: date) -> list:
	return frappe.get_all(
		"Umpan Balik Kinerja",
		{"skp": skp, "tanggal": ("between", (awal, akhir))},
		["tanggal", "pemberi", "nama_pemberi", "peran", "sifat", "isi", "sasaran", "hasil_kerja", "nilai"],
		order_by="tanggal, creation",
	)
