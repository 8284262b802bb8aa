"""Lupa kata sandi, and a link to sign in with, both by Frappe's own mails; known and unknown names get one answer at once."""

import frappe
from frappe import _
from frappe.core.doctype.user import user as user_frappe
from frappe.rate_limiter import rate_limit
from frappe.utils import cint
from frappe.utils.password import get_password_reset_limit
from frappe.www import login as masuk_frappe

from kinerja_asn.services.bersama.penolakan import get_pesan_galat
from kinerja_asn.services.orang.pengenal import find_akun

SEJAM = 60 * 60
# Frappe counts by the method's name: one limit, whichever page somebody asks on.
METODE = {
	"sandi": "frappe.core.doctype.user.user.reset_password",
	"tautan": "frappe.www.login.send_login_link",
}


def has_tautan() -> bool:
	return bool(cint(frappe.get_system_settings("login_with_email_link")))


def run_sandi(context) -> None:
	form = frappe.request.form
	context.nama = (form.get("usr") or "").strip()[:140]
	minta = {"sandi": ask_sandi, "tautan": ask_tautan}.get(form.get("aksi"))
	if not (minta and context.nama):
		context.galat = [_("Isi NIP atau surel Anda, lalu tekan tombolnya.")]
		return
	frappe.form_dict.cmd = METODE[form["aksi"]]
	try:
		minta(find_akun(context.nama))
	except frappe.RateLimitExceededError as galat:
		get_pesan_galat(galat)
		context.galat, context.http_status_code = [_describe_terlalu_sering()], 429
	else:
		context.terkirim = True


def _describe_terlalu_sering() -> str:
	return _(
		"Terlalu banyak permintaan dari jaringan ini. Coba lagi satu jam lagi, atau hubungi administrator situs."
	)


@rate_limit(limit=get_password_reset_limit, seconds=SEJAM)
def ask_sandi(akun: str) -> None:
	_queue(send_sandi, akun)


@rate_limit(limit=masuk_frappe.get_login_with_email_link_ratelimit, seconds=SEJAM)
def ask_tautan(akun: str) -> None:
	if has_tautan():
		_queue(send_tautan, akun)


def _queue(kirim, akun: str) -> None:
	"""Sending takes time that an unknown name would not take."""
	frappe.enqueue(kirim, queue="short", enqueue_after_commit=True, akun=akun)


def send_sandi(akun: str) -> None:
	user_frappe.reset_password(akun)
	frappe.clear_messages()


def send_tautan(akun: str) -> None:
	if frappe.db.get_value("User", akun, "enabled") and akun not in frappe.STANDARD_USERS:
		masuk_frappe.send_login_link(akun)
