"""Signing in: Frappe's LoginManager decides, with all its limits and hooks; here the account is found, and its answer said.

A name that is unknown, one that is switched off and a wrong password get one answer, which takes one time.
"""

from collections.abc import Callable
from math import ceil
from urllib.parse import urlsplit

import frappe
from frappe import _
from frappe.auth import get_login_attempt_tracker
from frappe.core.doctype.user.user import User
from frappe.sessions import delete_session
from frappe.twofactor import ExpiredLoginException, get_cached_user_pass
from frappe.utils import get_datetime
from frappe.utils.password import Auth, passlibctx

from kinerja_asn import compat
from kinerja_asn.portal.akun import ldap
from kinerja_asn.portal.akun.arah import forget_masuk
from kinerja_asn.portal.akun.kode import describe_kode
from kinerja_asn.portal.akun.tujuan import find_tujuan
from kinerja_asn.portal.dasar.halaman import redirect
from kinerja_asn.services.bersama.penolakan import DITOLAK, get_pesan_galat
from kinerja_asn.services.orang.pengenal import find_akun

PANJANG_NAMA, PANJANG_KODE = 140, 20
SALAH = (
	frappe.AuthenticationError,
	frappe.SecurityException,
	frappe.OutgoingEmailError,
	ExpiredLoginException,
	ldap.DirektoriMenolak,
	*DITOLAK,
)
# What only the step it belongs to may see: Frappe reads the form, and takes a code for proof of the first step.
ISIAN = ("usr", "pwd", "otp", "tmp_id", "cmd")


def run_masuk(context) -> None:
	"""Carry the posted step out: lead on, or leave in ``context`` what is to be said and which step comes now."""
	form = frappe.request.form
	jalan = {"kode": enter_kode, "ldap": enter_ldap}.get(form.get("aksi"), enter_sandi)
	for nama in ISIAN:
		frappe.form_dict.pop(nama, None)
	context.nama = (form.get("usr") or "").strip()[:PANJANG_NAMA]
	if frappe.get_request_header("Sec-Fetch-Site") == "cross-site":
		return _refuse(context, _("Formulir ini dikirim dari situs lain. Masuk lewat halaman ini."), 403)
	_try(context, jalan, form)


def _try(context, jalan: Callable, form) -> None:
	akun = find_akun(context.nama) if context.nama else ""
	try:
		selesai = jalan(context, form, akun)
	except SALAH as galat:
		_refuse(context, *_describe(context, galat, akun))
	else:
		if selesai:
			lead_masuk(form.get("redirect-to"))


def _refuse(context, kalimat: str, kode: int) -> None:
	frappe.clear_messages()
	context.galat, context.http_status_code = [kalimat], kode


def lead_masuk(diminta: str | None) -> None:
	forget_masuk()
	redirect(find_tujuan(diminta), 302 if frappe.request.method == "GET" else 303)


# --- the steps: True when the session has begun


def enter_sandi(context, form, akun: str) -> bool:
	if frappe.get_system_settings("disable_user_pass_login"):
		frappe.throw(_("Situs ini tidak memakai kata sandi sendiri. Pilih cara masuk lain di halaman ini."))
	if not (akun and form.get("pwd")):
		frappe.throw(_("Isi NIP atau nama akun, dan kata sandi."))
	frappe.form_dict.update(usr=akun, pwd=form["pwd"])
	return _log_in(context)


def enter_ldap(context, form, akun: str) -> bool:
	frappe.form_dict.update(usr=context.nama, pwd=form.get("pwd") or "")
	return _go_on(context, ldap.log_in(), "ldap")


def enter_kode(context, form, akun: str) -> bool:
	"""Frappe keeps name and password of the first step under ``tmp_id``, for minutes; the code alone opens nothing."""
	context.kode = describe_kode(form.get("tmp_id"), form.get("jalan"))
	frappe.form_dict.tmp_id = context.kode.tmp_id
	context.akun_kode, sandi = get_cached_user_pass()
	if not (context.akun_kode and sandi):
		raise ExpiredLoginException
	frappe.form_dict.otp = (
		"".join((form.get("otp") or "").split())[:PANJANG_KODE] or "-"
	)  # none would ask anew
	return ldap.finish_masuk(context.akun_kode) if context.kode.jalan == "ldap" else _log_in(context)


