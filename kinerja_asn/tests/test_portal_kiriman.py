"""A form is carried out once, however often it is sent (services/situs/kiriman.py)."""

import io
import re
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.utils import add_days, now_datetime

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.jobs.harian import sweep_kiriman
from kinerja_asn.services.perencanaan.skp.dialog import get_catatan
from kinerja_asn.services.situs.kiriman import KIRIMAN, SIMPAN_HARI, run_sekali
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp
from kinerja_asn.tests.test_portal_dasar import Halaman, UjiPortal

AKUN = ("masuk", "sandi", "bahasa")  # pages that carry out nothing on documents


class UjiKiriman(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.saya, self.tim = (f"/kinerja/{halaman}?name={self.skp.name}" for halaman in ("skp", "tim/skp"))

	def read_kunci(self, nama: str, path: str) -> str:
		return self.open(nama, path).get_nilai("kiriman")

	def remark(self, nama: str, path: str, teks: str, kunci: str) -> Halaman:
		modified = str(self.skp.reload().modified)
		isian = {"aksi": "catatan", "catatan-umum": teks, "kiriman": kunci, "modified": modified}
		return self.open(nama, path, isian)

	def get_catatan(self) -> list[str]:
		return [row.isi for row in get_catatan(self.skp.name).get("", [])]


class TestSekali(UjiKiriman):
	def test_a_replayed_form_is_answered_like_the_first_and_does_nothing(self):
		"""What another wrote in between makes the same words a new remark, if it were carried out."""
		kunci = self.read_kunci("petugas", self.saya)
		pertama = self.remark("petugas", self.saya, "Mohon diperiksa", kunci)
		self.remark("penilai", self.tim, "Sudah", self.read_kunci("penilai", self.tim))
		ulang = self.remark("petugas", self.saya, "Mohon diperiksa", kunci)
		self.assertEqual((pertama.status, pertama.pesan), (303, "catatan"))
		self.assertEqual((ulang.status, ulang.tujuan), (303, pertama.tujuan))
		self.assertEqual(self.get_catatan(), ["Mohon diperiksa", "Sudah"])

	def test_so_is_one_after_which_the_page_stays(self):
		kunci = self.read_kunci("penilai", self.tim)
		for _kali in range(2):
			halaman = self.remark("penilai", self.tim, "Perjelas targetnya", kunci)
			self.assertEqual((halaman.status, halaman.get_galat()), (200, ""))
			self.assertEqual(halaman.get_nilai("catatan-umum"), "")
			self.remark("petugas", self.saya, "Baik", self.read_kunci("petugas", self.saya))
		self.assertEqual(self.get_catatan().count("Perjelas targetnya"), 1)

	def test_another_users_key_is_worth_nothing(self):
		kunci = self.read_kunci("petugas", self.saya)
		self.remark("petugas", self.saya, "Kata pegawai", kunci)
		self.assertFalse(self.remark("penilai", self.tim, "Kata pegawai", kunci).get_galat())
		self.assertEqual(self.get_catatan(), ["Kata pegawai", "Kata pegawai"])
		self.assertEqual(self.remark("kolega", self.saya, "Kata orang lain", kunci).status, 404)
		self.assertEqual(len(self.get_catatan()), 2)

	def test_other_words_under_the_same_key_are_another_form(self):
		"""A page that came back from the browser's memory, or was edited while the answer got lost: nothing is dropped."""
		kunci = self.read_kunci("petugas", self.saya)
		for teks in ("Satu", "Dua"):
			self.remark("petugas", self.saya, teks, kunci)
		self.assertEqual(self.get_catatan(), ["Satu", "Dua"])

	def test_a_form_of_a_page_from_before_has_no_key_and_is_carried_out(self):
		self.assertEqual(self.remark("petugas", self.saya, "Tanpa kunci", "").pesan, "catatan")
		self.assertEqual(frappe.db.count(KIRIMAN), 0)

	def test_the_end_of_a_line_is_the_browsers_affair(self):
		kunci = self.read_kunci("petugas", self.saya)
		self.remark("petugas", self.saya, "Satu\r\ndua", kunci)
		self.remark("penilai", self.tim, "Sudah", self.read_kunci("penilai", self.tim))
		self.remark("petugas", self.saya, "Satu\ndua", kunci)
		self.assertEqual(len(self.get_catatan()), 2)

	def test_what_another_request_is_carrying_out_is_waited_for(self):
		"""The key is taken before anything else is written: whoever comes second reads nothing half done."""
		kunci, urutan = self.read_kunci("petugas", self.saya), []
		with patch("kinerja_asn.www.kinerja.skp.portal_dialog.send_ketikan") as kirim:
			kirim.side_effect = lambda *args: urutan.append(frappe.db.count(KIRIMAN))
			self.remark("petugas", self.saya, "Satu kali", kunci)
		self.assertEqual(urutan, [1])


class TestGagal(UjiKiriman):
	def test_a_refused_form_leaves_no_key_and_keeps_its_own(self):
		kunci = self.read_kunci("petugas", self.saya)
		salah = self.remark("petugas", self.saya, " ", kunci)
		self.assertIn("Tulis catatannya", salah.get_galat())
		self.assertEqual(salah.get_nilai("kiriman"), kunci, "sent again it is the same form")
		self.assertEqual(frappe.db.count(KIRIMAN), 0)
		self.assertEqual(self.remark("petugas", self.saya, " ", kunci).get_galat(), salah.get_galat())
		self.assertEqual(self.remark("petugas", self.saya, "Kini terisi", kunci).pesan, "catatan")

	def test_a_form_that_only_changes_the_page_leaves_none_either(self):
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		alamat = f"/kinerja/skp?name={draf.name}"
		isian = {"aksi": "tambah_hasil", "kiriman": self.read_kunci("kolega", alamat)}
		for _kali in range(2):
			self.assertIn('name="hk-0-uraian"', self.open("kolega", alamat, isian).isi)
		self.assertEqual(frappe.db.count(KIRIMAN), 0)

	def test_whom_the_database_throws_back_is_led_where_the_first_was(self):
		"""Of several that wait for the first one, all but one are: their locks stand in each other's way."""
		kunci, ambil = self.read_kunci("petugas", self.saya), frappe.db.get_value
		self.assertEqual(self.remark("petugas", self.saya, "Sekali saja", kunci).pesan, "catatan")

		def throw_back(*args, **kwargs):
			if kwargs.get("for_update"):
				raise frappe.QueryDeadlockError
			return ambil(*args, **kwargs)

		with patch.object(frappe.db, "get_value", throw_back), patch.object(frappe.db, "rollback") as kembali:
			self.assertEqual(self.remark("petugas", self.saya, "Sekali saja", kunci).pesan, "catatan")
		kembali.assert_called_with()

	def test_a_page_that_is_shown_again_after_something_was_stored_has_a_new_key(self):
		kunci = self.read_kunci("penilai", self.tim)
		self.assertNotIn(
			self.remark("penilai", self.tim, "Perjelas", kunci).get_nilai("kiriman"), ("", kunci)
		)


class TestBerkas(UjiKiriman):
	def test_a_file_of_another_content_is_another_form(self):
		realisasi = make_realisasi(self.skp, 1, 70, Tahap.DRAF)
		alamat, semula = f"/kinerja/realisasi?skp={self.skp.name}&masa=1", len(realisasi.bukti)
		halaman = self.open("petugas", alamat)
		isian = {nama: halaman.get_nilai(nama) for nama in ("kiriman", "modified")} | {"aksi": "simpan"}

		def send_bukti(isi: bytes) -> Halaman:
			return self.open("petugas", alamat, {**isian, "berkas": (io.BytesIO(isi), "rekap.pdf")})

		pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
		for _kali in range(2):
			self.assertEqual(send_bukti(pdf).pesan, "disimpan")
			self.assertEqual(len(realisasi.reload().bukti), semula + 1)
		self.assertIn("sudah berubah", send_bukti(pdf + b"\n").get_galat())

	def test_whom_the_database_threw_back_is_not_asked_to_press_again(self):
		"""What was undone for another's sake is carried out anew, from the request as it came: its words and its file."""
		realisasi = make_realisasi(self.skp, 1, 70, Tahap.DRAF)
		alamat, semula = f"/kinerja/realisasi?skp={self.skp.name}&masa=1", len(realisasi.bukti)
		halaman, kali = self.open("petugas", alamat), []
		isian = {nama: halaman.get_nilai(nama) for nama in ("kiriman", "modified")} | {"aksi": "simpan"}
		pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"

		def throw_back_once(tindakan):
			kali.append(1)
			if len(kali) > 1:
				return run_sekali(tindakan)
			frappe.form_dict.clear()
			frappe.request.files["berkas"].stream.read()
			raise frappe.QueryDeadlockError

		with (
			patch("kinerja_asn.portal.dasar.halaman.run_sekali", throw_back_once),
			patch.object(frappe.db, "rollback"),
		):
			jawaban = self.open("petugas", alamat, {**isian, "berkas": (io.BytesIO(pdf), "rekap.pdf")})
		self.assertEqual((len(kali), jawaban.pesan), (2, "disimpan"))
		bukti = realisasi.reload().bukti
		self.assertEqual(len(bukti), semula + 1)
		self.assertEqual(frappe.get_doc("File", {"file_url": bukti[-1].berkas}).get_content(), pdf.decode())


class TestCatatan(UjiKiriman):
	def test_every_form_that_is_posted_has_a_key(self):
		"""Signing in and out, a choice of language and a download may be sent as often as one likes."""
		folder = Path(frappe.get_app_path("kinerja_asn"))
		for berkas in (*folder.glob("templates/kinerja/*.html"), *folder.rglob("www/kinerja/**/*.html")):
			for form in re.findall(r'<form method="post".*?</form>', berkas.read_text(), re.S):
				bebas = re.match(r"<form[^>]*(data-unduh|data-keluar|/kinerja/bahasa)", form)
				if not bebas and berkas.stem not in AKUN:
					self.assertIn("csrf(", form, berkas.name)

	def test_nobody_sees_them(self):
		self.remark("petugas", self.saya, "Satu", self.read_kunci("petugas", self.saya))
		nama = frappe.get_all(KIRIMAN, pluck="name")[0]
		for siapa in ("petugas", "penilai", "pengelola", "auditor"):
			with self.subTest(siapa), as_user(self.instansi.user[siapa]):
				self.assertFalse(frappe.get_doc(KIRIMAN, nama).has_permission("read"))
				self.assertRaisesRegex(frappe.PermissionError, "", frappe.get_list, KIRIMAN)

	def test_they_go_once_nothing_can_come_back_that_is_older(self):
		self.remark("petugas", self.saya, "Satu", self.read_kunci("petugas", self.saya))
		nama = frappe.get_all(KIRIMAN, pluck="name")[0]
		for hari, sisa in ((SIMPAN_HARI - 1, 1), (SIMPAN_HARI + 1, 0)):
			frappe.db.set_value(KIRIMAN, nama, "creation", add_days(now_datetime(), -hari))
			sweep_kiriman()
			self.assertEqual(frappe.db.count(KIRIMAN), sisa, hari)
