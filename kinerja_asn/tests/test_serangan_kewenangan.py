"""Nobody chooses who decides about him, or makes himself who decides: the attacks of those who write employees' records.

pengelola (HR of the agency) and pengelola_unit report to kepala. Both hold ERPNext's right to write every Employee, for
which ``ignore_permissions`` stands here.
"""

import frappe
from frappe.model.rename_doc import rename_doc

from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_kinerja_unit,
	make_skp,
	make_unit,
	make_user,
)

DITOLAK = frappe.PermissionError
ATAS, BAWAH, SENDIRI = "ikut memutuskan penilaian kinerja Anda", "menjadikan Anda", "Anda sendiri"


class UjiKewenangan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.user, self.pegawai = self.instansi.user, self.instansi.pegawai

	def change(self, nama: str, oleh: str = "Administrator", **isi):
		with as_user(self.user.get(oleh, oleh)):
			doc = frappe.get_doc("Employee", self.pegawai[nama]).update(isi)
			return doc.save(ignore_permissions=True)

	def assign(self, nama: str, penilai: str, oleh: str = "Administrator", **isi):
		orang = {"pegawai": self.pegawai[nama], "penilai": self.pegawai[penilai]}
		with as_user(self.user.get(oleh, oleh)):
			return frappe.get_doc(
				{"doctype": "Penugasan Penilai", "jenis": "Definitif", "dari": "2025-01-01", **orang, **isi}
			).insert()

	def assert_tidak_dapat(self, pesan: str, fungsi, *args, **kwargs) -> None:
		with self.subTest(args=args, isi=kwargs):
			self.assert_ditolak(pesan, DITOLAK, fungsi, *args, **kwargs)

	def add_sistem(self, nama: str = "sistem") -> None:
		"""An employee who is the site's administrator as well."""
		unit = make_unit("Sekretariat Uji", self.instansi.name)
		add_pegawai(self.instansi, nama, 70, unit, self.pegawai["kepala"], ("System Manager",))
		self.addCleanup(self.instansi.user.pop, nama)
		self.addCleanup(self.instansi.pegawai.pop, nama)


class TestAtas(UjiKewenangan):
	def test_the_account_of_ones_own_penilai_is_not_hers_to_empty_or_point_elsewhere(self):
		palsu = make_user("palsu@uji.example", "Palsu")
		for isi in ({"user_id": None}, {"user_id": palsu}, {"reports_to": self.pegawai["penilai"]}):
			self.assert_tidak_dapat(ATAS, self.change, "kepala", "pengelola", **isi)
		self.assert_tidak_dapat(
			ATAS, self.change, "kepala", "pengelola", department=self.instansi.unit, status="Inactive"
		)

	def test_nor_that_of_whoever_stands_above_him(self):
		add_pegawai(self.instansi, "bupati", 71, make_unit("Sekretariat Uji", self.instansi.name))
		self.change("kepala", reports_to=self.pegawai["bupati"])
		self.assert_tidak_dapat(ATAS, self.change, "bupati", "pengelola", user_id=None)

	def test_nor_that_of_the_penilai_whom_her_plan_still_names(self):
		"""HR's administrator has changed her superior; no move was recorded, so the old one decides on her reports."""
		make_skp(self.instansi, "pengelola")
		self.change("pengelola", reports_to=self.pegawai["penilai"])
		self.change("penilai", reports_to=None)
		self.assert_tidak_dapat(ATAS, self.change, "kepala", "pengelola", user_id=None)

	def test_nor_of_one_who_is_to_evaluate_her_from_tomorrow(self):
		self.assign("pengelola", "kolega", dari="2199-01-01")
		self.assert_tidak_dapat(ATAS, self.change, "kolega", "pengelola", user_id=None)

	def test_his_record_is_not_merged_into_another_or_deleted(self):
		with as_user(self.user["pengelola"]):
			for lama, baru in (("kepala", "kolega"), ("kolega", "pengelola")):
				self.assert_tidak_dapat(
					"penggabungan",
					rename_doc,
					"Employee",
					self.pegawai[lama],
					self.pegawai[baru],
					merge=True,
					ignore_permissions=True,
				)
			self.assert_tidak_dapat(
				ATAS, frappe.delete_doc, "Employee", self.pegawai["kepala"], ignore_permissions=True
			)

	def test_his_account_is_not_switched_off_or_merged(self):
		"""By an employee who is the site's administrator as well: nobody decides about himself."""
		self.add_sistem()
		with as_user(self.user["sistem"]):
			akun = frappe.get_doc("User", self.user["kepala"]).update({"enabled": 0})
			self.assert_tidak_dapat(ATAS, akun.save)
			self.assert_tidak_dapat(
				"penggabungan", rename_doc, "User", self.user["kepala"], self.user["kolega"], merge=True
			)
			frappe.get_doc("User", self.user["kolega"]).update({"enabled": 0}).save()

	def test_everybody_elses_accounts_are_hr_s_to_change(self):
		self.change("penilai", "pengelola", user_id=None)
		baru = make_user("petugas.baru@uji.example", "Petugas")
		self.assertEqual(self.change("petugas", "pengelola", user_id=baru).user_id, baru)

	def test_the_administrator_of_the_site_who_is_no_employee_may(self):
		admin = make_user("admin@uji.example", "Admin", ("System Manager",))
		self.assertIsNone(self.change("kepala", admin, user_id=None).user_id)