def _log_in(context) -> bool:
	selesai = frappe.local.login_manager.login() is not False
	if selesai:
		compat.run_sesi_dibuat()
	elif frappe.local.response.get("message") == "Password Reset":
		baru = urlsplit(frappe.local.response["redirect_to"])
		redirect(f"{baru.path}?{baru.query}")
	return _go_on(context, selesai, None)


def _go_on(context, selesai: bool, jalan: str | None) -> bool:
	if not selesai:
		jawaban = frappe.local.response
		context.kode = describe_kode(jawaban.get("tmp_id"), jalan, jawaban.get("verification") or {})
	return selesai


# --- what is said, and with which status


def _describe(context, galat: Exception, akun: str) -> tuple[str, int]:
	if isinstance(galat, frappe.AuthenticationError):
		return _describe_gagal(context, galat, akun), 401
	if isinstance(galat, frappe.SecurityException):
		return _describe_terkunci(context.akun_kode or akun), 429
	if isinstance(galat, ldap.DirektoriMenolak):
		return _describe_direktori(), 401
	if isinstance(galat, ExpiredLoginException):
		context.kode = None
		return _("Waktu untuk kode sudah habis. Masuk sekali lagi."), 401
	pesan = " ".join(get_pesan_galat(galat))
	_undo()
	return pesan, 403


def _undo() -> None:
	"""Another app's hook has refused: what it wrote before, and the session, which may have begun already."""
	frappe.db.rollback()
	if frappe.session.user != "Guest":
		delete_session(frappe.session.sid, user=frappe.session.user)
		frappe.local.login_manager.clear_cookies()


def _describe_gagal(context, galat: Exception, akun: str) -> str:
	if str(galat):  # hours or network: asked only once the password was right
		return _(
			"Akun ini sekarang tidak dapat masuk dari sini: situs membatasi jam masuk atau alamat jaringannya. Hubungi "
			"administrator situs."
		)
	if context.kode:
		return _("Kode tidak cocok. Periksa kode yang terbaru, lalu ketik lagi.")
	spend_waktu(akun)
	return _(
		"NIP atau nama akun dan kata sandi tidak cocok. Periksa keduanya, atau setel ulang kata sandi Anda."
	)


def _describe_direktori() -> str:
	return _(
		"Nama akun dan kata sandi tidak cocok dengan direktori instansi, atau direktorinya tidak menjawab. Periksa keduanya; "
		"bila tetap gagal, hubungi administrator situs."
	)


def spend_waktu(akun: str) -> None:
	"""As long as comparing a password takes, where there was none to compare with: time tells nobody which names exist."""
	user = User.find_by_credentials(akun, "", validate_password=False)
	ada = (
		frappe.qb.from_(Auth)
		.select(Auth.name)
		.where((Auth.doctype == "User") & (Auth.name == (user.name if user else "")))
		.where((Auth.fieldname == "password") & (Auth.encrypted == 0))
		.run()
	)
	if not ada:
		passlibctx.dummy_verify()


def _describe_terkunci(akun: str) -> str:
	user = User.find_by_credentials(akun, "", validate_password=False)
	sisa = max(map(_get_sisa_detik, (frappe.local.request_ip, user.name if user else akun)))
	return _(
		"Terlalu sering salah, sehingga masuk ditutup untuk sementara. Coba lagi {0} menit lagi, atau setel ulang kata "
		"sandi Anda."
	).format(max(1, ceil(sisa / 60)))


def _get_sisa_detik(kunci: str) -> float:
	pencatat = get_login_attempt_tracker(kunci, raise_locked_exception=False)
	if pencatat.is_user_allowed() or not pencatat.login_failed_time:
		return 0
	return (pencatat.login_failed_time + pencatat.lock_interval - get_datetime()).total_seconds()
