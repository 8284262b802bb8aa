"""The drafts themselves: what each employee's new SKP begins with, as rows ready to be written."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import SumberPembukaan
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.kunci import PANJANG_KUNCI
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.perencanaan.pembukaan.konteks import DOCTYPE, Konteks
from kinerja_asn.services.perencanaan.skp.salinan import TABEL, find_berakhir, select_rencana
from kinerja_asn.services.perencanaan.skp.skp_baru import (
	build_nama,
	build_pihak,
	choose_bentuk,
	get_akhir,
	get_awal,
)
from kinerja_asn.services.perencanaan.skp.templat import find_templat

TANPA_RENCANA = {"pendekatan": None, "hasil_kerja": [], "indikator": [], "lampiran": []}


@dataclass(frozen=True)
class Asal:
	"""The plan (skp.salinan) that a draft begins with, and where it comes from."""

	sumber: SumberPembukaan
	rencana: dict


@dataclass(frozen=True)
class Draf:
	"""One new SKP: its row, DocType -> the rows of its tables, and the plan (skp.salinan) they were copied from.

	``sumber``: where that comes from.
	"""

	pegawai: str
	skp: dict
	baris: dict[str, list[dict]]
	rencana: dict
	sumber: SumberPembukaan

	@property
	def hasil_kerja(self) -> Iterator[tuple[Mapping, dict]]:
		"""Each row's original and the row."""
		return zip(self.rencana["hasil_kerja"], self.baris[DOCTYPE["hasil_kerja"]], strict=True)


def build_draf(konteks: Konteks, orang: Mapping, urutan: Mapping[str, int]) -> list[Draf]:
	"""Drafts for ``orang`` (pegawai -> data); ``urutan``: the number of each one's SKP in this period."""
	rencana = find_rencana(konteks, orang)
	return [_build(konteks, pegawai, urutan[nama], rencana[nama]) for nama, pegawai in orang.items()]


def derive_kunci(kunci_asal: str, skp: str) -> str:
	"""The key of a copied row, worked out from its original's key and the name of the new SKP.

	So a row finds the copy of its leader's row without anybody remembering which became which: not over chunks,
	and not over a run that was killed.
	"""
	return hashlib.sha256(f"{kunci_asal}|{skp}".encode()).hexdigest()[:PANJANG_KUNCI]


# --- where the plan comes from


def find_rencana(konteks: Konteks, orang: Mapping) -> dict[str, Asal]:
	"""pegawai -> what he begins with: last year's plan, else his post's template, else nothing."""
	lalu = _load_tahun_lalu(konteks, list(orang)) if konteks.sumber == SumberPembukaan.TAHUN_LALU else {}
	return {
		nama: _choose_asal(konteks, lalu.get(nama), pegawai.pihak["jabatan_pegawai"])
		for nama, pegawai in orang.items()
	}


def _choose_asal(konteks: Konteks, lalu: dict | None, jabatan: str | None) -> Asal:
	if lalu and lalu["hasil_kerja"]:
		return Asal(SumberPembukaan.TAHUN_LALU, lalu)
	templat = _get_templat(konteks, jabatan) if konteks.sumber != SumberPembukaan.KOSONG else None
	if templat and templat["hasil_kerja"]:
		return Asal(SumberPembukaan.TEMPLAT, templat)
	return Asal(SumberPembukaan.KOSONG, TANPA_RENCANA)


def _get_templat(konteks: Konteks, jabatan: str | None) -> dict | None:
	if jabatan not in konteks.templat:
		nama = find_templat(konteks.periode.instansi, jabatan)
		konteks.templat[jabatan] = _read_templat(nama, konteks) if nama else None
	return konteks.templat[jabatan]


def _read_templat(nama: str, konteks: Konteks) -> dict:
	templat = frappe.get_doc("Templat SKP", nama)
	mulai = getdate(konteks.periode.awal)
	return select_rencana(templat, mulai, find_berakhir([templat], mulai))


def _load_tahun_lalu(konteks: Konteks, pegawai: list[str]) -> dict[str, dict]:
	"""pegawai -> the plan of his last SKP of the year before that was set; an SKP is always its version in force."""
	daftar = _load_skp(konteks.periode_lalu, pegawai)
	mulai = getdate(konteks.periode.awal)
	berakhir = find_berakhir(list(daftar.values()), mulai)
	return {nama: select_rencana(skp, mulai, berakhir) for nama, skp in daftar.items()}


