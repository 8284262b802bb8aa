import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import HalanganBertindak
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.kewenangan.jejak import record_penghapusan, record_perubahan
from kinerja_asn.services.orang.kewenangan.pasangan import check_pasangan
from kinerja_asn.services.orang.kewenangan.penjagaan import guard_penugasan
from kinerja_asn.services.orang.pejabat import check_pejabat
from kinerja_asn.services.orang.peran import sync_peran_pegawai
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.perencanaan.skp.draf import follow_draf

SELAMANYA = getdate("9999-12-31")


class PenugasanPenilai(MilikInstansi):
	"""Who evaluates whom, from when to when, where that differs from the direct superior (Pasal 1; p. 89-92)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		dari: DF.Date
		dasar: DF.SmallText | None
		instansi: DF.Link | None
		jenis: DF.Literal["Definitif", "Plt.", "Plh.", "Delegasi"]
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		pegawai: DF.Link
		penilai: DF.Link
		sampai: DF.Date | None
		unit_kerja: DF.Link | None
	# end: auto-generated types

	def validate(self):
		guard_penugasan(self)
		self.check_orang()
		self.check_dapat_bertindak()
		self.check_pegawai_tetap()
		self.check_tanggal()
		self.check_tumpang_tindih()
		self.check_pasangan()
		self.set_lingkup()

	def on_update(self):
		record_perubahan(self)
		self.follow_penugasan()

	def on_trash(self):
		guard_penugasan(self, "on_trash")

	def after_delete(self):
		record_penghapusan(self)
		self.follow_penugasan()

	def follow_penugasan(self) -> None:
		"""Roles follow who evaluates, and so do drafts in which nobody has written yet."""
		lama = self.get_doc_before_save() or frappe._dict()
		sync_peran_pegawai({self.penilai, self.atasan_penilai, lama.penilai, lama.atasan_penilai})
		follow_draf([self.pegawai])

	def check_orang(self) -> None:
		if self.pegawai == self.penilai:
			frappe.throw(_("Pegawai tidak dapat menilai dirinya sendiri. Pilih Pejabat Penilai lain."))
		if self.atasan_penilai in (self.pegawai, self.penilai) and self.atasan_penilai:
			frappe.throw(_("Atasan Pejabat Penilai harus orang ketiga, bukan pegawai atau penilainya."))

	def check_dapat_bertindak(self) -> None:
		"""Asked of whom is chosen now: an assignment that is on record may be ended, whatever became of its people."""
		if self.has_value_changed("penilai"):
			check_pejabat(self.penilai, _("Pejabat Penilai"))
		if self.atasan_penilai and self.has_value_changed("atasan_penilai"):
			# A head of region above the Penilai needs no account: nothing waits for him before it passes on.
			tanpa_akun = (HalanganBertindak.TANPA_AKUN,)
			check_pejabat(self.atasan_penilai, _("atasan Pejabat Penilai"), boleh=tanpa_akun)

	def check_pegawai_tetap(self) -> None:
		"""Pointing a stored assignment at somebody else would carry it into another agency."""
		before = self.get_doc_before_save()
		if before and before.pegawai != self.pegawai:
			frappe.throw(
				_("Pegawai pada penugasan tidak dapat diganti. Akhiri penugasan ini dan buat yang baru.")
			)

	def check_tanggal(self) -> None:
		if self.sampai and getdate(self.sampai) < getdate(self.dari):
			frappe.throw(_("Tanggal Sampai tidak boleh sebelum tanggal Dari."))

	def check_tumpang_tindih(self) -> None:
		"""On any day one person evaluates: two assignments of an employee must not overlap."""
		for lain in frappe.get_all(
			"Penugasan Penilai",
			{"pegawai": self.pegawai, "name": ("!=", self.name or "")},
			["dari", "sampai", "penilai"],
		):
			mulai = max(getdate(self.dari), getdate(lain.dari))
			selesai = min(getdate(self.sampai or SELAMANYA), getdate(lain.sampai or SELAMANYA))
			if mulai <= selesai:
				frappe.throw(
					_(
						"Bertumpang tindih dengan penugasan {0} sejak {1}. Isi tanggal Sampai pada penugasan itu dahulu."
					).format(lain.penilai, lain.dari)
				)

	def check_pasangan(self) -> None:
		"""Asked of what is still to come: of what lies behind nobody decides any more."""
		mulai = max(getdate(self.dari), get_today())
		if not self.sampai or getdate(self.sampai) >= mulai:
			check_pasangan(self.pegawai, self.penilai, mulai, self.sampai and getdate(self.sampai))

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		data = get_data(self.pegawai)
		return {"instansi": data.company, "unit_kerja": data.department}

	def set_lingkup(self) -> None:
		self.update(self.get_pihak())
