"""Opening a period from the desk."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.perencanaan.pembukaan import giliran, pratinjau


@frappe.whitelist(methods=["POST"])
def start(name: str) -> None:
	"""Begin the Pembukaan Periode ``name``, or go on with one that has stopped, in the background."""
	require_role(PENGELOLA)
	giliran.enqueue(_get_pembukaan(name))


@frappe.whitelist(methods=["POST"])
def preview(name: str) -> dict:
	"""What it would make now, in numbers; nothing is written."""
	require_role(PENGELOLA)
	return pratinjau.preview(_get_pembukaan(name))


def _get_pembukaan(name: str):
	pembukaan = frappe.get_doc("Pembukaan Periode", name)
	pembukaan.check_permission("write")
	return pembukaan
