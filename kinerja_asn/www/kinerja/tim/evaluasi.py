"""A Penilai evaluates: ratings with reasons, the quadrant, setting and handing over; his superior reads it."""

from functools import partial

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.constants.istilah import DasarPenilai, JenisEvaluasi, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.portal.antrean import get_alamat_langkah
from kinerja_asn.portal.dasar.cetak import get_cetakan_evaluasi
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, redirect, run_aksi
from kinerja_asn.portal.dasar.pimpinan import require_pimpinan
from kinerja_asn.portal.dasar.progres import KELAS_TAHAP
from kinerja_asn.portal.penilaian import bahan as portal_bahan
from kinerja_asn.portal.penilaian import evaluasi as portal_evaluasi
from kinerja_asn.portal.penilaian import kesiapan as portal_kesiapan
from kinerja_asn.portal.penilaian import urutan as portal_urutan
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.langkah import advance, get_tombol
from kinerja_asn.services.penilaian.kesiapan import find_kekurangan
from kinerja_asn.services.penilaian.permintaan import ask_kinerja_unit, remind_laporan


@portal_page(PENILAI)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Evaluasi Kinerja")
	if not form.get("name"):
		return fill_baru(context, form)
	doc = get_evaluasi()
	context.galat = run_aksi(
		{
			"simpan": partial(save, doc),
			"simpan_berikut": partial(save_and_go_on, doc),
			"usulan": partial(take_usulan, doc),
			"tetapkan": partial(set_hasil, doc),
			"perbaiki": partial(reopen, doc),
			"serahkan": partial(hand_over, doc),
			"minta_unit": partial(ask_unit, doc, JenisEvaluasi(doc.jenis), doc.get_masa(), name=doc.name),
			"ingatkan": partial(remind, doc.skp, name=doc.name),
		}
	)
	fill(context, get_evaluasi() if context.galat else doc)


def get_evaluasi():
	doc = get_dokumen("Evaluasi Kinerja", frappe.form_dict.get("name"))
	require_pimpinan(doc)
	return doc


def fill_baru(context, form) -> None:
	"""No evaluation yet for this SKP and period: offer to make it."""
	context.skp = get_dokumen("SKP", form.get("skp"))
	require_pimpinan(context.skp)
	if ada := portal_evaluasi.find_evaluasi(context.skp.name, form.get("jenis"), form.get("masa")):
		redirect(get_alamat("tim/evaluasi", name=ada), 302)
	skp = context.skp
	jenis, masa = portal_kesiapan.read_masa(skp, form.get("jenis"), cint(form.get("masa")))
	context.boleh_buat, context.uraian_penilai = portal_bahan.may_buat(skp, jenis, masa)
	tanya = {"skp": skp.name, "jenis": form.get("jenis"), "masa": form.get("masa")}
	context.galat = run_aksi(
		{
			"buat": partial(make, skp, form),
			"minta_unit": partial(ask_unit, skp, jenis, masa, **tanya),
			"ingatkan": partial(remind, skp.name, **tanya),
		}
	)
	context.masa = masa
	context.kesiapan = portal_kesiapan.build_kesiapan(find_kekurangan(skp, jenis, masa), context.boleh_buat)


def ask_unit(doc, jenis: JenisEvaluasi, masa: Masa, /, **tanya) -> str:
	"""``doc``: the evaluation, or the SKP of one that is yet to be made. ``tanya``: the page it is asked from."""
	require_penilai(doc)
	ask_kinerja_unit(doc, jenis, masa)
	return get_alamat("tim/evaluasi", **tanya, pesan="unit_diminta")


def remind(skp: str, /, **tanya) -> str:
	doc = get_dokumen("SKP", skp)
	require_penilai(doc)
	remind_laporan(doc)
	return get_alamat("tim/evaluasi", **tanya, pesan="diingatkan")


def require_penilai(doc) -> None:
	check_bertugas()
	if frappe.session.user not in (doc.penilai_user, doc.get("penetap_user")):
		frappe.throw(_("Hanya Pejabat Penilai pegawai ini yang dapat memintanya."), frappe.PermissionError)


