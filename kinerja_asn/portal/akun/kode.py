"""The second step, where the site asks for one: which code is wanted, and how its owner gets it."""

import frappe
from frappe import _
from frappe.twofactor import get_verification_method


def describe_kode(tmp_id: str | None, jalan: str | None, verifikasi: dict | None = None) -> frappe._dict:
	"""``verifikasi`` is what Frappe said when it sent the code; without it the code was asked for before."""
	tmp_id = tmp_id or ""
	return frappe._dict(
		tmp_id=tmp_id if tmp_id.isalnum() else "", jalan=jalan or "", kalimat=_describe(verifikasi)
	)


def _describe(verifikasi: dict | None) -> str:
	cara = get_verification_method()
	if verifikasi is not None and not verifikasi.get("setup"):
		return _("Kode belum dapat dikirim kepada Anda. Hubungi administrator situs.")
	if cara == "OTP App" and verifikasi and verifikasi.get("method") == "Email":
		return _(
			"Ini pertama kali Anda memakai aplikasi kode. Buka surel Anda, ikuti petunjuknya, lalu ketik kode dari aplikasi "
			"itu di sini. Biarkan halaman ini terbuka."
		)
	if cara == "OTP App":
		return _("Ketik kode yang sekarang ditunjukkan aplikasi kode Anda.")
	if cara == "SMS":
		return _("Ketik kode yang dikirim lewat SMS ke nomor ponsel Anda.")
	return _("Ketik kode yang dikirim ke surel Anda.")
