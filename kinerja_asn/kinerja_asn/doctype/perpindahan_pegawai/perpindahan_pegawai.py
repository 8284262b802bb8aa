from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PerpindahanPegawai(BarisDokumen):
	"""One of those whom a change of Penilai names."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		nama_pegawai: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pegawai: DF.Link
	# end: auto-generated types
