import frappe
from frappe import _

from kinerja_asn.constants.distribusi import StatusRapat
from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.berpihak import Berpihak
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.penilaian.sebaran.rapat import fill_peserta, find_pimpinan

DICATAT = {"tanggal", "tempat", "peserta", "kesimpulan", "status"}
SUSULAN = "catatan_susulan"


class RapatPenyelarasanKinerja(Berpihak, Diputuskan, KunciUnik):
	"""A calibration meeting: who led it, who took part, when; what changed are the Catatan Penyelarasan that name it. Once
	it is closed it only grows, by ``catatan_susulan``."""

	ISIAN_BARU = ("periode", "jenis", "masa_ke", "tanggal", "tempat", "peserta", "kesimpulan")

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.peserta_rapat_penyelarasan.peserta_rapat_penyelarasan import (
			PesertaRapatPenyelarasan,
		)

		catatan_susulan: DF.Text | None
		instansi: DF.Link | None
		jenis: DF.Literal["Periodik", "Tahunan"]
		kesimpulan: DF.Text | None
		kunci_berlangsung: DF.Data | None
		masa: DF.Data | None
		masa_ke: DF.Int
		nama_pimpinan: DF.Data | None
		periode: DF.Link
		peserta: DF.Table[PesertaRapatPenyelarasan]
		pimpinan: DF.Link | None
		pimpinan_user: DF.Link | None
		selesai_pada: DF.Datetime | None
		status: DF.Literal["Berlangsung", "Selesai"]
		tanggal: DF.Date
		tempat: DF.Data | None
		unit_kerja: DF.Link | None
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		self.check_isian()
		if self.is_new():
			self.fill()
		fill_peserta(self)
		self.check_tanggal()
		self.check_susulan()
		self.set_selesai()

	def get_pihak(self) -> dict:
		"""Whoever makes it leads it: worked out on the server, also what decides who may create one."""
		return find_pimpinan(frappe.session.user, self.periode)

	def get_pesan_ganda(self) -> str:
		return _("Rapat penyelarasan yang Anda pimpin untuk masa ini masih berlangsung. Lanjutkan di sana.")

	def fill(self) -> None:
		self.update(self.get_pihak())
		if not self.pimpinan:
			check_bertugas()
			frappe.throw(
				_(
					"Rapat penyelarasan dibuka oleh pejabat yang menilai, atau yang bawahannya menilai, pada periode ini."
				),
				frappe.PermissionError,
			)
		self.masa_ke = 0 if self.jenis == JenisEvaluasi.TAHUNAN else self.masa_ke
		daftar = get_masa_evaluasi(self.periode, JenisEvaluasi(self.jenis))
		self.masa = (
			daftar[0] if self.jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, self.masa_ke)
		).label
		self.status = str(StatusRapat.BERLANGSUNG)

	def get_isian_terbuka(self, before) -> set[str]:
		if frappe.session.user != before.pimpinan_user:
			return set()
		return {SUSULAN} if before.status == StatusRapat.SELESAI else DICATAT

	def check_tanggal(self) -> None:
		if self.has_value_changed("tanggal") and frappe.utils.getdate(self.tanggal) > get_today():
			frappe.throw(_("Rapat dicatat pada harinya atau sesudahnya: tanggalnya belum tiba."))

	def check_susulan(self) -> None:
		"""What was written stays as it was written."""
		before = self.get_doc_before_save()
		lama = (before.get(SUSULAN) if before else None) or ""
		if not (self.get(SUSULAN) or "").startswith(lama):
			frappe.throw(
				_("Catatan susulan hanya dapat ditambah di belakang yang sudah ada."), frappe.PermissionError
			)

	def set_selesai(self) -> None:
		selesai = self.status == StatusRapat.SELESAI
		if selesai and not self.peserta:
			frappe.throw(_("Pilih siapa yang ikut rapat sebelum menutupnya."))
		self.selesai_pada = self.selesai_pada or get_now() if selesai else None
		self.kunci_berlangsung = (
			None if selesai else make_sidik(self.pimpinan, self.periode, self.jenis, str(self.masa_ke))
		)
