"""What data about a DocType gives to whom (constants/dokumen/bentuk.py), and how often the scopes behind it are read."""

from unittest.mock import patch

import frappe

from kinerja_asn.constants.akses import AKSES
from kinerja_asn.constants.dokumen.bentuk import PARA_PIHAK, Akses, Pihak
from kinerja_asn.permissions.berkas import get_query_conditions
from kinerja_asn.permissions.klausa import BACA, get_klausa
from kinerja_asn.permissions.lingkup import forget_lingkup, get_instansi, get_unit
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user

# A giver whom nobody may know (design.md §5.5): the answer has no column of his and opens by a condition; who was
# asked stands in a record that only he reads.
JAWABAN = Akses(
	pihak=tuple(Pihak(pihak.kolom, bila={"terbuka": (1,)}) for pihak in PARA_PIHAK), bila={"terbuka": (1,)}
)
UNDANGAN = Akses(pihak=(Pihak("pemberi_user"),), peran=())


class TestKlausa(UjiKinerja):
	def get_klausa(self, akses: Akses, nama: str, ptype: str = "read") -> list:
		with patch.dict(AKSES, {"Uji": akses}):
			return get_klausa("Uji", self.instansi.user[nama], ptype)

	def test_what_is_not_named_nobody_has(self):
		for nama in self.instansi.user:
			for ptype in (*BACA, "write", "create", "delete", "share"):
				with self.subTest(siapa=nama, hak=ptype):
					self.assertEqual(self.get_klausa(Akses(peran=()), nama, ptype), [])

	def test_an_answer_opens_by_its_condition_for_parties_and_roles_alike(self):
		user = self.instansi.user["petugas"]
		self.assertEqual(
			self.get_klausa(JAWABAN, "petugas"),
			[{pihak.kolom: [user], "terbuka": (1,)} for pihak in PARA_PIHAK],
		)
		for nama in ("pengelola", "pengelola_unit", "auditor"):
			for klausa in self.get_klausa(JAWABAN, nama):
				self.assertEqual(klausa["terbuka"], (1,), nama)
				self.assertNotIn("pemberi_user", klausa)

	def test_only_the_giver_knows_that_he_was_asked(self):
		for nama, user in self.instansi.user.items():
			self.assertEqual(self.get_klausa(UNDANGAN, nama), [{"pemberi_user": [user]}], nama)

	def test_a_role_gives_nothing_over_a_document_about_oneself_where_it_says_so(self):
		pengelola = self.instansi.user["pengelola"]
		tentang_lain, biasa = Akses(tentang_lain=True), Akses()
		(klausa,) = self.get_klausa(tentang_lain, "pengelola")
		self.assertEqual(tuple(klausa["pegawai_user"]), (pengelola,))
		self.assertEqual(self.get_klausa(biasa, "pengelola"), [{"instansi": [self.instansi.name]}])


class TestLingkup(UjiKinerja):
	def test_the_scopes_are_read_once_a_request(self):
		user = self.instansi.user["pengelola_unit"]
		with as_user(user):
			get_query_conditions(user)  # Frappe keeps workflows and roles from here on
			forget_lingkup()
			with watch_query() as pertama:
				get_query_conditions(user)
			with watch_query() as kedua:
				get_query_conditions(user)
		self.assertLessEqual(pertama.call_count, 12)
		self.assertEqual(kedua.call_count, 0)

	def test_a_scope_that_changes_is_read_anew_in_the_same_request(self):
		user = self.instansi.user["pengelola"]
		self.assertEqual(get_instansi(user), [self.instansi.name])
		izin = frappe.get_doc(
			doctype="User Permission", user=user, allow="Company", for_value="Dinas Tetangga Uji"
		).insert()
		self.assertEqual(get_instansi(user), ["Dinas Tetangga Uji"])
		izin.delete()
		self.assertEqual(get_instansi(user), [self.instansi.name])

	def test_a_unit_and_an_employee_that_change_are_read_anew(self):
		user = self.instansi.user["pengelola_unit"]
		self.assertEqual(get_unit(user), [self.instansi.unit])
		frappe.get_doc(
			doctype="Department",
			department_name="Seksi Baru Uji",
			company=self.instansi.name,
			parent_department=self.instansi.unit,
		).insert()
		self.assertEqual(len(get_unit(user)), 2)
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["pengelola_unit"])
		pegawai.status, pegawai.relieving_date = "Left", "2025-01-31"
		pegawai.save()
		self.assertEqual(get_unit(user), [])
