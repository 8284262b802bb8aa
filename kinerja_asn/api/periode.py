"""The period on which the desk's reports open."""

import frappe

from kinerja_asn.constants.peran import ROLES
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.bersama.periode import find_periode_utama


@frappe.whitelist(methods=["POST"])
def get_utama() -> str | None:
	require_role(*ROLES)
	return find_periode_utama()
