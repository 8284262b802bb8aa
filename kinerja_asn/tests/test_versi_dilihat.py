"""Issue 11 point 9: a step is taken on the version that was seen, by whichever of Frappe's methods."""

import json
from unittest.mock import patch

import frappe
from frappe.model import workflow
from frappe.workflow.doctype.workflow_action import workflow_action

from kinerja_asn.api import alur as api_alur
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.giliran.aksi import AKSI
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_skp

BERUBAH = "berubah sejak"
TAK_DILIHAT = "Buka dokumennya dahulu"


class TestVersiDilihat(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.penilai = self.skp.penilai_user
		self.dilihat = self.skp.as_json()
		# What nobody has seen: it changed after it was read.
		frappe.db.set_value("SKP", self.skp.name, "catatan_pengembalian", "Berubah", modified="2035-01-01")
		self.kini = {"doctype": "SKP", "name": self.skp.name}

	def assert_belum(self, pesan: str, fungsi, *args, **isi) -> None:
		with as_user(self.penilai):
			self.assert_ditolak(pesan, frappe.TimestampMismatchError, fungsi, *args, **isi)
		self.assertEqual(frappe.db.get_value("SKP", self.skp.name, "tahap"), Tahap.DIAJUKAN)

	def test_no_step_on_a_stale_version_under_any_name(self):
		for metode in (workflow.apply_workflow, workflow_action.apply_workflow, api_alur.apply_workflow):
			with self.subTest(metode=metode.__module__):
				self.assert_belum(BERUBAH, metode, self.dilihat, "Tetapkan")

	def test_none_on_a_version_that_is_not_named(self):
		for metode in (workflow.apply_workflow, workflow_action.apply_workflow, api_alur.apply_workflow):
			with self.subTest(metode=metode.__module__):
				self.assert_belum(TAK_DILIHAT, metode, json.dumps(self.kini), "Tetapkan")

	def test_none_by_saving_the_next_state(self):
		def put(**isi) -> None:
			"""As REST's PUT and frappe.client.set_value do."""
			doc = frappe.get_doc("SKP", self.skp.name)
			doc.update({"workflow_state": "Ditetapkan", **isi})
			doc.save()

		self.assert_belum(TAK_DILIHAT, put)
		self.assert_belum("", put, modified=json.loads(self.dilihat)["modified"])
		self.assert_belum(
			TAK_DILIHAT, frappe.client.set_value, "SKP", self.skp.name, "workflow_state", "Ditetapkan"
		)

	def test_the_bulk_approval_of_lists_takes_none(self):
		with (
			as_user(self.penilai),
			patch.object(frappe.db, "commit"),
			patch.object(frappe.db, "rollback"),
			patch.object(workflow, "print_workflow_log") as laporan,
		):
			workflow._bulk_workflow_action([self.skp.name], "SKP", "Tetapkan")
		gagal, berhasil = (panggilan.args[0] for panggilan in laporan.call_args_list)
		self.assertIn(TAK_DILIHAT, str(gagal[self.skp.name]))
		self.assertFalse(berhasil)
		self.assertEqual(self.skp.reload().tahap, Tahap.DIAJUKAN)

	def test_a_list_takes_the_steps_of_the_versions_it_shows(self):
		lain = make_skp(self.instansi, "kolega", tahap=Tahap.DIAJUKAN)
		asing = make_skp(self.instansi, "pengelola_unit", tahap=Tahap.DRAF)
		dokumen = [
			{"name": self.skp.name, "modified": json.loads(self.dilihat)["modified"]},
			{"name": lain.name, "modified": str(lain.modified)},
			{"name": asing.name, "modified": str(asing.modified)},
			{"name": "SKP-TIDAK-ADA", "modified": "x"},
			{"name": "SKP-TANPA-VERSI"},
		]
		with as_user(self.penilai):
			gagal = api_alur.advance_banyak("SKP", json.dumps(dokumen), "Tetapkan")
			self.assert_ditolak(
				"tidak memiliki alur kerja", frappe.ValidationError, api_alur.advance_banyak, "User", [], "x"
			)
		self.assertEqual(set(gagal), {row["name"] for row in dokumen} - {lain.name})
		self.assertIn(BERUBAH, gagal[self.skp.name])
		self.assertIn("bukan untuk Anda", gagal["SKP-TIDAK-ADA"])
		tahap = [frappe.db.get_value("SKP", doc.name, "tahap") for doc in (self.skp, lain, asing)]
		self.assertEqual(tahap, [Tahap.DIAJUKAN, Tahap.DITETAPKAN, Tahap.DRAF])

	def test_nor_our_own_endpoints(self):
		lama = json.loads(self.dilihat)["modified"]
		isi = {"doctype": "SKP", "name": self.skp.name, "modified": lama}
		self.assert_belum(BERUBAH, api_alur.advance, **isi, tahap="Ditetapkan")
		self.assert_belum(BERUBAH, api_alur.send_back, **isi, alasan="Target?")
		for endpoint, lain in (
			(api_alur.advance, {"tahap": "Ditetapkan"}),
			(api_alur.send_back, {"alasan": "x"}),
		):
			with self.assertRaises(TypeError):
				endpoint(doctype="SKP", name=self.skp.name, **lain)

	def test_what_is_attached_to_a_step_runs_after_the_check(self):
		"""v16 runs its Transition Tasks between setting the state and saving."""
		jalan = []
		doc = frappe.get_doc(json.loads(self.dilihat))
		doc.load_from_db()

		def step() -> None:
			doc.set("workflow_state", "Ditetapkan")
			jalan.append("tugas")

		self.assert_belum(BERUBAH, step)
		self.assertEqual(jalan, [])
		with as_user(self.instansi.user["kolega"]), self.assertRaises(frappe.PermissionError):
			asing = frappe.get_doc(
				{**self.kini, "modified": frappe.db.get_value("SKP", self.skp.name, "modified")}
			)
			asing.load_from_db()
			asing.set("workflow_state", "Ditetapkan")

	def test_the_version_that_was_seen_is_taken(self):
		with as_user(self.penilai):
			hasil = workflow.apply_workflow(frappe.get_doc("SKP", self.skp.name).as_json(), "Tetapkan")
		self.assertEqual(hasil.tahap, Tahap.DITETAPKAN)
		self.assertFalse(frappe.db.exists(AKSI, {"reference_name": self.skp.name, "status": "Open"}))

	def test_buttons_are_still_asked_for_with_what_a_form_holds(self):
		with as_user(self.penilai):
			self.assertIn("Tetapkan", [row["action"] for row in workflow.get_transitions(self.dilihat)])
