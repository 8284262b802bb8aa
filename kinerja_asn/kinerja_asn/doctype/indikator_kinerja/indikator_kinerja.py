import re

import frappe
from frappe import _
from frappe.utils import escape_html, formatdate, getdate

from kinerja_asn.constants.istilah import Arah
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.kinerja_asn.workflow.berangka import BerAngka
from kinerja_asn.kinerja_asn.workflow.bertahap import is_berbeda
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.rules.capaian import check_target_berarti
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.perencanaan.skp.pustaka import MAKNA, get_versi_lain, is_dipakai
from kinerja_asn.services.perencanaan.skp.rencana import normalize_ukuran

POLA_KODE = re.compile(r"[A-Z0-9]+([.-][A-Z0-9]+)*")


class IndikatorKinerja(BerAngka, MilikInstansi, KunciUnik):
	"""One version of an indikator in the library, with its manual (p. 51; form A.1.3, p. 33).

	Plans copy its values. Once a plan has, its meaning stands: a change is a new version.
	"""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		arah: DF.Literal["Naik", "Turun", "Rentang", "Ya/Tidak", "Naratif"]
		aspek: DF.Data
		berlaku_mulai: DF.Date
		berlaku_sampai: DF.Date | None
		bersama: DF.Check
		cara_hitung: DF.Literal[
			"Jumlah", "Rata-rata", "Nilai terakhir", "Jumlah kumulatif", "Rata-rata kumulatif"
		]
		catatan_versi: DF.SmallText | None
		definisi: DF.SmallText | None
		formula: DF.SmallText | None
		indikator: DF.SmallText
		instansi: DF.Link | None
		jabatan: DF.Link | None
		kode: DF.Data
		periode_pelaporan: DF.Literal["", "Bulanan", "Triwulanan", "Semesteran", "Tahunan"]
		perspektif: DF.Literal["", "Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran"]
		rencana_hasil_kerja: DF.SmallText | None
		rumpun: DF.Data | None
		satuan: DF.Data | None
		sumber_data: DF.SmallText | None
		target_maks: DF.Float
		target_min: DF.Float
		target_naratif: DF.SmallText | None
		tujuan: DF.SmallText | None
		versi: DF.Int
	# end: auto-generated types

	def autoname(self):
		self.set_kode()
		self.set_versi()
		abbr = self.instansi and frappe.get_cached_value("Company", self.instansi, "abbr")
		self.name = "-".join(filter(None, (abbr, self.kode, f"v{self.versi}")))

	def validate(self):
		check_ukuran(self)
		self.set_bersama()
		self.normalize_isi()
		self.check_target()
		self.check_masa_berlaku()
		self.check_urutan_versi()
		self.check_makna_tetap()

	def on_trash(self):
		self.check_belum_dipakai()

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		return {"instansi": self.instansi or None, "bersama": int(not self.instansi)}

	def raise_no_permission_to(self, perm_type: str) -> None:
		"""The form invites to leave the agency open; what all agencies share is not everybody's in personnel."""
		if not self.instansi and PENGELOLA in frappe.get_roles():
			frappe.throw(
				_(
					"Indikator untuk semua instansi disimpan oleh pengelola yang menangani semua instansi di situs ini. Isi "
					"Instansi, agar indikator ini berlaku bagi instansi Anda."
				),
				frappe.PermissionError,
			)
		super().raise_no_permission_to(perm_type)

	def get_pesan_ganda(self) -> str:
		return _(
			"Indikator {0} sudah ada. Muat ulang halaman, lalu buat versi baru dari versi terakhirnya."
		).format(self.name)

	def set_kode(self) -> None:
		self.kode = (self.kode or "").strip().upper()
		if not POLA_KODE.fullmatch(self.kode):
			frappe.throw(
				_(
					'Kode "{0}" tidak dapat dipakai. Gunakan huruf, angka, titik, dan tanda hubung, misalnya DUKCAPIL-01.'
				).format(escape_html(self.kode))
			)

	def set_versi(self) -> None:
		self.versi = max((lain.versi for lain in get_versi_lain(self)), default=0) + 1

	def set_bersama(self) -> None:
		self.update(self.get_pihak())

	def normalize_isi(self) -> None:
		try:
			normalize_ukuran(self)
		except ValueError as salah:
			frappe.throw(escape_html(str(salah)))

	def check_target(self) -> None:
		"""A target is a suggestion and may be left open; one that is given must be a range."""
		if not (self.target_min or self.target_maks):
			return
		try:
			check_target_berarti(
				Arah(self.arah), to_decimal(self.target_min or 0), to_decimal(self.target_maks or 0)
			)
		except ValueError as salah:
			frappe.throw(escape_html(str(salah)))

	def check_masa_berlaku(self) -> None:
		if self.berlaku_sampai and getdate(self.berlaku_sampai) < getdate(self.berlaku_mulai):
			frappe.throw(_("Berlaku Sampai tidak boleh sebelum Berlaku Mulai."))

	def check_urutan_versi(self) -> None:
		"""On any day one version is in force, and a later version follows the earlier ones."""
		for lain in get_versi_lain(self):
			awal, akhir = sorted((self, lain), key=lambda indikator: indikator.versi)
			if not awal.berlaku_sampai or getdate(awal.berlaku_sampai) >= getdate(akhir.berlaku_mulai):
				frappe.throw(
					_(
						"Masa berlaku versi {0} dan versi {1} bertumpang tindih. Akhiri versi {0} sebelum {2}."
					).format(awal.versi, akhir.versi, formatdate(akhir.berlaku_mulai))
				)

	def check_makna_tetap(self) -> None:
		before = self.get_doc_before_save()
		medan = [self.meta.get_field(nama) for nama in MAKNA if before]
		berubah = [df for df in medan if is_berbeda(df, self, before)]
		if berubah and is_dipakai(self.name):
			frappe.throw(
				_(
					"{0} tidak dapat diubah, karena {1} sudah dipakai dalam SKP. Buat versi baru; SKP yang ada tetap memakai versi ini."
				).format(", ".join(_(df.label) for df in berubah), self.name)
			)

	def check_belum_dipakai(self) -> None:
		if is_dipakai(self.name):
			frappe.throw(
				_(
					"{0} sudah dipakai dalam SKP dan tidak dapat dihapus. Isi Berlaku Sampai untuk mengakhirinya."
				).format(self.name)
			)


def on_doctype_update():
	frappe.db.add_unique(
		"Indikator Kinerja", ["instansi", "kode", "versi"], constraint_name="unik_kode_versi"
	)
