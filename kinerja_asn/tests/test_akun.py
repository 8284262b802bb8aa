"""An account is a key and follows its person: documents, files, notices and roles (design.md §5.2)."""

import json

import frappe
from frappe.core.doctype.file.utils import find_file_by_url
from frappe.desk.form.assign_to import add as assign

from kinerja_asn.constants.akses import KOLOM_AKUN, KOLOM_PELAKU
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.orang.akun import mend_akun
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	make_akun_surel,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_user,
	move,
)
from kinerja_asn.tests.test_serangan import PDF


class UjiAkun(UjiKinerja):
	def setUp(self):
		super().setUp()
		make_akun_surel()
		self.skp = make_skp(self.instansi)
		self.lama = self.skp.pegawai_user
		self.penilai_lama = self.skp.penilai_user

	def get_terbaca(self, user: str) -> set[str]:
		"""DocTypes of which ``user`` may read a document that a party's account opens."""
		frappe.set_user(user)
		terbaca = {
			doctype
			for doctype in KOLOM_AKUN
			for nama in frappe.get_all(doctype, pluck="name")
			if can_read(doctype, nama, user)
		}
		frappe.set_user("Administrator")
		return terbaca

	def get_peran(self, user: str) -> set[str]:
		return set(frappe.get_all("Has Role", {"parent": user}, pluck="role"))

	def get_jejak(self, nama: str) -> str:
		saring = {"reference_doctype": "Employee", "reference_name": self.instansi.pegawai[nama]}
		return "\n".join(frappe.get_all("Comment", {**saring, "comment_type": "Info"}, pluck="content"))


