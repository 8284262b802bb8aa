"""A Penilai asks a whole team, or some of it, for rencana aksi."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.portal.dasar.halaman import portal_page, run_aksi
from kinerja_asn.portal.pelaksanaan import minta_rencana_aksi as portal_minta


@portal_page(PENILAI)
def get_context(context):
	context.title = _("Minta rencana aksi")
	context.galat = run_aksi({"minta": partial(ask, context)})
	context.form = frappe.form_dict if context.galat else {}
	context.rows = portal_minta.build_daftar()


def ask(context) -> None:
	context.hasil = portal_minta.ask_banyak(frappe.form_dict)
