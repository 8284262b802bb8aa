import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.workflow.bertahap import join_label, list_perubahan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.milik_skp import MilikSkp
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.pelaksanaan.pemantauan.kabar_tindakan import end_diminta, tell_jawaban
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import find_diminta

ISI = ("tindakan", "tenggat", "hasil")


class TindakanPerbaikan(MilikSkp, KunciUnik):
	"""What the employee does about an indikator that was behind at the end of a period, by when, and what came of it
	(Pasal 16-17). Asked for, never a lock."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		hasil: DF.SmallText | None
		indikator: DF.Data
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		kekurangan: DF.Data | None
		masa: DF.Data | None
		masa_ke: DF.Int
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
		periode: DF.Link | None
		selesai_pada: DF.Datetime | None
		skp: DF.Link
		tenggat: DF.Date
		tindakan: DF.SmallText
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		uraian: DF.SmallText | None
	# end: auto-generated types

	def autoname(self):
		"""One for each indikator and period, by the same name: of two requests at once the database refuses one."""
		self.name = f"TP-{str(self.skp).removeprefix('SKP-')}-{self.indikator}-{int(self.masa_ke or 0):02d}"

	def validate(self):
		check_ukuran(self)
		self.check_isian()
		self.check_terbuka()
		self.fill_baru()
		self.update(self.get_pihak())
		self.check_tenggat()
		self.record_hasil()

	def after_insert(self):
		end_diminta(self)

	def on_update(self):
		self.tell_jawaban()

	def tell_jawaban(self) -> None:
		before = self.get_doc_before_save()
		if self.hasil and before and not before.hasil:
			tell_jawaban(self)

	def get_pesan_ganda(self) -> str:
		return _("Tindakan perbaikan untuk indikator dan masa ini sudah ada. Muat ulang halaman.")

	def check_isian(self) -> None:
		"""What is to be done, by when and what came of it is the employee's to say, until he has said the last; all else
		is the server's."""
		before = self.get_doc_before_save()
		if not before:
			return
		if berubah := [*list_perubahan(self, before, () if before.hasil else ISI)]:
			frappe.throw(
				_(
					"{0} tidak dapat diubah lagi. Tindakan perbaikan yang hasilnya sudah ditulis tinggal dibaca."
				).format(join_label(self, berubah)),
				frappe.PermissionError,
			)

	def check_terbuka(self) -> None:
		skp = frappe.db.get_value("SKP", str(self.skp or ""), ["periode", "tahap"], as_dict=True)
		if not skp or skp.tahap != Tahap.DITETAPKAN:
			frappe.throw(_("Tindakan perbaikan ditulis untuk SKP yang sudah ditetapkan dan belum ditutup."))
		check_periode_dibuka(skp.periode)

	def fill_baru(self) -> None:
		"""Of what is behind now the server knows what it is called, and by how much."""
		if not self.is_new():
			return
		diminta = find_diminta(frappe.get_doc("SKP", self.skp))
		baris = next(
			(row for row in diminta if (row.kunci, row.masa_ke) == (self.indikator, self.masa_ke)), None
		)
		if not baris:
			frappe.throw(
				_(
					"Indikator itu tidak tertinggal pada masa tersebut, atau tindakannya sudah ditulis. Muat ulang halaman."
				)
			)
		self.uraian, self.masa, self.kekurangan = baris.indikator, baris.masa, baris.kekurangan
		self.hasil = self.selesai_pada = None

	def check_tenggat(self) -> None:
		before = self.get_doc_before_save()
		if before and getdate(before.tenggat) == getdate(self.tenggat):
			return
		if getdate(self.tenggat) < get_today():
			frappe.throw(_("Selesai Paling Lambat sudah lewat. Pilih hari ini atau sesudahnya."))

	def record_hasil(self) -> None:
		self.hasil = (self.hasil or "").strip() or None
		self.selesai_pada = self.selesai_pada or get_now() if self.hasil else None


def on_doctype_update():
	frappe.db.add_unique(
		"Tindakan Perbaikan", ["skp", "indikator", "masa_ke"], constraint_name="unik_tindakan"
	)
