"""Feedback that nobody asked for: about a colleague, one's superior or oneself."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Sifat
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan.umpan_balik import pemberian


@portal_page(PEGAWAI, PENILAI)
def get_context(context):
	skp = pemberian.get_yang_dinilai(frappe.form_dict.get("pegawai"))
	context.galat = run_aksi({"umpan_balik": partial(give, skp)})
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.title = _("Beri umpan balik untuk {0}").format(skp.nama_pegawai)
	context.skp = skp
	context.pilihan_tentang = pemberian.build_pilihan_inisiatif(skp)
	context.pilihan_sifat = [str(sifat) for sifat in Sifat]


def give(skp) -> str:
	pemberian.give_umpan_balik(skp, frappe.form_dict)
	return get_alamat("umpan_balik", pesan="umpan_balik")
