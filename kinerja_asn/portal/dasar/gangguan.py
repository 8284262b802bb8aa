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
	if kode == 404:
		context.alamat, context.tombol = get_alamat("buka"), _("Ke halaman awal")


def _describe(kode: int) -> tuple[str, str]:
	if kode == 400:
		return _("Isian belum terkirim"), _(
			"Halaman ini sudah lama terbuka, dan sementara itu Anda masuk lagi atau keluar. Kembali ke halaman "
			"sebelumnya untuk menyalin isian Anda, buka halaman ini lagi, lalu kirim sekali lagi."
		)
	if kode == 401:
		return _("Sesi Anda sudah berakhir"), _("Masuk lagi untuk melanjutkan.")
	if kode == 404:
		return _("Halaman tidak ditemukan"), _("Periksa alamatnya, atau mulai dari halaman awal.")
	if kode >= 500:
		return _("Terjadi gangguan"), _(
			"Halaman ini belum dapat dibuka. Coba lagi sebentar lagi; bila tetap demikian, hubungi pengelola kinerja."
		)
	return _("Halaman ini belum dapat dibuka"), _describe_frappe() or _(
		"Permintaan ini ditolak. Kembali ke halaman sebelumnya, lalu coba lagi; bila tetap demikian, hubungi pengelola kinerja."
	)


def _describe_frappe() -> str:
	"""What was said when the request was refused."""
	catatan = frappe.get_message_log()
	pesan = frappe._dict(catatan[-1]).message if catatan else None
	return strip_html_tags(pesan) if isinstance(pesan, str) else ""
