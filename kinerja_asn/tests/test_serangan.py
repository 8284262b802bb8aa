"""Ways around Frappe's own checks that an attacker found on a real v15 site, one test each. The people are those of
test_akses.py; everything belongs to petugas, and kolega, tetangga (HR of another agency) or he himself attacks."""

import frappe
from frappe.utils import set_request

from kinerja_asn.constants.akses import BERSAMA, TERJAGA
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.workflow.pemeriksaan import check_tugas
from kinerja_asn.patches.v1_0 import buka_yang_terbuang
from kinerja_asn.permissions.permintaan import guard_permintaan
from kinerja_asn.tahap.bawaan import ALUR_EVALUASI, ALUR_SKP
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


class UjiSerangan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.realisasi = make_realisasi(self.skp, 1, 1000, Tahap.DRAF)
		self.petugas, self.kolega = self.instansi.user["petugas"], self.instansi.user["kolega"]


class TestPermintaan(UjiSerangan):
	def guard(self, path: str, **isi) -> dict:
		set_request(method="POST", path=path)
		frappe.local.form_dict = frappe._dict(isi)
		self.addCleanup(setattr, frappe.local, "form_dict", frappe._dict())
		guard_permintaan()
		return frappe.local.form_dict

	def test_link_search_cannot_be_told_to_forget_rights(self):
		for doctype in (*TERJAGA, "SKP Indikator", "File", "Workflow Action"):
			isi = self.guard("/api/method/x.search_widget", doctype=doctype, ignore_user_permissions=1)
			self.assertNotIn("ignore_user_permissions", isi)
		self.assertIn("ignore_user_permissions", self.guard("/", doctype="ToDo", ignore_user_permissions=1))

	def test_a_heatmap_cannot_add_up_what_is_hidden_under_any_name(self):
		bagan = {"type": "Heatmap", "chart_type": "Count", "document_type": "Evaluasi Kinerja"}
		permintaan = {"path": "/api/method/modul.uji.get", "chart": frappe.as_json(bagan)}
		self.assert_ditolak("Bagan kalender tidak tersedia", frappe.PermissionError, self.guard, **permintaan)
		garis = frappe.as_json({**bagan, "type": "Line"})
		self.assertEqual(self.guard("/api/method/modul.uji.get", chart=garis), {"chart": garis})

	def test_counting_methods_are_closed_under_other_names(self):
		lain, milik_frappe = "/api/method/modul.uji.get_count", "/api/method/frappe.desk.reportview.get_count"
		for path in (
			lain,
			f"{lain}/",
			"/api/v2/method/modul.uji.get_count/",
		):  # Frappe takes a slash behind it
			self.assert_ditolak(
				"tidak tersedia lewat jalan ini", frappe.PermissionError, self.guard, path, doctype="SKP"
			)
		self.assertEqual(self.guard(milik_frappe, doctype="SKP"), {"doctype": "SKP"})

	def test_the_hook_is_in_force(self):
		self.assertIn(
			"kinerja_asn.permissions.permintaan.guard_permintaan", frappe.get_hooks("before_request")
		)


