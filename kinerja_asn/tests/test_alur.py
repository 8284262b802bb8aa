"""HR owns the workflows: what HR may change, what the app insists on, and that migrate leaves it alone."""

import frappe
from frappe.model.workflow import apply_workflow

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENGELOLA, PENILAI
from kinerja_asn.tahap.alur import get_tahap
from kinerja_asn.tahap.bawaan import ALUR_BAWAAN, ALUR_SKP
from kinerja_asn.tests.basis import UjiKinerja, migrate
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp, move

VERIFIKASI = "Diverifikasi Tim Kinerja"


def add_verifikator(peran: str = PENGELOLA) -> None:
	"""What HR does in the Workflow form: a state between Diajukan and Ditetapkan."""
	for doctype, name, field in (
		("Workflow State", VERIFIKASI, "workflow_state_name"),
		("Workflow Action Master", "Verifikasi Tim", "workflow_action_name"),
	):
		frappe.get_doc({"doctype": doctype, field: name}).insert(ignore_if_duplicate=True)
	alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
	alur.append(
		"states", {"state": VERIFIKASI, "tahap_kinerja": "Diajukan", "allow_edit": peran, "doc_status": "0"}
	)
	tetapkan = next(row for row in alur.transitions if row.action == "Tetapkan")
	tetapkan.state = VERIFIKASI
	alur.append(
		"transitions",
		{
			"state": "Diajukan",
			"action": "Verifikasi Tim",
			"next_state": VERIFIKASI,
			"allowed": peran,
			"allow_self_approval": 1,
		},
	)
	alur.save()


class TestAlurMilikPengelola(UjiKinerja):
	def setUp(self):
		"""A site of this agency only: where another one has a period or documents, HR of one changes no workflow."""
		super().setUp()
		for doctype in ("Periode Kinerja", *BERTAHAP):
			frappe.db.delete(doctype, {"instansi": ("!=", self.instansi.name)})

	def test_hr_edits_our_workflows_and_no_others(self):
		"""Without being System Manager, by the form's own way: list, open, save."""
		with as_user(self.instansi.user["pengelola"]):
			daftar = frappe.get_list("Workflow", fields=["name", "document_type"])
			self.assertEqual({row.document_type for row in daftar}, set(BERTAHAP))
			add_verifikator()
			asing = frappe.copy_doc(frappe.get_doc("Workflow", ALUR_SKP.nama))
			asing.update({"workflow_name": "Alur Pengguna", "document_type": "User"})
			with self.assertRaises(frappe.PermissionError):
				asing.insert()
			pindah = frappe.get_doc("Workflow", ALUR_SKP.nama)
			pindah.document_type = "User"
			with self.assertRaises(frappe.PermissionError):
				pindah.save()
		with as_user(self.instansi.user["penilai"]), self.assertRaises(frappe.PermissionError):
			frappe.get_doc("Workflow", ALUR_SKP.nama).save()

	def test_an_added_verifier_survives_two_migrates_and_an_skp_goes_through_it(self):
		add_verifikator()
		for _kali in range(2):
			migrate()
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		self.assertIn(VERIFIKASI, [row.state for row in alur.states])

		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		with as_user(self.instansi.user["pengelola"]):
			self.assertIn(skp.name, frappe.get_list("SKP", pluck="name"))
			apply_workflow(skp.as_dict(), "Verifikasi Tim")
		skp.reload()
		self.assertEqual((skp.workflow_state, skp.tahap), (VERIFIKASI, "Diajukan"))
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(skp.ditetapkan_oleh, self.instansi.user["penilai"])
		self.assertEqual(make_realisasi(skp, 1, 10).tahap, "Ditetapkan")

	def test_a_role_of_hrs_own_reaches_only_what_waits_for_it(self):
		frappe.get_doc(doctype="Role", role_name="Verifikator Uji").insert()
		frappe.permissions.add_permission("SKP", "Verifikator Uji")
		frappe.permissions.update_permission_property("SKP", "Verifikator Uji", 0, "write", 1)
		add_verifikator("Verifikator Uji")
		frappe.get_doc("User", self.instansi.user["kolega"]).add_roles("Verifikator Uji")
		menunggu = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		draf = make_skp(self.instansi, "pengelola", Tahap.DRAF)
		with as_user(self.instansi.user["kolega"]):
			self.assertEqual(frappe.get_list("SKP", pluck="name"), [menunggu.name])
			apply_workflow(menunggu.as_dict(), "Verifikasi Tim")
			self.assertNotIn(draf.name, frappe.get_list("SKP", pluck="name"))
		self.assertEqual(menunggu.reload().workflow_state, VERIFIKASI)

	def test_a_verifier_returns_with_a_reason_of_his_own(self):
		add_verifikator()
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		kembalikan = {
			"state": "Diajukan",
			"action": "Kembalikan",
			"next_state": "Dikembalikan",
			"allowed": PENGELOLA,
		}
		alur.append("transitions", {**kembalikan, "allow_self_approval": 1})
		alur.save()
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc("SKP", skp.name)
			doc.catatan_pengembalian = "Lengkapi satuannya"
			doc.save()
			apply_workflow(doc.as_dict(), "Kembalikan")
		self.assertEqual(
			(skp.reload().tahap, skp.catatan_pengembalian), ("Dikembalikan", "Lengkapi satuannya")
		)

	def test_the_verifier_cannot_verify_his_own(self):
		add_verifikator()
		skp = make_skp(self.instansi, "pengelola", Tahap.DIAJUKAN)
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"Langkah ini milik pejabat yang tercantum di dokumen",
				frappe.PermissionError,
				apply_workflow,
				skp.as_dict(),
				"Verifikasi Tim",
			)
		self.assertEqual(skp.reload().tahap, Tahap.DIAJUKAN)

	def test_a_renamed_state_keeps_everything_working(self):
		"""HR calls it Disahkan; no code compares names."""
		frappe.get_doc(doctype="Workflow State", workflow_state_name="Disahkan").insert()
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		for row in alur.states:
			row.state = "Disahkan" if row.state == "Ditetapkan" else row.state
		for row in alur.transitions:
			row.state = "Disahkan" if row.state == "Ditetapkan" else row.state
			row.next_state = "Disahkan" if row.next_state == "Ditetapkan" else row.next_state
		alur.save()
		skp = make_skp(self.instansi)
		self.assertEqual((skp.workflow_state, skp.tahap), ("Disahkan", "Ditetapkan"))
		self.assertTrue(make_realisasi(skp, 1, 10).name)

	def test_a_workflow_hr_made_is_not_replaced(self):
		frappe.get_doc("Workflow", ALUR_SKP.nama).db_set("workflow_name", "Milik HR", update_modified=False)
		jumlah = frappe.db.count("Workflow", {"document_type": "SKP"})
		migrate()
		self.assertEqual(frappe.db.count("Workflow", {"document_type": "SKP"}), jumlah)


