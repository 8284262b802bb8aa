from dataclasses import asdict

import frappe
from frappe import _
from frappe.utils import escape_html, formatdate, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, JenisHasilKerja, Predikat, Rating, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI, DISUSUN, SUDAH_DISERAHKAN
from kinerja_asn.kinerja_asn.workflow.bertahap import DokumenBertahap
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import is_predikat_tidak_lulus
from kinerja_asn.rules.predikat import predikat_kinerja
from kinerja_asn.services.bersama.isian import check_ukuran
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi, get_periode
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.umpan_balik.rekaman import UmpanBalik, collect_umpan_balik
from kinerja_asn.services.penilaian.dokumen.langkah import receive_evaluasi
from kinerja_asn.services.penilaian.dokumen.penerbitan import issue
from kinerja_asn.services.penilaian.evaluasi import (
	build_hasil,
	build_perilaku,
	check_sekali,
	find_diam,
	get_awal_evaluasi,
	name_evaluasi,
	propose_rating,
)
from kinerja_asn.services.penilaian.kesiapan import (
	Kekurangan,
	find_kekurangan,
	find_perubahan,
	find_terlewat,
)
from kinerja_asn.services.penilaian.kewenangan.pihak import (
	Kewenangan,
	check_rencana,
	decide,
	get_dialihkan_pada,
	read_dinilai_pada,
	record_kewenangan,
)
from kinerja_asn.services.penilaian.kewenangan.rujukan import describe_rujukan, require_rujukan
from kinerja_asn.services.penilaian.numerik import count_pp30
from kinerja_asn.services.penilaian.organisasi.predikat import (
	find_hasil_pimpinan,
	follow_hasil_unit,
	get_berlaku,
)
from kinerja_asn.services.penilaian.rantai.penulisan import follow_evaluasi
from kinerja_asn.services.penilaian.sebaran.penegakan import check_sebaran, record_penyimpangan
from kinerja_asn.services.perencanaan.skp.versi import get_rencana

# Of the plan: what decides when it is evaluated, and what there may be to wait for (services/penilaian/kesiapan.py).
DATA_SKP = (
	"name",
	"pegawai",
	"nama_pegawai",
	"unit_penilai",
	"periode",
	"tahap",
	"awal",
	"akhir",
	"jenis_asn",
)


