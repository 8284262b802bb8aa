import frappe

from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.borongan.giliran import is_diam
from kinerja_asn.services.orang.unit import check_unit_instansi

# What the run writes; a client that sends them is not believed.
HASIL = (
	"status",
	"jumlah_calon",
	"jumlah_dibuat",
	"jumlah_disalin",
	"jumlah_templat",
	"jumlah_kosong",
	"jumlah_sudah_ada",
	"jumlah_dikecualikan",
	"tidak_ikut",
	"jumlah_galat",
	"mulai_pada",
	"selesai_pada",
)


class PembukaanPeriode(MilikInstansi):
	"""SKP drafts for all who are evaluated in an agency or a unit, and what became of each (p. 62-66)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.pembukaan_periode_galat.pembukaan_periode_galat import (
			PembukaanPeriodeGalat,
		)

		galat: DF.Table[PembukaanPeriodeGalat]
		instansi: DF.Link | None
		jumlah_calon: DF.Int
		jumlah_dibuat: DF.Int
		jumlah_dikecualikan: DF.Int
		jumlah_disalin: DF.Int
		jumlah_galat: DF.Int
		jumlah_kosong: DF.Int
		jumlah_sudah_ada: DF.Int
		jumlah_templat: DF.Int
		mulai_pada: DF.Datetime | None
		periode: DF.Link
		selesai_pada: DF.Datetime | None
		status: DF.Literal["Menunggu", "Berjalan", "Selesai", "Terhenti"]
		sumber: DF.Literal["SKP tahun lalu", "Templat jabatan", "Kosong"]
		tidak_ikut: DF.SmallText | None
		unit_kerja: DF.Link | None
	# end: auto-generated types

	def onload(self):
		self.set_onload("diam", is_diam(self))

	def validate(self):
		self.set_instansi()
		self.check_unit()
		self.keep_hasil()

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		instansi = frappe.db.get_value("Periode Kinerja", self.periode, "instansi")
		return {"instansi": instansi, "unit_kerja": self.unit_kerja}

	def set_instansi(self) -> None:
		self.update(self.get_pihak())

	def check_unit(self) -> None:
		if self.unit_kerja:
			check_unit_instansi(self.unit_kerja, self.instansi)

	def keep_hasil(self) -> None:
		before = self.get_doc_before_save()
		for field in HASIL:
			self.set(field, before.get(field) if before else self.meta.get_field(field).default)
		self.set("galat", before.galat if before else [])
