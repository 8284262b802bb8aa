"""Pages below /kinerja/pembinaan: begun, prepared, signed, answered, reported, counselled, taken over; and closed to others."""

from datetime import date

import frappe

from kinerja_asn.constants.pembinaan import StatusPembinaan
from kinerja_asn.services.situs.tujuan import get_alamat_tindakan
from kinerja_asn.tests.factories import (
	add_pegawai,
	make_bimbingan,
	make_evaluasi,
	make_kinerja_unit,
	make_konseling,
	make_laporan_masalah,
	make_skp,
	make_umpan_balik,
	set_pejabat,
)
from kinerja_asn.tests.test_ambil_alih import CATATAN, UjiAmbilAlih
from kinerja_asn.tests.test_portal_dasar import UjiPortal

BIMBINGAN = "Pembinaan Kinerja"


class UjiPembinaan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 15)
		self.skp = make_skp(self.instansi)
		self.indeks = f"/kinerja/pembinaan?skp={self.skp.name}"

	def get_alamat(self, halaman: str, nama: str) -> str:
		return f"/kinerja/pembinaan/{halaman}?name={nama}"

	def get_bimbingan(self):
		return frappe.get_doc(BIMBINGAN, frappe.get_all(BIMBINGAN, pluck="name")[0])


class TestBimbingan(UjiPembinaan):
	def test_a_coaching_from_its_beginning_to_the_change_of_the_plan(self):
		jawaban = self.send("penilai", self.indeks, "mulai", jenis="Coaching", alasan="Tertinggal dua bulan.")
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "bimbingan_dimulai"))
		doc = self.get_bimbingan()
		alamat, baris = self.get_alamat("bimbingan", doc.name), doc.indikator[0].name
		siap = {f"masalah-{baris}": "Jaringan putus.", f"progres-{baris}": "70", "peluang": "Loket Sabtu"}
		self.assertEqual(self.send("petugas", alamat, "kirim", **siap).pesan, "bimbingan_dikirim")
		langkah = {f"langkah-{baris}": "Buka loket Sabtu.", f"penyesuaian-{baris}": "1"}
		self.assertEqual(self.send("penilai", alamat, "sajikan", **langkah).pesan, "bimbingan_disajikan")
		self.assertIn("Buka loket Sabtu.", self.open("petugas", alamat).teks)
		self.assertEqual(self.send("petugas", alamat, "setujui").pesan, "bimbingan_selesai")
		self.assertEqual(self.get_bimbingan().status, str(StatusPembinaan.SELESAI))
		halaman = self.open("penilai", alamat)
		self.assertIn("sehingga SKP diubah", halaman.teks)
		self.assertIn("alasan=Pembinaan+kinerja", halaman.isi)
		versi = self.open("penilai", f"/kinerja/versi?skp={self.skp.name}&alasan=Pembinaan+kinerja")
		self.assertRegex(
			versi.isi, r"<option[^>]*selected[^>]*>Pembinaan kinerja|Pembinaan kinerja\" selected"
		)
		self.assertTrue(self.open("kepala", alamat).has_tombol("tindak_lanjut"))

	def test_a_mentoring_keeps_its_journal_row_by_row(self):
		doc = make_bimbingan(self.skp, StatusPembinaan.BERJALAN, "Mentoring")
		alamat = self.get_alamat("bimbingan", doc.name)
		isi = {
			"jurnal-0-name": "",
			"jurnal-0-tanggal": "2025-05-14",
			"jurnal-0-materi": "Membaca antrean",
			"jurnal-0-target_waktu": "2025-06-01",
		}
		self.assertEqual(self.send("penilai", alamat, "simpan", **isi).pesan, "bimbingan")
		(row,) = self.get_bimbingan().jurnal
		self.assertEqual((row.materi, row.tanggal), ("Membaca antrean", date(2025, 5, 14)))
		halaman = self.open("penilai", alamat)
		self.assertEqual(halaman.get_nilai("jurnal-0-name"), row.name)
		self.assertEqual(halaman.get_nilai("jurnal-1-materi"), "")
		self.send("penilai", alamat, "simpan", **{"jurnal-0-name": row.name, "jurnal-0-materi": ""})
		self.assertEqual(self.get_bimbingan().jurnal, [])

	def test_a_mistake_is_said_and_what_was_typed_stays(self):
		doc = make_bimbingan(self.skp, StatusPembinaan.BERJALAN, "Mentoring")
		alamat = self.get_alamat("bimbingan", doc.name)
		isi = {"jurnal-0-name": "", "jurnal-0-materi": "Tanpa hari", "jurnal-0-tanggal": ""}
		halaman = self.send("penilai", alamat, "simpan", **isi)
		self.assertIn("Jurnal ke-1: isi tanggal", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("jurnal-0-materi"), "Tanpa hari")
		salah = self.send("penilai", self.indeks, "mulai", alasan="x", jenis="Training")
		self.assertIn("Pilih bentuk bimbingannya", salah.get_galat())

	def test_others_find_no_page_and_no_button(self):
		doc = make_bimbingan(self.skp, StatusPembinaan.BERJALAN)
		self.assertEqual(self.open("kolega", self.get_alamat("bimbingan", doc.name)).status, 404)
		self.assertFalse(self.open("petugas", self.indeks).has_tombol("mulai"))
		self.assertFalse(self.open("kepala", self.get_alamat("bimbingan", doc.name)).has_tombol("simpan"))
		galat = self.open("petugas", self.indeks, {"aksi": "mulai", "jenis": "Coaching", "alasan": "x"})
		self.assertIn("tidak berhak", galat.get_galat())
		self.assertEqual(len(frappe.get_all(BIMBINGAN)), 1)

	def test_a_notice_leads_to_where_its_reader_acts(self):
		doc = make_bimbingan(self.skp, StatusPembinaan.BERJALAN)
		self.assertEqual(
			get_alamat_tindakan(doc, doc.pembina_user), f"/kinerja/pembinaan/bimbingan?name={doc.name}"
		)


