"""A private file as evidence of feedback: only with a name, only with the feedback itself, read by its readers, and attacked."""

from datetime import timedelta
from io import BytesIO

import frappe

from kinerja_asn.tests.factories import as_user
from kinerja_asn.tests.test_portal_umpan_balik import UjiHalaman
from kinerja_asn.tests.test_umpan_balik_360 import HARI, REKAN

DOCTYPE, PDF = "Umpan Balik Kinerja", b"%PDF-1.4\n%rekap\n%%EOF"


def make_berkas(nama: str = "rekap.pdf", isi: bytes = PDF):
	return (BytesIO(isi), nama)


class UjiBerkas(UjiHalaman):
	def give(self, nama: str = "penilai", **isi):
		isi = {
			"tentang": "Umum",
			"sifat": "Positif",
			"isi": "Rapi dan lengkap.",
			"berkas": make_berkas(),
			**isi,
		}
		return self.send(nama, f"/kinerja/tim/skp?name={self.skp.name}", "umpan_balik", **isi)

	def get_file(self, **saring):
		return frappe.get_all(
			"File",
			{"attached_to_doctype": DOCTYPE, **saring},
			["name", "file_url", "is_private", "attached_to_name"],
		)


class TestBerkas(UjiBerkas):
	def test_given_with_the_feedback_and_read_by_its_readers_alone(self):
		jawaban = self.give()
		self.assertEqual(jawaban.status, 303, jawaban.teks)
		doc = frappe.get_last_doc(DOCTYPE)
		(file,) = self.get_file()
		self.assertEqual((doc.berkas, file.is_private, file.attached_to_name), (file.file_url, 1, doc.name))
		for nama, boleh in (
			("petugas", True),
			("kepala", True),
			("pengelola", True),
			("auditor", True),
			("kolega", False),
			("tetangga", False),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertEqual(frappe.get_doc("File", file.name).has_permission("read"), boleh)
				self.assertEqual(file.name in frappe.get_list("File", pluck="name"), boleh)
		self.assertIn(file.file_url, self.open("petugas", "/kinerja").html)

	def test_kinds_and_content_are_those_of_evidence(self):
		for nama, isi, pesan in (
			("virus.exe", b"MZ\x90\x00", "tidak diterima sebagai bukti"),
			("rekap.pdf", b"MZ\x90\x00" * 20, "bukan pdf"),
			("gambar.svg", b"<svg onload='x'/>", "tidak diterima sebagai bukti"),
			("kosong.pdf", b"", "kosong"),
		):
			with self.subTest(nama):
				halaman = self.give(berkas=make_berkas(nama, isi))
				self.assertEqual(halaman.status, 200)
				self.assertIn(pesan, halaman.teks)
		self.assertEqual((self.get_file(), frappe.db.count(DOCTYPE)), ([], 0))

	def test_it_stays_as_it_was_given(self):
		self.give()
		(file,) = self.get_file()
		with as_user(self.skp.penilai_user):
			self.assertRaises(frappe.ValidationError, frappe.delete_doc, "File", file.name)
		self.assertTrue(frappe.db.exists("File", file.name))

	def test_nobody_attaches_to_it_later_nor_names_another_file(self):
		self.give()
		doc = frappe.get_last_doc(DOCTYPE)
		for nama in ("penilai", "petugas", "kolega"):
			lain = {"doctype": "File", "file_name": "lain.pdf", "content": PDF + b"%2", "is_private": 1}
			lain |= {
				"attached_to_doctype": DOCTYPE,
				"attached_to_name": doc.name,
				"flags": {"bukti_umpan_balik": True},
			}
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assert_ditolak(
					"tidak dapat melampirkan", frappe.PermissionError, frappe.get_doc(lain).insert
				)
		isi = {
			"sasaran": "Umum",
			"sifat": "Positif",
			"isi": "Lain",
			"tanggal": str(HARI),
			"berkas": doc.berkas,
		}
		with as_user(self.skp.penilai_user):
			baru = frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name, **isi).insert()
		self.assertIsNone(baru.berkas)

	def test_sent_twice_there_is_one(self):
		self.give()
		self.give()
		self.assertEqual((len(self.get_file()), frappe.db.count(DOCTYPE)), (1, 1))


class TestJawaban(UjiBerkas):
	def ask(self, nama: str, jenis: str = "") -> str:
		isian = {
			"jenis": jenis,
			"tentang": "Umum",
			"tenggat": str(HARI + timedelta(days=7)),
			**self.choose(nama),
		}
		self.assertEqual(self.send("petugas", self.minta, "kirim", **isian).status, 303)
		return self.get_jawab(nama)

	def test_with_a_name_each_answer_may_have_one(self):
		alamat = self.ask("rekan_a")
		halaman = self.open("rekan_a", alamat)
		self.assertIn('name="berkas-0"', halaman.html)
		jawaban = self.send(
			"rekan_a", alamat, "kirim", **{"sifat-0": "Positif", "isi-0": "Rapi.", "berkas-0": make_berkas()}
		)
		self.assertEqual(jawaban.status, 303, jawaban.teks)
		self.assertEqual(frappe.get_last_doc(DOCTYPE).berkas, self.get_file()[0].file_url)

	def test_a_file_belongs_to_an_answer(self):
		halaman = self.send(
			"rekan_a", self.ask("rekan_a"), "kirim", **{"berkas-0": make_berkas(), "sifat-0": "", "isi-0": ""}
		)
		self.assertEqual(halaman.status, 200)
		self.assertEqual((self.get_file(), frappe.db.count(DOCTYPE)), ([], 0))

	def test_without_a_name_there_is_no_file_and_one_sent_all_the_same_leaves_nothing(self):
		self.send_360("petugas", "penilai", *REKAN)
		alamat = self.get_jawab("rekan_a")
		self.assertNotIn('type="file"', self.open("rekan_a", alamat).html)
		sebelum = frappe.db.count("File")
		isi = {"sifat-0": "Positif", "isi-0": "Rapi.", "berkas-0": make_berkas("dari-rekan-a.pdf")}
		halaman = self.send("rekan_a", alamat, "kirim", **isi)
		self.assertEqual(halaman.status, 200)
		self.assertIn("tidak menerima berkas", halaman.teks)
		self.assertEqual(frappe.db.count("File"), sebelum)
		responden = self.get_responden(self.get_permintaan(), "rekan_a")
		self.assertFalse(frappe.db.get_value("Responden Umpan Balik", responden.name, "sudah_menjawab"))
		for doctype in ("Error Log", "Kiriman Portal"):
			self.assertFalse(frappe.db.count(doctype, {"owner": self.user["rekan_a"]}))
