"""In words: a request to one of our pages that Frappe did not let through to it."""

import frappe
from frappe import _
from frappe.utils import strip_html_tags

from kinerja_asn.portal.dasar.halaman import get_alamat


def fill_gangguan(context: frappe._dict, kode: int) -> None:
	context.title, context.kalimat = _describe(kode)
	context.http_status_code = kode
	diminta = frappe.request.path
	context.alamat = get_alamat("masuk", **{"redirect-to": diminta}) if kode == 401 else diminta
	context.tombol = _("Masuk") if kode == 401 else _("Buka halaman ini lagi")


def _describe(kode: int) -> tuple[str, str]:
	if kode == 400:
		return _("Isian belum terkirim"), _(
			"Halaman ini sudah lama terbuka, dan sementara itu Anda masuk lagi atau keluar. Kembali ke halaman "
			"sebelumnya untuk menyalin isian Anda, buka halaman ini lagi, lalu kirim sekali lagi."
		)
	if kode == 401:
		return _("Sesi Anda sudah berakhir"), _("Masuk lagi untuk melanjutkan.")
	if kode >= 500:
		return _("Terjadi gangguan"), _(
			"Halaman ini belum dapat dibuka. Coba lagi sebentar lagi; bila tetap demikian, hubungi pengelola kinerja."
		)
	return strip_html_tags(frappe.local.message_title), strip_html_tags(frappe.local.message)
