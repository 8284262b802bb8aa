from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PembinaanKeahlian(BarisDokumen):
	"""One skill that a mentoring is to develop, as the employee plans it (form B.1.7, p. 82)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jangka_waktu: DF.SmallText | None
		keahlian: DF.SmallText
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		perubahan: DF.SmallText | None
		ukuran: DF.SmallText | None
	# end: auto-generated types
