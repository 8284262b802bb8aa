"""The first hour of an agency: what its HR can do with exactly the roles that README.md names, and what it is told."""

import frappe
from frappe.desk.search import search_link
from frappe.utils import getdate

from kinerja_asn.api.hitung import get_count
from kinerja_asn.api.orang.instansi import get_instansi_dikelola
from kinerja_asn.api.orang.pegawai import get_keterikatan, release_keterikatan
from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.services.bersama.periode import get_masa_pelaporan, get_tenggat_realisasi
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_periode, make_skp, make_user

PERAN_README = (PENGELOLA, "HR User")


class UjiJamPertama(UjiKinerja):
	def make_pengelola(self, instansi: str | None = None, peran: tuple[str, ...] = PERAN_README) -> str:
		"""HR who is no employee; ``instansi`` by User Permission."""
		user = make_user("hr.baru@uji.example", "Hr Baru", peran)
		if instansi:
			frappe.get_doc(doctype="User Permission", user=user, allow="Company", for_value=instansi).insert()
		return user


class TestIzinDasar(UjiJamPertama):
	def test_hr_chooses_every_link_that_its_forms_have(self):
		with as_user(self.make_pengelola(self.instansi.name)):
			self.assertEqual([row["value"] for row in search_link("Company", "Dinas")], [self.instansi.name])
			for doctype in ("Department", "Designation", "Employee", "Branch", "Holiday List", "User"):
				with self.subTest(doctype=doctype):
					search_link(doctype, "")
					self.assertTrue(
						frappe.has_permission(doctype, "select") or frappe.has_permission(doctype)
					)

	def test_unit_hr_and_auditors_filter_by_unit(self):
		for peran in (PENGELOLA_UNIT, AUDITOR):
			user = make_user(f"{peran.replace(' ', '.').lower()}@uji.example", peran, (peran,))
			with self.subTest(peran=peran), as_user(user):
				self.assertTrue(search_link("Department", "Pendaftaran"))
				self.assertTrue(search_link("Company", "Dinas"))
				self.assertFalse(frappe.has_permission("Department", "write"))

	def test_hr_makes_a_period(self):
		with as_user(self.make_pengelola(self.instansi.name)):
			self.assertEqual(get_instansi_dikelola(), {"instansi": [self.instansi.name], "pesan": None})
			self.assertTrue(make_periode(self.instansi.name, 2031).name)

	def test_hr_of_no_agency_hears_what_to_do(self):
		with as_user(self.make_pengelola()):
			self.assert_ditolak(
				"Pengguna Izin", frappe.PermissionError, make_periode, self.instansi.name, 2031
			)
			self.assertIn("administrator situs", get_instansi_dikelola()["pesan"])

	def test_hr_of_another_agency_hears_which_one_is_his(self):
		with as_user(self.make_pengelola("Dinas Tetangga Uji")):
			self.assert_ditolak(
				"Anda mengelola Dinas Tetangga Uji",
				frappe.PermissionError,
				make_periode,
				self.instansi.name,
				2031,
			)

	def test_only_hr_asks_for_its_agencies(self):
		with as_user(self.instansi.user["petugas"]):
			self.assert_ditolak("Halaman ini untuk", frappe.PermissionError, get_instansi_dikelola)


class TestImporOlehPengelola(UjiJamPertama):
	def make_impor(self, doctype: str):
		return frappe.get_doc(
			doctype="Data Import", reference_doctype=doctype, import_type="Insert New Records"
		).insert()

	def test_hr_imports_employees_units_and_posts(self):
		with as_user(self.make_pengelola(self.instansi.name)):
			for doctype in ("Employee", "Department", "Designation"):
				self.assertTrue(self.make_impor(doctype).name)
				self.assertTrue(frappe.has_permission(doctype, "import"))

	def test_the_form_of_his_import_asks_for_its_log_and_is_answered(self):
		lain = self.make_impor("Contact" if frappe.db.exists("DocType", "Contact") else "Gender")
		with as_user(self.make_pengelola(self.instansi.name)):
			sendiri = self.make_impor("Employee")
			frappe.get_doc(doctype="Data Import Log", data_import=sendiri.name, success=1).db_insert()
			self.assertEqual(get_count("Data Import Log", {"data_import": sendiri.name}), 1)
			for saringan in ({"data_import": lain.name}, {"success": 1}, {}):
				self.assertRaises(frappe.PermissionError, get_count, "Data Import Log", saringan)

	def test_and_neither_imports_nor_sees_anything_else(self):
		lain = self.make_impor("Contact" if frappe.db.exists("DocType", "Contact") else "Gender")
		with as_user(self.make_pengelola(self.instansi.name)):
			self.assertRaises(frappe.PermissionError, self.make_impor, "User")
			self.assertRaises(
				frappe.PermissionError, frappe.get_doc("Data Import", lain.name).check_permission
			)
			self.assertNotIn(lain.name, frappe.get_list("Data Import", pluck="name"))
			sendiri = self.make_impor("Employee")
			sendiri.reference_doctype = "User"
			self.assertRaises(frappe.PermissionError, sendiri.save)


