"""Worksheets of plans that the session user may read: of one SKP, or of a whole period."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

import frappe
from frappe import _
from frappe.core.doctype.access_log.access_log import make_access_log

from kinerja_asn.constants.istilah import Arah
from kinerja_asn.constants.lembar import HASIL_KERJA, INDIKATOR
from kinerja_asn.lembar.baca import BARIS_MAKS, refuse_panjang
from kinerja_asn.lembar.pilihan import read_unit
from kinerja_asn.lembar.tulis import write_lembar
from kinerja_asn.rules.capaian import ARAH_BERANGKA
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak

KOLOM_SKP = ["name", "nip_pegawai", "nama_pegawai"]


def export_skp(name: str) -> bytes:
	"""The worksheet of one SKP."""
	skp = frappe.get_doc("SKP", name)
	skp.check_permission("read")
	return write_tercatat([skp], {"name": name})


def export_periode(periode: str, unit_kerja: str | None = None) -> bytes:
	"""The worksheet of all SKP of a period that the user may read; needs the right to export.

	``unit_kerja``: only those of that unit and the units below it (pilihan.read_unit).
	"""
	frappe.has_permission("SKP", "export", throw=True)
	saring = {"periode": periode, **({"unit_kerja": unit_kerja} if unit_kerja else {})}
	daftar = frappe.get_list(
		"SKP",
		filters={**saring, **({"unit_kerja": ("in", read_unit(unit_kerja))} if unit_kerja else {})},
		fields=KOLOM_SKP,
		order_by="nama_pegawai, urutan",
		limit_page_length=BARIS_MAKS + 1,
	)
	if not daftar:
		frappe.throw(
			_("Tidak ada SKP yang dapat Anda baca pada pilihan ini. Pilih periode atau unit kerja lain.")
		)
	return write_tercatat(select_terakhir(daftar), saring)


def select_terakhir(daftar: Sequence) -> list:
	"""Of who moved during the year the plan of today: a sheet names people, and could not tell his two plans apart."""
	return list({skp.nip_pegawai or skp.name: skp for skp in daftar}.values())


def write_tercatat(daftar: Sequence, saring: dict) -> bytes:
	"""Who took which plans away stays on record, as with Frappe's own exports."""
	rows = list(chain.from_iterable(build_rows(daftar).values()))
	if len(rows) > BARIS_MAKS:
		refuse_panjang()
	isi = write_lembar(rows)
	make_access_log(doctype="SKP", file_type="XLSX", filters=saring, page=_("Lembar kerja SKP"))
	return isi


def build_rows(daftar: Sequence) -> dict[str, list[dict]]:
	"""Name of the SKP -> its rows (field -> value), one per indikator; columns of a hasil kerja stand in its first."""
	names = [skp.name for skp in daftar]
	hasil_kerja = get_baris("SKP Hasil Kerja", names, ["kunci", *HASIL_KERJA])
	indikator = get_baris("SKP Indikator", names, ["hasil_kerja", *INDIKATOR])
	return {skp.name: list(build_rows_skp(skp, hasil_kerja[skp.name], indikator[skp.name])) for skp in daftar}


def get_baris(doctype: str, names: list[str], kolom: list[str]) -> dict[str, list]:
	"""Name of the SKP -> its rows. The caller has checked that the user may read those SKP."""
	baris = defaultdict(list)
	saring = get_saring_anak("SKP", names)
	for row in frappe.get_all(doctype, saring, ["parent", *kolom], order_by="parent, idx"):
		baris[row.parent].append(row)
	return baris


def build_rows_skp(skp, hasil_kerja: list, indikator: list) -> Iterator[dict]:
	"""An SKP without rows has one too, to be filled in."""
	pegawai = {"nip_pegawai": skp.nip_pegawai, "nama_pegawai": skp.nama_pegawai}
	if not hasil_kerja:
		yield pegawai
	for hasil in hasil_kerja:
		kepala = {medan: hasil[medan] for medan in HASIL_KERJA}
		milik = [build_indikator(iki) for iki in indikator if iki.hasil_kerja == hasil.kunci]
		for ke, isi in enumerate(milik or [{}]):
			yield {**pegawai, **({} if ke else kepala), **isi}


def build_indikator(iki) -> dict:
	isi = {medan: iki[medan] for medan in INDIKATOR}
	if iki.arah not in ARAH_BERANGKA:
		kosong = ("target_min", "target_maks", "cara_hitung", "lintasan", "target_bulanan")
		return {**isi, **dict.fromkeys(kosong)}
	if iki.arah != Arah.TURUN and not (iki.target_min or iki.target_maks):
		return {**isi, "target_min": None, "target_maks": None}
	return isi
