"""Susun SKP: an employee drafts his plan, submits it, takes it back; at every other stage he reads it and talks about it."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.portal.dasar import dialog as portal_dialog
from kinerja_asn.portal.dasar.cetak import get_cetakan_skp
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.dasar.pimpinan import get_terbuka
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.pelaksanaan import rencana_aksi as portal_rencana_aksi
from kinerja_asn.portal.perencanaan import lampiran as portal_lampiran
from kinerja_asn.portal.perencanaan import skp as portal_skp
from kinerja_asn.portal.perencanaan.baris_skp import make_hasil, make_indikator
from kinerja_asn.portal.perencanaan.formulir_skp import build_formulir
from kinerja_asn.portal.perencanaan.persetujuan import describe_persetujuan
from kinerja_asn.services.bersama.langkah import advance, describe_penunggu, get_tombol
from kinerja_asn.services.situs.kiriman import TETAP


@portal_page(PEGAWAI)
def get_context(context):
	context.title = _("Sasaran Kinerja Pegawai")
	nama = frappe.form_dict.get("name")
	if not nama:
		return fill_mulai(context)
	skp = get_milik_sendiri(nama)
	isian = read_isian(skp)
	context.galat = run_aksi(
		{
			"simpan": partial(save, skp, isian),
			"ajukan": partial(submit, skp, isian),
			"tarik": partial(withdraw, skp),
			"catatan": partial(remark, skp),
			"terealisasi": partial(save_terealisasi, skp),
			**portal_skp.get_aksi_baris(skp, isian),
		}
	)
	fill_skp(context, get_milik_sendiri(nama) if context.galat else skp, isian)


def fill_mulai(context) -> None:
	context.galat = run_aksi({"mulai": start})
	context.periode_terbuka = portal_skp.get_periode_terbuka(portal_skp.get_daftar_skp())


def start() -> str:
	return get_alamat("skp", name=portal_skp.start_skp(frappe.form_dict.get("periode")))


def get_milik_sendiri(nama: str):
	skp = get_dokumen("SKP", nama)
	portal_skp.require_milik_sendiri(skp)
	return skp


def read_isian(skp) -> frappe._dict:
	"""What was typed, else what is stored, with an empty row where there is none yet."""
	if frappe.request.method == "POST":
		return portal_skp.read_isian(skp, frappe.form_dict)
	isian = portal_skp.read_dokumen(skp)
	isian.hasil_kerja = isian.hasil_kerja or [make_hasil()]
	for hasil in isian.hasil_kerja:
		hasil.indikator = hasil.indikator or [make_indikator()]
	return isian


def save(skp, isian) -> str:
	portal_skp.save_isian(skp, isian, frappe.form_dict.get("modified"))
	portal_dialog.add_ketikan(skp, frappe.form_dict)
	return get_alamat("skp", name=skp.name, pesan="disimpan")


def submit(skp, isian) -> str:
	if kosong := portal_skp.find_target_kosong(isian):
		frappe.throw(kosong, as_list=True)
	portal_skp.fill_isian(skp, isian, frappe.form_dict.get("modified"))
	advance(skp, Tahap.DIAJUKAN)
	portal_dialog.add_ketikan(skp, frappe.form_dict)
	return get_alamat("", skp=skp.name, pesan="diajukan")


def withdraw(skp) -> str:
	portal_dialog.add_ketikan(skp, frappe.form_dict)
	advance(skp, Tahap.DRAF, frappe.form_dict.get("modified") or "")
	return get_alamat("skp", name=skp.name, pesan="ditarik")


def remark(skp) -> str:
	"""While the plan is being drafted the page stays, with what was typed into the form."""
	portal_dialog.send_ketikan(skp, frappe.form_dict)
	return TETAP if portal_skp.may_susun(skp) else get_alamat("skp", name=skp.name, pesan="catatan")


def save_terealisasi(skp) -> str:
	portal_lampiran.save_terealisasi(skp, frappe.form_dict)
	portal_dialog.add_ketikan(skp, frappe.form_dict)
	return get_alamat("skp", name=skp.name, pesan="terealisasi")


def fill_skp(context, skp, isian) -> None:
	context.skp = skp
	context.modified = frappe.form_dict.get("modified") or str(skp.modified)
	context.kelas_tahap = KELAS_TAHAP[Tahap(skp.tahap)]
	context.dapat_diisi = portal_skp.may_susun(skp)
	context.tombol = get_tombol(skp, Tahap.DIAJUKAN, Tahap.DRAF)
	context.penunggu = describe_penunggu(skp) if skp.tahap == Tahap.DIAJUKAN else ""
	context.persetujuan = describe_persetujuan(skp)
	context.cetak = get_cetakan_skp(skp)
	context.rencana_aksi = portal_rencana_aksi.summarize(skp)
	ketikan = portal_dialog.drop_terkirim(frappe.form_dict, context.galat)
	if context.dapat_diisi:
		context.formulir = build_formulir(skp, isian, ketikan)
	else:
		context.hasil_kerja = portal_skp.build_tampilan(skp)
		context.dialog = portal_dialog.build_dialog(skp, ketikan)
		context.boleh_realisasi = portal_lampiran.TEREALISASI in get_terbuka(skp)
