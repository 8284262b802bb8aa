"""Hasil Evaluasi: the rated employee reads his evaluation and states that he received it."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_evaluasi
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.penilaian import bahan as portal_bahan
from kinerja_asn.portal.penilaian import evaluasi as portal_evaluasi
from kinerja_asn.portal.perencanaan import skp as portal_skp
from kinerja_asn.services.bersama.langkah import advance, get_tombol


@portal_page(PEGAWAI)
def get_context(context):
	doc = get_dokumen("Evaluasi Kinerja", frappe.form_dict.get("name"))
	portal_skp.require_milik_sendiri(doc)
	context.galat = run_aksi({"terima": lambda: receive(doc)})
	context.title = _("Hasil Evaluasi {0}").format(doc.masa)
	context.doc, context.modified = doc, str(doc.modified)
	context.hasil = portal_evaluasi.build_hasil(doc)
	context.kuadran = portal_evaluasi.build_kuadran(doc.rating_hasil_kerja, doc.rating_perilaku)
	context.teks_pp30 = portal_evaluasi.describe_pp30(doc)
	context.tombol = get_tombol(doc, Tahap.DITUTUP)
	context.cetak = get_cetakan_evaluasi(doc.name, frappe.db.get_value("SKP", doc.skp, "formulir"))
	context.lokal = portal_bahan.is_lokal(doc)
	context.penilaian_diri = portal_bahan.find_penilaian_diri(doc)
	context.kehadiran = portal_evaluasi.find_kehadiran(doc)


def receive(doc) -> str:
	advance(doc, Tahap.DITUTUP, frappe.form_dict.get("modified") or "")
	return get_alamat("evaluasi", name=doc.name, pesan="diterima")
