import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.pembinaan import StatusAmbilAlih
from kinerja_asn.kinerja_asn.workflow.bertahap import list_perubahan
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.milik_skp import MilikSkp
from kinerja_asn.services.bersama.isian import check_ukuran, require_teks
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import (
	find_dasar,
	find_penghalang,
)
from kinerja_asn.services.pelaksanaan.ambil_alih.kabar import tell
from kinerja_asn.services.penilaian.pembaruan import refresh_evaluasi
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja

PENCABUTAN = ("status", "catatan_pencabutan")


class AmbilAlihHasilKerja(MilikSkp, Diputuskan, KunciUnik):
	"""A leader takes a hasil kerja over after feedback and pembinaan brought no progress; his note is a consideration of
	the evaluation (Pasal 20 ayat (6)-(8)). Made once; what changes it is a withdrawal with a further note."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		catatan: DF.Text
		catatan_pencabutan: DF.Text | None
		dasar: DF.Text | None
		dicabut_oleh: DF.Link | None
		dicabut_pada: DF.Datetime | None
		hasil_kerja: DF.Data
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		kunci_berlaku: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pengambil: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		oleh: DF.Link | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		rencana_hasil_kerja: DF.SmallText | None
		skp: DF.Link
		status: DF.Literal["Berlaku", "Dicabut"]
		tanggal: DF.Date | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		if self.is_new():
			self.fill()
		else:
			self.check_pencabutan()
			self.record_pencabutan()

	def on_update(self):
		refresh_evaluasi(self.skp, getdate(self.tanggal))
		tell(self)

	def get_pesan_ganda(self) -> str:
		return _("Hasil kerja ini sudah diambil alih.")

	# --- taking it over

	def fill(self) -> None:
		"""By the Penilai, from today on; all but row and note is the server's."""
		self.update(self.get_pihak())
		self.check_penilai()
		self.link_hasil_kerja()
		require_teks(self, "catatan", _("Tulis catatan mengapa pegawai tidak dapat menyelesaikannya."))
		self.check_syarat()
		self.status, self.tanggal, self.oleh = str(StatusAmbilAlih.BERLAKU), get_today(), frappe.session.user
		self.nama_pengambil = self.nama_penilai
		self.catatan_pencabutan = self.dicabut_pada = self.dicabut_oleh = None
		self.dasar = "\n".join(find_dasar(self.skp))
		self.kunci_berlaku = make_sidik(self.skp, self.hasil_kerja)

	def check_penilai(self) -> None:
		if frappe.session.user != self.penilai_user or frappe.session.user == self.pegawai_user:
			frappe.throw(
				_("Hasil kerja diambil alih oleh Pejabat Penilai pegawai itu, yang tercantum di SKP-nya."),
				frappe.PermissionError,
			)
		tahap, akhir = frappe.db.get_value("SKP", self.skp, ["tahap", "akhir"])
		if tahap != Tahap.DITETAPKAN or getdate(akhir) < get_today():
			frappe.throw(
				_("Hanya hasil kerja SKP yang sudah ditetapkan dan masih berlaku yang diambil alih.")
			)
		check_periode_dibuka(self.periode)

	def link_hasil_kerja(self) -> None:
		uraian = {row.kunci: row.rencana_hasil_kerja for row in get_hasil_kerja(self.skp)}
		if self.hasil_kerja not in uraian:
			frappe.throw(_("Hasil kerja itu tidak ada di SKP ini. Muat ulang halaman."))
		self.rencana_hasil_kerja = uraian[self.hasil_kerja]

	def check_syarat(self) -> None:
		if penghalang := find_penghalang(frappe._dict(name=self.skp), self.hasil_kerja):
			frappe.throw(penghalang)

	# --- withdrawing

	def check_pencabutan(self) -> None:
		before = self.get_doc_before_save()
		berubah = any(list_perubahan(self, before, PENCABUTAN))
		if berubah or before.status != StatusAmbilAlih.BERLAKU or self.status != StatusAmbilAlih.DICABUT:
			frappe.throw(
				_("Ambil alih yang tercatat hanya dapat dicabut, sekali, dengan catatan."),
				frappe.PermissionError,
			)

	def record_pencabutan(self) -> None:
		require_teks(self, "catatan_pencabutan", _("Tulis catatan mengapa ambil alih ini dicabut."))
		check_periode_dibuka(self.periode)
		self.dicabut_pada, self.dicabut_oleh = get_now(), frappe.session.user
		self.kunci_berlaku = None
