import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate

from kinerja_asn.constants.istilah import SasaranUmpanBalik, Tahap
from kinerja_asn.services.isian import check_ukuran
from kinerja_asn.services.pihak import KOLOM_PIHAK
from kinerja_asn.services.waktu import get_today


class UmpanBalikKinerja(Document):
	"""One feedback of a leader on an employee's results or behaviour; a record, never edited (Pasal 17-18)."""

	def validate(self):
		check_ukuran(self)
		self.check_belum_tersimpan()
		self.fill_pihak()
		self.fill_pemberi()
		self.check_tanggal()
		self.link_sasaran()
		self.check_isi()

	def get_pihak(self) -> dict:
		return frappe.db.get_value("SKP", self.skp, [*KOLOM_PIHAK, "periode", "tahap"], as_dict=True) or {}

	def check_belum_tersimpan(self) -> None:
		if not self.is_new():
			frappe.throw(
				_("Umpan balik yang sudah diberikan tidak dapat diubah. Tambahkan umpan balik baru.")
			)

	def fill_pihak(self) -> None:
		pihak = self.get_pihak()
		if pihak.pop("tahap") != Tahap.DITETAPKAN:
			frappe.throw(_("Umpan balik diberikan atas SKP yang sudah ditetapkan dan belum ditutup."))
		self.update(pihak)

	def fill_pemberi(self) -> None:
		"""The giver is whoever is signed in: the Penilai or his superior named on the SKP."""
		user = frappe.session.user
		for pihak in ("penilai", "atasan_penilai"):
			if self.get(f"{pihak}_user") == user:
				self.pemberi, self.nama_pemberi = self.get(pihak), self.get(f"nama_{pihak}")
				self.pemberi_user, self.peran = user, "Pimpinan"
				return
		frappe.throw(
			_("Umpan balik pimpinan diberikan oleh Pejabat Penilai atau atasannya yang tercantum di SKP."),
			frappe.PermissionError,
		)

	def check_tanggal(self) -> None:
		if getdate(self.tanggal) > get_today():
			frappe.throw(_("Tanggal umpan balik tidak boleh di masa depan."))

	def link_sasaran(self) -> None:
		self.hasil_kerja = self.sasaran_uraian = None
		if self.sasaran == SasaranUmpanBalik.HASIL_KERJA:
			self.link_hasil_kerja()
		else:
			self.hasil_kerja_ke = 0
		if self.sasaran == SasaranUmpanBalik.PERILAKU:
			self.sasaran_uraian = self.nilai or frappe.throw(_("Pilih nilai dasar yang diberi umpan balik."))
		else:
			self.nilai = None

	def link_hasil_kerja(self) -> None:
		row = frappe.db.get_value(
			"SKP Hasil Kerja",
			{"parent": self.skp, "parenttype": "SKP", "idx": self.hasil_kerja_ke},
			["kunci", "rencana_hasil_kerja"],
			as_dict=True,
		)
		if not row:
			frappe.throw(
				_("Hasil kerja ke-{0} tidak ada di SKP ini. Pilih dari daftarnya.").format(
					self.hasil_kerja_ke
				)
			)
		self.hasil_kerja, self.sasaran_uraian = row.kunci, row.rencana_hasil_kerja[:140]

	def check_isi(self) -> None:
		if not (self.isi or "").strip():
			frappe.throw(_("Tulis isi umpan balik: apa yang baik atau apa yang perlu diperbaiki."))
