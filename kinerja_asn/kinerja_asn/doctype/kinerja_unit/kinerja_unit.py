import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.bersama.kunci import shorten_nama
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.orang.kewenangan.jejak import record_penghapusan, record_perubahan
from kinerja_asn.services.orang.kewenangan.penjagaan import guard_kinerja_unit
from kinerja_asn.services.orang.unit import check_unit_instansi
from kinerja_asn.services.penilaian.pembaruan import spread_predikat
from kinerja_asn.services.penilaian.permintaan import retire_permintaan


class KinerjaUnit(MilikInstansi, KunciUnik):
	"""Capaian kinerja organisasi of one unit in one period (Pasal 24-25; p. 92-94)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		dasar: DF.SmallText
		instansi: DF.Link | None
		jenis: DF.Literal["Periodik", "Tahunan"]
		masa_ke: DF.Int
		periode: DF.Link
		predikat_organisasi: DF.Literal["", "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		unit_kerja: DF.Link
	# end: auto-generated types

	def autoname(self):
		akhiran = "T" if self.jenis == JenisEvaluasi.TAHUNAN else f"P{self.masa_ke or 0:02d}"
		self.name = shorten_nama(f"KU-{self.periode}-{akhiran}-{self.unit_kerja}")

	def before_insert(self):
		if self.jenis == JenisEvaluasi.TAHUNAN:
			self.masa_ke = 0

	def validate(self):
		guard_kinerja_unit(self)
		self.check_unit()
		self.check_masa()

	def on_update(self):
		record_perubahan(self)
		spread_predikat(self, self.predikat_organisasi)
		retire_permintaan(self)

	def on_trash(self):
		guard_kinerja_unit(self)
		spread_predikat(self, None)

	def after_delete(self):
		record_penghapusan(self)

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		return {
			"instansi": self.periode and frappe.get_cached_value("Periode Kinerja", self.periode, "instansi"),
			"unit_kerja": self.unit_kerja,
		}

	def check_unit(self) -> None:
		instansi = self.get_pihak()["instansi"]
		check_unit_instansi(self.unit_kerja, instansi)
		self.instansi = instansi

	def check_masa(self) -> None:
		if self.jenis == JenisEvaluasi.PERIODIK:
			find_masa(get_masa_evaluasi(self.periode, JenisEvaluasi.PERIODIK), self.masa_ke)


def on_doctype_update():
	frappe.db.add_unique(
		"Kinerja Unit", ["unit_kerja", "periode", "jenis", "masa_ke"], constraint_name="unik_unit_masa"
	)
