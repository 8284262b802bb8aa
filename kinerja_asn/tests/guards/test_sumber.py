"""What the app's own source must not do, or only where a reason is given here."""

import ast
import re
import unittest

from kinerja_asn import hooks
from kinerja_asn.constants.akses import TABEL_ANAK, TERJAGA
from kinerja_asn.constants.pencopotan import DOCTYPE, KOLOM
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.tahap.bawaan import GAYA_STATUS, NAMA_TINDAKAN
from kinerja_asn.tests.guards.sumber import (
	APP,
	MODUL,
	REPO,
	get_calls,
	get_doctypes,
	get_nama,
	get_python,
	load,
	parse,
	relative,
)

# Where a rule may be broken: file -> why.
BOLEH_IGNORE_PERMISSIONS = {
	"setup.py": "install and migrate run without a user who could hold the rights",
	"kinerja_asn/workflow/pemasangan.py": "install and uninstall of the shipped workflows",
	"kinerja_asn/workflow/halaman.py": "install and uninstall of HR's way to the Workflow Builder",
	"services/orang/peran.py": "the two automatic roles follow from Employee, not from rights on User",
	"demo/": "try-out data, made and removed by an administrator on the command line",
}
BOLEH_COMMIT = {
	"demo/": "a script of many documents, committed step by step so that it can resume",
	"services/borongan/pelaksanaan.py": "a job over thousands of employees: a chunk is made as a whole or not at all",
	"services/perpindahan/penerusan.py": "a job over hundreds of employees: a chunk is passed on with its trace or not at all",
	"services/perpindahan/latar.py": "a job over hundreds of employees: a chunk is moved with its trace or not at all",
	"services/pelaksanaan/pemantauan/pencatatan.py": "a job over thousands of plans: each chunk locks before it reads, and lets go",
	"lembar/impor_realisasi.py": "a job over thousands of employees: a set of figures is brought in with its counts or not at all",
	"services/pelaksanaan/tautan.py": "a job that waits for servers on the internet: what they said is kept, some at a time",
	"pencopotan.py": "kinerja-sisa on the command line: what is removed before columns are, which commits by itself",
}
BOLEH_SQL = {
	"compat.py": "the one change of a table that Frappe has nothing for: columns of custom fields, from constants",
	"services/bersama/sisip.py": "one multi-row INSERT, all values bound: the query builder takes four to twenty times as long",
}

# Locked fields that a service writes after it has checked who is acting (workflow/bertahap.py).
BOLEH_OLEH_LAYANAN = {
	"kinerja_asn/workflow/bertahap.py": "reads the flag: the locks are there",
	"kinerja_asn/doctype/catatan_skp/catatan_skp.py": "reads the flag: what kind of remark it is, a client does not say",
	"kinerja_asn/doctype/perpindahan_kinerja/perpindahan_kinerja.py": "reads the flag: the trace of a move is written by the move",
	"services/pelaksanaan/lintasan.py": "the course that a Penilai agreed to in a rencana aksi is the plan's",
	"services/perencanaan/penugasan/baris_penugasan.py": "reads the flag: assigned rows that come with a copied plan",
	"services/perencanaan/penyelarasan/penyelarasan.py": "reads the flag: a copied plan leaves a link to another unit's agreement behind",
	"services/perencanaan/penyelarasan/pembagian_peran.py": "a leader writes roles into the drafts of his people",
	"services/perencanaan/skp/dialog.py": "the reason of a return is a remark of another kind",
	"services/perpindahan/plt.py": "the day on which documents came back from a stand-in",
	"services/perpindahan/suksesi.py": "the SKP that follows a closed one starts with its rows",
}

