"""The order of stages and who passes from one to the next are the law's: whatever HR's workflow says, on the document
and when the workflow is saved (docs/permissions.md)."""

from itertools import product
from unittest.mock import patch

import frappe
from frappe.model.workflow import apply_workflow

from kinerja_asn.constants.akses import AKSES, BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peralihan import PERALIHAN, Pelaku
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA, PENILAI
from kinerja_asn.services.bersama.langkah import describe_penunggu, get_tombol, send_back
from kinerja_asn.tahap.alur import get_status
from kinerja_asn.tahap.bawaan import ALUR_BAWAAN, ALUR_EVALUASI, ALUR_REALISASI, ALUR_SKP
from kinerja_asn.tests.basis import UjiKinerja, clear_cache
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp, move
from kinerja_asn.tests.test_izin import UjiTabel, read_table

MILIK_HUKUM = "Langkah ini milik pejabat yang tercantum di dokumen"
PERAN = {Pelaku.PEGAWAI: PEGAWAI, Pelaku.PENILAI: PENILAI, Pelaku.PETUGAS: PENGELOLA}
SIAPA = {Pelaku.PEGAWAI: "petugas", Pelaku.PENILAI: "penilai", Pelaku.PETUGAS: "pengelola"}
JUDUL = "| Dokumen |"


class UjiPeralihan(UjiKinerja):
	def setUp(self):
		"""A site of this agency only: where another one has a period or documents, HR of one changes no workflow."""
		super().setUp()
		for doctype in ("Periode Kinerja", *BERTAHAP):
			frappe.db.delete(doctype, {"instansi": ("!=", self.instansi.name)})
		self.user = self.instansi.user

	def add_langkah(self, alur: str, dari: str, ke: str, peran: str) -> str:
		"""As it comes into the table past the form's checks: a patch, another app, an older version of this one."""
		tindakan = f"Uji {peran} {dari} {ke}"
		frappe.get_doc(doctype="Workflow Action Master", workflow_action_name=tindakan).db_insert()
		self.append_langkah(alur, tindakan, dari, ke, peran).transitions[-1].db_insert()
		clear_cache()
		return tindakan

	def save_langkah(self, alur: str, dari: str, ke: str, peran: str) -> None:
		"""What HR does in the form of Workflow."""
		tindakan = f"Uji {peran} {dari} {ke}"
		frappe.get_doc(doctype="Workflow Action Master", workflow_action_name=tindakan).insert()
		self.append_langkah(alur, tindakan, dari, ke, peran).save()

	def append_langkah(self, alur: str, tindakan: str, dari: str, ke: str, peran: str):
		langkah = {"state": dari, "action": tindakan, "next_state": ke, "allowed": peran}
		doc = frappe.get_doc("Workflow", alur)
		doc.append("transitions", {**langkah, "allow_self_approval": 1})
		return doc


