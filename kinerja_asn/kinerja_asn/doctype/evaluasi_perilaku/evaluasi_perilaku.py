from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class EvaluasiPerilaku(BarisDokumen):
	"""One value with the feedback received on it."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		ekspektasi_khusus: DF.SmallText | None
		nilai: DF.Link | None
		panduan: DF.SmallText | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		umpan_balik: DF.SmallText | None
	# end: auto-generated types
