"""Asking for feedback about oneself, or about one of one's people from several sides (360)."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisPermintaan
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.umpan_balik import minta
from kinerja_asn.services.pelaksanaan.umpan_balik import permintaan as layanan


@portal_page(PEGAWAI, PENILAI, PENGELOLA)
def get_context(context):
	form = frappe.form_dict
	skp = get_dokumen("SKP", form.get("skp"))
	jenis = minta.read_jenis(form)
	minta.require_boleh(skp, jenis)
	isian = minta.read_isian(skp, form, jenis, frappe.request.method == "POST")
	context.galat = run_aksi(
		{
			"kirim": partial(send, skp, jenis, isian),
			"usulkan": partial(propose, skp),
			"cari": lambda: None,
		}
	)
	fill(context, skp, jenis, isian)


def send(skp, jenis: JenisPermintaan, isian) -> str:
	return get_alamat("umpan_balik/hasil", name=minta.send(skp, jenis, isian), pesan="permintaan")


def propose(skp) -> str:
	nama = layanan.propose(skp, str(frappe.form_dict.get("usulan") or ""))
	return get_alamat("umpan_balik/hasil", name=nama, pesan="usulan")


def fill(context, skp, jenis: JenisPermintaan, isian) -> None:
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.skp, context.isian, context.jenis = skp, isian, str(jenis)
	context.penuh = jenis == JenisPermintaan.TIGA_ENAM_PULUH
	context.title = (
		_("Umpan balik 360 {0}").format(skp.nama_pegawai) if context.penuh else _("Minta umpan balik")
	)
	context.milik_sendiri = skp.pegawai_user == frappe.session.user
	context.boleh_penuh = layanan.may_pilih(skp)
	context.calon = minta.build_calon(skp, isian, jenis)
	context.pilihan_tentang = minta.build_pilihan_tentang(skp)
	context.usulan = layanan.find_usulan(skp.name)
