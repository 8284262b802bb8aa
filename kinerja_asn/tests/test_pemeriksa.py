"""HR adds a verifier by the assistant "Tambah pemeriksa"; HR opens Frappe's Workflow Builder."""

import frappe

from kinerja_asn.api.alur import add_pemeriksa, get_pilihan_pemeriksa
from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import HALAMAN_ALUR, PENGELOLA, PENILAI
from kinerja_asn.kinerja_asn.workflow.halaman import give_halaman_alur, remove_halaman_alur
from kinerja_asn.services.bersama.langkah import advance, describe_penunggu, send_back
from kinerja_asn.tahap.bawaan import ALUR_BAWAAN, ALUR_EVALUASI, ALUR_REALISASI, ALUR_SKP
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp, move

PERIKSA = {"setelah": "Diajukan", "peran": PENGELOLA, "status": "Diperiksa Tim", "tindakan": "Periksa"}


class UjiPemeriksa(UjiKinerja):
	def setUp(self):
		"""A site of this agency only: where another one has a period or documents, HR of one changes no workflow."""
		super().setUp()
		for doctype in ("Periode Kinerja", *BERTAHAP):
			frappe.db.delete(doctype, {"instansi": ("!=", self.instansi.name)})

	def add(self, alur: str = ALUR_SKP.nama, siapa: str = "pengelola", **isian):
		with as_user(self.instansi.user[siapa]):
			add_pemeriksa(alur, **{**PERIKSA, **isian})
		return frappe.get_doc("Workflow", alur)

	def act(self, doc, siapa: str, tahap: Tahap) -> None:
		with as_user(self.instansi.user[siapa]):
			advance(doc, tahap)
		doc.reload()


