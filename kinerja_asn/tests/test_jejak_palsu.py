"""Issue 11 point 4: what is kept around a document about what was done cannot be written, changed or taken away by hand."""

import frappe
from frappe.core.doctype.communication import email as surel
from frappe.desk.form import assign_to
from frappe.desk.form.utils import add_comment
from frappe.desk.like import toggle_like
from frappe.model.base_document import get_controller

from kinerja_asn.api.surat import relink
from kinerja_asn.constants.akses import BERSAMA, TERJAGA
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_akun_surel, make_realisasi, make_skp, move

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
OLEH_APLIKASI = "ditulis oleh aplikasi"
# Every kind but a remark and a like: what Frappe and we record.
JENIS_APLIKASI = (
	"Info",
	"Label",
	"Workflow",
	"Created",
	"Submitted",
	"Cancelled",
	"Updated",
	"Deleted",
	"Assigned",
	"Assignment Completed",
	"Attachment",
	"Attachment Removed",
	"Shared",
	"Unshared",
	"Bot",
	"Relinked",
	"Edit",
)


class UjiJejak(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.petugas, self.penilai = self.skp.pegawai_user, self.skp.penilai_user
		self.tentang = {"reference_doctype": "SKP", "reference_name": self.skp.name}
		self.lain = make_skp(self.instansi, "kolega", Tahap.DRAF).name

	def get_catatan(self, jenis: str) -> list[str]:
		return frappe.get_all("Comment", {**self.tentang, "comment_type": jenis}, pluck="content")


class TestKomentar(UjiJejak):
	def test_nobody_writes_an_entry_of_the_applications_kind(self):
		for jenis in JENIS_APLIKASI:
			for siapa in (self.petugas, self.instansi.user["pengelola"]):
				with self.subTest(jenis=jenis, siapa=siapa), as_user(siapa):
					sebelum = frappe.db.count("Comment")
					isi = {
						"doctype": "Comment",
						"comment_type": jenis,
						**self.tentang,
						"content": "Ditetapkan",
					}
					doc = frappe.get_doc(isi)
					self.assert_ditolak(
						OLEH_APLIKASI, frappe.PermissionError, doc.insert, ignore_permissions=True
					)
					self.assertEqual(frappe.db.count("Comment"), sebelum)

	def test_what_writes_them_is_no_endpoint_of_our_documents(self):
		"""Frappe's is one, under many spellings, and takes any kind and any name."""
		for doctype in (*TERJAGA, *BERSAMA):
			with self.subTest(doctype=doctype), as_user(self.petugas):
				self.assertTrue(issubclass(get_controller(doctype), Terjejak))
				doc = frappe.new_doc(doctype)
				self.assertRaises(frappe.PermissionError, doc.is_whitelisted, "add_comment")

	def test_what_the_application_records_is_still_recorded(self):
		self.assertEqual(sorted(self.get_catatan("Workflow")), ["Diajukan", "Ditetapkan"])
		realisasi = make_realisasi(self.skp, 1, 10, Tahap.DRAF)
		with as_user(self.petugas):
			berkas = frappe.get_doc(
				doctype="File",
				file_name="rekap.pdf",
				content=PDF,
				is_private=1,
				attached_to_doctype=realisasi.doctype,
				attached_to_name=realisasi.name,
			).insert()
			berkas.delete()
			make_akun_surel()  # v15 mails who is assigned
			assign_to.add(
				{"assign_to": [self.penilai], "doctype": "SKP", "name": self.skp.name, "description": "x"}
			)
			assign_to.remove("SKP", self.skp.name, self.penilai)
			toggle_like("SKP", self.skp.name, "Yes")
		self.tentang = {"reference_doctype": realisasi.doctype, "reference_name": realisasi.name}
		for jenis in ("Attachment", "Attachment Removed"):
			self.assertEqual(len(self.get_catatan(jenis)), 1, jenis)
		self.tentang = {"reference_doctype": "SKP", "reference_name": self.skp.name}
		for jenis in ("Assigned", "Assignment Completed", "Like"):
			self.assertEqual(len(self.get_catatan(jenis)), 1, jenis)

	def test_a_draft_that_hr_deletes_is_recorded(self):
		skp = frappe.get_doc("SKP", self.lain)
		with as_user(self.instansi.user["pengelola"]):
			skp.delete()
		self.assertTrue(frappe.db.exists("Comment", {"comment_type": "Deleted", "reference_doctype": "SKP"}))

	def test_one_step_is_recorded_once(self):
		"""In the request that took it, nobody adds a second entry of it."""
		skp = make_skp(self.instansi, "pengelola_unit", Tahap.DIAJUKAN)
		with as_user(skp.penilai_user):
			move(skp, skp.penilai_user, Tahap.DITETAPKAN)
			isi = {"reference_doctype": "SKP", "reference_name": skp.name, "content": "Ditetapkan"}
			doc = frappe.get_doc(doctype="Comment", comment_type="Workflow", **isi)
			self.assert_ditolak(OLEH_APLIKASI, frappe.PermissionError, doc.insert, ignore_permissions=True)

	def test_a_comment_names_the_employee_and_not_what_he_calls_himself(self):
		frappe.db.set_value("User", self.petugas, "full_name", "Kepala Dinas")
		with as_user(self.petugas):
			doc = add_comment("SKP", self.skp.name, "Setuju", self.penilai, "Penilai")
		self.assertEqual(
			(doc.comment_email, doc.comment_by, doc.owner), (self.petugas, "Petugas", self.petugas)
		)

	def test_whoever_has_an_employee_does_not_rename_his_account(self):
		with as_user(self.petugas):
			akun = frappe.get_doc("User", self.petugas)
			akun.first_name = "Kepala Dinas"
			self.assert_ditolak("Nama akun mengikuti data kepegawaian", frappe.PermissionError, akun.save)
			akun.reload()
			akun.mute_sounds = 1
			akun.save()
		self.assertEqual(frappe.db.get_value("User", self.petugas, "first_name"), "Petugas")

	def test_an_entry_is_neither_changed_nor_moved_nor_deleted(self):
		with as_user(self.penilai):
			milik_penilai = self.skp.add_comment("Comment", "Perbaiki satuan")
		langkah = frappe.get_doc("Comment", {**self.tentang, "comment_type": "Workflow"})
		for doc in (langkah, milik_penilai):
			for kolom, nilai in (
				("content", "Disetujui"),
				("comment_type", "Workflow" if doc is milik_penilai else "Comment"),
				("comment_email", self.petugas),
				("comment_by", "Petugas"),
				("reference_name", self.lain),
			):
				with self.subTest(jenis=doc.comment_type, kolom=kolom), as_user(self.petugas):
					salinan = frappe.get_doc("Comment", doc.name)
					salinan.set(kolom, nilai)
					self.assertRaises(frappe.PermissionError, salinan.save, ignore_permissions=True)
			with as_user(self.petugas):
				salinan = frappe.get_doc("Comment", doc.name)
				self.assertRaises(frappe.PermissionError, salinan.delete, ignore_permissions=True)
		with as_user(self.penilai):
			salinan = frappe.get_doc("Comment", langkah.name)
			self.assertRaises(frappe.PermissionError, salinan.delete, ignore_permissions=True)
		self.assertEqual(self.get_catatan("Comment"), ["Perbaiki satuan"])
		self.assertIn(langkah.content, self.get_catatan("Workflow"))

	def test_a_writer_mends_and_withdraws_his_own_remark(self):
		with as_user(self.penilai):
			doc = self.skp.add_comment("Comment", "Perbaiki satuan")
			doc.content = "Perbaiki satuannya"
			doc.save(ignore_permissions=True)
			doc.delete(ignore_permissions=True)
		self.assertEqual(self.get_catatan("Comment"), [])

	def test_an_entry_that_was_about_something_else_is_not_moved_here(self):
		with as_user(self.petugas):
			doc = frappe.get_doc(
				doctype="Comment",
				comment_type="Workflow",
				reference_doctype="User",
				reference_name=self.petugas,
				content="Ditetapkan",
				comment_email=self.penilai,
			).insert(ignore_permissions=True)
			doc.update(self.tentang)
			self.assertRaises(frappe.PermissionError, doc.save, ignore_permissions=True)
		self.assertEqual(frappe.db.get_value("Comment", doc.name, "reference_doctype"), "User")


class TestSurat(UjiJejak):
	"""Communication: mails and remarks on the timeline of a document."""

	def test_a_mail_is_its_senders(self):
		with as_user(self.petugas):
			nama = surel._make(
				doctype="SKP",
				name=self.skp.name,
				content="Sudah saya setujui",
				subject="Persetujuan",
				sender=self.penilai,
				sender_full_name="Penilai",
				sent_or_received="Received",
				recipients=self.petugas,
			)["name"]
		doc = frappe.get_doc("Communication", nama)
		self.assertEqual(
			(doc.sender, doc.sender_full_name, doc.sent_or_received, doc.user),
			(self.petugas, "Petugas", "Sent", self.petugas),
		)

	def test_no_communication_of_the_applications_kind(self):
		for isi in (
			{"communication_type": "Comment", "comment_type": "Workflow"},
			{"communication_type": "Feedback"},
		):
			doc = frappe.get_doc({"doctype": "Communication", "subject": "Ditetapkan", **isi, **self.tentang})
			with self.subTest(isi), as_user(self.petugas):
				self.assert_ditolak(
					OLEH_APLIKASI, frappe.PermissionError, doc.insert, ignore_permissions=True
				)

	def test_nothing_on_what_one_may_not_read_by_whichever_column(self):
		tautan = {"timeline_links": [{"link_doctype": "SKP", "link_name": self.skp.name}]}
		for isi in (self.tentang, tautan):
			doc = frappe.get_doc(
				{"doctype": "Communication", "subject": "Halo", "communication_type": "Communication", **isi}
			)
			with self.subTest(isi), as_user(self.instansi.user["kolega"]):
				self.assert_ditolak(
					"bukan untuk Anda", frappe.DoesNotExistError, doc.insert, ignore_permissions=True
				)

	def test_one_that_is_there_is_neither_changed_nor_relinked_nor_deleted(self):
		with as_user(self.penilai):
			doc = frappe.get_doc(
				doctype="Communication",
				subject="Perbaiki",
				communication_type="Communication",
				**self.tentang,
			).insert(ignore_permissions=True)
		with as_user(self.petugas):
			for kolom, nilai in (
				("subject", "Setuju"),
				("sender", self.petugas),
				("reference_name", self.lain),
			):
				salinan = frappe.get_doc("Communication", doc.name)
				salinan.set(kolom, nilai)
				with self.subTest(kolom):
					self.assertRaises(frappe.PermissionError, salinan.save, ignore_permissions=True)
			salinan = frappe.get_doc("Communication", doc.name)
			self.assertRaises(frappe.PermissionError, salinan.delete, ignore_permissions=True)
			lepas = frappe.get_doc(
				doctype="Communication",
				subject="Setuju",
				communication_type="Communication",
				sender=self.penilai,
			).insert(ignore_permissions=True)
			lepas.update(self.tentang)
			lepas.save(ignore_permissions=True)
		self.assertEqual(lepas.reload().sender, self.petugas)

	def test_frappes_own_way_of_moving_a_mail_is_stood_in_for(self):
		"""It is plain SQL, for anybody and any document."""
		with as_user(self.petugas):
			lepas = surel._make(content="Sudah saya setujui", subject="Setuju", sender=self.penilai)["name"]
			milik = surel._make(doctype="SKP", name=self.skp.name, content="x", subject="Tanya")["name"]
			for nama, tujuan in ((lepas, ("SKP", self.skp.name)), (milik, ("User", self.petugas))):
				with self.subTest(tujuan):
					self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, relink, nama, *tujuan)
			relink(lepas, "User", self.petugas)
		self.assertEqual(frappe.db.get_value("Communication", lepas, "reference_doctype"), "User")
		self.assertEqual(frappe.db.get_value("Communication", milik, "reference_name"), self.skp.name)


