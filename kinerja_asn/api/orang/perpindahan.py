"""A move on the form, before anybody is asked to confirm what cannot be undone."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.bersama.isian import read_daftar, read_kamus

DITENTUKAN = (
	"jenis",
	"tanggal",
	"cakupan",
	"unit_cakupan",
	"pegawai",
	"penilai_lama",
	"penilai_baru",
	"sebagai",
	"sampai",
)


@frappe.whitelist(methods=["POST"])
def preview(doc: dict | str) -> dict:
	"""What the unsaved move ``doc`` would do to whom; refuses what saving it would refuse, and saves nothing."""
	require_role(PENGELOLA)
	formulir = read_kamus(doc)
	perpindahan = frappe.new_doc("Perpindahan Kinerja")
	perpindahan.update({medan: formulir.get(medan) for medan in DITENTUKAN})
	for row in read_daftar(formulir.get("daftar_pegawai"), dict):
		perpindahan.append("daftar_pegawai", {"pegawai": row.get("pegawai")})
	perpindahan.check_permission("create")
	return perpindahan.preview()
