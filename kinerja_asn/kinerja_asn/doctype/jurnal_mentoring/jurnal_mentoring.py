from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class JurnalMentoring(BarisDokumen):
	"""One meeting of a mentoring (form B.1.7, p. 82)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		materi: DF.SmallText
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		rencana_aksi: DF.SmallText | None
		tanggal: DF.Date
		target_waktu: DF.Date | None
		tempat: DF.Data | None
	# end: auto-generated types
