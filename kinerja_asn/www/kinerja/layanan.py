"""Umpan Balik Masyarakat: what citizens say about the services of one's unit, by month and around each measure."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import ROLES
from kinerja_asn.portal.dasar.halaman import portal_page
from kinerja_asn.portal.pelaksanaan.masyarakat.perkembangan import (
	build_perkembangan,
	find_layanan,
	list_layanan,
)


@portal_page(*ROLES)
def get_context(context):
	context.title = _("Umpan balik masyarakat")
	context.daftar = list_layanan()
	name = frappe.form_dict.get("name") or (context.daftar[0].name if len(context.daftar) == 1 else None)
	if name:
		context.layanan = find_layanan(context.daftar, str(name))
		context.rincian = build_perkembangan(context.layanan)