# Documents that follow a decision taken on another one: neither rights nor steps of their own are asked.
BOLEH_MENURUT_KEPUTUSAN = {
	"kinerja_asn/doctype/evaluasi_kinerja/evaluasi_kinerja.py": "reads the flag: a proposal that changed while nobody looked",
	"kinerja_asn/workflow/bertahap.py": "reads the flag",
	"services/bersama/keputusan.py": "sets it, for one save",
	"services/penilaian/keberatan/keputusan.py": "a decision on an objection changes the result that was handed over",
	"services/penilaian/pembaruan.py": "open evaluations gather anew what was verified, said or changed elsewhere",
	"services/penilaian/kewenangan/pengalihan.py": "open evaluations follow who is Penilai by the regulation (p. 89)",
	"services/pelaksanaan/pelaporan/susulan.py": "an empty report, opened by the Penilai of its plan after the last day for late ones",
	"services/perencanaan/skp/perubahan.py": "a change that was set becomes the SKP, and open reports follow the new plan",
	"services/perpindahan/suksesi.py": "a move that HR recorded closes SKP and the changes of them",
	"services/perencanaan/penugasan/penugasan.py": "an assignment that the Penilai approved becomes a row of the plan",
	"services/perencanaan/penugasan/baris_penugasan.py": "reads the flag: the row of an approved assignment is not one written in by hand",
}

# Where an endpoint answers to whatever verb Frappe's own does: tests/test_pengganti.py compares them on every host.
BOLEH_SEMUA_VERBA = {
	"api/hitung.py": "stands in for endpoints of Frappe that only read",
	"api/judul.py": "stands in for endpoints of Frappe that only read; v16's desk asks with GET",
	"api/pencarian.py": "stands in for the desk's search, which only reads",
}

SEMUA_VERBA = ["GET", "POST", "PUT", "DELETE"]
PENJAGA = {"require_login", "require_role", "check_permission", "has_permission"}


def is_boleh(path: str, daftar: dict[str, str]) -> bool:
	return any(path == boleh or (boleh.endswith("/") and path.startswith(boleh)) for boleh in daftar)


def get_pemakai(nama: str) -> set[str]:
	"""Files in which ``nama`` stands, the doors aside: they name what their rooms offer, and use nothing."""
	return {
		relative(path)
		for path in get_python()
		if path.name != "__init__.py" and re.search(rf"\b{nama}\b", path.read_text())
	}


