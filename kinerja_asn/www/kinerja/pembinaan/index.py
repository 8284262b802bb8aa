"""Pembinaan of one plan, or all that concerns the reader; the Penilai begins a bimbingan here."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.pembinaan import bimbingan as portal_bimbingan
from kinerja_asn.portal.pelaksanaan.pembinaan import daftar as portal_daftar
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import get_ambil_alih
from kinerja_asn.services.pelaksanaan.pembinaan.bimbingan import begin


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	context.title = _("Pembinaan kinerja")
	nama = frappe.form_dict.get("skp")
	skp = get_dokumen("SKP", nama) if nama else None
	context.galat = run_aksi({"mulai": partial(start, skp)})
	context.skp, context.form = skp, frappe.form_dict if frappe.request.method == "POST" else {}
	context.milik_sendiri = not skp or skp.pegawai_user == frappe.session.user
	context.daftar = portal_daftar.get_daftar(skp)
	context.boleh_mulai = bool(skp) and portal_daftar.may_mulai(skp)
	context.diambil_alih = get_ambil_alih(skp.name) if context.boleh_mulai else {}


def start(skp) -> str:
	if not skp:
		frappe.throw(_("Buka SKP pegawainya dahulu, lalu mulai bimbingan dari sana."))
	doc = begin(skp, **portal_bimbingan.read_mulai(frappe.form_dict))
	return get_alamat("pembinaan/bimbingan", name=doc.name, pesan="bimbingan_dimulai")
