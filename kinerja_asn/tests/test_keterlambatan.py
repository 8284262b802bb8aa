"""Late reports: by how many working days, who is late again and again, and what the Penilai opens after the last day."""

from datetime import date

import frappe
from frappe.desk.query_report import run

from kinerja_asn.constants.istilah import KeadaanLapor, Tahap
from kinerja_asn.jobs.harian import tell_sering_terlambat
from kinerja_asn.laporan.bagian import PER_UNIT
from kinerja_asn.laporan.keterlambatan import SETAHUN, build_laporan
from kinerja_asn.patches.v1_0.isi_hari_terlambat import execute
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import find_sering, find_terlambat
from kinerja_asn.services.pelaksanaan.pelaporan.susulan import find_tertutup, open_susulan
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp, move
from kinerja_asn.tests.test_portal_dasar import UjiPortal

LAPORAN = "Keterlambatan Pelaporan"


def set_batas_susulan(periode: str, hari: int) -> None:
	frappe.db.set_value("Periode Kinerja", periode, "hari_kerja_susulan", hari)
	frappe.clear_document_cache("Periode Kinerja", periode)


class UjiLapor(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(self.instansi)

	def report(self, masa_ke: int, hari: date, tahap: Tahap = Tahap.DIAJUKAN):
		frappe.flags.current_date = hari
		return make_realisasi(self.skp, masa_ke, 70, tahap)

	def find(self) -> list[tuple[int, int, bool]]:
		terlambat = find_terlambat(self.skp.periode, [self.skp]).get(self.skp.name, [])
		return [(row.masa.ke, row.hari, row.masuk) for row in terlambat]


class TestHari(UjiLapor):
	def test_the_report_says_by_how_many_working_days(self):
		for masa_ke, hari, lama in (
			(1, date(2025, 2, 7), 0),  # Friday, the fifth working day
			(2, date(2025, 3, 8), 1),  # Saturday after the last day
			(3, date(2025, 4, 10), 3),
		):
			with self.subTest(masa_ke):
				laporan = self.report(masa_ke, hari)
				self.assertEqual((laporan.hari_terlambat, laporan.terlambat), (lama, int(lama > 0)))

	def test_what_is_taken_back_is_late_by_no_day(self):
		laporan = self.report(3, date(2025, 4, 10))
		move(laporan, self.skp.pegawai_user, Tahap.DRAF)
		self.assertEqual((laporan.hari_terlambat, laporan.terlambat), (0, 0))

	def test_nobody_writes_it_himself(self):
		laporan = self.report(3, date(2025, 4, 10), Tahap.DRAF)
		for kolom, isi in (
			("hari_terlambat", 9),
			("susulan_alasan", "Sakit"),
			("susulan_pada", "2025-04-01"),
		):
			with self.subTest(kolom), as_user(self.skp.pegawai_user):
				doc = frappe.get_doc(laporan.doctype, laporan.name)
				doc.set(kolom, isi)
				self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, doc.save)

	def test_reports_from_before_are_given_their_days(self):
		laporan = self.report(3, date(2025, 4, 10))
		laporan.db_set({"hari_terlambat": 0, "lengkap_pada": "2025-04-10 10:00:00"})
		execute()
		self.assertEqual(laporan.reload().hari_terlambat, 3)


