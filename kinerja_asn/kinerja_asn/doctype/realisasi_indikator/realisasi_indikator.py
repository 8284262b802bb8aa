import frappe

from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class RealisasiIndikator(BarisDokumen):
	"""What was achieved on one indikator in one reporting period."""


def on_doctype_update():
	# Progress of a whole agency adds these up: the index alone answers, without reading the rows.
	frappe.db.add_index(
		"Realisasi Indikator",
		["parent", "indikator", "dilaporkan", "realisasi"],
		index_name="progres_indikator",
	)
