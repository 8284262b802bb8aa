"""Forms B.1.6, B.1.7, B.1.8 and B.1.10 (p. 80-87) as HTML: the law's own labels in order, for whom, text escaped."""

from datetime import date

import frappe

from kinerja_asn.constants.pembinaan import PERNYATAAN, StatusPembinaan
from kinerja_asn.services.pelaksanaan.pembinaan.tanggapan import hand_over
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_bimbingan,
	make_evaluasi,
	make_kinerja_unit,
	make_laporan_masalah,
	make_skp,
	set_pejabat,
)
from kinerja_asn.tests.test_ambil_alih import CATATAN, UjiAmbilAlih
from kinerja_asn.tests.test_cetak import DITOLAK, UjiCetak

B16, B17 = "Pelaksanaan Coaching B.1.6", "Pelaksanaan Mentoring B.1.7"
B18, B110 = "Umpan Balik Bimbingan B.1.8", "Laporan Masalah Perilaku B.1.10"
IDENTITAS = (
	"PEGAWAI YANG DINILAI",
	"PEJABAT PENILAI KINERJA",
	"NAMA",
	"NIP",
	"PANGKAT/ GOL. RUANG",
	"UNIT KERJA",
)


class UjiCetakPembinaan(UjiCetak):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 5)
		self.skp = make_skp(self.instansi)


class TestBimbingan(UjiCetakPembinaan):
	def test_the_sections_of_a_coaching(self):
		html = self.get_html(make_bimbingan(self.skp), B16)
		self.assert_urut(
			html,
			"PELAKSANAAN COACHING",
			"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025",
			*IDENTITAS,
			"TUJUAN: APA YANG INGIN SAYA CAPAI?",
			"(diisi oleh Pegawai)",
			*(
				"INDIKATOR KINERJA INDIVIDU",
				"BASELINE TARGET (JIKA ADA)",
				"TARGET",
				"STRATEGI PENCAPAIAN TARGET",
			),
			"FAKTA: DIMANA SAYA SEKARANG?",
			*("TARGET SKP", "PROGRES PENCAPAIAN TARGET", "MASALAH / HAMBATAN", "PENYEBAB"),
			"Jaringan sering putus.",
			"PELUANG: APA YANG DAPAT SAYA LAKUKAN?",
			"LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?",
			"STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN",
			"PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
			*("Membuka loket Sabtu.", "TIDAK"),
			"*Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP",
			*("Pegawai yang Dinilai", "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus"),
		)
		self.assertEqual(html.count("Ditandatangani secara elektronik oleh"), 2)

	def test_before_both_have_signed_it_is_a_draft(self):
		html = self.get_html(make_bimbingan(self.skp, StatusPembinaan.BERJALAN), B16)
		self.assertIn("RANCANGAN", html)
		self.assertNotIn("Ditandatangani secara elektronik", html)

	def test_the_sections_of_a_mentoring(self):
		self.assert_urut(
			self.get_html(make_bimbingan(self.skp, jenis="Mentoring"), B17),
			"PELAKSANAAN MENTORING",
			*IDENTITAS,
			"TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?",
			"KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN",
			*("JANGKA WAKTU MENTORING", "PERUBAHAN YANG DIHARAPKAN", "UKURAN KEBERHASILAN MENTORING"),
			"Mengelola antrean",
			"JURNAL MENTORING",
			*("WAKTU DAN TEMPAT", "MATERI MENTORING", "RENCANA AKSI", "TARGET WAKTU RENCANA AKSI"),
			*("5 Mei 2025, Ruang rapat", "Membaca antrean"),
		)


class TestTanggapan(UjiCetakPembinaan):
	def test_nine_statements_signed_by_the_employee_printed_by_who_reads_them(self):
		doc = make_bimbingan(self.skp)
		with as_user(self.skp.pegawai_user):
			jawaban = dict.fromkeys(range(1, 9), ("Ya", ""))
			tanggapan = hand_over(doc.name, {**jawaban, 9: ("Tidak", "Terlalu < singkat")})
		with as_user(doc.atasan_penilai_user):
			html = self.get_html(tanggapan, B18)
		self.assert_urut(
			html,
			"UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA",
			*IDENTITAS,
			*("SUBJEK", "KRITERIA", "UMPAN BALIK"),
			*(f"{nomor}. {isi}" for nomor, (_subjek, isi) in enumerate(PERNYATAAN, 1)),
			"Tidak. Terlalu &lt; singkat",
		)
		self.assertEqual(html.count("TENTANG PIMPINAN/ PIHAK LAIN"), 1)
		with as_user(doc.penilai_user), self.assertRaises(DITOLAK) as tolak:
			self.get_html(tanggapan, B18)
		self.assertNotIn("Terlalu", str(tolak.exception))


class TestLaporan(UjiCetakPembinaan):
	def test_the_sections_of_pages_86_and_87(self):
		add_pegawai(self.instansi, "pejabat", 71, self.instansi.unit, self.instansi.pegawai["kepala"])
		self.addCleanup(self.instansi.user.pop, "pejabat")
		self.addCleanup(self.instansi.pegawai.pop, "pejabat")
		set_pejabat(self.instansi, "pejabat")
		doc = make_laporan_masalah(self.skp)
		with as_user(doc.pejabat_user):
			html = self.get_html(doc, B110)
		self.assert_urut(
			html,
			"LAPORAN PERMASALAHAN PERILAKU KERJA",
			*IDENTITAS,
			"MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?",
			"Akuntabel",
			"APAKAH ANDA MEMILIKI EKSPEKTASI KHUSUS TERHADAP YANG BERSANGKUTAN? JIKA YA, APA EKSPEKTASI KHUSUS TERSEBUT?",
			"JELASKAN SECARA DETIL PERMASALAHAN TERKAIT PERILAKU KERJA PEGAWAI YANG DIANGGAP MENGHAMBAT KINERJA INDIVIDU, "
			"UNIT KERJA, DAN/ATAU TIM KERJA!",
			"Sering meninggalkan loket",
			"APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?",
			"TIDAK",
			"RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?",
			"YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:",
			"Datang terlambat tiap Senin.",
			"Pejabat Penilai Kinerja",
		)
		for nama in ("pengelola", "auditor", "kepala"):
			with as_user(self.instansi.user[nama]), self.assertRaises(DITOLAK) as tolak:
				self.get_html(doc, B110)
			self.assertNotIn("loket", str(tolak.exception))


class TestEvaluasi(UjiCetak, UjiAmbilAlih):
	def test_form_c13_shows_the_note(self):
		self.prepare()
		self.take_over()
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		html = self.get_html(make_evaluasi(self.instansi, self.skp), "Hasil Evaluasi C.1.3")
		self.assertIn(f"Diambil alih Penilai pada 15 Mei 2025: {CATATAN}", html)
