from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class AmplopUmpanBalik(Terjejak):
	"""All that one role has answered to one request, sealed. Read by services/pelaksanaan/umpan_balik/amplop.py alone."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		isi: DF.LongText | None
		peran: DF.Literal[
			"Diri Sendiri", "Pimpinan", "Rekan Kerja Setingkat", "Pegawai di Bawahnya", "Pihak Lain"
		]
		permintaan: DF.Link
	# end: auto-generated types
