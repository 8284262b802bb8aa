"""Penilaian Diri: the employee says himself how he sees his results and behaviour, before he is evaluated."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusPenilaianDiri
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.penilaian import kesiapan as portal_kesiapan
from kinerja_asn.portal.penilaian import penilaian_diri as portal_diri
from kinerja_asn.portal.perencanaan import skp as portal_skp


@portal_page(PEGAWAI)
def get_context(context):
	tanya = frappe.form_dict
	skp = get_dokumen("SKP", tanya.get("skp"))
	portal_skp.require_milik_sendiri(skp)
	jenis, masa = portal_kesiapan.read_masa(skp, tanya.get("jenis"), frappe.utils.cint(tanya.get("masa")))
	doc = portal_diri.open_dokumen(skp, jenis, tanya.get("masa"))
	alamat = partial(get_alamat, "penilaian_diri", skp=skp.name, jenis=doc.jenis, masa=doc.masa_ke)
	context.galat = run_aksi(
		{
			"simpan": lambda: save(doc, alamat(pesan="penilaian_diri"), disampaikan=False),
			"sampaikan": lambda: save(doc, alamat(pesan="penilaian_diri_disampaikan"), disampaikan=True),
		}
	)
	if context.galat:
		doc = portal_diri.open_dokumen(skp, jenis, tanya.get("masa"))
	fill(context, skp, doc, masa)


def save(doc, tujuan: str, *, disampaikan: bool) -> str:
	portal_diri.save(doc, frappe.form_dict, disampaikan)
	return tujuan


def fill(context, skp, doc, masa) -> None:
	form = frappe.form_dict if context.galat else None
	context.title = _("Penilaian diri {0}").format(masa.label)
	context.skp, context.doc, context.masa = skp, doc, masa
	context.modified = (form or {}).get("modified") or str(doc.modified) if doc.name else ""
	context.dapat_diisi = doc.status != StatusPenilaianDiri.DISAMPAIKAN
	context.pilihan_rating = portal_diri.RATING
	context.isian = portal_diri.build_isian(doc, form)
	if context.dapat_diisi:
		context.baris, context.rujukan = portal_diri.build_baris(doc, form), portal_diri.get_rujukan(doc)
