"""Tindakan Perbaikan of one SKP: what the employee does where he is behind, and what came of it; his leaders read it."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan import tindakan as portal_tindakan


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	skp = get_dokumen("SKP", frappe.form_dict.get("skp"))
	context.title = _("Tindakan perbaikan {0}").format(skp.nama_pegawai)
	context.skp = skp
	context.galat = run_aksi({"simpan": lambda: save(skp)})
	form = frappe.form_dict if context.galat else {}
	context.milik_sendiri = skp.pegawai_user == frappe.session.user
	context.dapat_diisi = portal_tindakan.may_tulis(skp)
	context.diminta = portal_tindakan.build_diminta(skp, form)
	context.tindakan = portal_tindakan.build_tindakan(skp.name, form)
	context.ada_isian = context.dapat_diisi and (
		context.diminta or any(not row.hasil for row in context.tindakan)
	)


def save(skp) -> str:
	portal_tindakan.save(skp, frappe.form_dict)
	return get_alamat("tindakan", skp=skp.name, pesan="tindakan")
