from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class LayananPublikBahasa(BarisDokumen):
	"""One more language that the public page of a service offers."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		bahasa: DF.Link
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
	# end: auto-generated types
