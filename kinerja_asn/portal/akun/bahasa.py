"""The language that somebody reads: stored in his own account, for portal, desk and notices alike."""

import frappe
from frappe import _

from kinerja_asn.constants.bahasa import BAHASA


def save_bahasa(kode: str | None) -> None:
	if kode not in BAHASA:
		frappe.throw(_("Bahasa ini belum tersedia. Pilih salah satu yang tertulis di halaman ini."))
	frappe.db.set_value("User", frappe.session.user, "language", kode)
	frappe.clear_cache(user=frappe.session.user)
	frappe.local.lang = kode