class TestTabelPeralihan(UjiTabel, UjiPeralihan):
	"""docs/permissions.md against the constants, and both against a site."""

	def make(self, doctype: str, tahap: str):
		if tahap != Tahap.DIKEMBALIKAN:
			return super().make(doctype, tahap)
		doc = super().make(doctype, Tahap.DIAJUKAN)
		with as_user(doc.penilai_user):
			send_back(doc, "Lengkapi")
		return doc

	def test_the_table_in_the_documentation_is_the_constant(self):
		bawaan = {
			(alur.doctype, tahap[langkah.dari], tahap[langkah.ke], PERAN_JENIS[langkah.peran])
			for alur in ALUR_BAWAAN
			for tahap in [{status.nama: status.tahap for status in alur.status}]
			for langkah in alur.langkah
		}
		hukum = {
			(doctype, dari, ke, pelaku)
			for doctype, peralihan in PERALIHAN.items()
			for (dari, ke), para in peralihan.items()
			for pelaku in para
		}
		self.assertEqual(set(PERALIHAN), set(BERTAHAP))
		self.assertLessEqual(bawaan, hukum)
		tertulis = {
			(row["Dokumen"], row["Dari"], row["Ke"], pelaku): row[pelaku]
			for row in read_table(JUDUL)
			for pelaku in Pelaku
		}
		self.assertEqual(
			{kunci for kunci, isi in tertulis.items() if isi != "–"}, {tuple(map(str, k)) for k in hukum}
		)
		self.assertEqual(
			{kunci for kunci, isi in tertulis.items() if isi == "bawaan"},
			{tuple(map(str, k)) for k in bawaan},
		)

	def test_a_document_takes_no_other_step_whatever_the_workflow_says(self):
		"""Every stage to every other, for every kind of actor, by rows that no form would have saved."""
		for alur in ALUR_BAWAAN:
			tahap = {status.nama: status.tahap for status in alur.status}
			frappe.db.savepoint("alur")
			tindakan = {
				(dari, ke, pelaku): self.add_langkah(alur.nama, dari, ke, PERAN[pelaku])
				for dari, ke, pelaku in product(tahap, tahap, Pelaku)
				if dari != ke
			}
			for dari in tahap:
				frappe.db.savepoint("dokumen")
				doc = self.make(alur.doctype, tahap[dari])
				self.check_langkah(doc, tahap, tindakan)
				frappe.db.rollback(save_point="dokumen")
			frappe.db.rollback(save_point="alur")
			clear_cache()

	def check_langkah(self, doc, tahap: dict, tindakan: dict) -> None:
		for (dari, ke, pelaku), nama in tindakan.items():
			if dari != doc.workflow_state:
				continue
			sah = pelaku in PERALIHAN[doc.doctype].get((tahap[dari], tahap[ke]), ())
			with self.subTest(doctype=doc.doctype, dari=dari, ke=ke, pelaku=pelaku):
				self.assertEqual(self.takes(doc, nama, self.get_siapa(doc.doctype, pelaku)), sah)

	def get_siapa(self, doctype: str, pelaku: Pelaku) -> str:
		"""Of an objection the Penilai's step is his superior's."""
		atasan = pelaku == Pelaku.PENILAI and AKSES[doctype].penetap == "atasan_penilai_user"
		return "kepala" if atasan else SIAPA[pelaku]

	def takes(self, doc, tindakan: str, siapa: str) -> bool:
		"""Is the step his? What the document still lacks at the next stage is another matter."""
		frappe.db.savepoint("langkah")
		frappe.clear_messages()
		try:
			with as_user(self.user[siapa]):
				apply_workflow(doc.as_dict(), tindakan)
		except (
			frappe.PermissionError,
			frappe.DoesNotExistError,
		):  # the latter of a document that is hidden from him
			return False
		except frappe.ValidationError as salah:
			return MILIK_HUKUM not in f"{salah} {frappe.get_message_log()}"
		finally:
			frappe.db.rollback(save_point="langkah")
		return True


PERAN_JENIS = {peran: pelaku for pelaku, peran in PERAN.items()}


