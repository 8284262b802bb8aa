from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class BuktiDukung(BarisDokumen):
	"""Evidence of a result: a private file of the same document, or a link."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach | None
		indikator: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		tautan: DF.Data | None
		untuk: DF.Int
		uraian: DF.Data | None
	# end: auto-generated types
