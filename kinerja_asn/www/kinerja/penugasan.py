"""Penugasan: volunteer for an assignment, assign to somebody else's employee, decide, speak about the result."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusPenugasan
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.antrean import get_alamat_sesudah
from kinerja_asn.portal.dasar.halaman import (
	HalamanTertutup,
	get_alamat,
	get_dokumen,
	portal_page,
	run_aksi,
)
from kinerja_asn.portal.pelaksanaan.umpan_balik.pemberian import give_umpan_balik_penugasan
from kinerja_asn.portal.perencanaan import penugasan as portal_penugasan
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.perencanaan.penugasan import penugasan as layanan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Penugasan")
	if form.get("name"):
		return fill_rincian(context, form.get("name"))
	if form.get("form") in portal_penugasan.BENTUK:
		return fill_formulir(context, form)
	context.daftar = portal_penugasan.get_daftar()
	context.boleh_menunjuk = layanan.may_menunjuk()


# --- one assignment


def fill_rincian(context, name: str) -> None:
	doc = get_dokumen("Penugasan Kinerja", name)
	context.galat = run_aksi(
		{
			"setujui": partial(decide, doc, StatusPenugasan.DISETUJUI),
			"tolak": partial(decide, doc, StatusPenugasan.DITOLAK),
			"tarik": partial(withdraw, doc),
			"umpan_balik": partial(give_umpan_balik, doc),
		}
	)
	context.doc = get_dokumen("Penugasan Kinerja", name) if context.galat else doc
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.modified = context.form.get("modified") or str(doc.modified)
	context.rincian = portal_penugasan.build_rincian(context.doc)


def decide(doc, status: StatusPenugasan) -> str:
	if doc.status == StatusPenugasan.MENUNGGU:
		check_belum_berubah(doc, frappe.form_dict.get("modified") or "")
	layanan.decide(doc, str(status), frappe.form_dict.get("alasan"))
	return get_alamat_sesudah("penugasan", "penugasan_diputuskan")


def withdraw(doc) -> str:
	layanan.withdraw(doc)
	return get_alamat("penugasan", pesan="penugasan_ditarik")


def give_umpan_balik(doc) -> str:
	give_umpan_balik_penugasan(doc, frappe.form_dict)
	return get_alamat("penugasan", name=doc.name, pesan="umpan_balik")


# --- the forms


def require_boleh(bentuk: str) -> None:
	if bentuk == "tugaskan" and not layanan.may_menunjuk():
		raise HalamanTertutup(
			_("Penunjukan diberikan oleh Pimpinan"),
			_("Sampaikan usulan Anda kepada Pimpinan Anda, atau ajukan diri lewat Penugasan."),
			403,
		)


def fill_formulir(context, form) -> None:
	context.bentuk = form.get("form")
	require_boleh(context.bentuk)
	context.calon = portal_penugasan.choose_calon(form.get("pegawai"), form.get("nomor"))
	context.isian = portal_penugasan.read_isian(form)
	context.galat = run_aksi({"kirim": partial(send, context)})
	context.cari = (form.get("cari") or "").strip()[:100]
	context.hasil_cari = portal_penugasan.find_calon(context.cari, context.bentuk) if context.cari else []
	context.salah_nip = layanan.find_salah_nip(context.cari)
	for calon in context.hasil_cari:
		calon.alamat = get_alamat("penugasan", form=context.bentuk, **calon.tanya)
	context.luar = context.bentuk == "ajukan" and bool(form.get("luar_instansi"))
	context.f = frappe._dict(pilihan=portal_penugasan.build_pilihan())


def send(context) -> str:
	bentuk = portal_penugasan.BENTUK[context.bentuk]
	nama = portal_penugasan.make_penugasan(bentuk, context.calon, context.isian)
	return get_alamat("penugasan", name=nama, pesan="penugasan")
