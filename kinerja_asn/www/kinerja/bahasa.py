"""Bahasa: what somebody reads is his own choice, and stays so."""

import frappe
from frappe import _

from kinerja_asn.portal.akun.bahasa import save_bahasa
from kinerja_asn.portal.akun.tujuan import read_tujuan
from kinerja_asn.portal.dasar.halaman import fill_kerangka, get_alamat, redirect, require_masuk
from kinerja_asn.services.bersama.penolakan import DITOLAK, get_pesan_galat


def get_context(context):
	require_masuk()
	fill_kerangka(context)
	context.title, context.kembali = _("Bahasa"), get_alamat("")
	if frappe.request.method == "POST":
		context.kembali = read_tujuan(frappe.form_dict.get("kembali")) or context.kembali
		try:
			save_bahasa(frappe.form_dict.get("bahasa"))
		except DITOLAK as galat:
			context.galat = get_pesan_galat(galat)
		else:
			redirect(context.kembali)
