"""Help for the form of a Perjanjian Kinerja."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.orang import pimpinan


@frappe.whitelist(methods=["POST"])
def propose_pimpinan(periode: str, unit_kerja: str) -> dict | None:
	"""Who seems to head the unit (name, employee_name), for whoever may make its agreement for the period."""
	require_role(PENGELOLA)
	perjanjian = frappe.new_doc("Perjanjian Kinerja")
	perjanjian.update({"periode": periode, "unit_kerja": unit_kerja})
	perjanjian.check_permission("create")
	perjanjian.set_instansi()
	usulan = pimpinan.propose_pimpinan(unit_kerja)
	return usulan and {"name": usulan.name, "employee_name": usulan.employee_name}
