"""Install, migrate and uninstall: complete, idempotent, symmetric."""

import json
from pathlib import Path
from unittest.mock import patch

import frappe

from kinerja_asn import compat, hooks, setup
from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS, PROPERTI
from kinerja_asn.constants.nilai_dasar import NILAI_DASAR
from kinerja_asn.constants.peran import IZIN_ALUR, IZIN_DASAR, IZIN_JEJAK, PENGELOLA, ROLES
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
