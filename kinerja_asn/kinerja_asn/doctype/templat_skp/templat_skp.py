import frappe
from frappe import _

from kinerja_asn.constants.istilah import Pendekatan
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.rules.formulir import choose_formulir
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri, check_ukuran
from kinerja_asn.services.perencanaan.skp.rencana import (
	assign_kunci,
	find_masalah,
	link_indikator,
	normalize_indikator,
)
from kinerja_asn.services.perencanaan.skp.templat import find_templat

# What ties a row to one person's year: a template has none of it.
PERORANGAN = {
	"hasil_kerja": ("rhk_pimpinan", "pk_indikator", "penugasan", "penugasan_dari", "penugasan_sebagai"),
	"indikator": ("pk_indikator",),
	"lampiran": ("terealisasi",),
}


class TemplatSKP(MilikInstansi):
	"""The plan with which an agency's SKP of one jabatan begin, so that like posts start alike."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.skp_hasil_kerja.skp_hasil_kerja import SKPHasilKerja
		from kinerja_asn.kinerja_asn.doctype.skp_indikator.skp_indikator import SKPIndikator
		from kinerja_asn.kinerja_asn.doctype.skp_lampiran.skp_lampiran import SKPLampiran

		aktif: DF.Check
		hasil_kerja: DF.Table[SKPHasilKerja]
		indikator: DF.Table[SKPIndikator]
		instansi: DF.Link
		jabatan: DF.Link
		lampiran: DF.Table[SKPLampiran]
		nama_templat: DF.Data
		pendekatan: DF.Literal["Kuantitatif", "Kualitatif"]
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		check_baris_milik_sendiri(self)
		self.check_tunggal()
		self.clear_perorangan()
		self.fill_baris()
		self.check_lengkap()

	def check_tunggal(self) -> None:
		"""Of several templates for one jabatan nobody could tell which a new SKP begins with."""
		lain = self.aktif and find_templat(self.instansi, self.jabatan)
		if lain and lain != self.name:
			frappe.throw(
				_(
					"Sudah ada templat aktif untuk {0} di {1}, yaitu {2}. Ubah templat itu, atau nonaktifkan dahulu."
				).format(
					self.jabatan, self.instansi, frappe.db.get_value(self.doctype, lain, "nama_templat")
				),
				frappe.DuplicateEntryError,
			)

	def clear_perorangan(self) -> None:
		for tabel, kolom in PERORANGAN.items():
			for row in self.get(tabel):
				row.update(dict.fromkeys(kolom))

	def fill_baris(self) -> None:
		assign_kunci(self)
		link_indikator(self)
		normalize_indikator(self)

	def check_lengkap(self) -> None:
		"""An active template must give plans that can be submitted: here by the form that its approach asks for. Who
		heads a unit, and so needs perspektif, only his SKP knows."""
		self.formulir = choose_formulir(None, False, Pendekatan(self.pendekatan))
		masalah = self.aktif and find_masalah(self)
		if masalah:
			frappe.throw(masalah, title=_("Templat belum lengkap"), as_list=True)


def on_doctype_update():
	frappe.db.add_index("Templat SKP", ["instansi", "jabatan"])
