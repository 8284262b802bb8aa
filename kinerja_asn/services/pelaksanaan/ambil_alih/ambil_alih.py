"""What was taken over of a plan. From that day on it is asked of the employee no more, and not counted as missing.

Whoever reads an evaluation or a report reads the note there (Pasal 20 ayat (8)): the caller has checked that he may.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import frappe
from frappe import _
from frappe.query_builder.functions import Count
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import AlasanPerubahan, SasaranUmpanBalik, Sifat, Tahap
from kinerja_asn.constants.pembinaan import StatusAmbilAlih, StatusPembinaan
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.pembinaan import check_ambil_alih
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.tabel_anak import is_baris
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja

DOCTYPE = "Ambil Alih Hasil Kerja"
# Changes of the plan that adjust Ekspektasi or support, or follow from pembinaan (Pasal 20 ayat (3)).
_PENYESUAIAN = (AlasanPerubahan.EKSPEKTASI, AlasanPerubahan.SUMBER_DAYA, AlasanPerubahan.PEMBINAAN)


@dataclass(frozen=True)
class AmbilAlih:
	"""One that is in force. ``hasil_kerja`` is its ``kunci``."""

	name: str
	hasil_kerja: str
	rencana_hasil_kerja: str
	tanggal: date
	catatan: str
	nama_pengambil: str


# --- reading


def get_ambil_alih(skp: str, sampai: date | None = None) -> dict[str, AmbilAlih]:
	"""kunci of the hasil kerja -> what was taken over by ``sampai``, of those in force."""
	return get_banyak_ambil_alih([skp], sampai).get(skp, {})


def get_banyak_ambil_alih(
	skp: Collection[str], sampai: date | None = None
) -> dict[str, dict[str, AmbilAlih]]:
	"""SKP -> the same, of those of which something was; in one query."""
	tabel = frappe.qb.DocType(DOCTYPE)
	kolom = ("name", "hasil_kerja", "rencana_hasil_kerja", "tanggal", "catatan", "nama_pengambil")
	query = frappe.qb.from_(tabel).select(tabel.skp, *kolom)
	query = query.where(tabel.skp.isin([*skp, ""]) & _is_berlaku(tabel, sampai))
	diambil: dict[str, dict[str, AmbilAlih]] = {}
	for row in query.orderby(tabel.tanggal, tabel.name).run(as_dict=True):
		milik = diambil.setdefault(row.pop("skp"), {})
		milik[row.hasil_kerja] = AmbilAlih(**{**row, "tanggal": getdate(row.tanggal)})
	return diambil


def select_diambil_alih(sampai: date):
	"""Keys of all hasil kerja taken over by ``sampai``, as a subquery."""
	tabel = frappe.qb.DocType(DOCTYPE)
	return frappe.qb.from_(tabel).select(tabel.hasil_kerja).where(_is_berlaku(tabel, sampai))


def list_diambil_alih(sampai: date) -> set[str]:
	"""The same keys, for whoever shows many hasil kerja that he may read."""
	return set(select_diambil_alih(sampai).run(pluck=True))


def list_indikator_diambil(sampai: date) -> list[str]:
	"""Keys of the indikator of all of them: few, so that whoever reads many leaves them out by name."""
	tabel, iki = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("SKP Indikator")
	milik = is_baris(iki, "SKP", tabel.skp) & (iki.hasil_kerja == tabel.hasil_kerja)
	query = frappe.qb.from_(tabel).join(iki).on(milik).select(iki.kunci)
	return query.where(_is_berlaku(tabel, sampai)).run(pluck=True)


def _is_berlaku(tabel, sampai: date | None):
	berlaku = tabel.status == str(StatusAmbilAlih.BERLAKU)
	return berlaku & (tabel.tanggal <= sampai) if sampai else berlaku


def drop_diambil_alih(rencana, sejak: date, diambil: Mapping[str, AmbilAlih]) -> list[AmbilAlih]:
	"""Take out of ``rencana`` (a plan in memory) the indikator of what was taken over before ``sejak``, the first day of
	a reporting period; what was done until then is reported in the period in which it was taken over. Returns what went.

	``diambil``: of this plan (``get_ambil_alih``).
	"""
	hilang = {kunci: row for kunci, row in diambil.items() if row.tanggal < getdate(sejak)}
	if hilang:
		rencana.indikator = [iki for iki in rencana.indikator if iki.hasil_kerja not in hilang]
	return [*hilang.values()]


def find_sukarela(rencana, sampai: date, diambil: Mapping[str, AmbilAlih]) -> set[str]:
	"""Keys of the indikator of ``rencana`` that were taken over by ``sampai``: nobody waits for them."""
	sudah = {kunci for kunci, row in diambil.items() if row.tanggal <= getdate(sampai)}
	return {iki.kunci for iki in rencana.indikator if iki.hasil_kerja in sudah}


def describe(row: AmbilAlih) -> str:
	"""The note as evaluations and forms show it (Pasal 20 ayat (7))."""
	return _("Diambil alih {0} pada {1}: {2}").format(
		row.nama_pengambil, formatdate(row.tanggal, "d MMMM yyyy"), row.catatan
	)


# --- whether it may be


def find_penghalang(skp, hasil_kerja: str) -> str | None:
	"""Why this hasil kerja cannot be taken over now; None if it can."""
	lain = {row.kunci for row in get_hasil_kerja(skp.name)} - {*get_ambil_alih(skp.name), hasil_kerja}
	return check_ambil_alih(_count_umpan_balik(skp.name, hasil_kerja), len(find_dasar(skp.name)), len(lain))


def _count_umpan_balik(skp: str, hasil_kerja: str) -> int:
	tabel = frappe.qb.DocType("Umpan Balik Kinerja")
	query = frappe.qb.from_(tabel).select(Count(tabel.name)).where(tabel.skp == skp)
	query = query.where(tabel.sifat == str(Sifat.PERLU_PERBAIKAN))
	tentang = (tabel.sasaran == str(SasaranUmpanBalik.HASIL_KERJA)) & (tabel.hasil_kerja == hasil_kerja)
	return query.where(tentang).run()[0][0]


def find_dasar(skp: str) -> list[str]:
	"""In sentences what was done before (Pasal 20 ayat (3)): changes of the plan that were set, pembinaan completed."""
	perubahan = frappe.get_all(
		"Perubahan SKP",
		{"skp": skp, "tahap": str(Tahap.DITETAPKAN), "alasan": ("in", [*map(str, _PENYESUAIAN)])},
		["nomor", "alasan", "berlaku_mulai"],
		order_by="nomor",
	)
	pembinaan = frappe.get_all(
		"Pembinaan Kinerja",
		{"skp": skp, "status": str(StatusPembinaan.SELESAI)},
		["jenis", "nama_pembina", "ditandatangani_pegawai_pada"],
		order_by="ditandatangani_pegawai_pada",
	)
	return [*map(_describe_perubahan, perubahan), *map(_describe_pembinaan, pembinaan)]


def _describe_perubahan(row) -> str:
	return _("Perubahan SKP ke-{0} ({1}), berlaku mulai {2}.").format(
		row.nomor, _(row.alasan), formatdate(row.berlaku_mulai)
	)


def _describe_pembinaan(row) -> str:
	return _("{0} oleh {1}, selesai {2}.").format(
		_(row.jenis), row.nama_pembina, formatdate(row.ditandatangani_pegawai_pada)
	)


# --- doing it


def take_over(skp, hasil_kerja: str, catatan: str):
	check_bertugas()
	return frappe.get_doc(doctype=DOCTYPE, skp=skp.name, hasil_kerja=hasil_kerja, catatan=catatan).insert()


def withdraw(doc, catatan: str, modified: str) -> bool:
	"""With a further note; given before (a double click) it changes nothing: False."""
	if doc.status == StatusAmbilAlih.DICABUT and doc.dicabut_oleh == frappe.session.user:
		return False
	check_belum_berubah(doc, modified)
	doc.update({"status": str(StatusAmbilAlih.DICABUT), "catatan_pencabutan": catatan})
	doc.save()
	return True
