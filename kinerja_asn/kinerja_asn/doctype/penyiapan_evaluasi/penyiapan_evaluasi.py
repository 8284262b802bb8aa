import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.borongan.giliran import is_diam
from kinerja_asn.services.orang.unit import check_unit_instansi
from kinerja_asn.services.penilaian.penyiapan.konteks import get_masa

# What the run writes; a client that sends them is not believed.
HASIL = (
	"status",
	"jumlah_calon",
	"jumlah_dibuat",
	"jumlah_sudah_ada",
	"tidak_ikut",
	"jumlah_galat",
	"mulai_pada",
	"selesai_pada",
)


class PenyiapanEvaluasi(MilikInstansi):
	"""Evaluations prepared for all of a period in an agency or a unit, and what became of each (Pasal 24-25)."""

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
		jenis: DF.Literal["Periodik", "Tahunan"]
		jumlah_calon: DF.Int
		jumlah_dibuat: DF.Int
		jumlah_galat: DF.Int
		jumlah_sudah_ada: DF.Int
		masa: DF.Data | None
		masa_ke: DF.Int
		mulai_pada: DF.Datetime | None
		periode: DF.Link
		selesai_pada: DF.Datetime | None
		status: DF.Literal["Menunggu", "Berjalan", "Selesai", "Terhenti"]
		tidak_ikut: DF.SmallText | None
		unit_kerja: DF.Link | None
	# end: auto-generated types

	def onload(self):
		self.set_onload("diam", is_diam(self))

	def validate(self):
		self.update(self.get_pihak())
		self.set_masa()
		self.check_unit()
		self.keep_hasil()

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		instansi = frappe.db.get_value("Periode Kinerja", self.periode, "instansi")
		return {"instansi": instansi, "unit_kerja": self.unit_kerja}

	def set_masa(self) -> None:
		if self.jenis == JenisEvaluasi.TAHUNAN:
			self.masa_ke = 0
		self.masa = get_masa(self).label

	def check_unit(self) -> None:
		if self.unit_kerja:
			check_unit_instansi(self.unit_kerja, self.instansi)

	def keep_hasil(self) -> None:
		before = self.get_doc_before_save()
		for field in HASIL:
			self.set(field, before.get(field) if before else self.meta.get_field(field).default)
		self.set("galat", before.galat if before else [])
