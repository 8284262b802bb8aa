"""What HR writes around the documents bends none of them: names, merges, conditions, closed periods, thresholds, files.

pengelola (HR of the agency) reports to kepala; ERPNext's HR User writes Employee and Department, for which
``ignore_permissions`` stands where the role alone would refuse.
"""

from datetime import date

import frappe
from frappe.desk.form.utils import update_comment
from frappe.model.rename_doc import rename_doc
from frappe.utils import set_request

from kinerja_asn.api import alur as api_alur
from kinerja_asn.api import pencarian, pustaka
from kinerja_asn.api.orang import pejabat, perpindahan
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions import permintaan
from kinerja_asn.tahap.bawaan import ALUR_EVALUASI, ALUR_SKP
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_hasil_kerja, make_realisasi, make_skp, make_unit

DITOLAK = frappe.PermissionError


class UjiSekitar(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.user, self.pegawai = self.instansi.user, self.instansi.pegawai

	def make_libur(self, nama: str):
		return frappe.get_doc(
			doctype="Holiday List",
			holiday_list_name=nama,
			from_date="2025-01-01",
			to_date="2025-12-31",
			holidays=[],
		).insert()

	def give_libur(self, nama: str) -> None:
		frappe.db.set_value("Company", self.instansi.name, "default_holiday_list", nama)
		frappe.clear_document_cache("Company", self.instansi.name)
		self.addCleanup(frappe.clear_document_cache, "Company", self.instansi.name)


class TestGantiNama(UjiSekitar):
	"""Frappe's rename method of a document leaves the checks before it out when told to, and then asks for reading only."""

	def test_nobody_renames_or_merges_past_the_checks(self):
		bayangan = frappe.copy_doc(frappe.get_doc("Employee", self.pegawai["kolega"]))
		bayangan.update({"user_id": None, "nip": None, "reports_to": None}).insert()
		sasaran = (
			("Employee", self.pegawai["kepala"], bayangan.name, True, ("petugas", "pengelola")),
			("Employee", self.pegawai["petugas"], "PEGAWAI-LAIN", False, ("petugas", "pengelola")),
			("Department", self.instansi.unit, "Unit Lain - DUK", False, ("petugas", "pengelola")),
			("User", self.user["petugas"], "lain@uji.example", False, ("petugas",)),
			("Company", self.instansi.name, "Instansi Lain", False, ("petugas", "pengelola")),
			("Gender", "Male", "Laki-laki", False, ("petugas",)),
			("Module Def", "Kinerja ASN", "Modul Lain", False, ("petugas",)),
		)
		for doctype, lama, baru, gabung, pelaku in sasaran:
			for nama in pelaku:
				with self.subTest(doctype=doctype, gabung=gabung, nama=nama), as_user(self.user[nama]):
					frappe.db.savepoint("sebelum")
					doc = frappe.get_doc(doctype, lama)
					self.assert_ditolak(
						"menu Ganti Nama", DITOLAK, doc.rename, baru, merge=gabung, validate_rename=False
					)
					frappe.db.rollback(save_point="sebelum")

	def test_with_them_it_is_as_before_and_once(self):
		with as_user(self.user["pengelola"]):
			rename_doc("Employee", self.pegawai["petugas"], "PEGAWAI-LAIN", ignore_permissions=True)
			doc = frappe.get_doc("Employee", "PEGAWAI-LAIN")
			self.assert_ditolak(
				"menu Ganti Nama", DITOLAK, doc.rename, self.pegawai["petugas"], validate_rename=False
			)

	def test_the_administrator_of_the_site_may(self):
		frappe.get_doc("Employee", self.pegawai["petugas"]).rename("PEGAWAI-LAIN", validate_rename=False)
		self.assertTrue(frappe.db.exists("Employee", "PEGAWAI-LAIN"))


class TestGabungUnit(UjiSekitar):
	"""Results of units, and people in them, follow a merge without having been saved."""

	def test_nobody_merges_a_unit_that_decides_about_her(self):
		bayangan = make_unit("Unit Bayangan", self.instansi.name)
		sendiri, atasan = (
			frappe.db.get_value("Employee", self.pegawai[nama], "department")
			for nama in ("pengelola", "kepala")
		)
		with as_user(self.user["pengelola"]):
			for lama, baru in ((bayangan, sendiri), (sendiri, bayangan), (bayangan, atasan)):
				with self.subTest(lama=lama, baru=baru):
					self.assert_ditolak(
						"penggabungan", DITOLAK, rename_doc, "Department", lama, baru, merge=True
					)

	def test_others_are_merged_and_that_is_on_record(self):
		pertama, kedua = (make_unit(nama, self.instansi.name) for nama in ("Unit Satu", "Unit Dua"))
		rename_doc("Department", pertama, kedua, merge=True)
		with as_user(self.user["auditor"]):
			jejak = frappe.get_list("Jejak Kewenangan", {"dokumen": kedua}, ["uraian", "oleh"])
		self.assertIn(f"{pertama} digabung ke dalam {kedua}", [row.uraian for row in jejak])
		self.assertEqual({row.oleh for row in jejak if "digabung" in row.uraian}, {"Administrator"})


class TestNama(UjiSekitar):
	"""What somebody writes is signed by the name of his Employee."""

	def change(self, nama: str, oleh: str, first_name: str):
		with as_user(self.user[oleh]):
			doc = frappe.get_doc("Employee", self.pegawai[nama]).update({"first_name": first_name})
			return doc.save(ignore_permissions=True)

	def test_nobody_calls_herself_or_her_penilai_otherwise(self):
		self.assert_ditolak("Anda sendiri", DITOLAK, self.change, "pengelola", "pengelola", "Kepala")
		self.assert_ditolak("ikut memutuskan", DITOLAK, self.change, "kepala", "pengelola", "Orang Lain")

	def test_other_people_s_names_are_hers_to_mend_and_on_record(self):
		self.change("petugas", "pengelola", "Petugas Baru")
		with as_user(self.user["auditor"]):
			jejak = frappe.get_list("Jejak Kewenangan", {"pegawai": self.pegawai["petugas"]}, pluck="uraian")
		self.assertTrue([uraian for uraian in jejak if "dari Petugas menjadi Petugas Baru" in uraian])


class TestJejak(UjiSekitar):
	"""The application writes under an Employee, too, what became of his account."""

	def write(self, oleh: str, jenis: str, doctype: str = "Employee", nama: str = ""):
		with as_user(self.user[oleh]):
			return frappe.get_doc(
				doctype="Comment",
				comment_type=jenis,
				reference_doctype=doctype,
				reference_name=nama or self.pegawai["petugas"],
				content="Akun dilepas",
				comment_email=self.user["kepala"],
				comment_by="Kepala",
			).insert(ignore_permissions=True)

	def test_nobody_writes_what_the_application_writes_or_in_anothers_name(self):
		sekitar = (
			("Employee", ""),
			("Department", self.instansi.unit),
			("Company", self.instansi.name),
			("Workflow", ALUR_SKP.nama),
			("Skema Penilaian", frappe.get_all("Skema Penilaian", pluck="name", limit=1)[0]),
		)
		for doctype, nama in sekitar:
			with self.subTest(doctype=doctype):
				self.assert_ditolak(
					"ditulis oleh aplikasi", DITOLAK, self.write, "kolega", "Info", doctype, nama
				)
				komentar = self.write("kolega", "Comment", doctype, nama)
				self.assertEqual((komentar.comment_by, komentar.owner), ("Kolega", self.user["kolega"]))

	def test_whose_change_it_was_does_not_rewrite_it(self):
		with as_user(self.user["pengelola"]):
			pegawai = frappe.get_doc("Employee", self.pegawai["petugas"]).update({"user_id": None})
			pegawai.save(ignore_permissions=True)
			entri = {"reference_doctype": "Employee", "reference_name": pegawai.name, "comment_type": "Info"}
			jejak = frappe.get_last_doc("Comment", entri)
			self.assertIn("dilepas", jejak.content)
			self.assert_ditolak(
				"tidak dapat diubah", DITOLAK, update_comment, jejak.name, "tidak ada apa-apa"
			)
			self.assert_ditolak("tidak dapat diubah", DITOLAK, jejak.delete, ignore_permissions=True)

	def test_words_of_ones_own_are_mended(self):
		komentar = self.write("kolega", "Comment")
		with as_user(self.user["kolega"]):
			update_comment(komentar.name, "Akunnya diganti")
		self.assertIn("diganti", frappe.db.get_value("Comment", komentar.name, "content"))


class TestSyarat(UjiSekitar):
	"""A condition that names a person would leave her Penilai no other decision than the one she likes."""

	def set_syarat(self, syarat: str, alur: str = ALUR_EVALUASI.nama):
		with as_user(self.user["pengelola"]):
			doc = frappe.get_doc("Workflow", alur)
			doc.transitions[0].condition = syarat
			return doc.save()

	def test_it_names_nobody(self):
		nama = self.pegawai["pengelola"]
		for syarat in (
			f"doc.pegawai != '{nama}' or doc.rating_hasil_kerja == 'Diatas Ekspektasi'",
			f"doc['pegawai'] != '{nama}'",
			f"doc.pegawai not in ('{nama}',)",
			"doc.pegawai_user != 'pengelola@uji.example'",
			"frappe.session.user != 'kepala@uji.example'",
			"frappe.session['user'] != 'kepala@uji.example'",
			"doc.nip_pegawai[:8] != '19850101'",
			"doc.nama_pegawai < 'Q'",
			"f'{doc.penilai_user}' != 'x'",
			"(doc.penilai_user or 'x') != 'kepala@uji.example'",
			"doc.name != 'EK-2025-1'",
			"doc.skp != 'SKP-2025-1'",
			"doc.owner == 'kepala@uji.example'",
			"doc['pega' + 'wai'] != 'x'",
			"doc.hasil[0].name != 'x'",
		):
			with self.subTest(syarat=syarat):
				self.assert_ditolak(
					"tidak boleh menyebut orang", frappe.ValidationError, self.set_syarat, syarat
				)

	def test_it_tells_people_of_the_document_apart_and_asks_for_posts(self):
		for syarat in (
			"doc.penilai_user == frappe.session.user",
			"doc.penilai_user == frappe.session.user and doc.jenis == 'Tahunan'",
			"doc.atasan_penilai_user != doc.penilai_user and doc.atasan_penilai is not None",
			"doc.jabatan_pegawai in ('Arsiparis',) or doc.unit_kerja == 'Bidang'",
		):
			with self.subTest(syarat=syarat):
				self.assertEqual(self.set_syarat(syarat).transitions[0].condition, syarat)

	def test_every_shipped_condition_passes(self):
		with as_user(self.user["pengelola"]):
			for nama in frappe.get_all("Workflow", {"document_type": ("like", "%")}, pluck="name"):
				frappe.get_doc("Workflow", nama).save()
		self.assertIn(
			"frappe.session.user", frappe.get_doc("Workflow", ALUR_SKP.nama).transitions[0].condition
		)


class TestPeriodeTertutup(UjiSekitar):
	"""What is guarded while a period is open stays so while it is closed for a moment."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 1, 10)
		make_skp(self.instansi, "pengelola")
		frappe.flags.current_date = date(2025, 6, 20)

	def set_status(self, status: str, oleh: str = "Administrator"):
		with as_user(self.user.get(oleh, oleh)):
			return frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"status": status}).save()

	def test_holidays_do_not_make_her_report_punctual_meanwhile(self):
		daftar = self.make_libur("Libur Uji")
		self.give_libur(daftar.name)
		self.set_status("Ditutup", "pengelola")
		for hari in range(1, 20):
			daftar.append("holidays", {"holiday_date": f"2025-06-{hari:02d}", "description": "Libur"})
		with as_user(self.user["pengelola"]):
			self.assert_ditolak("Minta pengelola lain", DITOLAK, daftar.save, ignore_permissions=True)

	def test_a_list_that_is_used_is_merged_with_no_other(self):
		dipakai, panjang = self.make_libur("Libur Uji"), self.make_libur("Libur Panjang")
		self.give_libur(dipakai.name)
		with as_user(self.user["pengelola"]):
			self.assert_ditolak(
				"tidak digabung",
				DITOLAK,
				rename_doc,
				"Holiday List",
				dipakai.name,
				panjang.name,
				merge=True,
				ignore_permissions=True,
			)

	def test_she_does_not_open_it_again_herself(self):
		self.set_status("Ditutup", "pengelola")
		self.assert_ditolak("dibuka lagi oleh", DITOLAK, self.set_status, "Dibuka", "pengelola")
		self.set_status("Dibuka")

	def test_who_has_nothing_unfinished_in_it_may(self):
		frappe.db.set_value("SKP", {"pegawai": self.pegawai["pengelola"]}, "tahap", str(Tahap.DITUTUP))
		self.set_status("Ditutup", "pengelola")
		self.assertEqual(self.set_status("Dibuka", "pengelola").status, "Dibuka")

	def test_whom_her_plan_still_names_stays_above_her(self):
		"""Her superior is another one now; no move was recorded, and the former decides once the period is open again."""
		for nama, isi in (
			("pengelola", {"reports_to": self.pegawai["penilai"]}),
			("penilai", {"reports_to": None}),
		):
			frappe.get_doc("Employee", self.pegawai[nama]).update(isi).save()
		self.set_status("Ditutup", "pengelola")
		with as_user(self.user["pengelola"]):
			doc = frappe.get_doc("Employee", self.pegawai["kepala"]).update({"user_id": None})
			self.assert_ditolak("ikut memutuskan", DITOLAK, doc.save, ignore_permissions=True)


class TestAmbang(UjiSekitar):
	"""By what a rating is proposed, whoever is still to be rated by it does not change."""

	def setUp(self):
		super().setUp()
		# What all agencies share is changed by who answers for all; here that is one.
		frappe.get_doc("User", self.user["penilai"]).add_roles(PENGELOLA)
		self.skp = make_skp(self.instansi, "pengelola")
		self.skema = frappe.get_doc("Periode Kinerja", self.instansi.periode).skema

	def lower(self, nama: str):
		with as_user(self.user.get(nama, nama)):
			doc = frappe.get_doc("Skema Penilaian", self.skema)
			return doc.update({"ambang_sebagian_kecil_utama": 50}).save(ignore_permissions=True)

	def choose(self, nama: str, skema: str):
		with as_user(self.user.get(nama, nama)):
			return frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"skema": skema}).save()

	def test_neither_the_thresholds_nor_another_scheme(self):
		lain = frappe.get_doc(doctype="Skema Penilaian", nama_skema="Longgar", ambang_sebagian_kecil_utama=50)
		lain.insert()
		self.assert_ditolak("menentukan penilaian Anda sendiri", DITOLAK, self.lower, "pengelola")
		self.assert_ditolak("menentukan penilaian Anda sendiri", DITOLAK, self.choose, "pengelola", lain.name)

	def test_somebody_else_may_and_it_stands_on_the_period(self):
		self.lower("penilai")
		komentar = {"reference_doctype": "Periode Kinerja", "reference_name": self.instansi.periode}
		jejak = " ".join(frappe.get_all("Comment", komentar, pluck="content"))
		self.assertIn("menjadi 50", jejak)

	def test_words_are_hers(self):
		with as_user(self.user["pengelola"]):
			doc = frappe.get_doc("Skema Penilaian", self.skema).update({"keterangan": "Panduan"})
			doc.save(ignore_permissions=True)
		self.assertEqual(frappe.db.get_value("Skema Penilaian", self.skema, "keterangan"), "Panduan")


class TestBerkasMenunggu(UjiSekitar):
	def attach(self, nama: str):
		return frappe.get_doc(
			doctype="File",
			file_name="ditanam.txt",
			content=b"ditanam",
			is_private=1,
			attached_to_doctype="SKP",
			attached_to_name=nama,
		).insert()

	def test_no_file_lies_in_wait_for_somebody_s_next_document(self):
		"""Names are known beforehand: period and person."""
		nama = make_skp(self.instansi, tahap=Tahap.DRAF).name
		with as_user(self.user["kolega"]):
			for kelak in (nama.replace("2025", "2026"), "", None):
				with self.subTest(kelak=kelak):
					self.assert_ditolak("melampirkan berkas", DITOLAK, self.attach, kelak)
			self.assertTrue(self.attach("new-skp-abcdef").name)


class TestImpor(UjiSekitar):
	"""An import's preview reads whatever file is named to it, for whoever names it."""

	def setUp(self):
		super().setUp()
		skp = make_skp(self.instansi)
		with as_user(skp.pegawai_user):
			laporan = make_realisasi(skp, 1, 1, Tahap.DRAF)
			self.bukti, self.pribadi = (
				frappe.get_doc(
					doctype="File", file_name=nama, content=f"Nama\n{nama}", is_private=1, **sasaran
				).insert()
				for nama, sasaran in (
					("bukti.csv", {"attached_to_doctype": laporan.doctype, "attached_to_name": laporan.name}),
					("pribadi.csv", {}),
				)
			)
		with as_user(self.user["pengelola"]):
			self.impor = frappe.get_doc(
				doctype="Data Import", reference_doctype="Designation", import_type="Insert New Records"
			).insert()

	def request(self, **isi):
		set_request(method="POST", path="/api/method/frappe.core.doctype.data_import.data_import.x")
		frappe.local.form_dict = frappe._dict(isi)
		permintaan.guard_permintaan()

	def test_whose_it_is_not_neither_sees_nor_starts_it(self):
		for nama in ("petugas", "kepala"):
			for kunci in ("data_import", "data_import_name"):
				with self.subTest(nama=nama, kunci=kunci), as_user(self.user[nama]):
					self.assert_ditolak(
						"bukan untuk Anda", frappe.DoesNotExistError, self.request, **{kunci: self.impor.name}
					)

	def test_it_reads_no_file_that_its_reader_may_not_read(self):
		for berkas, nama in (
			(self.bukti, "tetangga"),
			(self.pribadi, "pengelola"),
			(self.pribadi, "petugas"),
		):
			boleh = nama == "petugas"
			for isi in (
				{"import_file": berkas.file_url},
				{"args": frappe.as_json({"import_file": berkas.file_url})},
				{"docs": frappe.as_json({"doctype": "Data Import", "import_file": berkas.file_url})},
			):
				with self.subTest(berkas=berkas.file_name, nama=nama, isi=isi), as_user(self.user[nama]):
					if boleh:
						self.assertIsNone(self.request(**isi))
					else:
						self.assert_ditolak("tidak berhak memakai berkas", DITOLAK, self.request, **isi)
		with as_user(self.user["pengelola"]):
			self.impor.import_file = self.pribadi.file_url
			self.assert_ditolak("tidak berhak memakai berkas", DITOLAK, self.impor.save)


class TestBaris(UjiSekitar):
	def test_nobody_says_who_made_a_row_or_when(self):
		palsu = {"owner": self.user["kepala"], "creation": "2020-01-01 00:00:00"}
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		asli = skp.indikator[0].creation
		with as_user(skp.pegawai_user):
			skp.indikator[0].update(palsu)
			skp.append("hasil_kerja", {**make_hasil_kerja("Terlayaninya warga"), **palsu})
			skp.save()
		skp.reload()
		self.assertEqual(str(skp.indikator[0].creation), str(asli))
		for row in (skp.indikator[0], skp.hasil_kerja[-1]):
			self.assertEqual(row.owner, skp.pegawai_user)
		self.assertEqual(skp.hasil_kerja[-1].creation.year, skp.modified.year)


class TestPermintaan(UjiSekitar):
	"""Whatever an endpoint is sent, it answers in words."""

	def request(self, path: str, **isi):
		set_request(method="POST", path=path)
		frappe.local.form_dict = frappe._dict(isi)
		permintaan.guard_permintaan()

	def test_a_table_is_a_list_of_rows_and_a_method_no_field(self):
		baris = [{"rencana_hasil_kerja": "x", "is_new": None}]
		for isian, pesan in (
			({"hasil_kerja": "abc"}, "daftar baris"),
			({"hasil_kerja": [1]}, "daftar baris"),
			({"hasil_kerja": {"a": 1}}, "daftar baris"),
			({"hasil_kerja": baris}, "bukan isian"),
			({"validate": ""}, "bukan isian"),
			({"get_doc_before_save": None}, "bukan isian"),
			({"before_validate": None}, "bukan isian"),
		):
			dokumen = {"doctype": "SKP", "name": "x", **isian}
			for path, isi in (
				("/api/resource/SKP/x", isian),
				("/api/resource/SKP", {"data": frappe.as_json(isian)}),
				("/api/v2/document/SKP/x", isian),
				("/api/method/frappe.client.save", {"doc": frappe.as_json(dokumen)}),
				("/api/method/frappe.client.insert_many", {"docs": frappe.as_json([dokumen])}),
				(
					"/api/method/frappe.client.set_value",
					{"doctype": "SKP", "name": "x", "fieldname": frappe.as_json(isian)},
				),
			):
				with self.subTest(path=path, isian=isian):
					self.assert_ditolak(pesan, frappe.ValidationError, self.request, path, **isi)

	def test_a_document_as_the_desk_sends_it_passes(self):
		doc = make_skp(self.instansi, tahap=Tahap.DRAF)
		doc.run_method("onload")
		self.request("/api/method/frappe.desk.form.save.savedocs", doc=frappe.as_json(doc), action="Save")
		self.request(f"/api/resource/SKP/{doc.name}", hasil_kerja=[], pendekatan="Kualitatif")
		self.assertEqual(frappe.local.form_dict.pendekatan, "Kualitatif")

	def test_one_kind_of_document_is_named(self):
		for nilai in (["SKP"], {"a": 1}, 5):
			set_request(method="POST", path="/api/method/frappe.client.get_count")
			frappe.local.form_dict = frappe._dict(doctype=nilai)
			with self.subTest(nilai=nilai):
				self.assert_ditolak("satu jenis dokumen", frappe.ValidationError, permintaan.guard_permintaan)

	def test_json_that_is_none_or_another_kind(self):
		rusak = ("[", "[1]", "-1", '"a"', '{"a": 1')
		dengan_kamus = (
			lambda nilai: pustaka.search("Indikator Kinerja", "", "name", 0, 10, nilai),
			lambda nilai: pejabat.search("Employee", "", "name", 0, 10, nilai),
			lambda nilai: perpindahan.preview(nilai),
			lambda nilai: api_alur.apply_workflow(nilai, "Ajukan"),
		)
		dengan_daftar = (
			lambda nilai: pejabat.preview(nilai, self.pegawai["kolega"]),
			lambda nilai: pejabat.pass_on(nilai, self.pegawai["kolega"], "SK 1"),
			lambda nilai: api_alur.advance_banyak("SKP", nilai, "Tetapkan"),
			lambda nilai: api_alur.add_pemeriksa("x", "x", "x", "x", "x", nilai),
		)
		with as_user(self.user["pengelola"]):
			for fungsi in (*dengan_kamus, *dengan_daftar):
				for nilai in rusak:
					with self.subTest(nilai=nilai):
						self.assert_ditolak("tidak dapat dibaca", frappe.ValidationError, fungsi, nilai)
			for nilai in ("", "{}", '{"doctype": ["SKP"], "name": "x"}', '{"doctype": "SKP"}'):
				with self.subTest(nilai=nilai):
					self.assert_ditolak(
						"tidak dapat dibaca", frappe.ValidationError, api_alur.apply_workflow, nilai, "Ajukan"
					)

	def test_a_page_of_less_than_nothing_is_empty(self):
		with as_user(self.user["pengelola"]):
			self.assertEqual(pejabat.search("Employee", "", "name", 0, -1), [])
			self.assertEqual(pustaka.search("Indikator Kinerja", "", "name", 0, -1, {}), [])
			self.assertEqual(pencarian.search("zzz", -1, -1), [])
