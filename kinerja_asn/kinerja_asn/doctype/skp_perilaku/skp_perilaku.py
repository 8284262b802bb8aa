from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPPerilaku(BarisDokumen):
	"""One of the seven values with what the leader expects in particular."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		ekspektasi_khusus: DF.SmallText | None
		nilai: DF.Link
		panduan: DF.SmallText | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
	# end: auto-generated types
