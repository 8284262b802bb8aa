"""Realisasi of one reporting period: figures, evidence, submit; read-only once submitted."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_realisasi
from kinerja_asn.portal.dasar.halaman import get_aksi, get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.pelaksanaan import bukti as portal_bukti
from kinerja_asn.portal.pelaksanaan import isian_realisasi as portal_isian
from kinerja_asn.portal.pelaksanaan import realisasi as portal_realisasi
from kinerja_asn.portal.perencanaan import skp as portal_skp
from kinerja_asn.services.bersama.langkah import advance, describe_penunggu, get_tombol
from kinerja_asn.services.bersama.waktu import format_batas
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import describe as describe_ambil_alih
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import drop_diambil_alih, get_ambil_alih
from kinerja_asn.services.pelaksanaan.pelaporan.susulan import find_tertutup
from kinerja_asn.services.perencanaan.skp.versi import get_rencana


@portal_page(PEGAWAI)
def get_context(context):
	skp = get_dokumen("SKP", frappe.form_dict.get("skp"))
	portal_skp.require_milik_sendiri(skp)
	masa = portal_realisasi.get_masa(skp, frappe.form_dict.get("masa"))
	skp = get_rencana(skp, masa.akhir)
	context.diambil_alih = [
		describe_ambil_alih(row) for row in drop_diambil_alih(skp, masa.awal, get_ambil_alih(skp.name))
	]
	context.title = _("Realisasi {0}").format(masa.label)
	doc = portal_realisasi.get_realisasi(skp, masa)
	context.galat = run_aksi(
		{
			"simpan": partial(save, doc, skp),
			"ajukan": partial(submit, doc, skp),
			"tarik": partial(withdraw, doc),
			"tambah_tautan": lambda: None,
			"ambil_lalu": partial(portal_isian.take_masa_lalu, skp, masa, frappe.form_dict),
			"samakan_keterangan": partial(portal_isian.spread_keterangan, skp, frappe.form_dict),
			"pakai": partial(take_usulan, skp, masa),
		}
	)
	fill(context, skp, masa, portal_realisasi.get_realisasi(skp, masa) if context.galat else doc)


def save(doc, skp) -> str:
	portal_realisasi.save_isian(doc, skp, frappe.form_dict, portal_realisasi.get_unggahan())
	return get_alamat("realisasi", skp=skp.name, masa=doc.masa_ke, pesan="disimpan")


def submit(doc, skp) -> str:
	portal_realisasi.submit_isian(doc, skp, frappe.form_dict, portal_realisasi.get_unggahan())
	return get_alamat("", skp=skp.name, pesan="diajukan")


def take_usulan(skp, masa) -> None:
	portal_realisasi.take_usulan(skp, masa, frappe.form_dict, get_aksi()[1])


def withdraw(doc) -> str:
	advance(doc, Tahap.DRAF, frappe.form_dict.get("modified") or "")
	return get_alamat("realisasi", skp=doc.skp, masa=doc.masa_ke, pesan="ditarik")


def fill(context, skp, masa, doc) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else None
	context.skp, context.doc, context.masa = skp, doc, masa
	context.tenggat = format_batas(portal_realisasi.get_tenggat(skp, masa))
	context.lewat_susulan = masa in find_tertutup(skp)
	context.dapat_diisi = portal_realisasi.may_isi(doc, skp)
	context.kelas_tahap = "netral" if doc.is_new() else KELAS_TAHAP[Tahap(doc.tahap)]
	context.modified = (form or {}).get("modified", str(doc.modified or ""))
	context.tombol = get_tombol(doc, Tahap.DIAJUKAN, Tahap.DRAF)
	context.penunggu = describe_penunggu(doc) if doc.get("tahap") == Tahap.DIAJUKAN else ""
	context.cetak = [] if doc.is_new() else get_cetakan_realisasi(doc.name)
	context.berkas_hilang = bool(form and portal_realisasi.get_unggahan())
	portal_bukti.warn_pemilik(doc)
	context.tertinggal = portal_realisasi.find_tertinggal(skp, doc, masa)
	if context.dapat_diisi:
		fill_formulir(context, form)
	else:
		diambil = get_ambil_alih(skp.name)
		context.progres = portal_realisasi.build_progres_masa(skp, doc, masa, diambil)


def fill_formulir(context, form) -> None:
	skp, doc = context.skp, context.doc
	context.baris = portal_realisasi.build_baris(skp, doc, context.masa, form)
	context.kendala = (form if form is not None else doc).get("kendala") or ""
	context.tindak_lanjut = (form if form is not None else doc).get("tindak_lanjut") or ""
	context.tautan = portal_realisasi.read_tautan(form or {})
	context.batas = portal_realisasi.get_batas_berkas(skp.periode)
	context.form_lama = form or {}
