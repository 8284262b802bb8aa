import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi, StatusKinerjaUnit
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.kunci import shorten_nama
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.orang.kewenangan.jejak import record_penghapusan, record_perubahan
from kinerja_asn.services.orang.kewenangan.penjagaan import guard_kinerja_unit
from kinerja_asn.services.orang.unit import check_unit_instansi
from kinerja_asn.services.penilaian.organisasi.belum import retire
from kinerja_asn.services.penilaian.organisasi.penetapan import (
	PENETAPAN,
	REKOMENDASI,
	check_isian,
	check_penghapusan,
	get_pihak_unit,
)
from kinerja_asn.services.penilaian.pembaruan import spread_predikat

IDENTITAS = ("unit_kerja", "periode", "jenis", "masa_ke")
TATA_LETAK = ("Section Break", "Column Break")


class KinerjaUnit(MilikInstansi, KunciUnik):
	"""Capaian kinerja organisasi of one unit in one period, set by the leader above (Pasal 24-25; p. 92-94)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan_usulan: DF.SmallText | None
		capaian: DF.SmallText | None
		dasar: DF.SmallText | None
		ditetapkan_oleh: DF.Link | None
		ditetapkan_pada: DF.Datetime | None
		ekspektasi_pimpinan: DF.SmallText | None
		indeks_rb: DF.Data | None
		instansi: DF.Link | None
		jabatan_penetap: DF.Data | None
		jabatan_pimpinan: DF.Data | None
		jenis: DF.Literal["Periodik", "Tahunan"]
		jenis_dasar: DF.Literal[
			"", "Rencana aksi Perjanjian Kinerja", "Trajectory target", "IKU dan ekspektasi pimpinan"
		]
		masa: DF.Data | None
		masa_ke: DF.Int
		nama_penetap: DF.Data | None
		nama_pimpinan: DF.Data | None
		nip_penetap: DF.Data | None
		penetap: DF.Link | None
		penetap_user: DF.Link | None
		periode: DF.Link
		pimpinan: DF.Link | None
		pimpinan_user: DF.Link | None
		predikat_organisasi: DF.Literal["", "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		rekomendasi_kepegawaian: DF.SmallText | None
		rekomendasi_pengawasan: DF.SmallText | None
		rekomendasi_perencanaan: DF.SmallText | None
		status: DF.Literal["Belum ditetapkan", "Ditetapkan"]
		unit_kerja: DF.Link
		usulan_predikat: DF.Data | None
	# end: auto-generated types

	def autoname(self):
		akhiran = "T" if self.jenis == JenisEvaluasi.TAHUNAN else f"P{self.masa_ke or 0:02d}"
		self.name = shorten_nama(f"KU-{self.periode}-{akhiran}-{self.unit_kerja}")

	def before_insert(self):
		if self.jenis == JenisEvaluasi.TAHUNAN:
			self.masa_ke = 0

	def validate(self):
		check_ukuran(self)
		guard_kinerja_unit(self)
		self.check_unit()
		self.check_masa()
		self.keep_milik_server()
		check_isian(self, self.get_doc_before_save() or frappe._dict())

	def on_update(self):
		record_perubahan(self)
		if self.predikat_organisasi:
			spread_predikat(self)
			retire(self)

	def on_trash(self):
		guard_kinerja_unit(self)
		check_penghapusan(self)

	def after_delete(self):
		record_penghapusan(self)
		spread_predikat(self)

	def get_pihak(self) -> dict:
		"""Whose it is, worked out on the server: decides who may create it."""
		ada = bool(self.periode and self.unit_kerja)
		return {
			"instansi": self.periode and frappe.get_cached_value("Periode Kinerja", self.periode, "instansi"),
			"unit_kerja": self.unit_kerja,
			**(get_pihak_unit(self.periode, self.unit_kerja) if ada else {}),
		}

	def check_unit(self) -> None:
		instansi = frappe.get_cached_value("Periode Kinerja", self.periode, "instansi")
		check_unit_instansi(self.unit_kerja, instansi)

	def check_masa(self) -> None:
		daftar = get_masa_evaluasi(self.periode, JenisEvaluasi(self.jenis))
		masa = daftar[0] if self.jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, self.masa_ke)
		self.masa = masa.label

	def keep_milik_server(self) -> None:
		"""What no person writes here: as it is stored, and of a new record as the server knows it."""
		lama = self.get_doc_before_save()
		diisi = {*IDENTITAS, "masa", *PENETAPAN, *REKOMENDASI}
		for df in self.meta.fields:
			if df.fieldname not in diisi and df.fieldtype not in TATA_LETAK:
				self.set(df.fieldname, lama.get(df.fieldname) if lama else df.default)
		if not lama or lama.status == StatusKinerjaUnit.BELUM:
			self.update(self.get_pihak())


def on_doctype_update():
	frappe.db.add_unique(
		"Kinerja Unit", ["unit_kerja", "periode", "jenis", "masa_ke"], constraint_name="unik_unit_masa"
	)
