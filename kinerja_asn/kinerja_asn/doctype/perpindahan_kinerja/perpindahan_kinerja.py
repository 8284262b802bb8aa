import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import CakupanPergantian, JenisPerpindahan
from kinerja_asn.kinerja_asn.workflow.bertahap import is_berbeda
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.orang.kewenangan.jejak import record_perubahan
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.perpindahan.cakupan import describe_cakupan, is_menurut_penilai
from kinerja_asn.services.perpindahan.kabar import tell
from kinerja_asn.services.perpindahan.latar import enqueue
from kinerja_asn.services.perpindahan.pelaksanaan import execute
from kinerja_asn.services.perpindahan.pemeriksaan import check_baru, check_masa_plt, choose_instansi
from kinerja_asn.services.perpindahan.plt import extend
from kinerja_asn.services.perpindahan.pratinjau import build_pratinjau

# What the run writes; a client that sends them is not believed.
HASIL = {
	"dokumen": [],
	"dijalankan_pada": None,
	"selesai_pada": None,
	"jumlah_pegawai": 0,
	"jumlah_selesai": 0,
	"jumlah_gagal": 0,
}


class PerpindahanKinerja(MilikInstansi):
	"""A move of an employee or of his Penilai, recorded by HR and carried out as it is recorded (p. 65 no. 6-7)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.perpindahan_dokumen.perpindahan_dokumen import PerpindahanDokumen
		from kinerja_asn.kinerja_asn.doctype.perpindahan_pegawai.perpindahan_pegawai import PerpindahanPegawai

		cakupan: DF.Literal[
			"", "Semua yang dinilai pejabat lama", "Pegawai satu unit kerja", "Pegawai dalam daftar"
		]
		daftar_pegawai: DF.Table[PerpindahanPegawai]
		dasar: DF.SmallText | None
		dijalankan_pada: DF.Datetime | None
		dokumen: DF.Table[PerpindahanDokumen]
		instansi: DF.Link | None
		jenis: DF.Literal[
			"Mutasi pegawai", "Pergantian Pejabat Penilai", "Penunjukan Plt./Plh. Pejabat Penilai"
		]
		jumlah_gagal: DF.Int
		jumlah_pegawai: DF.Int
		jumlah_selesai: DF.Int
		nama_pegawai: DF.Data | None
		nama_penilai_baru: DF.Data | None
		nama_penilai_lama: DF.Data | None
		pegawai: DF.Link | None
		penilai_baru: DF.Link | None
		penilai_lama: DF.Link | None
		salin_rencana: DF.Check
		sampai: DF.Date | None
		sebagai: DF.Literal["", "Plt.", "Plh."]
		selesai_pada: DF.Datetime | None
		tanggal: DF.Date
		unit_cakupan: DF.Link | None
		unit_kerja: DF.Link | None
	# end: auto-generated types

	def validate(self):
		if self.is_new():
			self.validate_baru()
		else:
			self.check_tetap()

	def before_save(self):
		if self.is_new():
			execute(self)

	def after_insert(self):
		self.go_on()

	def on_update(self):
		record_perubahan(self)
		self.follow_sampai()

	def go_on(self) -> None:
		"""What concerns too many for one request is carried out in the background."""
		if self.dijalankan_pada:
			tell(self)
		else:
			enqueue(self.name)

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may record it."""
		if self.jenis == JenisPerpindahan.MUTASI:
			data = get_data(self.pegawai)
			return {"instansi": data.company, "unit_kerja": data.department}
		if is_menurut_penilai(self):
			return self.get_pihak_penilai()
		if self.cakupan == CakupanPergantian.UNIT and self.unit_cakupan:
			instansi = frappe.db.get_value("Department", self.unit_cakupan, "company")
			return {"instansi": instansi, "unit_kerja": self.unit_cakupan}
		return {"instansi": choose_instansi(next(iter(self.get_daftar()), None)), "unit_kerja": None}

	def get_pihak_penilai(self) -> dict:
		data, instansi = get_data(self.penilai_lama), choose_instansi(self.penilai_lama)
		return {"instansi": instansi, "unit_kerja": data.department if data.company == instansi else None}

	def preview(self) -> dict:
		"""What it would do (services/perpindahan/pratinjau.py); refuses what saving would refuse."""
		self.validate_baru()
		return build_pratinjau(self)

	def validate_baru(self) -> None:
		self.clear_yang_lain()
		self.update({**HASIL, **self.get_pihak()})
		check_ukuran(self)
		self.nama_pegawai = describe_cakupan(self)
		self.nama_penilai_lama = get_data(self.penilai_lama).employee_name
		self.nama_penilai_baru = get_data(self.penilai_baru).employee_name
		check_baru(self)

	def clear_yang_lain(self) -> None:
		"""What belongs to the other kinds of move."""
		if self.jenis == JenisPerpindahan.MUTASI:
			self.penilai_lama = self.penilai_baru = None
		else:
			self.pegawai = None
		if self.jenis != JenisPerpindahan.PLT_PLH:
			self.sampai = self.sebagai = None
		self.clear_cakupan()

	def clear_cakupan(self) -> None:
		"""Of the ways to say whom a change concerns, the one that was chosen."""
		ganti = self.jenis == JenisPerpindahan.GANTI_PENILAI
		self.cakupan = (self.cakupan or CakupanPergantian.SEMUA) if ganti else None
		if self.cakupan == CakupanPergantian.DAFTAR:
			self.penilai_lama = None
		if self.cakupan != CakupanPergantian.UNIT:
			self.unit_cakupan = None
		if self.cakupan != CakupanPergantian.DAFTAR:
			self.daftar_pegawai = []

	def check_tetap(self) -> None:
		"""A move that was carried out is a record; only a stand-in's last day may still become known or change."""
		if self.flags.oleh_layanan:
			return
		before = self.get_doc_before_save()
		if berubah := [_(df.label) for df in self.meta.fields if self.is_diubah(df, before)]:
			frappe.throw(
				_("{0} tidak dapat diubah: perpindahan ini sudah dijalankan. Catat perpindahan baru.").format(
					", ".join(berubah)
				)
			)
		if self.is_sampai_berubah():
			self.check_sampai()

	def check_sampai(self) -> None:
		if not self.sampai:
			frappe.throw(_("Isi hari terakhir sebagai Plt./Plh.; tanggal yang sudah diisi dapat diganti."))
		check_masa_plt(self)

	def is_diubah(self, df, before) -> bool:
		if df.fieldtype == "Table":
			return self.get_jejak() != before.get_jejak() or self.get_daftar() != before.get_daftar()
		boleh = (
			df.fieldname == "sampai" and self.jenis == JenisPerpindahan.PLT_PLH and not before.selesai_pada
		)
		return not boleh and is_berbeda(df, self, before)

	def get_jejak(self) -> list[tuple]:
		return [(row.skp_lama, row.skp_baru, row.tindakan) for row in self.dokumen]

	def get_daftar(self) -> list[str]:
		return [row.pegawai for row in self.daftar_pegawai]

	def is_sampai_berubah(self) -> bool:
		before = self.get_doc_before_save()
		return bool(before) and str(before.sampai or "") != str(self.sampai or "")

	def follow_sampai(self) -> None:
		if self.is_sampai_berubah():
			semula = self.get_doc_before_save().sampai
			extend(self, getdate(semula) if semula else None)


def on_doctype_update():
	frappe.db.add_index("Perpindahan Kinerja", ["jenis", "selesai_pada"])
