"""The limits as HR keeps them (Pola Distribusi), and who may change them: not whoever is still to be evaluated by them."""

import frappe
from frappe import _
from frappe.utils import flt

from kinerja_asn.constants.istilah import Predikat, PredikatOrganisasi
from kinerja_asn.rules.distribusi import Batas
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.penilaian.ambang import guard_sendiri

DOCTYPE = "Pola Distribusi"
KOLOM = ("predikat_organisasi", "predikat", "predikat_lain", "minimum", "maksimum", "wajib_ada")


def read_batas(row) -> Batas:
	"""Of a record or its row. Raises ValueError for limits that nobody can keep."""
	return Batas(
		PredikatOrganisasi(row.predikat_organisasi),
		tuple(Predikat(nilai) for nilai in dict.fromkeys((row.predikat, row.predikat_lain)) if nilai),
		to_decimal(flt(row.minimum)),
		to_decimal(flt(row.maksimum)),
		bool(row.wajib_ada),
	)


def get_pola() -> list[Batas]:
	"""All limits; they are few, and read once for however many groups."""
	return [read_batas(row) for row in frappe.get_all(DOCTYPE, fields=list(KOLOM), order_by="creation, name")]


def guard_pola(doc) -> None:
	lama = doc.get_doc_before_save()
	if not lama or _describe(lama) != _describe(doc):
		guard_sendiri(_get_periode())


def record_pola(doc) -> None:
	"""on_update: what changed stands on every open period."""
	lama = doc.get_doc_before_save()
	sebelum, sesudah = (_describe(lama) if lama else _("belum ada")), _describe(doc)
	if sebelum != sesudah:
		_record(sebelum, sesudah)


def record_penghapusan(doc) -> None:
	_record(_describe(doc), _("dihapus"))


def _record(sebelum: str, sesudah: str) -> None:
	uraian = _("Pola distribusi: dari {0} menjadi {1}").format(sebelum, sesudah)
	add_jejak([("Periode Kinerja", nama, uraian) for nama in _get_periode()])


def _describe(doc) -> str:
	batas = read_batas(doc)
	return f"{batas.organisasi}: {'/'.join(batas.predikat)} {batas.minimum}-{batas.maksimum} %" + (
		f", {_('harus ada')}" if batas.wajib_ada else ""
	)


def _get_periode() -> list[str]:
	return frappe.get_all("Periode Kinerja", {"status": "Dibuka"}, pluck="name")