class TestKeterikatan(UjiJamPertama):
	"""ERPNext's own permission on the own Employee binds HR too."""

	def setUp(self):
		super().setUp()
		self.user = self.instansi.user["pengelola"]
		frappe.get_doc("User", self.user).add_roles("HR User")
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["pengelola"])
		pegawai.create_user_permission = 1
		pegawai.save()
		self.assertTrue(self.get_izin("Employee"))

	def get_izin(self, doctype: str) -> list[str]:
		return frappe.get_all("User Permission", {"user": self.user, "allow": doctype}, pluck="for_value")

	def count_terlihat(self) -> int:
		with as_user(self.user):
			return len(frappe.get_list("Employee", pluck="name"))

	def test_our_own_documents_do_not_follow_it(self):
		skp = make_skp(self.instansi)
		with as_user(self.user):
			self.assertIn(skp.name, frappe.get_list("SKP", pluck="name"))

	def test_hr_hears_how_many_he_does_not_see_and_who_mends_it(self):
		semua = frappe.db.count("Employee", {"company": self.instansi.name, "status": "Active"})
		with as_user(self.user):
			hasil = get_keterikatan()
		self.assertIn(f"1 dari {semua} pegawai", hasil["pesan"])
		self.assertEqual(hasil["terikat"], [])

	def test_the_sites_administrator_undoes_it_in_one_step(self):
		self.assertEqual(self.count_terlihat(), 1)
		self.assertEqual(get_keterikatan()["terikat"], ["Pengelola"])
		self.assertIn("1 pengelola", release_keterikatan())
		self.assertEqual((self.get_izin("Employee"), self.get_izin("Company")), ([], [self.instansi.name]))
		self.assertEqual(self.count_terlihat(), frappe.db.count("Employee", {"company": self.instansi.name}))
		frappe.get_doc("Employee", self.instansi.pegawai["pengelola"]).save()
		self.assertEqual(self.get_izin("Employee"), [])
		with as_user(self.user):
			self.assertIsNone(get_keterikatan()["pesan"])

	def test_hr_does_not_undo_it(self):
		with as_user(self.user):
			self.assert_ditolak("Halaman ini untuk", frappe.PermissionError, release_keterikatan)
		self.assertTrue(self.get_izin("Employee"))

	def test_who_is_no_hr_stays_bound(self):
		petugas = self.instansi.user["petugas"]
		frappe.get_doc(
			doctype="User Permission",
			user=petugas,
			allow="Employee",
			for_value=self.instansi.pegawai["petugas"],
		).insert()
		release_keterikatan()
		self.assertTrue(frappe.db.exists("User Permission", {"user": petugas, "allow": "Employee"}))

	def test_a_permission_that_an_administrator_chose_stays(self):
		lain = self.instansi.pegawai["petugas"]
		frappe.get_doc(doctype="User Permission", user=self.user, allow="Employee", for_value=lain).insert()
		release_keterikatan()
		self.assertEqual(self.get_izin("Employee"), [lain])


class TestMulaiTengahTahun(UjiKinerja):
	"""A start after 31 January makes nobody late from the beginning, and says so before."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2031-05-05"

	def make(self, status: str = "Draf", **fields):
		skema = frappe.get_all("Skema Penilaian", pluck="name", limit=1)[0]
		frappe.clear_messages()
		return frappe.get_doc(
			doctype="Periode Kinerja",
			instansi=self.instansi.name,
			tahun=2031,
			status=status,
			skema=skema,
			**fields,
		).insert()

	def test_it_is_said_before_the_period_is_opened(self):
		periode = self.make()
		self.assertEqual(str(periode.batas_penetapan_skp), "2031-01-31")
		self.assertIn("dihitung 30 hari sejak dibuka", str(frappe.get_message_log()))

	def test_the_last_day_counts_from_the_opening(self):
		periode = self.make()
		frappe.flags.current_date = "2031-05-12"
		periode.status = "Dibuka"
		periode.save()
		self.assertEqual(str(periode.batas_penetapan_skp), "2031-06-11")
		self.assertIn("menjadi 11 Juni 2031", str(frappe.get_message_log()))

	def test_hr_sets_another_day_afterwards(self):
		periode = self.make("Dibuka")
		periode.batas_penetapan_skp = "2031-05-20"
		periode.save()
		frappe.flags.current_date = "2031-05-25"
		periode.save()
		self.assertEqual(str(periode.batas_penetapan_skp), "2031-05-20")

	def test_what_the_agency_said_before_and_is_yet_to_come_stays(self):
		self.assertEqual(
			str(self.make("Dibuka", batas_penetapan_skp="2031-05-30").batas_penetapan_skp), "2031-05-30"
		)

	def test_a_period_of_a_year_gone_by_keeps_the_days_of_the_law(self):
		frappe.flags.current_date = "2032-05-05"
		self.assertEqual(str(self.make("Dibuka").batas_penetapan_skp), "2031-01-31")

	def test_a_start_in_january_says_nothing(self):
		frappe.flags.current_date = "2031-01-10"
		self.assertEqual(str(self.make("Dibuka").batas_penetapan_skp), "2031-01-31")
		self.assertNotIn("sejak dibuka", str(frappe.get_message_log()))

	def test_months_gone_by_are_reported_after_the_plans_had_to_be_set(self):
		periode = self.make("Dibuka")
		batas = getdate(periode.batas_penetapan_skp)
		for masa in get_masa_pelaporan(periode.name):
			tenggat = get_tenggat_realisasi(periode.name, masa.akhir)
			self.assertGreater(tenggat, max(batas, masa.akhir))
		self.assertEqual(str(get_tenggat_realisasi(periode.name, getdate("2031-01-31"))), "2031-06-11")
