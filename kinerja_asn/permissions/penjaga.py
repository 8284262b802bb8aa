"""Guards for whitelisted endpoints and pages. Not ``frappe.only_for``: that one lets everybody in during v15 tests."""

from collections.abc import Iterable

import frappe
from frappe import _

from kinerja_asn.constants.peran import ROLES


def require_login() -> str:
	"""The session user; refuses guests."""
	if frappe.session.user == "Guest":
		frappe.throw(_("Silakan masuk dahulu."), frappe.PermissionError)
	return frappe.session.user


def require_role(*roles: str) -> str:
	"""The session user, who must hold one of ``roles``."""
	user = require_login()
	if not set(roles) & set(frappe.get_roles(user)):
		frappe.throw(
			_("Halaman ini untuk {0}.").format(join_atau(_(role) for role in roles)), frappe.PermissionError
		)
	return user


def join_atau(pilihan: Iterable[str]) -> str:
	"""A or B. Frappe strips what it translates, so the spaces are put around it here."""
	return f" {_('atau')} ".join(pilihan)


def may_use_app() -> bool:
	"""Shows the app's tile to those who have any part in it."""
	return bool(set(ROLES) & set(frappe.get_roles()))
