"""What was noted in a day, a week or a month as a table to copy into the national application."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PEGAWAI
from kinerja_asn.portal.dasar.halaman import portal_page
from kinerja_asn.portal.pelaksanaan.catatan import pekan as portal_pekan
from kinerja_asn.portal.pelaksanaan.catatan import tabel as portal_tabel


@portal_page(PEGAWAI)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Tabel catatan harian")
	context.tanggal = portal_pekan.read_tanggal(form.get("tanggal"))
	context.rentang = portal_tabel.choose_rentang(form.get("rentang"))
	context.pilihan, context.judul = (
		portal_tabel.name_pilihan(),
		portal_tabel.name_rentang(context.tanggal, context.rentang),
	)
	context.kolom = portal_tabel.get_kepala()
	context.tabel = portal_tabel.build_tabel(*portal_tabel.get_rentang(context.tanggal, context.rentang))
	context.salinan = portal_tabel.join_salinan(context.kolom, context.tabel)
