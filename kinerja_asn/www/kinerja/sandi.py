"""Lupa kata sandi: a link to choose a new one, or to sign in with where the site allows that, goes to the account's mail."""

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.portal.akun.sandi import has_tautan, run_sandi


def get_context(context):
	context.title = _("Lupa kata sandi")
	context.dengan_sandi = not cint(frappe.get_system_settings("disable_user_pass_login"))
	context.dengan_tautan = has_tautan()
	if frappe.request.method == "POST":
		run_sandi(context)