class TestDokumenPalsu(UjiSerangan):
	def test_a_stored_document_sent_as_new_is_still_the_stored_one(self):
		milik = make_skp(self.instansi, "kolega")
		palsu = (
			{"doctype": "SKP", "name": self.skp.name, "pegawai": self.instansi.pegawai["kolega"]},
			{"doctype": "Realisasi Kinerja", "name": self.realisasi.name, "skp": milik.name},
		)
		for isi in palsu:
			with self.subTest(doctype=isi["doctype"]), as_user(self.kolega):
				doc = frappe.get_doc({**isi, "__islocal": 1})
				for ptype in ("read", "write", "print"):
					self.assertFalse(doc.has_permission(ptype))

	def test_nor_is_a_period_of_another_agency(self):
		palsu = {
			"doctype": "Periode Kinerja",
			"name": self.instansi.periode,
			"instansi": "Dinas Tetangga Uji",
		}
		with as_user(self.instansi.user["tetangga"]):
			self.assertFalse(frappe.get_doc({**palsu, "__islocal": 1}).has_permission("read"))

	def test_a_child_row_cannot_name_another_parent(self):
		milik = make_skp(self.instansi, "kolega")
		row = {"doctype": "SKP Indikator", "name": self.skp.indikator[0].name}
		row |= {"parent": milik.name, "parenttype": "SKP", "parentfield": "indikator", "__islocal": 1}
		with as_user(self.kolega):
			self.assertFalse(frappe.get_doc(row).has_permission("read"))

	def test_nothing_of_ours_can_be_renamed(self):
		"""Frappe's rename method asks for reading only, when told not to validate."""
		for doc in (doc for doc in self.get_dokumen() if not doc.meta.issingle):  # it has no row to be named
			pesan = f"Nama {doc.doctype} tetap"
			with self.subTest(doctype=doc.doctype):
				self.assert_ditolak(pesan, frappe.PermissionError, doc.rename, "RUSAK", validate_rename=False)

	def test_nothing_of_ours_can_be_discarded(self):
		"""v16 marks what is not submitted as cancelled for whoever may write it; v15 has no such method, but the event."""
		baris = frappe.get_doc("SKP Indikator", self.skp.indikator[0].name)
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		for doc in (*self.get_dokumen(), baris, alur):
			with self.subTest(doctype=doc.doctype):
				discard = getattr(doc, "discard", lambda doc=doc: doc.run_method("before_discard"))
				self.assert_ditolak("tidak dapat dibuang", frappe.PermissionError, discard)
				self.assertFalse(
					frappe.db.get_value(doc.doctype, doc.name, "docstatus"), "0, a Single has none"
				)

	def test_no_save_takes_another_docstatus(self):
		"""Not even where Frappe asks for no right to submit."""
		for doc in self.get_dokumen():
			doc.docstatus, doc.flags.ignore_permissions = 1, True
			with self.subTest(doctype=doc.doctype):
				self.assert_ditolak("tidak dapat dibuang", frappe.PermissionError, doc.save)
		baru = frappe.copy_doc(frappe.get_doc("Periode Kinerja", self.instansi.periode)).update(
			{"tahun": 2031}
		)
		baru.docstatus, baru.flags.ignore_permissions = 1, True
		self.assert_ditolak("tidak dapat dibuang", frappe.PermissionError, baru.insert)

	def test_what_was_discarded_before_is_opened_again_by_the_upgrade(self):
		frappe.db.set_value("SKP", self.skp.name, "docstatus", 2)
		frappe.db.set_value("SKP Indikator", self.skp.indikator[0].name, "docstatus", 2)
		buka_yang_terbuang.execute()
		self.assertEqual(frappe.db.get_value("SKP", self.skp.name, "docstatus"), 0)
		self.assertEqual(frappe.db.get_value("SKP Indikator", self.skp.indikator[0].name, "docstatus"), 0)

	def test_a_client_does_not_choose_the_name_of_a_new_document(self):
		"""v16's REST keeps the one it sends, by this flag."""
		with as_user(self.petugas):
			doc = frappe.new_doc("Realisasi Kinerja", skp=self.skp.name, masa_ke=2, name="RK-MILIK-KOLEGA")
			doc.flags.name_set = True
			self.assertNotEqual(doc.insert().name, "RK-MILIK-KOLEGA")

	def get_dokumen(self) -> list:
		dokumen = [self.skp, self.realisasi, frappe.get_doc("Periode Kinerja", self.instansi.periode)]
		return dokumen + [frappe.get_doc(doctype, self.find_nama(doctype)) for doctype in BERSAMA]

	def find_nama(self, doctype: str) -> str:
		if frappe.get_meta(doctype).issingle:
			return doctype
		return frappe.get_all(doctype, pluck="name", limit=1)[0]

	def test_comments_are_signed_by_their_writer_on_what_he_may_read(self):
		isi = {"doctype": "Comment", "reference_doctype": "SKP", "reference_name": self.skp.name}
		isi |= {
			"comment_type": "Comment",
			"content": "Disetujui",
			"comment_email": self.instansi.user["penilai"],
		}
		with as_user(self.petugas):
			doc = frappe.get_doc({**isi, "comment_by": "Penilai"}).insert(ignore_permissions=True)
		self.assertEqual(doc.comment_email, self.petugas)
		self.assertNotEqual(doc.comment_by, "Penilai")
		with as_user(self.kolega), self.assertRaises(frappe.DoesNotExistError):
			frappe.get_doc(isi).insert(ignore_permissions=True)

	def test_a_hidden_document_can_be_neither_followed_nor_assigned(self):
		ikut = {
			"doctype": "Document Follow",
			"ref_doctype": "SKP",
			"ref_docname": self.skp.name,
			"user": self.petugas,
		}
		tugas = {
			"doctype": "ToDo",
			"reference_type": "SKP",
			"reference_name": self.skp.name,
			"description": "x",
		}
		with as_user(self.kolega):
			for isi, pesan, galat in (
				(ikut, "tidak dapat diikuti", frappe.PermissionError),
				(tugas, "bukan untuk Anda", frappe.DoesNotExistError),
			):
				doc = frappe.get_doc(isi)
				self.assert_ditolak(pesan, galat, doc.insert, ignore_permissions=True)