class TestBawah(UjiKewenangan):
	def test_nobody_is_written_to_oneself(self):
		sendiri = self.pegawai["pengelola_unit"]
		self.assert_tidak_dapat(BAWAH, self.change, "petugas", "pengelola_unit", reports_to=sendiri)

	def test_nor_to_somebody_below_oneself(self):
		self.change("kolega", reports_to=self.pegawai["pengelola_unit"])
		bawahan = self.pegawai["kolega"]
		self.assert_tidak_dapat(BAWAH, self.change, "petugas", "pengelola_unit", reports_to=bawahan)

	def test_nor_from_further_below_to_oneself(self):
		self.change("kolega", reports_to=self.pegawai["pengelola_unit"])
		self.change("petugas", reports_to=self.pegawai["kolega"])
		sendiri = self.pegawai["pengelola_unit"]
		self.assert_tidak_dapat(BAWAH, self.change, "petugas", "pengelola_unit", reports_to=sendiri)

	def test_nor_made_new_below_oneself(self):
		lama = frappe.get_doc("Employee", self.pegawai["petugas"])
		with as_user(self.user["pengelola"]):
			doc = frappe.copy_doc(lama).update({"user_id": None, "nip": None})
			doc.reports_to = self.pegawai["pengelola"]
			self.assert_tidak_dapat(BAWAH, doc.insert, ignore_permissions=True)

	def test_nor_is_who_stands_between_taken_away(self):
		"""Without an account he decides on nothing, and his people's plans pass to her."""
		self.change("penilai", reports_to=self.pegawai["pengelola"])
		for isi in ({"user_id": None}, {"status": "Inactive"}):
			self.assert_tidak_dapat(BAWAH, self.change, "penilai", "pengelola", **isi)
		self.add_sistem()
		self.change("penilai", reports_to=self.pegawai["sistem"])
		with as_user(self.user["sistem"]):
			akun = frappe.get_doc("User", self.user["penilai"]).update({"enabled": 0})
			self.assert_tidak_dapat(BAWAH, akun.save)

	def test_nor_does_who_evaluates_for_a_time_make_it_last(self):
		self.assign("petugas", "pengelola", sampai="2199-01-31")
		sendiri = self.pegawai["pengelola"]
		self.assert_tidak_dapat(BAWAH, self.change, "petugas", "pengelola", reports_to=sendiri)
		self.assert_tidak_dapat(
			BAWAH, self.assign, "petugas", "pengelola", "pengelola", dari="2199-02-01", sampai="2199-12-31"
		)

	def test_giving_somebody_away_is_hers(self):
		self.change("petugas", reports_to=self.pegawai["pengelola"])
		doc = self.change("petugas", "pengelola", reports_to=self.pegawai["penilai"])
		self.assertEqual(doc.reports_to, self.pegawai["penilai"])
		sendiri = self.pegawai["pengelola"]
		self.assert_tidak_dapat(BAWAH, self.change, "petugas", "pengelola", reports_to=sendiri)


