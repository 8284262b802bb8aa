"""Where somebody is led who has signed in, and whether the desk is a place for him."""

import frappe

from kinerja_asn.constants import APP
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.services.situs.tujuan import PORTAL, get_alamat_desk


def get_pendaratan(user: str) -> str | None:
	"""The workspace for whoever runs the system, whatever else he is; the portal for the others who take part in it.

	None: he has no part in the app, and the site leads him.
	"""
	roles = set() if user in frappe.STANDARD_USERS else set(ROLES) & set(frappe.get_roles(user))
	if any(ROLES[peran] for peran in roles):
		return get_alamat_desk(roles)
	return PORTAL if roles else None


def choose_pendaratan(user: str) -> str | None:
	"""As ``get_pendaratan``; None too where he has chosen another start for himself in his account."""
	akun = frappe.get_cached_doc("User", user)
	if akun.get("default_workspace") or akun.get("default_app") not in (None, "", APP):
		return None
	return get_pendaratan(user)
