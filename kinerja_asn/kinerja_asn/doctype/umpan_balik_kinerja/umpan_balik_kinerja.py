import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import (
	BentukUmpanBalik,
	PeranUmpanBalik,
	SasaranUmpanBalik,
	Sifat,
	StatusPenugasan,
	Tahap,
)
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.kunci import make_sidik
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.bukti import is_tautan
from kinerja_asn.services.pelaksanaan.umpan_balik.inisiatif import find_pemberi
from kinerja_asn.services.pelaksanaan.umpan_balik.jadwal import end_berkala
from kinerja_asn.services.pelaksanaan.umpan_balik.jawaban import find_diminta, is_ditanyakan
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import DOCTYPE as PERMINTAAN
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import build_pertanyaan
from kinerja_asn.services.penilaian.pembaruan import refresh_evaluasi
from kinerja_asn.services.perencanaan.penugasan.penugasan import check_boleh_memberi

# Who reads the plan, and so may speak about a row of it without being asked.
BERBICARA_HASIL = (PeranUmpanBalik.PIMPINAN, PeranUmpanBalik.DIRI)


class UmpanBalikKinerja(Diputuskan, KunciUnik):
	"""One feedback with its giver's name on an employee's results or behaviour; a record, never edited (Pasal 17-18).

	Who assigned a result that the Penilai approved speaks about that result alone (``penugasan``; p. 46). Who was asked
	speaks about what he was asked (``permintaan``); others unasked, as far as the agency lets them (p. 70 no. 9).
	"""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		berkas: DF.Attach | None
		bentuk: DF.Literal["Berkala", "Insidentil"]
		hasil_kerja: DF.Autocomplete | None
		instansi: DF.Link | None
		isi: DF.Text | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		kunci_isi: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pemberi: DF.Data | None
		nama_penilai: DF.Data | None
		nilai: DF.Link | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		pemberi: DF.Link | None
		pemberi_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		penugasan: DF.Link | None
		peran: DF.Literal[
			"Diri Sendiri", "Pimpinan", "Rekan Kerja Setingkat", "Pegawai di Bawahnya", "Pihak Lain"
		]
		periode: DF.Link | None
		permintaan: DF.Link | None
		sasaran: DF.Literal["Umum", "Hasil Kerja", "Perilaku Kerja"]
		sasaran_uraian: DF.Data | None
		sifat: DF.Literal["Positif", "Perlu Perbaikan"]
		skp: DF.Link
		tanggal: DF.Date
		tautan_bukti: DF.Data | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def validate(self):
		check_ukuran(self)
		self.check_belum_tersimpan()
		self.fill_pihak()
		self.fill_pemberi()
		self.check_tanggal()
		self.link_sasaran()
		self.check_permintaan()
		self.check_isi()
		self.kunci_isi = build_kunci_isi(self)

	def after_insert(self):
		refresh_evaluasi(self.skp, self.tanggal)
		end_berkala(self)

	def get_pihak(self) -> dict:
		kolom = [*KOLOM_PIHAK, "periode", "tahap"]
		pihak = frappe.db.get_value("SKP", self.skp, kolom, as_dict=True) or frappe._dict()
		pemberi = self.find_pemberi(pihak) or frappe._dict()
		return {
			**pihak,
			"pemberi_penugasan_user": self.get_penugasan().get("pemberi_user"),
			"diminta_user": None if self.penugasan else pemberi.responden_user,
		}

	def get_penugasan(self) -> dict:
		"""The approved assignment that the giver refers to, if it stands in this SKP."""
		if not self.penugasan:
			return {}
		return (
			frappe.db.get_value(
				"Penugasan Kinerja",
				{"name": self.penugasan, "skp": self.skp, "status": StatusPenugasan.DISETUJUI},
				["pemberi", "nama_pemberi", "pemberi_user", "baris", "dari", "sampai", "creation"],
				as_dict=True,
			)
			or {}
		)

	def check_belum_tersimpan(self) -> None:
		if not self.is_new():
			frappe.throw(
				_("Umpan balik yang sudah diberikan tidak dapat diubah. Tambahkan umpan balik baru.")
			)

	def fill_pihak(self) -> None:
		pihak = self.get_pihak()
		if pihak.pop("tahap", None) != Tahap.DITETAPKAN:
			frappe.throw(_("Umpan balik diberikan atas SKP yang sudah ditetapkan dan belum ditutup."))
		self.update({kolom: pihak.get(kolom) for kolom in (*KOLOM_PIHAK, "periode")})

	def fill_pemberi(self) -> None:
		"""The giver is whoever is signed in, in the part that he has."""
		pemberi = self.find_pemberi(self)
		if not pemberi:
			frappe.throw(
				_(
					"Umpan balik diberikan oleh Pejabat Penilai atau atasannya yang tercantum di SKP, pemberi penugasan yang "
					"sudah disetujui, atau yang diminta. Yang dijanjikan tanpa nama dijawab lewat halaman permintaannya."
				),
				frappe.PermissionError,
			)
		self.pemberi, self.nama_pemberi, self.peran = pemberi.responden, pemberi.nama_responden, pemberi.peran
		if self.penugasan:
			check_boleh_memberi(self.pemberi, frappe.PermissionError)
		self.pemberi_user = frappe.session.user
		self.bentuk = self.bentuk or str(BentukUmpanBalik.INSIDENTIL)

	def find_pemberi(self, pihak) -> frappe._dict | None:
		"""responden, nama_responden, responden_user, peran of the session user; ``pihak``: parties and periode of the SKP."""
		user = frappe.session.user
		if self.permintaan:
			return find_diminta(self.permintaan, self.skp)
		if self.penugasan:
			tugas = self.get_penugasan()
			return (
				build_pimpinan(tugas.pemberi, tugas.nama_pemberi)
				if tugas.get("pemberi_user") == user
				else None
			)
		for kolom in ("penilai", "atasan_penilai"):
			if pihak.get(f"{kolom}_user") == user:
				return build_pimpinan(pihak.get(kolom), pihak.get(f"nama_{kolom}"))
		return find_pemberi(pihak) if pihak.get("periode") else None

	def check_tanggal(self) -> None:
		if getdate(self.tanggal) > get_today():
			frappe.throw(_("Tanggal umpan balik tidak boleh di masa depan."))
		awal = getdate(frappe.db.get_value("SKP", self.skp, "awal"))
		if getdate(self.tanggal) < awal:
			frappe.throw(
				_("Tanggal umpan balik tidak boleh sebelum SKP berlaku ({0}).").format(formatdate(awal))
			)
		if self.penugasan:
			self.check_masa_penugasan()

	def check_masa_penugasan(self) -> None:
		"""Without a first day it begins when it was made."""
		tugas = self.get_penugasan()
		dari, sampai = getdate(tugas.dari or tugas.creation), tugas.sampai and getdate(tugas.sampai)
		if getdate(self.tanggal) < dari or (sampai and getdate(self.tanggal) > sampai):
			frappe.throw(
				_("Tanggal umpan balik harus di dalam masa penugasan: {0} – {1}.").format(
					formatdate(dari), formatdate(sampai) if sampai else "…"
				)
			)

	def link_sasaran(self) -> None:
		self.sasaran_uraian = None
		if self.penugasan:
			self.sasaran = str(SasaranUmpanBalik.HASIL_KERJA)
		if self.sasaran == SasaranUmpanBalik.HASIL_KERJA:
			self.link_hasil_kerja()
		else:
			self.hasil_kerja = None
		if self.sasaran == SasaranUmpanBalik.PERILAKU:
			self.sasaran_uraian = self.nilai or frappe.throw(_("Pilih nilai dasar yang diberi umpan balik."))
		else:
			self.nilai = None

	def link_hasil_kerja(self) -> None:
		row = self.find_baris_penugasan() if self.penugasan else self.find_baris()
		self.hasil_kerja, self.sasaran_uraian = row.kunci, row.rencana_hasil_kerja[:140]

	def find_baris(self) -> frappe._dict:
		if row := self.get_baris(self.hasil_kerja):
			return row
		frappe.throw(_("Hasil kerja itu tidak ada di SKP ini. Pilih dari daftarnya."))

	def find_baris_penugasan(self) -> frappe._dict:
		"""The assigner speaks about what he assigned, whichever row a client names."""
		if row := self.get_baris(self.get_penugasan()["baris"]):
			return row
		frappe.throw(
			_("Hasil kerja dari penugasan ini belum berlaku di SKP. Tunggu perubahan SKP-nya ditetapkan.")
		)

	def get_baris(self, kunci: str | None) -> frappe._dict | None:
		saring = {**get_saring_anak("SKP", self.skp), "kunci": kunci or ""}
		return frappe.db.get_value("SKP Hasil Kerja", saring, ["kunci", "rencana_hasil_kerja"], as_dict=True)

	def check_permintaan(self) -> None:
		"""Who was asked speaks about that, today; a peer who speaks unasked about nothing that he cannot read."""
		if self.permintaan:
			self.tanggal = str(get_today())
			minta = frappe.db.get_value(
				PERMINTAAN, self.permintaan, ["skp", "jenis", "sasaran", "hasil_kerja", "nilai"], as_dict=True
			)
			if not is_ditanyakan(build_pertanyaan(minta), self):
				frappe.throw(_("Permintaan itu tidak menanyakan hal ini. Jawab lewat halaman permintaannya."))
		elif self.sasaran == SasaranUmpanBalik.HASIL_KERJA and self.peran not in BERBICARA_HASIL:
			frappe.throw(
				_("Tanpa diminta, rekan dan bawahan berbicara tentang perilaku kerja atau secara umum.")
			)

	def check_isi(self) -> None:
		"""What is asked for many things at once may be answered by a choice alone, where all is well."""
		if not (self.isi or "").strip() and not (self.permintaan and self.sifat == Sifat.POSITIF):
			frappe.throw(_("Tulis isi umpan balik: apa yang baik atau apa yang perlu diperbaiki."))
		self.berkas = (
			None  # attached to what is stored (services/pelaksanaan/umpan_balik/lampiran.py), by no client
		)
		self.tautan_bukti = (self.tautan_bukti or "").strip() or None
		if self.tautan_bukti and not is_tautan(self.tautan_bukti):
			frappe.throw(_("Tautan bukti harus diawali https:// dan menuju sebuah situs."))

	def get_pesan_ganda(self) -> str:
		return _("Umpan balik yang sama sudah Anda berikan pada tanggal itu. Tambahkan bila ada yang baru.")


def build_pimpinan(pegawai: str, nama: str) -> frappe._dict:
	return frappe._dict(
		responden=pegawai,
		nama_responden=nama,
		responden_user=frappe.session.user,
		peran=str(PeranUmpanBalik.PIMPINAN),
	)


def build_kunci_isi(row) -> str:
	"""``row``: an Umpan Balik Kinerja, or its columns. The same words about the same thing on one day are given once; to
	a request about each thing one answer."""
	tentang = (row.sasaran, row.hasil_kerja, row.nilai, row.penugasan)
	if row.get("permintaan"):
		return make_sidik(row.permintaan, row.pemberi, *tentang)
	return make_sidik(row.skp, row.pemberi, str(getdate(row.tanggal)), *tentang, row.sifat, row.isi)