class TestDiriSendiri(UjiPeralihan):
	"""Issue 11 point 1, as HR's officer did it: about herself, on the document."""

	def test_an_officer_sets_no_plan_of_her_own(self):
		tindakan = self.add_langkah(ALUR_SKP.nama, "Draf", "Ditetapkan", PEGAWAI)
		skp = make_skp(self.instansi, "pengelola", Tahap.DRAF)
		with as_user(skp.pegawai_user):
			self.assert_ditolak(MILIK_HUKUM, frappe.PermissionError, apply_workflow, skp.as_dict(), tindakan)
		self.assertEqual(skp.reload().tahap, Tahap.DRAF)

	def test_nor_verifies_a_report_of_her_own_without_evidence(self):
		tindakan = self.add_langkah(ALUR_REALISASI.nama, "Draf", "Diverifikasi", PEGAWAI)
		realisasi = make_realisasi(make_skp(self.instansi, "pengelola"), 1, 0, Tahap.DRAF)
		with as_user(realisasi.pegawai_user):
			self.assert_ditolak(
				MILIK_HUKUM, frappe.PermissionError, apply_workflow, realisasi.as_dict(), tindakan
			)
		self.assertEqual(realisasi.reload().tahap, Tahap.DRAF)

	def test_nor_reopens_what_is_verified(self):
		for peran, siapa in ((PEGAWAI, "petugas"), (PENGELOLA, "pengelola"), (PENILAI, "penilai")):
			frappe.db.savepoint("satu")
			tindakan = self.add_langkah(ALUR_REALISASI.nama, "Diverifikasi", "Draf", peran)
			realisasi = make_realisasi(make_skp(self.instansi), 1, 10)
			with self.subTest(peran=peran), as_user(self.user[siapa]):
				with self.assertRaises(frappe.PermissionError):
					apply_workflow(realisasi.as_dict(), tindakan)
				self.assertEqual(realisasi.reload().tahap, Tahap.DITETAPKAN)
			frappe.db.rollback(save_point="satu")
			clear_cache()

	def test_nobody_offers_or_awaits_such_a_step(self):
		self.add_langkah(ALUR_SKP.nama, "Draf", "Ditetapkan", PEGAWAI)
		self.add_langkah(ALUR_SKP.nama, "Diajukan", "Ditetapkan", PENGELOLA)
		skp = make_skp(self.instansi, "kolega", Tahap.DRAF)
		with as_user(skp.pegawai_user):
			self.assertNotIn(Tahap.DITETAPKAN, get_tombol(skp, Tahap.DITETAPKAN, Tahap.DIAJUKAN))
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertEqual(describe_penunggu(skp), "Menunggu Penilai (Pejabat Penilai Kinerja).")

	def test_checks_belong_to_the_stage_that_is_passed(self):
		"""Were a step to leave one out, what is asked there is asked all the same."""
		tindakan = self.add_langkah(ALUR_REALISASI.nama, "Draf", "Diverifikasi", PENILAI)
		lompat = {(Tahap.DRAF, Tahap.DITETAPKAN): (Pelaku.PENILAI,)}
		realisasi = make_realisasi(make_skp(self.instansi), 1, 0, Tahap.DRAF)
		frappe.db.delete("Bukti Dukung", {"parent": realisasi.name})
		with patch.dict(PERALIHAN["Realisasi Kinerja"], lompat), as_user(self.user["penilai"]):
			self.assert_ditolak(
				"Lampirkan paling sedikit satu bukti",
				frappe.ValidationError,
				apply_workflow,
				realisasi.reload().as_dict(),
				tindakan,
			)


class TestAlurDisimpan(UjiPeralihan):
	def test_hr_saves_no_step_that_the_law_does_not_know(self):
		for alur, dari, ke, peran, pesan in (
			(
				ALUR_SKP,
				"Draf",
				"Ditetapkan",
				PEGAWAI,
				"tidak ada langkah dari tahap Draf ke tahap Ditetapkan",
			),
			(ALUR_SKP, "Diajukan", "Ditetapkan", PENGELOLA, "milik Pejabat Penilai Kinerja"),
			(ALUR_SKP, "Diajukan", "Ditetapkan", PEGAWAI, "milik Pejabat Penilai Kinerja"),
			(ALUR_SKP, "Ditetapkan", "Draf", PENILAI, "tidak ada langkah dari tahap Ditetapkan"),
			(ALUR_SKP, "Draf", "Ditutup", PEGAWAI, "tidak ada langkah dari tahap Draf ke tahap Ditutup"),
			(ALUR_SKP, "Ditutup", "Draf", PENGELOLA, "tidak ada langkah dari tahap Ditutup"),
			(ALUR_REALISASI, "Draf", "Diverifikasi", PEGAWAI, "tidak ada langkah dari tahap Draf"),
			(ALUR_REALISASI, "Diverifikasi", "Dikembalikan", PENGELOLA, "tidak ada langkah dari tahap"),
			(ALUR_EVALUASI, "Diserahkan", "Draf", PENILAI, "tidak ada langkah dari tahap Diserahkan"),
			(ALUR_EVALUASI, "Draf", "Ditetapkan", PENGELOLA, "milik Pejabat Penilai Kinerja"),
		):
			frappe.db.savepoint("satu")
			with self.subTest(dari=dari, ke=ke, peran=peran), as_user(self.user["pengelola"]):
				self.assert_ditolak(
					pesan, frappe.ValidationError, self.save_langkah, alur.nama, dari, ke, peran
				)
			frappe.db.rollback(save_point="satu")
			clear_cache()

	def test_nor_a_row_of_it_alone(self):
		"""Frappe saves a row by itself for whoever may write its parent, without the parent's checks."""
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		ajukan = next(row for row in alur.transitions if row.action == "Ajukan")
		diajukan = next(row for row in alur.states if row.state == "Diajukan")
		for row, isi in ((ajukan, {"next_state": "Ditetapkan"}), (diajukan, {"tahap_kinerja": "Ditetapkan"})):
			with self.subTest(doctype=row.doctype), as_user(self.user["pengelola"]):
				doc = frappe.get_doc({**row.as_dict(), **isi})
				for tindakan in (doc.save, doc.delete):
					self.assertRaises(frappe.PermissionError, tindakan)
				for peristiwa in ("before_validate", "on_trash"):
					self.assert_ditolak(
						"melalui dokumen induknya", frappe.PermissionError, doc.run_method, peristiwa
					)

	def test_hr_merges_no_states_actions_or_roles_by_renaming(self):
		"""Frappe's rename method asks for reading only, when told not to validate."""
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		for doctype, lama, baru in (
			("Workflow State", "Diajukan", "Ditetapkan"),
			("Workflow Action Master", "Ajukan", "Tetapkan"),
			("Role", PEGAWAI, PENILAI),
			("Workflow", ALUR_SKP.nama, ALUR_REALISASI.nama),
		):
			frappe.db.savepoint("satu")
			with self.subTest(doctype=doctype), as_user(self.user["pengelola"]):
				doc = frappe.get_doc(doctype, lama)
				self.assert_ditolak(
					"tetap dan tidak dapat diubah",
					frappe.PermissionError,
					doc.rename,
					baru,
					merge=True,
					force=True,
					validate_rename=False,
				)
			frappe.db.rollback(save_point="satu")
			clear_cache()

	def test_a_workflow_that_breaks_the_law_already_is_refused_at_its_next_save(self):
		self.add_langkah(ALUR_SKP.nama, "Draf", "Ditetapkan", PEGAWAI)
		self.assert_ditolak(
			"tidak ada langkah dari tahap Draf",
			frappe.ValidationError,
			frappe.get_doc("Workflow", ALUR_SKP.nama).save,
		)


