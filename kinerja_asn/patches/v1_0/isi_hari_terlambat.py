"""Late reports from before it was recorded by how many working days: by the day on which that was decided."""

import frappe
from frappe.utils import getdate

from kinerja_asn.rules.tenggat import count_hari_terlambat
from kinerja_asn.services.bersama.waktu import get_libur

DOCTYPE = "Realisasi Kinerja"


def execute() -> None:
	kolom = ["name", "instansi", "tenggat", "lengkap_pada", "diajukan_pada"]
	rows = frappe.get_all(DOCTYPE, {"terlambat": 1, "hari_terlambat": 0}, kolom)
	libur = {instansi: get_libur(instansi) for instansi in {row.instansi for row in rows}}
	for row in rows:
		pada = getdate(row.lengkap_pada or row.diajukan_pada)
		hari = count_hari_terlambat(getdate(row.tenggat), pada, libur[row.instansi])
		frappe.db.set_value(DOCTYPE, row.name, "hari_terlambat", max(hari, 1), update_modified=False)
