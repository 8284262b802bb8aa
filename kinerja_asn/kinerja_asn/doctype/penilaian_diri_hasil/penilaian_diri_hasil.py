from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PenilaianDiriHasil(BarisDokumen):
	"""One hasil kerja as the employee sees it."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		hasil_kerja: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		rating: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rencana_hasil_kerja: DF.SmallText | None
		uraian: DF.SmallText | None
	# end: auto-generated types