def make(skp, form) -> str:
	nama = portal_evaluasi.make_evaluasi(skp.name, form.get("jenis"), form.get("masa"))
	return get_alamat("tim/evaluasi", name=nama)


def save(doc) -> str:
	portal_evaluasi.save_isian(doc, frappe.form_dict)
	return get_alamat("tim/evaluasi", name=doc.name, pesan="evaluasi")


def save_and_go_on(doc) -> str:
	portal_evaluasi.save_isian(doc, frappe.form_dict)
	berikut = portal_urutan.find_berikut(doc.name)
	return get_alamat("tim/evaluasi", name=berikut.name if berikut else doc.name, pesan="evaluasi_berikut")


def take_usulan(doc) -> None:
	"""The page shown again with the proposed words in its empty fields."""
	portal_bahan.take_usulan(doc, frappe.form_dict)


def set_hasil(doc) -> str:
	ditetapkan = portal_evaluasi.set_evaluasi(doc, frappe.form_dict)
	return get_alamat(
		"tim/evaluasi", name=doc.name, pesan="evaluasi_ditetapkan" if ditetapkan else "usulan_berubah"
	)


def reopen(doc) -> str:
	advance(doc, Tahap.DRAF, frappe.form_dict.get("modified") or "")
	return get_alamat("tim/evaluasi", name=doc.name, pesan="evaluasi_diperbaiki")


def hand_over(doc) -> str:
	return get_alamat_langkah(
		"evaluasi", advance(doc, Tahap.DISERAHKAN, frappe.form_dict.get("modified") or "")
	)


def fill(context, doc) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else None
	context.title = _("Evaluasi {0} {1}").format(doc.nama_pegawai, doc.masa)
	context.doc, context.kelas_tahap = doc, KELAS_TAHAP[Tahap(doc.tahap)]
	context.modified = (form or {}).get("modified") or str(doc.modified)
	context.dapat_diisi = portal_evaluasi.may_nilai(doc)
	context.tombol = get_tombol(doc, Tahap.DITETAPKAN, Tahap.DRAF, Tahap.DISERAHKAN)
	context.hasil = portal_evaluasi.build_hasil(doc, form)
	context.isian = portal_evaluasi.build_isian(doc, form)
	context.pilihan_rating = portal_evaluasi.RATING
	context.panduan_hasil = portal_evaluasi.get_panduan_hasil()
	context.panduan_perilaku = portal_evaluasi.get_panduan_perilaku()
	context.kuadran = portal_evaluasi.build_kuadran(
		context.isian.rating_hasil_kerja, context.isian.rating_perilaku
	)
	context.pp30, context.teks_pp30 = portal_evaluasi.is_pp30(doc), portal_evaluasi.describe_pp30(doc)
	context.cetak = get_cetakan_evaluasi(doc.name, frappe.db.get_value("SKP", doc.skp, "formulir"))
	context.kehadiran = portal_evaluasi.find_kehadiran(doc)
	context.kesiapan = portal_kesiapan.build_kesiapan(
		doc.find_kekurangan(), portal_bahan.is_pengevaluasi(doc)
	)
	fill_bahan(context, doc)


def fill_bahan(context, doc) -> None:
	context.waktu, context.lokal = portal_bahan.describe_waktu(doc), portal_bahan.is_lokal(doc)
	context.sebelumnya = portal_bahan.build_sebelumnya(doc)
	context.penilaian_diri = portal_bahan.find_penilaian_diri(doc)
	context.berikut = portal_urutan.find_berikut(doc.name) if portal_bahan.is_pengevaluasi(doc) else None
	context.tugas_belajar = doc.dasar_penilai == DasarPenilai.TUGAS_BELAJAR or doc.studi_tidak_selesai
	if context.dapat_diisi:
		context.usulan_ulasan = portal_bahan.build_usulan(doc)
		context.rujukan = portal_bahan.build_rujukan(doc)
