"""Lateness is decided once, deadlines are not bent for oneself, and a person has one plan at a time."""

from datetime import date
from threading import Barrier, Thread
from time import sleep
from unittest.mock import patch

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.services.perencanaan.pembukaan import pelaksanaan
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_periode,
	make_realisasi,
	make_skp,
	move,
)


class TestKeterlambatan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 6, 5)

	def submit_mei(self):
		return make_realisasi(self.skp, 5, 1, Tahap.DIAJUKAN)

	def test_a_placeholder_that_was_taken_back_makes_nothing_punctual(self):
		laporan = self.submit_mei()
		self.assertFalse(laporan.terlambat)
		move(laporan, self.skp.pegawai_user, Tahap.DRAF)
		self.assertIsNone(laporan.diajukan_pada)
		frappe.flags.current_date = date(2025, 8, 1)
		self.assertTrue(move(laporan, self.skp.pegawai_user, Tahap.DIAJUKAN).terlambat)

	def test_what_the_penilai_returned_stays_what_it_was(self):
		for hari, terlambat in ((date(2025, 6, 5), 0), (date(2025, 8, 1), 1)):
			frappe.flags.current_date = hari
			laporan = make_realisasi(self.skp, 5 + terlambat, 1, Tahap.DIAJUKAN)
			with as_user(self.skp.penilai_user):
				laporan.catatan_pengembalian = "Lengkapi buktinya"
				laporan.take_langkah("Kembalikan")
			frappe.flags.current_date = date(2025, 8, 20)
			self.assertEqual(
				move(laporan.reload(), self.skp.pegawai_user, Tahap.DIAJUKAN).terlambat, terlambat
			)

	def test_a_placeholder_that_the_penilai_returned_makes_nothing_punctual(self):
		"""One indikator of two, or evidence for one of two: nothing that he could verify."""
		dua = [make_indikator(), make_indikator(indikator="Jumlah kedua")]
		skp = make_skp(self.instansi, "kolega", indikator=dua)
		pertama, kedua = (iki.kunci for iki in skp.indikator)
		for masa_ke, angka, untuk in ((4, {pertama: 1}, 0), (5, {pertama: 1, kedua: 1}, 1)):
			frappe.flags.current_date = date(2025, masa_ke + 1, 5)
			laporan = make_realisasi(skp, masa_ke, angka, Tahap.DRAF)
			with self.subTest(masa_ke), as_user(skp.pegawai_user):
				laporan.bukti[0].untuk = untuk
				laporan.save()
				move(laporan, skp.pegawai_user, Tahap.DIAJUKAN)
				self.assertEqual((laporan.terlambat, laporan.lengkap_pada), (0, None))
				self.send_back(laporan)
				frappe.flags.current_date = date(2025, 8, 20)
				for row in laporan.baris:
					row.dilaporkan = 1
				laporan.bukti[0].untuk = 0
				laporan.save()
				self.assertTrue(move(laporan, skp.pegawai_user, Tahap.DIAJUKAN).terlambat)
				self.assertTrue(laporan.lengkap_pada)

	def send_back(self, laporan) -> None:
		with as_user(laporan.penilai_user):
			laporan.catatan_pengembalian = "Lengkapi laporannya"
			laporan.take_langkah("Kembalikan")
		laporan.reload()

	def test_a_zero_that_is_reported_is_a_report(self):
		skp = make_skp(self.instansi, "kolega")
		self.assertTrue(make_realisasi(skp, 5, 0, Tahap.DIAJUKAN).lengkap_pada)

	def test_taking_back_what_was_returned_before_starts_anew(self):
		laporan = self.submit_mei()
		with as_user(self.skp.penilai_user):
			laporan.catatan_pengembalian = "Lengkapi buktinya"
			laporan.take_langkah("Kembalikan")
		move(laporan.reload(), self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(laporan, self.skp.pegawai_user, Tahap.DRAF)
		frappe.flags.current_date = date(2025, 8, 1)
		self.assertTrue(move(laporan, self.skp.pegawai_user, Tahap.DIAJUKAN).terlambat)


class TestTenggatPenetapan(UjiKinerja):
	def test_taking_a_plan_back_winds_no_clock_back(self):
		frappe.flags.current_date = date(2025, 6, 2)
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		semula = skp.tenggat_penetapan
		frappe.flags.current_date = date(2025, 6, 4)
		move(skp, skp.pegawai_user, Tahap.DRAF)
		self.assertEqual(move(skp, skp.pegawai_user, Tahap.DIAJUKAN).tenggat_penetapan, semula)
		frappe.flags.current_date = semula
		move(skp, skp.pegawai_user, Tahap.DRAF)
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertLessEqual((skp.tenggat_penetapan - semula).days, 3)  # a day, and a weekend perhaps


class UjiTenggat(UjiKinerja):
	"""The Penilai is HR too, and so an employee whose report for May is late."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		frappe.get_doc("User", self.instansi.user["penilai"]).add_roles(PENGELOLA)
		self.skp = make_skp(self.instansi, "penilai")
		self.lain = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 6, 20)

	def change(self, user: str, **isian):
		with as_user(user):
			periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
			return periode.update(isian).save()

	def assert_milik_orang_lain(self, fungsi, *args, **kwargs):
		self.assert_ditolak("Minta pengelola lain", frappe.PermissionError, fungsi, *args, **kwargs)
		frappe.clear_document_cache("Periode Kinerja")


class TestUbahTenggat(UjiTenggat):
	def test_nobody_makes_his_own_report_punctual_afterwards(self):
		penilai = self.instansi.user["penilai"]
		self.assert_milik_orang_lain(self.change, penilai, hari_kerja_pelaporan=60)
		self.assert_milik_orang_lain(self.change, penilai, batas_penetapan_skp="2025-06-18")
		self.change(penilai, hari_kerja_pelaporan=6)  # May is late all the same

	def test_nor_by_holidays(self):
		daftar = frappe.get_doc(
			doctype="Holiday List",
			holiday_list_name="Libur Uji",
			from_date="2025-01-01",
			to_date="2025-12-31",
			holidays=[],
		).insert()
		frappe.db.set_value("Company", self.instansi.name, "default_holiday_list", daftar.name)
		frappe.clear_document_cache("Company", self.instansi.name)
		self.addCleanup(frappe.clear_document_cache, "Company", self.instansi.name)
		for hari in range(1, 20):
			daftar.append("holidays", {"holiday_date": f"2025-06-{hari:02d}", "description": "Libur"})
		with as_user(self.instansi.user["penilai"]):
			self.assert_milik_orang_lain(daftar.save, ignore_permissions=True)
		daftar.reload()
		with as_user(self.instansi.user["pengelola"]):
			daftar.append("holidays", {"holiday_date": "2025-06-03", "description": "Libur"})
			daftar.save(ignore_permissions=True)
		jejak = self.get_jejak()
		self.assertIn("Hari libur ditambahkan", jejak)
		self.assertIn("3 Juni 2025", jejak)
		row = daftar.holidays[0]
		with as_user(self.instansi.user["penilai"]):
			self.assert_ditolak(
				"Libur Uji", frappe.PermissionError, row.update({"holiday_date": "2025-06-04"}).save
			)
			kosong = frappe.get_doc(
				doctype="Holiday List",
				holiday_list_name="Libur Panjang",
				from_date="2025-01-01",
				to_date="2025-12-31",
				holidays=[
					{"holiday_date": f"2025-06-{hari:02d}", "description": "Libur"} for hari in range(1, 20)
				],
			).insert(ignore_permissions=True)
			company = frappe.get_doc("Company", self.instansi.name)
			company.default_holiday_list = kosong.name
			self.assert_milik_orang_lain(company.save, ignore_permissions=True)

	def test_one_whose_report_was_in_time_or_decided_may(self):
		for bulan in range(1, 6):
			make_realisasi(self.skp, bulan, 1, Tahap.DIAJUKAN)
		self.assert_milik_orang_lain(self.change, self.instansi.user["penilai"], hari_kerja_pelaporan=60)
		for bulan in range(1, 6):
			laporan = frappe.get_doc("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": bulan})
			move(laporan, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.change(self.instansi.user["penilai"], hari_kerja_pelaporan=60)
		self.assertEqual(frappe.db.count("Realisasi Kinerja", {"skp": self.skp.name, "terlambat": 1}), 5)

	def test_it_is_recorded_and_told(self):
		with patch("frappe.enqueue") as antrean:
			self.change(self.instansi.user["pengelola"], hari_kerja_pelaporan=10)
		jejak = self.get_jejak()
		self.assertIn("Batas pelaporan", jejak)
		self.assertIn("5 menjadi 10", jejak)
		tugas = next(
			panggilan
			for panggilan in antrean.call_args_list
			if "perubahan_tenggat" in str(panggilan.args[:1])
		)
		isian = {
			nama: nilai for nama, nilai in tugas.kwargs.items() if nama in ("periode", "berubah", "kali")
		}
		frappe.get_attr(tugas.args[0])(**isian)
		diberi_tahu = set(
			frappe.get_all("Notification Log", {"document_name": self.instansi.periode}, pluck="for_user")
		)
		self.assertLessEqual({self.instansi.user["petugas"], self.instansi.user["penilai"]}, diberi_tahu)
		self.assertNotIn(self.instansi.user["tetangga"], diberi_tahu)

	def get_jejak(self) -> str:
		komentar = {"reference_doctype": "Periode Kinerja", "reference_name": self.instansi.periode}
		rows = frappe.get_all("Comment", komentar, ["content", "comment_email"])
		self.assertEqual({row.comment_email for row in rows}, {self.instansi.user["pengelola"]})
		return " ".join(row.content for row in rows)


class TestSatuRencana(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		self.skp = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 6, 15)

	def close(self):
		return move(self.skp, self.instansi.user["pengelola"], Tahap.DITUTUP)

	def test_a_further_plan_begins_after_the_last_day_of_the_one_before(self):
		self.assertEqual(str(self.close().akhir), "2025-06-15")
		kedua = make_skp(self.instansi)
		self.assertEqual(str(kedua.awal), "2025-06-16")
		self.assertRaises(frappe.ValidationError, make_realisasi, kedua, 1, 10)

	def test_a_plan_that_was_closed_after_its_year_leaves_no_room_for_another(self):
		frappe.flags.current_date = date(2026, 1, 5)
		self.assertEqual(str(self.close().akhir), "2025-12-31")
		self.assert_ditolak("31 Desember 2025", frappe.ValidationError, make_skp, self.instansi)

	def test_nor_beside_a_plan_of_another_period(self):
		"""Whoever was entered into another agency does not have two plans over the same days."""
		lain = make_periode("Dinas Tetangga Uji")
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "company", "Dinas Tetangga Uji")
		with as_user(self.instansi.user["petugas"]):
			kedua = frappe.get_doc(
				doctype="SKP",
				pegawai=self.instansi.pegawai["petugas"],
				periode=lain.name,
				hasil_kerja=[make_hasil_kerja()],
				indikator=[make_indikator()],
			)
			self.assert_ditolak(self.skp.name, frappe.ValidationError, kedua.insert)

	def test_an_opening_makes_it_from_the_day_after_too(self):
		self.close()
		pembukaan = self.open_periode()
		draf = frappe.get_doc("SKP", {"pegawai": self.skp.pegawai, "tahap": "Draf"})
		self.assertEqual((str(draf.awal), str(draf.akhir)), ("2025-06-16", "2025-12-31"))
		self.assertEqual(pembukaan.jumlah_galat, 0)

	def test_and_none_where_there_is_no_day_left(self):
		self.close()
		frappe.db.set_value("SKP", self.skp.name, "akhir", "2025-12-31")
		self.open_periode()
		self.assertEqual(frappe.db.count("SKP", {"pegawai": self.skp.pegawai}), 1)

	def open_periode(self):
		doc = frappe.get_doc(doctype="Pembukaan Periode", periode=self.instansi.periode, sumber="Kosong")
		with patch("frappe.enqueue"), patch.object(frappe.db, "commit"):
			doc.insert()
			doc.db_set("status", "Berjalan")
			pelaksanaan.run(doc.name)
		return doc.reload()

	def test_an_evaluation_covers_days_once(self):
		"""Also where two plans over the same days are there already."""
		make_kinerja_unit(self.instansi)
		self.close()
		kedua = make_skp(self.instansi)
		frappe.db.set_value("SKP", self.skp.name, "akhir", "2025-12-31")
		frappe.db.set_value("SKP", kedua.name, "awal", "2025-01-01")
		frappe.flags.current_date = date(2026, 1, 5)
		make_evaluasi(self.instansi, self.skp)
		self.assert_ditolak(
			self.skp.name, frappe.ValidationError, make_evaluasi, self.instansi, kedua.reload()
		)
		frappe.db.set_value("SKP", self.skp.name, "akhir", "2025-06-15")
		frappe.db.set_value("SKP", kedua.name, "awal", "2025-06-16")
		make_evaluasi(self.instansi, kedua.reload())

	def test_a_draft_that_was_given_up_leaves_its_days(self):
		frappe.db.set_value("SKP", self.skp.name, {"tahap": "Ditutup", "ditetapkan_pada": None})
		self.assertEqual(str(make_skp(self.instansi).awal), "2025-01-01")


class TestDuaRencanaBersamaan(UjiKinerja):
	"""Two requests at the same moment, in the periods of two agencies, in connections of their own; so this test commits
	and cleans up itself."""

	def setUp(self):
		super().setUp()
		self.periode = [self.instansi.periode, make_periode("Dinas Tetangga Uji").name]
		# Each was in its agency when its request was checked: the move is a third one's.
		pemeriksaan = patch("kinerja_asn.kinerja_asn.doctype.skp.skp.check_dinilai")
		pemeriksaan.start()
		self.addCleanup(pemeriksaan.stop)
		frappe.db.commit()

	def tearDown(self):
		frappe.db.rollback()
		names = frappe.get_all("SKP", {"pegawai": self.instansi.pegawai["petugas"]}, pluck="name")
		for tabel in ("SKP Hasil Kerja", "SKP Indikator", "SKP Perilaku"):
			frappe.db.delete(tabel, {"parent": ("in", [*names, ""])})
		frappe.db.delete("SKP", {"name": ("in", [*names, ""])})
		frappe.db.delete("Periode Kinerja", {"name": self.periode[1]})
		frappe.db.commit()
		frappe.db.savepoint("awal_uji")
		super().tearDown()

	def test_one_of_two_plans_over_the_same_days_is_refused(self):
		situs, bersiap, berhasil, ditolak = (frappe.local.site, frappe.local.sites_path), Barrier(2), [], []
		pegawai, user = self.instansi.pegawai["petugas"], self.instansi.user["petugas"]

		def make(periode: str) -> None:
			frappe.init(situs[0], sites_path=situs[1])
			frappe.connect()
			frappe.set_user(user)
			frappe.local.lang = "id"
			try:
				self.assertFalse(frappe.get_all("SKP", {"pegawai": pegawai}))  # what both have seen
				bersiap.wait()
				doc = frappe.get_doc(doctype="SKP", pegawai=pegawai, periode=periode)
				doc.append("hasil_kerja", make_hasil_kerja())
				doc.append("indikator", make_indikator())
				doc.insert()
				sleep(0.2)
				frappe.db.commit()
				berhasil.append(doc.name)
			except frappe.ValidationError as salah:
				ditolak.append(str(salah))
				frappe.db.rollback()
			finally:
				frappe.destroy()

		utas = [Thread(target=make, args=[periode]) for periode in self.periode]
		for thread in utas:
			thread.start()
		for thread in utas:
			thread.join()
		frappe.db.rollback()
		self.assertEqual(frappe.get_all("SKP", {"pegawai": pegawai}, pluck="name"), berhasil)
		self.assertEqual(len(berhasil), 1)
		self.assertIn(berhasil[0], ditolak[0])