class TestSendiri(UjiKewenangan):
	def test_nothing_that_decides_about_her_is_hers_to_write(self):
		for isi in (
			{"status": "Inactive"},
			{"date_of_joining": "2025-07-01"},
			{"relieving_date": "2025-07-01"},
			{"contract_end_date": "2025-07-01"},
			{"jenis_asn": "PPPK"},
			{"jenis_jabatan": "Jabatan Fungsional"},
			{"pimpinan_unit_mandiri": 1},
		):
			self.assert_tidak_dapat(SENDIRI, self.change, "pengelola", "pengelola", **isi)

	def test_being_inactive_for_a_while_opens_nothing(self):
		"""Her agency is a User Permission's, so that her right to write assignments did not go with her record."""
		izin = {"user": self.user["pengelola"], "allow": "Company", "for_value": self.instansi.name}
		frappe.get_doc(doctype="User Permission", **izin).insert()
		self.change("pengelola", status="Inactive")
		self.assert_tidak_dapat("diri sendiri", self.assign, "pengelola", "kolega", "pengelola")
		self.assert_tidak_dapat(BAWAH, self.assign, "petugas", "pengelola", "pengelola")
		self.assert_tidak_dapat(ATAS, self.change, "kepala", "pengelola", user_id=None)

	def test_nobody_links_another_record_to_his_account(self):
		self.change("pengelola", status="Inactive")
		self.assert_tidak_dapat(SENDIRI, self.change, "penilai", "pengelola", user_id=self.user["pengelola"])

	def test_nobody_brings_people_into_his_own_reach(self):
		unit, lain = self.instansi.unit, "Dinas Tetangga Uji"
		self.assert_tidak_dapat("yang Anda kelola", self.change, "auditor", "pengelola_unit", department=unit)
		self.assert_tidak_dapat("yang Anda kelola", self.change, "petugas", "tetangga", company=lain)
		self.assertEqual(self.change("auditor", "pengelola", department=unit).department, unit)
		self.assertEqual(self.change("petugas", "pengelola", company=lain).company, lain)

	def test_nobody_widens_his_own_reach_by_a_user_permission(self):
		self.add_sistem()
		with as_user(self.user["sistem"]):
			izin = frappe.get_doc(
				doctype="User Permission",
				user=self.user["sistem"],
				allow="Company",
				for_value="Dinas Tetangga Uji",
			)
			self.assert_tidak_dapat("izin", izin.insert)
		izin.insert()
		with as_user(self.user["sistem"]):
			self.assert_tidak_dapat("izin", frappe.delete_doc, "User Permission", izin.name)


class TestPenugasanPenilai(UjiKewenangan):
	def test_nobody_assigns_people_to_himself(self):
		for isi in ({}, {"atasan_penilai": self.pegawai["pengelola"]}):
			penilai = "kolega" if isi else "pengelola"
			self.assert_tidak_dapat(BAWAH, self.assign, "petugas", penilai, "pengelola", **isi)

	def test_nor_to_somebody_below_him(self):
		self.change("kolega", reports_to=self.pegawai["pengelola"])
		self.assert_tidak_dapat(BAWAH, self.assign, "petugas", "kolega", "pengelola")

	def test_nor_another_superior_to_his_own_penilai(self):
		self.assert_tidak_dapat(ATAS, self.assign, "kepala", "kolega", "pengelola")

	def test_nor_ends_what_keeps_people_from_him(self):
		self.change("petugas", reports_to=self.pegawai["pengelola"])
		doc = self.assign("petugas", "penilai")
		with as_user(self.user["pengelola"]):
			doc.sampai = "2025-01-31"
			self.assert_tidak_dapat(BAWAH, doc.save)
			self.assert_tidak_dapat(BAWAH, doc.delete)

	def test_nor_goes_on_longer_than_others_said(self):
		doc = self.assign("petugas", "pengelola", sampai="2199-01-31")
		with as_user(self.user["pengelola"]):
			doc.sampai = "2199-12-31"
			self.assert_tidak_dapat(BAWAH, doc.save)
			doc.reload().update({"sampai": "2199-01-15"}).save()
			doc.delete()

	def test_a_move_brings_nobody_to_who_records_it(self):
		make_skp(self.instansi)
		for baru in ("pengelola", "kolega"):
			self.change("kolega", reports_to=self.pegawai["pengelola"])
			with as_user(self.user["pengelola"]):
				doc = frappe.get_doc(
					doctype="Perpindahan Kinerja",
					jenis="Pergantian Pejabat Penilai",
					penilai_lama=self.pegawai["penilai"],
					penilai_baru=self.pegawai[baru],
					tanggal="2025-06-01",
				)
				self.assert_tidak_dapat(BAWAH, doc.insert)

	def test_nor_does_it_concern_who_decides_about_him(self):
		with as_user(self.user["pengelola"]):
			doc = frappe.get_doc(
				doctype="Perpindahan Kinerja",
				jenis="Mutasi pegawai",
				pegawai=self.pegawai["kepala"],
				tanggal="2025-06-01",
			)
			self.assert_tidak_dapat(ATAS, doc.insert)