class TestVersi(UjiJejak):
	def test_nobody_writes_changes_or_deletes_a_version(self):
		with as_user(self.penilai):
			doc = frappe.get_doc(
				doctype="Version", ref_doctype="SKP", docname=self.skp.name, data='{"changed": []}'
			)
			self.assert_ditolak(OLEH_APLIKASI, frappe.PermissionError, doc.insert, ignore_permissions=True)
		doc.db_insert()
		with as_user(self.petugas):
			asli = frappe.get_doc("Version", doc.name)
			self.assertRaises(frappe.PermissionError, asli.delete, ignore_permissions=True)
			asli.data = "{}"
			self.assertRaises(frappe.PermissionError, asli.save, ignore_permissions=True)

	def test_a_change_is_still_recorded(self):
		sebelum = frappe.db.count("Version", {"docname": self.skp.name})
		with as_user(self.penilai):
			doc = frappe.get_doc("SKP", self.skp.name)
			doc.perilaku[0].ekspektasi_khusus = "Melayani dengan senyum"
			doc.save(ignore_version=False)  # in tests Frappe keeps none
		self.assertEqual(frappe.db.count("Version", {"docname": self.skp.name}), sebelum + 1)


class TestTugas(UjiJejak):
	def make_tugas(self, **isi):
		with as_user(self.petugas):
			return frappe.get_doc(
				{
					"doctype": "ToDo",
					"allocated_to": self.petugas,
					"description": "Sudah saya setujui",
					"assigned_by": self.penilai,
					**isi,
				}
			).insert()

	def test_who_assigned_it_is_not_changed_afterwards(self):
		doc = self.make_tugas(reference_type="SKP", reference_name=self.skp.name)
		with as_user(self.petugas):
			doc.assigned_by = self.penilai
			doc.save()
		self.assertEqual(doc.reload().assigned_by, self.petugas)

	def test_nor_by_moving_a_task_to_a_document_of_ours(self):
		doc = self.make_tugas()
		with as_user(self.petugas):
			doc.update(
				{"reference_type": "SKP", "reference_name": self.skp.name, "assigned_by": self.penilai}
			)
			doc.save()
		self.assertEqual(doc.reload().assigned_by, self.petugas)
