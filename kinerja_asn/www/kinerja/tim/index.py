"""Tim Saya: what waits for a Penilai, and where each of his people stands."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.portal import tim as portal_tim
from kinerja_asn.portal.dasar.halaman import portal_page
from kinerja_asn.services.bersama.periode import choose_periode


@portal_page(PENILAI)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Tim Saya")
	context.sebagai = form.get("sebagai") if form.get("sebagai") in portal_tim.SEBAGAI else "penilai"
	context.cari = (form.get("cari") or "").strip()[:100]
	context.daftar_periode = portal_tim.get_periode_tim(context.sebagai)
	context.periode = choose_periode(context.daftar_periode, form.get("periode"))
	context.antrean = portal_tim.get_antrean() if context.sebagai == "penilai" else {}
	context.tim = (
		portal_tim.get_tim(context.periode, context.sebagai, context.cari) if context.periode else []
	)
	if context.sebagai == "penilai" and context.periode and not context.cari:
		context.belum_dievaluasi = portal_tim.get_evaluasi_belum_dibuat(portal_tim.get_skp_dinilai())
		context.tanpa_skp = portal_tim.get_tanpa_skp(context.periode, context.tim)
	context.ringkasan = portal_tim.count_tim(context.tim)