class TestTerlambat(UjiLapor):
	def test_what_came_late_and_what_is_missing(self):
		self.report(1, date(2025, 2, 6))
		self.report(2, date(2025, 3, 11))
		frappe.flags.current_date = date(2025, 5, 9)
		self.assertEqual(self.find(), [(2, 2, True), (3, 24, False), (4, 2, False)])

	def test_a_complete_report_that_was_returned_stays_what_it_was(self):
		laporan = self.report(1, date(2025, 2, 6))
		with as_user(self.skp.penilai_user):
			laporan.catatan_pengembalian = "Lengkapi"
			laporan.take_langkah("Kembalikan")
		frappe.flags.current_date = date(2025, 3, 3)
		self.assertEqual(self.find(), [])

	def test_an_early_report_stands_for_no_other(self):
		self.report(2, date(2025, 2, 20))
		frappe.flags.current_date = date(2025, 3, 3)
		self.assertEqual(self.find(), [(1, 16, False)])

	def test_a_day_that_has_become_a_holiday_is_named_by_its_report(self):
		laporan = self.report(2, date(2025, 3, 11))
		laporan.db_set({"masa_ke": 60, "masa": "Sabtu, 1 Maret 2025"})
		terlambat = find_terlambat(self.skp.periode, [self.skp])[self.skp.name]
		self.assertIn((60, "Sabtu, 1 Maret 2025"), [(row.masa.ke, row.masa.label) for row in terlambat])

	def test_three_in_a_quarter_are_often(self):
		for masa_ke, hari in ((4, date(2025, 5, 20)), (5, date(2025, 6, 20)), (6, date(2025, 7, 20))):
			self.report(masa_ke, hari)
		terlambat = find_terlambat(self.skp.periode, [self.skp], (date(2025, 4, 1), date(2025, 6, 30)))
		self.assertEqual(find_sering(terlambat[self.skp.name]), [("Triwulan II 2025", 3)])
		self.assertEqual(find_sering(terlambat[self.skp.name][1:]), [])

	def test_as_many_queries_for_ten_as_for_one(self):
		frappe.flags.current_date = date(2025, 6, 20)
		with watch_query() as seorang:
			find_terlambat(self.skp.periode, [self.skp])
		rows = frappe.get_all("SKP", {"name": self.skp.name}, ["*"]) * 10
		with watch_query() as sepuluh:
			find_terlambat(self.skp.periode, rows)
		self.assertEqual(sepuluh.call_count, seorang.call_count)

	def test_of_the_punctual_one_query_tells(self):
		self.report(1, date(2025, 2, 6))
		frappe.flags.current_date = date(2025, 3, 3)
		with watch_query() as tepat:
			self.assertEqual(self.find(), [])
		self.report(2, date(2025, 3, 11))
		frappe.flags.current_date = date(2025, 5, 9)
		with watch_query() as terlambat:
			self.assertEqual(len(self.find()), 3)
		self.assertEqual(terlambat.call_count - tepat.call_count, 1, "what is late")

	def test_the_penilai_is_told_once_a_quarter(self):
		for masa_ke, hari in ((1, date(2025, 2, 20)), (2, date(2025, 3, 20)), (3, date(2025, 4, 20))):
			self.report(masa_ke, hari)
		for _kali in range(2):
			tell_sering_terlambat()
		saring = {"for_user": self.skp.penilai_user, "document_name": self.skp.name}
		judul = frappe.get_all("Notification Log", saring, pluck="subject")
		self.assertEqual(
			["3 laporan terlambat dalam Triwulan I 2025" in teks for teks in judul].count(True), 1
		)


