"""A Penilai verifies several reports, or sets several SKP: chooses, reads once more what he decides, then decides."""

from collections import Counter
from functools import partial

import frappe

from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.portal import antrean as portal_antrean
from kinerja_asn.portal import banyak as portal_banyak
from kinerja_asn.portal import putaran, saringan_tim
from kinerja_asn.portal.dasar.halaman import portal_page, read_centang, run_aksi


@portal_page(PENILAI)
def get_context(context):
	form = frappe.form_dict
	context.kode = form.get("jenis") if form.get("jenis") in portal_banyak.JENIS else "realisasi"
	context.title = portal_banyak.get_judul(context.kode)
	context.kata = portal_banyak.get_kata(context.kode)
	context.saringan = saringan_tim.read_saringan(form, ("penilai",))
	pilihan = read_centang(form)
	context.galat = run_aksi(
		{
			"periksa": partial(review, context, pilihan),
			"periksa_semua": partial(review_semua, context),
			"putuskan": partial(decide, context, form, pilihan),
			"lewati": partial(go_on, context, form),
		}
	)
	fill(context, form, pilihan)


def review(context, pilihan: dict[str, str]) -> None:
	context.tinjauan = portal_banyak.build_tinjauan(context.kode, pilihan)


def review_semua(context) -> None:
	"""All that the filter shows, in rounds."""
	antrean = [row for row in portal_antrean.get_antrean(context.kode) if row.dapat_banyak]
	rows = saringan_tim.filter_masa(saringan_tim.filter_rows(antrean, context.saringan), context.saringan)
	fill_putaran(context, putaran.start(context.kode, [row.name for row in rows]))


def decide(context, form, pilihan: dict[str, str]) -> None:
	context.hasil = portal_banyak.decide(context.kode, pilihan)
	go_on(context, form)


def go_on(context, form) -> None:
	"""What comes after it, where there is more than one round."""
	nama, jumlah = putaran.read_nanti(form)
	if nama:
		fill_putaran(context, putaran.start(context.kode, nama, jumlah))


def fill_putaran(context, kini) -> None:
	context.tinjauan, context.putaran = kini.tinjauan, kini


def fill(context, form, pilihan: dict[str, str]) -> None:
	antrean = portal_antrean.get_antrean()
	context.banyak_menunggu = len(antrean)
	if context.get("hasil"):
		context.berikut = portal_antrean.find_berikut(antrean, context.kode)
	milik = [row for row in antrean if row.kode == context.kode and row.dapat_banyak]
	tampil = saringan_tim.filter_rows(milik, context.saringan)
	if context.kode == "realisasi":
		context.daftar_masa = Counter(row.masa for row in tampil)
		tampil = saringan_tim.filter_masa(tampil, context.saringan)
	context.rows, context.banyak = tampil[: portal_banyak.TERBANYAK], len(tampil)
	context.terbanyak = portal_banyak.TERBANYAK
	context.semua, context.dipilih = bool(form.get("semua")), set(pilihan)
	context.pilihan = saringan_tim.get_pilihan([], milik)
