import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import BentukPenugasan, JenisHasilKerja, StatusPenugasan
from kinerja_asn.kinerja_asn.workflow.berangka import BerAngka
from kinerja_asn.kinerja_asn.workflow.bertahap import join_label, list_perubahan
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.rules.formulir import is_jpt_atau_mandiri
from kinerja_asn.rules.skp import HasilKerja, check_skp
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.pemberitahuan import retire
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.pegawai import check_dinilai
from kinerja_asn.services.orang.pejabat import check_pejabat
from kinerja_asn.services.orang.pihak import get_data, get_jabatan, snapshot_pihak
from kinerja_asn.services.perencanaan.penugasan.penugasan import (
	check_boleh_memberi,
	choose_pemberi,
	find_periode,
	may_menunjuk,
	may_name,
	place,
)
from kinerja_asn.services.perencanaan.skp.rencana import build_indikator, normalize_ukuran

KEPUTUSAN = ("status", "alasan_keputusan")


class PenugasanKinerja(Diputuskan, KunciUnik, BerAngka):
	"""A result that somebody other than the Penilai assigns, or for which an employee volunteers; it becomes a row of
	his plan once the Penilai has approved it (p. 45-46 huruf f no. 4-13). Made once, then only decided on."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan_keputusan: DF.SmallText | None
		arah: DF.Literal["Naik", "Turun", "Rentang", "Ya/Tidak", "Naratif"]
		aspek: DF.Data
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		baris: DF.Data | None
		bentuk: DF.Literal["Penunjukan", "Pengajuan sukarela"]
		cara_hitung: DF.Literal[
			"Jumlah", "Rata-rata", "Nilai terakhir", "Jumlah kumulatif", "Rata-rata kumulatif"
		]
		dari: DF.Date | None
		dasar: DF.SmallText | None
		diputuskan_oleh: DF.Link | None
		diputuskan_pada: DF.Datetime | None
		indikator: DF.SmallText
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_pemberi: DF.Data | None
		jabatan_penilai: DF.Data | None
		jenis: DF.Literal["Utama", "Tambahan"]
		kunci_menunggu: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pemberi: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_pemberi: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		pemberi: DF.Link | None
		pemberi_luar: DF.Data | None
		pemberi_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		penugasan_sebagai: DF.Literal["", "Plt.", "Plh.", "JF dalam jabatan struktural"]
		periode: DF.Link
		perspektif: DF.Literal["", "Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran"]
		perubahan: DF.Link | None
		rencana_hasil_kerja: DF.SmallText
		sampai: DF.Date | None
		satuan: DF.Data | None
		skp: DF.Link | None
		status: DF.Literal["Menunggu persetujuan", "Disetujui", "Ditolak", "Ditarik"]
		target_maks: DF.Float
		target_min: DF.Float
		target_naratif: DF.SmallText | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def before_validate(self):
		if self.is_new():
			self.check_boleh_menyebut()
			self.fill_pihak()

	def validate(self):
		check_ukuran(self)
		if self.is_new():
			self.check_bentuk()
			self.check_pegawai()
			self.check_penilai()
			self.check_pemberi()
			self.check_tanggal()
			self.check_hasil()
			self.set_kunci_menunggu()
		else:
			self.check_perubahan()
			self.check_keputusan()
			self.record_keputusan()

	# --- who

	def on_update(self):
		self.retire_ajakan()

	def get_pihak(self) -> dict:
		return {**snapshot_pihak(self.pegawai), **self.get_pemberi()}

	def get_pemberi(self) -> dict:
		"""Whoever is signed in appoints; a volunteer names whose assignment he wants to join."""
		ditunjuk = self.bentuk == BentukPenugasan.PENUNJUKAN
		data = get_data(choose_pemberi(self.pemberi) if ditunjuk else self.pemberi)
		return {
			"pemberi": data.name,
			"nama_pemberi": data.employee_name,
			"nip_pemberi": data.nip or data.nrp,
			"jabatan_pemberi": data.designation,
			"pemberi_user": data.user_id,
		}

	def get_sebutan_pemberi(self) -> str:
		"""How the SKP names who assigned it: by his post, a body outside by its name."""
		return self.jabatan_pemberi or self.nama_pemberi or self.pemberi_luar

	def check_boleh_menyebut(self) -> None:
		"""The NIP that the client sends proves that he knows whom he names; the stored one is copied afterwards."""
		ditunjuk = self.bentuk == BentukPenugasan.PENUNJUKAN
		nama, nip = (self.pegawai, self.nip_pegawai) if ditunjuk else (self.pemberi, self.nip_pemberi)
		if nama and not may_name(get_data(nama), nip):
			frappe.throw(
				_(
					"Pegawai instansi lain disebut dengan NIP atau NRP-nya. Cari dengan nomor itu secara lengkap."
				),
				frappe.PermissionError,
			)

	def fill_pihak(self) -> None:
		self.update(self.get_pihak())
		self.status = str(StatusPenugasan.MENUNGGU)
		self.skp = self.baris = self.perubahan = None
		self.alasan_keputusan = self.diputuskan_pada = self.diputuskan_oleh = None
		self.periode = self.periode or find_periode(self.instansi, getdate(self.dari or get_today()))

	def check_bentuk(self) -> None:
		sendiri = self.pegawai_user == frappe.session.user
		if self.bentuk == BentukPenugasan.SUKARELA and not sendiri:
			frappe.throw(
				_(
					"Pengajuan sukarela dibuat oleh pegawainya sendiri. Untuk menugaskan pegawai lain, pilih Penunjukan."
				),
				frappe.PermissionError,
			)
		if self.bentuk == BentukPenugasan.PENUNJUKAN and sendiri:
			frappe.throw(_("Untuk diri sendiri gunakan Pengajuan sukarela."))
		if self.bentuk == BentukPenugasan.PENUNJUKAN and not may_menunjuk():
			frappe.throw(
				_(
					"Penunjukan diberikan oleh Pimpinan (hlm. 46 angka 9). Sampaikan usulan Anda kepada Pimpinan Anda, "
					"atau ajukan diri lewat Pengajuan sukarela."
				),
				frappe.PermissionError,
			)

	def check_pegawai(self) -> None:
		check_periode_dibuka(self.periode)
		check_dinilai(self.pegawai, self.periode)
		check_pejabat(self.pegawai, _("penerima penugasan"))

	def check_penilai(self) -> None:
		if not self.penilai_user:
			frappe.throw(
				_(
					"Pejabat Penilai Kinerja untuk {0} belum ada atau belum memiliki akun. Hubungi pengelola kinerja."
				).format(self.nama_pegawai)
			)
		check_pejabat(self.penilai, _("Pejabat Penilai {0}").format(self.nama_pegawai))
		if self.bentuk == BentukPenugasan.PENUNJUKAN and self.pemberi_user == self.penilai_user:
			frappe.throw(
				_(
					"Anda Pejabat Penilai {0}: penugasan Anda tidak memerlukan persetujuan. Tambahkan lewat Matriks "
					"Pembagian Peran dan Hasil, atau lewat perubahan SKP bila SKP-nya sudah ditetapkan."
				).format(self.nama_pegawai)
			)

	def check_pemberi(self) -> None:
		"""Leaders of this site have a record; bodies outside are named in words (p. 46 no. 11)."""
		if self.pemberi:
			self.pemberi_luar = None
		if self.pemberi and self.pemberi == self.pegawai:
			frappe.throw(_("Pemberi penugasan harus orang lain. Pilih pimpinan yang membuka penugasan itu."))
		if self.pemberi:
			check_pejabat(self.pemberi, _("pemberi penugasan"))
			check_boleh_memberi(self.pemberi)
		if not self.pemberi and not (self.pemberi_luar or "").strip():
			frappe.throw(
				_(
					"Sebutkan siapa yang memberi penugasan: pilih pegawainya, atau tulis nama lembaga dan jabatannya."
				)
			)

	# --- what

	def check_tanggal(self) -> None:
		if self.dari and self.sampai and getdate(self.sampai) < getdate(self.dari):
			frappe.throw(_("Tanggal Sampai tidak boleh sebelum tanggal Dari."))

	def check_hasil(self) -> None:
		"""Complete and measurable already now: once approved it may enter a submitted plan (p. 50-51)."""
		if self.penugasan_sebagai:
			self.jenis = str(JenisHasilKerja.UTAMA)
		try:
			normalize_ukuran(self)
			indikator = build_indikator(frappe._dict(self.as_dict(), kunci="indikator", hasil_kerja="hasil"))
		except ValueError as salah:
			frappe.throw(frappe.utils.escape_html(str(salah)))
		hasil = HasilKerja("hasil", JenisHasilKerja.UTAMA, self.rencana_hasil_kerja)
		if masalah := check_skp([hasil], [indikator]):
			frappe.throw(masalah, title=_("Penugasan belum lengkap"), as_list=True)
		self.check_perspektif()

	def check_perspektif(self) -> None:
		jabatan = get_jabatan(self.pegawai)
		if not self.perspektif and is_jpt_atau_mandiri(
			jabatan.get("jenis_jabatan"), bool(jabatan.get("pimpinan_unit_mandiri"))
		):
			frappe.throw(
				_("Pilih perspektif indikatornya: {0} menyusun SKP dengan perspektif (hlm. 29).").format(
					self.nama_pegawai
				)
			)

	def set_kunci_menunggu(self) -> None:
		"""While it waits the same one is refused by the database; once it is decided on, there may be another."""
		menunggu = self.status == StatusPenugasan.MENUNGGU
		self.kunci_menunggu = build_kunci_menunggu(self) if menunggu else None

	def get_pesan_ganda(self) -> str:
		return _("Penugasan yang sama masih menunggu keputusan Pejabat Penilai.")

	# --- the decision

	def check_perubahan(self) -> None:
		before = self.get_doc_before_save()
		if before.status != StatusPenugasan.MENUNGGU:
			frappe.throw(
				_("Penugasan ini sudah berstatus {0} dan tidak berubah lagi.").format(_(before.status))
			)
		if berubah := [*list_perubahan(self, before, (*KEPUTUSAN, "kunci_menunggu"))]:
			frappe.throw(
				_("{0} tidak dapat diubah. Tolak penugasan ini dengan alasan, agar dibuat yang baru.").format(
					join_label(self, berubah)
				),
				frappe.PermissionError,
			)

	def check_keputusan(self) -> None:
		if frappe.session.user != self.penilai_user:
			frappe.throw(
				_("Penugasan ini diputuskan oleh {0} sebagai Pejabat Penilai.").format(self.nama_penilai),
				frappe.PermissionError,
			)
		if self.status not in (StatusPenugasan.DISETUJUI, StatusPenugasan.DITOLAK):
			frappe.throw(_("Setujui atau tolak penugasan ini."))
		if self.status == StatusPenugasan.DITOLAK and not (self.alasan_keputusan or "").strip():
			refuse_isian(
				"alasan", _("Tulis alasan penolakannya, agar pegawai dan pemberi tugas mengetahuinya.")
			)

		if self.status == StatusPenugasan.DISETUJUI and self.pemberi:
			check_boleh_memberi(self.pemberi)

	def retire_ajakan(self) -> None:
		"""Decided or withdrawn: whoever was asked for the decision has nothing to do any more."""
		if self.status != StatusPenugasan.MENUNGGU:
			retire(self.doctype, self.name, penerima=self.penilai_user)

	def record_keputusan(self) -> None:
		self.diputuskan_pada, self.diputuskan_oleh = get_now(), frappe.session.user
		self.set_kunci_menunggu()
		if self.status == StatusPenugasan.DISETUJUI:
			self.update(place(self))


def build_kunci_menunggu(row) -> str:
	"""``row``: a Penugasan Kinerja, or its columns."""
	pemberi = row.pemberi or row.pemberi_luar
	return make_sidik(row.pegawai, row.periode, pemberi, row.rencana_hasil_kerja)


def on_doctype_update():
	frappe.db.add_index("Penugasan Kinerja", ["penilai_user", "status"])
