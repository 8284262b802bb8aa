"""Install, migrate and uninstall: complete, idempotent, symmetric."""

import json
import os
from pathlib import Path
from unittest.mock import patch

import frappe

from kinerja_asn import compat, hooks, pencopotan, setup
from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS, PROPERTI
from kinerja_asn.constants.nilai_dasar import NILAI_DASAR
from kinerja_asn.constants.pencopotan import DIBIARKAN, DIKOSONGKAN, DITANGANI_LAIN, DOCTYPE, JEJAK
from kinerja_asn.constants.peran import IZIN_ALUR, IZIN_DASAR, IZIN_JEJAK, PENGELOLA, ROLES
from kinerja_asn.pencopotan import Rujukan, list_kolom_tautan
from kinerja_asn.tahap.bawaan import ALUR_BAWAAN, NAMA_STATUS, NAMA_TINDAKAN
from kinerja_asn.tests.basis import UjiKinerja, migrate

KONTRAK = json.loads((Path(__file__).parent / "erpnext_contract.json").read_text())


def get_paths(value) -> list[str]:
	"""Every dotted path in a hook, however it is nested."""
	if isinstance(value, str):
		return [value] if value.startswith("kinerja_asn.") else []
	if isinstance(value, dict):
		return [path for isi in value.values() for path in get_paths(isi)]
	return [path for isi in value for path in get_paths(isi)] if isinstance(value, list | tuple) else []


