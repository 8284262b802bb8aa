"""A Penilai reviews the SKP of one of his people; his superior reads it, and sets it once it has passed to him."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisHasilKerja, Sifat, Tahap
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.portal import saya as portal_saya
from kinerja_asn.portal.antrean import get_alamat_langkah, get_alamat_sesudah
from kinerja_asn.portal.dasar import dialog as portal_dialog
from kinerja_asn.portal.dasar import progres as portal_progres
from kinerja_asn.portal.dasar.cetak import get_cetakan_skp, get_cetakan_umpan_balik
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.dasar.pimpinan import get_terbuka, require_pimpinan
from kinerja_asn.portal.pelaksanaan import rencana_aksi as portal_rencana_aksi
from kinerja_asn.portal.pelaksanaan.umpan_balik import pemberian as portal_umpan_balik
from kinerja_asn.portal.perencanaan import review as portal_review
from kinerja_asn.portal.perencanaan import skp as portal_skp
from kinerja_asn.portal.perencanaan.formulir_skp import group_saran
from kinerja_asn.portal.perencanaan.lampiran import TEREALISASI
from kinerja_asn.portal.perencanaan.persetujuan import describe_persetujuan
from kinerja_asn.services.bersama.langkah import describe_penunggu_lain, get_tombol
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import find_sering, find_terlambat
from kinerja_asn.services.pelaksanaan.pelaporan.susulan import find_tertutup, may_open, open_susulan
from kinerja_asn.services.pelaksanaan.progres import get_riwayat
from kinerja_asn.services.pelaksanaan.umpan_balik.jadwal import find_banyak_berkala
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import may_minta
from kinerja_asn.services.perencanaan.skp.saran import find_saran
from kinerja_asn.services.situs.kiriman import TETAP


@portal_page(PENILAI)
def get_context(context):
	nama = frappe.form_dict.get("name")
	skp = get_dokumen("SKP", nama)
	require_pimpinan(skp)
	context.galat = run_aksi(
		{
			"tetapkan": partial(approve, skp),
			"kembalikan": partial(give_back, skp),
			"ekspektasi": partial(state_ekspektasi, skp),
			"catatan": partial(remark, skp),
			"terealisasi": partial(save_terealisasi, skp),
			"umpan_balik": partial(give_umpan_balik, skp),
			"susulan": partial(open_laporan, skp),
		}
	)
	fill(context, get_dokumen("SKP", nama) if context.galat else skp)


def approve(skp) -> str:
	return get_alamat_langkah("skp", portal_review.approve_skp(skp, frappe.form_dict))


def give_back(skp) -> str:
	portal_review.return_rencana(skp, frappe.form_dict)
	return get_alamat_sesudah("skp", "dikembalikan")


def state_ekspektasi(skp) -> str:
	portal_review.save_keputusan(skp, frappe.form_dict)
	return get_alamat("tim/skp", name=skp.name, pesan="ekspektasi")


def remark(skp) -> str:
	"""The page stays, with what else was typed into the form."""
	portal_dialog.send_ketikan(skp, frappe.form_dict)
	return TETAP


def save_terealisasi(skp) -> str:
	portal_review.save_keputusan(skp, frappe.form_dict)
	return get_alamat("tim/skp", name=skp.name, pesan="terealisasi")


def give_umpan_balik(skp) -> str:
	portal_umpan_balik.give_umpan_balik(skp, frappe.form_dict)
	return get_alamat("tim/skp", name=skp.name, pesan="umpan_balik")


def open_laporan(skp) -> str:
	open_susulan(skp, frappe.form_dict.get("masa") or "", frappe.form_dict.get("alasan_susulan"))
	return get_alamat("tim/skp", name=skp.name, pesan="susulan")


def fill(context, skp) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.title = _("SKP {0}").format(skp.nama_pegawai)
	context.skp, context.form, context.unit = skp, form, get_nama_unit(skp.unit_kerja)
	context.modified = form.get("modified") or str(skp.modified)
	context.kelas_tahap = portal_progres.KELAS_TAHAP[Tahap(skp.tahap)]
	context.hasil_kerja = portal_skp.build_tampilan(skp)
	context.pilihan_jenis = [str(jenis) for jenis in JenisHasilKerja]
	context.tombol = get_tombol(skp, Tahap.DITETAPKAN, Tahap.DIKEMBALIKAN)
	context.terbuka = get_terbuka(skp)
	context.penunggu = describe_penunggu_lain(skp, context.tombol)
	context.persetujuan = describe_persetujuan(skp)
	context.dialog = portal_dialog.build_dialog(skp, portal_dialog.drop_terkirim(form, context.galat))
	context.saran = group_saran(skp, find_saran(skp)) if skp.tahap == Tahap.DIAJUKAN else {}
	context.boleh_realisasi = TEREALISASI in context.terbuka
	context.cetak = get_cetakan_skp(skp)
	context.rencana_aksi = portal_rencana_aksi.summarize(skp)
	context.boleh_minta = portal_rencana_aksi.may_minta(skp)
	berjalan = skp.tahap in DISEPAKATI
	riwayat = get_riwayat(skp) if berjalan else []
	context.indikator = portal_progres.build_indikator(skp, riwayat)
	context.laporan = [bulan for bulan in riwayat if bulan.dokumen]
	context.laporan_terlambat = find_terlambat(skp.periode, [skp]).get(skp.name, []) if berjalan else []
	context.sering = find_sering(context.laporan_terlambat)
	context.lewat_susulan = find_tertutup(skp) if berjalan and may_open(skp) else []
	context.umpan_balik = portal_saya.get_umpan_balik(skp.name)
	context.boleh_umpan_balik = portal_umpan_balik.may_give(skp)
	context.berkala = find_banyak_berkala([skp]).get(skp.name)
	context.cetak_umpan_balik = get_cetakan_umpan_balik(skp)
	context.boleh_minta_umpan_balik = may_minta(skp)
	context.pilihan_tentang = portal_umpan_balik.build_pilihan(skp)
	context.pilihan_sifat = [str(sifat) for sifat in Sifat]
