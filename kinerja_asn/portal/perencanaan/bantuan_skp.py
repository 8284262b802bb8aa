"""Filling the drafting form from elsewhere: Perjanjian Kinerja, library, the former SKP. Nothing is stored by it."""

from collections.abc import Callable, Mapping
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisHasilKerja, Pendekatan
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.portal.perencanaan.baris_skp import (
	MEDAN_TARGET,
	find_baris,
	is_hasil_terisi,
	is_indikator_terisi,
	read_hasil,
	read_indikator,
	read_lampiran,
)
from kinerja_asn.services.bersama.isian import normalize_teks
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import build_baris, get_perjanjian_pegawai
from kinerja_asn.services.perencanaan.skp import pustaka
from kinerja_asn.services.perencanaan.skp.salinan import copy_rencana


def get_aksi_bantuan(doc, isian, rincian: str) -> dict[str, Callable[[], None]]:
	return {
		"perjanjian": partial(take_perjanjian, doc, isian),
		"salin": partial(copy_sebelumnya, doc, isian),
		"pustaka": partial(search_pustaka, doc, isian, rincian),
		"pakai_pustaka": partial(take_pustaka, doc, isian, rincian),
	}


# --- Perjanjian Kinerja (p. 27 no. 3)


def get_dibawa(isian) -> set[str]:
	return {iki.pk for hasil in isian.hasil_kerja for iki in hasil.indikator if iki.pk}


def take_perjanjian(doc, isian) -> None:
	"""A hasil kerja utama for every sasaran that is not carried yet, with its indikator and targets; where the plan
	has that hasil kerja already, the indikator join it."""
	hasil, indikator = build_baris(
		get_perjanjian_pegawai(doc.pegawai, doc.periode),
		get_dibawa(isian),
		pendekatan=Pendekatan(isian.pendekatan),
	)
	ada = {normalize_teks(lama.uraian): lama for lama in isian.hasil_kerja if lama.uraian.strip()}
	for ke, row in enumerate(hasil, 1):
		if sama := ada.get(normalize_teks(row["rencana_hasil_kerja"])):
			_join_indikator(sama, _select_indikator(indikator, ke))
	baru = {
		ke: row for ke, row in enumerate(hasil, 1) if normalize_teks(row["rencana_hasil_kerja"]) not in ada
	}
	_add_hasil(isian, baru, indikator)


def _join_indikator(hasil, indikator: list[frappe._dict]) -> None:
	"""It carries the agreement now, which is utama (p. 27 no. 3). An indikator that the row has already is not added
	a second time: it takes over the link, and the agreement's target where it has none.
	"""
	hasil.jenis = str(JenisHasilKerja.UTAMA)
	hasil.indikator = [iki for iki in hasil.indikator if is_indikator_terisi(iki)]
	bebas = {normalize_teks(iki.indikator): iki for iki in hasil.indikator if not iki.pk}
	for dari in map(read_indikator, indikator):
		if sama := bebas.get(normalize_teks(dari.indikator)):
			_link_indikator(sama, dari)
		else:
			hasil.indikator.append(dari)


def _link_indikator(iki, dari) -> None:
	iki.pk = dari.pk
	if not any(iki[medan].strip() for medan in ("min", "maks", "naratif")):
		iki.update({medan: dari[medan] for medan in MEDAN_TARGET})


def _select_indikator(indikator: list[dict], ke: int) -> list[frappe._dict]:
	return [frappe._dict(iki) for iki in indikator if iki["hasil_kerja_ke"] == ke]


def _add_hasil(isian, hasil: Mapping[int, dict], indikator: list[dict]) -> None:
	"""Add rows as the document has them, by the number that their indikator name; a row left empty makes way."""
	isian.hasil_kerja[:] = [lama for lama in isian.hasil_kerja if is_hasil_terisi(lama)]
	for ke, row in hasil.items():
		isian.hasil_kerja.append(read_hasil(frappe._dict(row), _select_indikator(indikator, ke)))
		isian.hasil_kerja[-1].baru = ke == min(hasil)  # the reader goes on with the first of them


# --- the former SKP


def find_sebelumnya(doc, isian) -> frappe._dict | None:
	"""The employee's last set SKP before this one, as long as nothing has been written into the form."""
	if doc.doctype != "SKP" or any(map(is_hasil_terisi, isian.hasil_kerja)):
		return None
	rows = frappe.get_list(
		"SKP",
		filters={
			"pegawai": doc.pegawai,
			"name": ("!=", doc.name),
			"awal": ("<=", doc.awal),
			"tahap": ("in", [str(tahap) for tahap in DISEPAKATI]),
		},
		fields=["name", "periode"],
		order_by="awal desc, urutan desc",
		limit_page_length=1,
	)
	return rows[0] if rows else None


def copy_sebelumnya(doc, isian) -> None:
	sebelumnya = find_sebelumnya(doc, isian)
	if not sebelumnya:
		frappe.throw(_("Tidak ada SKP sebelumnya yang dapat disalin, atau formulir ini sudah berisi."))
	salinan = copy_rencana(frappe.get_doc("SKP", sebelumnya.name), doc.awal)
	isian.pendekatan = salinan["pendekatan"] or isian.pendekatan
	_add_hasil(isian, dict(enumerate(salinan["hasil_kerja"], 1)), salinan["indikator"])
	isian.lampiran[:] = [read_lampiran(frappe._dict(row)) for row in salinan["lampiran"]]


# --- library of indikator


def search_pustaka(doc, isian, rincian: str) -> None:
	"""Offer beside the row ``rincian`` ("2.1") what the library has for the employee's post and the words typed."""
	if iki := find_indikator(isian, rincian):
		iki.pilihan_pustaka = [
			(
				indikator.name,
				f"{indikator.indikator} ({indikator.rumpun})" if indikator.rumpun else indikator.indikator,
			)
			for indikator in pustaka.get_pilihan(doc, iki.cari)
		]


def take_pustaka(doc, isian, rincian: str) -> None:
	"""Fill the row ``rincian`` with the chosen entry; what the row is and carries stays."""
	iki = find_indikator(isian, rincian)
	if not iki:
		return
	if not iki.ambil:
		search_pustaka(doc, isian, rincian)
		frappe.throw(_("Pilih satu indikator dari daftar pustaka, lalu tekan Pakai."))
	skp = frappe._dict({**doc.as_dict(), "pendekatan": isian.pendekatan})
	dari_pustaka = read_indikator(frappe._dict(pustaka.get_isian(iki.ambil, skp)))
	iki.update(
		{**dari_pustaka, "name": iki.name, "hk": iki.hk, "pk": iki.pk, "cari": "", "ambil": "", "baru": True}
	)


def find_indikator(isian, rincian: str) -> frappe._dict | None:
	hasil, _titik, indikator = rincian.partition(".")
	baris = find_baris(isian.hasil_kerja, hasil)
	return find_baris(baris.indikator, indikator) if baris else None
