"""What the desk's list and tree of units offer."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_login, require_role
from kinerja_asn.services.orang import unit
from kinerja_asn.services.orang.pengisian import unit_contoh


@frappe.whitelist(methods=["POST"])
def remove_unit_contoh() -> str:
	require_role(PENGELOLA, "System Manager")
	return unit_contoh.remove_unit_contoh()


@frappe.whitelist(methods=["POST"])
def get_children(
	doctype: str,
	parent: str | None = None,
	company: str | None = None,
	is_root: bool | int | str = False,
	**_lain,
) -> list[dict]:
	"""Nodes of the tree view, as ERPNext's get_children of Department, under the units' own names."""
	require_login()
	frappe.has_permission("Department", throw=True)
	return unit.get_anak(parent, company)
