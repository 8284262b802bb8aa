"""Frappe's hook ``website_path_resolver``: a page of ours is known by its address alone.

Without it Frappe compiles every dynamic route of the site anew in each request (10 ms on v15), to see whether one leads
elsewhere.
"""

import frappe
from frappe.website.path_resolver import resolve_path
from werkzeug.routing.exceptions import RequestRedirect

from kinerja_asn.portal.dasar.perender import BERTOKEN, get_halaman

SENDIRI = "kinerja_asn.portal.dasar.jalur.resolve_jalur"


def resolve_jalur(path: str) -> str:
	"""``path`` if it is a page of ours; else what another app's resolver says of it, or Frappe where there is none."""
	if path in get_halaman():
		return path
	if path.partition("/")[0] in BERTOKEN:
		return path.partition("/")[0]
	lain = [jalur for jalur in frappe.get_hooks("website_path_resolver") if jalur != SENDIRI]
	return frappe.get_attr(lain[-1])(path) if lain else _resolve_bawaan(path)


def _resolve_bawaan(path: str) -> str:
	"""Frappe follows a rule's own redirect only where nobody has the hook."""
	try:
		return resolve_path(path)
	except RequestRedirect as pindah:
		frappe.flags.redirect_location = pindah.new_url
		raise frappe.Redirect(pindah.code) from pindah
