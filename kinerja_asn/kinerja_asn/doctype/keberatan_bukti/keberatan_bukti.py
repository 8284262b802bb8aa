from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class KeberatanBukti(BarisDokumen):
	"""Evidence for an objection, read by its parties alone (Pasal 29)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		tautan: DF.Data | None
		uraian: DF.Data | None
	# end: auto-generated types
