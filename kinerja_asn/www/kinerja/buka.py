"""Leads on: from a notice to the page on which its reader acts; without one to where he starts."""

import frappe

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.portal.dasar.halaman import get_dokumen, portal_page, redirect
from kinerja_asn.services.orang.pendaratan import get_pendaratan
from kinerja_asn.services.situs.tujuan import PORTAL, get_alamat_desk, get_alamat_tindakan


@portal_page(*ROLES, pemeriksa=True)
def get_context(context):
	jenis, nama = frappe.form_dict.get("jenis"), frappe.form_dict.get("name")
	if jenis not in TERJAGA:
		redirect(find_awal() if not jenis else PORTAL, 302)
	redirect(get_alamat_tindakan(get_dokumen(jenis, nama), frappe.session.user), 302)


def find_awal() -> str:
	"""Also of the site's Administrator, who has every role and no place of his own."""
	return get_pendaratan(frappe.session.user) or get_alamat_desk(frappe.get_roles()) or PORTAL