class TestTanggapan(UjiPembinaan):
	def test_nine_answers_read_by_the_superior_and_not_by_the_penilai(self):
		doc = make_bimbingan(self.skp)
		alamat = self.get_alamat("tanggapan", doc.name)
		kurang = {f"jawaban-{nomor}": "Ya" for nomor in range(1, 9)}
		self.assertIn("Pernyataan ke-9", self.send("petugas", alamat, "serahkan", **kurang).get_galat())
		isi = {**kurang, "jawaban-9": "Tidak", "keterangan-9": "Terlalu singkat."}
		self.assertEqual(self.send("petugas", alamat, "serahkan", **isi).pesan, "tanggapan")
		self.assertIn("Terlalu singkat.", self.open("kepala", alamat).teks)
		for nama in ("penilai", "kolega"):
			self.assertEqual(self.open(nama, alamat).status, 404, nama)
		self.assertNotIn("pelaksanaan bimbingan", self.open("penilai", self.indeks).teks)
		self.assertIn("pelaksanaan bimbingan", self.open("kepala", "/kinerja/pembinaan").teks)

	def test_before_it_is_answered_nobody_else_sees_whether_it_will_be(self):
		doc = make_bimbingan(self.skp)
		for nama in ("penilai", "kepala", "kolega"):
			self.assertEqual(self.open(nama, self.get_alamat("tanggapan", doc.name)).status, 404, nama)


