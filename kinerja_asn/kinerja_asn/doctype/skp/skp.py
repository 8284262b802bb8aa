from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.kinerja_asn.workflow.bertahap import DokumenBertahap
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pegawai import check_dinilai
from kinerja_asn.services.orang.pihak import get_data, get_jabatan, snapshot_pihak
from kinerja_asn.services.pelaksanaan.pemantauan.musiman import fill_musiman
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import record_rencana
from kinerja_asn.services.pelaksanaan.rencana_aksi import end_menunggu
from kinerja_asn.services.perencanaan.penugasan.baris_penugasan import guard_baris, require_utama
from kinerja_asn.services.perencanaan.penyelarasan.penautan import link_menunggu
from kinerja_asn.services.perencanaan.penyelarasan.penyelarasan import link_rhk_pimpinan
from kinerja_asn.services.perencanaan.penyelarasan.perjanjian import find_belum_dibawa
from kinerja_asn.services.perencanaan.skp.draf import share_pihak
from kinerja_asn.services.perencanaan.skp.rencana import (
	assign_kunci,
	build_perilaku,
	find_masalah,
	link_indikator,
	normalize_indikator,
)
from kinerja_asn.services.perencanaan.skp.skp_baru import (
	build_nama,
	build_pihak,
	check_berurutan,
	choose_bentuk,
	get_akhir,
	get_awal,
	get_pendahulu,
	get_sesudah,
)


class SKP(DokumenBertahap):
	"""Sasaran Kinerja Pegawai: what is expected of one employee in one period (Pasal 14; form A.1.7, p. 57-59)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.skp_hasil_kerja.skp_hasil_kerja import SKPHasilKerja
		from kinerja_asn.kinerja_asn.doctype.skp_indikator.skp_indikator import SKPIndikator
		from kinerja_asn.kinerja_asn.doctype.skp_lampiran.skp_lampiran import SKPLampiran
		from kinerja_asn.kinerja_asn.doctype.skp_perilaku.skp_perilaku import SKPPerilaku

		akhir: DF.Date | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		awal: DF.Date | None
		berlaku_mulai: DF.Date | None
		catatan_pengembalian: DF.SmallText | None
		diajukan_oleh: DF.Link | None
		diajukan_pada: DF.Datetime | None
		dialihkan_pada: DF.Datetime | None
		dikembalikan_pada: DF.Datetime | None
		ditetapkan_oleh: DF.Link | None
		ditetapkan_pada: DF.Datetime | None
		formulir: DF.Data | None
		hasil_kerja: DF.Table[SKPHasilKerja]
		indikator: DF.Table[SKPIndikator]
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		jenis_asn: DF.Data | None
		jenis_jabatan: DF.Data | None
		lampiran: DF.Table[SKPLampiran]
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		pendekatan: DF.Literal["Kuantitatif", "Kualitatif"]
		penetap_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		perilaku: DF.Table[SKPPerilaku]
		periode: DF.Link
		pimpinan_unit_mandiri: DF.Check
		skp_sebelumnya: DF.Link | None
		tahap: DF.Literal["Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Diserahkan", "Ditutup"]
		tenggat_penetapan: DF.Date | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		urutan: DF.Int
		versi: DF.Int
		workflow_state: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		self.set_urutan()
		self.name = build_nama(self.periode, self.pegawai, self.urutan)

	def validate(self):
		check_ukuran(self)
		self.validate_baru()
		self.validate_tahap()
		self.end_penutupan()
		require_utama(self)
		self.validate_pengajuan()

	def after_insert(self):
		self.retire_ajakan()

	def on_update(self):
		self.link_bawahan()
		share_pihak(self)
		record_rencana(self)
		self.end_rencana_aksi()

	def get_pihak(self) -> dict:
		return build_pihak(
			snapshot_pihak(self.pegawai), get_jabatan(self.pegawai), dialihkan=bool(self.dialihkan_pada)
		)

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
		check_dinilai(self.pegawai, self.periode)

	def fill_isi(self) -> None:
		periode = frappe.get_cached_doc("Periode Kinerja", self.periode)
		self.set_masa(periode)
		self.berlaku_mulai = self.berlaku_mulai or self.awal
		self.update(choose_bentuk(periode, self, self.pendekatan))
		assign_kunci(self)
		guard_baris(self)
		link_indikator(self)
		normalize_indikator(self)
		fill_musiman(self)
		link_rhk_pimpinan(self)
		build_perilaku(self)

	def set_masa(self, periode) -> None:
		"""Within the year, from the day he was employed to the end of a contract that ends before."""
		data = get_data(self.pegawai)
		self.akhir = self.akhir or get_akhir(periode, data)
		self.awal = self.awal or get_awal(periode, data.date_of_joining, self.get_sesudah(periode))
		if self.is_new():
			check_berurutan(self)

	def get_sesudah(self, periode) -> date | None:
		pendahulu = get_pendahulu([self.pegawai], periode.awal, periode.akhir).get(self.pegawai)
		return get_sesudah(pendahulu) if pendahulu and pendahulu.tahap == Tahap.DITUTUP else None

	def end_penutupan(self) -> None:
		"""One that HR closes, not a move, ends that day: the periods until then are reported and evaluated on it, the others are not."""
		if self.is_memasuki(Tahap.DITUTUP) and not self.has_value_changed("akhir"):
			self.akhir = max(getdate(self.awal), min(getdate(self.akhir), get_today()))

	def validate_pengajuan(self) -> None:
		"""An SKP is complete when it leaves the employee's hands, and stays so until it is closed."""
		if self.tahap in (*DISUSUN, Tahap.DITUTUP):
			return
		self.check_periode()
		if not (self.penilai_user and self.penilai):
			frappe.throw(
				_(
					"Pejabat Penilai Kinerja untuk {0} belum ada atau belum memiliki akun. Hubungi pengelola kinerja."
				).format(self.nama_pegawai)
			)
		if masalah := [*find_masalah(self), *self.find_perjanjian_tertinggal()]:
			frappe.throw(masalah, title=_("SKP belum lengkap"), as_list=True)

	def is_melangkah(self) -> bool:
		return self.is_memasuki(Tahap.DIAJUKAN) or self.is_memasuki(Tahap.DITETAPKAN)

	def check_periode(self) -> None:
		"""A draft that was left over is no way into a period that HR has closed."""
		if self.is_melangkah():
			check_periode_dibuka(self.periode)

	def find_perjanjian_tertinggal(self) -> list[str]:
		"""Asked at the steps: what HR adds to a Perjanjian Kinerja later comes in by a Perubahan SKP."""
		return find_belum_dibawa(self) if self.is_melangkah() else []

	def link_bawahan(self) -> None:
		"""Nobody is blocked because his leader had no SKP yet: now his rows find it."""
		if self.is_memasuki(Tahap.DITETAPKAN):
			link_menunggu(self.pegawai, self.periode)

	def end_rencana_aksi(self) -> None:
		if self.is_memasuki(Tahap.DITUTUP):
			end_menunggu(self.name)

	def retire_ajakan(self) -> None:
		"""Who was reminded to begin has begun."""
		if self.pegawai_user:
			retire("Periode Kinerja", self.periode, penerima=self.pegawai_user)


def on_doctype_update():
	frappe.db.add_unique("SKP", ["pegawai", "periode", "urutan"], constraint_name="unik_pegawai_periode")
	frappe.db.add_index("SKP", ["periode", "tahap"])
