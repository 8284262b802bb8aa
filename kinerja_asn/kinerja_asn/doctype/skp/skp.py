from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.custom_fields import STATUS_DINILAI
from kinerja_asn.constants.istilah import JenisHasilKerja, Tahap
from kinerja_asn.kinerja_asn.workflow.bertahap import DokumenBertahap
from kinerja_asn.services.isian import check_ukuran
from kinerja_asn.services.periode import check_periode_dibuka
from kinerja_asn.services.pihak import snapshot_pihak
from kinerja_asn.services.rencana import (
	assign_kunci,
	build_perilaku,
	find_masalah,
	link_indikator,
	link_rhk_pimpinan,
	normalize_indikator,
)


class SKP(DokumenBertahap):
	"""Sasaran Kinerja Pegawai: what is expected of one employee in one period (Pasal 14; form A.1.7, p. 57-59)."""

	def autoname(self):
		self.set_urutan()
		self.name = f"SKP-{self.periode}-{self.pegawai}" + (f"-{self.urutan}" if self.urutan > 1 else "")

	def validate(self):
		check_ukuran(self)
		self.validate_baru()
		self.validate_tahap()
		self.validate_pengajuan()

	def get_pihak(self) -> dict:
		return snapshot_pihak(self.pegawai)

	def get_pesan_ganda(self) -> str:
		return _("SKP {0} untuk {1} sudah ada. Buka SKP itu dan lanjutkan di sana.").format(
			self.periode, self.pegawai
		)

	def set_urutan(self) -> None:
		"""A further SKP of the same year exists only after the one before it has been closed (p. 65 no. 6-7)."""
		key = {"pegawai": self.pegawai, "periode": self.periode}
		open_skp = frappe.db.exists("SKP", {**key, "tahap": ("!=", Tahap.DITUTUP)})
		self.urutan = 1 if open_skp else frappe.db.count("SKP", key) + 1
		if open_skp:
			frappe.throw(self.get_pesan_ganda(), frappe.DuplicateEntryError)

	def validate_baru(self) -> None:
		if not self.is_new():
			return
		check_periode_dibuka(self.periode)
		self.check_pegawai_dinilai()

	def check_pegawai_dinilai(self) -> None:
		pegawai = frappe.db.get_value(
			"Employee", self.pegawai, ["status", "status_kinerja", "company", "employee_name"], as_dict=True
		)
		if pegawai.status != "Active" or (pegawai.status_kinerja or STATUS_DINILAI[0]) not in STATUS_DINILAI:
			frappe.throw(
				_("{0} tidak menyusun SKP karena berstatus {1}.").format(
					pegawai.employee_name,
					_(pegawai.status_kinerja if pegawai.status == "Active" else pegawai.status),
				)
			)
		instansi = frappe.get_cached_value("Periode Kinerja", self.periode, "instansi")
		if pegawai.company != instansi:
			frappe.throw(
				_("Periode {0} milik {1}, sedangkan {2} bekerja di {3}. Pilih periode instansinya.").format(
					self.periode, instansi, pegawai.employee_name, pegawai.company
				)
			)

	def fill_isi(self) -> None:
		periode = frappe.get_cached_doc("Periode Kinerja", self.periode)
		self.awal = self.awal or max(getdate(periode.awal), self.get_mulai_bekerja(periode))
		self.akhir = self.akhir or periode.akhir
		assign_kunci(self)
		link_indikator(self)
		normalize_indikator(self)
		link_rhk_pimpinan(self)
		build_perilaku(self)

	def get_mulai_bekerja(self, periode) -> date:
		"""Nobody is behind on months before he was employed."""
		mulai = getdate(frappe.db.get_value("Employee", self.pegawai, "date_of_joining") or periode.awal)
		return min(mulai, getdate(periode.akhir))

	def validate_pengajuan(self) -> None:
		"""An SKP is complete when it leaves the employee's hands, and stays so."""
		if self.tahap in (Tahap.DRAF, Tahap.DIKEMBALIKAN):
			return
		if not (self.penilai_user and self.penilai):
			frappe.throw(
				_(
					"Pejabat Penilai Kinerja untuk {0} belum ada atau belum memiliki akun. Hubungi pengelola kinerja."
				).format(self.nama_pegawai)
			)
		if masalah := find_masalah(self):
			frappe.throw(masalah, title=_("SKP belum lengkap"), as_list=True)

	def get_hasil_kerja(self, jenis: JenisHasilKerja) -> list:
		"""Rows of one kind with their indikator, as forms A.1.7 and the portal show them."""
		return [
			frappe._dict(baris=row, indikator=[iki for iki in self.indikator if iki.hasil_kerja == row.kunci])
			for row in self.hasil_kerja
			if row.jenis == jenis
		]


def on_doctype_update():
	frappe.db.add_unique("SKP", ["pegawai", "periode", "urutan"], constraint_name="unik_pegawai_periode")
	frappe.db.add_index("SKP", ["periode", "tahap"])
