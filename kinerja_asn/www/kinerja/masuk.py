"""Masuk: signs in with NIP or e-mail, by the site's further ways, and with a code where the site asks for one."""

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.portal.akun import ldap
from kinerja_asn.portal.akun.masuk import lead_masuk, run_masuk
from kinerja_asn.portal.akun.penyedia import get_penyedia
from kinerja_asn.portal.akun.sandi import has_tautan
from kinerja_asn.portal.akun.tujuan import read_tujuan


def get_context(context):
	diminta = frappe.request.values.get("redirect-to")
	if context.masuk:
		lead_masuk(diminta)
	context.title, context.tujuan = _("Masuk"), read_tujuan(diminta)
	if frappe.request.method == "POST":
		run_masuk(context)
	fill_cara(context)


def fill_cara(context) -> None:
	"""The ways in that the site offers."""
	context.dengan_sandi = not cint(frappe.get_system_settings("disable_user_pass_login"))
	context.dengan_ldap, context.dengan_tautan = ldap.is_aktif(), has_tautan()
	context.dengan_ponsel = cint(frappe.get_system_settings("allow_login_using_mobile_number"))
	context.dengan_nama = cint(frappe.get_system_settings("allow_login_using_user_name"))
	context.penyedia = [] if context.kode else get_penyedia(context.tujuan)
