"""The pages of the Dokumen Evaluasi Kinerja and of the objection to it, and the public page of its genuineness."""

from datetime import date
from html import unescape

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.penilaian.dokumen import langkah
from kinerja_asn.services.penilaian.dokumen.pengesahan import mask_nama
from kinerja_asn.tests.factories import as_user, decide_keberatan, make_dokumen, make_keberatan
from kinerja_asn.tests.test_keberatan import UBAH
from kinerja_asn.tests.test_portal_dasar import UjiPortal

DOCTYPE, KEBERATAN = "Dokumen Evaluasi Kinerja", "Keberatan Kinerja"


class UjiDokumen(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 20)
		self.dokumen = make_dokumen(self.instansi)
		self.alamat = f"/kinerja/dokumen?name={self.dokumen.name}"


class TestDokumen(UjiDokumen):
	def test_received_signed_reported(self):
		self.assertIn("Menunggu Petugas bertindak.", self.open("penilai", self.alamat).teks)
		self.assertEqual(self.send("petugas", self.alamat, "terima").pesan, "dokumen_diterima")
		self.assertEqual(
			frappe.db.get_value("Evaluasi Kinerja", self.dokumen.evaluasi, "tahap"), Tahap.DITUTUP
		)
		halaman = self.open("petugas", self.alamat)
		self.assertIn("mengajukan keberatan beserta alasannya sampai", halaman.teks)
		self.assertNotRegex(halaman.teks, r"tidak dapat (lagi )?diubah")
		self.assertEqual(self.send("petugas", self.alamat, "tanda_tangan").pesan, "dokumen_ditandatangani")
		self.assertEqual(self.send("penilai", self.alamat, "lapor").pesan, "dokumen_dilaporkan")
		self.assertTrue(self.dokumen.reload().dilaporkan_pada)

	def test_whoever_does_not_sign_says_why(self):
		self.send("petugas", self.alamat, "terima")
		self.assertIn(
			"Tulis alasan", self.send("petugas", self.alamat, "tidak_bersedia", alasan=" ").get_galat()
		)
		pesan = self.send("petugas", self.alamat, "tidak_bersedia", alasan="Maret belum dihitung.").pesan
		self.assertEqual(pesan, "dokumen_tidak_bersedia")
		self.assertIn("Maret belum dihitung.", self.open("penilai", self.alamat).teks)

	def test_it_is_closed_to_others(self):
		for nama in ("kolega", "tetangga"):
			self.assertIn(self.open(nama, self.alamat).status, (403, 404))
		self.assertEqual(self.open("petugas", "/kinerja/dokumen?name=DEK-tidak-ada").status, 404)

	def test_the_list_reports_all_that_came_back(self):
		with as_user(self.dokumen.pegawai_user):
			langkah.receive(self.dokumen.name)
			langkah.sign(self.dokumen.name)
		make_dokumen(self.instansi, "kolega")
		halaman = self.open("penilai", "/kinerja/dokumen")
		self.assertIn("1 dokumen siap", halaman.teks)
		self.assertEqual(self.send("penilai", "/kinerja/dokumen", "lapor_semua").pesan, "dokumen_dilaporkan")
		self.assertEqual(frappe.db.count(DOCTYPE, {"dilaporkan_pada": ("is", "set")}), 1)

	def test_a_final_result_names_its_article(self):
		frappe.db.set_value(
			DOCTYPE, self.dokumen.name, "alasan_final", "Dievaluasi atasan Pejabat Penilai Kinerja (angka 11)"
		)
		self.assertIn("angka 11 (hlm. 90)", self.open("petugas", self.alamat).teks)


