"""Who is told and mailed when a document passes on."""

import frappe

from kinerja_asn.permissions.giliran import Giliran


def get_penerima(giliran: list[Giliran]) -> dict[str, Giliran]:
	"""User -> in which part. Not whoever has just acted: he knows."""
	return {user: bagian for bagian in giliran for user in bagian.users if user != frappe.session.user}