class TestTambahPemeriksa(UjiPemeriksa):
	def test_an_skp_goes_through_the_verifier(self):
		alur = self.add()
		self.assertEqual(
			[row.state for row in alur.states],
			["Draf", "Diajukan", "Diperiksa Tim", "Dikembalikan", "Ditetapkan", "Ditutup"],
		)
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.assertEqual(describe_penunggu(skp), "Menunggu Pengelola (Pengelola Kinerja).")
		with as_user(skp.penilai_user):
			self.assert_ditolak("Menunggu Pengelola", frappe.PermissionError, advance, skp, Tahap.DITETAPKAN)
		self.act(skp, "pengelola", Tahap.DITETAPKAN)
		self.assertEqual((skp.workflow_state, skp.tahap), ("Diperiksa Tim", "Diajukan"))
		self.act(skp, "penilai", Tahap.DITETAPKAN)
		self.assertEqual(skp.tahap, "Ditetapkan")

	def test_both_can_return_it_and_the_verifier_only_where_hr_says_so(self):
		self.add()
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		with as_user(self.instansi.user["pengelola"]):
			send_back(skp, "Satuannya?")
		move(skp.reload(), skp.pegawai_user, Tahap.DIAJUKAN)
		self.act(skp, "pengelola", Tahap.DITETAPKAN)
		with as_user(skp.penilai_user):
			send_back(skp, "Targetnya?")
		self.assertEqual(skp.reload().tahap, "Dikembalikan")
		alur = self.add(ALUR_REALISASI.nama, mengembalikan=0)
		langkah = {(row.state, row.action, row.allowed) for row in alur.transitions}
		self.assertIn(("Diajukan", "Periksa", PENGELOLA), langkah)
		self.assertNotIn(("Diajukan", "Kembalikan", PENGELOLA), langkah)

	def test_documents_under_way_follow_at_once(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.add()
		self.assertEqual(describe_penunggu(skp.reload()), "Menunggu Pengelola (Pengelola Kinerja).")
		self.act(skp, "pengelola", Tahap.DITETAPKAN)
		self.act(skp, "penilai", Tahap.DITETAPKAN)
		self.assertEqual(skp.tahap, "Ditetapkan")

	def test_only_for_the_posts_that_hr_chose(self):
		jabatan = frappe.db.get_value("Employee", self.instansi.pegawai["petugas"], "designation")
		lain = frappe.get_doc(doctype="Designation", designation_name="Guru d'Uji").insert().name
		frappe.db.set_value("Employee", self.instansi.pegawai["kolega"], "designation", lain)
		self.add(jabatan=[lain])
		petugas, kolega = (make_skp(self.instansi, nama, Tahap.DIAJUKAN) for nama in ("petugas", "kolega"))
		self.assertNotEqual(jabatan, lain)
		self.assertEqual(describe_penunggu(petugas), "Menunggu Penilai (Pejabat Penilai Kinerja).")
		self.assertEqual(describe_penunggu(kolega), "Menunggu Pengelola (Pengelola Kinerja).")
		self.act(petugas, "penilai", Tahap.DITETAPKAN)
		self.assertEqual(petugas.tahap, "Ditetapkan")
		self.act(kolega, "pengelola", Tahap.DITETAPKAN)
		self.assertEqual(kolega.workflow_state, "Diperiksa Tim")
		self.act(kolega, "penilai", Tahap.DITETAPKAN)
		self.assertEqual(kolega.tahap, "Ditetapkan")

	def test_only_for_kinds_of_posts(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "jenis_jabatan", "Pelaksana")
		self.add(jenis_jabatan='["Jabatan Fungsional"]')
		petugas, kolega = (make_skp(self.instansi, nama, Tahap.DIAJUKAN) for nama in ("petugas", "kolega"))
		self.assertIn("Pejabat Penilai Kinerja", describe_penunggu(petugas))
		self.assertIn("Pengelola Kinerja", describe_penunggu(kolega))

	def test_a_second_verifier_comes_before_or_after_the_first(self):
		self.add()
		alur = self.add(setelah="Diperiksa Tim", status="Diperiksa Lagi", tindakan="Periksa Lagi")
		langkah = {(row.state, row.action): row.next_state for row in alur.transitions}
		self.assertEqual(langkah["Diajukan", "Periksa"], "Diperiksa Tim")
		self.assertEqual(langkah["Diperiksa Tim", "Periksa Lagi"], "Diperiksa Lagi")
		self.assertEqual(langkah["Diperiksa Lagi", "Tetapkan"], "Ditetapkan")

	def test_realisasi_and_evaluasi_likewise(self):
		self.add(ALUR_REALISASI.nama)
		realisasi = make_realisasi(make_skp(self.instansi), 1, 10, Tahap.DIAJUKAN)
		self.assertEqual(describe_penunggu(realisasi), "Menunggu Pengelola (Pengelola Kinerja).")
		alur = self.add(ALUR_EVALUASI.nama, setelah="Ditetapkan")
		langkah = {(row.state, row.action): row.next_state for row in alur.transitions}
		self.assertEqual(langkah["Diperiksa Tim", "Serahkan"], "Diserahkan")
		self.assertNotIn(("Ditetapkan", "Serahkan"), langkah)

	def test_what_the_builder_drew_does_not_undo_it(self):
		alur = frappe.get_doc("Workflow", ALUR_SKP.nama)
		for row in alur.transitions:
			row.workflow_builder_id = f"action-{row.idx}"
		alur.save()
		alur = self.add()
		tetapkan = next(row for row in alur.transitions if row.action == "Tetapkan")
		self.assertFalse(tetapkan.workflow_builder_id)


class TestDitolak(UjiPemeriksa):
	def assert_tetap(
		self, pesan: str, galat=frappe.ValidationError, siapa: str = "pengelola", **isian
	) -> None:
		sebelum = [frappe.db.count(doctype) for doctype in ("Workflow State", "Workflow Document State")]
		with self.subTest(pesan=pesan):
			with as_user(self.instansi.user[siapa]):
				self.assert_ditolak(
					pesan, galat, add_pemeriksa, **{"alur": ALUR_SKP.nama, **PERIKSA, **isian}
				)
			sesudah = [frappe.db.count(doctype) for doctype in ("Workflow State", "Workflow Document State")]
			self.assertEqual(sebelum, sesudah)

	def test_what_cannot_work_is_refused_with_a_remedy_and_changes_nothing(self):
		for setelah in ("Draf", "Ditetapkan", "Entah"):
			self.assert_tetap("tidak dapat ditambahkan setelah status", setelah=setelah)
		for peran in ("All", "Employee", PENILAI, "Pegawai ASN", "Entah"):
			self.assert_tetap("tidak dapat menjadi pemeriksa", peran=peran)
		self.assert_tetap("sudah ada di alur kerja ini", status="Ditetapkan")
		self.assert_tetap("sudah ada pada status", tindakan="Kembalikan")
		for status in ("", "  ", "<b>x</b>", "x" * 200):
			self.assert_tetap("Nama status: isi paling banyak 60", status=status)
		self.assert_tetap("Jabatan tidak dikenal", jabatan=["Entah"])
		self.assert_tetap("Jabatan tidak dikenal", jenis_jabatan=["x') or True or ('"])

	def test_a_role_without_rights_or_holders_is_refused(self):
		frappe.get_doc(doctype="Role", role_name="Verifikator Uji").insert()
		self.assert_tetap("belum berhak membaca dan menulis SKP", peran="Verifikator Uji")
		frappe.permissions.add_permission("SKP", "Verifikator Uji")
		frappe.permissions.update_permission_property("SKP", "Verifikator Uji", 0, "write", 1)
		self.assert_tetap("Belum ada yang memegang peran Verifikator Uji", peran="Verifikator Uji")
		frappe.get_doc("User", self.instansi.user["kolega"]).add_roles("Verifikator Uji")
		self.add(peran="Verifikator Uji")
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.assertEqual(describe_penunggu(skp), "Menunggu Kolega (Verifikator Uji).")

	def test_whoever_may_not_change_the_workflow_adds_nobody(self):
		for nama in ("petugas", "penilai", "auditor", "pengelola_unit", "tetangga"):
			self.assert_tetap("", frappe.PermissionError, siapa=nama)
			with as_user(self.instansi.user[nama]), self.assertRaises(frappe.PermissionError):
				get_pilihan_pemeriksa(ALUR_SKP.nama)

	def test_no_other_apps_workflow(self):
		asing = frappe.copy_doc(frappe.get_doc("Workflow", ALUR_SKP.nama))
		asing.update(
			{"workflow_name": "Alur Pengguna", "document_type": "ToDo", "workflow_state_field": "status"}
		)
		for row in asing.transitions:
			row.condition = None
		asing.insert()
		self.assert_tetap("", frappe.PermissionError, alur=asing.name)
		self.assert_ditolak(
			"Pilih alur kerja Kinerja ASN", frappe.ValidationError, add_pemeriksa, alur=asing.name, **PERIKSA
		)

	def test_the_dialog_offers_what_works(self):
		with as_user(self.instansi.user["pengelola"]):
			pilihan = {alur.doctype: get_pilihan_pemeriksa(alur.nama) for alur in ALUR_BAWAAN}
		setelah = {doctype: [isi["value"] for isi in p["setelah"]] for doctype, p in pilihan.items()}
		self.assertEqual(
			setelah,
			{
				"SKP": ["Diajukan"],
				"Perubahan SKP": ["Diajukan"],
				"Realisasi Kinerja": ["Diajukan"],
				"Evaluasi Kinerja": ["Ditetapkan"],
				"Keberatan Kinerja": [],
			},
		)
		self.assertEqual([isi["value"] for isi in pilihan["SKP"]["peran"]], [PENGELOLA])
		self.assertTrue(pilihan["SKP"]["jenis_jabatan"])
		self.assertFalse(pilihan["Realisasi Kinerja"]["jenis_jabatan"])


class TestPerancangAlur(UjiPemeriksa):
	def test_hr_opens_it_and_nobody_else_gains_it(self):
		for nama in ("pengelola", "petugas", "penilai", "auditor", "pengelola_unit"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				terbuka = frappe.get_doc("Page", HALAMAN_ALUR).is_permitted()
				self.assertEqual(bool(terbuka), nama == "pengelola")
		self.assertTrue(frappe.get_doc("Page", HALAMAN_ALUR).is_permitted(), "the administrator, as before")

	def test_it_is_given_once_and_taken_away_again(self):
		give_halaman_alur()
		self.assertEqual(frappe.db.count("Custom Role", {"page": HALAMAN_ALUR}), 1)
		remove_halaman_alur()
		self.assertEqual(frappe.db.count("Custom Role", {"page": HALAMAN_ALUR}), 0)
		give_halaman_alur()
		milik_situs = frappe.get_doc("Custom Role", {"page": HALAMAN_ALUR})
		milik_situs.append("roles", {"role": "Auditor Kinerja"})
		milik_situs.save()
		remove_halaman_alur()
		self.assertEqual(
			{row.role for row in milik_situs.reload().roles}, {"System Manager", "Auditor Kinerja"}
		)
