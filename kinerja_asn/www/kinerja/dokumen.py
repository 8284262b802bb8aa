"""Dokumen Evaluasi Kinerja: received, signed, reported; its parties see where its clock stands."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_dokumen
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.penilaian import dokumen as portal_dokumen
from kinerja_asn.services.bersama.langkah import advance
from kinerja_asn.services.penilaian.dokumen import langkah as layanan
from kinerja_asn.services.penilaian.dokumen.final import describe_final
from kinerja_asn.services.penilaian.dokumen.isi import read_isi


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Dokumen evaluasi kinerja")
	context.form = form if frappe.request.method == "POST" else {}
	if not (form.get("name") or form.get("evaluasi")):
		return fill_daftar(context)
	nama = form.get("name") or find_nama(form.get("evaluasi"))
	doc = get_dokumen(portal_dokumen.DOCTYPE, nama)
	context.galat = run_aksi(
		{
			"terima": partial(receive, doc),
			"tanda_tangan": partial(sign, doc),
			"tidak_bersedia": partial(decline, doc),
			"lapor": partial(report, doc),
		}
	)
	fill(context, get_dokumen(portal_dokumen.DOCTYPE, nama) if context.galat else doc)


def find_nama(evaluasi: str) -> str | None:
	"""The one that holds now."""
	saring = {"evaluasi": str(evaluasi)}
	nama = frappe.get_list(
		portal_dokumen.DOCTYPE, filters=saring, pluck="name", order_by="versi desc", limit_page_length=1
	)
	return nama[0] if nama else None


def receive(doc) -> str:
	"""The first by the evaluation's own step, a further one by itself."""
	evaluasi = frappe.get_doc("Evaluasi Kinerja", doc.evaluasi)
	if evaluasi.tahap == Tahap.DISERAHKAN:
		advance(evaluasi, Tahap.DITUTUP)
	layanan.receive(doc.name)
	return get_alamat("dokumen", name=doc.name, pesan="dokumen_diterima")


def sign(doc) -> str:
	return go(doc, layanan.sign(doc.name), "dokumen_ditandatangani")


def decline(doc) -> str:
	return go(doc, layanan.decline(doc.name, frappe.form_dict.get("alasan")), "dokumen_tidak_bersedia")


def report(doc) -> str:
	return go(doc, layanan.report(doc.name), "dokumen_dilaporkan")


def go(doc, dilakukan: bool, pesan: str) -> str:
	return get_alamat("dokumen", name=doc.name, pesan=pesan if dilakukan else "tetap")


def fill(context, doc) -> None:
	context.doc, context.isi = doc, read_isi(doc)
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.jam, context.tindakan = portal_dokumen.build_jam(doc), portal_dokumen.get_tindakan(doc)
	context.keberatan = portal_dokumen.get_keberatan(doc)
	context.final = describe_final(doc.alasan_final) if doc.alasan_final else None
	context.pengganti = get_alamat("dokumen", name=doc.digantikan) if doc.digantikan else None
	context.cetak = get_cetakan_dokumen(doc)


def fill_daftar(context) -> None:
	context.daftar = portal_dokumen.list_dokumen()
	context.siap = [row for row in context.daftar if row.dapat_lapor]
	context.galat = run_aksi({"lapor_semua": partial(report_semua, context.siap)})


def report_semua(rows: list) -> str:
	if gagal := portal_dokumen.report_banyak(rows):
		frappe.throw(gagal, as_list=True)
	return get_alamat("dokumen", pesan="dokumen_dilaporkan" if rows else "tetap")
