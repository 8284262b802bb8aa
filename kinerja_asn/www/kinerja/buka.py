"""Leads on: from a notice to the portal page on which its reader can act; without one to where he starts."""

import frappe

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.permissions.giliran import get_peran_pemeriksa
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, redirect
from kinerja_asn.services.orang.pendaratan import get_alamat_desk, get_pendaratan

# One page for all parties, and pages of their own for leaders.
HALAMAN_BERSAMA = {"Penugasan Kinerja": "penugasan", "Perubahan SKP": "perubahan"}
HALAMAN_TIM = {"SKP": "tim/skp", "Realisasi Kinerja": "tim/realisasi", "Evaluasi Kinerja": "tim/evaluasi"}


@portal_page(*ROLES, pemeriksa=True)
def get_context(context):
	jenis, nama = frappe.form_dict.get("jenis"), frappe.form_dict.get("name")
	if not jenis:
		redirect(find_awal(), 302)
	if jenis == "Umpan Balik Kinerja":
		redirect(get_alamat("", skp=get_dokumen(jenis, nama).skp), 302)
	if is_diperiksa(jenis, nama):
		redirect(get_alamat("periksa", jenis=jenis, name=nama), 302)
	if jenis in HALAMAN_BERSAMA:
		redirect(get_alamat(HALAMAN_BERSAMA[jenis], name=get_dokumen(jenis, nama).name), 302)
	if jenis not in HALAMAN_TIM:
		redirect(get_alamat(""), 302)
	redirect(get_halaman(get_dokumen(jenis, nama)), 302)


def is_diperiksa(jenis: str, nama: str | None) -> bool:
	"""Is the reader none of the people of this document, but one who verifies such?"""
	if jenis not in BERTAHAP or not get_peran_pemeriksa() & set(frappe.get_roles()):
		return False
	doc = get_dokumen(jenis, nama)
	return frappe.session.user not in (doc.pegawai_user, doc.penilai_user, doc.atasan_penilai_user)


def find_awal() -> str:
	"""Also of the site's Administrator, who has every role and no place of his own."""
	return get_pendaratan(frappe.session.user) or get_alamat_desk(frappe.get_roles()) or get_alamat("")


def get_halaman(doc) -> str:
	if doc.pegawai_user != frappe.session.user:
		return get_alamat(HALAMAN_TIM[doc.doctype], name=doc.name)
	if doc.doctype == "Realisasi Kinerja":
		return get_alamat("realisasi", skp=doc.skp, masa=doc.masa_ke)
	return get_alamat("skp" if doc.doctype == "SKP" else "evaluasi", name=doc.name)
