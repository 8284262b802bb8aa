import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusPembukaan
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.borongan.giliran import is_diam
from kinerja_asn.services.pelaksanaan.pengimporan.giliran import KOSONG
from kinerja_asn.services.pelaksanaan.pengimporan.pelaksanaan import open_impor

# What the run writes; a client that sends them is not believed.
HASIL = ("status", *KOSONG, "hasil", "mulai_pada", "selesai_pada")


class ImporRealisasi(MilikInstansi):
	"""Figures of one reporting period that HR brings from another system into drafts (Pasal 16)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		asal: DF.Data
		banyak_baris: DF.Int
		berkas: DF.Attach | None
		hasil: DF.Data | None
		instansi: DF.Link | None
		jumlah_baris: DF.Int
		jumlah_diterima: DF.Int
		jumlah_ditolak: DF.Int
		jumlah_sama: DF.Int
		kemajuan: DF.Code | None
		masa: DF.Data | None
		mulai_pada: DF.Datetime | None
		periode: DF.Link
		selesai_pada: DF.Datetime | None
		status: DF.Literal["Menunggu", "Berjalan", "Selesai", "Terhenti"]
		tanggal: DF.Date
	# end: auto-generated types

	def onload(self):
		self.set_onload("diam", is_diam(self))

	def validate(self):
		check_ukuran(self)
		self.update(self.get_pihak())
		self.set_masa()
		self.keep_hasil()
		self.check_berkas()

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		return {"instansi": frappe.db.get_value("Periode Kinerja", self.periode, "instansi")}

	def set_masa(self) -> None:
		if self.is_new():
			impor = open_impor(self.periode, getdate(self.tanggal), self.asal)
			self.masa, self.asal = impor.masa.label, impor.asal

	def check_berkas(self) -> None:
		"""A private file of this document, which others of the site cannot open."""
		if not self.berkas or not self.has_value_changed("berkas"):
			return
		milik = {"file_url": self.berkas, "attached_to_doctype": self.doctype, "attached_to_name": self.name}
		if not self.berkas.startswith("/private/") or not frappe.db.exists("File", milik):
			frappe.throw(_("Unggah berkasnya di sini, sesudah dokumen ini disimpan, sebagai berkas privat."))

	def keep_hasil(self) -> None:
		before = self.get_doc_before_save()
		for field in (*HASIL, *(("masa",) if before else ())):
			self.set(field, before.get(field) if before else self.meta.get_field(field).default)
		if (
			before
			and self.has_value_changed("berkas")
			and (self.status == StatusPembukaan.TERHENTI or is_diam(self))
		):
			self.update(
				{"status": str(StatusPembukaan.MENUNGGU), **KOSONG}
			)  # nothing has been read of another file
