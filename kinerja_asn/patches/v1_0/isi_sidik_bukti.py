"""Evidence given before the same content was told apart from other: its mark, as a new row has it."""

import frappe
from frappe.utils import create_batch

from kinerja_asn.services.pelaksanaan.bukti import get_sidik_berkas, sign_tautan

SEKALIGUS = 1_000


def execute() -> None:
	saring = {"parenttype": "Realisasi Kinerja", "sidik": ("is", "not set")}
	rows = frappe.get_all("Bukti Dukung", saring, ["name", "parent", "berkas", "tautan"])
	for bagian in create_batch(rows, SEKALIGUS):
		berkas = get_sidik_berkas(list({row.parent for row in bagian}))
		sidik = {row.name: berkas.get((row.parent, row.berkas)) or sign_tautan(row.tautan) for row in bagian}
		isi = {name: {"sidik": nilai} for name, nilai in sidik.items() if nilai}
		if isi:
			frappe.db.bulk_update("Bukti Dukung", isi, update_modified=False)
