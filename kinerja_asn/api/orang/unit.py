"""What the desk's list of units offers."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.orang.pengisian import unit_contoh


@frappe.whitelist(methods=["POST"])
def remove_unit_contoh() -> str:
	require_role(PENGELOLA, "System Manager")
	return unit_contoh.remove_unit_contoh()
