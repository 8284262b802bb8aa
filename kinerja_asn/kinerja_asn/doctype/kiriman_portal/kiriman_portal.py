from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class KirimanPortal(Terjejak):
	"""That a form of the portal was carried out. Written and read by services/situs/kiriman.py alone, for no one to see."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		halaman: DF.Data | None
		pengguna: DF.Data | None
		tujuan: DF.SmallText | None
	# end: auto-generated types
