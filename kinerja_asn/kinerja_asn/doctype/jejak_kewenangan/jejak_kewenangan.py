from frappe.model.document import Document


class JejakKewenangan(Document):
	"""That somebody changed who decides about whom; written by services/orang/kewenangan/jejak.py alone."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		dokumen: DF.Data | None
		instansi: DF.Link | None
		jenis_dokumen: DF.Data | None
		nama_oleh: DF.Data | None
		nama_pegawai: DF.Data | None
		oleh: DF.Data | None
		pegawai: DF.Link | None
		saat: DF.Datetime | None
		unit_kerja: DF.Link | None
		uraian: DF.Text | None
	# end: auto-generated types
