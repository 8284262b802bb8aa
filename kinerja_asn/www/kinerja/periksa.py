"""What waits for a verifier whom HR put into a workflow, and one of these documents to read, pass on or return."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.portal import antrean as portal_antrean
from kinerja_asn.portal import pemeriksaan
from kinerja_asn.portal.dasar.cetak import get_cetakan_skp
from kinerja_asn.portal.dasar.halaman import get_alamat, portal_page, run_aksi
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.pelaksanaan import bukti as portal_bukti
from kinerja_asn.services.bersama.langkah import describe_penunggu


@portal_page(pemeriksa=True)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Pemeriksaan")
	if not form.get("name"):
		context.antrean = [row for row in portal_antrean.get_antrean() if not row.dapat_banyak]
		context.kelompok_antrean = portal_antrean.group_jenis(
			context.antrean, portal_antrean.TERBANYAK_DI_TIM
		)
		return
	doc = pemeriksaan.get_diperiksa(form.get("jenis"), form.get("name"))
	context.galat = run_aksi({"teruskan": partial(pass_on, doc), "kembalikan": partial(give_back, doc)})
	fill(context, pemeriksaan.get_diperiksa(doc.doctype, doc.name) if context.galat else doc)


def pass_on(doc) -> str:
	return get_alamat("periksa", pesan="diproses" if pemeriksaan.pass_on(doc, frappe.form_dict) else "tetap")


def give_back(doc) -> str:
	pemeriksaan.give_back(doc, frappe.form_dict)
	return get_alamat("periksa", pesan="dikembalikan")


def fill(context, doc) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.title = f"{pemeriksaan.describe(doc)} {doc.nama_pegawai}"
	context.doc, context.form, context.perihal = doc, form, pemeriksaan.describe(doc)
	context.modified = form.get("modified") or str(doc.modified)
	context.kelas_tahap = KELAS_TAHAP[doc.tahap]
	context.isi, context.lampiran = pemeriksaan.build_isi(doc), pemeriksaan.build_lampiran(doc)
	context.cetak = get_cetakan_skp(doc) if doc.doctype == "SKP" and doc.has_permission("print") else []
	context.maju, context.kembali = pemeriksaan.get_tombol_maju(doc), pemeriksaan.get_tombol_kembali(doc)
	if doc.doctype == "Realisasi Kinerja":
		portal_bukti.warn_pemeriksa(doc)
	context.penunggu = "" if context.maju else describe_penunggu(doc)