class TestGantiAkun(UjiAkun):
	def test_all_that_names_him_names_the_new_account(self):
		perubahan, rk = make_perubahan(self.skp), make_realisasi(self.skp, 1, 100)
		baru = change_akun(self.instansi, "petugas")
		for doc in (self.skp, perubahan, rk):
			self.assertEqual(doc.reload().pegawai_user, baru)
			self.assertEqual(doc.get("diajukan_oleh") or baru, baru)
		self.assertEqual(self.skp.owner, baru)
		self.assertEqual(self.get_terbaca(self.lama), set())
		self.assertEqual(self.get_terbaca(baru), {"SKP", "Perubahan SKP", "Realisasi Kinerja"})

	def test_names_and_posts_stay_as_they_were(self):
		sebelum = (self.skp.nama_pegawai, self.skp.nip_pegawai, self.skp.jabatan_pegawai, self.skp.modified)
		change_akun(self.instansi, "petugas")
		skp = self.skp.reload()
		self.assertEqual((skp.nama_pegawai, skp.nip_pegawai, skp.jabatan_pegawai, skp.modified), sebelum)

	def test_the_penilai_goes_on_deciding_and_his_old_account_does_not(self):
		rk = make_realisasi(self.skp, 1, 100, Tahap.DIAJUKAN)
		baru = change_akun(self.instansi, "penilai")
		with self.assertRaises(frappe.DoesNotExistError):
			move(rk.reload(), self.penilai_lama, Tahap.DITETAPKAN)
		move(rk.reload(), baru, Tahap.DITETAPKAN)
		self.assertEqual(rk.ditetapkan_oleh, baru)
		self.assertEqual((self.skp.reload().penetap_user, self.skp.ditetapkan_oleh), (baru, baru))
		self.assertEqual(self.get_terbaca(self.penilai_lama), set())

	def test_a_plan_that_has_passed_to_the_atasan_stays_his(self):
		skp = make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		beralih = {"dialihkan_pada": "2025-02-01 01:00:00", "penetap_user": skp.atasan_penilai_user}
		frappe.db.set_value("SKP", skp.name, beralih)
		baru = change_akun(self.instansi, "kepala")
		self.assertEqual((skp.reload().penetap_user, skp.penilai_user), (baru, self.penilai_lama))

	def test_files_follow_although_he_made_them(self):
		rk = make_realisasi(self.skp, 1, 100, Tahap.DRAF)
		with as_user(self.lama):
			sasaran = {"attached_to_doctype": rk.doctype, "attached_to_name": rk.name}
			isi = {"file_name": "rekap.pdf", "content": PDF + b"akun", "is_private": 1, **sasaran}
			berkas = frappe.get_doc(doctype="File", **isi).insert()
		baru = change_akun(self.instansi, "petugas")
		for user, ada in ((self.lama, False), (baru, True)):
			with self.subTest(user), as_user(user):
				self.assertEqual(bool(find_file_by_url(berkas.file_url)), ada)
				self.assertEqual(frappe.get_doc("File", berkas.name).has_permission("read"), ada)

	def test_notices_and_tasks_follow(self):
		kabar = Kabar("SKP Anda", "Baca.", "Buka")
		send([Pemberitahuan(self.lama, "SKP", self.skp.name, lambda: kabar, "/kinerja")])
		assign({"doctype": "SKP", "name": self.skp.name, "assign_to": json.dumps([self.lama])})
		baru = change_akun(self.instansi, "petugas")
		milik = {"document_type": "SKP", "document_name": self.skp.name}
		self.assertNotIn(self.lama, frappe.get_all("Notification Log", milik, pluck="for_user"))
		self.assertIn(baru, frappe.get_all("Notification Log", milik, pluck="for_user"))
		tugas = {"reference_type": "SKP", "reference_name": self.skp.name}
		self.assertEqual(frappe.get_all("ToDo", tugas, pluck="allocated_to"), [baru])
		self.assertEqual(json.loads(frappe.db.get_value("SKP", self.skp.name, "_assign")), [baru])

	def test_roles_follow_and_the_old_account_keeps_none(self):
		frappe.get_doc("User", self.penilai_lama).add_roles(PENGELOLA)
		baru = change_akun(self.instansi, "penilai")
		self.assertLessEqual({PEGAWAI, PENILAI}, self.get_peran(baru))
		self.assertNotIn(PENGELOLA, self.get_peran(baru))  # HR's decision, not a consequence
		self.assertFalse({PEGAWAI, PENILAI, PENGELOLA} & self.get_peran(self.penilai_lama))
		self.assertIn(f"Akun {self.penilai_lama} kehilangan peran {PENGELOLA}", self.get_jejak("penilai"))

	def test_the_trace_stands_on_the_employee(self):
		make_realisasi(self.skp, 1, 100)
		baru = change_akun(self.instansi, "petugas")
		jejak = self.get_jejak("petugas")
		self.assertIn(f"Akun berganti dari {self.lama} menjadi {baru}", jejak)
		self.assertIn("1 SKP", jejak)
		self.assertIn("1 Realisasi Kinerja", jejak)

	def test_saved_without_another_account_nothing_is_written(self):
		frappe.get_doc("Employee", self.instansi.pegawai["petugas"]).save()
		self.assertEqual(self.get_jejak("petugas"), "")

	def test_as_many_statements_for_one_document_as_for_many(self):
		make_user("satu@uji.example", "Satu")
		make_user("dua@uji.example", "Dua")
		with watch_query() as sedikit:
			change_akun(self.instansi, "petugas", "satu@uji.example")
		for ke in range(1, 6):
			make_realisasi(self.skp.reload(), ke, 10)
		with watch_query() as banyak:
			change_akun(self.instansi, "petugas", "dua@uji.example")
		self.assertLessEqual(banyak.call_count, sedikit.call_count + 5)

	def test_an_account_that_another_person_takes_over_opens_his_documents_only(self):
		"""The mailbox of an office goes from the officer to the colleague."""
		milik_kolega = make_skp(self.instansi, "kolega")
		change_akun(self.instansi, "petugas")
		change_akun(self.instansi, "kolega", self.lama)
		self.assertTrue(can_read("SKP", milik_kolega.name, self.lama))
		self.assertFalse(can_read("SKP", self.skp.name, self.lama))
		self.assertFalse(can_read("SKP", milik_kolega.name, self.instansi.user["kolega"]))

	def test_two_people_exchange_their_accounts(self):
		milik_kolega, kolega = make_skp(self.instansi, "kolega"), self.instansi.user["kolega"]
		change_akun(self.instansi, "petugas", None)
		change_akun(self.instansi, "kolega", self.lama)
		change_akun(self.instansi, "petugas", kolega)
		self.assertEqual(self.skp.reload().pegawai_user, kolega)
		self.assertEqual(milik_kolega.reload().pegawai_user, self.lama)

	def test_a_renamed_account_is_the_same_person(self):
		assign({"doctype": "SKP", "name": self.skp.name, "assign_to": json.dumps([self.lama])})
		baru = "petugas.ganti@uji.example"
		frappe.rename_doc("User", self.lama, baru, force=True)
		skp = self.skp.reload()
		self.assertEqual((skp.pegawai_user, skp.diajukan_oleh), (baru, baru))
		self.assertEqual(json.loads(skp._assign), [baru])
		self.assertTrue(can_read("SKP", skp.name, baru))


