"""Keberatan Kinerja: the employee objects, the Penilai explains, his superior decides. Between the three of them."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import (
	HalamanTertutup,
	get_alamat,
	get_dokumen,
	portal_page,
	run_aksi,
)
from kinerja_asn.portal.pelaksanaan.pembinaan.rahasia import leave_no_copy
from kinerja_asn.portal.pelaksanaan.realisasi import get_batas_berkas
from kinerja_asn.portal.penilaian import keberatan as portal_keberatan
from kinerja_asn.services.bersama.langkah import advance
from kinerja_asn.services.penilaian.dokumen.isi import read_isi
from kinerja_asn.services.penilaian.keberatan.pengajuan import DOCTYPE, DOKUMEN, find_hambatan, find_keberatan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	leave_no_copy(context)
	form = frappe.form_dict
	context.title = _("Keberatan atas hasil evaluasi")
	context.form = form if frappe.request.method == "POST" else {}
	doc = get_dokumen(DOCTYPE, form.get("name")) if form.get("name") else open_baru(form.get("dokumen"))
	context.galat = run_aksi(
		{
			"simpan": partial(save, doc),
			"ajukan": partial(submit, doc),
			"cabut": partial(withdraw, doc),
			"keterangan": partial(add, doc, "keterangan_pegawai"),
			"penjelasan": partial(add, doc, "penjelasan_penilai"),
			"putuskan": partial(decide, doc),
		}
	)
	if context.galat:
		doc = (
			get_dokumen(DOCTYPE, doc.name)
			if frappe.db.exists(DOCTYPE, doc.name or "")
			else open_baru(doc.dokumen)
		)
	fill(context, doc)


def open_baru(nama: str | None):
	"""The form of a new one, or the one there is already."""
	dokumen = get_dokumen(DOKUMEN, nama)
	if dokumen.pegawai_user != frappe.session.user:
		raise HalamanTertutup(
			_("Halaman ini bukan bagian Anda"), _("Keberatan diajukan pegawai yang dinilai."), 403
		)
	if ada := find_keberatan(dokumen.name):
		lama = get_dokumen(DOCTYPE, ada)
		if lama.tahap != Tahap.DITUTUP:
			return lama
	if hambatan := find_hambatan(dokumen):
		raise HalamanTertutup(_("Keberatan tidak dapat diajukan"), hambatan, 403)
	return portal_keberatan.begin(dokumen.name)


def save(doc) -> str:
	portal_keberatan.save_isian(doc, frappe.form_dict)
	return go(doc, "keberatan_disimpan")


def submit(doc) -> str:
	portal_keberatan.submit(doc, frappe.form_dict)
	return go(doc, "keberatan_diajukan")


def withdraw(doc) -> str:
	return go(doc, "keberatan_dicabut", advance(doc, Tahap.DITUTUP, frappe.form_dict.get("modified") or ""))


def add(doc, medan: str) -> str:
	portal_keberatan.add_keterangan(doc, frappe.form_dict, medan)
	return go(doc, "keberatan_dijelaskan")


def decide(doc) -> str:
	return go(doc, "keberatan_diputuskan", portal_keberatan.decide(doc, frappe.form_dict))


def go(doc, pesan: str, dilakukan: bool = True) -> str:
	return get_alamat("keberatan", name=doc.name, pesan=pesan if dilakukan else "tetap")


def fill(context, doc) -> None:
	dokumen = frappe.get_doc(DOKUMEN, doc.dokumen)
	context.doc, context.dokumen, context.hasil = doc, dokumen, read_isi(dokumen)
	context.modified = context.form.get("modified") or ("" if doc.is_new() else str(doc.modified))
	context.milik_sendiri = dokumen.pegawai_user == frappe.session.user
	context.bagian_saya = portal_keberatan.get_bagian(doc)
	context.giliran = portal_keberatan.describe_giliran(doc, dokumen)
	context.isian = portal_keberatan.get_isian(doc, context.form)
	context.kelas = portal_keberatan.KELAS[Tahap(doc.tahap or "Draf")]
	context.rating, context.putusan = portal_keberatan.RATING, portal_keberatan.KEPUTUSAN
	context.batas = get_batas_berkas(dokumen.periode)
