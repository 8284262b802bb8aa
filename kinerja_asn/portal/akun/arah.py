"""Where a sign-in on any page of Frappe leads those who have a part in the app (hooks on_login and after_request).

Frappe asks the apps' tiles, which knows no difference between staff and HR, and takes everybody who can open the desk there.
"""

from urllib.parse import urlsplit

import frappe
from frappe.apps import get_default_path

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.services.orang.pendaratan import PORTAL, choose_pendaratan, get_pendaratan

# Where Frappe leads of its own accord; any other address was asked for.
BAWAAN = ("", "me", "app", "desk", "apps", "app/workspace")
SANDI_BARU = "user.update_password"


def remember_masuk(login_manager=None) -> None:
	"""on_login: by password, link, OAuth or LDAP alike."""
	frappe.flags.baru_masuk = True


def forget_masuk() -> None:
	"""Our own page says itself where to go."""
	frappe.flags.baru_masuk = None


def lead_on(response, request) -> None:
	"""after_request."""
	user = frappe.session.user if frappe.session else None
	if response is not None and user == "Guest":
		_lead_tamu(response, request)
	if response is None or not user or user in frappe.STANDARD_USERS:
		return
	if frappe.flags.baru_masuk:
		_lead_masuk(response, request, user)
	elif request.path.strip("/") == "login" and not request.args.get("redirect-to"):
		_lead_bawaan(response, choose_pendaratan(user))
	elif response.status_code == 403 and request.path.split("/")[1] in ("app", "desk"):
		_lead_keluar_desk(response, get_pendaratan(user))


def _lead_tamu(response, request) -> None:
	"""Who follows a link to a print without being signed in, from a mail say, signs in and then reads it. There is none
	to see for a guest: whether the document exists is not said either."""
	diminta = frappe.form_dict.doctype in TERJAGA and request.path.strip("/") == "printview"
	if diminta and response.status_code in (403, 404) and response.mimetype == "text/html":
		response.status_code = 302
		response.headers["Location"] = get_alamat("masuk", **{"redirect-to": request.full_path})


def _lead_masuk(response, request, user: str) -> None:
	tujuan = choose_pendaratan(user)
	if tujuan and response.mimetype == "application/json":
		isi = response.get_json()
		if SANDI_BARU in (frappe.form_dict.cmd or request.path):
			isi["message"] = tujuan
		response.set_data(frappe.as_json({**isi, "home_page": tujuan}))
	else:
		_lead_bawaan(response, tujuan)


def _lead_bawaan(response, tujuan: str | None) -> None:
	"""A redirect, unless it is to a page that was asked for."""
	ke = urlsplit(response.headers.get("Location") or "").path.strip("/")
	if tujuan and response.status_code in (301, 302, 303) and (ke in BAWAAN or ke == _get_bawaan()):
		response.headers["Location"] = tujuan


def _get_bawaan() -> str:
	return urlsplit(get_default_path() or "").path.strip("/")


def _lead_keluar_desk(response, tujuan: str | None) -> None:
	"""Who works in the portal only is led there, where Frappe says in English that the desk is not for him."""
	if tujuan == PORTAL:
		response.status_code = 302
		response.headers["Location"] = tujuan
		response.set_data(b"")