class TestPemeriksaanAlur(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.alur = frappe.get_doc("Workflow", ALUR_SKP.nama)

	def test_every_shipped_workflow_is_active_and_passes_its_own_check(self):
		for alur in ALUR_BAWAAN:
			doc = frappe.get_doc("Workflow", alur.nama)
			self.assertTrue(doc.is_active)
			self.assertFalse(doc.send_email_alert)
			doc.save()
		self.assertEqual({alur.doctype for alur in ALUR_BAWAAN}, set(BERTAHAP))

	def test_a_state_without_a_stage_is_refused(self):
		self.alur.states[1].tahap_kinerja = ""
		self.assert_ditolak("isi Tahap Kinerja", frappe.ValidationError, self.alur.save)

	def test_the_first_state_must_be_a_draft(self):
		self.alur.states[0].tahap_kinerja = "Diajukan"
		self.assert_ditolak("Status pertama harus pada tahap Draf", frappe.ValidationError, self.alur.save)

	def test_a_workflow_that_never_sets_an_skp_is_refused(self):
		self.alur.transitions = [row for row in self.alur.transitions if row.action != "Tetapkan"]
		self.assert_ditolak("Tahap Ditetapkan tidak dapat dicapai", frappe.ValidationError, self.alur.save)

	def test_a_state_in_use_cannot_be_taken_away(self):
		make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		add_verifikator()
		self.alur.reload()
		move_to = frappe.get_doc("Workflow", ALUR_SKP.nama)
		move_to.states = [row for row in move_to.states if row.state != "Diajukan"]
		for row in move_to.transitions:
			row.next_state = VERIFIKASI if row.next_state == "Diajukan" else row.next_state
			row.state = VERIFIKASI if row.state == "Diajukan" else row.state
		self.assert_ditolak("masih dipakai", frappe.ValidationError, move_to.save)

	def test_the_workflow_in_use_can_be_neither_switched_off_nor_deleted(self):
		self.alur.is_active = 0
		self.assert_ditolak("sedang dipakai", frappe.ValidationError, self.alur.save)
		self.assert_ditolak(
			"tidak dapat dihapus", frappe.ValidationError, frappe.delete_doc, "Workflow", self.alur.name
		)

	def test_a_successor_may_replace_it(self):
		baru = frappe.copy_doc(self.alur)
		baru.workflow_name = "Penetapan SKP 2"
		baru.insert()
		self.assertFalse(frappe.db.get_value("Workflow", self.alur.name, "is_active"))
		self.assertEqual(make_skp(self.instansi).tahap, "Ditetapkan")

	def test_stages_are_read_from_the_active_workflow(self):
		self.assertEqual(get_tahap("SKP", "Draf"), Tahap.DRAF)
		self.assert_ditolak("tidak ada lagi", frappe.ValidationError, get_tahap, "SKP", "Entah")

	def test_the_penilai_returns_only_with_a_reason(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		with as_user(skp.penilai_user):
			self.assert_ditolak(
				"Alasan Pengembalian", frappe.ValidationError, apply_workflow, skp.as_dict(), "Kembalikan"
			)
			doc = frappe.get_doc("SKP", skp.name)
			doc.catatan_pengembalian = "Target terlalu rendah"
			doc.save()
			apply_workflow(doc.as_dict(), "Kembalikan")
		self.assertEqual(skp.reload().tahap, "Dikembalikan")
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertFalse(skp.catatan_pengembalian)

	def test_roles_follow_from_being_employed_and_from_evaluating(self):
		self.assertIn("Pegawai ASN", frappe.get_roles(self.instansi.user["petugas"]))
		self.assertIn(PENILAI, frappe.get_roles(self.instansi.user["penilai"]))
		self.assertNotIn(PENILAI, frappe.get_roles(self.instansi.user["kolega"]))
