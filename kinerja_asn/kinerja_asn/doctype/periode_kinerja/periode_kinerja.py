from datetime import date, timedelta

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik
from kinerja_asn.kinerja_asn.workflow.milik_instansi import MilikInstansi
from kinerja_asn.rules.umpan_balik import MINIMUM_TERKECIL
from kinerja_asn.services.bersama.periode import sync_nama_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.perubahan_tenggat import guard_periode, record_periode
from kinerja_asn.services.penilaian.ambang import guard_pilihan, record_pilihan
from kinerja_asn.services.penilaian.kewenangan.penjagaan import guard_jendela
from kinerja_asn.services.penilaian.organisasi.pencatat import guard_pencatat, record_pencatat

HARI_PENETAPAN = timedelta(days=30)  # from 1 to 31 January (Pasal 14)
TAHUN_AWAL, TAHUN_AKHIR = 2022, 2100  # PermenPANRB 6/2022 is in force since 2022


class PeriodeKinerja(MilikInstansi, KunciUnik):
	"""One performance year of one agency (Pasal 14; Pasal 16 ayat (3); Pasal 24)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		akhir: DF.Date
		anonim_bawahan: DF.Check
		anonim_lain: DF.Check
		anonim_rekan: DF.Check
		awal: DF.Date
		batas_evaluasi_tahunan: DF.Date | None
		batas_penetapan_skp: DF.Date | None
		catatan_harian: DF.Literal["Tidak dipakai", "Sukarela", "Diminta"]
		hari_buka_evaluasi_periodik: DF.Int
		hari_kerja_catatan: DF.Int
		hari_kerja_evaluasi_periodik: DF.Int
		hari_kerja_pelaporan: DF.Int
		hari_kerja_penetapan: DF.Int
		hari_kerja_susulan: DF.Int
		instansi: DF.Link
		jenis_evaluasi_periodik: DF.Literal["Bulanan", "Triwulanan", "Semesteran"]
		jenis_instansi: DF.Literal["Instansi Pusat", "Instansi Daerah"]
		jenis_pendokumentasian: DF.Literal[
			"Harian", "Mingguan", "Bulanan", "Triwulanan", "Semesteran", "Tahunan"
		]
		minimum_responden: DF.Int
		mulai_evaluasi_tahunan: DF.Date | None
		nama_periode: DF.Data | None
		pejabat_kepegawaian: DF.Link | None
		pencatat_unit_puncak: DF.Link | None
		pendekatan_ja: DF.Literal["Kuantitatif", "Kualitatif"]
		pendekatan_jpt: DF.Literal["Kuantitatif", "Kualitatif"]
		pengingat: DF.Check
		saran_kata_kerja: DF.Check
		saran_kata_mutlak: DF.Check
		saran_kendali: DF.Check
		saran_perspektif: DF.Check
		saran_smart: DF.Check
		skema: DF.Link
		status: DF.Literal["Draf", "Dibuka", "Ditutup"]
		tahun: DF.Int
		tempat: DF.Data | None
		ukuran_bukti_maks_mb: DF.Int
		umpan_balik_berkala: DF.Literal["Tidak dijadwalkan", "Bulanan", "Triwulanan", "Semesteran"]
		umpan_balik_tanpa_diminta: DF.Check
	# end: auto-generated types

	def autoname(self):
		abbr = frappe.get_cached_value("Company", self.instansi, "abbr")
		self.name = f"{abbr}-{self.tahun}"

	def validate(self):
		self.check_tahun()
		self.set_tanggal()
		self.check_tanggal()
		self.count_sejak_dibuka()
		self.check_pelaporan_tetap()
		self.check_minimum()
		guard_periode(self)
		guard_pilihan(self)
		guard_pencatat(self)
		guard_jendela(self)

	def on_update(self):
		sync_nama_periode(self.tahun)
		record_periode(self)
		record_pilihan(self)
		record_pencatat(self)

	def after_delete(self):
		sync_nama_periode(self.tahun)

	def check_tahun(self) -> None:
		if not TAHUN_AWAL <= self.tahun <= TAHUN_AKHIR:
			frappe.throw(_("Tahun harus antara {0} dan {1}.").format(TAHUN_AWAL, TAHUN_AKHIR))

	def set_tanggal(self) -> None:
		self.awal = self.awal or date(self.tahun, 1, 1)
		self.akhir = self.akhir or date(self.tahun, 12, 31)
		self.batas_penetapan_skp = self.batas_penetapan_skp or date(self.tahun, 1, 31)
		self.mulai_evaluasi_tahunan = self.mulai_evaluasi_tahunan or self.akhir
		self.batas_evaluasi_tahunan = self.batas_evaluasi_tahunan or date(self.tahun + 1, 1, 31)

	def check_tanggal(self) -> None:
		awal, akhir = getdate(self.awal), getdate(self.akhir)
		if awal > akhir:
			frappe.throw(_("Tanggal Mulai harus sebelum tanggal Sampai."))
		if {awal.year, akhir.year} != {self.tahun}:
			frappe.throw(_("Mulai dan Sampai harus berada dalam tahun {0}.").format(self.tahun))
		if getdate(self.mulai_evaluasi_tahunan) > getdate(self.batas_evaluasi_tahunan):
			frappe.throw(_("Evaluasi tahunan harus dibuka sebelum batasnya."))

	def count_sejak_dibuka(self) -> None:
		"""A start after 31 January: from the opening on everybody has the days that the law gives from 1 January on."""
		if not getdate(self.batas_penetapan_skp) < get_today() <= getdate(self.akhir):
			return
		before = self.get_doc_before_save()
		if self.status == "Draf":
			frappe.msgprint(self.describe_mulai_terlambat(), title=_("Batas penetapan sudah lewat"))
		elif self.status == "Dibuka" and (not before or before.status == "Draf"):
			self.batas_penetapan_skp = min(get_today() + HARI_PENETAPAN, getdate(self.akhir))
			frappe.msgprint(
				_(
					"Periode dibuka sesudah 31 Januari. Batas penetapan SKP menjadi {0}, dan masa yang sudah berakhir dilaporkan "
					"sesudahnya. Ubah tanggalnya bila instansi menetapkan yang lain."
				).format(formatdate(self.batas_penetapan_skp, "d MMMM yyyy")),
				title=_("Batas penetapan dihitung sejak dibuka"),
			)

	def describe_mulai_terlambat(self) -> str:
		return _(
			"Batas penetapan SKP, {0}, sudah lewat. Bila periode dibuka sekarang, batasnya dihitung {1} hari sejak dibuka, "
			"dan masa yang sudah berakhir dilaporkan sesudah batas itu, sehingga tidak seorang pun terlambat sejak awal."
		).format(formatdate(self.batas_penetapan_skp, "d MMMM yyyy"), HARI_PENETAPAN.days)

	def check_pelaporan_tetap(self) -> None:
		"""Reporting periods are numbered; renumbering them under reports already made would misplace those."""
		before = self.get_doc_before_save()
		if not before:
			return
		tetap = ("awal", "akhir", "jenis_pendokumentasian", "jenis_evaluasi_periodik")
		berubah = [field for field in tetap if str(before.get(field)) != str(self.get(field))]
		if berubah and frappe.db.exists("SKP", {"periode": self.name}):
			frappe.throw(
				_("{0} tidak dapat diubah karena sudah ada SKP pada periode ini.").format(
					", ".join(_(self.meta.get_label(field)) for field in berubah)
				)
			)

	def check_minimum(self) -> None:
		if self.minimum_responden < MINIMUM_TERKECIL:
			frappe.throw(
				_(
					"Paling sedikit {0} jawaban untuk umpan balik tanpa nama: bila kurang, para pemberi saling mengetahui jawabannya."
				).format(MINIMUM_TERKECIL)
			)

	def get_pesan_ganda(self) -> str:
		return _("Periode {0} untuk {1} sudah ada.").format(self.tahun, self.instansi)


def on_doctype_update():
	frappe.db.add_unique("Periode Kinerja", ["instansi", "tahun"], constraint_name="unik_instansi_tahun")
