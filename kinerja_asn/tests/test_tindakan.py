"""Corrective action: asked for where an indikator is behind, written by the employee alone, followed up until answered."""

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.orang.pihak import KOLOM_PENILAI
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import (
	DOCTYPE,
	count_tindakan,
	find_diminta,
	get_tindakan,
)
from kinerja_asn.services.perpindahan.pengalihan import move_skp
from kinerja_asn.tests.factories import TAHUN, as_user, make_indikator, make_realisasi, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal

TINDAKAN = "Menambah loket pada hari pasar"


class UjiTindakan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = f"{TAHUN}-02-05"
		self.skp = make_skp(self.instansi, indikator=[make_indikator(), make_indikator()])
		self.tertinggal, self.lain = self.skp.indikator
		make_realisasi(self.skp, 1, {self.tertinggal.kunci: 1, self.lain.kunci: 1000})

	def make(self, user: str = "petugas", **isi):
		with as_user(self.instansi.user[user]):
			return frappe.get_doc(
				{
					"doctype": DOCTYPE,
					"skp": self.skp.name,
					"indikator": self.tertinggal.kunci,
					"masa_ke": 1,
					"tindakan": TINDAKAN,
					"tenggat": f"{TAHUN}-02-20",
					**isi,
				}
			).insert()

	def count(self):
		return count_tindakan([self.skp.name])[self.skp.name]


class TestDiminta(UjiTindakan):
	def test_it_is_asked_for_what_is_behind(self):
		diminta = find_diminta(self.skp)
		self.assertEqual([row.kunci for row in diminta], [self.tertinggal.kunci])
		self.assertEqual((diminta[0].masa_ke, self.count().diminta), (1, 1))

	def test_before_the_first_period_has_ended_nobody_is_asked(self):
		frappe.flags.current_date = f"{TAHUN}-01-20"
		self.assertEqual((find_diminta(self.skp), self.count().diminta), ([], 0))

	def test_while_something_is_done_it_is_not_asked_for_again(self):
		self.make()
		for hari in (f"{TAHUN}-02-10", f"{TAHUN}-03-05"):
			frappe.flags.current_date = hari
			self.assertNotIn(self.tertinggal.kunci, [row.kunci for row in find_diminta(self.skp)])
		self.assertEqual((self.count().terbuka, self.count().lewat), (1, 1))

	def test_who_is_behind_again_is_asked_again_once_he_has_answered(self):
		doc = self.make()
		with as_user(self.skp.pegawai_user):
			doc.hasil = "Antrean hari pasar berkurang"
			doc.save()
		self.assertEqual((self.count().terbuka, self.count().diminta), (0, 0))
		frappe.flags.current_date = f"{TAHUN}-03-05"
		self.assertIn(self.tertinggal.kunci, [row.kunci for row in find_diminta(self.skp)])


