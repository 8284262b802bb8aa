"""Keluar: ends the session, and says so; works without script, on v15 and v16 alike.

What the site kept on the device goes with the page that says so (public/js/perangkat.js removes it before that).
"""

import frappe
from frappe import _

from kinerja_asn.portal.dasar.halaman import get_alamat, redirect
from kinerja_asn.services.situs.sesi import LUPAKAN


def get_context(context):
	if frappe.request.method == "POST":
		frappe.local.login_manager.logout()
		redirect(get_alamat("keluar"))
	context.title = _("Keluar")
	if not context.masuk:
		context.kepala |= LUPAKAN
