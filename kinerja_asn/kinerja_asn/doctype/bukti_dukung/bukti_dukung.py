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
		keadaan_tautan: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		sidik: DF.Data | None
		tautan: DF.Data | None
		tautan_diperiksa_pada: DF.Datetime | None
		untuk: DF.Int
		uraian: DF.Data | None
	# end: auto-generated types
