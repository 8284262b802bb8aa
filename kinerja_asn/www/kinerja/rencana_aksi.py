"""Rencana Aksi of one SKP: the employee writes and submits the steps, the Penilai agrees or asks for them (p. 67)."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusRencanaAksi
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.antrean import get_alamat_langkah
from kinerja_asn.portal.dasar.cetak import get_tautan_rencana_aksi
from kinerja_asn.portal.dasar.halaman import get_aksi, get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan import rencana_aksi as portal_rencana_aksi
from kinerja_asn.services.pelaksanaan import rencana_aksi as layanan
from kinerja_asn.services.pelaksanaan.lintasan import describe_usulan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	skp = get_dokumen("SKP", frappe.form_dict.get("name"))
	doc = portal_rencana_aksi.get_rencana_aksi(skp)
	isian = read_isian(skp, doc)
	context.galat = run_aksi(
		{
			"simpan": partial(save, skp, doc, isian),
			"ajukan": partial(submit, skp, doc, isian),
			"tambah": lambda: None,
			"sepakati": partial(agree, doc),
			"minta": partial(ask, skp),
		}
	)
	fill(context, skp, portal_rencana_aksi.get_rencana_aksi(skp) if context.galat else doc, isian)


def read_isian(skp, doc) -> list[frappe._dict]:
	if frappe.request.method != "POST":
		return portal_rencana_aksi.read_dokumen(skp, doc)
	aksi, rincian = get_aksi()
	return portal_rencana_aksi.read_isian(skp, doc, frappe.form_dict, rincian if aksi == "tambah" else "")


def save(skp, doc, isian) -> str:
	portal_rencana_aksi.save_isian(skp, doc, isian, frappe.form_dict.get("modified") or "")
	return get_alamat("rencana_aksi", name=skp.name, pesan="rencana_aksi")


def submit(skp, doc, isian) -> str:
	diajukan = portal_rencana_aksi.submit_isian(skp, doc, isian, frappe.form_dict.get("modified") or "")
	return get_alamat("rencana_aksi", name=skp.name, pesan="rencana_aksi_diajukan" if diajukan else "tetap")


def agree(doc) -> str:
	return get_alamat_langkah("rencana_aksi", layanan.agree(doc, frappe.form_dict.get("modified") or ""))


def ask(skp) -> str:
	layanan.ask(skp, frappe.form_dict.get("permintaan"))
	return get_alamat("rencana_aksi", name=skp.name, pesan="rencana_aksi_diminta")


def fill(context, skp, doc, isian) -> None:
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.title = _("Rencana aksi {0}").format(skp.nama_pegawai)
	context.skp, context.doc = skp, doc
	context.milik_sendiri = skp.pegawai_user == frappe.session.user
	context.modified = context.form.get("modified") or portal_rencana_aksi.get_versi(doc)
	context.kelas_status = portal_rencana_aksi.KELAS_STATUS[StatusRencanaAksi(doc.status)]
	context.kesepakatan = portal_rencana_aksi.describe_kesepakatan(doc)
	context.cetak = None if doc.is_new() else get_tautan_rencana_aksi(doc.name)
	context.dapat_diisi = portal_rencana_aksi.may_tulis(skp)
	if context.dapat_diisi:
		context.isian, context.bulan = isian, portal_rencana_aksi.get_pilihan_bulan(skp)
		context.pilihan_target = portal_rencana_aksi.get_pilihan_target(skp)
		context.boleh_ajukan = portal_rencana_aksi.may_ajukan(doc)
	else:
		context.hasil_kerja = portal_rencana_aksi.build_tampilan(skp, doc)
		context.boleh_sepakat = portal_rencana_aksi.may_sepakat(doc)
		context.usulan = describe_usulan(doc) if context.boleh_sepakat else []
		context.boleh_minta = portal_rencana_aksi.may_minta(skp)
