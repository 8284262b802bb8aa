"""Where a sign-in leads: only within the site, whatever stands in ``redirect-to``."""

from urllib.parse import SplitResult, quote, unquote, urlsplit

import frappe
from frappe.apps import get_default_path
from frappe.www.login import sanitize_redirect

from kinerja_asn.services.orang.pendaratan import choose_pendaratan

PANJANG_MAKS = 2000
# Pages that would lead back here or out again, and what is no page.
BUKAN_TUJUAN = ("/kinerja/masuk", "/kinerja/sandi", "/kinerja/keluar", "/login", "/logout", "/api")
# Of what was encoded more than so often, a browser and a proxy may each make something else.
LAPIS_MAKS = 3
TANDA_QUERY = "%&=+/:;,@?!~*'()$"


def read_tujuan(teks: str | None) -> str | None:
	"""Path and query of the page on this site that ``teks`` names; None for anything else."""
	teks = teks or ""
	if not teks or len(teks) > PANJANG_MAKS or not _is_bersih(teks) or teks.startswith("///"):
		return None
	try:
		bagian = urlsplit(teks)
		if not sanitize_redirect(teks):
			return None
	except ValueError:
		return None
	if not _is_situs_ini(bagian) or not _is_halaman(bagian.path):
		return None
	return quote(bagian.path, safe="/%") + (
		f"?{quote(bagian.query, safe=TANDA_QUERY)}" if bagian.query else ""
	)


def _is_situs_ini(bagian: SplitResult) -> bool:
	"""The scheme of a site behind a proxy is not the one that arrives here."""
	if not (bagian.scheme or bagian.netloc):
		return True
	return bagian.scheme in ("", "http", "https") and bagian.netloc == urlsplit(frappe.request.url).netloc


def _is_bersih(teks: str) -> bool:
	"""Browsers drop tabs and line breaks, and read a backslash as a slash."""
	return not any(tanda.isspace() or not tanda.isprintable() or tanda == "\\" for tanda in teks)


def _is_halaman(path: str) -> bool:
	for _lapis in range(LAPIS_MAKS):
		if not path.startswith("/") or path.startswith("//") or not _is_bersih(path):
			return False
		if _is_terlarang(path):
			return False
		terurai = unquote(path)
		if terurai == path:
			return True
		path = terurai
	return False


def _is_terlarang(path: str) -> bool:
	rapi = path.rstrip("/").lower()
	return any(rapi == bukan or rapi.startswith(f"{bukan}/") for bukan in BUKAN_TUJUAN)


def find_tujuan(teks: str | None) -> str:
	"""What was asked for; else where the session user starts: our choice, or the site's for who has no part here."""
	pilihan = read_tujuan(teks) or choose_pendaratan(frappe.session.user)
	return pilihan or frappe.local.response.get("home_page") or get_default_path() or "/"
