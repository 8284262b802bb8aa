"""Remarks on the pages of a plan: which there are, which were typed, and storing those."""

from collections.abc import Mapping

import frappe
from frappe import _

from kinerja_asn.constants.istilah import SifatCatatan, Tahap
from kinerja_asn.portal.dasar.halaman import get_aksi
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.perencanaan.skp.dialog import UMUM, add_catatan, get_catatan_dokumen
from kinerja_asn.services.perencanaan.skp.rencana import name_baris_indikator

_AWALAN = "catatan-"
_UMUM = "umum"


def build_dialog(doc, form: Mapping | None = None) -> frappe._dict:
	"""What templates/kinerja/dialog.html shows: remarks by kunci (``umum`` for the whole), and unsent texts by field."""
	catatan = get_catatan_dokumen(doc)
	return frappe._dict(
		catatan={kunci or _UMUM: rows for kunci, rows in catatan.items()},
		ketikan={nama: str(form[nama]) for nama in form if nama.startswith(_AWALAN)} if form else {},
		boleh=doc.tahap != Tahap.DITUTUP,
	)


def drop_terkirim(form: Mapping | None, galat: list[str]) -> Mapping | None:
	"""``form`` as the page shows its remarks again: sent ones stand above their field now, which starts empty."""
	return {} if get_aksi()[0] == "catatan" and not galat else form


def read_ketikan(doc, form: Mapping) -> dict[str, str]:
	"""The remarks typed on rows that ``doc`` has, by kunci."""
	rows = (*doc.hasil_kerja, *doc.indikator)
	isian = {UMUM: form.get(_AWALAN + _UMUM), **{row.kunci: form.get(_AWALAN + row.kunci) for row in rows}}
	return {kunci: str(teks).strip() for kunci, teks in isian.items() if teks and str(teks).strip()}


def add_ketikan(doc, form: Mapping) -> None:
	"""Store the remarks that came with the form, whatever its button was for."""
	add_catatan(doc, read_ketikan(doc, form))


def send_ketikan(doc, form: Mapping) -> None:
	"""The button that does nothing but this expects that something was written."""
	ketikan = read_ketikan(doc, form)
	if not ketikan:
		refuse_isian(_AWALAN + _UMUM, _("Tulis catatannya dahulu, lalu kirim."))
	add_catatan(doc, ketikan)


def add_alasan(doc, ketikan: Mapping[str, str]) -> None:
	"""Store the same fields as reasons why the document was returned."""
	add_catatan(doc, ketikan, SifatCatatan.PENGEMBALIAN)


def summarize_alasan(doc, ketikan: Mapping[str, str]) -> str:
	"""A general reason that points to the rows which have one of their own."""
	nama = [_("hasil kerja ke-{0}").format(row.idx) for row in doc.hasil_kerja if row.kunci in ketikan]
	sebutan = [name_baris_indikator(doc, row) for row in doc.indikator if row.kunci in ketikan]
	nama += [f"{teks[:1].lower()}{teks[1:]}" for teks in sebutan]
	if not nama:
		return ketikan.get(UMUM, "")
	return _("Perbaiki {0}. Alasannya tertulis pada baris itu.").format(", ".join(nama))
