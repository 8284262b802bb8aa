import frappe

from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class RealisasiIndikator(BarisDokumen):
	"""What was achieved on one indikator in one reporting period."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		arah: DF.Data | None
		catatan_penilai: DF.SmallText | None
		dilaporkan: DF.Check
		indikator: DF.Data | None
		keterangan: DF.SmallText | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		realisasi: DF.Float
		realisasi_naratif: DF.SmallText | None
		riwayat: DF.SmallText | None
		satuan: DF.Data | None
		sebelumnya: DF.SmallText | None
		sumber_angka: DF.Data | None
		target: DF.Data | None
		uraian: DF.SmallText | None
	# end: auto-generated types


def on_doctype_update():
	# Progress of a whole agency adds these up: the index alone answers, without reading the rows.
	kolom = ["parent", "parenttype", "indikator", "dilaporkan", "realisasi"]
	frappe.db.add_index("Realisasi Indikator", kolom, index_name="progres_baris")
