"""Rows of a plan that come from an approved Penugasan Kinerja: how they are made, what keeps them honest (p. 46, 50)."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisHasilKerja, Pendekatan, SumberHasil
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.constants.ukuran import UKURAN_BERASPEK
from kinerja_asn.services.bersama.kunci import make_kunci
from kinerja_asn.services.perencanaan.skp.narasi import as_narasi

# What the approval says of a row; nobody writes it in by hand.
# Where a row comes from that somebody else made: a decision, or the leader's matrix.
SUMBER_TERCATAT = (SumberHasil.PENUGASAN, SumberHasil.MATRIKS)
MILIK_PENUGASAN = ("penugasan", "penugasan_dari", "penugasan_sebagai", "sumber")


def add_baris(doc, penugasan) -> None:
	"""Append the assigned hasil kerja with its indikator to an SKP or Perubahan SKP, in the approach of that plan.

	A plan that is being written hands out the keys itself; a submitted one does so no more.
	"""
	kunci, kunci_indikator = (None, None) if doc.tahap in DISUSUN else (make_kunci(), make_kunci())
	doc.append("hasil_kerja", {**_build_hasil_kerja(penugasan), "kunci": kunci})
	indikator = _build_indikator(penugasan, doc.pendekatan)
	tautan = {"hasil_kerja": kunci, "hasil_kerja_ke": len(doc.hasil_kerja)}
	doc.append("indikator", {**indikator, **tautan, "kunci": kunci_indikator})


def find_kunci(doc, penugasan: str) -> str:
	"""Key of the row that ``doc`` has for the assignment."""
	return next(row.kunci for row in doc.hasil_kerja if row.penugasan == penugasan)


def _build_hasil_kerja(penugasan) -> dict:
	"""Form A.1.7 names the post of the leader who assigned it, unless that is the Penilai himself (p. 55)."""
	milik_penilai = penugasan.pemberi == penugasan.penilai
	return {
		"jenis": penugasan.jenis,
		"rencana_hasil_kerja": penugasan.rencana_hasil_kerja,
		"sumber": str(SumberHasil.PENUGASAN),
		"penugasan": penugasan.name,
		"penugasan_dari": None if milik_penilai else penugasan.get_sebutan_pemberi(),
		"penugasan_sebagai": penugasan.penugasan_sebagai,
	}


def _build_indikator(penugasan, pendekatan: str | None) -> dict:
	row = {kolom: penugasan.get(kolom) for kolom in UKURAN_BERASPEK}
	return as_narasi(row) if pendekatan == Pendekatan.KUALITATIF else row


def move_penugasan(skp) -> None:
	"""The assignments whose rows went along into the successor of an SKP now stand there; their assigners follow them."""
	penugasan = frappe.qb.DocType("Penugasan Kinerja")
	for row in skp.hasil_kerja:
		if row.penugasan:
			(
				frappe.qb.update(penugasan)
				.set(penugasan.skp, skp.name)
				.set(penugasan.baris, row.kunci)
				.where((penugasan.name == row.penugasan) & (penugasan.pegawai == skp.pegawai))
				.run()
			)


def guard_baris(doc, *asal) -> None:
	"""For plans that are being written, once their rows have their keys. ``asal``: stored plans they may take rows from."""
	if not (doc.flags.oleh_layanan or doc.flags.menurut_keputusan):
		_restore(doc, _get_tersimpan(doc.get_doc_before_save(), *asal))
		_check_dihapus(doc)


def require_utama(doc) -> None:
	"""Assignments as Plt., Plh. or JF in a structural post are utama, whoever decides on the others (p. 50 huruf d)."""
	for row in doc.hasil_kerja:
		if row.penugasan_sebagai:
			row.jenis = str(JenisHasilKerja.UTAMA)


def _get_tersimpan(*daftar) -> dict:
	return {row.kunci: row for doc in daftar if doc for row in doc.hasil_kerja}


def _restore(doc, tersimpan: dict) -> None:
	for row in doc.hasil_kerja:
		lama = tersimpan.get(row.kunci) or frappe._dict()
		if lama.penugasan:
			row.update({kolom: lama.get(kolom) for kolom in MILIK_PENUGASAN})
		else:
			row.penugasan = None
			row.sumber = row.sumber if row.sumber not in SUMBER_TERCATAT else _get_sumber(lama)


def _get_sumber(lama) -> str | None:
	return lama.sumber if lama.sumber in SUMBER_TERCATAT else None


def _check_dihapus(doc) -> None:
	"""In an SKP that is being written nobody would see it go; a Perubahan SKP shows the Penilai what it takes away."""
	lama = doc.get_doc_before_save() if doc.doctype == "SKP" else None
	ada = {row.penugasan for row in doc.hasil_kerja}
	for row in lama.hasil_kerja if lama else ():
		if row.penugasan and row.penugasan not in ada:
			frappe.throw(
				_(
					'Hasil kerja "{0}" berasal dari penugasan yang sudah disetujui Pejabat Penilai. Kembalikan barisnya; '
					"isinya dapat dibicarakan dalam dialog kinerja."
				).format(row.rencana_hasil_kerja[:80])
			)