class TestSaling(UjiKewenangan):
	PESAN = "saling menilai"

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2025-01-02"

	def test_two_people_do_not_rate_each_other_by_assignment(self):
		self.assert_ditolak(self.PESAN, frappe.ValidationError, self.assign, "penilai", "petugas")

	def test_nor_by_two_assignments_that_meet_on_a_day(self):
		self.assign("kolega", "petugas", dari="2025-03-01", sampai="2025-03-31")
		self.assign("petugas", "kolega", dari="2025-04-01", sampai="2025-04-30")
		self.assert_ditolak(
			self.PESAN,
			frappe.ValidationError,
			self.assign,
			"petugas",
			"kolega",
			dari="2025-03-31",
			sampai="2025-03-31",
		)

	def test_nor_when_the_direct_superior_becomes_it(self):
		self.assign("kepala", "petugas")
		self.assert_ditolak(
			self.PESAN, frappe.ValidationError, self.change, "petugas", reports_to=self.pegawai["kepala"]
		)

	def test_an_assignment_to_somebody_else_stands_before_the_superior(self):
		self.assign("petugas", "kepala")
		self.assertTrue(self.assign("penilai", "petugas").name)


class TestKinerjaUnit(UjiKewenangan):
	def test_hr_sets_no_result_that_decides_about_her(self):
		sekretariat = frappe.db.get_value("Employee", self.pegawai["pengelola"], "department")
		isi = {"unit_kerja": sekretariat, "periode": self.instansi.periode, "jenis": "Tahunan"}
		isi |= {"predikat_organisasi": "Istimewa", "dasar": "Penetapan"}
		doc = frappe.get_doc(doctype="Kinerja Unit", **isi)
		with as_user(self.user["pengelola"]):
			self.assert_tidak_dapat("unit Anda", doc.insert)
		doc.insert()
		with as_user(self.user["pengelola"]):
			doc.predikat_organisasi = "Baik"
			self.assert_tidak_dapat("unit Anda", doc.save)
			self.assert_tidak_dapat("unit Anda", doc.delete)

	def test_nor_of_the_unit_that_her_penilai_leads(self):
		self.change("kepala", department=self.instansi.unit)
		with as_user(self.user["pengelola"]):
			self.assert_tidak_dapat("unit Anda", make_kinerja_unit, self.instansi)

	def test_of_other_units_she_gathers_recommendations_and_sets_nothing(self):
		kunci = {"unit_kerja": self.instansi.unit, "periode": self.instansi.periode, "jenis": "Tahunan"}
		doc = frappe.get_doc(doctype="Kinerja Unit", rekomendasi_pengawasan="Tanpa temuan.", **kunci)
		with as_user(self.user["pengelola"]):
			self.assertTrue(doc.insert().name)
			doc.update({"predikat_organisasi": "Istimewa", "dasar": "Penetapan"})
			self.assert_tidak_dapat("pimpinan unit di atasnya", doc.save)


