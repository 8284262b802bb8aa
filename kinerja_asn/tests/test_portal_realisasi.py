"""Page /kinerja/realisasi: figures as people type them, evidence, errors that lose nothing, steps."""

import os
from datetime import date
from io import BytesIO
from unittest.mock import patch

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.doctype.realisasi_kinerja.realisasi_kinerja import RealisasiKinerja
from kinerja_asn.tests.factories import as_user, make_indikator, make_realisasi, make_skp, move
from kinerja_asn.tests.test_portal_dasar import UjiPortal

PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"
TAUTAN = {"tautan-0-alamat": "https://arsip.example/april", "tautan-0-uraian": "Rekap"}


class TestRealisasi(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.kunci = self.skp.indikator[0].kunci
		self.alamat = f"/kinerja/realisasi?skp={self.skp.name}&masa=4"

	def send_april(self, aksi="simpan", nilai="70", **data):
		return self.send("petugas", self.alamat, aksi, **{f"nilai-{self.kunci}": nilai, **data})

	def get_april(self):
		nama = frappe.db.exists("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 4})
		return nama and frappe.get_doc("Realisasi Kinerja", nama)

	def test_first_draft_is_stored_and_shown_again(self):
		jawaban = self.send_april(nilai="1.075,5", kendala="Mesin rusak")
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "disimpan"))
		self.assertEqual(
			(self.get_april().baris[0].realisasi, self.get_april().baris[0].dilaporkan), (1075.5, 1)
		)
		halaman = self.open("petugas", self.alamat)
		self.assertEqual(halaman.get_nilai(f"nilai-{self.kunci}"), "1.075,5")
		self.assertEqual(halaman.get_nilai("kendala"), "Mesin rusak")

	def test_a_typed_nol_is_a_report_and_an_empty_field_is_not(self):
		self.send_april(nilai="0")
		self.assertEqual((self.get_april().baris[0].realisasi, self.get_april().baris[0].dilaporkan), (0, 1))
		self.send_april(nilai="")
		self.assertEqual(self.get_april().baris[0].dilaporkan, 0)

	def test_submitting_with_a_file_and_a_link(self):
		jawaban = self.send_april("ajukan", berkas=(BytesIO(PDF), "rekap.pdf"), **TAUTAN)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "diajukan"))
		doc = self.get_april()
		self.assertEqual(doc.tahap, Tahap.DIAJUKAN)
		self.assertEqual([bool(row.berkas) for row in doc.bukti], [False, True])
		berkas = frappe.get_doc("File", {"file_url": doc.bukti[1].berkas})
		self.assertEqual(
			(berkas.is_private, berkas.attached_to_name, berkas.owner), (1, doc.name, doc.pegawai_user)
		)
		self.assertFalse(self.open("petugas", self.alamat).has_tombol("simpan"))

	def test_what_is_typed_the_file_and_the_step_are_one_save(self):
		self.send_april()
		berkas = (BytesIO(PDF + b"% sekali"), "rekap.pdf")
		with patch.object(
			RealisasiKinerja, "validate", autospec=True, side_effect=RealisasiKinerja.validate
		) as sah:
			self.assertEqual(self.send_april("ajukan", nilai="71", berkas=berkas).pesan, "diajukan")
		self.assertEqual(sah.call_count, 1)
		doc = self.get_april()
		self.assertEqual((doc.tahap, doc.baris[0].realisasi, len(doc.bukti)), (Tahap.DIAJUKAN, 71, 1))
		jejak = {"reference_name": doc.name, "comment_type": "Workflow"}
		self.assertEqual(frappe.get_all("Comment", jejak, pluck="content"), ["Diajukan"])

	def test_unclear_numbers_are_refused_and_stay_in_the_form(self):
		for teks, pesan in (
			("tujuh puluh", "bukan angka"),
			("1,075", "dapat berarti 1075 atau 1,0750"),
			("107.5", "pecahan ditulis dengan koma, misalnya 107,5"),
			("-5", "tidak boleh negatif"),
			("1.07", "pecahan ditulis dengan koma"),
			("9" * 15, "di bawah 100 miliar"),
		):
			with self.subTest(teks):
				halaman = self.send_april(
					"ajukan", nilai=teks, kendala="Antrean < 5 orang & panjang", **TAUTAN
				)
				self.assertEqual(halaman.status, 200)
				self.assertIn(pesan, halaman.get_galat())
				self.assertEqual(halaman.get_nilai(f"nilai-{self.kunci}"), teks)
				self.assertEqual(halaman.get_nilai("kendala"), "Antrean < 5 orang & panjang")
				self.assertEqual(halaman.get_nilai("tautan-0-alamat"), TAUTAN["tautan-0-alamat"])
				self.assertIsNone(self.get_april())

	def test_bad_evidence_is_refused_and_leaves_nothing(self):
		for nama, isi, pesan in (
			("besar.pdf", PDF + b"0" * (50 * 1024 * 1024), "berukuran 50 MB; paling besar 10 MB"),
			("pasang.exe", b"MZ\x90\x00" + b"\0" * 200, "tidak diterima sebagai bukti"),
			("surat.pdf", b"MZ\x90\x00" + b"\0" * 200, "bukan pdf"),
			("kosong.pdf", b"", "kosong"),
		):
			with self.subTest(nama):
				before = list_berkas()
				halaman = self.send_april("ajukan", berkas=(BytesIO(isi), nama))
				self.assertIn(pesan, halaman.get_galat())
				self.assertIn("Pilih lagi berkas buktinya", halaman.teks)
				self.assertIsNone(self.get_april())
				self.assertFalse(frappe.db.exists("File", {"file_name": nama}))
				self.assertEqual(list_berkas(), before)

	def test_a_good_file_beside_a_bad_one_does_not_stay_on_the_disk(self):
		before = list_berkas()
		berkas = [(BytesIO(PDF + b"% satu"), "baik.pdf"), (BytesIO(b"MZ\x90\x00" + b"\0" * 99), "jahat.pdf")]
		halaman = self.send_april("simpan", berkas=berkas)
		self.assertIn("jahat.pdf bukan pdf", halaman.get_galat())
		self.assertIsNone(self.get_april())
		self.assertEqual(list_berkas(), before)

	def test_a_javascript_link_is_refused(self):
		halaman = self.send_april(**{"tautan-0-alamat": "javascript:alert(1)"})
		self.assertIn("tautan harus diawali https://", halaman.get_galat())
		self.assertIsNone(self.get_april())

	def test_removed_evidence_leaves_no_file_behind(self):
		self.send_april(berkas=(BytesIO(PDF + b"% hapus"), "hapus.pdf"))
		baris = self.get_april().bukti[0]
		self.send_april(**{f"buang-{baris.name}": "1"})
		self.assertEqual(self.get_april().bukti, [])
		self.assertFalse(frappe.db.exists("File", {"file_url": baris.berkas}))

	def test_a_version_that_moved_on_is_not_overwritten(self):
		self.send_april(nilai="70")
		lama = self.open("petugas", self.alamat).get_nilai("modified")
		self.send_april(nilai="80")
		halaman = self.open(
			"petugas", self.alamat, {"aksi": "simpan", "modified": lama, f"nilai-{self.kunci}": "90"}
		)
		self.assertIn("sudah berubah sejak Anda membukanya", halaman.get_galat())
		self.assertEqual(halaman.get_nilai(f"nilai-{self.kunci}"), "90")
		self.assertEqual(self.get_april().baris[0].realisasi, 80)

	def test_sending_the_first_form_twice_makes_one_report(self):
		isian = {"aksi": "ajukan", "modified": "", f"nilai-{self.kunci}": "70", **TAUTAN}
		self.assertEqual(self.open("petugas", self.alamat, isian).pesan, "diajukan")
		self.assertIn("sudah berubah", self.open("petugas", self.alamat, isian).get_galat())
		self.assertEqual(frappe.db.count("Realisasi Kinerja", {"skp": self.skp.name}), 1)
		self.assertEqual(len(self.get_april().bukti), 1)

	def test_withdrawing_opens_the_form_again(self):
		make_realisasi(self.skp, 4, 70, Tahap.DIAJUKAN)
		self.assertEqual(self.send("petugas", self.alamat, "tarik").pesan, "ditarik")
		self.assertTrue(self.open("petugas", self.alamat).has_tombol("simpan"))

	def test_html_is_refused_and_stays_in_the_form_as_text(self):
		halaman = self.send_april("ajukan", nilai="65", kendala="<script>alert(1)</script>", **TAUTAN)
		self.assertIn("tanpa tag HTML", halaman.get_galat())
		self.assertEqual(halaman.get_nilai("kendala"), "<script>alert(1)</script>")
		self.assertNotIn("<script>alert(1)", halaman.isi)

	def test_the_reason_of_a_return_stands_on_top(self):
		doc = make_realisasi(self.skp, 4, 70, Tahap.DIAJUKAN)
		doc.db_set("catatan_pengembalian", "Bukti < 2 berkas & belum lengkap", update_modified=False)
		move(doc, self.skp.penilai_user, Tahap.DIKEMBALIKAN)
		halaman = self.open("petugas", self.alamat)
		self.assertIn("Alasan: Bukti < 2 berkas & belum lengkap", halaman.teks)
		self.assertTrue(halaman.has_tombol("ajukan"))

	def test_a_new_form_says_what_is_needed_and_blames_nobody(self):
		teks = self.open("petugas", self.alamat).teks
		self.assertIn("Agar sesuai jadwal, masa ini perlu 333,33", teks)
		self.assertNotIn("Realisasi Anda tertinggal", teks)

	def test_whoever_is_behind_is_asked_why(self):
		self.send_april(nilai="70")
		self.assertIn("Tertinggal, kurang 263,33 dari 333,33", self.open("petugas", self.alamat).teks)

	def test_nobody_fills_in_anothers_report(self):
		for nama in ("kolega", "penilai", "kepala"):
			with self.subTest(nama):
				halaman = self.open(
					nama, self.alamat, {"aksi": "simpan", "modified": "", f"nilai-{self.kunci}": "1"}
				)
				self.assertEqual(halaman.status, 404)
				self.assertIsNone(self.get_april())

	def test_a_month_that_has_not_begun_is_refused(self):
		frappe.flags.current_date = date(2025, 2, 1)
		self.assertIn("belum dimulai", self.send_april().get_galat())

	def test_a_month_outside_the_year_is_not_found(self):
		self.assertEqual(self.open("petugas", self.alamat.replace("masa=4", "masa=13")).status, 404)


