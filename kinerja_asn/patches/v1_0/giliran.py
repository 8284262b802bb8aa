"""Whose turn it is follows from the workflow now: the notices that knew one person only go, and what waits is listed anew.

HR may open the Workflow Builder, an Auditor reads the logs."""

import frappe

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.peran import IZIN_JEJAK
from kinerja_asn.kinerja_asn.workflow.halaman import give_halaman_alur
from kinerja_asn.permissions.pemberian import give_izin
from kinerja_asn.services.giliran.penyerahan import renew

LAMA = ("SKP Diajukan", "Perubahan SKP Diajukan", "Realisasi Diajukan")


def execute() -> None:
	for name in LAMA:
		frappe.delete_doc("Notification", name, force=True, ignore_missing=True)
	for doctype in BERTAHAP:
		for name in frappe.get_all("Workflow", {"document_type": doctype, "is_active": 1}, pluck="name"):
			renew(frappe.get_doc("Workflow", name))
	give_halaman_alur()
	give_izin(IZIN_JEJAK)
