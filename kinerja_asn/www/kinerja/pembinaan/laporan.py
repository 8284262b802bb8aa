"""Report of a behaviour problem (form B.1.10): by the Penilai; the official who receives it sets the counselling."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import StatusLaporanMasalah
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_laporan
from kinerja_asn.portal.dasar.halaman import (
	HalamanTertutup,
	get_alamat,
	get_dokumen,
	portal_page,
	run_aksi,
)
from kinerja_asn.portal.pelaksanaan.pembinaan import daftar as portal_daftar
from kinerja_asn.portal.pelaksanaan.pembinaan import rahasia as portal_rahasia
from kinerja_asn.services.pelaksanaan.pembinaan import konseling as layanan_konseling
from kinerja_asn.services.pelaksanaan.pembinaan import laporan_masalah as layanan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	portal_rahasia.leave_no_copy(context)
	context.title = _("Laporan permasalahan perilaku kerja")
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	if not frappe.form_dict.get("name"):
		return fill_baru(context, get_dokumen("SKP", frappe.form_dict.get("skp")))
	nama = frappe.form_dict.get("name")
	doc = get_dokumen(layanan.DOCTYPE, nama)
	context.galat = run_aksi(
		{
			"konseling": partial(arrange, doc),
			"tolak": partial(decline, doc),
			"alamatkan": partial(readdress, doc),
		}
	)
	fill(context, get_dokumen(layanan.DOCTYPE, nama) if context.galat else doc)


def fill_baru(context, skp) -> None:
	if not portal_daftar.may_mulai(skp):
		raise HalamanTertutup(
			_("Laporan tidak dapat dibuat"),
			_("Laporan dibuat Pejabat Penilai pegawai itu, selama SKP-nya berlaku dan periodenya dibuka."),
			403,
		)
	context.galat = run_aksi({"laporkan": partial(report, skp)})
	context.skp = skp
	context.nilai = frappe.get_all("Nilai Perilaku", pluck="name", order_by="urutan")
	context.umpan_balik = layanan.get_umpan_balik(skp.name)


def report(skp) -> str:
	isi, bukti = portal_rahasia.read_laporan(frappe.form_dict)
	doc = layanan.report(skp, isi, bukti)
	return get_alamat("pembinaan/laporan", name=doc.name, pesan="laporan_masalah")


def arrange(doc) -> str:
	konseling = layanan_konseling.arrange(doc.name, portal_rahasia.read_penetapan(frappe.form_dict))
	return get_alamat("pembinaan/konseling", name=konseling.name, pesan="konseling")


def decline(doc) -> str:
	form = frappe.form_dict
	dilakukan = layanan.decline(doc, form.get("alasan_keputusan") or "", form.get("modified") or "")
	return get_alamat(
		"pembinaan/laporan", name=doc.name, pesan="laporan_diputuskan" if dilakukan else "tetap"
	)


def readdress(doc) -> str:
	layanan.readdress(doc)
	return get_alamat("pembinaan/laporan", name=doc.name, pesan="laporan_masalah")


def fill(context, doc) -> None:
	context.doc, context.kelas = doc, portal_daftar.KELAS[StatusLaporanMasalah(doc.status)]
	context.modified = context.form.get("modified") or str(doc.modified)
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.boleh_putuskan = portal_rahasia.may_putuskan(doc)
	context.boleh_alamatkan = layanan.may_readdress(doc)
	context.kedudukan = layanan_konseling.get_pilihan_kedudukan()
	konseling = frappe.get_list(layanan_konseling.DOCTYPE, {"laporan": doc.name}, pluck="name")
	context.alamat_konseling = get_alamat("pembinaan/konseling", name=konseling[0]) if konseling else None
	context.cetak = get_cetakan_laporan(doc.name)
