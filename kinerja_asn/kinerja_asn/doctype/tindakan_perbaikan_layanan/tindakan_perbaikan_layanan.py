from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class TindakanPerbaikanLayanan(BarisDokumen):
	"""What was made better in a service, and from which day on (Pasal 20)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		tanggal: DF.Date
		uraian: DF.SmallText
	# end: auto-generated types
