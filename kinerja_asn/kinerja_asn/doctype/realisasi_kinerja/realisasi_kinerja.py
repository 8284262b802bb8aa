import frappe
from frappe import _
from frappe.utils import cint, getdate

from kinerja_asn.constants.istilah import Arah, Tahap
from kinerja_asn.constants.tahapan import DILAPORKAN, DISUSUN
from kinerja_asn.kinerja_asn.workflow.bertahap import DokumenBertahap
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.isian import check_angka, check_ukuran
from kinerja_asn.services.bersama.periode import (
	TenggatLaporan,
	check_periode_dibuka,
	find_masa,
	get_masa_pelaporan,
	get_tenggat_realisasi,
)
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import get_pihak_laporan
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import (
	drop_diambil_alih,
	find_sukarela,
	get_ambil_alih,
)
from kinerja_asn.services.pelaksanaan.bukti import check_baris_bukti
from kinerja_asn.services.pelaksanaan.pelaporan.riwayat import note_riwayat
from kinerja_asn.services.pelaksanaan.pelaporan.susulan import check_susulan
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import record_laporan
from kinerja_asn.services.pelaksanaan.pengimporan.baris import keep_sumber
from kinerja_asn.services.pelaksanaan.progres import may_lapor, read_masa
from kinerja_asn.services.pelaksanaan.realisasi import build_baris, name_laporan
from kinerja_asn.services.pelaksanaan.tautan import enqueue_baru
from kinerja_asn.services.pelaksanaan.usulan import get_usulan, name_sumber
from kinerja_asn.services.penilaian.pembaruan import refresh_evaluasi
from kinerja_asn.services.perencanaan.skp.versi import get_rencana


