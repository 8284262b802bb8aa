"""Cascading across people: which hasil kerja of the leader a row serves, and how (p. 39-43, 57).

A row names the leader's row by its ``kunci`` (``rhk_pimpinan``). While the leader has no SKP yet it hangs on a row
of the Perjanjian Kinerja (``pk_indikator``): services/perencanaan/penyelarasan/penautan.py links it once that is set.
"""

from collections.abc import Mapping

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.rules.penyelarasan import find_siklus
from kinerja_asn.services.perencanaan.penyelarasan.baris_lama import get_baris_lama, is_berubah
from kinerja_asn.services.perencanaan.penyelarasan.hasil_pimpinan import (
	get_pilihan_rhk_pimpinan,
	get_rantai,
	is_pilihan,
)
from kinerja_asn.services.perencanaan.penyelarasan.penautan import find_pembawa
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import get_perjanjian_pegawai, get_pilihan
from kinerja_asn.services.perencanaan.penyelarasan.porsi import check_cara, check_porsi_bersama
from kinerja_asn.services.perencanaan.skp.rencana import name_baris_indikator

# --- while a plan is being written


def link_rhk_pimpinan(doc) -> None:
	"""Check and complete the links of an SKP or Perubahan SKP: words from the leader's row, shares, no circle."""
	check_pk_indikator(doc)
	if not any(
		row.rhk_pimpinan or row.pk_indikator or row.porsi or row.penyelarasan for row in doc.hasil_kerja
	):
		return
	lama = get_baris_lama(doc, "hasil_kerja")
	pilihan = {hasil.kunci: hasil for hasil in get_pilihan_rhk_pimpinan(doc)}
	link_perjanjian(doc, lama)
	for row in doc.hasil_kerja:
		link_baris(doc, row, pilihan, lama)
	check_cara(doc)
	check_siklus(doc, lama)
	check_porsi_bersama(doc, lama)


def link_baris(doc, row, pilihan: Mapping[str, frappe._dict], lama: Mapping) -> None:
	"""A row that names the leader's hasil kerja takes its words from there (A.1.7 column 2)."""
	if not row.rhk_pimpinan:
		return
	row.pk_indikator = None
	if is_pilihan(row, pilihan.get(row.rhk_pimpinan)):
		check_bukan_bawahan(doc, row, pilihan[row.rhk_pimpinan])
		row.rhk_pimpinan_uraian = pilihan[row.rhk_pimpinan].uraian
	elif is_berubah(row, lama, "rhk_pimpinan"):
		frappe.throw(
			_(
				"Hasil kerja ke-{0}: hasil kerja pimpinan yang diintervensi tidak ditemukan di SKP {1}."
			).format(row.idx, escape_html(doc.nama_penilai or _("Pejabat Penilai")))
		)


def check_bukan_bawahan(doc, row, hasil_pimpinan: frappe._dict) -> None:
	if hasil_pimpinan.penilai == doc.pegawai:
		frappe.throw(
			_(
				"Hasil kerja ke-{0}: {1} adalah bawahan {2}. Hasil kerja bawahan mendukung hasil kerja pimpinan, "
				"bukan sebaliknya."
			).format(row.idx, escape_html(hasil_pimpinan.nama_pegawai), escape_html(doc.nama_pegawai))
		)


# --- on the Perjanjian Kinerja


def check_pk_indikator(doc) -> None:
	"""An indikator carries a row of the Perjanjian Kinerja only if the employee heads that unit."""
	baru = [row for row in doc.indikator if row.pk_indikator]
	if not baru:
		return
	lama = get_baris_lama(doc, "indikator")
	baru = [row for row in baru if is_berubah(row, lama, "pk_indikator")]
	dipimpin = {row.kunci for row in get_perjanjian_pegawai(doc.pegawai, doc.periode)} if baru else set()
	for row in baru:
		if row.pk_indikator not in dipimpin:
			refuse_pk(
				doc,
				row,
				_(
					"{0}: indikator Perjanjian Kinerja yang dipilih bukan dari unit yang dipimpin {1} pada periode ini. "
					"Pilih dari daftar."
				).format(name_baris_indikator(doc, row), escape_html(doc.nama_pegawai)),
			)


def refuse_pk(doc, row, pesan: str) -> None:
	"""A service that copies a plan to another post or year leaves such a link behind; a person is told."""
	if not doc.flags.oleh_layanan:
		frappe.throw(pesan)
	row.pk_indikator = None


def link_perjanjian(doc, lama: Mapping) -> None:
	"""Rows that hang on the Perjanjian Kinerja: its words, and the leader's row as soon as that is set."""
	menggantung = [row for row in doc.hasil_kerja if row.pk_indikator and not row.rhk_pimpinan]
	if not menggantung:
		return
	pilihan = {baris.kunci: baris for baris in get_pilihan(doc)}
	pembawa = find_pembawa(doc.penilai, doc.periode, {row.pk_indikator for row in menggantung})
	for row in menggantung:
		if row.pk_indikator in pilihan:
			row.rhk_pimpinan_uraian = get_uraian_perjanjian(pilihan[row.pk_indikator])
			row.rhk_pimpinan = pembawa.get(row.pk_indikator, frappe._dict()).kunci
		elif is_berubah(row, lama, "pk_indikator"):
			refuse_pk(
				doc,
				row,
				_(
					"Hasil kerja ke-{0}: indikator Perjanjian Kinerja yang dipilih bukan dari unit {1} atau unit di "
					"atasnya. Pilih dari daftar."
				).format(row.idx, escape_html(doc.nama_pegawai)),
			)


def get_uraian_perjanjian(baris: frappe._dict) -> str:
	"""What column 2 shows of a Perjanjian Kinerja: sasaran with indikator (p. 59)."""
	return f"{baris.sasaran}\n- {baris.uraian}"


# --- circles


def check_siklus(doc, lama: Mapping) -> None:
	if not any(is_berubah(row, lama, "rhk_pimpinan") for row in doc.hasil_kerja):
		return
	rantai = get_rantai({row.kunci: row.rhk_pimpinan or None for row in doc.hasil_kerja})
	siklus = find_siklus(rantai) or []
	for row in doc.hasil_kerja:
		if row.kunci in siklus:
			frappe.throw(
				_(
					"Hasil kerja ke-{0} pada akhirnya mendukung dirinya sendiri. Pilih hasil kerja pimpinan yang lain."
				).format(row.idx)
			)
