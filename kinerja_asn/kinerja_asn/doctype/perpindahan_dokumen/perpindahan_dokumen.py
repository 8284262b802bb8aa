from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PerpindahanDokumen(BarisDokumen):
	"""What a Perpindahan Kinerja did to one SKP."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		skp_baru: DF.Link | None
		skp_lama: DF.Link | None
		tindakan: DF.SmallText | None
	# end: auto-generated types
