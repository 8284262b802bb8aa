"""Monthly target figures on the steps of a rencana aksi (p. 67, 93): proposed there, agreed on, and then the plan's alone."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.pelaksanaan.lintasan import describe_usulan
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import get_status
from kinerja_asn.services.pelaksanaan.rencana_aksi import agree, carry_on, get_langkah
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_langkah,
	make_perubahan,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

DOCTYPE, MENUNGGU = "Rencana Aksi", "Menunggu kesepakatan"
MARET_MEI = ("Maret", "Mei")


class UjiTarget(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 2, 3)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja("Pengaduan tuntas"), make_hasil_kerja("Arsip tertata")],
			indikator=[
				make_indikator(),
				make_indikator(hasil_kerja_ke=2, indikator="Arsip terpindai", cara_hitung="Nilai terakhir"),
				make_indikator(hasil_kerja_ke=2, indikator="Mutu arsip", cara_hitung="Rata-rata"),
			],
		)
		self.iki, self.arsip, self.mutu = self.skp.indikator
		self.alamat = f"/kinerja/rencana_aksi?name={self.skp.name}"

	def make(self, *langkah: tuple, status: str = MENUNGGU):
		return make_rencana_aksi(self.skp, *langkah, status=status)

	def agree(self, doc, nama: str = "penilai"):
		with as_user(self.instansi.user[nama]):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			return agree(tersimpan, str(tersimpan.modified))

	def get_lintasan(self, iki) -> tuple:
		return tuple(
			frappe.db.get_value(
				"SKP Indikator", {"kunci": iki.kunci, "parenttype": "SKP"}, ["lintasan", "target_bulanan"]
			)
		)

	def insert(self, **isi):
		baris = {**make_langkah(self.skp, 1, "Menjawab", *MARET_MEI, "100; 200; 300"), **isi}
		with as_user(self.skp.pegawai_user):
			return frappe.get_doc(doctype=DOCTYPE, skp=self.skp.name, baris=[baris]).insert()


class TestKesepakatan(UjiTarget):
	def test_proposed_they_change_nothing_until_the_penilai_agrees(self):
		doc = self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"))
		self.assertEqual(self.get_lintasan(self.iki), ("Merata", None))
		self.assertEqual(
			describe_usulan(doc),
			[
				"Jumlah pendaftaran yang selesai: Maret 100; April 200; Mei 300. Jumlah setahun 600, target 1.000 pendaftaran."
			],
		)
		(langkah,) = get_langkah(self.skp.name)[self.skp.hasil_kerja[0].kunci]
		self.assertIn("Maret 100; April 200; Mei 300, diusulkan", str(langkah))
		self.agree(doc)
		self.assertEqual(self.get_lintasan(self.iki), ("Bulanan", "0; 0; 100; 200; 300; 0; 0; 0; 0; 0; 0; 0"))

	def test_agreed_on_they_stand_in_the_plan_alone_and_the_step_shows_them(self):
		doc = self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"))
		self.agree(doc)
		self.assertIsNone(doc.reload().baris[0].target_bulanan)
		(langkah,) = get_langkah(self.skp.name)[self.skp.hasil_kerja[0].kunci]
		self.assertEqual(
			str(langkah),
			"Menjawab (Maret – Mei); Jumlah pendaftaran yang selesai: Maret 100; April 200; Mei 300",
		)
		with as_user(self.skp.pegawai_user):  # the same figures typed again are no proposal
			doc.baris[0].target_bulanan = "100;200; 300"
			doc.save()
		self.assertEqual((doc.baris[0].target_bulanan, doc.status), (None, "Disepakati"))
		jejak = frappe.get_all("Comment", {"reference_name": self.skp.name}, pluck="content")
		self.assertTrue(any("menurut rencana aksi yang disepakati" in isi for isi in jejak), jejak)

	def test_later_figures_are_laid_over_the_months_that_were_agreed_on(self):
		doc = self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"), status="Disepakati")
		with as_user(self.skp.pegawai_user):
			doc.append("baris", make_langkah(self.skp, 1, "Menutup", "Mei", "Juni", "250; 150"))
			doc.status = MENUNGGU
			doc.save()
		self.agree(doc)
		self.assertEqual(self.get_lintasan(self.iki)[1], "0; 0; 100; 200; 250; 150; 0; 0; 0; 0; 0; 0")

	def test_a_level_stays_until_there_is_another(self):
		self.make((2, "Memindai", *MARET_MEI, "100; 200; 400"), status="Disepakati")
		self.assertEqual(
			self.get_lintasan(self.arsip)[1], "0; 0; 100; 200; 400; 400; 400; 400; 400; 400; 400; 400"
		)

	def test_where_it_stands_follows_the_course(self):
		make_realisasi(self.skp, 1, {self.iki.kunci: 0})
		hari = date(2025, 2, 3)
		self.assertIn("Tertinggal", get_status([self.skp.name], hari)[self.skp.name])
		self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"), status="Disepakati")
		status = get_status([self.skp.name], hari)[self.skp.name]
		self.assertNotIn("Tertinggal", status)

	def test_without_figures_the_plan_is_not_touched(self):
		sebelum = frappe.db.get_value("SKP", self.skp.name, "modified")
		self.make((1, "Menjawab", *MARET_MEI), status="Disepakati")
		self.assertEqual(frappe.db.get_value("SKP", self.skp.name, "modified"), sebelum)


class TestDitolak(UjiTarget):
	def test_what_is_wrong_is_said_with_the_step(self):
		for isi, pesan in (
			({"target_bulanan": "100; 200"}, "Langkah ke-1: Target bulanan berisi 2 angka. Tulis 3"),
			({"target_bulanan": "1; 2; banyak"}, 'Langkah ke-1: Mei: "banyak" bukan angka'),
			({"target_bulanan": "1; -2; 3"}, "tidak boleh negatif"),
			({"target_bulanan": "1;2;3;4;5;6;7;8;9;10;11;12"}, "berisi 12 angka. Tulis 3"),
			({"indikator": None}, "pilih indikator yang target bulanannya"),
			({"indikator": self.arsip.kunci}, "bukan milik hasil kerjanya"),
			({"indikator": "milik-orang"}, "bukan milik hasil kerjanya"),
			({"bulan_mulai": None}, "pilih bulan mulai dan bulan selesai"),
			({"bulan_mulai": "Mei", "bulan_selesai": "Maret"}, "mendahului"),
			(
				{"hasil_kerja": self.skp.hasil_kerja[1].kunci, "indikator": self.mutu.kunci},
				"berlaku utuh sejak masa pertama",
			),
		):
			with self.subTest(isi=isi):
				self.assert_ditolak(pesan, frappe.ValidationError, self.insert, **isi)

	def test_two_steps_do_not_fill_the_same_month(self):
		langkah = ((1, "Menjawab", *MARET_MEI, "1; 2; 3"), (1, "Menutup", "Mei", "Juni", "4; 5"))
		self.assert_ditolak("sama-sama memuat target Mei", frappe.ValidationError, self.make, *langkah)

	def test_before_the_plan_is_set_they_are_written_in_the_plan(self):
		self.skp = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assert_ditolak("ditulis pada SKP-nya", frappe.ValidationError, self.insert)

	def test_while_a_change_of_the_plan_is_written_it_would_put_them_back(self):
		doc = self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"))
		make_perubahan(self.skp)
		self.assert_ditolak(
			"Perubahan SKP pegawai ini sedang disusun", frappe.ValidationError, self.agree, doc
		)
		self.assertEqual((doc.reload().status, self.get_lintasan(self.iki)[0]), (MENUNGGU, "Merata"))

	def test_what_a_change_has_overtaken_is_not_agreed_to(self):
		doc = self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"))
		self.iki.db_set({"cara_hitung": "Rata-rata"})
		self.assert_ditolak("tidak sesuai lagi dengan SKP-nya", frappe.ValidationError, self.agree, doc)

	def test_nobody_else_moves_the_course_by_it(self):
		doc = self.make((1, "Menjawab", *MARET_MEI, "100; 200; 300"))
		for nama in ("petugas", "kepala", "pengelola", "kolega"):
			ditolak = self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError))
			with self.subTest(nama), ditolak:
				self.agree(doc, nama)
		with as_user(self.skp.penilai_user):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			tersimpan.baris[0].target_bulanan = "0; 0; 1000"
			self.assert_ditolak(
				"ditulis pegawai", frappe.PermissionError, agree, tersimpan, str(tersimpan.modified)
			)
		self.assertEqual(self.get_lintasan(self.iki), ("Merata", None))

	def test_a_successor_begins_without_figures_that_another_agreed_to(self):
		self.make((1, "Menjawab", "Maret", "Desember", "; ".join(["100"] * 10)))
		baru = make_skp(self.instansi, "kolega")
		carry_on(self.skp.name, baru, {self.skp.hasil_kerja[0].kunci: baru.hasil_kerja[0].kunci})
		(baris,) = frappe.get_doc(DOCTYPE, baru.name).baris
		self.assertEqual((baris.langkah, baris.indikator, baris.target_bulanan), ("Menjawab", None, None))


class TestHalaman(UjiTarget):
	def type(self, **isi) -> dict:
		return {
			"aksi": "ajukan",
			"langkah-0-hasil": self.skp.hasil_kerja[0].kunci,
			"langkah-0-uraian": "Menjawab",
			"langkah-0-mulai": "Maret",
			"langkah-0-selesai": "Mei",
			"langkah-0-iki": self.iki.kunci,
			"langkah-0-angka": "100; 200; 300",
			**isi,
		}

	def test_typed_by_the_employee_and_read_before_the_penilai_agrees(self):
		jawaban = self.open("petugas", self.alamat, self.type())
		self.assertEqual(jawaban.status, 303, jawaban.teks)
		doc = frappe.get_doc(DOCTYPE, self.skp.name)
		halaman = self.open("penilai", self.alamat)
		self.assertIn("Lintasan target sesudah Anda sepakati", halaman.teks)
		self.assertIn("Maret 100; April 200; Mei 300", halaman.teks)
		isi = {"aksi": "sepakati", "modified": str(doc.modified)}
		self.assertEqual(self.open("penilai", self.alamat, isi).status, 303)
		self.assertEqual(self.get_lintasan(self.iki)[0], "Bulanan")
		self.assertIn('value="100; 200; 300"', self.open("petugas", self.alamat).html)

	def test_what_is_wrong_is_said_beside_the_field_and_stays_typed(self):
		halaman = self.open("petugas", self.alamat, self.type(**{"langkah-0-angka": "100; 200"}))
		self.assertIn("Target bulanan berisi 2 angka", halaman.teks)
		self.assertIn('value="100; 200"', halaman.html)
		halaman = self.open("petugas", self.alamat, self.type(**{"langkah-0-iki": ""}))
		self.assertIn("pilih indikator yang target bulanannya", halaman.teks)
		self.assertFalse(frappe.db.exists(DOCTYPE, self.skp.name))

	def test_while_the_plan_is_a_draft_there_is_no_field_for_it(self):
		self.assertIn("langkah-0-angka", self.open("petugas", self.alamat).html)
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assertNotIn(
			"langkah-0-angka", self.open("kolega", f"/kinerja/rencana_aksi?name={draf.name}").html
		)
