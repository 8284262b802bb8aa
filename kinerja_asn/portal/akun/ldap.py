"""Signing in with the account of the agency's directory (LDAP Settings)."""

import frappe
from frappe.twofactor import confirm_otp_token, should_run_2fa
from frappe.utils import cint


class DirektoriMenolak(Exception):
	"""The directory does not know name and password, or does not answer: Frappe says either in words of its own."""


def is_aktif() -> bool:
	return bool(cint(frappe.db.get_single_value("LDAP Settings", "enabled")))


def log_in() -> bool:
	"""Name and password stand in the form; False where a code is wanted first."""
	if not is_aktif():
		raise DirektoriMenolak
	# Needs a library that a site without a directory need not have.
	from frappe.integrations.doctype.ldap_settings.ldap_settings import login

	try:
		return login() is not False
	except frappe.ValidationError:
		raise DirektoriMenolak from None


def finish_masuk(user: str) -> bool:
	"""The directory answered for ``user`` in the first step, and left no password here that could be compared again."""
	if not (is_aktif() and should_run_2fa(user)):
		raise DirektoriMenolak
	manager = frappe.local.login_manager
	manager.user = user
	confirm_otp_token(manager)
	manager.post_login()
	return True