class TestBerkas(UjiSerangan):
	def setUp(self):
		super().setUp()
		with as_user(self.petugas):
			self.berkas = self.upload(
				PDF, attached_to_doctype="Realisasi Kinerja", attached_to_name=self.realisasi.name
			)
			self.realisasi.append("bukti", {"berkas": self.berkas.file_url})
			self.realisasi.save()

	def upload(self, isi: bytes, nama: str = "rekap.pdf", **fields):
		return frappe.get_doc(
			{"doctype": "File", "file_name": nama, "content": isi, "is_private": 1, **fields}
		).insert()

	def test_an_address_cannot_be_borrowed(self):
		with as_user(self.kolega):
			milik = frappe.get_doc("File", self.upload(PDF + b"kolega", "milik.pdf").name)
			alamat_sendiri, milik.file_url = milik.file_url, self.berkas.file_url
			self.assertRaises(frappe.PermissionError, milik.save)
			for alamat in (self.berkas.file_url, self.berkas.file_url.replace("/files/", "/files/./")):
				pinjam = {"doctype": "File", "file_url": alamat, "is_private": 1}
				with self.assertRaises(frappe.PermissionError):
					frappe.get_doc(pinjam).insert()
				with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
					frappe.get_doc({**pinjam, "attached_to_doctype": "User"}).insert(ignore_permissions=True)
		milik_kolega = frappe.get_all("File", {"owner": self.kolega}, pluck="file_url")
		self.assertEqual(milik_kolega, [alamat_sendiri])

	def test_the_same_content_uploaded_by_two_people_is_no_borrowing(self):
		with as_user(self.kolega):
			self.assertTrue(self.upload(PDF, "sama.pdf").name)

	def test_verified_evidence_can_be_neither_detached_nor_deleted_nor_swapped(self):
		move(self.realisasi, self.petugas, Tahap.DIAJUKAN)
		move(self.realisasi, self.skp.penilai_user, Tahap.DITETAPKAN)
		for kolom, nilai in (("attached_to_name", ""), ("attached_to_doctype", ""), ("is_private", 0)):
			with self.subTest(kolom=kolom), as_user(self.petugas):
				doc = frappe.get_doc("File", self.berkas.name)
				doc.set(kolom, nilai)
				with self.assertRaises((frappe.ValidationError, frappe.PermissionError)):
					doc.save()
		palsu = {
			"doctype": "File",
			"name": self.berkas.name,
			"file_url": self.berkas.file_url,
			"content": "x",
		}
		for siapa in (self.petugas, self.kolega):
			with as_user(siapa):
				doc = frappe.get_doc({**palsu, "owner": siapa, "__islocal": 1})
				self.assertFalse(doc.has_permission("read") or doc.has_permission("write"))
		with as_user(self.petugas), self.assertRaises(frappe.ValidationError):
			frappe.delete_doc("File", self.berkas.name)

	def test_ones_own_record_cannot_point_at_anothers_address_in_passing(self):
		with as_user(self.kolega):
			milik = self.upload(PDF + b"kolega", "milik.pdf")
			palsu = {
				"doctype": "File",
				"name": milik.name,
				"owner": self.kolega,
				"file_url": self.berkas.file_url,
			}
			self.assertFalse(frappe.get_doc(palsu).has_permission("write"))

	def test_attaching_needs_the_right_to_change_the_document(self):
		for nama in ("kolega", "auditor"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				sasaran = {"attached_to_doctype": "SKP", "attached_to_name": self.skp.name}
				self.assert_ditolak(
					"tidak dapat melampirkan berkas pada dokumen ini",
					frappe.PermissionError,
					self.upload,
					PDF + nama.encode(),
					**sasaran,
				)


class TestPengelola(UjiSerangan):
	"""HR configures the workflow; it must not become a way to ratings, drafts or other people's data."""

	def test_a_workflow_only_moves_documents(self):
		for kolom, nilai, pesan in (
			("update_field", "rating_hasil_kerja", "kosongkan Update Field"),
			("doc_status", "1", "Doc Status 0"),
		):
			alur = frappe.get_doc("Workflow", ALUR_EVALUASI.nama)
			alur.states[-1].set(
				kolom, nilai
			)  # no step leads on from it, of which Frappe would complain first
			self.assert_ditolak(pesan, frappe.ValidationError, alur.save)
		alur = frappe.get_doc("Workflow", ALUR_EVALUASI.nama)
		alur.workflow_state_field = "rating_perilaku"
		self.assert_ditolak("harus workflow_state", frappe.ValidationError, alur.save)

	def test_conditions_of_hr_ask_about_the_document_only(self):
		for syarat in (
			"frappe.db.get_value('User', 'x', 'api_key') == 'a'",
			"frappe.utils.now() > '2025'",
			"doc.get('x')",
			"(",
		):
			with self.subTest(syarat=syarat):
				self.assert_ditolak(
					"syarat hanya boleh memakai isi dokumen",
					frappe.ValidationError,
					self.set_syarat,
					syarat,
				)
		for syarat in (
			"doc.penilai_user == frappe.session.user",
			"doc.masa_ke > 0 and doc.jenis == 'Tahunan'",
		):
			with self.subTest(syarat=syarat):
				langkah = self.set_syarat(syarat).transitions[0].name
				self.assertEqual(frappe.db.get_value("Workflow Transition", langkah, "condition"), syarat)

	def set_syarat(self, syarat: str):
		with as_user(self.instansi.user["pengelola"]):
			alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
			alur.transitions[0].condition = syarat
			return alur.save()

	def test_what_runs_at_a_step_is_the_administrators(self):
		"""v16 gives the whole document to a Server Script or Webhook that a step names."""
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		alur.transitions[0].transition_tasks = "Kirim ke Luar"
		alur._doc_before_save = frappe.get_doc("Workflow", ALUR_SKP.nama)
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"dipasang oleh administrator situs", frappe.ValidationError, check_tugas, alur
			)
			alur._doc_before_save.transitions[0].transition_tasks = "Kirim ke Luar"
			self.assertIsNone(check_tugas(alur))

	def test_what_is_finished_cannot_become_a_draft_by_configuration(self):
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		next(row for row in alur.states if row.state == "Ditetapkan").tahap_kinerja = "Draf"
		self.assert_ditolak("tidak dapat dijadikan tahap", frappe.ValidationError, alur.save)

	def test_no_step_belongs_to_everybody(self):
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		alur.transitions[0].allowed = "All"
		self.assert_ditolak("dimiliki semua orang", frappe.ValidationError, alur.save)

	def test_what_agencies_share_is_changed_by_those_who_answer_for_all(self):
		with as_user(self.instansi.user["tetangga"]):
			alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
			self.assertTrue(alur.has_permission("read"))
			self.assertFalse(alur.has_permission("write"))
			self.assertFalse(frappe.get_doc("Nilai Perilaku", "Loyal").has_permission("write"))
		with as_user(self.instansi.user["pengelola"]):
			self.assertTrue(frappe.get_doc("Workflow", ALUR_SKP.nama).has_permission("write"))

	def test_those_who_run_the_system_do_not_see_or_delete_their_own_draft_evaluation(self):
		for nama in ("pengelola", "pengelola_unit"):
			frappe.db.savepoint("satu")
			skp = make_skp(self.instansi, nama)
			make_realisasi(skp, 1, 1000)
			evaluasi = make_evaluasi(self.instansi, skp)
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertFalse(evaluasi.has_permission("read") or evaluasi.has_permission("delete"))
				self.assertNotIn(evaluasi.name, frappe.get_list("Evaluasi Kinerja", pluck="name"))
			frappe.db.rollback(save_point="satu")

	def test_they_see_it_like_everybody_once_it_is_handed_over(self):
		skp = make_skp(self.instansi, "pengelola")
		make_realisasi(skp, 1, 1000)
		make_kinerja_unit(self.instansi).db_set("unit_kerja", skp.unit_penilai)
		evaluasi = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			evaluasi.rating_hasil_kerja = evaluasi.rating_perilaku = "Sesuai Ekspektasi"
			evaluasi.save()
		move(evaluasi, skp.penilai_user, Tahap.DITETAPKAN)
		move(evaluasi, skp.penilai_user, Tahap.DISERAHKAN)
		with as_user(skp.pegawai_user):
			self.assertTrue(evaluasi.has_permission("read"))
			self.assertIn(evaluasi.name, frappe.get_list("Evaluasi Kinerja", pluck="name"))

	def test_nobody_chooses_his_own_penilai(self):
		isi = {
			"doctype": "Penugasan Penilai",
			"pegawai": self.instansi.pegawai["pengelola"],
			"dari": "2025-01-01",
		}
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc({**isi, "penilai": self.instansi.pegawai["penilai"]})
			self.assert_ditolak("untuk diri sendiri", frappe.PermissionError, doc.insert)