class EvaluasiKinerja(DokumenBertahap):
	"""Periodic or annual evaluation: ratings by the Penilai, predikat by the quadrant (Pasal 23-26; forms C.1.1-C.1.3)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from kinerja_asn.kinerja_asn.doctype.evaluasi_hasil_kerja.evaluasi_hasil_kerja import (
			EvaluasiHasilKerja,
		)
		from kinerja_asn.kinerja_asn.doctype.evaluasi_perilaku.evaluasi_perilaku import EvaluasiPerilaku

		akhir: DF.Date | None
		alasan_rating_hasil: DF.SmallText | None
		alasan_sebaran: DF.SmallText | None
		alasan_usulan: DF.SmallText | None
		area_perbaikan: DF.Text | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		awal: DF.Date | None
		bersifat_final: DF.Check
		catatan: DF.Text | None
		dasar_penilai: DF.Data | None
		dialihkan_pada: DF.Datetime | None
		diserahkan_pada: DF.Datetime | None
		disiapkan_pada: DF.Datetime | None
		diterima_pada: DF.Datetime | None
		ditetapkan_oleh: DF.Link | None
		ditetapkan_pada: DF.Datetime | None
		hasil: DF.Table[EvaluasiHasilKerja]
		ide_baru: DF.Check
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		jenis: DF.Literal["Periodik", "Tahunan"]
		keterangan_organisasi: DF.SmallText | None
		kekuatan: DF.Text | None
		masa: DF.Data | None
		masa_ke: DF.Int
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nilai_pp30: DF.Float
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		penetap_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		perilaku: DF.Table[EvaluasiPerilaku]
		periode: DF.Link | None
		predikat_kinerja: DF.Literal["", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		predikat_organisasi: DF.Literal["", "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		predikat_pp30: DF.Data | None
		rating_hasil_kerja: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_perilaku: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rekomendasi: DF.Text | None
		rujukan: DF.Link | None
		skp: DF.Link
		studi_tidak_selesai: DF.Check
		tahap: DF.Literal["Draf", "Diajukan", "Dikembalikan", "Ditetapkan", "Diserahkan", "Ditutup"]
		umpan_balik_umum: DF.SmallText | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		uraian_penilai: DF.SmallText | None
		usulan_berubah: DF.Check
		usulan_rating_hasil: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		workflow_state: DF.Link | None
	# end: auto-generated types

	def autoname(self):
		self.name = name_evaluasi(self.skp, self.jenis, self.masa_ke)

	def onload(self):
		"""For the form: what is missing, as of now."""
		self.set_onload("kesiapan", [asdict(kekurangan) for kekurangan in self.find_kekurangan()])

	def before_insert(self):
		if self.jenis == JenisEvaluasi.TAHUNAN:
			self.masa_ke = 0

	def validate(self):
		check_ukuran(self)
		self.validate_baru()
		self.validate_tahap()
		self.refresh_isi()
		self.use_rujukan()
		self.set_predikat()
		self.set_numerik()
		self.validate_penetapan()
		self.record_penyerahan()

	def on_update(self):
		record_kewenangan(self)
		record_penyimpangan(self)
		follow_evaluasi(self)
		self.follow_dokumen()

	def get_pihak(self) -> dict:
		"""The plan's people, or whom the regulation puts in their place (p. 89-92)."""
		kewenangan = self.get_kewenangan()
		return (
			kewenangan.as_dict() | {"dialihkan_pada": get_dialihkan_pada(kewenangan, self.dialihkan_pada)}
			if kewenangan
			else {}
		)

	def get_kewenangan(self) -> Kewenangan | None:
		if not (self.skp and self.jenis in list(JenisEvaluasi) and frappe.db.exists("SKP", self.skp)):
			return None
		semula = self.get_doc_before_save() or self
		return decide(
			self.skp, JenisEvaluasi(self.jenis), self.get_masa(), read_dinilai_pada(semula.ditetapkan_pada)
		)

	def return_penetapan(self) -> None:
		"""Who had to evaluate hands it over too."""

	def get_pesan_ganda(self) -> str:
		return _("Evaluasi ini sudah ada: {0}. Buka dan lanjutkan di sana.").format(self.name)

	def get_data_skp(self) -> frappe._dict:
		return frappe.db.get_value("SKP", self.skp, list(DATA_SKP), as_dict=True)

	def get_masa(self) -> Masa:
		skp = self.get_data_skp()
		daftar = get_masa_evaluasi(skp.periode, JenisEvaluasi(self.jenis), skp.jenis_asn)
		return daftar[0] if self.jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, self.masa_ke)

	def find_kekurangan(self) -> list[Kekurangan]:
		"""Nothing once it has been handed over: then it is what it is."""
		if self.is_new() or self.tahap in SUDAH_DISERAHKAN:
			return []
		skp = self.get_data_skp() | {"unit_penilai": self.unit_penilai}
		kekurangan = find_kekurangan(frappe._dict(skp), JenisEvaluasi(self.jenis), self.get_masa())
		return [*find_terlewat(self), *kekurangan]

	def validate_baru(self) -> None:
		if not self.is_new():
			return
		self.periode = frappe.db.get_value("SKP", self.skp, "periode")
		self.check_skp()
		self.check_waktu()

	def check_skp(self) -> None:
		skp = self.get_data_skp()
		if skp.tahap not in DISEPAKATI:
			frappe.throw(
				_("SKP masih pada tahap {0}. Hanya SKP yang sudah ditetapkan yang dievaluasi.").format(
					_(skp.tahap)
				)
			)
		masa = self.get_masa()
		if masa.akhir < getdate(skp.awal) or masa.awal > getdate(skp.akhir):
			frappe.throw(_("{0} di luar masa berlaku SKP ini.").format(masa.label))
		check_rencana(skp, JenisEvaluasi(self.jenis), masa)
		check_sekali(skp, JenisEvaluasi(self.jenis), masa)

	def check_waktu(self) -> None:
		masa = self.get_masa()
		jenis, skp = JenisEvaluasi(self.jenis), self.get_data_skp()
		mulai = get_awal_evaluasi(get_periode(self.periode), masa, jenis, skp)
		if get_today() < mulai:
			frappe.throw(
				_("Evaluasi {0} dapat dibuat mulai {1}, ketika masanya selesai.").format(
					masa.label, formatdate(mulai)
				)
			)

	def fill_isi(self) -> None:
		"""While it is a draft the data is gathered afresh at every save; the Penilai's own entries stay.

		The plan is the version in force at the end of what is evaluated.
		"""
		masa = self.get_masa()
		self.masa, self.awal, self.akhir = masa.label, masa.awal, masa.akhir
		dokumen = frappe.get_doc("SKP", self.skp)
		skp, diam = get_rencana(dokumen, masa.akhir), find_diam(dokumen, masa.akhir)
		jenis = JenisEvaluasi(self.jenis)
		umpan_balik = collect_umpan_balik(skp.name, masa.awal, masa.akhir)
		self.arrange("hasil", "indikator", build_hasil(skp, masa.akhir, jenis, umpan_balik, diam))
		self.arrange("perilaku", "nilai", build_perilaku(skp, umpan_balik))
		berlaku = get_berlaku(self.unit_penilai, self.periode, jenis, masa.akhir)
		self.predikat_organisasi, self.keterangan_organisasi = berlaku.predikat, berlaku.keterangan
		self.disiapkan_pada = get_now()
		self.set_usulan(umpan_balik)

	def refresh_isi(self) -> None:
		"""One that was set and is opened again starts from what is there now."""
		if self.tahap in DISUSUN and not self.is_disusun():
			self.fill_isi()

	def arrange(self, table: str, kunci: str, rows: list[dict]) -> None:
		"""The rows of ``table`` become ``rows``; one with the same key keeps what the Penilai wrote in it."""
		given = {row.get(kunci): row for row in self.get(table)}
		self.set(table, [])
		for idx, values in enumerate(rows, 1):
			row = self.append(table, given.get(values[kunci]) or {})
			row.update({**values, "idx": idx})

	def set_usulan(self, umpan_balik: UmpanBalik) -> None:
		usulan = propose_rating(self.hasil, umpan_balik, get_periode(self.periode).skema)
		hasil = find_hasil_pimpinan(
			[self.pegawai], self.periode, JenisEvaluasi(self.jenis), self.get_masa().akhir
		)
		usulan = follow_hasil_unit(usulan, hasil.get(self.pegawai))
		self.mark_usulan(usulan.rating)
		self.usulan_rating_hasil = usulan.rating
		self.alasan_usulan = "\n".join(usulan.alasan)
		self.umpan_balik_umum = "\n".join(umpan_balik.umum)

	def mark_usulan(self, rating: Rating | None) -> None:
		"""Has the proposal become another since somebody last saved the evaluation himself?"""
		lama = self.get_doc_before_save()
		berubah = bool(lama) and (bool(lama.usulan_berubah) or (lama.usulan_rating_hasil or None) != rating)
		self.usulan_berubah = int(bool(self.flags.menurut_keputusan) and berubah)

	def use_rujukan(self) -> None:
		"""The former unit's last result stands for this one, where both agree (p. 91 no. 13 a)."""
		if not (self.rujukan and self.is_memasuki_penilaian()):
			return
		rujukan = require_rujukan(self)
		self.rating_hasil_kerja, self.rating_perilaku = rujukan.rating_hasil_kerja, rujukan.rating_perilaku
		self.alasan_rating_hasil = describe_rujukan(rujukan)

	def is_memasuki_penilaian(self) -> bool:
		return self.is_disusun() and not self.is_akan_ditutup()

	def set_predikat(self) -> None:
		if self.rating_hasil_kerja and self.rating_perilaku:
			self.predikat_kinerja = predikat_kinerja(
				Rating(self.rating_hasil_kerja), Rating(self.rating_perilaku)
			)
		else:
			self.predikat_kinerja = None

	def set_numerik(self) -> None:
		"""Beside the predikat, where the agency shows it; what was set stays as it was set."""
		if self.is_disusun():
			self.nilai_pp30, self.predikat_pp30 = count_pp30(self, get_periode(self.periode).skema)

	# --- setting the result

	def validate_penetapan(self) -> None:
		if not self.is_memasuki(Tahap.DITETAPKAN):
			return
		self.check_pelaku()
		self.check_perubahan()
		self.check_rating_lengkap()
		self.check_data_tidak_berubah()
		self.check_ambil_alih()
		self.check_alasan()
		check_sebaran(self)

	def check_pelaku(self) -> None:
		"""Also where the time ran out, or somebody moved, since the evaluation was last saved."""
		if not self.flags.menurut_keputusan and self.penetap_user != frappe.session.user:
			frappe.throw(
				_("{0} Karena itu bukan Anda yang menetapkannya.").format(escape_html(self.uraian_penilai)),
				frappe.PermissionError,
			)

	def check_perubahan(self) -> None:
		"""A plan is not evaluated over a change on which nobody has decided."""
		perubahan = find_perubahan(self.get_data_skp(), getdate(self.akhir))
		if hambatan := [row.kalimat for row in perubahan if row.menghalangi]:
			frappe.throw(hambatan, title=_("Evaluasi belum dapat ditetapkan"), as_list=True)

	def check_rating_lengkap(self) -> None:
		if not self.predikat_organisasi:
			frappe.throw(
				_(
					"Capaian kinerja organisasi unit {0} belum ada. Minta pengelola kinerja mengisi Kinerja Unit, "
					"lalu simpan kembali evaluasi ini."
				).format(escape_html(get_nama_unit(self.unit_penilai)) or _("Pejabat Penilai"))
			)
		for medan in ("rating_hasil_kerja", "rating_perilaku"):
			if not self.get(medan):
				refuse_isian(
					medan, _("Pilih rating hasil kerja dan rating perilaku kerja sebelum menetapkan.")
				)
		if self.studi_tidak_selesai and not is_predikat_tidak_lulus(Predikat(self.predikat_kinerja)):
			refuse_isian(
				"rating_perilaku",
				_(
					"Tugas belajar yang tidak diselesaikan berpredikat Kurang atau Sangat Kurang (hlm. 100 dan 103): pilih rating "
					"perilaku kerja Dibawah Ekspektasi."
				),
			)

	def check_data_tidak_berubah(self) -> None:
		"""The Penilai sets the result on the data he saw."""
		lama = self.get_doc_before_save()
		if lama.usulan_berubah or (lama.usulan_rating_hasil or None) != (self.usulan_rating_hasil or None):
			frappe.throw(
				_(
					"Data berubah sejak evaluasi disimpan: usulan kini {0}. Simpan, periksa lagi, lalu tetapkan."
				).format(_(self.usulan_rating_hasil) if self.usulan_rating_hasil else _("belum ada"))
			)

	def check_ambil_alih(self) -> None:
		"""The note on what was taken over is considered (Pasal 20 ayat (8)), not passed over."""
		for row in self.hasil:
			if row.ambil_alih and not row.rating and not row.rating_usulan:
				refuse_isian(
					f"rating-{row.indikator}",
					_(
						'Baris {0}: "{1}" diambil alih. Beri rating dengan mempertimbangkan catatannya.'
					).format(row.idx, row.uraian),
				)

	def check_alasan(self) -> None:
		for row in self.hasil:
			if row.rating and row.rating != row.rating_usulan and not (row.alasan or "").strip():
				refuse_isian(
					f"alasan-{row.indikator}",
					_('Baris {0}: tulis alasan rating yang berbeda dari usulan untuk "{1}".').format(
						row.idx, row.uraian
					),
				)
		berbeda = self.rating_hasil_kerja != self.usulan_rating_hasil
		if berbeda and not (self.alasan_rating_hasil or "").strip():
			refuse_isian(
				"alasan_rating_hasil",
				_("Tulis alasan mengapa rating hasil kerja berbeda dari usulan aplikasi."),
			)

	def record_penyerahan(self) -> None:
		if self.is_memasuki(Tahap.DISERAHKAN):
			self.diserahkan_pada = get_now()
		if self.is_memasuki(Tahap.DITUTUP):
			self.diterima_pada = get_now()

	def follow_dokumen(self) -> None:
		"""Handed over it is frozen as a Dokumen Evaluasi Kinerja, whose clock runs (p. 114-116)."""
		if self.is_memasuki(Tahap.DISERAHKAN):
			issue(self)
		if self.is_memasuki(Tahap.DITUTUP):
			receive_evaluasi(self)

	def get_baris(self, jenis: JenisHasilKerja) -> list:
		return [row for row in self.hasil if row.jenis == jenis]


def on_doctype_update():
	frappe.db.add_unique(
		"Evaluasi Kinerja", ["skp", "jenis", "masa_ke"], constraint_name="unik_skp_jenis_masa"
	)
	frappe.db.add_index("Evaluasi Kinerja", ["periode", "tahap"])
