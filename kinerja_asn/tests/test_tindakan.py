"""Corrective action: asked for where an indikator is behind, written by the employee alone, followed up until answered."""

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.orang.pihak import KOLOM_PENILAI
from kinerja_asn.services.pelaksanaan.pemantauan.kabar_tindakan import remind
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import (
	DOCTYPE,
	count_tindakan,
	find_banyak_diminta,
	find_diminta,
	get_tindakan,
)
from kinerja_asn.services.perpindahan.pengalihan import move_skp
from kinerja_asn.services.situs.tujuan import get_alamat_tindakan
from kinerja_asn.tests.basis import watch_query
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


class TestPemberitahuan(UjiTindakan):
	def get_kabar(self, user: str, **saring) -> list[str]:
		"""What he was told of an action."""
		saring |= {"for_user": self.instansi.user[user], "document_type": DOCTYPE}
		return frappe.get_all("Notification Log", saring, pluck="subject", order_by="creation")

	def get_permintaan(self) -> list[str]:
		"""What the employee has not read yet about what is asked for."""
		saring = {"for_user": self.skp.pegawai_user, "link": ("like", "%/tindakan?%"), "read": 0}
		return frappe.get_all("Notification Log", saring, pluck="subject")

	def test_the_employee_is_told_once_that_it_is_asked_for(self):
		remind()
		remind()
		self.assertEqual(self.get_permintaan(), ["1 indikator Anda tertinggal pada akhir Januari 2025"])
		self.assertEqual(self.get_kabar("penilai", read=0), [])
		link = frappe.get_all(
			"Notification Log", {"for_user": self.skp.pegawai_user, "read": 0}, pluck="link"
		)
		self.assertIn(f"/kinerja/tindakan?skp={self.skp.name}", link)

	def test_before_the_report_is_in_or_late_nobody_is_told(self):
		frappe.flags.current_date = f"{TAHUN}-03-01"
		remind()
		self.assertEqual(self.get_permintaan(), [])
		frappe.flags.current_date = f"{TAHUN}-03-25"
		remind()
		self.assertEqual(self.get_permintaan(), ["1 indikator Anda tertinggal pada akhir Februari 2025"])

	def test_once_something_is_done_it_is_done_with(self):
		remind()
		self.make()
		self.assertEqual(self.get_permintaan(), [])

	def test_what_still_waits_keeps_its_notice(self):
		self.skp = make_skp(self.instansi, "kolega", indikator=[make_indikator(), make_indikator()])
		self.tertinggal, self.lain = self.skp.indikator
		make_realisasi(self.skp, 1, {self.tertinggal.kunci: 1, self.lain.kunci: 1})
		remind()
		self.make("kolega")
		self.assertEqual([row.kunci for row in find_diminta(self.skp)], [self.lain.kunci])
		self.assertEqual(self.get_permintaan(), ["2 indikator Anda tertinggal pada akhir Januari 2025"])

	def test_who_catches_up_is_asked_no_more(self):
		remind()
		make_realisasi(self.skp, 2, {self.tertinggal.kunci: 1000, self.lain.kunci: 1000})
		frappe.flags.current_date = f"{TAHUN}-03-05"
		remind()
		self.assertEqual(self.get_permintaan(), [])

	def test_a_closed_plan_is_asked_no_more_and_followed_up_no_more(self):
		remind()
		self.skp.db_set("tahap", str(Tahap.DITUTUP))
		remind()
		self.assertEqual(self.get_permintaan(), [])

	def test_both_hear_that_its_day_has_passed_and_the_penilai_what_came_of_it(self):
		doc = self.make()
		frappe.flags.current_date = f"{TAHUN}-02-21"
		remind()
		remind()
		self.assertEqual(
			self.get_kabar("penilai", read=0), ["Tindakan perbaikan Petugas lewat tanggalnya tanpa hasil"]
		)
		lewat = self.get_kabar("petugas", read=0)
		self.assertEqual(lewat, ["Tindakan perbaikan Anda sudah lewat tanggalnya"])
		with as_user(self.skp.pegawai_user):
			doc.reload().update({"hasil": "Antrean berkurang"}).save()
		self.assertEqual(self.get_kabar("penilai", read=0), ["Petugas menulis hasil tindakan perbaikannya"])
		self.assertEqual(self.get_kabar("petugas", read=0), [])
		remind()
		self.assertEqual(len(self.get_kabar("penilai")), 2, "nothing is told again")

	def test_a_leader_who_is_not_his_any_more_and_a_closed_period_have_nothing_waiting(self):
		doc = self.make()
		frappe.flags.current_date = f"{TAHUN}-02-21"
		remind()
		doc.db_set("penilai_user", self.instansi.user["kepala"])
		remind()
		self.assertEqual(
			(len(self.get_kabar("penilai", read=0)), len(self.get_kabar("kepala", read=0))), (0, 1)
		)
		frappe.db.set_value("Periode Kinerja", self.skp.periode, "status", "Ditutup")
		remind()
		self.assertEqual(self.get_kabar("kepala", read=0), [])

	def test_where_a_period_does_not_remind_nobody_is_told(self):
		frappe.db.set_value("Periode Kinerja", self.skp.periode, "pengingat", 0)
		self.assertEqual(remind(), 0)

	def test_as_many_queries_for_many_as_for_few(self):
		with watch_query() as sedikit:
			find_banyak_diminta(self.skp.periode)
		lain = make_skp(self.instansi, "kolega", indikator=[make_indikator()])
		make_realisasi(lain, 1, 1)
		with watch_query() as banyak:
			rows = find_banyak_diminta(self.skp.periode)
		self.assertEqual({row.skp for row in rows}, {self.skp.name, lain.name})
		self.assertLessEqual(banyak.call_count, sedikit.call_count)

	def test_a_notice_leads_each_to_the_page(self):
		doc = self.make()
		for nama in ("petugas", "penilai"):
			alamat = get_alamat_tindakan(doc, self.instansi.user[nama])
			self.assertEqual(alamat, f"/kinerja/tindakan?skp={self.skp.name}", nama)


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