class RealisasiKinerja(DokumenBertahap):
	"""What one employee achieved in one reporting period, with evidence (Pasal 16; form B.1.2, p. 68)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.bukti_dukung.bukti_dukung import BuktiDukung
		from kinerja_asn.kinerja_asn.doctype.realisasi_indikator.realisasi_indikator import RealisasiIndikator

		akhir: DF.Date | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		awal: DF.Date | None
		baris: DF.Table[RealisasiIndikator]
		bukti: DF.Table[BuktiDukung]
		catatan_pengembalian: DF.SmallText | None
		diajukan_oleh: DF.Link | None
		diajukan_pada: DF.Datetime | None
		ditetapkan_oleh: DF.Link | None
		ditetapkan_pada: DF.Datetime | None
		hari_terlambat: DF.Int
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		kendala: DF.SmallText | None
		lengkap_pada: DF.Datetime | None
		masa: DF.Data | None
		masa_ke: DF.Int
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		skp: DF.Link
		susulan_alasan: DF.SmallText | None
		susulan_oleh: DF.Link | None
		susulan_pada: DF.Datetime | None
		tahap: DF.Literal["Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Diserahkan", "Ditutup"]
		tenggat: DF.Date | None
		terlambat: DF.Check
		tindak_lanjut: DF.SmallText | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		workflow_state: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		self.name = name_laporan(self.skp, self.masa_ke)

	def validate(self):
		check_ukuran(self)
		self.validate_baru()
		self.validate_tahap()
		self.record_riwayat()
		self.forget_pengajuan()
		self.validate_pengajuan()
		self.forget_catatan_baris()

	def on_update(self):
		record_laporan(self)
		self.refresh_evaluasi()
		enqueue_baru(self)

	def get_pihak(self) -> dict:
		return get_pihak_laporan(self.skp)

	def get_pesan_ganda(self) -> str:
		return _("Realisasi masa ke-{0} untuk SKP ini sudah ada. Buka dan lanjutkan di sana.").format(
			self.masa_ke
		)

	def refresh_evaluasi(self) -> None:
		"""An evaluation that is open counts what is verified, and what was not even reported, as soon as that changes."""
		if self.tahap != self.tahap_sebelum and {self.tahap, self.tahap_sebelum} & {*DILAPORKAN}:
			refresh_evaluasi(self.skp, self.akhir)

	def get_masa(self) -> Masa:
		before = self.get_doc_before_save()
		return read_masa(before) if before else find_masa(get_masa_pelaporan(self.periode), self.masa_ke)

	def validate_baru(self) -> None:
		if not self.is_new():
			return
		skp = frappe.db.get_value("SKP", self.skp, ["periode", "tahap", "awal", "akhir"], as_dict=True)
		masa = find_masa(get_masa_pelaporan(skp.periode), self.masa_ke)
		check_periode_dibuka(skp.periode)
		self.check_skp(skp, masa)
		self.check_masa(skp, masa)

	def check_skp(self, skp, masa: Masa) -> None:
		if may_lapor(skp, masa):
			return
		if skp.tahap == Tahap.DITUTUP:
			frappe.throw(
				_("SKP ini sudah ditutup. Realisasi {0} diisi pada SKP penggantinya.").format(masa.label)
			)
		frappe.throw(
			_(
				"SKP masih pada tahap {0}. Realisasi dapat diisi setelah SKP ditetapkan Pejabat Penilai."
			).format(_(skp.tahap))
		)

	def check_masa(self, skp, masa: Masa) -> None:
		if masa.akhir < getdate(skp.awal) or masa.awal > getdate(skp.akhir):
			frappe.throw(_("{0} di luar masa berlaku SKP ini.").format(masa.label))
		if masa.awal > get_today():
			frappe.throw(_("{0} belum dimulai. Realisasi diisi setelah masanya berjalan.").format(masa.label))

	def fill_isi(self) -> None:
		masa = self.get_masa()
		self.masa, self.awal, self.akhir = masa.label, masa.awal, masa.akhir
		self.tenggat = get_tenggat_realisasi(self.periode, masa.akhir)
		rencana = self.get_rencana()
		self.arrange_baris(rencana)
		self.note_sumber(rencana, masa)
		self.link_bukti()
		check_baris_bukti(self)

	def arrange_baris(self, rencana) -> None:
		"""One row for every indikator of the version in force when the period ends, in its order.

		What was filled in stays with its key; a row that a change has taken out of the plan goes, and so does one that was
		taken over before the period began.
		"""
		given = {row.indikator: row for row in self.baris}
		diambil = get_ambil_alih(rencana.name)
		drop_diambil_alih(rencana, self.awal, diambil)
		self.flags.sukarela = find_sukarela(rencana, self.akhir, diambil)
		indikator = rencana.indikator
		self.check_baris_asing(given, {iki.kunci for iki in indikator})
		self.set("baris", [])
		for iki in indikator:
			self.fill_baris(self.append("baris", given.get(iki.kunci) or {}), iki)

	def get_rencana(self):
		"""The version in force when the period ends. A page that has read it in this request hands it over in ``flags``."""
		return self.flags.rencana or get_rencana(frappe.get_doc("SKP", self.skp), self.akhir)

	def check_baris_asing(self, given: dict, dikenal: set[str]) -> None:
		before = self.get_doc_before_save()
		tersimpan = {row.indikator for row in before.baris} if before else set()
		if asing := set(given) - dikenal - tersimpan:
			frappe.throw(
				_(
					"Baris {0} bukan indikator SKP ini. Muat ulang halaman dan isi baris yang tersedia."
				).format(", ".join(str(given[kunci].idx) for kunci in asing))
			)

	def fill_baris(self, row, iki) -> None:
		row.update(build_baris(iki))
		check_angka(row, "realisasi")
		if iki.arah == Arah.NARATIF:
			row.realisasi, row.dilaporkan = 0, bool((row.realisasi_naratif or "").strip())
		else:
			row.realisasi_naratif = None
			row.dilaporkan = bool(row.dilaporkan or float(row.realisasi or 0))

	def note_sumber(self, rencana, masa: Masa) -> None:
		"""Where a figure is what a source proposes, or an import brought, the report says so; a client has no say in it."""
		usulan, before = get_usulan(rencana, masa), self.get_doc_before_save()
		lama = {row.indikator: row for row in before.baris} if before else {}
		for row in self.baris:
			diusulkan = usulan.get(row.indikator, ()) if row.dilaporkan else ()
			row.sumber_angka = name_sumber(row.realisasi, diusulkan) or keep_sumber(
				row, lama.get(row.indikator)
			)

	def link_bukti(self) -> None:
		"""Evidence names its row by its key. ``untuk`` is for the desk's form, which counts the rows that it shows: those
		that are stored, since the plan may have others in another order by now.

		0 stands for the whole report, which also keeps the evidence for a row that is gone.
		"""
		before = self.get_doc_before_save()
		lama = {row.name: row for row in before.bukti} if before else {}
		dilihat = {row.idx: row.indikator for row in (before or self).baris}
		nomor = {row.indikator: row.idx for row in self.baris}
		for row in self.bukti:
			kunci = self.choose_indikator(row, lama.get(row.name), dilihat)
			row.indikator, row.untuk = (kunci, nomor[kunci]) if kunci in nomor else (None, 0)

	def choose_indikator(self, row, lama, dilihat: dict[int, str]) -> str | None:
		"""A changed number wins, else the key."""
		untuk = cint(row.untuk)
		if lama and untuk == lama.untuk:
			return lama.indikator
		if untuk and untuk not in dilihat:
			frappe.throw(_("Bukti ke-{0}: indikator ke-{1} tidak ada.").format(row.idx, untuk))
		return dilihat[untuk] if untuk else (None if lama else row.indikator)

	def validate_pengajuan(self) -> None:
		if not self.is_memasuki(Tahap.DIAJUKAN):
			return
		check_periode_dibuka(self.periode)
		check_susulan(self)
		if not self.penilai_user:
			frappe.throw(
				_("Pejabat Penilai Kinerja belum ada atau belum memiliki akun. Hubungi pengelola kinerja.")
			)
		if not any(row.dilaporkan for row in self.baris):
			frappe.throw(_("Isi realisasi paling sedikit satu indikator sebelum mengajukan."))
		if not self.bukti:
			frappe.throw(_("Lampirkan paling sedikit satu bukti dukung hasil, berupa berkas atau tautan."))
		self.record_terlambat()

	def forget_catatan_baris(self) -> None:
		"""What was to be mended has been; the versions keep it."""
		if self.is_memasuki(Tahap.DITETAPKAN):
			for row in self.baris:
				row.catatan_penilai = None

	def record_terlambat(self) -> None:
		"""Late is decided by the first complete report, which the Penilai could verify; what he returns of that for
		correction stays as punctual, or as late, as it was. What he returned incomplete decides nothing."""
		if not self.lengkap_pada:
			self.hari_terlambat = TenggatLaporan(self.periode).count_terlambat(getdate(self.akhir))
			self.terlambat = self.hari_terlambat > 0
			self.lengkap_pada = self.diajukan_pada if self.is_lengkap() else None

	def is_lengkap(self) -> bool:
		"""Something is reported on every indikator, with evidence for it or for the whole report. What was taken over
		within the period is reported as far as there is something."""
		berbukti = {row.indikator or None for row in self.bukti}
		wajib = [row for row in self.baris if row.indikator not in (self.flags.sukarela or ())]
		return all(row.dilaporkan and {row.indikator, None} & berbukti for row in wajib)

	def record_riwayat(self) -> None:
		"""What was submitted and comes back, to whoever's wish: the Penilai sees what changed when it comes again."""
		if self.tahap_sebelum == Tahap.DIAJUKAN and self.tahap in DISUSUN:
			for row in self.baris:
				note_riwayat(row, self.diajukan_pada)

	def forget_pengajuan(self) -> None:
		"""What was taken back could not be verified: it is as if it had never been submitted."""
		if self.is_ditarik():
			self.diajukan_pada = self.diajukan_oleh = self.lengkap_pada = None
			self.terlambat = self.hari_terlambat = 0


def on_doctype_update():
	frappe.db.add_unique("Realisasi Kinerja", ["skp", "masa_ke"], constraint_name="unik_skp_masa")
	frappe.db.add_index("Realisasi Kinerja", ["periode", "tahap"])
	# Late and missing reports of a whole agency are counted from the index alone.
	ketepatan = ["skp", "akhir", "tahap", "terlambat", "lengkap_pada", "masa_ke"]
	frappe.db.add_index("Realisasi Kinerja", ketepatan, index_name="pantau_ketepatan")
