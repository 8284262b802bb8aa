import frappe
from frappe import _

from kinerja_asn.constants.pembinaan import StatusPembinaan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.rahasia import Rahasia
from kinerja_asn.rules.pembinaan import check_pembina
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.pembinaan.kabar import tell_tanggapan
from kinerja_asn.services.pelaksanaan.pembinaan.tanggapan import build_butir

# The leader whom it is about is named, and has no account on it: he does not read it.
KOLOM = tuple(kolom for kolom in KOLOM_PIHAK if kolom != "penilai_user")


class TanggapanPembinaan(Rahasia, KunciUnik):
	"""What the employee says of a bimbingan in nine statements (form B.1.8, p. 83): handed to the superior of the leader
	as he was then, and never changed. It does not follow a change of Penilai: the leader may become that superior."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.tanggapan_pembinaan_butir.tanggapan_pembinaan_butir import (
			TanggapanPembinaanButir,
		)

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		butir: DF.Table[TanggapanPembinaanButir]
		diserahkan_pada: DF.Datetime | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pembina: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		pembinaan: DF.Link
		penilai: DF.Link | None
		periode: DF.Link | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		"""One for each bimbingan, by the same name: of two requests at once the database refuses one."""
		self.name = str(self.pembinaan or "")

	def validate(self):
		check_ukuran(self)
		self.check_belum_tersimpan()
		self.check_bimbingan()
		self.update(self.get_pihak())
		jawaban = {
			index: (row.jawaban or "", row.keterangan or "") for index, row in enumerate(self.butir, 1)
		}
		self.set("butir", build_butir(jawaban))
		self.diserahkan_pada = get_now()

	def after_insert(self):
		tell_tanggapan(self)

	def get_pihak(self) -> dict:
		return self.get_bimbingan([*KOLOM, "periode", "nama_pembina"])

	def get_bimbingan(self, kolom: list[str]) -> frappe._dict:
		nama = str(self.pembinaan or "")
		return frappe.db.get_value("Pembinaan Kinerja", nama, kolom, as_dict=True) or frappe._dict()

	def get_pesan_ganda(self) -> str:
		return _("Umpan balik Anda atas bimbingan ini sudah diserahkan.")

	def check_belum_tersimpan(self) -> None:
		if not self.is_new():
			frappe.throw(_("Umpan balik yang sudah diserahkan tidak dapat diubah."), frappe.PermissionError)

	def check_bimbingan(self) -> None:
		row = self.get_bimbingan(
			["status", "pegawai_user", "pembina", "pegawai", "atasan_penilai", "atasan_penilai_user"]
		)
		if row.pegawai_user != frappe.session.user:
			frappe.throw(
				_("Umpan balik atas bimbingan diisi pegawai yang dibimbing."), frappe.PermissionError
			)
		if row.status != StatusPembinaan.SELESAI:
			frappe.throw(_("Umpan balik diisi setelah bimbingannya selesai dan ditandatangani."))
		if not row.atasan_penilai_user or check_pembina(row.pembina, row.pegawai, row.atasan_penilai):
			frappe.throw(
				_(
					"Belum ada atasan Pejabat Penilai yang dapat menerima umpan balik ini. Hubungi pengelola kinerja."
				)
			)
