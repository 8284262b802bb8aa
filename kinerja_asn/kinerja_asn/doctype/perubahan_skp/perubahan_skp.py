import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.kinerja_asn.workflow.bertahap import DokumenBertahap
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.pemantauan.musiman import fill_musiman
from kinerja_asn.services.pelaksanaan.realisasi import find_terkunci
from kinerja_asn.services.penilaian.pembaruan import refresh_evaluasi
from kinerja_asn.services.perencanaan.penugasan.baris_penugasan import guard_baris, require_utama
from kinerja_asn.services.perencanaan.penyelarasan.penautan import link_menunggu
from kinerja_asn.services.perencanaan.penyelarasan.penyelarasan import link_rhk_pimpinan
from kinerja_asn.services.perencanaan.penyelarasan.porsi import check_porsi_bersama
from kinerja_asn.services.perencanaan.skp.perubahan import (
	TABEL,
	apply,
	assign_kunci,
	check_ada_beda,
	check_berlaku_mulai,
	check_dapat_diubah,
	check_dasar,
	copy_rencana_berlaku,
	get_hari_penetapan,
	get_nomor_berikut,
)
from kinerja_asn.services.perencanaan.skp.rencana import (
	find_masalah,
	link_indikator,
	normalize_indikator,
)
from kinerja_asn.services.perencanaan.skp.skp_baru import build_pihak


class PerubahanSKP(DokumenBertahap):
	"""A change of a set SKP: signed by the employee, set by the Penilai (Pasal 14 (2) and (3); Pasal 20; p. 46 no. 13)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.skp_hasil_kerja.skp_hasil_kerja import SKPHasilKerja
		from kinerja_asn.kinerja_asn.doctype.skp_indikator.skp_indikator import SKPIndikator
		from kinerja_asn.kinerja_asn.doctype.skp_lampiran.skp_lampiran import SKPLampiran

		alasan: DF.Literal[
			"",
			"Umpan balik berkelanjutan",
			"Penugasan baru",
			"Penyesuaian ekspektasi",
			"Penyesuaian dukungan sumber daya",
			"Pembinaan kinerja",
		]
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
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
		jenis_jabatan: DF.Data | None
		lampiran: DF.Table[SKPLampiran]
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		nomor: DF.Int
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		pendekatan: DF.Data | None
		penetap_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		skp: DF.Link
		tahap: DF.Literal["Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Diserahkan", "Ditutup"]
		tenggat_penetapan: DF.Date | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		uraian_alasan: DF.SmallText | None
		versi_dasar: DF.Int
		workflow_state: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		self.nomor = get_nomor_berikut(self.skp)
		self.name = f"P{self.skp}-{self.nomor:02d}"

	def validate(self):
		check_ukuran(self)
		self.validate_baru()
		self.validate_tahap()
		require_utama(self)
		self.validate_pengajuan()

	def on_update(self):
		if self.is_memasuki(Tahap.DITETAPKAN):
			skp = apply(self)
			self.link_menunggu(skp)
			refresh_evaluasi(skp.name, skp.berlaku_mulai)

	def get_skp(self):
		return frappe.get_doc("SKP", self.skp)

	def get_pihak(self) -> dict:
		kolom = [*KOLOM_PIHAK, "periode", "pendekatan", "formulir", "jenis_jabatan"]
		pihak = frappe.db.get_value("SKP", self.skp, kolom, as_dict=True)
		return build_pihak(pihak, {}, bool(self.dialihkan_pada)) if pihak else {}

	def get_pesan_ganda(self) -> str:
		return _("Perubahan ke-{0} atas SKP ini sudah ada. Buka dan lanjutkan di sana.").format(self.nomor)

	def validate_baru(self) -> None:
		if not self.is_new():
			return
		skp = self.get_skp()
		check_dapat_diubah(skp)
		check_berlaku_mulai(self, skp)
		if any(self.get(tabel) for tabel in TABEL):
			frappe.throw(
				_("Baris perubahan disalin dari SKP. Simpan dahulu tanpa baris, lalu ubah barisnya.")
			)

	def fill_isi(self) -> None:
		skp = self.get_skp()
		if self.is_new():
			return copy_rencana_berlaku(self, skp)
		assign_kunci(self, skp)
		guard_baris(self, skp)
		link_indikator(self)
		normalize_indikator(self)
		fill_musiman(self)
		link_rhk_pimpinan(self)

	def validate_pengajuan(self) -> None:
		"""A change is complete when it leaves the employee's hands, and still is when it is set."""
		if self.tahap in DISUSUN or self.tahap == Tahap.DITUTUP:
			return
		skp = self.get_skp()
		if self.is_memasuki(Tahap.DITETAPKAN):
			self.berlaku_mulai = self.berlaku_mulai or get_hari_penetapan(skp)
		self.check_penetap()
		check_dapat_diubah(skp)
		check_dasar(self, skp)
		check_berlaku_mulai(self, skp)
		check_porsi_bersama(self, {row.kunci: row for row in skp.hasil_kerja})
		if masalah := [*find_masalah(self), *find_terkunci(self, skp)]:
			frappe.throw(masalah, title=_("Perubahan belum dapat diajukan"), as_list=True)
		check_ada_beda(self, skp)

	def link_menunggu(self, skp) -> None:
		"""What the SKP gained may be what others wait for, or what its own rows wait for."""
		for pimpinan in (skp.pegawai, skp.penilai):
			link_menunggu(pimpinan, skp.periode)

	def check_penetap(self) -> None:
		if not self.penetap_user:
			frappe.throw(
				_("Pejabat Penilai Kinerja belum ada atau belum memiliki akun. Hubungi pengelola kinerja.")
			)


def on_doctype_update():
	frappe.db.add_unique("Perubahan SKP", ["skp", "nomor"], constraint_name="unik_perubahan_nomor")