class TestRahasia(UjiPembinaan):
	def setUp(self):
		super().setUp()
		for urutan, nama, atasan in ((71, "pejabat", "kepala"), (72, "konselor", "pejabat")):
			add_pegawai(self.instansi, nama, urutan, self.instansi.unit, self.instansi.pegawai[atasan])
			self.addCleanup(self.instansi.user.pop, nama)
			self.addCleanup(self.instansi.pegawai.pop, nama)
		set_pejabat(self.instansi, "pejabat")

	def test_reported_decided_counselled_and_recorded(self):
		bukti = make_umpan_balik(self.skp, sasaran="Perilaku Kerja", nilai="Akuntabel", isi="Terlambat.")
		isi = {
			"nilai-Akuntabel": "1",
			"permasalahan": "Meninggalkan loket.",
			"retrospektif": "Berbicara dua kali.",
			"dikomunikasikan_pada": "2025-05-10",
			f"bukti-{bukti.name}": "1",
		}
		baru = f"/kinerja/pembinaan/laporan?skp={self.skp.name}"
		self.assertIn("Terlambat.", self.open("penilai", baru).teks)
		self.assertEqual(self.send("penilai", baru, "laporkan", **isi).pesan, "laporan_masalah")
		laporan = self.get_alamat("laporan", frappe.get_all("Laporan Masalah Perilaku", pluck="name")[0])
		menunggu = self.open("pejabat", "/kinerja")
		self.assertIn("Laporan rahasia untuk diputuskan", menunggu.teks)
		self.assertIn(laporan, menunggu.isi)
		nip = frappe.db.get_value("Employee", self.instansi.pegawai["konselor"], "nip")
		tetap = {
			"kedudukan": "Konselor independen",
			"nomor": nip,
			"jadwal": "2025-05-16T09:00",
			"tempat": "Ruang 2",
		}
		salah = self.send("pejabat", laporan, "konseling", **{**tetap, "nomor": "1"})
		self.assertIn("Tidak ada pegawai aktif", salah.get_galat())
		self.assertEqual(self.send("pejabat", laporan, "konseling", **tetap).pesan, "konseling")
		konseling = self.get_alamat("konseling", frappe.get_all("Konseling Kinerja", pluck="name")[0])
		isi = {"hasil": "Merawat orang tua.", "kesepakatan": ""}
		terlalu_dini = self.send("konselor", konseling, "selesai", **isi)
		self.assertIn("belum dilaksanakan menurut jadwalnya", terlalu_dini.get_galat())
		frappe.flags.current_date = date(2025, 5, 17)
		selesai = self.send("konselor", konseling, "selesai", **isi)
		self.assertEqual(selesai.pesan, "rekaman_konseling")
		for nama in ("petugas", "konselor", "pejabat"):
			self.assertIn("Merawat orang tua.", self.open(nama, konseling).teks, nama)
		for nama in ("penilai", "kepala", "kolega"):
			self.assertEqual(self.open(nama, konseling).status, 404, nama)
		for nama in ("pengelola", "auditor", "pengelola_unit"):
			self.assertNotIn("Merawat", self.open(nama, konseling).html, nama)
			self.assertEqual(self.open(nama, konseling).status, 404, nama)
		lanjut = self.send("pejabat", konseling, "tindak_lanjut", tindak_lanjut="Jam kerja lentur.")
		self.assertEqual(lanjut.pesan, "tindak_lanjut")

	def test_the_lists_of_others_do_not_count_it(self):
		make_konseling(make_laporan_masalah(self.skp), self.instansi.pegawai["konselor"])
		self.assertIn("Konseling kinerja", self.open("petugas", "/kinerja/pembinaan").teks)
		for nama in ("kepala", "kolega", "pengelola"):
			teks = self.open(nama, "/kinerja/pembinaan").teks
			self.assertNotIn("Konseling kinerja", teks, nama)
			self.assertNotIn("Laporan permasalahan", teks, nama)

	def test_only_its_penilai_opens_the_form(self):
		baru = f"/kinerja/pembinaan/laporan?skp={self.skp.name}"
		for nama, kode in (("petugas", 403), ("kepala", 403), ("kolega", 404)):
			self.assertEqual(self.open(nama, baru).status, kode, nama)


class TestAmbilAlih(UjiPortal, UjiAmbilAlih):
	def test_taken_over_shown_to_both_and_in_the_evaluation(self):
		alamat = f"/kinerja/pembinaan/ambil_alih?skp={self.skp.name}&hasil={self.arsip}"
		self.assertIn("beri pegawai umpan balik", self.open("penilai", alamat).teks)
		self.prepare()
		self.assertEqual(self.send("penilai", alamat, "ambil", catatan=CATATAN).pesan, "ambil_alih")
		nama = frappe.get_all("Ambil Alih Hasil Kerja", pluck="name")[0]
		halaman = self.open("petugas", f"/kinerja/pembinaan/ambil_alih?name={nama}")
		self.assertIn(CATATAN, halaman.teks)
		self.assertFalse(halaman.has_tombol("cabut"))
		frappe.flags.current_date = date(2025, 8, 1)
		laporan = self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=7")
		self.assertIn(f"Tidak diminta lagi. Diambil alih Penilai pada 15 Mei 2025: {CATATAN}", laporan.teks)
		self.assertIsNone(laporan.get_nilai(f"nilai-{self.iki_arsip}"))
		self.assertIn("Diambil alih Pejabat Penilai", self.open("petugas", "/kinerja").teks)
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		self.assertIn(
			f"Catatan ambil alih: Diambil alih Penilai pada 15 Mei 2025: {CATATAN}",
			self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}").teks,
		)
		frappe.flags.current_date = date(2025, 12, 31)
		cabut = self.send(
			"penilai",
			f"/kinerja/pembinaan/ambil_alih?name={nama}",
			"cabut",
			catatan_pencabutan="Sudah mampu.",
		)
		self.assertEqual(cabut.pesan, "ambil_alih_dicabut")

	def test_others_do_not_open_the_form(self):
		alamat = f"/kinerja/pembinaan/ambil_alih?skp={self.skp.name}&hasil={self.arsip}"
		for nama, kode in (("petugas", 403), ("kepala", 403), ("kolega", 404)):
			self.assertEqual(self.open(nama, alamat).status, kode, nama)


class TestKehadiranDiEvaluasi(UjiPembinaan):
	def test_without_attendance_the_evaluation_says_nothing_of_it(self):
		make_kinerja_unit(self.instansi)
		frappe.flags.current_date = date(2026, 1, 5)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}")
		self.assertEqual(halaman.status, 200)
		self.assertNotIn("Fakta kehadiran", halaman.teks)