class TestSumber(unittest.TestCase):
	def test_permissions_are_ignored_only_where_a_reason_is_given(self):
		for path in get_python():
			text = path.read_text()
			if "ignore_permissions" in text:
				self.assertTrue(is_boleh(relative(path), BOLEH_IGNORE_PERMISSIONS), relative(path))

	def test_no_raw_sql_and_no_commit(self):
		for path in get_python():
			for call in get_calls(path):
				nama = get_nama(call)
				if nama.endswith("db.commit"):
					self.assertTrue(is_boleh(relative(path), BOLEH_COMMIT), f"{relative(path)}:{call.lineno}")
				if nama.endswith(("db.sql", "db.multisql", "db.sql_ddl")):
					self.assertTrue(is_boleh(relative(path), BOLEH_SQL), f"{relative(path)}:{call.lineno}")

	def test_uninstall_knows_every_doctype(self):
		self.assertEqual(set(DOCTYPE), set(get_doctypes()))

	def test_what_uninstall_leaves_is_said(self):
		halaman = (REPO / "docs" / "pencopotan.md").read_text()
		for doctype, daftar in KOLOM.items():
			for nama in (doctype, *(f"`{kolom}`" for kolom in daftar)):
				self.assertIn(nama, halaman)

	def test_no_workflow_state_is_written_around_the_document(self):
		for path in get_python():
			for call in get_calls(path):
				if get_nama(call).rpartition(".")[2] in ("set_value", "db_set", "bulk_update"):
					self.assertNotIn("workflow_state", ast.dump(call), f"{relative(path)}:{call.lineno}")

	def test_documents_follow_a_decision_only_where_a_reason_is_given(self):
		pemakai = get_pemakai("menurut_keputusan") | get_pemakai("kinerja_asn.services.bersama.keputusan")
		self.assertEqual(pemakai, set(BOLEH_MENURUT_KEPUTUSAN))

	def test_locked_fields_are_opened_to_services_only_where_a_reason_is_given(self):
		self.assertEqual(get_pemakai("oleh_layanan"), set(BOLEH_OLEH_LAYANAN))

	def test_no_code_compares_state_names(self):
		"""HR may rename every state; only the shipped workflow data and the demo's people know their names."""
		for path in get_python():
			if relative(path) in ("tahap/bawaan.py",):
				continue
			for node in ast.walk(parse(path)):
				if isinstance(node, ast.Compare) and "workflow_state" in ast.dump(node):
					konstanta = [sub.value for sub in ast.walk(node) if isinstance(sub, ast.Constant)]
					terlarang = set(GAYA_STATUS) & {nilai for nilai in konstanta if isinstance(nilai, str)}
					self.assertFalse(terlarang, f"{relative(path)}:{node.lineno}")

	def test_every_endpoint_is_typed_post_only_and_guarded(self):
		jumlah = 0
		for path in get_python():
			for node in ast.walk(parse(path)):
				if isinstance(node, ast.FunctionDef):
					for dekorator in node.decorator_list:
						if get_nama(dekorator).endswith("whitelist"):
							jumlah += 1
							self.check_endpoint(path, node, dekorator)
		self.assertGreater(jumlah, 0)

	def check_endpoint(self, path, node: ast.FunctionDef, dekorator) -> None:
		tempat = f"{relative(path)}:{node.name}"
		metode = {kw.arg: ast.literal_eval(kw.value) for kw in getattr(dekorator, "keywords", [])}
		verba = [["POST"], *([SEMUA_VERBA] if relative(path) in BOLEH_SEMUA_VERBA else [])]
		self.assertIn(metode.get("methods"), verba, tempat)
		self.assertNotIn("allow_guest", metode, tempat)
		self.assertTrue(all(arg.annotation for arg in node.args.args if arg.arg != "self"), tempat)
		self.assertIsNotNone(node.returns, tempat)
		dipanggil = {
			get_nama(call).rpartition(".")[2] for call in ast.walk(node) if isinstance(call, ast.Call)
		}
		self.assertTrue(dipanggil & PENJAGA, f"{tempat} has no guard")

	def test_endpoints_that_we_stand_in_for_are_imported_by_no_module(self):
		"""Frappe runs what a module imports by the module's name too: its own would answer where ours stands in."""
		diganti = set(hooks.override_whitelisted_methods)
		for path in get_python():
			for node in ast.walk(parse(path)):
				if isinstance(node, ast.ImportFrom):
					diimpor = {f"{node.module}.{nama.name}" for nama in node.names}
					self.assertFalse(diimpor & diganti, relative(path))

	def test_a_hook_is_named_once(self):
		"""A second one of the name would silence the first."""
		nama = [
			get_nama(target)
			for node in parse(APP / "hooks.py").body
			if isinstance(node, ast.Assign)
			for target in node.targets
		]
		self.assertEqual([hook for hook in nama if nama.count(hook) > 1], [])

	def test_a_variable_says_what_it_holds(self):
		"""``satu`` ("one") was the name of whatever a loop went through."""
		for path in (*get_python(tests=True), *REPO.glob("e2e/*.py"), *REPO.glob("perf/*.py")):
			for node in ast.walk(parse(path)):
				nama = (
					node.id if isinstance(node, ast.Name) else node.arg if isinstance(node, ast.arg) else ""
				)
				self.assertNotIn(nama, ("satu", "_satu"), f"{path}:{getattr(node, 'lineno', 0)}")

	def test_only_for_is_not_used(self):
		"""It lets everybody in while v15 runs tests, so a test of it proves nothing."""
		for path in get_python():
			self.assertNotIn("only_for(", path.read_text().replace("frappe.only_for``", ""), relative(path))

	def test_the_app_does_not_know_on_which_host_it_runs(self):
		for path in get_python(tests=True):
			if path.name != "test_sumber.py":
				teks = path.read_text()
				self.assertNotIn("mono" + "frame", teks, relative(path))
				self.assertNotRegex(teks, r"(?m)^\s*(import|from) embedded", relative(path))

	def test_desk_addresses_are_not_written_by_hand(self):
		"""/app is /desk in v16."""
		for path in (*get_python(), *APP.rglob("*.html"), *APP.rglob("*.js")):
			if "tests" not in path.parts:
				self.assertNotRegex(path.read_text(), r"[\"'`(]/(app|desk)/", str(path))


