"""Units: told apart by their parents where people read or choose them; long names; ERPNext's own out of the way."""

import frappe
from frappe.boot import get_link_title_doctypes
from frappe.desk.form.meta import get_meta
from frappe.desk.search import search_link
from frappe.desk.treeview import get_all_nodes
from frappe.utils.nestedset import get_root_of

from kinerja_asn.api.judul import get_link_title
from kinerja_asn.api.orang.unit import get_children, remove_unit_contoh
from kinerja_asn.kinerja_asn.report.kepatuhan_penetapan_skp.kepatuhan_penetapan_skp import execute
from kinerja_asn.services.orang.pengisian.nama_unit import keep_nama_unit
from kinerja_asn.services.orang.unit import get_banyak_nama_unit, get_daftar_unit, get_nama_unit
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_perjanjian

PANJANG = (
	"Seksi Pengelolaan, Pembinaan, Pengendalian, dan Evaluasi Sarana Prasarana serta Kelembagaan Pelayanan "
	"Kesejahteraan Sosial Anak, Lanjut Usia, dan Penyandang Disabilitas Wilayah "
)


class TestNamaUnit(UjiKinerja):
	def add(self, nama: str, induk: str | None = None) -> str:
		unit = frappe.get_doc(
			doctype="Department",
			department_name=nama,
			company=self.instansi.name,
			parent_department=induk,
			is_group=1,
		).insert()
		self.assertTrue(frappe.db.exists("Department", unit.name))
		return unit.name

	def add_dua_sekretariat(self) -> tuple[str, str]:
		return tuple(
			self.add("Sekretariat", self.add(badan)) for badan in ("Dinas Kesehatan", "Dinas Pendidikan")
		)

	def test_a_unit_is_called_by_its_own_name(self):
		self.assertEqual(get_nama_unit(self.instansi.unit), "Bidang Pendaftaran Uji")
		self.assertEqual(get_nama_unit("Tidak Ada"), "Tidak Ada")
		self.assertEqual(get_nama_unit(None), "")

	def test_units_of_one_name_are_made_and_told_apart_by_their_parents(self):
		kesehatan, pendidikan = self.add_dua_sekretariat()
		self.assertEqual(get_nama_unit(kesehatan), "Sekretariat (Dinas Kesehatan)")
		self.assertEqual(get_nama_unit(pendidikan), "Sekretariat (Dinas Pendidikan)")

	def test_the_tree_shows_own_names_where_the_units_stand(self):
		kesehatan, _pendidikan = self.add_dua_sekretariat()
		dinas = frappe.db.get_value("Department", kesehatan, "parent_department")
		with as_user(self.instansi.user["pengelola"]):
			anak = frappe.call(get_children, doctype="Department", parent=dinas, is_root=False)
			self.assertEqual([(row.value, row.title) for row in anak], [(kesehatan, "Sekretariat")])
			semua = get_all_nodes(
				"Department",
				"All Departments",
				get_root_of("Department"),
				"kinerja_asn.api.orang.unit.get_children",
				company=self.instansi.name,
			)
		judul = {row["title"] for simpul in semua for row in simpul["data"]}
		self.assertLessEqual({"Dinas Kesehatan", "Sekretariat", "Bidang Pendaftaran Uji"}, judul)
		self.assertFalse([nama for nama in judul if nama.endswith(" - DUK")])
		with as_user("Guest"), self.assertRaises(frappe.PermissionError):
			get_children("Department", dinas)

	def test_the_desk_draws_the_tree_by_them_and_titles_of_links_are_readable(self):
		meta = get_meta("Department", cached=False)
		self.assertIn("kinerja_asn.api.orang.unit.get_children", meta.get("__tree_js") or "")
		self.assertIn("Department", get_link_title_doctypes())
		kesehatan, _pendidikan = self.add_dua_sekretariat()
		self.assertEqual(get_link_title("Department", kesehatan), "Sekretariat (Dinas Kesehatan)")

	def test_parents_of_one_name_are_told_apart_by_theirs(self):
		bawah = [self.add("Sub Bagian Umum", induk) for induk in self.add_dua_sekretariat()]
		self.assertEqual(
			[get_banyak_nama_unit(bawah)[unit] for unit in bawah],
			[
				"Sub Bagian Umum (Sekretariat, Dinas Kesehatan)",
				"Sub Bagian Umum (Sekretariat, Dinas Pendidikan)",
			],
		)

	def test_a_third_one_finds_a_name_of_its_own(self):
		kesehatan, pendidikan = self.add_dua_sekretariat()
		ketiga = self.add("Sekretariat", self.add("Badan Contoh"))
		self.assertEqual(len({kesehatan, pendidikan, ketiga}), 3)
		self.assertEqual(get_nama_unit(ketiga), "Sekretariat (Badan Contoh)")

	def test_the_same_name_under_the_same_parent_is_refused(self):
		badan = self.add("Dinas Kesehatan")
		self.add("Sekretariat", badan)
		with self.assertRaises((frappe.DuplicateEntryError, frappe.UniqueValidationError)):
			self.add("Sekretariat", badan)

	def test_names_follow_what_changes(self):
		kesehatan, pendidikan = self.add_dua_sekretariat()
		badan = frappe.get_doc(
			"Department", frappe.db.get_value("Department", kesehatan, "parent_department")
		)
		badan.department_name = "Dinas Kesehatan Masyarakat"
		badan.save()
		self.assertEqual(get_nama_unit(kesehatan), "Sekretariat (Dinas Kesehatan Masyarakat)")
		frappe.delete_doc("Department", pendidikan)
		self.assertEqual(get_nama_unit(kesehatan), "Sekretariat")

	def test_nobody_types_the_readable_name(self):
		unit = frappe.get_doc("Department", self.instansi.unit)
		unit.nama_unit = "Nama palsu"
		unit.save()
		self.assertEqual(get_nama_unit(unit.name), "Bidang Pendaftaran Uji")
		self.assertEqual(unit.nama_unit, "Bidang Pendaftaran Uji")

	def test_a_name_of_180_letters_is_kept_whole_and_chosen(self):
		pertama, kedua = self.add(f"{PANJANG}I"), self.add(f"{PANJANG}II")
		self.assertGreater(len(f"{PANJANG}I"), 175)
		self.assertEqual([get_nama_unit(pertama), get_nama_unit(kedua)], [f"{PANJANG}I", f"{PANJANG}II"])
		self.assertNotEqual(pertama, kedua)
		self.assertLessEqual(max(len(pertama), len(kedua)), 140)
		self.assertTrue(pertama.endswith(" - DUK"))

	def test_what_belongs_to_units_of_long_names_keeps_apart(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "department", self.instansi.unit)
		dokumen = [
			make_perjanjian(self.instansi, unit=self.add(f"{PANJANG}{nomor}")).name for nomor in ("I", "II")
		]
		self.assertEqual(len(set(dokumen)), 2)
		self.assertLessEqual(max(map(len, dokumen)), 140)

	def test_pick_lists_of_the_desk_show_and_find_the_readable_name(self):
		kesehatan, _pendidikan = self.add_dua_sekretariat()
		frappe.local.message_log = []
		(hasil,) = search_link("Department", "dinas kesehatan)", filters={"company": self.instansi.name})
		self.assertEqual((hasil["value"], hasil["label"]), (kesehatan, "Sekretariat (Dinas Kesehatan)"))

	def test_pick_lists_of_the_portal_show_it_too(self):
		kesehatan, _pendidikan = self.add_dua_sekretariat()
		self.assertIn(
			"Sekretariat (Dinas Kesehatan)",
			dict(get_daftar_unit(self.instansi.periode))[kesehatan].strip("\u2003"),
		)

	def test_reports_and_their_exports_show_it(self):
		kesehatan, _pendidikan = self.add_dua_sekretariat()
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "department", kesehatan)
		for tampilan in ("Per Pegawai", "Per Unit"):
			rows = execute({"periode": self.instansi.periode, "tampilan": tampilan})[1]
			unit = {row["unit_kerja"] for row in rows}
			self.assertIn("Sekretariat (Dinas Kesehatan)", unit)
			self.assertFalse([nama for nama in unit if nama.endswith(" - DUK")])

	def test_parents_in_a_circle_end(self):
		kesehatan, _pendidikan = self.add_dua_sekretariat()
		badan = frappe.db.get_value("Department", kesehatan, "parent_department")
		frappe.db.set_value("Department", badan, "parent_department", kesehatan)
		keep_nama_unit()
		self.assertEqual(get_nama_unit(kesehatan), "Sekretariat (Dinas Kesehatan)")


