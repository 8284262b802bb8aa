from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PesertaRapatPenyelarasan(BarisDokumen):
	"""Somebody who takes part in a calibration meeting."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jabatan: DF.Data | None
		nama: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pegawai: DF.Link
	# end: auto-generated types
