"""Pohon kinerja: from the agency's Perjanjian Kinerja down to each person, as far as the reader may see."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import ROLES
from kinerja_asn.portal.dasar.halaman import portal_page
from kinerja_asn.portal.perencanaan import pohon as portal_pohon
from kinerja_asn.services.bersama.periode import choose_periode
from kinerja_asn.services.orang.unit import get_daftar_unit
from kinerja_asn.services.pelaksanaan.pemantauan.pohon import SIMPUL_MAKS, get_pohon


@portal_page(*ROLES)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Pohon Kinerja")
	context.cari = (form.get("cari") or "").strip()[:100]
	context.daftar_periode = portal_pohon.get_daftar_periode()
	context.periode = choose_periode(context.daftar_periode, form.get("periode"))
	if context.periode:
		fill(context, form)


def fill(context, form) -> None:
	context.daftar_unit = get_daftar_unit(context.periode)
	context.unit = portal_pohon.choose_unit(context.daftar_unit, form.get("unit"))
	pohon = get_pohon(context.periode, context.unit)
	context.akar = portal_pohon.build_tampilan(pohon, context.cari)
	context.jumlah, context.lepas, context.sebagian = pohon.jumlah, len(pohon.lepas), pohon.sebagian
	context.maks = SIMPUL_MAKS
