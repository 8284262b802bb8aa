import frappe
from frappe import _

from kinerja_asn.constants.dokumen_evaluasi import PerihalRantai
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.workflow.bertahap import DokumenBertahap
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.services.bersama.isian import check_ukuran, require_teks
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.bukti import check_bukti
from kinerja_asn.services.penilaian.keberatan import kabar
from kinerja_asn.services.penilaian.keberatan.keputusan import carry_out, check_keputusan, tidy_keputusan
from kinerja_asn.services.penilaian.keberatan.pengajuan import (
	DOKUMEN,
	check_dapat_diajukan,
	check_sekali,
	find_pemeriksa,
	get_tenggat_putusan,
)
from kinerja_asn.services.penilaian.rantai.penulisan import add_mata


class KeberatanKinerja(DokumenBertahap):
	"""An employee objects to his result, with reasons, to the superior of his Penilai, who asks both and decides
	(Pasal 29; p. 117-119). Between the three of them."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.keberatan_bukti.keberatan_bukti import KeberatanBukti

		alasan: DF.Text | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		bukti: DF.Table[KeberatanBukti]
		diajukan_oleh: DF.Link | None
		diajukan_pada: DF.Datetime | None
		dijelaskan_pada: DF.Datetime | None
		ditetapkan_oleh: DF.Link | None
		ditetapkan_pada: DF.Datetime | None
		dokumen: DF.Link
		dokumen_baru: DF.Link | None
		evaluasi: DF.Link | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		keputusan: DF.Literal["", "Menguatkan", "Mengubah"]
		keterangan_pegawai: DF.Text | None
		masa: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		penjelasan_penilai: DF.Text | None
		periode: DF.Link | None
		pertimbangan: DF.Text | None
		predikat_baru: DF.Literal["", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		rating_hasil_baru: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_perilaku_baru: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rekomendasi: DF.Text | None
		skp: DF.Link | None
		tahap: DF.Literal["Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Diserahkan", "Ditutup"]
		tenggat_keputusan: DF.Date | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		workflow_state: DF.Link | None
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		self.check_baru()
		self.validate_tahap()
		self.check_bukti()
		self.validate_pengajuan()
		self.record_penjelasan()
		tidy_keputusan(self)
		self.validate_keputusan()

	def on_update(self):
		self.follow_pengajuan()
		self.follow_penjelasan()
		self.follow_keputusan()
		self.follow_pencabutan()

	def get_dokumen(self):
		return frappe.get_doc(DOKUMEN, self.dokumen)

	def get_pihak(self) -> dict:
		"""Those of the document, but whoever examines it: the superior of whoever set the result."""
		if not self.dokumen or not frappe.db.exists(DOKUMEN, str(self.dokumen)):
			return {}
		dokumen = self.get_dokumen()
		return {
			**{kolom: dokumen.get(kolom) for kolom in (*KOLOM_PIHAK, "evaluasi", "skp", "periode", "masa")},
			**find_pemeriksa(dokumen),
		}

	# --- filing it

	def check_baru(self) -> None:
		if self.is_new():
			check_dapat_diajukan(self.get_dokumen())
			check_sekali(self)

	def check_bukti(self) -> None:
		"""Files of its own, private to its parties, and honest links."""
		for row in self.bukti:
			if not (row.berkas or row.tautan):
				frappe.throw(_("Bukti ke-{0}: lampirkan berkas atau isi tautan.").format(row.idx))
			check_bukti(self, row)

	def validate_pengajuan(self) -> None:
		if not self.is_memasuki(Tahap.DIAJUKAN):
			return
		require_teks(self, "alasan", _("Tulis alasan keberatan Anda (PermenPANRB 6/2022, Pasal 29)."))
		check_dapat_diajukan(self.get_dokumen())
		check_sekali(self)
		self.check_pemeriksa()
		self.tenggat_keputusan = get_tenggat_putusan(self.instansi)

	def check_pemeriksa(self) -> None:
		if not self.atasan_penilai_user:
			frappe.throw(
				_(
					"Belum ada atasan Pejabat Penilai Kinerja yang dapat memeriksa keberatan Anda. Hubungi pengelola kinerja "
					"sebelum tenggatnya; alasan yang sudah Anda tulis tetap tersimpan."
				)
			)

	def follow_pengajuan(self) -> None:
		if self.is_memasuki(Tahap.DIAJUKAN):
			add_mata(PerihalRantai.DIAJUKAN, self.name)
			kabar.tell_diajukan(self)

	# --- examining it

	def get_isian_terbuka(self, tahap: Tahap | None = None) -> set[str]:
		return super().get_isian_terbuka(tahap) | ({"penjelasan_penilai"} if self.may_jelaskan() else set())

	def may_jelaskan(self) -> bool:
		"""The Penilai whose result it is about, until it is decided (p. 117 no. 4)."""
		before, user = self.get_doc_before_save(), frappe.session.user
		diperiksa = bool(before) and before.tahap == Tahap.DIAJUKAN
		return diperiksa and before.penilai_user == user != before.pegawai_user and not has_left(user)

	def record_penjelasan(self) -> None:
		if self.is_berubah("penjelasan_penilai"):
			self.dijelaskan_pada = get_now() if (self.penjelasan_penilai or "").strip() else None

	def follow_penjelasan(self) -> None:
		if self.is_berubah("penjelasan_penilai") or self.is_berubah("keterangan_pegawai"):
			kabar.tell_dijelaskan(self)

	def is_berubah(self, medan: str) -> bool:
		before = self.get_doc_before_save()
		return bool(before) and (before.get(medan) or "") != (self.get(medan) or "")

	# --- deciding on it

	def validate_keputusan(self) -> None:
		if self.is_memasuki(Tahap.DITETAPKAN):
			check_keputusan(self)

	def follow_keputusan(self) -> None:
		if self.is_memasuki(Tahap.DITETAPKAN):
			carry_out(self)
			kabar.tell_diputuskan(self)

	def follow_pencabutan(self) -> None:
		if self.is_memasuki(Tahap.DITUTUP):
			kabar.tell_dicabut(self)
