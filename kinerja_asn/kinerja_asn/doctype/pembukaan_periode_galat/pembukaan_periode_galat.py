from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PembukaanPeriodeGalat(BarisDokumen):
	"""An employee for whom no draft could be made, and what to mend."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		nama_pegawai: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pegawai: DF.Link | None
		pesan: DF.SmallText | None
	# end: auto-generated types