class TestHak(UjiTindakan):
	def test_the_parties_and_those_who_look_after_the_agency_read_it(self):
		self.make()
		for nama in ("petugas", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertEqual(len(get_tindakan(self.skp.name)), 1)
		for nama in ("kolega", "tetangga"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				self.assertEqual(get_tindakan(self.skp.name), [])
				self.assertEqual(count_tindakan([self.skp.name])[self.skp.name].terbuka, 0)

	def test_nobody_writes_it_for_another(self):
		for nama in ("penilai", "kepala", "pengelola", "kolega"):
			with self.subTest(nama), self.assertRaises(frappe.PermissionError):
				self.make(nama)
		doc = self.make()
		for nama in ("penilai", "kepala", "pengelola", "kolega"):
			ditolak = self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError))
			with self.subTest(nama), as_user(self.instansi.user[nama]), ditolak:
				frappe.get_doc(DOCTYPE, doc.name).update({"hasil": "Selesai"}).save()
		self.assertEqual(doc.reload().hasil, None)

	def test_what_the_server_says_nobody_invents(self):
		doc = self.make(
			uraian="Lain", masa="Desember", kekurangan="0", selesai_pada="2020-01-01", hasil="Sudah"
		)
		self.assertEqual((doc.uraian, doc.hasil, doc.selesai_pada), (self.tertinggal.indikator, None, None))
		self.assertIn("Januari", doc.masa)
		with as_user(self.skp.pegawai_user):
			for kolom, isi in (
				("kekurangan", "0"),
				("penilai_user", self.skp.pegawai_user),
				("masa", "Maret"),
			):
				with self.subTest(kolom):
					doc.reload().set(kolom, isi)
					self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, doc.save)

	def test_an_answer_is_final(self):
		doc = self.make()
		with as_user(self.skp.pegawai_user):
			doc.update({"hasil": "Berhasil"}).save()
			self.assertTrue(doc.selesai_pada)
			for kolom in ("hasil", "tindakan"):
				doc.reload().set(kolom, "Lain")
				self.assert_ditolak("tinggal dibaca", frappe.PermissionError, doc.save)

	def test_only_what_is_behind_and_only_once(self):
		self.make()
		self.assert_ditolak("tidak tertinggal", frappe.ValidationError, self.make)
		self.assert_ditolak("tidak tertinggal", frappe.ValidationError, self.make, indikator=self.lain.kunci)
		self.assert_ditolak("tidak tertinggal", frappe.ValidationError, self.make, masa_ke=7)

	def test_a_deadline_lies_ahead(self):
		self.assert_ditolak("sudah lewat", frappe.ValidationError, self.make, tenggat=f"{TAHUN}-02-01")

	def test_it_follows_the_plan_to_another_penilai(self):
		doc = self.make()
		pihak = {kolom: doc.get(kolom) for kolom in KOLOM_PENILAI}
		pihak |= {"penilai": self.instansi.pegawai["kepala"], "penilai_user": self.instansi.user["kepala"]}
		skp = {"name": self.skp.name, "tahap": str(Tahap.DITETAPKAN)}
		move_skp(skp, pihak, (Tahap.DITETAPKAN,))
		self.assertEqual(doc.reload().penilai_user, self.instansi.user["kepala"])


class TestHalaman(UjiTindakan):
	def submit(self, **isi):
		return self.open("petugas", f"/kinerja/tindakan?skp={self.skp.name}", {"aksi": "simpan", **isi})

	def test_the_employee_writes_and_answers(self):
		kunci = self.tertinggal.kunci
		jawaban = self.submit(**{f"tindakan-{kunci}": TINDAKAN, f"tenggat-{kunci}": f"{TAHUN}-02-20"})
		self.assertEqual(jawaban.status, 303, jawaban.teks)
		doc = frappe.get_last_doc(DOCTYPE)
		self.assertEqual((doc.tindakan, getdate(doc.tenggat)), (TINDAKAN, getdate(f"{TAHUN}-02-20")))
		halaman = self.open("petugas", f"/kinerja/tindakan?skp={self.skp.name}")
		self.assertIn("Berjalan", halaman.teks)
		jawaban = self.submit(**{f"hasil-{doc.name}": "Berhasil", f"versi-{doc.name}": str(doc.modified)})
		self.assertEqual(jawaban.status, 303, jawaban.teks)
		self.assertEqual(doc.reload().hasil, "Berhasil")

	def test_what_is_missing_is_said_beside_its_field_and_nothing_is_written(self):
		kunci = self.tertinggal.kunci
		halaman = self.submit(**{f"tindakan-{kunci}": TINDAKAN})
		self.assertIn("Pilih tanggal paling lambat", halaman.teks)
		self.assertIn(TINDAKAN, halaman.html)
		self.assertIn("Belum ada yang diisi", self.submit().teks)
		self.assertFalse(frappe.db.exists(DOCTYPE, {"skp": self.skp.name}))

	def test_leaders_read_it_and_have_no_form(self):
		self.make()
		halaman = self.open("penilai", f"/kinerja/tindakan?skp={self.skp.name}")
		self.assertIn(TINDAKAN, halaman.teks)
		self.assertNotIn("<textarea", halaman.html)

	def test_for_others_there_is_no_such_page(self):
		self.assertEqual(self.open("kolega", f"/kinerja/tindakan?skp={self.skp.name}").status, 404)

	def test_both_are_led_to_it(self):
		self.assertIn(
			"1 indikator tertinggal tanpa tindakan perbaikan", self.open("petugas", "/kinerja").teks
		)
		self.assertIn("1 tanpa tindakan perbaikan", self.open("penilai", "/kinerja/tim").teks)
