import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.pembinaan import StatusLaporanMasalah
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.berpihak import Berpihak
from kinerja_asn.kinerja_asn.workflow.rekaman.milik_skp import MilikSkp
from kinerja_asn.kinerja_asn.workflow.rekaman.rahasia import Rahasia
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.services.bersama.isian import check_ukuran, require_teks
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.pelaksanaan.pembinaan.kabar import tell_keputusan_laporan, tell_laporan
from kinerja_asn.services.pelaksanaan.pembinaan.laporan_masalah import build_bukti, check_nilai_dasar
from kinerja_asn.services.pelaksanaan.pembinaan.pejabat import find_pejabat

ISI = (
	"skp",
	"nilai_dasar",
	"ekspektasi_khusus",
	"permasalahan",
	"pada_pegawai_lain",
	"retrospektif",
	"dikomunikasikan_pada",
	"bukti",
)


class LaporanMasalahPerilaku(MilikSkp, Rahasia, Diputuskan, KunciUnik, Berpihak):
	"""A Penilai reports a behaviour problem that he has talked over with the employee and that went on, with proof of
	feedback (form B.1.10, p. 86-87), to the head of the unit for personnel, who decides whether counselling follows."""

	ISIAN_BARU = ISI

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.laporan_masalah_bukti.laporan_masalah_bukti import (
			LaporanMasalahBukti,
		)

		alasan_keputusan: DF.SmallText | None
		bukti: DF.Table[LaporanMasalahBukti]
		dikomunikasikan_pada: DF.Date
		dilaporkan_pada: DF.Datetime | None
		diputuskan_pada: DF.Datetime | None
		ekspektasi_khusus: DF.Text | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		konselor: DF.Link | None
		konselor_user: DF.Link | None
		kunci_menunggu: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pejabat: DF.Data | None
		nama_penilai: DF.Data | None
		nilai_dasar: DF.SmallText | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pada_pegawai_lain: DF.Literal["Tidak", "Ya"]
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		pejabat: DF.Link | None
		pejabat_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		permasalahan: DF.Text
		retrospektif: DF.Text
		skp: DF.Link
		status: DF.Literal["Menunggu keputusan", "Ditetapkan untuk konseling", "Tidak dilanjutkan"]
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		if self.is_new():
			self.fill()
		else:
			self.check_isian()
			self.record_keputusan()

	def after_insert(self):
		tell_laporan(self)

	def on_update(self):
		if self.status != StatusLaporanMasalah.DILAPORKAN:
			retire(self.doctype, self.name, penerima=self.pejabat_user)
			tell_keputusan_laporan(self)

	def get_pesan_ganda(self) -> str:
		return _("Laporan tentang pegawai ini masih menunggu keputusan.")

	# --- reporting

	def fill(self) -> None:
		dipilih = [row.umpan_balik for row in self.bukti]
		self.check_isian()
		self.update(self.get_pihak())
		self.check_penilai()
		self.nilai_dasar = check_nilai_dasar(self.nilai_dasar)
		require_teks(self, "permasalahan", _("Jelaskan permasalahannya secara detil."))
		require_teks(self, "retrospektif", _("Tulis apa yang sudah Anda lakukan untuk memperbaikinya."))
		self.check_komunikasi()
		self.set("bukti", build_bukti(self.skp, dipilih))
		self.update(find_pejabat(self))
		self.status, self.dilaporkan_pada = str(StatusLaporanMasalah.DILAPORKAN), get_now()
		self.kunci_menunggu = make_sidik(self.skp)

	def check_penilai(self) -> None:
		if frappe.session.user != self.penilai_user or frappe.session.user == self.pegawai_user:
			frappe.throw(
				_("Laporan ini dibuat oleh Pejabat Penilai pegawai itu, yang tercantum di SKP-nya."),
				frappe.PermissionError,
			)
		check_bertugas()
		if frappe.db.get_value("SKP", self.skp, "tahap") != Tahap.DITETAPKAN:
			frappe.throw(_("Laporan dibuat selama SKP pegawai itu berlaku dan belum ditutup."))
		check_periode_dibuka(self.periode)

	def check_komunikasi(self) -> None:
		"""The employee hears it first (p. 86 huruf c)."""
		medan = "dikomunikasikan_pada"
		if not self.dikomunikasikan_pada:
			refuse_isian(
				medan,
				_("Isi tanggal Anda menyampaikannya kepada pegawai: itu wajib sebelum melaporkan (hlm. 86)."),
			)
		tanggal, awal = (
			getdate(self.dikomunikasikan_pada),
			getdate(frappe.db.get_value("SKP", self.skp, "awal")),
		)
		if not awal <= tanggal <= get_today():
			refuse_isian(
				medan,
				_("Tanggal penyampaian harus antara {0} dan hari ini.").format(formatdate(awal)),
			)

	# --- the decision

	def get_isian_terbuka(self, before) -> set[str]:
		menunggu = before.status == StatusLaporanMasalah.DILAPORKAN
		return (
			{"status", "alasan_keputusan"}
			if menunggu and before.pejabat_user == frappe.session.user
			else set()
		)

	def record_keputusan(self) -> None:
		"""Counselling is decided on by setting it (Konseling Kinerja); here only that none follows."""
		if self.status != StatusLaporanMasalah.TIDAK_DILANJUTKAN:
			frappe.throw(_("Tetapkan konselingnya, atau nyatakan laporan ini tidak dilanjutkan."))
		require_teks(self, "alasan_keputusan", _("Tulis alasan mengapa laporan ini tidak dilanjutkan."))
		self.diputuskan_pada, self.kunci_menunggu = get_now(), None