class TestKeberatan(UjiDokumen):
	def setUp(self):
		super().setUp()
		self.send("petugas", self.alamat, "terima")
		self.baru = f"/kinerja/keberatan?dokumen={self.dokumen.name}"

	def test_from_the_reasons_to_d13(self):
		halaman = self.open("petugas", self.baru)
		self.assertEqual((halaman.get_nilai("alasan"), halaman.has_tombol("ajukan")), ("", True))
		self.assertIn("Dapat diajukan sampai", halaman.teks)
		self.assertEqual(
			self.send("petugas", self.baru, "simpan", alasan="Maret belum.").pesan, "keberatan_disimpan"
		)
		alamat = f"/kinerja/keberatan?name={frappe.db.get_value(KEBERATAN, {'dokumen': self.dokumen.name})}"
		self.assertEqual(self.open("penilai", alamat).status, 404)
		isi = {"alasan": "Maret belum dihitung.", "tautan": "https://arsip.example/maret"}
		self.assertEqual(self.send("petugas", alamat, "ajukan", **isi).pesan, "keberatan_diajukan")
		self.assertIn("Menunggu Kepala (Atasan Pejabat Penilai Kinerja)", self.open("petugas", alamat).teks)
		self.assertEqual(
			self.send("penilai", alamat, "penjelasan", penjelasan_penilai="Bukti tidak terbuka.").pesan,
			"keberatan_dijelaskan",
		)
		self.assertIn("Keberatan untuk diputuskan", self.open("kepala", "/kinerja/tim").teks)
		self.assertFalse(self.open("penilai", alamat).has_tombol("putuskan"))
		self.assertIn(
			"Tulis pertimbangan",
			self.send("kepala", alamat, "putuskan", **{**UBAH, "pertimbangan": ""}).get_galat(),
		)
		self.assertEqual(self.send("kepala", alamat, "putuskan", **UBAH).pesan, "keberatan_diputuskan")
		halaman = self.open("petugas", alamat)
		self.assertIn("Predikat menjadi Sangat Baik", halaman.teks)
		self.assertIn("Buka dokumen D.1.3", halaman.teks)
		self.assertIn("Dokumen ini sudah digantikan", self.open("petugas", self.alamat).teks)

	def test_others_are_told_nothing(self):
		nama = make_keberatan(self.dokumen).name
		for orang in ("kolega", "pengelola", "auditor"):
			self.assertIn(self.open(orang, f"/kinerja/keberatan?name={nama}").status, (403, 404))
		self.assertEqual(self.open("kolega", self.baru).status, 404)
		self.assertNotIn("Buka keberatan", self.open("kolega", self.alamat).isi)

	def test_after_the_last_day_it_says_why_not(self):
		frappe.flags.current_date = frappe.utils.add_days(self.dokumen.reload().tenggat_keberatan, 1)
		halaman = self.open("petugas", self.baru)
		self.assertEqual(halaman.status, 403)
		self.assertIn("14 hari kerja sejak dokumen diterima", halaman.teks)

	def test_withdrawn(self):
		nama = make_keberatan(self.dokumen).name
		pesan = self.send("petugas", f"/kinerja/keberatan?name={nama}", "cabut").pesan
		self.assertEqual(pesan, "keberatan_dicabut")


class TestKeaslian(UjiDokumen):
	def open_kode(self, token: str | None = None):
		return self.open("Guest", f"/keaslian/{token or self.dokumen.token}")

	def test_genuine_of_this_date_and_number_and_no_more(self):
		halaman = self.open_kode()
		self.assertEqual(halaman.status, 200)
		for teks in ("Asli", self.dokumen.nomor, "Baik", self.instansi.name, self.dokumen.sidik[:16]):
			self.assertIn(teks, unescape(halaman.teks))
		isi = halaman.html
		for rahasia in (
			self.dokumen.nama_pegawai,
			self.dokumen.nip_pegawai,
			self.dokumen.evaluasi,
			self.dokumen.nama_penilai,
			"Ekspektasi",
		):
			self.assertNotIn(rahasia, isi)

	def test_a_forged_code_is_not_known(self):
		for token in ("x", self.dokumen.token[:-1] + "!", self.dokumen.token[:-1], "' or 1=1 --", "%"):
			halaman = self.open_kode(token)
			with self.subTest(token=token):
				self.assertEqual(halaman.status, 404)
				self.assertIn("anggap palsu", halaman.teks)

	def test_changed_in_the_database_it_says_so(self):
		for kolom, nilai in (
			("isi", self.dokumen.isi.replace("Baik", "Sangat Baik")),
			("predikat_kinerja", "Sangat Baik"),
		):
			frappe.db.savepoint("ubah")
			frappe.db.set_value(DOCTYPE, self.dokumen.name, kolom, nilai)
			frappe.clear_document_cache(DOCTYPE, self.dokumen.name)
			with self.subTest(kolom=kolom):
				self.assertIn("Isi tersimpan tidak cocok", self.open_kode().teks)
			frappe.db.rollback(save_point="ubah")

	def test_replaced_it_names_the_one_that_holds_and_no_objection(self):
		decide_keberatan(make_keberatan(self.dokumen), self.instansi.user["kepala"], **UBAH)
		halaman = self.open_kode()
		pengganti = frappe.db.get_value(DOCTYPE, {"menggantikan": self.dokumen.name}, "nomor")
		self.assertIn(f"digantikan dokumen nomor {pengganti}", halaman.teks)
		self.assertNotIn("eberatan", halaman.teks)

	def test_names_are_masked(self):
		self.assertEqual(mask_nama("Siti Aminah, S.Sos."), "S••• A•••••• S•••••")
