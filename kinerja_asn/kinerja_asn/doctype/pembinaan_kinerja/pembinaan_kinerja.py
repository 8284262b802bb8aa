import frappe
from frappe import _

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.pembinaan import PEMBINAAN_TERBUKA, JenisPembinaan, StatusPembinaan
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.berpihak import Berpihak
from kinerja_asn.kinerja_asn.workflow.rekaman.milik_skp import MilikSkp
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.pembinaan import check_pembina
from kinerja_asn.services.bersama.isian import check_ukuran, require_teks
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pejabat import check_pejabat
from kinerja_asn.services.orang.pihak import get_data
from kinerja_asn.services.pelaksanaan.pembinaan.bimbingan import build_indikator, find_kurang
from kinerja_asn.services.pelaksanaan.pembinaan.kabar import tell_bimbingan

DISIAPKAN, BERJALAN, DITANDATANGANI, SELESAI, DIBATALKAN = StatusPembinaan
PEGAWAI, PEMBINA, PENILAI, ATASAN = "pegawai", "pembina", "penilai", "atasan_penilai"
_PERSIAPAN = (
	*(f"indikator.{kolom}" for kolom in ("baseline", "target", "strategi", "progres", "masalah", "penyebab")),
	"peluang",
	"keahlian",
)
# Status -> party -> what he may fill in (form B.1.6 and B.1.7 say whose part is whose; the journal is of both).
ISIAN = {
	DISIAPKAN: {PEGAWAI: _PERSIAPAN},
	BERJALAN: {
		PEGAWAI: (*_PERSIAPAN, "jurnal"),
		PEMBINA: ("indikator.langkah", "indikator.penyesuaian", "jurnal"),
	},
	DITANDATANGANI: {PEGAWAI: ("catatan_pegawai",)},
	SELESAI: {ATASAN: ("tindak_lanjut",)},
}
# Status -> party -> the status to which he leads it.
LANGKAH = {
	DISIAPKAN: {PEGAWAI: (BERJALAN,), PEMBINA: (DIBATALKAN,), PENILAI: (DIBATALKAN,)},
	BERJALAN: {PEMBINA: (DITANDATANGANI, DIBATALKAN), PENILAI: (DIBATALKAN,)},
	DITANDATANGANI: {PEGAWAI: (SELESAI, BERJALAN), PEMBINA: (DIBATALKAN,), PENILAI: (DIBATALKAN,)},
}