class TestPemasangan(UjiKinerja):
	def tearDown(self):
		frappe.flags.in_uninstall = False
		super().tearDown()
		for doctype in CUSTOM_FIELDS:
			frappe.clear_cache(doctype=doctype)

	def test_every_hook_resolves(self):
		paths = [
			path
			for nama in dir(hooks)
			if not nama.startswith("_")
			for path in get_paths(getattr(hooks, nama))
		]
		self.assertGreater(len(paths), 10)
		for path in paths:
			self.assertTrue(callable(frappe.get_attr(path)), path)

	def test_what_install_promises_is_there(self):
		for doctype, fields in CUSTOM_FIELDS.items():
			for field in fields:
				self.assertTrue(frappe.get_meta(doctype).has_field(field["fieldname"]), field["fieldname"])
		for doctype, names in (
			("Role", ROLES),
			("Workflow State", NAMA_STATUS),
			("Workflow Action Master", NAMA_TINDAKAN),
			("Workflow", [alur.nama for alur in ALUR_BAWAAN]),
			("Nilai Perilaku", [nilai[0] for nilai in NILAI_DASAR]),
		):
			for name in names:
				self.assertTrue(frappe.db.exists(doctype, name), f"{doctype} {name}")
		self.assertTrue(frappe.db.count("Skema Penilaian"))
		self.assertEqual(frappe.db.get_value("Role", "Pegawai ASN", "desk_access"), 0)

	def test_migrate_keeps_what_hr_changed(self):
		frappe.db.set_value("Nilai Perilaku", "Akuntabel", "definisi", "Definisi instansi")
		skema = frappe.get_all("Skema Penilaian", pluck="name", limit=1)[0]
		frappe.db.set_value("Skema Penilaian", skema, "ambang_sebagian_besar", 60)
		for _kali in range(2):
			migrate()
		self.assertEqual(frappe.db.get_value("Nilai Perilaku", "Akuntabel", "definisi"), "Definisi instansi")
		self.assertEqual(frappe.db.get_value("Skema Penilaian", skema, "ambang_sebagian_besar"), 60)

	def test_rights_on_frappes_own_doctypes_are_given_at_install_only(self):
		hak = {"parent": "Workflow", "role": PENGELOLA}
		self.assertTrue(frappe.db.exists("Custom DocPerm", hak))
		frappe.db.delete("Custom DocPerm", hak)
		migrate()
		self.assertFalse(frappe.db.exists("Custom DocPerm", hak))
		with patch("kinerja_asn.setup.create_custom_fields"):
			setup.after_install()
		self.assertTrue(frappe.db.exists("Custom DocPerm", {**hak, "write": 1}))

	def test_uninstall_leaves_nothing_of_ours_and_all_of_the_hosts(self):
		pegawai = frappe.db.count("Employee")
		bersama = frappe.get_doc(doctype="Workflow State", workflow_state_name="Milik Aplikasi Lain").insert()
		langkah = frappe.get_all("Onboarding Step Map", {"parent": "Kinerja ASN"}, pluck="step")
		self.assertEqual(frappe.db.count("Onboarding Step", {"name": ("in", langkah)}), 7)
		setup.before_uninstall()
		self.assertFalse(frappe.db.count("Onboarding Step", {"name": ("in", langkah)}))
		for doctype, fields in CUSTOM_FIELDS.items():
			for field in fields:
				self.assertFalse(
					frappe.db.exists("Custom Field", {"dt": doctype, "fieldname": field["fieldname"]})
				)
		for role in ROLES:
			self.assertFalse(frappe.db.exists("Role", role))
			self.assertFalse(frappe.db.exists("Has Role", {"role": role}))
		for doctype, names in (("Workflow State", NAMA_STATUS), ("Workflow Action Master", NAMA_TINDAKAN)):
			for name in names:
				self.assertFalse(frappe.db.exists(doctype, name), f"{doctype} {name}")
		self.assertFalse(frappe.db.exists("Workflow", {"document_type": "SKP"}))
		diberi = {
			doctype
			for izin in (IZIN_ALUR, IZIN_DASAR, IZIN_JEJAK)
			for hak in izin.values()
			for doctype in hak
		}
		self.assertFalse(frappe.db.count("Custom DocPerm", {"parent": ("in", list(diberi))}))
		for doctype, medan, properti, _nilai, _jenis in PROPERTI:
			self.assertFalse(
				frappe.db.exists("Property Setter", {"doc_type": doctype, "property": properti}), medan
			)
		self.assertFalse(frappe.db.exists("Desktop Icon", {"app": "kinerja_asn"}))
		self.assertTrue(frappe.db.exists("Workflow State", bersama.name))
		self.assertEqual(frappe.db.count("Employee"), pegawai)

	# --- what others keep about our documents

	def insert_jejak(self, tabel: str, kolom: str, nilai: str) -> str | None:
		"""A row of ``tabel`` that names ``nilai`` and nothing else; None where this version has no such column."""
		if kolom not in compat.get_kolom_tabel(tabel):
			return None
		if not frappe.db.exists("DocType", tabel):
			lain = {"__UserSettings": "user", "__global_search": "name", "Singles": "field"}[tabel]
			baris = {"doctype": nilai, lain: nilai}
			frappe.qb.into(frappe.qb.DocType(tabel)).columns(*baris).insert(*baris.values()).run()
			return nilai
		doc = frappe.new_doc(tabel)
		doc.name = (
			None if doc.meta.autoname == "autoincrement" else f"UJI {nilai} {frappe.generate_hash(length=8)}"
		)
		doc.set(kolom, nilai)
		doc.db_insert()
		return doc.name

	def list_jejak(self) -> list[tuple[str, str]]:
		return [
			(tabel, kolom)
			for tabel, daftar in JEJAK.items()
			for kolom in daftar
			if kolom in compat.get_kolom_tabel(tabel)
		]

	def test_uninstall_takes_every_trace_of_our_documents_and_no_other(self):
		for tabel, kolom in self.list_jejak():
			self.insert_jejak(tabel, kolom, "SKP")
			self.insert_jejak(tabel, kolom, "SKP Indikator")
			self.insert_jejak(tabel, kolom, "Milik Aplikasi Lain")
		setup.before_uninstall()
		for tabel, kolom in self.list_jejak():
			with self.subTest(tabel=tabel, kolom=kolom):
				self.assertEqual(Rujukan(tabel, kolom, DOCTYPE).count(), 0)
				self.assertEqual(Rujukan(tabel, kolom, ("Milik Aplikasi Lain",)).count(), 1)

	def test_what_leans_on_a_report_of_ours_goes_with_its_rows(self):
		laporan = frappe.get_doc(
			doctype="Report", report_name="Laporan HR", ref_doctype="SKP", report_type="Report Builder"
		).insert()
		grafik = self.insert_jejak("Dashboard Chart", "report_name", laporan.name)
		tautan = self.insert_jejak("Dashboard Chart Link", "chart", grafik)
		anak = frappe.get_doc(doctype="Dashboard Chart Field", parent=grafik, parenttype="Dashboard Chart")
		anak.update({"name": "UJI anak", "parentfield": "y_axis"}).db_insert()
		setup.before_uninstall()
		for doctype, name in (
			("Report", laporan.name),
			("Dashboard Chart", grafik),
			("Dashboard Chart Link", tautan),
			("Dashboard Chart Field", anak.name),
		):
			self.assertFalse(frappe.db.exists(doctype, name), doctype)

	def test_somebodys_account_stays_and_no_longer_points_to_us(self):
		akun = self.insert_jejak("Email Account", "append_to", "SKP")
		frappe.db.set_value("User", self.instansi.user["kolega"], "default_app", "kinerja_asn")
		setup.before_uninstall()
		self.assertFalse(frappe.db.get_value("Email Account", akun, "append_to"))
		self.assertTrue(frappe.db.exists("Email Account", akun))
		self.assertFalse(frappe.db.get_value("User", self.instansi.user["kolega"], "default_app"))

	def test_every_column_of_frappe_that_names_a_doctype_is_known(self):
		dikenal = {(tabel, kolom) for tabel, daftar in JEJAK.items() for kolom in daftar}
		dikenal |= {*DIKOSONGKAN, *DITANGANI_LAIN, *DIBIARKAN}
		kerangka = frappe.db.get_value("Module Def", "Core", "app_name")
		modul = frappe.get_all("Module Def", {"app_name": kerangka}, pluck="name")
		milik = frappe.get_all("DocType", {"module": ("in", modul), "issingle": 0}, pluck="name")
		kolom = {tempat for tempat in list_kolom_tautan("DocType") if tempat[0] in milik}
		self.assertGreater(len(kolom), 40)
		self.assertEqual(kolom - dikenal, set())

	def test_evidence_goes_with_its_file_unless_somebody_else_has_it_too(self):
		berkas = [
			frappe.get_doc(doctype="File", file_name=f"bukti {nama}.txt", content=nama, is_private=1).insert()
			for nama in ("sendiri", "bersama")
		]
		lain = frappe.copy_doc(berkas[1]).update({"name": "UJI lain", "file_name": "bukti bersama.txt"})
		lain.db_insert()
		for doc in berkas:
			milik = {"attached_to_doctype": "Realisasi Kinerja", "attached_to_name": "RK-TIDAK-ADA-01"}
			frappe.db.set_value("File", doc.name, milik)
		frappe.db.after_commit.reset()
		setup.before_uninstall()
		jalan = [doc.get_full_path() for doc in berkas]
		self.assertTrue(all(map(os.path.exists, jalan)))  # until the commit: a dry run takes nothing
		frappe.db.after_commit.run()
		self.assertEqual([os.path.exists(path) for path in jalan], [False, True])
		self.assertEqual([frappe.db.exists("File", doc.name) for doc in berkas], [None, None])
		self.assertTrue(frappe.db.exists("File", lain.name))
		os.remove(jalan[1])

	def test_no_job_of_ours_is_scheduled_any_more(self):
		milik = {"method": ("like", "kinerja_asn.%")}
		lain = frappe.db.count("Scheduled Job Type")
		jadwal = frappe.get_all("Scheduled Job Type", milik, pluck="name")
		self.assertEqual(len(jadwal), sum(map(len, hooks.scheduler_events.values())))
		frappe.get_doc(doctype="Scheduled Job Log", scheduled_job_type=jadwal[0], status="Failed").insert()
		setup.before_uninstall()
		self.assertFalse(frappe.db.count("Scheduled Job Type", milik))
		self.assertFalse(frappe.db.count("Scheduled Job Log", {"scheduled_job_type": jadwal[0]}))
		self.assertEqual(frappe.db.count("Scheduled Job Type"), lain - len(jadwal))

	def test_an_old_trace_waits_for_no_document_of_a_new_installation(self):
		"""An installation before this version left them; where the DocType is there, they belong to its documents."""
		ada, baru = "SKP", "Realisasi Kinerja"
		for doctype in (ada, baru):
			self.insert_jejak("Comment", "reference_doctype", doctype)
		with (
			patch("kinerja_asn.setup.DOCTYPE", (ada, baru)),
			patch.object(frappe.db, "exists", side_effect=lambda doctype, name: name == ada),
		):
			setup.before_install()
		self.assertTrue(frappe.db.count("Comment", {"reference_doctype": ada}))
		self.assertFalse(frappe.db.count("Comment", {"reference_doctype": baru}))

	# --- what stays, and the command that takes it

	def test_the_columns_are_named_with_what_is_in_them_and_can_be_dropped(self):
		frappe.db.delete("Custom Field", {"dt": "Employee", "fieldname": "nip"})
		frappe.clear_cache(doctype="Employee")
		berisi = frappe.db.count("Employee", {"status": "Active"})
		self.assertEqual(pencopotan.count_kolom(), {("Employee", "nip"): berisi})
		with patch("kinerja_asn.pencopotan.drop_kolom") as drop, patch.object(frappe.db, "commit"):
			pencopotan.clear_sisa()
		drop.assert_called_once_with("Employee", ["nip"])

	def test_rows_of_others_that_name_our_roles_are_told(self):
		self.insert_jejak("Workflow Transition", "allowed", PENGELOLA)
		setup.before_uninstall()
		self.assertTrue(
			any(
				teks.startswith("Workflow Transition.allowed: 1 baris") for teks in pencopotan.describe_sisa()
			)
		)

	def test_a_state_another_workflow_uses_stays(self):
		for anak, nilai in (
			("Workflow Document State", {"state": "Draf"}),
			("Workflow Transition", {"state": "Draf", "action": "Ajukan", "next_state": "Draf"}),
		):
			induk = {"parent": "Milik Aplikasi Lain", "parenttype": "Workflow", "parentfield": "x"}
			row = frappe.get_doc({"doctype": anak, "name": frappe.generate_hash(length=10), **induk, **nilai})
			row.db_insert()
		frappe.flags.in_uninstall = True
		setup.remove_alur()
		self.assertTrue(frappe.db.exists("Workflow State", "Draf"))
		self.assertTrue(frappe.db.exists("Workflow Action Master", "Ajukan"))
		self.assertFalse(frappe.db.exists("Workflow State", "Diverifikasi"))

	def test_an_unsupported_version_is_refused_with_what_is_needed(self):
		for version in ("14.99.0", "17.0.0", "", "develop"):
			with self.subTest(version=version), patch.object(frappe, "__version__", version):
				self.assert_ditolak(
					"memerlukan Frappe versi 15 atau 16", compat.VersiTidakDidukung, compat.check_versi
				)
		compat.check_versi()


class TestKontrakERPNext(UjiKinerja):
	def test_the_fields_we_use_are_there_with_their_types(self):
		for doctype, fields in KONTRAK.items():
			meta = frappe.get_meta(doctype)
			for fieldname, expected in fields.items():
				with self.subTest(doctype=doctype, field=fieldname):
					df = meta.get_field(fieldname)
					self.assertIsNotNone(df)
					self.assertEqual(df.fieldtype, expected["fieldtype"])
					if expected["fieldtype"] in ("Link", "Table"):
						self.assertEqual(df.options, expected["options"])
