import frappe
from frappe import _

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class VersiSKP(Terjejak):
	"""A former version of an SKP, kept readable as it was (Pasal 14 (2)). Written once, by services/versi.archive."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan: DF.Literal[
			"",
			"Umpan balik berkelanjutan",
			"Penugasan baru",
			"Penyesuaian ekspektasi",
			"Penyesuaian dukungan sumber daya",
			"Pembinaan kinerja",
		]
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		berlaku_mulai: DF.Date | None
		berlaku_sampai: DF.Date | None
		ditetapkan_oleh: DF.Link | None
		ditetapkan_pada: DF.Datetime | None
		instansi: DF.Link | None
		isi: DF.LongText | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		nomor: DF.Int
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		perubahan: DF.Link | None
		skp: DF.Link
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		uraian_alasan: DF.SmallText | None
	# end: auto-generated types

	def validate(self):
		self.refuse()

	def on_trash(self):
		self.refuse()

	def refuse(self) -> None:
		frappe.throw(
			_("Versi SKP dibuat ketika perubahan ditetapkan dan tidak dapat dibuat, diubah, atau dihapus."),
			frappe.PermissionError,
		)


def on_doctype_update():
	frappe.db.add_unique("Versi SKP", ["skp", "nomor"], constraint_name="unik_versi_nomor")
