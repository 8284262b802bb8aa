"""Where somebody is led who has signed in, and whether the desk is a place for him."""

from collections.abc import Collection
from urllib.parse import urlsplit

import frappe
from frappe.utils import get_url_to_list

from kinerja_asn.constants import APP, MODULE
from kinerja_asn.constants.peran import PERAN_UMUM, ROLES

PORTAL = "/kinerja"


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


def get_alamat_desk(roles: Collection[str]) -> str | None:
	"""The workspace of those who run the system (the desk addresses one as it does a list), the desk of those who have
	something to do there. ERPNext lets everybody with an Employee record in: that alone is no reason to go."""
	if any(ROLES.get(peran) for peran in roles):
		return urlsplit(get_url_to_list(MODULE)).path
	if "Desk User" in roles and set(roles) - set(ROLES) - set(PERAN_UMUM):
		return urlsplit(get_url_to_list("")).path.rstrip("/")
	return None
