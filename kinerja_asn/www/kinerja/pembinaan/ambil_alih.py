"""A Penilai takes a hasil kerja over with a note, or gives it back with a further one (Pasal 20 ayat (6)-(8))."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import StatusAmbilAlih
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import (
	HalamanTertutup,
	get_alamat,
	get_dokumen,
	portal_page,
	run_aksi,
)
from kinerja_asn.portal.dasar.pimpinan import is_penilai
from kinerja_asn.portal.pelaksanaan.pembinaan import daftar as portal_daftar
from kinerja_asn.services.pelaksanaan.ambil_alih import ambil_alih as layanan
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	context.title = _("Ambil alih hasil kerja")
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	nama = frappe.form_dict.get("name")
	if not nama:
		return fill_baru(context, get_dokumen("SKP", frappe.form_dict.get("skp")))
	doc = get_dokumen(layanan.DOCTYPE, nama)
	context.galat = run_aksi({"cabut": partial(withdraw, doc)})
	fill(context, get_dokumen(layanan.DOCTYPE, nama) if context.galat else doc)


def fill_baru(context, skp) -> None:
	hasil = next(
		(row for row in get_hasil_kerja(skp.name) if row.kunci == frappe.form_dict.get("hasil")), None
	)
	if not (hasil and portal_daftar.may_mulai(skp)):
		raise HalamanTertutup(
			_("Hasil kerja tidak dapat diambil alih"),
			_(
				"Pejabat Penilai mengambil alih hasil kerja dari SKP yang berlaku. Pilih dari halaman pembinaannya."
			),
			403,
		)
	context.galat = run_aksi({"ambil": partial(take_over, skp, hasil.kunci)})
	context.skp, context.hasil = skp, hasil
	context.penghalang = layanan.find_penghalang(skp, hasil.kunci)
	context.dasar = layanan.find_dasar(skp.name)


def take_over(skp, kunci: str) -> str:
	doc = layanan.take_over(skp, kunci, frappe.form_dict.get("catatan") or "")
	return get_alamat("pembinaan/ambil_alih", name=doc.name, pesan="ambil_alih")


def withdraw(doc) -> str:
	form = frappe.form_dict
	dicabut = layanan.withdraw(doc, form.get("catatan_pencabutan") or "", form.get("modified") or "")
	return get_alamat(
		"pembinaan/ambil_alih", name=doc.name, pesan="ambil_alih_dicabut" if dicabut else "tetap"
	)


def fill(context, doc) -> None:
	context.doc, context.kelas = doc, portal_daftar.KELAS[StatusAmbilAlih(doc.status)]
	context.modified = context.form.get("modified") or str(doc.modified)
	context.milik_sendiri = doc.pegawai_user == frappe.session.user
	context.boleh_cabut = doc.status == StatusAmbilAlih.BERLAKU and is_penilai(doc)
