import frappe
from frappe import _

from kinerja_asn.constants.istilah import SifatCatatan, Tahap
from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.perencanaan.skp.dialog import find_uraian, tell_lawan_bicara

# Party of the document -> what he is called under his remark.
SEBUTAN = {
	"pegawai": "Pegawai",
	"penilai": "Pejabat Penilai Kinerja",
	"atasan_penilai": "Atasan Pejabat Penilai Kinerja",
}


class CatatanSKP(Terjejak):
	"""One remark in the dialogue on a plan, never edited: clarifying expectations takes both sides (Pasal 7; p. 65)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		baris: DF.Data | None
		instansi: DF.Link | None
		isi: DF.Text
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nama_penulis: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		oleh: DF.Link | None
		pada: DF.Datetime | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		peran: DF.Data | None
		perubahan: DF.Link | None
		sifat: DF.Literal["Komentar", "Alasan pengembalian"]
		skp: DF.Link
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		uraian_baris: DF.Data | None
	# end: auto-generated types

	def validate(self):
		self.check_belum_tersimpan()
		check_ukuran(self)
		self.fill_pihak()
		self.fill_penulis()
		self.fill_sifat()
		self.link_baris()
		self.check_isi()

	def after_insert(self):
		tell_lawan_bicara(self)

	def get_rujukan(self) -> tuple[str, str]:
		"""DocType and name of the plan that the remark is about."""
		return ("Perubahan SKP", self.perubahan) if self.perubahan else ("SKP", self.skp)

	def get_pihak(self) -> dict:
		return frappe.db.get_value(*self.get_rujukan(), KOLOM_PIHAK, as_dict=True) or {}

	def check_belum_tersimpan(self) -> None:
		if not self.is_new():
			frappe.throw(_("Catatan yang sudah dikirim tidak dapat diubah. Tambahkan catatan baru."))

	def fill_pihak(self) -> None:
		self.check_perubahan()
		if frappe.db.get_value(*self.get_rujukan(), "tahap") == Tahap.DITUTUP:
			frappe.throw(_("Dokumen ini sudah ditutup, sehingga tidak dapat diberi catatan lagi."))
		self.update(self.get_pihak())

	def check_perubahan(self) -> None:
		if self.perubahan and frappe.db.get_value("Perubahan SKP", self.perubahan, "skp") != self.skp:
			frappe.throw(_("Perubahan {0} bukan perubahan dari SKP {1}.").format(self.perubahan, self.skp))

	def fill_penulis(self) -> None:
		"""The author is whoever is signed in, as the party that the plan names him to be."""
		self.oleh, self.pada = frappe.session.user, get_now()
		for pihak, sebutan in SEBUTAN.items():
			if self.get(f"{pihak}_user") == self.oleh:
				self.nama_penulis, self.peran = self.get(f"nama_{pihak}"), sebutan
				return
		frappe.throw(
			_(
				"Catatan hanya dapat ditulis oleh pegawai, Pejabat Penilai, atau atasannya yang tercantum di SKP."
			),
			frappe.PermissionError,
		)

	def fill_sifat(self) -> None:
		"""A reason for returning is written by the step that returns, never by a client."""
		if not self.flags.oleh_layanan:
			self.sifat = str(SifatCatatan.KOMENTAR)

	def link_baris(self) -> None:
		self.uraian_baris = None
		if not self.baris:
			return
		uraian = find_uraian(*self.get_rujukan(), self.baris)
		if uraian is None:
			frappe.throw(_("Baris yang diberi catatan tidak ada di SKP ini. Muat ulang halaman."))
		self.uraian_baris = uraian[:140]

	def check_isi(self) -> None:
		self.isi = (self.isi or "").strip() or frappe.throw(_("Tulis isi catatannya."))