class TestJejak(UjiKewenangan):
	def get_jejak(self, nama: str, oleh: str = "auditor") -> list:
		with as_user(self.user[oleh]):
			return frappe.get_list(
				"Jejak Kewenangan",
				filters={"pegawai": self.pegawai[nama]},
				fields=["oleh", "nama_oleh", "uraian", "saat"],
				order_by="saat desc",
			)

	def test_the_auditor_sees_who_changed_what_and_when(self):
		self.change("petugas", "pengelola", reports_to=self.pegawai["kolega"])
		(jejak, *_lain) = self.get_jejak("petugas")
		self.assertEqual(jejak.oleh, self.user["pengelola"])
		self.assertEqual(jejak.nama_oleh, "Pengelola")
		self.assertIn(self.pegawai["kolega"], jejak.uraian)
		self.assertTrue(jejak.saat)

	def test_of_every_kind_of_change(self):
		self.assign("kolega", "auditor", "pengelola")
		self.assertIn(self.pegawai["auditor"], self.get_jejak("kolega")[0].uraian)
		frappe.get_doc("User", self.user["petugas"]).update({"enabled": 0}).save()
		self.assertIn("Akun", self.get_jejak("petugas")[0].uraian)
		unit = make_kinerja_unit(self.instansi)
		with as_user(self.user["auditor"]):
			dokumen = frappe.get_list("Jejak Kewenangan", {"dokumen": unit.name}, ["uraian", "nama_pegawai"])
		self.assertIn("Baik", dokumen[0].uraian)
		self.assertEqual(
			dokumen[0].nama_pegawai, get_nama_unit(unit.unit_kerja), "a list of codes names nobody"
		)
		unit.delete()
		with as_user(self.user["auditor"]):
			self.assertEqual(frappe.db.count("Jejak Kewenangan", {"dokumen": unit.name}), 2)

	def test_a_new_unit_is_called_by_its_name(self):
		unit = frappe.get_doc(
			doctype="Department", department_name="Unit Jejak Uji", company=self.instansi.name
		).insert()
		nama = frappe.get_all("Jejak Kewenangan", {"dokumen": unit.name}, pluck="nama_pegawai")
		self.assertEqual(set(nama), {"Unit Jejak Uji"})

	def test_nobody_else_reads_it_and_nobody_writes_it(self):
		self.change("petugas", reports_to=self.pegawai["kolega"])
		for nama in ("petugas", "pengelola", "pengelola_unit", "tetangga"):
			with self.subTest(nama=nama):
				self.assert_ditolak("Jejak Kewenangan", DITOLAK, self.get_jejak, "petugas", nama)
		with as_user(self.user["auditor"]):
			doc = frappe.get_doc("Jejak Kewenangan", {"pegawai": self.pegawai["petugas"]})
			self.assert_ditolak("", DITOLAK, doc.save)
			self.assert_ditolak("", DITOLAK, doc.delete)
		self.assertTrue(frappe.db.exists("Jejak Kewenangan", doc.name))

	def test_other_data_leave_none(self):
		lama = len(self.get_jejak("petugas"))
		self.change("petugas", pangkat_golongan="Pembina / IV.a")
		self.assertEqual(len(self.get_jejak("petugas")), lama)


class TestBanyak(UjiKewenangan):
	def test_an_import_of_many_asks_who_she_is_once(self):
		"""The second of many that do not concern her costs nothing more than its trace."""
		with as_user(self.user["pengelola"]):
			pertama, kedua = (
				frappe.get_doc("Employee", self.pegawai[nama]) for nama in ("petugas", "kolega")
			)
			pertama.update({"jenis_jabatan": "Jabatan Fungsional"}).save(ignore_permissions=True)
			kedua.jenis_jabatan = "Pelaksana"
			with watch_query() as query:
				kedua.save(ignore_permissions=True)
		bertanya = [str(panggilan.args[0]) for panggilan in query.call_args_list]
		self.assertFalse(
			[sql for sql in bertanya if "tabPenugasan Penilai" in sql and "atasan_penilai" in sql]
		)