class TestArtiStatus(UjiPeralihan):
	"""Issue 11 point 2: what a state means is fixed while documents are in it."""

	def remap(self, status: str, tahap: Tahap):
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		next(row for row in alur.states if row.state == status).tahap_kinerja = tahap
		return alur

	def test_a_state_in_use_is_mapped_to_no_other_stage_in_either_direction(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		for tahap in (Tahap.DITETAPKAN, Tahap.DITUTUP, Tahap.DIKEMBALIKAN, Tahap.DRAF):
			frappe.db.savepoint("satu")
			alur = self.remap("Diajukan", tahap)
			with self.subTest(tahap=tahap), as_user(self.user["pengelola"]):
				self.assert_ditolak("tidak dapat dijadikan tahap", frappe.ValidationError, alur.save)
			self.assertEqual(skp.reload().tahap, Tahap.DIAJUKAN)
			frappe.db.rollback(save_point="satu")
			clear_cache()

	def test_nor_by_a_successor(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		baru = frappe.copy_doc(self.remap("Diajukan", Tahap.DITETAPKAN))
		baru.workflow_name = "Penetapan SKP 2"
		with as_user(self.user["pengelola"]):
			self.assert_ditolak("tidak dapat dijadikan tahap", frappe.ValidationError, baru.insert)
		self.assertEqual(skp.reload().tahap, Tahap.DIAJUKAN)

	def test_nor_does_a_document_follow_when_it_happened_all_the_same(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		row = next(r for r in frappe.get_doc("Workflow", ALUR_SKP.nama).states if r.state == "Diajukan")
		row.db_set("tahap_kinerja", Tahap.DITETAPKAN)
		clear_cache()
		with as_user(skp.penilai_user):
			doc = frappe.get_doc("SKP", skp.name)
			self.assert_ditolak("arti status", frappe.ValidationError, doc.save)
		self.assertEqual(frappe.db.get_value("SKP", skp.name, "tahap"), Tahap.DIAJUKAN)

	def test_a_state_that_no_document_is_in_may_change_its_meaning(self):
		frappe.get_doc(doctype="Workflow State", workflow_state_name="Dicatat").insert()
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		alur.append("states", {"state": "Dicatat", "tahap_kinerja": "Diajukan", "allow_edit": PENGELOLA})
		alur.save()
		alur.states[-1].tahap_kinerja = Tahap.DITETAPKAN
		alur.save()
		self.assertEqual(get_status("SKP", Tahap.DITETAPKAN), "Ditetapkan")
