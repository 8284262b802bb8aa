"""A person over the years, and the search that leads to one. The NIP that is searched for is in no address.

Whoever has nobody to search for finds himself.
"""

import frappe
from frappe import _

from kinerja_asn.constants.peran import ROLES
from kinerja_asn.permissions.lingkup import get_pegawai
from kinerja_asn.portal import pegawai as portal_pegawai
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, redirect, run_aksi

PANJANG_CARI = 100


@portal_page(*ROLES)
def get_context(context):
	form = frappe.form_dict
	if form.get("skp"):
		redirect(get_alamat("pegawai", pegawai=get_dokumen("SKP", form.get("skp")).pegawai), 302)
	context.title = _("Kinerja Pegawai")
	context.cari = str(form.get("cari") or "").strip()[:PANJANG_CARI]
	context.galat = run_aksi({"cari": lambda: search(context)})
	pegawai = form.get("pegawai") or (
		None if context.boleh_cari else next(iter(get_pegawai(context.pengguna)), None)
	)
	if pegawai and frappe.request.method == "GET":
		context.orang = portal_pegawai.read_orang(str(pegawai))
		context.title = context.orang.nama


def search(context) -> None:
	portal_pegawai.check_cari(context.cari)
	context.ditemukan = portal_pegawai.find_orang(context.cari)
