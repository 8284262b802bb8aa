from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class BarisCatatanHarian(BarisDokumen):
	"""One thing done on a day: for a hasil kerja, which it names by its ``kunci``, or tugas langsung without one."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach | None
		hasil_kerja: DF.Data | None
		indikator: DF.Data | None
		menit: DF.Int
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		rencana_hasil_kerja: DF.SmallText | None
		satuan: DF.Data | None
		tautan: DF.Data | None
		terlambat: DF.Check
		uraian: DF.SmallText
		uraian_indikator: DF.SmallText | None
		volume: DF.Float
	# end: auto-generated types
