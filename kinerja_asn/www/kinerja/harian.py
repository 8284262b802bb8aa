"""Catatan harian: a line a day in ten seconds, yesterday's to repeat, the week to send."""

from functools import partial

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusCatatan
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.portal.dasar.halaman import (
	HalamanTertutup,
	get_aksi,
	get_alamat,
	get_dokumen,
	portal_page,
	run_aksi,
)
from kinerja_asn.portal.pelaksanaan.catatan import harian as portal_harian
from kinerja_asn.portal.pelaksanaan.catatan import pekan as portal_pekan
from kinerja_asn.portal.pelaksanaan.realisasi import get_batas_berkas, get_unggahan
from kinerja_asn.rules.catatan import get_pekan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.catatan.keputusan import submit


@portal_page(PEGAWAI)
def get_context(context):
	context.title = _("Catatan harian")
	context.tanggal = tanggal = min(read_tanggal(), get_today())
	rencana = portal_harian.find_rencana(tanggal)
	require_dipakai(rencana)
	context.rencana = rencana
	if not rencana:
		return
	doc = portal_harian.get_catatan(rencana, tanggal)
	context.galat = run_aksi(
		{
			"simpan": partial(save, doc),
			"hapus": partial(remove, doc),
			"ulangi": partial(repeat, doc, rencana),
			"kirim": partial(send, tanggal),
		}
	)
	fill(context, rencana, portal_harian.get_catatan(rencana, tanggal) if context.galat else doc)


def read_tanggal():
	"""The day asked for, or that of the document which a notice is about."""
	if nama := frappe.form_dict.get("name"):
		return getdate(get_dokumen("Catatan Harian", nama).tanggal)
	return portal_pekan.read_tanggal(frappe.form_dict.get("tanggal"))


def require_dipakai(rencana) -> None:
	if rencana and not portal_pekan.is_dipakai(rencana.periode):
		raise HalamanTertutup(
			_("Catatan harian tidak dipakai"),
			_("Instansi Anda tidak memakai catatan harian pada periode ini."),
			404,
		)


def save(doc) -> str:
	form = frappe.form_dict
	portal_harian.save_isian(doc, portal_harian.read_isian(form), form, get_unggahan())
	return get_alamat("harian", tanggal=doc.tanggal, pesan="catatan_harian")


def remove(doc) -> str:
	portal_harian.remove_baris(doc, get_aksi()[1], frappe.form_dict)
	return get_alamat("harian", tanggal=doc.tanggal, pesan="catatan_harian_dihapus")


def repeat(doc, rencana) -> str:
	nama = get_aksi()[1]
	portal_harian.repeat(doc, rencana, getdate(doc.tanggal), frappe.form_dict, nama or None)
	return get_alamat("harian", tanggal=doc.tanggal, pesan="catatan_harian")


def send(tanggal) -> str:
	pekan = get_pekan(tanggal)
	submit(pekan[0], pekan[-1])
	return get_alamat("harian", tanggal=tanggal, pesan="catatan_harian_dikirim")


def fill(context, rencana, doc) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else None
	tanggal = context.tanggal
	context.doc, context.form = doc, form or {}
	context.baris = [portal_pekan.show_baris(row) for row in doc.get("baris") or [] if row.name]
	context.modified = (form or {}).get("modified", str(doc.modified or ""))
	context.diminta = portal_pekan.is_diminta(rencana.periode)
	context.pekan = portal_harian.build_pekan_saya(rencana, tanggal, context.diminta)
	context.hari = context.pekan[tanggal.weekday()]
	context.draf = [
		hari
		for hari in context.pekan
		if hari.dokumen and hari.dokumen.banyak and hari.dokumen.status == StatusCatatan.DRAF
	]
	context.belum = [hari for hari in context.pekan if hari.belum]
	context.pekan_lalu, context.pekan_depan = get_tetangga(tanggal)
	context.dapat_diisi = portal_harian.may_tulis(rencana, tanggal)
	if context.dapat_diisi:
		fill_formulir(context, rencana, doc, form)


def get_tetangga(tanggal) -> tuple:
	"""The Monday before this week, and the one after it unless that is still to come."""
	pekan = get_pekan(tanggal)
	lalu = frappe.utils.add_days(pekan[0], -7)
	depan = frappe.utils.add_days(pekan[0], 7)
	return lalu, depan if getdate(depan) <= get_today() else None


def fill_formulir(context, rencana, doc, form) -> None:
	isian = portal_harian.read_isian(form) if form and get_aksi()[0] == "simpan" else None
	context.ulangan = portal_harian.get_ulangan(doc, rencana, context.tanggal)
	context.isian = isian or portal_harian.read_baris(doc, frappe.form_dict.get("ubah"), context.ulangan)
	context.pilihan = portal_harian.build_pilihan(rencana)
	context.saran = portal_harian.get_saran(context.tanggal)
	context.batas = get_batas_berkas(rencana.periode)
