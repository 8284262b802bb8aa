"""/layanan/<token>: what a citizen says about a service. No sign-in, no cookie, no script, no name."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.portal.dasar.halaman import run_aksi
from kinerja_asn.portal.pelaksanaan.masyarakat import formulir as portal_layanan


def get_context(context):
	context.update(umum=True, masuk=False, isi_halaman="tutup")
	context.kepala["X-Robots-Tag"] = "noindex"
	layanan = portal_layanan.get_layanan()
	if not layanan:
		return close(context)
	bahasa = portal_layanan.get_bahasa(layanan)
	kode = context.bahasa = frappe.local.lang = portal_layanan.choose_bahasa(bahasa)
	context.title, context.layanan = layanan.nama_layanan, portal_layanan.describe(layanan)
	context.pilihan_bahasa, context.alamat_sendiri = bahasa, frappe.request.path
	if portal_layanan.is_terlalu_besar():
		return refuse_ukuran(context)
	fill(context, layanan, kode)


def close(context) -> None:
	"""The same for an address that never was and for a service that is closed."""
	context.bahasa = frappe.local.lang = "id"
	context.title, context.http_status_code = _("Tidak menerima umpan balik"), 404


def refuse_ukuran(context) -> None:
	context.isi_halaman, context.http_status_code = "besar", 413


def fill(context, layanan, kode: str) -> None:
	isian = portal_layanan.read_isian()
	try:
		context.galat = run_aksi({"kirim": partial(send, layanan, isian, kode)})
	except portal_layanan.TerlaluBanyak as banyak:
		context.galat, context.http_status_code = [explain_banyak(banyak.menit)], 429
		context.kepala["Retry-After"] = str(banyak.menit * 60)
	terkirim = frappe.request.method != "POST" and frappe.request.args.get("terkirim")
	context.isi_halaman = "terima_kasih" if terkirim else "formulir"
	context.isian, context.formulir = isian, portal_layanan.renew_formulir(layanan, context.galat)
	context.penilaian, context.jenis = portal_layanan.list_penilaian(), portal_layanan.list_jenis()


def explain_banyak(menit: int) -> str:
	return _(
		"Banyak sekali isian masuk saat ini. Isian Anda masih ada di bawah ini: kirim lagi {0} menit lagi."
	).format(menit)


def send(layanan, isian, kode: str) -> str:
	portal_layanan.send_jawaban(layanan, isian)
	return f"{frappe.request.path}?terkirim=1&bahasa={kode}"
