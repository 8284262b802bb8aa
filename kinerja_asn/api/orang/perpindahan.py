"""A move on the form, before anybody is asked to confirm what cannot be undone."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role

DITENTUKAN = ("jenis", "tanggal", "pegawai", "penilai_lama", "penilai_baru", "sebagai", "sampai")


@frappe.whitelist(methods=["POST"])
def preview(doc: dict | str) -> int:
	"""How many employees the unsaved move ``doc`` concerns; refuses what saving it would refuse, and saves nothing."""
	require_role(PENGELOLA)
	formulir = frappe.parse_json(doc)
	perpindahan = frappe.new_doc("Perpindahan Kinerja")
	perpindahan.update({medan: formulir.get(medan) for medan in DITENTUKAN})
	perpindahan.check_permission("create")
	return perpindahan.preview()
