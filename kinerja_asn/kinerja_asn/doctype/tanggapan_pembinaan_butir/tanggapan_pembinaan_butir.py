from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class TanggapanPembinaanButir(BarisDokumen):
	"""One of the nine statements of form B.1.8 with what the employee says to it (p. 83)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jawaban: DF.Literal["", "Ya", "Sebagian", "Tidak"]
		keterangan: DF.SmallText | None
		nomor: DF.Int
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pernyataan: DF.SmallText | None
		subjek: DF.Data | None
	# end: auto-generated types
