"""One change of an SKP: the employee (or his Penilai) writes it, the Penilai compares and sets or returns it."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisHasilKerja, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.antrean import get_alamat_langkah, get_alamat_sesudah
from kinerja_asn.portal.dasar import dialog as portal_dialog
from kinerja_asn.portal.dasar.halaman import (
	get_aksi,
	get_alamat,
	get_dokumen,
	portal_page,
	run_aksi,
)
from kinerja_asn.portal.dasar.pimpinan import get_terbuka
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.perencanaan import perubahan as portal_perubahan
from kinerja_asn.portal.perencanaan import review as portal_review
from kinerja_asn.portal.perencanaan import skp as portal_skp
from kinerja_asn.portal.perencanaan.banding import build_banding
from kinerja_asn.portal.perencanaan.formulir_skp import build_formulir
from kinerja_asn.portal.perencanaan.persetujuan import describe_persetujuan
from kinerja_asn.services.bersama.langkah import advance, describe_penunggu_lain, get_tombol
from kinerja_asn.services.situs.kiriman import TETAP

LANGKAH = (Tahap.DIAJUKAN, Tahap.DRAF, Tahap.DITUTUP, Tahap.DITETAPKAN, Tahap.DIKEMBALIKAN)


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	nama = frappe.form_dict.get("name")
	doc = get_dokumen("Perubahan SKP", nama)
	isian = read_isian(doc)
	context.galat = run_aksi(
		{
			"simpan": partial(save, doc, isian),
			"ajukan": partial(submit, doc, isian),
			"pulihkan": partial(restore, doc, isian),
			"tarik": partial(withdraw, doc),
			"batalkan": partial(cancel, doc),
			"tetapkan": partial(approve, doc),
			"kembalikan": partial(give_back, doc),
			"catatan": partial(remark, doc),
			**portal_skp.get_aksi_baris(doc, isian),
		}
	)
	fill(context, get_dokumen("Perubahan SKP", nama) if context.galat else doc, isian)


def read_isian(doc) -> frappe._dict:
	if frappe.request.method == "POST":
		return portal_skp.read_isian(doc, frappe.form_dict)
	return portal_skp.read_dokumen(doc)


def save(doc, isian) -> str:
	portal_perubahan.save(doc, isian, frappe.form_dict)
	portal_dialog.add_ketikan(doc, frappe.form_dict)
	return get_alamat("perubahan", name=doc.name, pesan="disimpan")


def submit(doc, isian) -> str:
	if kosong := portal_skp.find_target_kosong(isian):
		frappe.throw(kosong, as_list=True)
	portal_perubahan.fill(doc, isian, frappe.form_dict)
	advance(doc, Tahap.DIAJUKAN)
	portal_dialog.add_ketikan(doc, frappe.form_dict)
	return get_alamat("perubahan", name=doc.name, pesan="diajukan")


def restore(doc, isian) -> str:
	portal_perubahan.restore(doc, isian, frappe.form_dict, get_aksi()[1])
	return get_alamat("perubahan", name=doc.name, pesan="dipulihkan")


def withdraw(doc) -> str:
	portal_dialog.add_ketikan(doc, frappe.form_dict)
	advance(doc, Tahap.DRAF, frappe.form_dict.get("modified") or "")
	return get_alamat("perubahan", name=doc.name, pesan="ditarik")


def cancel(doc) -> str:
	advance(doc, Tahap.DITUTUP, frappe.form_dict.get("modified") or "")
	return get_alamat("perubahan", name=doc.name, pesan="dibatalkan")


def approve(doc) -> str:
	return get_alamat_langkah("perubahan", portal_review.approve_skp(doc, frappe.form_dict))


def give_back(doc) -> str:
	portal_review.return_rencana(doc, frappe.form_dict)
	return get_alamat_sesudah("perubahan", "dikembalikan")


def remark(doc) -> str:
	"""The page stays, with what else was typed into the form."""
	portal_dialog.send_ketikan(doc, frappe.form_dict)
	return TETAP


def fill(context, doc, isian) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else None
	skp = frappe.get_doc("SKP", doc.skp)
	context.title = _("Perubahan ke-{0} SKP {1}").format(doc.nomor, doc.nama_pegawai)
	context.doc, context.form = doc, form or {}
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.modified = (form or {}).get("modified") or str(doc.modified)
	context.kelas_tahap = KELAS_TAHAP[Tahap(doc.tahap)]
	context.tombol = get_tombol(doc, *LANGKAH)
	context.penunggu = describe_penunggu_lain(doc, context.tombol)
	context.persetujuan = describe_persetujuan(doc)
	context.banding = build_banding(portal_perubahan.get_semula(doc, skp), doc)
	context.terbuka = get_terbuka(doc)
	context.pilihan_jenis = [str(jenis) for jenis in JenisHasilKerja]
	context.nama_baris = {row.kunci: row.name for row in doc.hasil_kerja}
	ketikan = portal_dialog.drop_terkirim(form, context.galat)
	context.dialog = portal_dialog.build_dialog(doc, ketikan)
	context.dapat_diisi = "hasil_kerja" in context.terbuka
	if context.dapat_diisi:
		context.kepala = portal_perubahan.build_kepala(doc, form)
		context.pilihan_alasan = portal_perubahan.get_pilihan_alasan()
		context.formulir = build_formulir(doc, isian, ketikan)
		context.terhapus = portal_perubahan.build_terhapus(doc, skp)