class TestTanpaAkun(UjiAkun):
	def test_taken_off_the_account_opens_nothing(self):
		change_akun(self.instansi, "petugas", None)
		self.assertIsNone(self.skp.reload().pegawai_user)
		self.assertEqual(self.get_terbaca(self.lama), set())
		self.assertIn(f"Akun {self.lama} dilepas", self.get_jejak("petugas"))

	def test_taken_off_he_is_told_nothing_and_has_no_tasks(self):
		kabar = Kabar("SKP Anda", "Baca.", "Buka")
		send([Pemberitahuan(self.lama, "SKP", self.skp.name, lambda: kabar, "/kinerja")])
		lain = self.instansi.user["penilai"]
		assign({"doctype": "SKP", "name": self.skp.name, "assign_to": json.dumps([self.lama, lain])})
		change_akun(self.instansi, "petugas", None)
		self.assertFalse(
			frappe.db.exists("Notification Log", {"for_user": self.lama, "document_type": "SKP"})
		)
		self.assertFalse(frappe.db.exists("ToDo", {"allocated_to": self.lama, "reference_type": "SKP"}))
		self.assertEqual(json.loads(frappe.db.get_value("SKP", self.skp.name, "_assign")), [lain])

	def test_his_first_account_opens_everything(self):
		diajukan = make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		change_akun(self.instansi, "penilai", None)
		self.assertEqual((diajukan.reload().penilai_user, diajukan.penetap_user), (None, None))
		baru = change_akun(self.instansi, "penilai")
		self.assertEqual((diajukan.reload().penilai_user, diajukan.penetap_user), (baru, baru))
		move(diajukan, baru, Tahap.DITETAPKAN)
		self.assertIn(f"Akun {baru} dihubungkan", self.get_jejak("penilai"))

	def test_what_went_past_the_form_is_mended_once(self):
		baru = make_user("lewat@uji.example", "Lewat")
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "user_id", baru)
		self.assertEqual(mend_akun(), 1)
		self.assertEqual(self.skp.reload().pegawai_user, baru)
		self.assertEqual(self.get_terbaca(self.lama), set())
		self.assertEqual(mend_akun(), 0)


class TestDaftarKolom(UjiKinerja):
	def test_every_account_that_a_document_keeps_is_known(self):
		"""A column of accounts that nobody entered in constants/dokumen would stay with the former account."""
		for doctype in frappe.get_all("DocType", {"module": "Kinerja ASN"}, pluck="name"):
			kolom = {
				df.fieldname for df in frappe.get_meta(doctype).get_link_fields() if df.options == "User"
			}
			dikenal = {*KOLOM_AKUN.get(doctype, ()), *KOLOM_PELAKU.get(doctype, ())}
			self.assertEqual(kolom, dikenal, doctype)

	def test_every_account_has_the_column_of_its_person(self):
		for doctype, pihak in KOLOM_AKUN.items():
			for orang in pihak.values():
				self.assertEqual(
					frappe.get_meta(doctype).get_field(orang).options, "Employee", (doctype, orang)
				)