def _load_skp(periode: str | None, pegawai: list[str]) -> dict[str, frappe._dict]:
	if not periode:
		return {}
	rows = frappe.get_all(
		"SKP",
		{
			"periode": periode,
			"pegawai": ("in", pegawai),
			"tahap": ("in", [str(tahap) for tahap in DISEPAKATI]),
		},
		["name", "pegawai", "periode", "pendekatan"],
		order_by="urutan",
	)
	terakhir = {row.pegawai: row for row in rows}
	for tabel, doctype in TABEL.items():
		anak = _load_anak(doctype, [row.name for row in terakhir.values()])
		for row in terakhir.values():
			row[tabel] = anak[row.name]
	return terakhir


def _load_anak(doctype: str, induk: list[str]) -> dict[str, list[frappe._dict]]:
	kolom = ["parent", "idx", *frappe.get_meta(doctype).get_fieldnames_with_value()]
	per_induk = defaultdict(list)
	if induk:
		saring = get_saring_anak("SKP", induk)
		for row in frappe.get_all(doctype, saring, kolom, order_by="idx"):
			per_induk[row.parent].append(row)
	return per_induk


# --- rows


def _build(konteks: Konteks, orang: frappe._dict, urutan: int, asal: Asal) -> Draf:
	rencana = asal.rencana
	skp = _build_skp(konteks, orang, urutan, rencana["pendekatan"])
	hasil_kerja = [{**_renew_kunci(row, skp), "rhk_pimpinan": None} for row in rencana["hasil_kerja"]]
	indikator = [
		{**_renew_kunci(row, skp), "hasil_kerja": hasil_kerja[row["hasil_kerja_ke"] - 1]["kunci"]}
		for row in rencana["indikator"]
	]
	baris = {
		"hasil_kerja": zip(rencana["hasil_kerja"], hasil_kerja, strict=True),
		"indikator": zip(rencana["indikator"], indikator, strict=True),
		"lampiran": ((row, {}) for row in rencana["lampiran"]),
		"perilaku": ((row, {}) for row in konteks.perilaku),
	}
	anak = {DOCTYPE[tabel]: _build_anak(konteks, tabel, rows, skp) for tabel, rows in baris.items()}
	return Draf(orang.name, skp, anak, rencana, asal.sumber)


def _renew_kunci(row: Mapping, skp: Mapping) -> dict:
	return {"kunci": derive_kunci(row["kunci"], skp["name"])}


def _build_skp(konteks: Konteks, orang: frappe._dict, urutan: int, pendekatan: str | None) -> dict:
	awal = get_awal(konteks.periode, orang.date_of_joining, orang.sesudah)
	return konteks.baku["SKP"].build(
		{
			"name": build_nama(konteks.periode.name, orang.name, urutan),
			"periode": konteks.periode.name,
			"urutan": urutan,
			**konteks.status_awal,
			**build_pihak(orang.pihak, orang.jabatan),
			"awal": awal,
			"akhir": get_akhir(konteks.periode, orang),
			"berlaku_mulai": awal,
			**choose_bentuk(konteks.periode, orang.jabatan, pendekatan),
		},
	)


def _build_anak(konteks: Konteks, tabel: str, rows: Iterable[tuple[Mapping, Mapping]], skp: Mapping) -> list:
	"""``rows``: what is copied, and what is new in its place.

	Named in order, not at random: the database keeps a table in the order of its names, and writes such rows to one
	place of it. The table's initial keeps a name from standing in two tables, as no name of Frappe's does.
	"""
	baku = konteks.baku[DOCTYPE[tabel]]
	induk = {"parent": skp["name"], "parenttype": "SKP", "parentfield": tabel}
	return [
		baku.build(asal, baru, induk, {"name": f"{skp['name']}-{tabel[0].upper()}{idx}", "idx": idx})
		for idx, (asal, baru) in enumerate(rows, 1)
	]


# --- what a document of its own would be refused for


def find_salah_isi(konteks: Konteks, draf: Draf) -> str | None:
	"""The first text that bersama.isian would refuse, and where to mend it; None when there is none."""
	if temuan := _find_salah(konteks, "SKP", [draf.skp]):
		return _("{0}: {1} Perbaiki pada data pegawai atau Pejabat Penilainya.").format(*temuan[1:])
	for doctype in TABEL.values():
		if temuan := _find_salah(konteks, doctype, draf.baris[doctype]):
			return _("Baris {0}, {1}: {2} Perbaiki pada SKP tahun lalu atau templat jabatannya.").format(
				*temuan
			)
	return None


def _find_salah(konteks: Konteks, doctype: str, rows: list[dict]) -> tuple[int, str, str] | None:
	"""Number of the row, label of the column, what is wrong."""
	kolom = konteks.kolom_teks[doctype]
	for row in rows:
		for fieldname, label in kolom:
			if row[fieldname] and (salah := find_salah_teks(row[fieldname])):
				return row["idx"], _(label), salah
	return None
