"""One counselling: its time and place, its record, and what is to follow, for those alone who have a part in it."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.pembinaan import rahasia as portal_rahasia
from kinerja_asn.services.pelaksanaan.pembinaan import konseling as layanan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	portal_rahasia.leave_no_copy(context)
	nama = frappe.form_dict.get("name")
	doc = get_dokumen(layanan.DOCTYPE, nama)
	context.galat = run_aksi(
		{
			"jadwal": partial(change, doc, portal_rahasia.read_jadwal),
			"ganti": partial(change, doc, portal_rahasia.read_penetapan),
			"selesai": partial(complete, doc),
			"tindak_lanjut": partial(decide, doc),
		}
	)
	fill(context, get_dokumen(layanan.DOCTYPE, nama) if context.galat else doc)


def change(doc, read) -> str:
	layanan.change(doc, read(frappe.form_dict), frappe.form_dict.get("modified") or "")
	return _back(doc, "konseling")


def complete(doc) -> str:
	form = frappe.form_dict
	dilakukan = layanan.complete(
		doc, form.get("hasil") or "", form.get("kesepakatan") or "", form.get("modified") or ""
	)
	return _back(doc, "rekaman_konseling" if dilakukan else "tetap")


def decide(doc) -> str:
	form = frappe.form_dict
	dilakukan = layanan.decide_tindak_lanjut(doc, form.get("tindak_lanjut") or "", form.get("modified") or "")
	return _back(doc, "tindak_lanjut" if dilakukan else "tetap")


def _back(doc, pesan: str) -> str:
	return get_alamat("pembinaan/konseling", name=doc.name, pesan=pesan)


def fill(context, doc) -> None:
	context.title = _("Konseling kinerja")
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.doc = doc
	context.modified = context.form.get("modified") or str(doc.modified)
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.peran = portal_rahasia.get_peran_konseling(doc)
	context.kedudukan = layanan.get_pilihan_kedudukan()
	context.rekaman = layanan.read_rekaman(doc)
	laporan = frappe.get_list("Laporan Masalah Perilaku", {"name": doc.laporan}, pluck="name")
	context.alamat_laporan = get_alamat("pembinaan/laporan", name=doc.laporan) if laporan else None
