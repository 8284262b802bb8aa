import frappe
from frappe import _
from frappe.utils import get_datetime

from kinerja_asn.constants.pembinaan import KedudukanKonselor, StatusKonseling, StatusLaporanMasalah
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.berpihak import Berpihak
from kinerja_asn.kinerja_asn.workflow.rekaman.rahasia import Rahasia
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.pembinaan import check_konselor
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pejabat import check_pejabat
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.pelaksanaan.pembinaan.kabar import tell_konseling
from kinerja_asn.services.pelaksanaan.pembinaan.konseling import TERSANDI, get_kolom_konselor, hide
from kinerja_asn.services.pelaksanaan.pembinaan.laporan_masalah import mark_konseling

LAPORAN = "Laporan Masalah Perilaku"
KOLOM_ATASAN = ("atasan_penilai", "nama_atasan_penilai", "atasan_penilai_user")
DIJADWALKAN, SELESAI = StatusKonseling
PENETAPAN = ("kedudukan", "pelatihan", "konselor")
JADWAL = ("jadwal", "tempat")
# To whom the record goes (p. 87-88 huruf d); the first of them decides what is to follow (huruf e).
PENERIMA = {
	KedudukanKonselor.INDEPENDEN: ("pejabat",),
	KedudukanKonselor.PENILAI: ("atasan_penilai",),
	KedudukanKonselor.FUNGSI: ("atasan_penilai", "penilai"),
}


class KonselingKinerja(Rahasia, Diputuskan, KunciUnik, Berpihak):
	"""Counselling of one employee, individual and confidential (p. 85 huruf b, 87-88): set by the official to whom his
	Penilai has reported, held by a counsellor, its record reported to those whom the regulation names."""

	ISIAN_BARU = ("laporan", *PENETAPAN, *JADWAL)

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		hasil: DF.LongText | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		jadwal: DF.Datetime
		kedudukan: DF.Literal[
			"Konselor independen",
			"Pejabat Penilai Kinerja yang telah memperoleh pelatihan konseling",
			"Pejabat yang memiliki fungsi memberikan konseling",
		]
		kesepakatan: DF.LongText | None
		konselor: DF.Link
		konselor_user: DF.Link | None
		laporan: DF.Link
		nama_atasan_penilai: DF.Data | None
		nama_konselor: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_pejabat: DF.Data | None
		nama_penilai: DF.Data | None
		nip_konselor: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		pejabat: DF.Link | None
		pejabat_user: DF.Link | None
		pelatihan: DF.Data | None
		penentu_tindak_lanjut: DF.Data | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		selesai_pada: DF.Datetime | None
		status: DF.Literal["Dijadwalkan", "Selesai"]
		tempat: DF.Data
		tindak_lanjut: DF.LongText | None
		tindak_lanjut_pada: DF.Datetime | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def validate(self):
		self.check_isian()
		if self.is_new():
			self.fill()
		elif self.status != self.get_doc_before_save().status:
			self.record_selesai()
		self.check_penetapan()
		self.hide_isi()

	def after_insert(self):
		mark_konseling(self)

	def on_update(self):
		before = self.get_doc_before_save()
		if before and before.konselor != self.konselor:
			mark_konseling(self)
		tell_konseling(self)

	def get_pihak(self) -> dict:
		"""Those of the report, and the atasan, who has no part in it before."""
		dilaporkan = ("skp", "periode", "pejabat", "nama_pejabat", "pejabat_user", "status")
		kolom = [kolom for kolom in KOLOM_PIHAK if kolom not in KOLOM_ATASAN]
		laporan = str(self.laporan or "")
		pihak = frappe.db.get_value(LAPORAN, laporan, [*kolom, *dilaporkan], as_dict=True)
		if not pihak:
			return {}
		return pihak | frappe.db.get_value("SKP", pihak.pop("skp"), KOLOM_ATASAN, as_dict=True)

	def get_pesan_ganda(self) -> str:
		return _("Konseling atas laporan ini sudah ditetapkan.")

	def get_penerima_rekaman(self) -> tuple[str, ...]:
		return PENERIMA[KedudukanKonselor(self.kedudukan)]

	# --- setting it

	def fill(self) -> None:
		pihak = self.get_pihak()
		if pihak.get("pejabat_user") != frappe.session.user:
			frappe.throw(
				_("Konseling ditetapkan oleh pejabat yang menerima laporannya."), frappe.PermissionError
			)
		check_bertugas()
		if pihak.pop("status") != StatusLaporanMasalah.DILAPORKAN:
			frappe.throw(_("Laporan ini sudah diputuskan."))
		self.update(pihak)
		self.status = str(DIJADWALKAN)

	def check_penetapan(self) -> None:
		before = self.get_doc_before_save()
		if before and all(before.get(kolom) == self.get(kolom) for kolom in PENETAPAN):
			return
		check_pejabat(self.konselor, _("konselor"))
		salah = check_konselor(
			KedudukanKonselor(self.kedudukan),
			self.konselor,
			pegawai=self.pegawai,
			penilai=self.penilai,
			atasan=self.atasan_penilai,
			pejabat=self.pejabat,
			pelatihan=self.pelatihan or "",
		)
		if salah:
			refuse_isian("nomor", salah)
		self.update(get_kolom_konselor(self.konselor))

	# --- holding it

	def get_isian_terbuka(self, before) -> set[str]:
		user = frappe.session.user
		if before.status == DIJADWALKAN:
			pejabat = {*PENETAPAN, *JADWAL} if before.pejabat_user == user else set()
			konselor = {*JADWAL, "status", "hasil", "kesepakatan"} if before.konselor_user == user else set()
			return pejabat | konselor
		penentu = before.get_penerima_rekaman()[0]
		boleh = before.get(f"{penentu}_user") == user and not before.tindak_lanjut
		return {"tindak_lanjut"} if boleh else set()

	def record_selesai(self) -> None:
		if get_datetime(self.jadwal) > get_datetime(get_now()):
			frappe.throw(
				_("Konseling ini belum dilaksanakan menurut jadwalnya. Ubah jadwalnya dahulu bila sudah.")
			)
		if not (self.hasil or "").strip():
			refuse_isian("hasil", _("Tulis hasil konselingnya."))
		self.selesai_pada = get_now()

	def hide_isi(self) -> None:
		"""What was typed leaves memory encrypted; a word that stands there already is."""
		before = self.get_doc_before_save()
		for medan in TERSANDI:
			teks = self.get(medan) or None
			if teks and (not before or teks != before.get(medan)):
				self.set(medan, hide(medan, teks))
		if before and self.tindak_lanjut != before.tindak_lanjut:
			penentu = self.get_penerima_rekaman()[0]
			self.penentu_tindak_lanjut = self.get(f"nama_{penentu}")
			self.tindak_lanjut_pada = get_now()
