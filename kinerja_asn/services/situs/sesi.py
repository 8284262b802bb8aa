"""Whose session a browser has, as the service worker (templates/kinerja/pekerja.js) can read it: by a cookie and a header.

The cookie goes with every sign-in and sign-out, anybody's and anywhere on the site, and comes back with the next page of
the portal: what the worker keeps is shown while both name the same session, never to whoever has signed in since.
"""

from hashlib import sha256
from urllib.parse import quote

import frappe
from frappe.sessions import get_expiry_in_seconds

NAMA = "kinerja_sesi"
KEPALA = "X-Kinerja-Sesi"
LUPAKAN = {"Clear-Site-Data": '"storage"'}


def get_kepala_sesi(boleh: bool) -> dict[str, str]:
	"""The header of a page for the session user; a guest's page, and one that may not be kept, has none."""
	if not boleh or frappe.session.user == "Guest":
		forget_sesi()
		return {}
	sesi = f"{quote(frappe.session.user)}:{sha256(frappe.session.sid.encode()).hexdigest()[:16]}"
	_set_kuki(sesi)
	return {KEPALA: sesi}


def forget_sesi(login_manager=None) -> None:
	"""Hook ``on_login``, which Frappe runs at a sign-out too (as Guest)."""
	if kuki := _get_kuki():
		kuki.delete_cookie(NAMA)


def mark_keluar(login_manager=None) -> None:
	"""Hook ``on_logout``: from the portal, the desk or by REST."""
	frappe.local.flags.kinerja_keluar = True


def clear_perangkat(response=None) -> None:
	"""Hook ``after_request``: the browser of whoever has signed out forgets what the site kept on the device. An
	administrator who ends another's session stays signed in."""
	if response and frappe.local.flags.get("kinerja_keluar") and frappe.session.user == "Guest":
		response.headers.update(LUPAKAN)


def _set_kuki(sesi: str) -> None:
	if kuki := _get_kuki():
		kuki.set_cookie(NAMA, sesi, max_age=get_expiry_in_seconds())


def _get_kuki():
	"""None outside a request."""
	return getattr(frappe.local, "cookie_manager", None)
