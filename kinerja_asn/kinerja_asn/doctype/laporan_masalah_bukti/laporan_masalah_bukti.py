from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class LaporanMasalahBukti(BarisDokumen):
	"""One feedback that was given, attached as proof; its words, since its reader may not open it (p. 86 huruf d)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		isi: DF.Text | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pemberi: DF.Data | None
		tanggal: DF.Date | None
		tentang: DF.Data | None
		umpan_balik: DF.Link
	# end: auto-generated types
