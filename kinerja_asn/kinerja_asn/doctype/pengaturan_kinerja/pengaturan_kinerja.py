from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.services.pelaksanaan.bukti import check_ekstensi
from kinerja_asn.services.penilaian.dokumen.penerbitan import check_penomoran


class PengaturanKinerja(Terjejak):
	"""What HR sets for all agencies of the site. Read by services/situs/pengaturan.py."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		izinkan_simpan_di_perangkat: DF.Check
		jenis_berkas_bukti: DF.SmallText | None
		lambang_negara: DF.AttachImage | None
		penomoran_dokumen: DF.Data | None
		periksa_tautan_bukti: DF.Check
	# end: auto-generated types

	def validate(self):
		self.jenis_berkas_bukti = check_ekstensi(self.jenis_berkas_bukti)
		self.penomoran_dokumen = check_penomoran(self.penomoran_dokumen)
