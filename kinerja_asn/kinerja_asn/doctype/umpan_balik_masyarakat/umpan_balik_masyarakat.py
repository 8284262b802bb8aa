import frappe
from frappe import _

from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik


class UmpanBalikMasyarakat(KunciUnik):
	"""What one citizen said about a service on a day. It names nobody: no address, no device, no hour.

	Written by services/pelaksanaan/masyarakat/jawaban.py alone, moderated by moderasi.py; the mark is nobody's to change.
	"""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		ada_waktu_tunggu: DF.Check
		alasan: DF.SmallText | None
		bulan: DF.Data | None
		diperiksa_oleh: DF.Data | None
		diperiksa_pada: DF.Datetime | None
		instansi: DF.Link | None
		jenis: DF.Literal["", "Pujian", "Keluhan", "Saran"]
		komentar: DF.SmallText | None
		kunci: DF.Data | None
		layanan: DF.Link
		nilai: DF.Int
		status_komentar: DF.Literal["Tanpa komentar", "Menunggu diperiksa", "Ditampilkan", "Disembunyikan"]
		tanggal: DF.Date
		unit_kerja: DF.Link | None
		waktu_tunggu: DF.Int
	# end: auto-generated types

	def validate(self):
		self.refuse_perubahan()

	def on_trash(self):
		self.refuse_perubahan()

	def refuse_perubahan(self) -> None:
		frappe.throw(
			_(
				"Umpan balik masyarakat diisi masyarakat sendiri: tidak dibuat, diubah, atau dihapus di sini. Komentarnya dapat "
				"ditampilkan atau disembunyikan."
			),
			frappe.PermissionError,
		)


def on_doctype_update():
	frappe.db.add_index("Umpan Balik Masyarakat", ["layanan", "tanggal"])
	frappe.db.add_index("Umpan Balik Masyarakat", ["status_komentar", "layanan"])
