"""Kinerja Saya: an employee's SKP, progress, reports, feedback and evaluations."""

import frappe
from frappe import _
from frappe.desk.doctype.notification_log.notification_log import mark_all_as_read

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.constants.tahapan import BELUM_DITUTUP, DISEPAKATI
from kinerja_asn.portal import antrean as portal_antrean
from kinerja_asn.portal import saya as portal_saya
from kinerja_asn.portal.dasar import progres as portal_progres
from kinerja_asn.portal.dasar.cetak import get_cetakan_skp, get_cetakan_umpan_balik
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, redirect, run_aksi
from kinerja_asn.portal.pelaksanaan.catatan import harian as portal_harian
from kinerja_asn.portal.pelaksanaan.masyarakat.perkembangan import has_layanan
from kinerja_asn.portal.pelaksanaan.umpan_balik.daftar import get_diminta
from kinerja_asn.portal.penilaian import penilaian_diri as portal_diri
from kinerja_asn.portal.perencanaan import skp as portal_skp
from kinerja_asn.services.bersama.langkah import advance
from kinerja_asn.services.bersama.periode import choose_periode
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import count_tindakan
from kinerja_asn.services.pelaksanaan.progres import get_riwayat
from kinerja_asn.services.pelaksanaan.umpan_balik.jadwal import find_banyak_berkala


@portal_page(PEGAWAI, PENILAI, pemeriksa=True)
def get_context(context):
	if not context.is_pegawai:
		redirect(get_alamat("tim" if context.is_penilai else "periksa"), 302)
	context.title = _("Kinerja Saya")
	context.galat = run_aksi({"terima": receive_evaluasi, "dibaca": read_pemberitahuan})
	context.daftar_skp = portal_skp.get_daftar_skp()
	fill_periode_terbuka(context)
	context.umpan_balik_diminta = get_diminta()
	context.pemberitahuan = portal_saya.get_pemberitahuan()
	context.ada_layanan = has_layanan()
	context.antrean = portal_antrean.get_antrean()
	context.banyak_menunggu = len(context.antrean)
	context.kelompok_antrean = portal_antrean.group_jenis(context.antrean, portal_antrean.TERBANYAK_DI_MUKA)
	context.skp = choose_skp(context.daftar_skp)
	if context.skp:
		lain = list_lain(context.daftar_skp, context.skp.name)
		evaluasi = portal_saya.build_evaluasi({row.name: row.formulir for row in (context.skp, *lain)})
		context.ajakan_lain = find_ajakan_lain(lain, evaluasi)
		fill_skp(context, context.skp, evaluasi[context.skp.name])


def choose_skp(daftar: list):
	diminta = frappe.form_dict.get("skp")
	if not daftar and not diminta:
		return None
	return portal_skp.read_skp(diminta or portal_skp.find_skp_utama(daftar))


def fill_periode_terbuka(context) -> None:
	"""Periods to plan for: first on the page only when their year leads, or while there is nothing else to show."""
	terbuka = portal_skp.get_periode_terbuka(context.daftar_skp)
	utama = choose_periode([*terbuka, *(skp.periode for skp in context.daftar_skp)])
	context.periode_terbuka = [name for name in terbuka if name == utama or not context.daftar_skp]
	context.periode_nanti = [name for name in terbuka if name not in context.periode_terbuka]


def fill_skp(context, skp, evaluasi: list) -> None:
	context.kelas_tahap = portal_progres.KELAS_TAHAP[Tahap(skp.tahap)]
	context.hasil_kerja = portal_skp.build_tampilan(skp)
	context.cetak = get_cetakan_skp(skp)
	context.alamat_skp = get_alamat("skp", name=skp.name)
	context.alamat_semua_tahun = get_alamat("pegawai", pegawai=skp.pegawai)
	context.alamat_rencana_aksi = get_alamat("rencana_aksi", name=skp.name)
	context.catatan_harian = portal_harian.summarize_hari_ini(skp)
	context.evaluasi = evaluasi
	context.penilaian_diri = portal_diri.list_terbuka(skp, context.evaluasi)
	context.umpan_balik = portal_saya.get_umpan_balik(skp.name)
	context.berkala = find_banyak_berkala([skp]).get(skp.name)
	context.cetak_umpan_balik = get_cetakan_umpan_balik(skp) if skp.tahap in DISEPAKATI else []
	riwayat = get_riwayat_berjalan(skp)
	context.indikator = portal_progres.build_indikator(skp, riwayat)
	context.bulan = portal_saya.build_bulan(skp, riwayat)
	context.tindakan = count_tindakan([skp.name])[skp.name] if skp.tahap == Tahap.DITETAPKAN else None
	context.alamat_tindakan = get_alamat("tindakan", skp=skp.name)
	context.masa_tampil = portal_saya.choose_masa(context.bulan, frappe.form_dict.get("bulan"))
	ajakan = portal_saya.find_ajakan(skp, context.bulan, context.evaluasi)
	ajakan = portal_saya.add_lain(ajakan, skp.periode, context.ajakan_lain)
	context.ajakan = portal_saya.add_antrean(ajakan, len(context.antrean), context.is_penilai)


def get_riwayat_berjalan(skp) -> list:
	return get_riwayat(skp) if skp.tahap in DISEPAKATI else []


def list_lain(daftar: list, dilihat: str) -> list[frappe._dict]:
	"""Plans of other years on which the employee may have something to do: not what lies with the Penilai."""
	return [
		row
		for row in daftar
		if row.name != dilihat and row.tahap in BELUM_DITUTUP and row.tahap != Tahap.DIAJUKAN
	]


def find_ajakan_lain(daftar: list, evaluasi: dict[str, list]) -> list[frappe._dict]:
	"""What is still to be done on the plans of ``list_lain``: neither hides the year that leads what comes, nor the other
	way round."""
	lain = []
	for row in daftar:
		skp = frappe._dict(row, indikator=[])  # where each stands is not asked: its document need not be read
		bulan = portal_saya.build_bulan(skp, get_riwayat_berjalan(skp))
		ajakan = portal_saya.find_ajakan(skp, bulan, evaluasi[skp.name])
		if ajakan.penting:
			lain.append(
				frappe._dict(periode=skp.periode, judul=ajakan.judul, alamat=get_alamat("", skp=skp.name))
			)
	return lain


def receive_evaluasi() -> str:
	doc = get_dokumen("Evaluasi Kinerja", frappe.form_dict.get("name"))
	advance(doc, Tahap.DITUTUP, frappe.form_dict.get("modified") or "")
	return get_alamat("", skp=doc.skp, pesan="diterima")


def read_pemberitahuan() -> str:
	mark_all_as_read()
	return get_alamat("", pesan="dibaca")
