"""Versions of an SKP and their differences, and the beginning of a change (Pasal 14 (2)).

For the parties; those who run the system read it too, since a Versi SKP in the desk leads here.
"""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PEGAWAI, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.perencanaan import perubahan as portal_perubahan
from kinerja_asn.portal.perencanaan.banding import build_banding


@portal_page(PEGAWAI, PENILAI, PENGELOLA, PENGELOLA_UNIT, AUDITOR)
def get_context(context):
	skp = get_dokumen("SKP", frappe.form_dict.get("skp"))
	context.galat = run_aksi({"mulai": partial(start, skp)})
	context.title = _("Versi dan perubahan SKP")
	context.skp = skp
	context.milik_sendiri = skp.pegawai_user == frappe.session.user
	context.perubahan = portal_perubahan.get_daftar_perubahan(skp.name)
	context.boleh_mulai = portal_perubahan.may_mulai(skp, context.perubahan)
	context.kepala = portal_perubahan.build_kepala(frappe.form_dict)
	context.pilihan_alasan = portal_perubahan.get_pilihan_alasan()
	fill_banding(context, skp)


def start(skp) -> str:
	return get_alamat("perubahan", name=portal_perubahan.start(skp, frappe.form_dict))


def fill_banding(context, skp) -> None:
	context.versi = portal_perubahan.build_versi(skp)
	dipilih = portal_perubahan.choose_versi(skp, frappe.form_dict.get("a"), frappe.form_dict.get("b"))
	context.dipilih = [rencana.versi for rencana in dipilih] if dipilih else [skp.versi - 1, skp.versi]
	context.banding = build_banding(*dipilih) if dipilih else None
