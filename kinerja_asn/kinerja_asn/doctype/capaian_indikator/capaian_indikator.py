import frappe

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class CapaianIndikator(Terjejak):
	"""The kept total of one indikator of one SKP. Written by services/pelaksanaan/pemantauan alone, and read there by
	whoever may read the SKP: it has no readers of its own."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		deret: DF.SmallText | None
		kunci: DF.Data | None
		periode: DF.Link | None
		skp: DF.Link | None
		status_dilaporkan: DF.Data | None
		status_diverifikasi: DF.Data | None
	# end: auto-generated types


def on_doctype_update():
	frappe.db.add_unique("Capaian Indikator", ["skp", "kunci"], constraint_name="unik_skp_kunci")
	# A whole agency is counted from the index alone.
	for kolom in ("status_dilaporkan", "status_diverifikasi"):
		frappe.db.add_index("Capaian Indikator", ["periode", "skp", kolom], index_name=f"pantau_{kolom}")
