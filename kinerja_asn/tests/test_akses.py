"""Who sees and does what. The tree: kepala ── penilai ── petugas, kolega; HR, unit HR and an auditor of the same
agency; tetangga is HR of another one. Everything here belongs to petugas unless a test says otherwise."""

from unittest.mock import patch

import frappe
from frappe.client import get, get_value
from frappe.desk.search import search_link
from frappe.model.workflow import apply_workflow, bulk_workflow_approval

from kinerja_asn.constants.akses import TABEL_ANAK, TRANSAKSI
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	make_user,
	move,
)

DALAM = ("petugas", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor")
LUAR = ("kolega", "tetangga")


class TestMelihat(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.realisasi = make_realisasi(self.skp, 1, 70)
		make_kinerja_unit(self.instansi)
		self.evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.instansi.user["penilai"]):
			self.umpan_balik = frappe.get_doc(
				doctype="Umpan Balik Kinerja",
				skp=self.skp.name,
				tanggal="2025-02-01",
				sifat="Positif",
				isi="Teliti",
			).insert()
		self.dokumen = {
			"SKP": self.skp,
			"Realisasi Kinerja": self.realisasi,
			"Umpan Balik Kinerja": self.umpan_balik,
		}

	def test_list_and_form_agree_for_everybody(self):
		for doctype, doc in self.dokumen.items():
			for nama in (*DALAM, *LUAR):
				with self.subTest(doctype=doctype, siapa=nama), as_user(self.instansi.user[nama]):
					self.assertEqual(doc.name in frappe.get_list(doctype, pluck="name"), nama in DALAM)
					self.assertEqual(doc.has_permission("read"), nama in DALAM)
					self.assertEqual(doc.has_permission("print"), nama in DALAM)

	def test_the_query_builder_condition_agrees_with_the_list(self):
		for doctype, doc in self.dokumen.items():
			table = frappe.qb.DocType(doctype)
			for nama in (*DALAM, *LUAR):
				with self.subTest(doctype=doctype, siapa=nama):
					kondisi = get_kondisi(doctype, self.instansi.user[nama])
					names = frappe.qb.from_(table).select(table.name).where(kondisi).run(pluck=True)
					self.assertEqual(doc.name in names, nama in DALAM)

	def test_a_colleague_cannot_count_search_or_read_single_values(self):
		with as_user(self.instansi.user["kolega"]):
			for doctype, doc in self.dokumen.items():
				with self.subTest(doctype=doctype):
					self.assertEqual(
						call("frappe.client.get_count", doctype=doctype, filters={"name": doc.name}), 0
					)
					self.assertFalse(get_value(doctype, "nama_pegawai", {"name": doc.name}))
					self.assertEqual(get_names(search_link(doctype, doc.name)), [])

	def test_those_with_a_part_in_it_count_what_they_see(self):
		for nama in DALAM:
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertEqual(
					call("frappe.client.get_count", doctype="SKP", filters={"name": self.skp.name}), 1
				)

	def test_states_are_counted_over_what_one_sees(self):
		"""Frappe counts every document, by any column, for everybody who may read the DocType."""
		metode = "frappe.workflow.doctype.workflow.workflow.get_workflow_state_count"
		isi = {"doctype": "SKP", "workflow_state_field": "nama_pegawai", "states": ["Draf"]}
		with as_user(self.instansi.user["kolega"]):
			self.assertEqual(call(metode, **isi), [])
			with self.assertRaises(frappe.PermissionError):
				call(metode, **{**isi, "doctype": "User"})
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(call(metode, **isi), [{"workflow_state": "Ditetapkan", "count": 1}])

	def test_the_dashboard_of_an_own_document_counts_nothing_hidden(self):
		"""Frappe counts linked documents without asking; ours name no links."""
		for doctype in TRANSAKSI:
			self.assertFalse(frappe.get_meta(doctype).links, doctype)

	def test_a_colleague_cannot_list_child_rows(self):
		for tabel, daftar_induk in TABEL_ANAK.items():
			for induk in daftar_induk:
				with self.subTest(tabel=tabel, induk=induk), as_user(self.instansi.user["kolega"]):
					if frappe.has_permission(induk):
						rows = frappe.get_list(tabel, parent_doctype=induk, fields=["name", "parent"])
						self.assertEqual(rows, [])
		with as_user(self.instansi.user["petugas"]):
			rows = frappe.get_list("SKP Indikator", parent_doctype="SKP", pluck="parent")
			self.assertEqual(rows, [self.skp.name])

	def test_a_colleague_cannot_open_a_child_row(self):
		row = self.skp.indikator[0]
		with as_user(self.instansi.user["kolega"]), self.assertRaises(frappe.DoesNotExistError):
			get("SKP Indikator", row.name, parent="SKP")
		with as_user(self.instansi.user["petugas"]):
			self.assertEqual(get("SKP Indikator", row.name, parent="SKP")["indikator"], row.indikator)

	def test_files_of_a_realisasi_follow_it(self):
		berkas = frappe.get_doc(
			doctype="File",
			file_name="bukti.pdf",
			content=b"%PDF-1.4 isi",
			is_private=1,
			attached_to_doctype="Realisasi Kinerja",
			attached_to_name=self.realisasi.name,
		).insert()
		for nama in (*DALAM, *LUAR):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertEqual(berkas.has_permission("read"), nama in DALAM)
				names = frappe.get_list("File", {"name": berkas.name}, pluck="name")
				self.assertFalse(nama in LUAR and names)

	def test_comments_and_versions_are_out_of_a_colleagues_reach(self):
		self.skp.add_comment("Comment", "Catatan rahasia penilai")
		for doctype in ("Comment", "Version"):
			with self.subTest(doctype=doctype), as_user(self.instansi.user["kolega"]):
				try:
					rows = frappe.get_list(doctype, {self._acuan(doctype): self.skp.name}, pluck="name")
				except frappe.PermissionError:
					rows = []
				self.assertEqual(rows, [])

	@staticmethod
	def _acuan(doctype: str) -> str:
		return "reference_name" if doctype == "Comment" else "docname"

	def test_the_rated_person_sees_his_evaluation_only_once_handed_over(self):
		self.assert_evaluasi_terlihat("petugas", False)
		self.finish_evaluasi()
		self.assert_evaluasi_terlihat("petugas", False)
		move(self.evaluasi, self.instansi.user["penilai"], Tahap.DISERAHKAN)
		self.assert_evaluasi_terlihat("petugas", True)
		self.assert_evaluasi_terlihat("kolega", False)

	def finish_evaluasi(self) -> None:
		self.evaluasi.reload()
		with as_user(self.instansi.user["penilai"]):
			self.evaluasi.rating_hasil_kerja = self.evaluasi.usulan_rating_hasil
			self.evaluasi.rating_perilaku = "Sesuai Ekspektasi"
			self.evaluasi.save()
		move(self.evaluasi, self.instansi.user["penilai"], Tahap.DITETAPKAN)

	def assert_evaluasi_terlihat(self, nama: str, terlihat: bool) -> None:
		with as_user(self.instansi.user[nama]):
			self.assertEqual(bool(frappe.get_list("Evaluasi Kinerja", pluck="name")), terlihat)
			self.assertEqual(
				frappe.get_doc("Evaluasi Kinerja", self.evaluasi.name).has_permission("read"), terlihat
			)
			rows = frappe.get_list("Evaluasi Hasil Kerja", parent_doctype="Evaluasi Kinerja", pluck="name")
			self.assertEqual(bool(rows), terlihat)

	def test_what_waits_for_a_role_is_listed_to_its_own_people_only(self):
		"""Frappe's Workflow Action names every waiting document to every holder of the role."""
		menunggu = make_realisasi(self.skp, 2, 70, Tahap.DIAJUKAN)
		frappe.get_doc("User", self.instansi.user["kolega"]).add_roles("Pejabat Penilai Kinerja")
		for nama in ("kolega", "tetangga"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				try:
					rows = frappe.get_list("Workflow Action", {"reference_name": menunggu.name}, pluck="name")
				except frappe.PermissionError:
					rows = []
				self.assertEqual(rows, [])
		for name in frappe.get_all("Workflow Action", {"reference_name": menunggu.name}, pluck="name"):
			with as_user(self.instansi.user["kolega"]):
				aksi = frappe.get_doc("Workflow Action", name)
				self.assertFalse(aksi.has_permission("read") or aksi.has_permission("delete"))

	def test_a_share_or_an_assignment_cannot_reopen_what_is_closed(self):
		for doctype, doc in self.dokumen.items():
			with self.subTest(doctype=doctype):
				self.assert_ditolak(
					"tidak dapat dibagikan",
					frappe.PermissionError,
					frappe.share.add_docshare,
					doctype,
					doc.name,
					self.instansi.user["kolega"],
					read=1,
					flags={"ignore_share_permission": True},
				)

	def test_a_user_without_a_role_or_employee_sees_nothing(self):
		orang = make_user("tanpa.peran@uji.example", "Tanpa Peran")
		for doctype in TRANSAKSI:
			table = frappe.qb.DocType(doctype)
			names = frappe.qb.from_(table).select(table.name).where(get_kondisi(doctype, orang)).run()
			self.assertEqual(len(names), 0)

	def test_hr_without_an_agency_sees_nothing(self):
		orang = make_user("hr.lepas@uji.example", "HR Lepas", ("Pengelola Kinerja",))
		with as_user(orang):
			self.assertEqual(frappe.get_list("SKP", pluck="name"), [])

	def test_unit_hr_sees_only_his_unit(self):
		kepala = make_skp(self.instansi, "pengelola", Tahap.DRAF)
		with as_user(self.instansi.user["pengelola_unit"]):
			self.assertNotIn(kepala.name, frappe.get_list("SKP", pluck="name"))
			self.assertIn(self.skp.name, frappe.get_list("SKP", pluck="name"))


class TestBertindak(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.petugas, self.penilai = self.instansi.user["petugas"], self.instansi.user["penilai"]

	def test_nobody_decides_about_himself_whoever_made_the_document(self):
		"""The Penilai's own SKP, made by HR, with every role given to him."""
		with as_user(self.instansi.user["pengelola"]):
			skp = frappe.get_doc(
				doctype="SKP",
				periode=self.instansi.periode,
				pegawai=self.instansi.pegawai["petugas"],
				hasil_kerja=[{"jenis": "Utama", "rencana_hasil_kerja": "Tertibnya data"}],
				indikator=[
					{
						"hasil_kerja_ke": 1,
						"aspek": "Kuantitas",
						"indikator": "Data",
						"target_min": 1,
						"target_maks": 1,
						"satuan": "data",
						"arah": "Naik",
					}
				],
			).insert()
		frappe.get_doc("User", self.petugas).add_roles("Pejabat Penilai Kinerja", "Pengelola Kinerja")
		move(skp, self.petugas, Tahap.DIAJUKAN)
		with as_user(self.petugas):
			self.assert_langkah_ditolak(skp, "Tetapkan", "Ditetapkan")

	def test_the_officer_cannot_verify_his_own_realisasi(self):
		realisasi = make_realisasi(make_skp(self.instansi), 1, 70, Tahap.DIAJUKAN)
		frappe.get_doc("User", self.petugas).add_roles("Pejabat Penilai Kinerja")
		with as_user(self.petugas):
			self.assert_langkah_ditolak(realisasi, "Verifikasi", "Diverifikasi")

	def test_another_penilai_cannot_decide(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		with as_user(self.instansi.user["kepala"]):
			self.assert_langkah_ditolak(skp, "Tetapkan", "Ditetapkan")

	def test_administrator_is_no_penilai_either(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		self.assert_langkah_ditolak(skp, "Tetapkan", "Ditetapkan")

	def assert_langkah_ditolak(self, doc, tindakan: str, status: str) -> None:
		"""By the workflow button, by writing the state, and in bulk."""
		with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
			apply_workflow(doc.as_dict(), tindakan)
		langsung = frappe.get_doc(doc.doctype, doc.name)
		langsung.workflow_state = status
		with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
			langsung.save()
		with patch.object(frappe.db, "rollback"), patch.object(frappe.db, "commit"):  # it ends transactions
			bulk_workflow_approval(frappe.as_json([doc.name]), doc.doctype, tindakan)
		self.assertEqual(frappe.db.get_value(doc.doctype, doc.name, "workflow_state"), doc.workflow_state)

	def test_the_officer_cannot_make_rate_or_hand_over_his_evaluation(self):
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 70)
		with as_user(self.petugas), self.assertRaises(frappe.PermissionError):
			frappe.get_doc(doctype="Evaluasi Kinerja", skp=skp.name, jenis="Tahunan").insert()
		evaluasi = make_evaluasi(self.instansi, skp)
		evaluasi.rating_hasil_kerja = "Diatas Ekspektasi"
		with as_user(self.petugas), self.assertRaises(frappe.DoesNotExistError):
			evaluasi.save()
		self.assertFalse(frappe.db.get_value("Evaluasi Kinerja", evaluasi.name, "rating_hasil_kerja"))

	def test_an_employee_cannot_make_an_skp_for_somebody_else(self):
		for nama in ("kolega", "penilai"):
			pegawai = self.instansi.pegawai[nama]
			with self.subTest(untuk=nama):
				with as_user(self.petugas), self.assertRaises(frappe.PermissionError):
					frappe.get_doc(
						doctype="SKP",
						periode=self.instansi.periode,
						pegawai=pegawai,
						pegawai_user=self.petugas,
					).insert()
				self.assertFalse(frappe.db.exists("SKP", {"pegawai": pegawai}))

	def test_hr_of_another_agency_can_neither_make_nor_delete(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		kolega = self.instansi.pegawai["kolega"]
		with as_user(self.instansi.user["tetangga"]):
			with self.assertRaises((frappe.DoesNotExistError, frappe.PermissionError)):  # v15: the latter
				frappe.delete_doc("SKP", skp.name)
			with self.assertRaises(frappe.PermissionError):
				frappe.get_doc(doctype="SKP", periode=self.instansi.periode, pegawai=kolega).insert()
		self.assertTrue(frappe.db.exists("SKP", skp.name))
		self.assertFalse(frappe.db.exists("SKP", {"pegawai": kolega}))

	def test_hr_keeps_the_masters_of_its_own_agency_and_no_others(self):
		"""Whatever agency the client writes into the document."""
		unit = {"doctype": "Kinerja Unit", "unit_kerja": self.instansi.unit, "periode": self.instansi.periode}
		unit |= {"jenis": "Tahunan", "rekomendasi_pengawasan": "Tanpa temuan."}
		orang = {
			"doctype": "Penugasan Penilai",
			"pegawai": self.instansi.pegawai["kolega"],
			"dari": "2025-01-01",
		}
		orang |= {"penilai": self.instansi.pegawai["kepala"]}
		for isi in (unit, orang):
			with self.subTest(doctype=isi["doctype"]):
				with as_user(self.instansi.user["tetangga"]), self.assertRaises(frappe.PermissionError):
					frappe.get_doc({**isi, "instansi": "Dinas Tetangga Uji"}).insert()
				with as_user(self.instansi.user["pengelola"]):
					doc = frappe.get_doc(isi).insert()
					self.assertEqual(doc.instansi, self.instansi.name)
		with as_user(self.instansi.user["pengelola"]):
			doc.pegawai = self.instansi.pegawai["tetangga"]
			self.assert_ditolak("tidak dapat diganti", frappe.ValidationError, doc.save)

	def test_hr_deletes_drafts_only(self):
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		tetap = make_skp(self.instansi)
		with as_user(self.instansi.user["pengelola"]):
			frappe.delete_doc("SKP", draf.name)
			with self.assertRaises(frappe.PermissionError):
				frappe.delete_doc("SKP", tetap.name)
		self.assertFalse(frappe.db.exists("SKP", draf.name))

	def test_the_snapshot_of_who_may_act_cannot_be_forged(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		for kolom in ("penilai_user", "pegawai_user", "atasan_penilai_user", "tahap", "ditetapkan_oleh"):
			with self.subTest(kolom=kolom), as_user(self.petugas):
				doc = frappe.get_doc("SKP", skp.name)
				doc.set(kolom, "kolega@uji.example" if kolom != "tahap" else "Ditetapkan")
				self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, doc.save)

	def test_claiming_to_be_a_party_in_the_sent_document_does_not_help(self):
		"""A client may send any JSON under the name of a stored document: rights come from the stored row."""
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		palsu = {**skp.as_dict(), "pegawai_user": "kolega@uji.example", "penilai_user": "kolega@uji.example"}
		with as_user(self.instansi.user["kolega"]), self.assertRaises(frappe.DoesNotExistError):
			frappe.get_doc(palsu).save()
		pihak = frappe.db.get_value("SKP", skp.name, ["pegawai_user", "penilai_user", "modified_by"])
		self.assertEqual(pihak, (skp.pegawai_user, skp.penilai_user, skp.modified_by))

	def test_a_set_skp_is_locked_for_everybody(self):
		skp = make_skp(self.instansi)
		for nama in ("petugas", "penilai", "pengelola", "kepala"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				doc = frappe.get_doc("SKP", skp.name)
				doc.indikator[0].target_min = doc.indikator[0].target_maks = 1
				with self.assertRaises(frappe.PermissionError):
					doc.save()
		self.assertEqual(frappe.db.get_value("SKP Indikator", skp.indikator[0].name, "target_min"), 1000)

	def test_rows_of_another_document_cannot_be_taken_over(self):
		korban = make_skp(self.instansi, "kolega", Tahap.DRAF)
		milik = make_skp(self.instansi, tahap=Tahap.DRAF)
		with as_user(self.petugas):
			doc = frappe.get_doc("SKP", milik.name)
			doc.append("hasil_kerja", {"rencana_hasil_kerja": "Curian", "jenis": "Utama"})
			doc.hasil_kerja[-1].name = korban.hasil_kerja[0].name
			doc.hasil_kerja[-1].set("__islocal", 0)
			self.assert_ditolak("bukan milik dokumen ini", frappe.ValidationError, doc.save)
		self.assertEqual(
			frappe.db.get_value("SKP Hasil Kerja", korban.hasil_kerja[0].name, "parent"), korban.name
		)

	def test_child_rows_cannot_be_written_past_their_document(self):
		"""Frappe checks a child row that is saved alone against the DocType only, and runs no rule of its parent."""
		skp = make_skp(self.instansi)
		for nama in ("petugas", "penilai", "pengelola"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				row = frappe.get_doc("SKP Indikator", skp.indikator[0].name)
				row.target_min = row.target_maks = 1
				with self.assertRaises(frappe.PermissionError):
					row.save()
				with self.assertRaises(frappe.PermissionError):
					frappe.delete_doc("SKP Indikator", row.name)
				with self.assertRaises(frappe.PermissionError):
					frappe.get_doc({**row.as_dict(), "name": None, "__islocal": 1}).insert()
		self.assertEqual(frappe.db.get_value("SKP Indikator", row.name, "target_min"), 1000)

	def test_feedback_is_given_by_named_leaders_only_and_never_rewritten(self):
		skp = make_skp(self.instansi)
		isi = {
			"doctype": "Umpan Balik Kinerja",
			"skp": skp.name,
			"tanggal": "2025-02-01",
			"sifat": "Positif",
			"isi": "x",
		}
		for nama in ("petugas", "kolega", "pengelola"):
			with (
				self.subTest(siapa=nama),
				as_user(self.instansi.user[nama]),
				self.assertRaises(frappe.PermissionError),
			):
				frappe.get_doc({**isi, "pemberi_user": self.instansi.user["penilai"]}).insert()
		for nama in ("penilai", "kepala"):
			with as_user(self.instansi.user[nama]):
				doc = frappe.get_doc(isi).insert()
				self.assertEqual(doc.pemberi_user, self.instansi.user[nama])
				doc.isi = "diubah"
				with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
					doc.save()


def call(metode: str, **kwargs):
	"""What /api/method runs for ``metode``: the replacement that a hook names, else the method itself."""
	pengganti = frappe.get_hooks("override_whitelisted_methods").get(metode, [metode])
	return frappe.get_attr(pengganti[-1])(**kwargs)


def get_names(hasil) -> list[str]:
	"""search_link answers a list on v16 and fills the response on v15."""
	rows = hasil if hasil is not None else frappe.response.pop("results", [])
	return [row["value"] for row in rows]
