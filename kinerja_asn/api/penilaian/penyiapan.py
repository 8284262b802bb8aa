"""Preparing the evaluations of a period from the desk."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.penilaian.penyiapan import giliran, pratinjau


@frappe.whitelist(methods=["POST"])
def start(name: str) -> None:
	"""Begin the Penyiapan Evaluasi ``name``, or go on with one that has stopped, in the background."""
	require_role(PENGELOLA)
	giliran.enqueue(_get_penyiapan(name))


@frappe.whitelist(methods=["POST"])
def preview(name: str) -> dict:
	"""What it would make now, in numbers; nothing is written."""
	require_role(PENGELOLA)
	return pratinjau.preview(_get_penyiapan(name))


def _get_penyiapan(name: str):
	penyiapan = frappe.get_doc("Penyiapan Evaluasi", name)
	penyiapan.check_permission("write")
	return penyiapan
