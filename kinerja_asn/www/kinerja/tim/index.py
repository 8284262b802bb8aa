"""Tim Saya: what waits for a Penilai, and where each of his people stands."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.portal import antrean as portal_antrean
from kinerja_asn.portal import saringan_tim
from kinerja_asn.portal import tim as portal_tim
from kinerja_asn.portal.dasar.halaman import portal_page
from kinerja_asn.portal.mendesak import TERBANYAK, list_mendesak
from kinerja_asn.portal.pelaksanaan.catatan import tim as portal_catatan_tim
from kinerja_asn.portal.pelaksanaan.catatan.pekan import is_dipakai
from kinerja_asn.services.bersama.periode import choose_periode

NAMA_TERBANYAK = 30


@portal_page(PENILAI)
def get_context(context):
	saringan = saringan_tim.read_saringan(frappe.form_dict, tuple(portal_tim.SEBAGAI))
	context.title, context.saringan = _("Tim Saya"), saringan
	context.daftar_periode = portal_tim.get_periode_tim(saringan.sebagai)
	context.periode = choose_periode(context.daftar_periode, saringan.periode)
	tim = portal_tim.get_tim(context.periode, saringan.sebagai) if context.periode else []
	antrean = portal_antrean.get_antrean() if saringan.sebagai == "penilai" else []
	context.pilihan = saringan_tim.get_pilihan(tim, antrean)
	fill_antrean(context, antrean)
	if context.periode and is_dipakai(context.periode):
		context.catatan_harian = portal_catatan_tim.count_menunggu()
	if saringan.sebagai == "penilai":
		fill_belum(context, tim)
	if saringan.sebagai == "penilai" and not saringan.is_menyaring():
		mendesak = list_mendesak(antrean, tim)
		context.mendesak, context.mendesak_lain = mendesak[:TERBANYAK], max(len(mendesak) - TERBANYAK, 0)
	fill_tim(context, saringan_tim.filter_tim(tim, saringan))


def fill_antrean(context, antrean: list) -> None:
	context.banyak_semua = len(antrean)
	if context.saringan.sebagai == "penilai":
		context.banyak_menunggu = len(antrean)
	if sesudah := frappe.form_dict.get("sesudah"):
		context.berikut = portal_antrean.find_berikut(antrean, sesudah)
	saringan = context.saringan
	tampil = saringan_tim.filter_antrean(antrean, saringan)
	terbanyak = saringan_tim.PER_HALAMAN if saringan.jenis else portal_antrean.TERBANYAK_DI_TIM
	context.banyak, context.kelompok_antrean = len(tampil), portal_antrean.group_jenis(tampil, terbanyak)
	context.nama_jenis = portal_antrean.get_nama_jenis()


def fill_belum(context, tim: list) -> None:
	"""Evaluations that can be made, one period with its people; and who has no plan."""
	semua = portal_tim.get_evaluasi_belum_dibuat(
		saringan_tim.filter_tim(portal_tim.get_skp_dinilai(), context.saringan)
	)
	kode = [kelompok.kode for kelompok in semua]
	diminta = frappe.form_dict.get("evaluasi")
	context.belum_dievaluasi, context.terbanyak = semua, saringan_tim.PER_HALAMAN
	context.evaluasi_diminta = diminta in kode
	context.evaluasi_dibuka = diminta if diminta in kode else next(iter(kode), None)
	# Of a large team the people of one period are enough for a page.
	context.banyak_evaluasi = sum(len(kelompok.pegawai) for kelompok in semua) > context.terbanyak
	if context.periode and not context.saringan.is_menyaring():
		tanpa_skp = portal_tim.get_tanpa_skp(context.periode, tim)
		context.tanpa_skp = tanpa_skp[:NAMA_TERBANYAK]
		context.tanpa_skp_lain = len(tanpa_skp) - len(context.tanpa_skp)


def fill_tim(context, tim: list) -> None:
	saringan = context.saringan
	context.ringkasan = portal_tim.count_tim(tim)
	rows, context.banyak_halaman = saringan_tim.cut_halaman(
		saringan_tim.sort_tim(tim, saringan), saringan.nomor
	)
	context.halaman = min(max(saringan.nomor, 1), context.banyak_halaman)
	context.kelompok_tim = saringan_tim.group_tim(rows, saringan)
