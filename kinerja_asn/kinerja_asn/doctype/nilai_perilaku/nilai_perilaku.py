from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class NilaiPerilaku(Terjejak):
	"""A value of BerAKHLAK with its guides (Pasal 10; p. 52-53). HR may reword; the seven come with the app."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		definisi: DF.SmallText
		nilai: DF.Data
		panduan: DF.SmallText
		urutan: DF.Int
	# end: auto-generated types