class TestUnitContoh(UjiKinerja):
	"""ERPNext's sample departments: those that nothing refers to go, those of others and later ones stay."""

	def setUp(self):
		super().setUp()
		self.lahir = frappe.db.get_value("Company", self.instansi.name, "creation")
		frappe.get_doc("User", self.instansi.user["pengelola"]).add_roles("HR User")
		for nama in frappe.get_all(
			"Department", {"department_name": ("in", ("Marketing", "Sales"))}, pluck="name"
		):
			frappe.delete_doc("Department", nama)

	def add(self, nama: str, instansi: str | None = None, lahir=None) -> str:
		unit = frappe.get_doc(
			doctype="Department", department_name=nama, company=instansi or self.instansi.name
		).insert()
		unit.db_set("creation", lahir or self.lahir, update_modified=False)
		return unit.name

	def remove(self) -> str:
		with as_user(self.instansi.user["pengelola"]):
			return remove_unit_contoh()

	def test_unused_ones_go_and_used_ones_stay_with_a_sentence(self):
		bebas, dipakai = self.add("Marketing"), self.add("Sales")
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "department", dipakai)
		pesan = self.remove()
		self.assertFalse(frappe.db.exists("Department", bebas))
		self.assertTrue(frappe.db.exists("Department", dipakai))
		self.assertIn("Tetap ada karena sudah dipakai: Sales.", pesan)

	def test_units_of_the_agency_itself_stay(self):
		kemudian = self.add("Marketing", lahir=frappe.utils.add_days(self.lahir, 1))
		lain = self.add("Sales", "Dinas Tetangga Uji")
		self.remove()
		for unit in (kemudian, lain, self.instansi.unit):
			self.assertTrue(frappe.db.exists("Department", unit), unit)

	def test_others_do_not_remove_them(self):
		unit = self.add("Marketing")
		with as_user(self.instansi.user["auditor"]):
			self.assert_ditolak("Halaman ini untuk", frappe.PermissionError, remove_unit_contoh)
		self.assertTrue(frappe.db.exists("Department", unit))
