from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import StatusRencanaAksi, Tahap
from kinerja_asn.kinerja_asn.workflow.bertahap import is_berbeda
from kinerja_asn.kinerja_asn.workflow.dilihat import Dilihat
from kinerja_asn.kinerja_asn.workflow.diputuskan import Diputuskan
from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.rekaman.milik_skp import MilikSkp
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.rencana_aksi import check_rentang
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri, check_ukuran
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.kabar_rencana_aksi import tell_perubahan
from kinerja_asn.services.pelaksanaan.lintasan import fill_target, set_lintasan, take_target
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja

MENUNGGU, DISEPAKATI = StatusRencanaAksi.MENUNGGU, StatusRencanaAksi.DISEPAKATI
# What a step says; who changes any of it has another step.
ISI = ("hasil_kerja", "langkah", "bulan_mulai", "bulan_selesai", "indikator", "target_bulanan")
DIPUTUSKAN = (
	"diajukan_pada",
	"diajukan_oleh",
	"nama_penyepakat",
	"disepakati_pada",
	"disepakati_oleh",
)
DIMINTA = ("diminta", "permintaan", "diminta_pada", "diminta_oleh")


class RencanaAksi(MilikSkp, Dilihat, Diputuskan, KunciUnik):
	"""The steps towards the hasil kerja of one SKP (form B.1.1, p. 67). The employee writes them at any time; what his
	Penilai has agreed to stays marked as such, and nothing waits for it."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.rencana_aksi_langkah.rencana_aksi_langkah import (
			RencanaAksiLangkah,
		)

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		baris: DF.Table[RencanaAksiLangkah]
		diajukan_oleh: DF.Link | None
		diajukan_pada: DF.Datetime | None
		diminta: DF.Check
		diminta_oleh: DF.Link | None
		diminta_pada: DF.Datetime | None
		disepakati_oleh: DF.Link | None
		disepakati_pada: DF.Datetime | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nama_penyepakat: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		permintaan: DF.SmallText | None
		skp: DF.Link
		status: DF.Literal["Disusun", "Menunggu kesepakatan", "Disepakati", "Berubah sejak disepakati"]
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		"""One for each SKP, by the same name: of two requests at once the database refuses one."""
		self.name = self.skp

	def validate(self):
		check_ukuran(self)
		check_baris_milik_sendiri(self)
		skp = self.get_skp()
		self.check_isian()
		self.check_skp(skp)
		self.fill_pihak()
		self.arrange_baris((getdate(skp.awal), getdate(skp.akhir)))
		self.set_status()

	def on_update(self):
		self.apply_lintasan()
		tell_perubahan(self, self.status_sebelum)

	def get_pesan_ganda(self) -> str:
		return _("Rencana aksi SKP ini sudah ada. Buka dan lanjutkan di sana.")

	def get_skp(self) -> frappe._dict:
		kolom = ["periode", "tahap", "awal", "akhir"]
		return frappe.db.get_value("SKP", str(self.skp or ""), kolom, as_dict=True) or frappe._dict()

	@property
	def status_sebelum(self) -> str:
		before = self.get_doc_before_save()
		return before.status if before else str(StatusRencanaAksi.DISUSUN)

	def is_pegawai(self) -> bool:
		tersimpan = self.get_doc_before_save() or self.get_pihak()
		return tersimpan.get("pegawai_user") == frappe.session.user

	# --- who may change what

	def check_isian(self) -> None:
		"""The employee writes the steps and submits them, his Penilai agrees: all else is the server's."""
		self.restore_permintaan()
		berubah = [_(df.label) for df in self.meta.fields if self.is_isian_asing(df)]
		if berubah:
			frappe.throw(
				_(
					"{0} tidak dapat Anda ubah: langkah rencana aksi ditulis pegawai, dan disepakati Pejabat Penilainya."
				).format(", ".join(berubah)),
				frappe.PermissionError,
			)

	def restore_permintaan(self) -> None:
		"""What was asked for is stored by the service alone, perhaps while this was being typed; a new one has no
		decisions in it, whatever a client sends."""
		before = self.get_doc_before_save()
		for kolom in DIMINTA if before else (*DIMINTA, *DIPUTUSKAN):
			self.set(kolom, before.get(kolom) if before else None)
		self.diminta = self.diminta or 0

	def is_isian_asing(self, df) -> bool:
		before = self.get_doc_before_save()
		if df.fieldname == "status":
			return False
		if df.fieldtype == "Table":
			return not self.is_pegawai() and self.is_isi_berubah()
		return bool(before) and is_berbeda(df, self, before)

	def check_skp(self, skp) -> None:
		if skp.tahap == Tahap.DITUTUP:
			frappe.throw(_("SKP ini sudah ditutup, sehingga rencana aksinya tinggal dibaca."))
		if self.is_pegawai():
			check_periode_dibuka(skp.periode)

	def fill_pihak(self) -> None:
		"""Always those of the SKP, whoever they are by now."""
		self.update(self.get_pihak())

	# --- the steps

	def arrange_baris(self, masa: tuple[date, date]) -> None:
		"""By the hasil kerja of the plan in force, in its order; steps of one that a change took out stay, at the end."""
		hasil = {row.kunci: row.rencana_hasil_kerja for row in get_hasil_kerja(self.skp)}
		before = self.get_doc_before_save()
		lama = {row.name: row for row in before.baris} if before else {}
		fill_target(self)
		for row in self.baris:
			self.fill_baris(row, hasil, lama.get(row.name), masa)
		urutan = [*hasil]
		self.baris.sort(
			key=lambda row: urutan.index(row.hasil_kerja) if row.hasil_kerja in hasil else len(hasil)
		)
		for idx, row in enumerate(self.baris, 1):
			row.idx = idx

	def fill_baris(self, row, hasil: dict[str, str], lama, masa: tuple[date, date]) -> None:
		row.langkah = (row.langkah or "").strip()
		tetap = bool(lama) and get_isi(row) == get_isi(lama)
		if not tetap:
			self.check_hasil_kerja(row, hasil, lama)
			self.check_langkah(row, masa)
		row.disepakati = lama.disepakati if tetap else 0
		row.rencana_hasil_kerja = hasil.get(row.hasil_kerja) or (lama and lama.rencana_hasil_kerja)

	def check_hasil_kerja(self, row, hasil: dict[str, str], lama) -> None:
		if row.hasil_kerja not in hasil and not (lama and lama.hasil_kerja == row.hasil_kerja):
			frappe.throw(
				_("Langkah ke-{0}: hasil kerja itu tidak ada di SKP ini. Muat ulang halaman.").format(row.idx)
			)

	def check_langkah(self, row, masa: tuple[date, date]) -> None:
		if not row.langkah:
			frappe.throw(_("Langkah ke-{0}: tulis langkahnya, atau hapus barisnya.").format(row.idx))
		if salah := check_rentang(row.bulan_mulai, row.bulan_selesai, *masa):
			frappe.throw(_("Langkah ke-{0}: {1}").format(row.idx, salah))

	def is_isi_berubah(self) -> bool:
		before = self.get_doc_before_save()
		return get_semua_isi(self.baris) != get_semua_isi(before.baris if before else [])

	# --- the agreement

	def set_status(self) -> None:
		"""``status`` as a client sends it is what he asks for."""
		lama = self.status_sebelum
		if self.status == MENUNGGU and lama != MENUNGGU:
			self.submit_langkah(lama)
		elif self.status == DISEPAKATI and lama != DISEPAKATI:
			self.agree()
		elif self.status != lama:
			self.refuse_status()
		elif lama == DISEPAKATI and self.is_isi_berubah():
			self.status = str(StatusRencanaAksi.BERUBAH)

	def submit_langkah(self, lama: str) -> None:
		if not self.is_pegawai():
			self.refuse_status()
		if not self.baris:
			frappe.throw(_("Tulis paling sedikit satu langkah sebelum mengajukan rencana aksi."))
		if not self.penilai_user:
			frappe.throw(
				_("Pejabat Penilai Kinerja belum ada atau belum memiliki akun. Hubungi pengelola kinerja.")
			)
		if lama == DISEPAKATI and not self.diminta and not self.is_isi_berubah():
			self.status = lama  # there is nothing to agree to anew
			return
		self.diminta, self.diajukan_pada, self.diajukan_oleh = 0, get_now(), frappe.session.user

	def agree(self) -> None:
		"""By the Penilai named on it, on the version that he has seen, and about nobody but others."""
		before = self.get_doc_before_save()
		if not before or self.is_pegawai() or before.penilai_user != frappe.session.user:
			self.refuse_status()
		check_bertugas()
		if before.status != MENUNGGU:
			frappe.throw(_("Rencana aksi ini belum diajukan pegawai, sehingga belum dapat disepakati."))
		self.check_dilihat(before)
		self.disepakati_pada, self.disepakati_oleh = get_now(), frappe.session.user
		self.nama_penyepakat = self.nama_penilai
		for row in self.baris:
			row.disepakati = 1
		self.flags.lintasan = take_target(self)

	def apply_lintasan(self) -> None:
		"""What was agreed on is the plan's from here on, and stands in one place."""
		if diusulkan := self.flags.pop("lintasan", None):
			set_lintasan(self, diusulkan)

	def refuse_status(self) -> None:
		frappe.throw(
			_("Rencana aksi diajukan oleh {0} dan disepakati oleh {1}.").format(
				self.nama_pegawai, self.nama_penilai or _("Pejabat Penilai")
			),
			frappe.PermissionError,
		)


def get_semua_isi(baris: list) -> list[tuple[str, ...]]:
	"""By hasil kerja, each with its steps in their order: the order of the hasil kerja is the plan's."""
	return sorted(map(get_isi, baris), key=lambda isi: isi[ISI.index("hasil_kerja")])


def get_isi(row) -> tuple[str, ...]:
	return tuple((row.get(kolom) or "").replace("\r\n", "\n").strip() for kolom in ISI)