class PembinaanKinerja(MilikSkp, Diputuskan, KunciUnik, Berpihak):
	"""Bimbingan kinerja: a coaching (form B.1.6) or a mentoring with its journal (form B.1.7), p. 78-82. The leader begins
	it, the employee prepares it, both carry it out and sign it; his superior decides what is to follow (p. 85 huruf k)."""

	ISIAN_BARU = ("skp", "jenis", "alasan", "pembina", "indikator")

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.jurnal_mentoring.jurnal_mentoring import JurnalMentoring
		from kinerja_asn.kinerja_asn.doctype.pembinaan_indikator.pembinaan_indikator import PembinaanIndikator
		from kinerja_asn.kinerja_asn.doctype.pembinaan_keahlian.pembinaan_keahlian import PembinaanKeahlian

		alasan: DF.SmallText
		alasan_batal: DF.SmallText | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		catatan_pegawai: DF.SmallText | None
		disiapkan_pada: DF.Datetime | None
		ditandatangani_pegawai_oleh: DF.Link | None
		ditandatangani_pegawai_pada: DF.Datetime | None
		ditandatangani_pembina_oleh: DF.Link | None
		ditandatangani_pembina_pada: DF.Datetime | None
		indikator: DF.Table[PembinaanIndikator]
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		jenis: DF.Literal["Coaching", "Mentoring"]
		jurnal: DF.Table[JurnalMentoring]
		keahlian: DF.Table[PembinaanKeahlian]
		kunci_berjalan: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pembina: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_pembina: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		peluang: DF.Text | None
		pembina: DF.Link | None
		pembina_user: DF.Link | None
		penentu_tindak_lanjut: DF.Data | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		skp: DF.Link
		status: DF.Literal[
			"Disiapkan pegawai", "Berjalan", "Menunggu tanda tangan pegawai", "Selesai", "Dibatalkan"
		]
		tindak_lanjut: DF.Text | None
		tindak_lanjut_pada: DF.Datetime | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		if self.is_new():
			self.fill()
		else:
			self.check_isian()
			self.check_langkah()
		self.set_kunci_berjalan()

	def on_update(self):
		tell_bimbingan(self)

	def get_pesan_ganda(self) -> str:
		return _("Bimbingan yang sama dengan pembina ini masih berjalan. Lanjutkan di sana.")

	def get_kedudukan(self, before) -> set[str]:
		"""The parts that the session user has in it."""
		user = frappe.session.user
		return {pihak for pihak in (PEGAWAI, PEMBINA, PENILAI, ATASAN) if before.get(f"{pihak}_user") == user}

	# --- beginning

	def fill(self) -> None:
		dipilih = [row.indikator for row in self.indikator]
		self.clear_isian_asing()
		self.update(self.get_pihak())
		self.check_penilai()
		self.fill_pembina()
		require_teks(
			self, "alasan", _("Tulis mengapa bimbingan ini diperlukan, agar pegawai dapat menyiapkannya.")
		)
		self.status = str(DISIAPKAN)
		self.set("indikator", [])
		if self.jenis == JenisPembinaan.COACHING:
			self.set("indikator", build_indikator(self.skp, dipilih))

	def check_penilai(self) -> None:
		if frappe.session.user != self.penilai_user or frappe.session.user == self.pegawai_user:
			frappe.throw(
				_("Bimbingan kinerja dimulai oleh Pejabat Penilai pegawai itu, yang tercantum di SKP-nya."),
				frappe.PermissionError,
			)
		check_bertugas()
		if frappe.db.get_value("SKP", self.skp, "tahap") != Tahap.DITETAPKAN:
			frappe.throw(_("Bimbingan dimulai atas SKP yang sudah ditetapkan dan belum ditutup."))
		check_periode_dibuka(self.periode)

	def fill_pembina(self) -> None:
		"""The Penilai himself, or another to whom he gives the task (p. 78 huruf b)."""
		self.pembina = self.pembina or self.penilai
		data = get_data(self.pembina)
		if salah := check_pembina(self.pembina, self.pegawai, self.atasan_penilai):
			refuse_isian("pembina", salah)
		check_pejabat(self.pembina, _("pembina"))
		self.nama_pembina, self.nip_pembina = data.employee_name, data.nip or data.nrp
		self.pembina_user = data.user_id

	def set_kunci_berjalan(self) -> None:
		berjalan = self.status in PEMBINAAN_TERBUKA
		self.kunci_berjalan = make_sidik(self.skp, self.jenis, self.pembina) if berjalan else None

	# --- going on

	def get_isian_terbuka(self, before) -> set[str]:
		kedudukan = self.get_kedudukan(before)
		isian = {path for pihak in kedudukan for path in ISIAN.get(before.status, {}).get(pihak, ())}
		if before.status == SELESAI and before.tindak_lanjut:
			isian = set()
		batal = {"alasan_batal"} if self.status == DIBATALKAN else set()
		return isian | batal | {"status"}

	def check_langkah(self) -> None:
		before = self.get_doc_before_save()
		if self.tindak_lanjut != before.tindak_lanjut:
			self.record_tindak_lanjut()
		if self.status == before.status:
			return
		langkah = LANGKAH.get(before.status, {})
		if not any(self.status in langkah.get(pihak, ()) for pihak in self.get_kedudukan(before)):
			check_bertugas()
			frappe.throw(
				_("Bimbingan berstatus {0} tidak dapat Anda ubah menjadi {1}.").format(
					_(before.status), _(self.status)
				),
				frappe.PermissionError,
			)
		self.take_langkah(before.status)

	def take_langkah(self, sebelum: str) -> None:
		if self.status == DIBATALKAN:
			return require_teks(self, "alasan_batal", _("Tulis alasan pembatalannya."))
		if self.status == BERJALAN and sebelum == DITANDATANGANI:
			self.ditandatangani_pembina_pada = self.ditandatangani_pembina_oleh = None
			return require_teks(self, "catatan_pegawai", _("Tulis apa yang perlu diperbaiki pembina."))
		if kurang := find_kurang(self):
			frappe.throw(kurang, title=_("Bimbingan belum lengkap"), as_list=True)
		if self.status == BERJALAN:
			self.disiapkan_pada = get_now()
		elif self.status == DITANDATANGANI:
			self.sign("pembina")
			self.catatan_pegawai = None
		else:
			self.sign("pegawai")

	def sign(self, pihak: str) -> None:
		self.update(
			{
				f"ditandatangani_{pihak}_pada": get_now(),
				f"ditandatangani_{pihak}_oleh": frappe.session.user,
			}
		)

	def record_tindak_lanjut(self) -> None:
		require_teks(self, "tindak_lanjut", _("Tulis tindak lanjut yang dibutuhkan."))
		self.penentu_tindak_lanjut, self.tindak_lanjut_pada = self.nama_atasan_penilai, get_now()
