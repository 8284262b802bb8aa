"""Forms C.1.1 (p. 105-107) and C.1.2 (p. 108-110): which is whose, and their labels in the regulation's order; C.1.3 is in
test_cetak.py."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	make_umpan_balik,
	move,
)
from kinerja_asn.tests.test_cetak import JAHAT, PERILAKU, UjiCetak

C11, C12, C13 = (f"Hasil Evaluasi C.1.{ke}" for ke in (1, 2, 3))
REALISASI, UMPAN_BALIK = (
	"REALISASI BERDASARKAN BUKTI DUKUNG",
	"UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
)
KEPALA = (
	"CAPAIAN KINERJA ORGANISASI*",
	"BAIK",
	"POLA DISTRIBUSI",
	"KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI",
)
EKOR = (
	"RATING HASIL KERJA*",
	"DIATAS EKSPEKTASI**",
	"PERILAKU KERJA",
	UMPAN_BALIK,
	*PERILAKU,
	"RATING PERILAKU KERJA*",
	"SESUAI EKSPEKTASI**",
	"PREDIKAT KINERJA PEGAWAI*",
	"BAIK",
	"Pejabat Penilai Kinerja",
	"* pilih salah satu",
	"** rating hasil dan rating perilaku kerja Pegawai ditetapkan dengan mempertimbangkan pola distribusi",
	"*** periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah",
)


class UjiCetakEvaluasi(UjiCetak):
	def make(self, indikator: dict | None = None, indikator_2: dict | None = None, **fields):
		"""Set by the Penilai, of a plan of two hasil kerja."""
		frappe.flags.current_date = date(2025, 12, 20)
		skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja("Pengaduan tuntas"), make_hasil_kerja("Arsip tertata", "Tambahan")],
			indikator=[
				make_indikator(**(indikator or {})),
				make_indikator(
					hasil_kerja_ke=2, **{"indikator": "Rapi", **(indikator or {}), **(indikator_2 or {})}
				),
			],
			**fields,
		)
		if not (indikator or {}).get("arah"):
			make_realisasi(skp, 11, {iki.kunci: 1075 for iki in skp.indikator})
		make_umpan_balik(skp, isi="Warga memuji layanannya.", sifat="Positif", tanggal="2025-12-20")
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		self.evaluasi = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			self.evaluasi.update(
				{
					"rating_hasil_kerja": "Diatas Ekspektasi",
					"rating_perilaku": "Sesuai Ekspektasi",
					"alasan_rating_hasil": "Mutu",
				}
			).save()
		move(self.evaluasi, skp.penilai_user, Tahap.DITETAPKAN)
		return skp


class TestC11(UjiCetakEvaluasi):
	NARATIF = {
		"arah": "Naratif",
		"target_naratif": "Semua warga terlayani",
		"satuan": None,
		"target_min": 0,
		"target_maks": 0,
	}

	def test_labels_of_the_qualitative_form(self):
		self.make(self.NARATIF, pendekatan="Kualitatif")
		html = self.get_html(self.evaluasi, C11)
		self.assertNotIn("BAGI PEJABAT", html)
		self.assert_urut(
			html,
			*("HASIL EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUALITATIF", "PERIODE***: AKHIR"),
			*("PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025", "PEGAWAI YANG DINILAI"),
			*("PEJABAT PENILAI KINERJA", "NIP (*opsional)", "PANGKAT/ GOL. RUANG", "UNIT KERJA", *KEPALA),
			*(
				"HASIL KERJA",
				"A. UTAMA",
				REALISASI,
				UMPAN_BALIK,
				"Pengaduan tuntas",
				"Warga memuji layanannya.",
			),
			"Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:",
			*("Semua warga terlayani", "B. TAMBAHAN", REALISASI, UMPAN_BALIK, "Arsip tertata", *EKOR),
			"**** perspektif hanya digunakan untuk pejabat pimpinan tinggi dan pimpinan unit kerja mandiri",
		)
		self.assertNotIn("Perspektif: ", html)

	def test_of_a_leader_it_names_the_perspective(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "pimpinan_unit_mandiri", 1)
		self.make(
			{**self.NARATIF, "perspektif": "Penerima Layanan"},
			{"perspektif": "Anggaran"},
			pendekatan="Kualitatif",
		)
		self.assertIn("Perspektif: Penerima Layanan", self.get_html(self.evaluasi, C11))


class TestC12(UjiCetakEvaluasi):
	def test_labels_of_the_form_for_leaders(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "pimpinan_unit_mandiri", 1)
		self.make({"perspektif": "Anggaran"})
		html = self.get_html(self.evaluasi, C12)
		self.assert_urut(
			html,
			*("HASIL EVALUASI KINERJA PEGAWAI", "PENDEKATAN HASIL KERJA KUANTITATIF"),
			"BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
			*(
				"NIP (*opsional)",
				"PANGKAT/GOL RUANG",
				"INSTANSI",
				"Dinas Uji Kinerja",
				*KEPALA,
				"HASIL KERJA",
			),
			*("NO.", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"),
			*(
				REALISASI,
				UMPAN_BALIK,
				"(7)",
				"A. UTAMA",
				"Pengaduan tuntas",
				"Anggaran",
				"pendaftaran (1 bukti dukung)",
			),
			*("B. TAMBAHAN", "Arsip tertata", *EKOR),
		)
		self.assertNotIn("****", html)


class TestSendiri(UjiCetakEvaluasi):
	def test_whichever_is_asked_for_it_prints_on_its_own_form(self):
		self.make()
		for nama in (C11, C12, C13):
			html = self.get_html(self.evaluasi, nama)
			self.assertIn("BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL", html, nama)
			self.assertIn("RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", html, nama)

	def test_a_half_year_is_said_not_to_be_a_standard_period(self):
		self.make()
		self.assertNotIn("bukan periode baku", self.get_html(self.evaluasi, C13))
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "jenis_evaluasi_periodik", "Semesteran")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		frappe.db.set_value(
			"Evaluasi Kinerja", self.evaluasi.name, {"jenis": "Periodik", "masa": "Semester I 2025"}
		)
		self.assertIn(
			"SEMESTER I 2025 bukan periode baku (Pasal 24 ayat (2))", self.get_html(self.evaluasi, C13)
		)

	def test_what_was_typed_is_text(self):
		self.make()
		for tabel, kolom in (("hasil", "realisasi"), ("hasil", "umpan_balik"), ("perilaku", "umpan_balik")):
			row = self.evaluasi.get(tabel)[0]
			frappe.db.set_value(row.doctype, row.name, kolom, JAHAT)
		for pendekatan in ("A.1.7", "A.1.1", "A.1.2", "A.1.6"):
			frappe.db.set_value("SKP", self.evaluasi.skp, "formulir", pendekatan)
			html = self.get_html(self.evaluasi, C13)
			self.assertNotIn("<script>alert", html, pendekatan)
			self.assertIn("&lt;script&gt;", html, pendekatan)

	def test_the_atasan_signs_where_it_passed_to_him(self):
		self.make()
		frappe.db.set_value(
			"Evaluasi Kinerja", self.evaluasi.name, "ditetapkan_oleh", self.evaluasi.atasan_penilai_user
		)
		html = self.get_html(self.evaluasi, C13)
		self.assert_urut(html, "PREDIKAT KINERJA PEGAWAI*", "Atasan Pejabat Penilai Kinerja", "Kepala")
