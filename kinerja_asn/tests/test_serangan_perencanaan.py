"""The planning stage attacked on a real v15 site: what was found there, and who reaches its DocTypes without stages.

kolega is a colleague of petugas, pemberi assigns him something from another unit, tetangga is HR of another agency.
"""

import json

import frappe
from frappe.desk.doctype.tag.tag import add_tag
from frappe.utils import set_request
from frappe.www.printview import get_html_and_style

from kinerja_asn.api.alur import apply_workflow
from kinerja_asn.api.hitung import get_group_by_count
from kinerja_asn.api.judul import get_link_title, validate_link
from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.constants.istilah import StatusPenugasan, Tahap
from kinerja_asn.permissions.permintaan import guard_permintaan
from kinerja_asn.permissions.sekitar import (
	get_prepared_report_query_conditions,
	has_prepared_report_permission,
)
from kinerja_asn.services.bersama.langkah import find_langkah
from kinerja_asn.services.perencanaan.penugasan.penugasan import withdraw
from kinerja_asn.services.perencanaan.penyelarasan.matriks import get_matriks
from kinerja_asn.services.perencanaan.penyelarasan.pembagian_peran import IsianSel, divide
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_periode,
	make_perjanjian,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_templat,
	move,
)

A15, A17 = "Matriks A.1.5", "SKP A.1.7"
HAK = {"baca": "read", "tulis": "write", "hapus": "delete"}
URUTAN = ("petugas", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor", "kolega", "tetangga")


class UjiPerencanaan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.user, self.pegawai = self.instansi.user, self.instansi.pegawai
		self.addCleanup(setattr, frappe.local, "form_dict", frappe._dict())

	def make_penugasan(self, oleh: str = "kolega", **isian):
		with as_user(self.user[oleh]):
			return frappe.get_doc(
				{
					"doctype": "Penugasan Kinerja",
					"bentuk": "Penunjukan",
					"pegawai": self.pegawai["petugas"],
					"periode": self.instansi.periode,
					"rencana_hasil_kerja": "Terpetakannya arsip keluarga",
					"jenis": "Tambahan",
					**make_indikator(),
					**isian,
				}
			).insert()

	def decide(self, penugasan, status: StatusPenugasan, alasan: str | None = None):
		with as_user(penugasan.penilai_user):
			penugasan.update({"status": str(status), "alasan_keputusan": alasan})
			return penugasan.save()

	def make_pimpinan(self):
		return make_skp(self.instansi, "penilai")


def guard(path: str = "/api/method/x.get", **isi) -> None:
	"""What our before_request makes of a request; it is left in ``frappe.local.form_dict``."""
	set_request(method="POST", path=path)
	frappe.local.form_dict = frappe._dict(isi)
	guard_permintaan()


class TestLewatTautan(UjiPerencanaan):
	"""Frappe joins ``skp.catatan_pengembalian`` to a row that the reader may see, whether or not he may see that SKP."""

	def assert_tertutup(self, **isi) -> None:
		with self.subTest(isi=isi):
			self.assert_ditolak("lewat tautan", frappe.PermissionError, guard, **isi)

	def test_the_list_shows_the_name_of_a_unit_and_nothing_else_of_it(self):
		"""Frappe's list view asks so for every link whose DocType shows its title: all of HR's lists were refused."""
		guard(doctype="SKP", fields='["`tabSKP`.`name`", "unit_kerja.nama_unit as unit_kerja_nama_unit"]')
		judul = frappe.get_meta("Periode Kinerja").title_field
		guard(doctype="SKP", fields=f'["periode.{judul} as periode_{judul}"]')
		for kolom in (
			"unit_kerja.nama_unit",
			"unit_kerja.parent_department as unit_kerja_parent_department",
			"unit_kerja.nama_unit as unit_kerja_nama_unit, pegawai.bank_ac_no as x",
			"pegawai.employee_name as pegawai_employee_name",
			"periode.status as periode_status",
		):
			self.assert_tertutup(doctype="SKP", fields=kolom)
		self.assert_tertutup(doctype="SKP", order_by="unit_kerja.parent_department as unit_kerja_nama_unit")
		self.assert_tertutup(doctype="Penugasan Kinerja", fields='["perubahan.name as perubahan_name"]')

	def test_every_list_of_the_desk_may_ask_for_the_titles_that_its_columns_show(self):
		diminta = {
			(doctype, f"{df.fieldname}.{tertaut.title_field} as {df.fieldname}_{tertaut.title_field}")
			for doctype in TERJAGA
			for df in frappe.get_meta(doctype).get_link_fields()
			if (tertaut := frappe.get_meta(df.options)).show_title_field_in_link and df.in_list_view
		}
		self.assertTrue(diminta)
		for doctype, kolom in diminta:
			with self.subTest(doctype=doctype, kolom=kolom):
				guard(doctype=doctype, fields=frappe.as_json([kolom]))

	def test_columns_of_linked_documents_are_out_of_reach(self):
		nama = {"doctype": "Penugasan Kinerja"}
		for kolom in (
			["name", "perubahan.uraian_alasan"],
			'["perubahan.uraian_alasan as a"]',
			"name, perubahan.uraian_alasan",
			{"title": "perubahan.uraian_alasan"},
			'{"filters": {"perubahan.`uraian_alasan`": "x"}}',
		):
			for kunci in ("fields", "field_map", "fieldname"):
				self.assert_tertutup(**nama, **{kunci: kolom})
		self.assert_tertutup(**nama, filters='{"filters": {"perubahan.`uraian_alasan`": "x"}}')
		self.assert_tertutup(**nama, order_by="perubahan.uraian_alasan desc")
		self.assert_tertutup(doctype="Tanpa Peran", fields=["skp_pimpinan.catatan_pengembalian"])
		self.assert_tertutup(doctype="SKP Hasil Kerja", fields=["penugasan.dasar"])

	def test_nor_whatever_stands_around_the_name(self):
		for kolom in (
			"`skp.workflow_state` collate `utf8mb4_bin`",
			"skp.workflow_state` collate `utf8mb4_bin",
		):
			self.assert_tertutup(doctype="Penugasan Kinerja", fields=json.dumps([kolom]))
		for saringan in (
			[["Penugasan Kinerja", "skp.workflow_state", "=", "Draf"]],
			[["skp . `workflow_state`", "=", "Draf"]],
			{"ifnull(skp.workflow_state, '')": "Draf"},
		):
			self.assert_tertutup(doctype="Penugasan Kinerja", filters=json.dumps(saringan))

	def test_nor_as_a_further_column_of_a_report(self):
		kolom = {
			"doctype": "SKP",
			"fieldname": "atasan_penilai.date_of_birth",
			"link_field": {"fieldname": "skp"},
		}
		self.assert_tertutup(report_name="Progres Realisasi", custom_columns=json.dumps([kolom]))

	def test_nor_by_rest_or_a_chart_that_the_caller_makes_up(self):
		kolom = json.dumps(["skp.catatan_pengembalian"])
		for path in ("/api/resource/Penugasan%20Kinerja", "/api/v2/document/Penugasan Kinerja"):
			self.assert_tertutup(path=path, fields=kolom)
		bagan = {"document_type": "Penugasan Kinerja", "group_by_based_on": "skp.catatan_pengembalian"}
		self.assert_tertutup(chart=json.dumps(bagan))

	def test_ones_own_columns_child_rows_and_values_with_a_dot_pass(self):
		for isi in (
			{"doctype": "SKP", "fields": ["`tabSKP`.`name`", "hasil_kerja.rencana_hasil_kerja"]},
			{"doctype": "SKP", "fields": ["count(*) as jumlah"], "order_by": "`tabSKP`.`modified` desc"},
			{"doctype": "SKP", "filters": [["SKP", "penilai_user", "=", "penilai.dinas@uji.example"]]},
			{"doctype": "SKP", "filters": {"catatan_pengembalian": ["like", "%kepada penilai. Lalu%"]}},
			{"doctype": "ToDo", "fields": ["assigned_by.full_name"]},
			{"doctype": "SKP", "doc": '{"catatan_pengembalian": "penilai.oke"}'},
		):
			with self.subTest(isi=isi):
				guard(**isi)
				self.assertEqual(frappe.local.form_dict, isi)


class TestOrakel(UjiPerencanaan):
	"""Endpoints of Frappe that answered yes or no about documents that the caller may not see."""

	def test_a_goals_graph_adds_up_none_of_our_tables_nor_their_traces(self):
		for doctype in ("Evaluasi Kinerja", "SKP", "SKP Indikator", "Version", "Comment"):
			with self.subTest(doctype):
				self.assert_ditolak(
					"Grafik ini tidak tersedia",
					frappe.PermissionError,
					guard,
					"/api/method/frappe.utils.goal.get_monthly_goal_graph_data",
					doctype="SKP",
					goal_doctype=doctype,
				)
		guard("/api/method/frappe.utils.goal.get_monthly_goal_graph_data", goal_doctype="Sales Invoice")

	def test_assignments_are_counted_on_documents_that_the_reader_sees(self):
		skp = make_skp(self.instansi)
		todo = {"doctype": "ToDo", "reference_type": "SKP", "reference_name": skp.name, "description": "x"}
		frappe.get_doc({**todo, "allocated_to": self.user["penilai"]}).insert()
		for nama, jumlah in (("penilai", 1), ("pengelola", 1), ("kolega", 0), ("tetangga", 0)):
			with self.subTest(nama), as_user(self.user[nama]):
				hasil = get_group_by_count("SKP", json.dumps({"tahap": "Ditetapkan"}), "assigned_to")
				self.assertEqual(sum(row["count"] for row in hasil), jumlah)
		self.assert_ditolak(
			"tidak tersedia lewat jalan ini",
			frappe.PermissionError,
			guard,
			"/api/method/frappe.desk.reportview.get_group_by_count",
			doctype="SKP",
		)

	def test_a_link_is_no_way_to_ask_whether_a_document_exists(self):
		skp = make_skp(self.instansi)
		with as_user(self.user["kolega"]):
			self.assertEqual(validate_link("SKP", skp.name), {"name": None})
			self.assertEqual(validate_link("SKP", "SKP-yang-tidak-ada"), {"name": None})


class TestLaporanTersimpan(UjiPerencanaan):
	"""Frappe keeps the result of a slow report and hands it to whoever names its maker."""

	LAPORAN = "Kepatuhan Penetapan SKP"

	def test_a_report_is_worked_out_for_who_asks(self):
		guard(report_name=self.LAPORAN, user=self.user["pengelola"], filters="{}")
		self.assertNotIn("user", frappe.local.form_dict)
		self.assertEqual(frappe.local.form_dict.ignore_prepared_report, 1)
		guard(report_name="Laporan lain", user="a@b.c")
		self.assertEqual(frappe.local.form_dict.user, "a@b.c")

	def test_a_kept_result_is_its_makers(self):
		with as_user(self.user["pengelola"]):
			simpanan = frappe.get_doc(doctype="Prepared Report", report_name=self.LAPORAN, filters="{}")
			simpanan.db_insert()
		for nama, boleh in (("pengelola", True), ("auditor", False), ("tetangga", False)):
			with self.subTest(nama), as_user(self.user[nama]):
				self.assertEqual(has_prepared_report_permission(simpanan, "read"), boleh)
				saring = {"report_name": self.LAPORAN}
				sql = get_prepared_report_query_conditions(self.user[nama])
				self.assertIn(frappe.db.escape(self.user[nama]), sql, saring)


class TestJejakPalsu(UjiPerencanaan):
	def test_a_task_is_assigned_in_the_name_of_who_assigns_it(self):
		skp = make_skp(self.instansi)
		with as_user(skp.pegawai_user):
			todo = frappe.get_doc(
				doctype="ToDo",
				reference_type="SKP",
				reference_name=skp.name,
				allocated_to=skp.pegawai_user,
				assigned_by=skp.penilai_user,
				description="Sudah saya setujui",
			).insert()
		self.assertEqual(todo.assigned_by, skp.pegawai_user)

	def test_no_tag_tells_the_title_of_a_document(self):
		skp = make_skp(self.instansi)
		with as_user(self.user["pengelola"]):
			self.assert_ditolak(
				"tidak diberi tag", frappe.PermissionError, add_tag, "rahasia", "SKP", skp.name
			)

	def test_nobody_calls_a_row_assigned_or_given_by_hand(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		with as_user(skp.pegawai_user):
			for sumber, tersimpan in (
				("Penugasan", None),
				("Matriks Peran Hasil", None),
				("Direktif", "Direktif"),
			):
				skp.hasil_kerja[0].sumber = sumber
				skp.save()
				self.assertEqual(skp.reload().hasil_kerja[0].sumber, tersimpan)


class TestVersiBasi(UjiPerencanaan):
	def test_a_step_is_taken_on_what_was_seen(self):
		"""He read 100; withdrawn, changed to 3 and submitted again, it is not set by his old page."""
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		dilihat = skp.reload().as_json()
		move(skp, skp.pegawai_user, Tahap.DRAF)
		with as_user(skp.pegawai_user):
			skp.reload().indikator[0].update({"target_min": 3, "target_maks": 3})
			skp.save()
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		with as_user(skp.penilai_user):
			tetapkan = find_langkah(skp.reload(), Tahap.DITETAPKAN).tindakan
			with self.assertRaises(frappe.TimestampMismatchError):
				apply_workflow(dilihat, tetapkan)
			self.assertEqual(apply_workflow(skp.reload().as_json(), tetapkan).tahap, Tahap.DITETAPKAN)


class TestDataSendiri(UjiPerencanaan):
	"""ERPNext's HR User writes every Employee and Department; what our roles reach follows from them."""

	def test_nobody_changes_what_his_own_reach_follows_from(self):
		for nama, kolom, nilai in (
			("pengelola", "company", "Dinas Tetangga Uji"),
			("pengelola", "reports_to", self.pegawai["kolega"]),
			("pengelola_unit", "department", "Sekretariat Uji - DUK"),
			("pengelola", "user_id", None),
		):
			doc = frappe.get_doc("Employee", self.pegawai[nama])
			doc.set(kolom, nilai)
			with self.subTest(nama=nama, kolom=kolom), as_user(self.user[nama]):
				self.assert_ditolak(
					"data kepegawaian Anda sendiri",
					frappe.PermissionError,
					doc.save,
					ignore_permissions=True,
				)

	def test_nor_makes_himself_a_second_record(self):
		frappe.db.set_value("Employee", self.pegawai["pengelola"], "status", "Left")
		with as_user(self.user["pengelola"]):
			doc = frappe.copy_doc(frappe.get_doc("Employee", self.pegawai["pengelola"]))
			doc.status = "Active"
			doc.update({"company": "Dinas Tetangga Uji", "nip": None})
			self.assert_ditolak(
				"data kepegawaian Anda sendiri", frappe.PermissionError, doc.insert, ignore_permissions=True
			)

	def test_other_data_and_other_people_are_his_to_write(self):
		with as_user(self.user["pengelola"]):
			sendiri = frappe.get_doc("Employee", self.pegawai["pengelola"])
			sendiri.pangkat_golongan = "Pembina / IV.a"
			sendiri.save(ignore_permissions=True)
			lain = frappe.get_doc("Employee", self.pegawai["petugas"])
			lain.reports_to = self.pegawai["kolega"]
			lain.save(ignore_permissions=True)
		self.assertEqual(lain.reload().reports_to, self.pegawai["kolega"])

	def test_unit_hr_hangs_no_unit_under_his_own(self):
		unit = frappe.get_doc(
			"Department", frappe.db.get_value("Employee", self.pegawai["kepala"], "department")
		)
		unit.parent_department = self.instansi.unit
		with as_user(self.user["pengelola_unit"]):
			self.assert_ditolak(
				"Susunan unit kerja", frappe.PermissionError, unit.save, ignore_permissions=True
			)


class TestCetakPalsu(UjiPerencanaan):
	"""Frappe prints the document a client sends, under the name of one that he may read."""

	def render(self, doc, format_cetak: str, **palsu) -> str:
		with as_user(doc.pegawai_user):
			return get_html_and_style(
				json.dumps({**doc.as_dict(), **palsu}, default=str), print_format=format_cetak
			)["html"]

	def test_a_matrix_is_that_of_the_stored_leader(self):
		pimpinan = self.make_pimpinan()
		rahasia = {**make_hasil_kerja("Rahasia petugas"), "rhk_pimpinan": pimpinan.hasil_kerja[0].kunci}
		make_skp(self.instansi, hasil_kerja=[rahasia])
		self.assertIn("Rahasia petugas", self.render(pimpinan, A15))
		palsu = {"pegawai": pimpinan.pegawai, "hasil_kerja": pimpinan.as_dict().hasil_kerja}
		html = self.render(make_skp(self.instansi, "kolega"), A15, **palsu)
		self.assertNotIn("Rahasia petugas", html)

	def test_nobodys_nip_is_looked_up_for_the_asking(self):
		nip = frappe.db.get_value("Employee", self.pegawai["tetangga"], "nip")
		palsu = {
			"ditetapkan_oleh": "palsu@uji.example",
			"atasan_penilai_user": "palsu@uji.example",
			"atasan_penilai": self.pegawai["tetangga"],
		}
		self.assertNotIn(nip, self.render(make_skp(self.instansi), A17, **palsu))

	def test_the_form_says_what_is_stored(self):
		draf = make_skp(self.instansi, tahap=Tahap.DRAF)
		html = self.render(draf, A17, tahap="Ditetapkan", ditetapkan_pada="2025-01-08 09:05:00")
		self.assertIn("RANCANGAN", html)


class TestPustaka(UjiPerencanaan):
	def test_the_title_of_another_agencys_indikator_is_not_told(self):
		ukuran = {kolom: nilai for kolom, nilai in make_indikator().items() if kolom != "hasil_kerja_ke"}
		isi = {**ukuran, "kode": "UJI-01", "instansi": self.instansi.name, "berlaku_mulai": "2025-01-01"}
		doc = frappe.get_doc({"doctype": "Indikator Kinerja", **isi}).insert()
		with as_user(self.user["tetangga"]):
			self.assertEqual(get_link_title(doc.doctype, doc.name), doc.name)
		with as_user(self.user["petugas"]):
			self.assertEqual(get_link_title(doc.doctype, doc.name), doc.indikator)
			self.assertEqual(get_link_title("ToDo", "x"), "x")

	def test_the_stand_in_is_in_force(self):
		hook = frappe.get_hooks("override_whitelisted_methods")["frappe.desk.search.get_link_title"]
		self.assertEqual(hook, ["kinerja_asn.api.judul.get_link_title"])


class TestPeriodeDitutup(UjiPerencanaan):
	"""A draft that was left over is no way into a closed period."""

	def close(self) -> None:
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"status": "Ditutup"}).save()

	def test_no_plan_is_submitted_or_set_any_more(self):
		draf = make_skp(self.instansi, tahap=Tahap.DRAF)
		diajukan = make_skp(self.instansi, "kolega", Tahap.DIAJUKAN)
		self.close()
		for doc, user, tahap in (
			(draf, draf.pegawai_user, Tahap.DIAJUKAN),
			(diajukan, diajukan.penilai_user, Tahap.DITETAPKAN),
		):
			with self.subTest(tahap=tahap):
				self.assert_ditolak("berstatus Ditutup", frappe.ValidationError, move, doc, user, tahap)
				self.assertNotEqual(doc.reload().tahap, tahap)

	def test_nor_is_a_report_submitted(self):
		draf = make_realisasi(make_skp(self.instansi), 1, 100, Tahap.DRAF)
		self.close()
		self.assert_ditolak(
			"berstatus Ditutup", frappe.ValidationError, move, draf, draf.pegawai_user, Tahap.DIAJUKAN
		)
		self.assertEqual(draf.reload().tahap, Tahap.DRAF)

	def test_nor_does_an_assignment_enter_one(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		tugas = self.make_penugasan()
		self.close()
		self.assert_ditolak(
			"berstatus Ditutup", frappe.ValidationError, self.decide, tugas, StatusPenugasan.DISETUJUI
		)
		ditolak = self.decide(tugas.reload(), StatusPenugasan.DITOLAK, "Periode sudah ditutup")
		self.assertEqual(ditolak.status, StatusPenugasan.DITOLAK)


class TestPenugasan(UjiPerencanaan):
	def test_what_was_decided_meanwhile_is_not_withdrawn_from_an_old_page(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		tugas = self.make_penugasan()
		lama = frappe.get_doc(tugas.doctype, tugas.name)
		self.decide(tugas, StatusPenugasan.DISETUJUI)
		with as_user(self.user["kolega"]):
			self.assert_ditolak("selama belum diputuskan", frappe.PermissionError, withdraw, lama)
		self.assertEqual(tugas.reload().status, StatusPenugasan.DISETUJUI)


class TestTanpaTahap(UjiPerencanaan):
	"""docs/permissions.md says it in sentences: what everybody may do with the records that have no stages."""

	def assert_hak(self, doc, **hak: str) -> None:
		"""``hak``: "baca tulis hapus" of each person; whoever is not named has none."""
		for nama in URUTAN:
			with self.subTest(doctype=doc.doctype, siapa=nama), as_user(self.user[nama]):
				dapat = [kata for kata, ptype in HAK.items() if doc.has_permission(ptype)]
				self.assertEqual(" ".join(dapat), hak.get(nama, ""))
				self.assertEqual(doc.name in self.get_terlihat(doc.doctype), "baca" in hak.get(nama, ""))

	def get_terlihat(self, doctype: str) -> list[str]:
		try:
			return frappe.get_list(doctype, pluck="name", limit_page_length=0)
		except frappe.PermissionError:
			return []  # without the role Frappe answers nothing at all
		finally:
			frappe.clear_messages()

	@property
	def pihak(self) -> dict[str, str]:
		"""The parties and those who run the system, reading."""
		return dict.fromkeys(URUTAN[:6], "baca")

	def test_remarks_versions_and_answers_are_read_by_the_parties_and_changed_by_nobody(self):
		pimpinan = self.make_pimpinan()
		skp = make_skp(self.instansi)
		with as_user(skp.pegawai_user):
			catatan = frappe.get_doc(
				doctype="Catatan SKP", skp=skp.name, pegawai=skp.pegawai, isi="Mohon dicek"
			).insert()
		for doc in (catatan, self.make_versi(skp), self.make_tanpa_peran(pimpinan)):
			self.assert_hak(doc, **self.pihak)

	def make_versi(self, skp):
		perubahan = make_perubahan(skp)
		with as_user(skp.pegawai_user):
			perubahan.hasil_kerja[0].rencana_hasil_kerja = "Tertatanya pendaftaran penduduk"
			perubahan.save()
		move(perubahan, skp.pegawai_user, Tahap.DIAJUKAN)
		move(perubahan, skp.penilai_user, Tahap.DITETAPKAN)
		return frappe.get_doc("Versi SKP", {"skp": skp.name})

	def make_tanpa_peran(self, pimpinan):
		with as_user(pimpinan.pegawai_user):
			baris = next(row for row in get_matriks(pimpinan).baris if row.pegawai == self.pegawai["petugas"])
			kunci = pimpinan.hasil_kerja[0].kunci
			divide(pimpinan, baris, {kunci: IsianSel(tanpa_peran=True)}, baris.modified)
		return frappe.get_doc("Tanpa Peran", {"skp_pimpinan": pimpinan.name})

	def test_nobody_makes_a_version_or_an_answer_by_hand(self):
		skp = make_skp(self.instansi)
		pihak = {"skp": skp.name, "skp_pimpinan": skp.name, "periode": skp.periode, "pegawai": skp.pegawai}
		for nama in ("petugas", "penilai", "pengelola"):
			for doctype in ("Versi SKP", "Tanpa Peran"):
				isi = {"doctype": doctype, **pihak, "pegawai_user": self.user[nama], "instansi": skp.instansi}
				with self.subTest(doctype=doctype, siapa=nama), as_user(self.user[nama]):
					self.assertRaises(frappe.PermissionError, frappe.get_doc(isi).insert)
				self.assertFalse(frappe.db.exists(doctype, {"pegawai_user": self.user[nama]}))

	def test_an_assignment_is_read_by_its_parties_and_its_assigner_and_decided_by_the_penilai(self):
		hak = {**self.pihak, "kolega": "baca", "penilai": "baca tulis"}
		tugas = self.make_penugasan()
		self.assert_hak(tugas, **hak)
		make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assert_hak(self.decide(tugas, StatusPenugasan.DISETUJUI), **{**hak, "penilai": "baca"})

	def test_the_agencys_perjanjian_is_read_by_all_of_it_and_kept_by_its_hr(self):
		seinstansi = dict.fromkeys(URUTAN[:7], "baca")
		self.assert_hak(make_perjanjian(self.instansi), **{**seinstansi, "pengelola": "baca tulis hapus"})

	def test_so_is_its_library_and_what_is_shared_is_read_by_every_agency(self):
		isi = {"doctype": "Indikator Kinerja", "berlaku_mulai": "2025-01-01"}
		isi |= {kolom: nilai for kolom, nilai in make_indikator().items() if kolom != "hasil_kerja_ke"}
		milik = frappe.get_doc({**isi, "kode": "UJI-01", "instansi": self.instansi.name}).insert()
		seinstansi = dict.fromkeys(URUTAN[:7], "baca")
		self.assert_hak(milik, **{**seinstansi, "pengelola": "baca tulis hapus"})
		bersama = frappe.get_doc({**isi, "kode": "UJI-02"}).insert()
		# Two agencies have a period: nobody in either answers for both.
		make_periode("Dinas Tetangga Uji")
		self.assert_hak(bersama, **dict.fromkeys(URUTAN, "baca"))

	def test_templates_and_openings_are_for_those_who_run_the_agency(self):
		templat = make_templat(self.instansi)
		unit = {"pengelola_unit": "baca", "auditor": "baca"}
		self.assert_hak(templat, pengelola="baca tulis hapus", **unit)
		isi = {"doctype": "Pembukaan Periode", "periode": self.instansi.periode, "sumber": "Kosong"}
		seluruh, seunit = (
			frappe.get_doc({**isi, "unit_kerja": unit_kerja}).insert()
			for unit_kerja in (None, self.instansi.unit)
		)
		self.assert_hak(seluruh, pengelola="baca tulis", auditor="baca")
		self.assert_hak(seunit, pengelola="baca tulis", **unit)