class TestModel(unittest.TestCase):
	def test_files_are_where_their_names_say(self):
		for path in MODUL.glob("*/*/*.json"):
			doc = load(path)
			with self.subTest(path=relative(path)):
				self.assertEqual(path.stem, path.parent.name)
				self.assertEqual(path.stem, doc["name"].lower().replace(" ", "_").replace("-", "_"))
				self.assertIn("modified", doc)
				self.assertEqual(doc.get("module"), "Kinerja ASN")

	def test_whatever_links_to_an_employee_is_guarded(self):
		for nama, doc in get_doctypes().items():
			tautan = [
				df for df in doc["fields"] if df.get("options") == "Employee" and df["fieldtype"] == "Link"
			]
			if tautan and not doc.get("istable"):
				self.assertIn(nama, TERJAGA)
			for df in tautan:
				self.assertTrue(df.get("ignore_user_permissions"), f"{nama}.{df['fieldname']}")

	def test_every_child_table_is_guarded(self):
		tabel = {nama for nama, doc in get_doctypes().items() if doc.get("istable")}
		self.assertEqual(tabel, set(TABEL_ANAK))
		for nama, daftar_induk in TABEL_ANAK.items():
			pemakai = {
				doctype
				for doctype, doc in get_doctypes().items()
				if any(
					df.get("options") == nama and df["fieldtype"] in ("Table", "Table MultiSelect")
					for df in doc["fields"]
				)
			}
			self.assertEqual(pemakai, set(daftar_induk), nama)

	def test_child_tables_are_written_through_their_document_only(self):
		for nama in TABEL_ANAK:
			path = MODUL / "doctype" / nama.lower().replace(" ", "_") / f"{nama.lower().replace(' ', '_')}.py"
			self.assertIn("(BarisDokumen)", path.read_text(), nama)

	def test_nobody_may_share_and_no_role_of_everybody_has_rights(self):
		for nama, doc in get_doctypes().items():
			for perm in doc["permissions"]:
				self.assertFalse(perm.get("share"), nama)
				pengatur_situs = ("System Manager",) if doc.get("issingle") else ()
				self.assertIn(perm["role"], (*ROLES, *pengatur_situs), nama)

	def test_every_doctype_sorts_by_a_named_field(self):
		for nama, doc in get_doctypes().items():
			self.assertTrue(doc.get("sort_field") and doc.get("sort_order"), nama)

	def test_reports_are_for_named_roles(self):
		for path in MODUL.glob("report/*/*.json"):
			roles = {row["role"] for row in load(path)["roles"]}
			self.assertTrue(roles and roles <= set(ROLES), relative(path))

	def test_fixtures_say_what_the_constants_say(self):
		roles = {row["name"]: row["desk_access"] for row in load(APP / "fixtures" / "role.json")}
		status = {row["name"]: row["style"] for row in load(APP / "fixtures" / "workflow_state.json")}
		tindakan = [row["name"] for row in load(APP / "fixtures" / "workflow_action_master.json")]
		self.assertEqual((roles, status, tindakan), (ROLES, GAYA_STATUS, list(NAMA_TINDAKAN)))


if __name__ == "__main__":
	unittest.main()