class TestSusulan(UjiLapor):
	def setUp(self):
		super().setUp()
		set_batas_susulan(self.instansi.periode, 10)

	def open(self, user: str, alasan: str = "Pegawai dirawat", masa_ke: int = 3) -> None:
		with as_user(user):
			open_susulan(self.skp, str(masa_ke), alasan)

	def test_within_the_limit_a_late_report_is_taken(self):
		self.assertEqual(self.report(3, date(2025, 4, 21)).hari_terlambat, 10)

	def test_after_it_the_penilai_opens_it_with_a_reason(self):
		laporan = self.report(3, date(2025, 4, 22), Tahap.DRAF)
		pesan = "Laporan susulan Maret 2025 diterima sampai 21 April 2025"
		self.assert_ditolak(
			pesan, frappe.ValidationError, move, laporan, self.skp.pegawai_user, Tahap.DIAJUKAN
		)
		laporan.reload()
		with self.assertRaises(frappe.ValidationError):
			self.open(self.skp.penilai_user, " ")
		for user in (self.skp.pegawai_user, self.instansi.user["kolega"], self.instansi.user["pengelola"]):
			with self.subTest(user), self.assertRaises(frappe.PermissionError):
				self.open(user)
		self.open(self.skp.penilai_user)
		self.assertEqual(laporan.reload().susulan_oleh, self.skp.penilai_user)
		move(laporan, self.skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual((laporan.terlambat, laporan.hari_terlambat), (1, 11))

	def test_it_can_be_opened_before_anything_was_written(self):
		frappe.flags.current_date = date(2025, 6, 2)
		for _kali in range(2):
			self.open(self.skp.penilai_user)
		nama = frappe.get_all("Realisasi Kinerja", {"skp": self.skp.name}, pluck="name")
		doc = frappe.get_doc("Realisasi Kinerja", *nama)
		self.assertEqual((doc.masa_ke, doc.tahap, doc.susulan_alasan), (3, Tahap.DRAF, "Pegawai dirawat"))
		self.assertFalse(any(row.dilaporkan for row in doc.baris))
		self.assertNotIn(3, [masa.ke for masa in find_tertutup(self.skp)])
		self.assertIn(2, [masa.ke for masa in find_tertutup(self.skp)])

	def test_what_the_penilai_returned_comes_again(self):
		laporan = self.report(3, date(2025, 4, 21))
		laporan.db_set("lengkap_pada", None)
		with as_user(self.skp.penilai_user):
			laporan.catatan_pengembalian = "Lengkapi"
			laporan.take_langkah("Kembalikan")
		frappe.flags.current_date = date(2025, 6, 2)
		self.assertEqual(move(laporan.reload(), self.skp.pegawai_user, Tahap.DIAJUKAN).tahap, Tahap.DIAJUKAN)

	def test_nobody_moves_his_own_limit(self):
		"""The employee is HR too."""
		frappe.flags.current_date = date(2025, 6, 2)
		frappe.get_doc("User", self.skp.pegawai_user).add_roles("Pengelola Kinerja")
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		with as_user(self.skp.pegawai_user):
			periode.hari_kerja_susulan = 0
			self.assert_ditolak("kapan saja", frappe.PermissionError, periode.save)

	def test_nobody_opens_his_own(self):
		sendiri = make_skp(self.instansi, "penilai")
		frappe.flags.current_date = date(2025, 6, 2)
		with as_user(sendiri.pegawai_user):
			self.assert_ditolak("dibuka oleh", frappe.PermissionError, open_susulan, sendiri, "3", "Sibuk")


class TestLaporan(UjiLapor):
	def setUp(self):
		super().setUp()
		self.tepat = make_skp(self.instansi, "kolega")
		make_realisasi(self.tepat, 1, 70)
		for masa_ke, hari in ((1, date(2025, 2, 20)), (2, date(2025, 3, 20)), (3, date(2025, 4, 20))):
			self.report(masa_ke, hari)
		frappe.flags.current_date = date(2025, 4, 21)

	def get_baris(self, **filters) -> dict[str, dict]:
		rows = build_laporan({"periode": self.instansi.periode, "triwulan": "I", **filters})[1]
		return {row.get("nama_pegawai") or row["unit_kerja"]: row for row in rows}

	def test_times_worst_and_who_is_to_act(self):
		petugas = self.get_baris()["Petugas"]
		self.assertEqual(
			(petugas["keadaan"], petugas["kali"], petugas["belum"], petugas["menunggu"]),
			(str(KeadaanLapor.SERING), 3, 0, "Penilai"),
		)
		self.assertEqual((petugas["terlama"], petugas["hari"]), (9, 27))
		self.assertEqual(petugas["masa"], "Januari 2025, Februari 2025, Maret 2025")

	def test_quarters_the_year_and_a_state(self):
		self.assertEqual(self.get_baris(triwulan="II")["Petugas"]["kali"], 0)
		self.assertEqual(self.get_baris(triwulan=SETAHUN)["Petugas"]["kali"], 3)
		self.assertNotIn("Kolega", self.get_baris(keadaan="Sering terlambat"))
		self.assert_ditolak("Saringan", frappe.ValidationError, self.get_baris, triwulan="V")

	def test_by_unit(self):
		unit = self.get_baris(tampilan=PER_UNIT)[get_nama_unit(self.instansi.unit)]
		self.assertEqual((unit["pegawai"], unit["sering"]), (2, 1))

	def test_each_reader_sees_his_own(self):
		for nama, terlihat in (("pengelola", True), ("auditor", True), ("penilai", True), ("kolega", None)):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				if terlihat is None:
					self.assertRaises(
						frappe.PermissionError, run, LAPORAN, {"periode": self.instansi.periode}
					)
					continue
				hasil = run(LAPORAN, {"periode": self.instansi.periode, "triwulan": "I"})["result"]
				self.assertIn("Petugas", [row["nama_pegawai"] for row in hasil if isinstance(row, dict)])


class TestHalaman(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 5, 12)

	def test_the_team_page_and_the_plan_say_who_is_late_again_and_again(self):
		teks = self.open("penilai", "/kinerja/tim").teks
		self.assertIn("3 laporan terlambat dalam Triwulan I 2025", teks)
		self.assertIn("terlama 66 hari kerja", teks)
		halaman = self.open("penilai", f"/kinerja/tim/skp?name={self.skp.name}")
		self.assertIn("Bicarakan dengan pegawai apa yang menghambatnya", halaman.teks)
		self.assertFalse(halaman.has_tombol("susulan"))

	def test_the_employee_reads_how_late_he_is(self):
		self.assertIn("Terlambat 3 hari kerja", self.open("petugas", "/kinerja").teks)

	def test_the_penilai_opens_a_report_on_the_page(self):
		set_batas_susulan(self.instansi.periode, 5)
		alamat = f"/kinerja/realisasi?skp={self.skp.name}&masa=2"
		self.assertIn("minta Penilai membukanya", self.open("petugas", alamat).teks)
		tim = f"/kinerja/tim/skp?name={self.skp.name}"
		self.assertIn("Tulis alasan", self.send("penilai", tim, "susulan", masa="2").get_galat())
		for isian in ({"masa": "77"}, {"masa": "x"}):
			galat = self.send("penilai", tim, "susulan", alasan_susulan="Sakit", **isian).get_galat()
			self.assertIn("tidak ada dalam periode", galat)
		jawaban = self.send("penilai", tim, "susulan", masa="2", alasan_susulan="Sakit")
		self.assertEqual(jawaban.pesan, "susulan")
		self.assertIn("sesudah batas laporan susulan: Sakit", self.open("petugas", alamat).teks)
		self.assertFalse(self.open("kepala", tim).has_tombol("susulan"))