class TestRealisasiBeragam(UjiPortal):
	def test_narrative_and_yes_no(self):
		skp = make_skp(
			self.instansi,
			indikator=[
				make_indikator(arah="Naratif", indikator="Inovasi", target_naratif="Satu inovasi"),
				make_indikator(arah="Ya/Tidak", indikator="Laporan terbit"),
			],
		)
		narasi, ya_tidak = (row.kunci for row in skp.indikator)
		alamat = f"/kinerja/realisasi?skp={skp.name}&masa=1"
		isian = {f"naratif-{narasi}": "Antrean daring < 5 menit", f"nilai-{ya_tidak}": "1"}
		self.assertEqual(self.send("petugas", alamat, "ajukan", **isian, **TAUTAN).pesan, "diajukan")
		doc = frappe.get_doc("Realisasi Kinerja", {"skp": skp.name})
		self.assertEqual([row.dilaporkan for row in doc.baris], [1, 1])
		self.assertIn("Antrean daring &lt; 5 menit", self.open("petugas", alamat).isi)


class TestCatatanBaris(UjiPortal):
	"""What the Penilai writes beside an indikator when he returns the report."""

	def setUp(self):
		super().setUp()
		self.skp = make_skp(
			self.instansi, indikator=[make_indikator(), make_indikator(indikator="Indikator kedua")]
		)
		self.satu, self.dua = (iki.kunci for iki in self.skp.indikator)
		self.doc = make_realisasi(self.skp, 4, 70, Tahap.DIAJUKAN)
		self.alamat = f"/kinerja/tim/realisasi?name={self.doc.name}"

	def send_back(self, **data):
		modified = self.open("penilai", self.alamat).get_nilai("modified")
		return self.send("penilai", self.alamat, "kembalikan", modified=modified, **data)

	def open_formulir(self):
		return self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=4")

	def test_a_note_stands_at_its_row_and_is_reason_enough(self):
		self.assertEqual(self.send_back(**{f"catatan-{self.dua}": "Belum diisi"}).pesan, "dikembalikan")
		teks = self.open_formulir().teks
		self.assertIn("Alasan: Lihat catatan pada indikatornya.", teks)
		self.assertRegex(teks, r"2\. Indikator kedua.*Catatan Penilai: Belum diisi")
		self.assertEqual(teks.count("Catatan Penilai:"), 1)

	def test_without_note_and_reason_nothing_is_returned(self):
		galat = self.send_back(alasan=" ", **{f"catatan-{self.satu}": " "}).get_galat()
		self.assertIn("Tulis alasan pengembalian", galat)
		self.assertEqual(frappe.db.get_value(self.doc.doctype, self.doc.name, "tahap"), Tahap.DIAJUKAN)

	def test_a_refused_form_keeps_what_was_typed(self):
		halaman = self.send(
			"penilai", self.alamat, "kembalikan", modified="lama", **{f"catatan-{self.satu}": "Salah"}
		)
		self.assertEqual(halaman.get_nilai(f"catatan-{self.satu}"), "Salah")

	def test_he_finds_it_again_when_the_report_comes_back_and_it_goes_when_he_verifies(self):
		self.send_back(**{f"catatan-{self.satu}": "Tidak sesuai rekap"})
		doc = frappe.get_doc(self.doc.doctype, self.doc.name)
		move(doc, self.skp.pegawai_user, Tahap.DIAJUKAN)
		halaman = self.open("penilai", self.alamat)
		self.assertEqual(halaman.get_nilai(f"catatan-{self.satu}"), "Tidak sesuai rekap")
		move(doc, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual([row.catatan_penilai for row in doc.baris], [None, None])
		self.assertNotIn("Catatan Penilai:", self.open_formulir().teks)

	def test_nobody_else_writes_it_and_the_penilai_nothing_else(self):
		for nama, kolom in (
			("petugas", "catatan_penilai"),
			("pengelola", "catatan_penilai"),
			("kepala", "catatan_penilai"),
			("penilai", "realisasi"),
			("penilai", "keterangan"),
		):
			with self.subTest(nama=nama, kolom=kolom), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc(self.doc.doctype, self.doc.name)
				doc.baris[0].set(kolom, "99")
				with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
					doc.save()
		tersimpan = frappe.get_doc(self.doc.doctype, self.doc.name).baris[0]
		self.assertEqual((tersimpan.catatan_penilai, tersimpan.realisasi), (None, 70))

	def test_the_employee_does_not_take_it_away(self):
		self.send_back(**{f"catatan-{self.satu}": "Tidak sesuai rekap"})
		with as_user(self.skp.pegawai_user):
			doc = frappe.get_doc(self.doc.doctype, self.doc.name)
			doc.baris[0].catatan_penilai = ""
			self.assert_ditolak("Catatan Penilai tidak dapat diubah", frappe.PermissionError, doc.save)
		self.assertIn("Tidak sesuai rekap", self.open_formulir().teks)


def list_berkas() -> set[str]:
	return set(os.listdir(frappe.get_site_path("private", "files")))
