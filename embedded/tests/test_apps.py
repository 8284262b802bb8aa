"""Several apps on a site: hooks of every kind, and install, migrate and uninstall in Frappe's order."""

import frappe
import pytest


def named(calls, name):
	return [there for called, there in calls if called == name]


def test_installed_apps_are_named_as_on_a_bench(sample_app):
	assert frappe.get_installed_apps()[:2] == ["frappe", "erpnext"]
	assert "sample_app" in frappe.get_installed_apps()
	assert frappe.get_all_apps()[0] == "frappe"


def test_install_order(sample_app):
	[before], [after], [synced] = (
		named(sample_app, f) for f in ("before_install", "after_install", "after_sync")
	)
	assert before == {"doctype": False, "role": False, "card": False}
	assert after == {"doctype": True, "role": False, "card": False}
	assert synced == {"doctype": True, "role": True, "card": True}


def test_patches_are_marked_done_and_not_run_at_install(sample_app):
	assert frappe.db.exists("Patch Log", {"patch": "sample_app.patches.note_that_it_ran"})
	assert named(sample_app, "patch") == []


def test_records_of_the_module_are_there(sample_app):
	for doctype, name in (
		("Module Def", "Sample"),
		("Report", "Sample Report"),
		("Workspace", "Sample"),
		("Number Card", "Sample Notes"),
		("Dashboard Chart", "Sample Chart"),
		("Print Format", "Sample Print"),
		("Scheduled Job Type", {"method": "sample_app.events.daily"}),
	):
		assert frappe.db.exists(doctype, name), (doctype, name)


def test_doc_events_of_all_doctypes_and_of_one(sample_app):
	before = len(named(sample_app, "any")), len(named(sample_app, "note"))
	frappe.get_doc({"doctype": "Sample Note", "text": "x"}).insert()
	assert (len(named(sample_app, "any")), len(named(sample_app, "note"))) == (before[0] + 1, before[1] + 1)


def test_permission_hooks_narrow_lists_and_documents(sample_app):
	note = frappe.get_doc({"doctype": "Sample Note", "text": "mine"}).insert()
	user = frappe.get_doc(
		{"doctype": "User", "email": "reader@example.com", "first_name": "R", "send_welcome_email": 0}
	).insert()
	user.add_roles("Sample Reader")
	frappe.set_user(user.name)
	assert frappe.get_list("Sample Note") == []
	assert not frappe.has_permission("Sample Note", "read", note.name)
	own = frappe.get_doc({"doctype": "Sample Note", "text": "own"}).insert()
	assert frappe.get_list("Sample Note", pluck="name") == [own.name]


def test_get_hooks_of_one_app(sample_app):
	assert frappe.get_hooks("app_title", app_name="sample_app") == ["Sample App"]
	assert frappe.get_hooks("app_title", app_name="erpnext") == ["ERPNext"]
	assert "sample_app.events.daily" in frappe.get_hooks("scheduler_events")["daily"]


def test_overrides(sample_app):
	assert frappe.override_whitelisted_method("frappe.ping") == "sample_app.events.ping"
	assert frappe.get_doc({"doctype": "Note", "title": "quiet"}).insert().title == "QUIET"


def test_form_scripts_of_an_app_reach_the_form(sample_app):
	from frappe.desk.form.meta import get_meta

	assert "sample_app" in (get_meta("ToDo", cached=False).get("__js") or "")


def test_tile_on_the_apps_screen(sample_app):
	from frappe.apps import get_apps

	tiles = [tile for tile in get_apps() if tile["name"] == "sample_app"]
	assert [tile["route"] for tile in tiles] == ["/desk/sample"]


def test_boot_tells_each_apps_workspaces(sample_app):
	from frappe.boot import get_bootinfo

	apps = {app["app_name"]: app for app in get_bootinfo().app_data}
	assert apps["sample_app"]["workspaces"] == ["Sample"]
	assert "frappe" in apps


def test_portal_menu_and_its_role(sample_app):
	menu = frappe.get_all("Portal Menu Item", {"title": "Sample Notes"}, ["role", "route"])
	assert menu == [{"role": "Sample Reader", "route": "/sample_page"}]
	assert frappe.db.get_value("Role", "Sample Reader", "desk_access") in (0, 1)


def test_translations_of_an_app(sample_app):
	assert frappe._("Sample Note", lang="id") == "Catatan Contoh"
	assert frappe._("Cancel", lang="id") == "Urungkan (contoh)", (
		"the host's own catalogue comes before an app's"
	)


def test_report_runs(sample_app):
	from frappe.desk.query_report import run

	assert run("Sample Report")["result"] == [{"day": "2025-01-01"}]


def test_migrate_twice_runs_the_hooks_each_time_and_a_new_patch_once(sample_app):
	from embedded import site
	from embedded.host import site_folder
	from embedded.paths import STATE
	from embedded.pytest_plugin import enter_test_mode

	frappe.db.delete("Patch Log", {"patch": "sample_app.patches.note_that_it_ran"})
	frappe.db.commit()
	for _ in range(2):
		with site.quiet(STATE / "logs" / "test-migrate.log"):
			site.migrate()
	enter_test_mode()
	assert site_folder.folder().exists()
	assert len(named(sample_app, "before_migrate")) == len(named(sample_app, "after_migrate")) == 2
	assert len(named(sample_app, "patch")) == 1


def test_an_app_that_another_needs_is_not_removed(sample_app, capsys):
	frappe.installer.remove_app("erpnext")
	assert "is a dependency of" in capsys.readouterr().out
	assert frappe.db.exists("DocType", "Employee")


def count_all():
	"""Rows per table, without logs and caches of the framework's own."""
	changing = (
		"__",
		"tabDeleted",
		"tabVersion",
		"tabPatch",
		"tabSingles",
		"tabError",
		"tabDefault",
		"tabScheduled",
		"tabPermission Log",
	)
	tables = [t for t in frappe.db.get_tables(cached=False) if not t.startswith((*changing, "sqlite"))]
	return {table: frappe.db.sql(f"select count(*) from `{table}`")[0][0] for table in sorted(tables)}


def test_uninstall_leaves_the_site_as_it_was_before_install(sample_app):
	icons = frappe.db.count("Desktop Icon", {"label": ["like", "Frappe%"]})
	frappe.installer.remove_app("sample_app")
	without = count_all()
	assert not any("Sample" in table for table in without)
	assert not frappe.db.exists("Module Def", {"app_name": "sample_app"})
	assert frappe.db.count("Desktop Icon", {"label": ["like", "Frappe%"]}) == icons
	assert [name for name, _ in sample_app if "uninstall" in name] == ["before_uninstall", "after_uninstall"]

	frappe.installer.install_app("sample_app")
	assert count_all() != without
	frappe.installer.remove_app("sample_app")
	assert count_all() == without


@pytest.mark.parametrize("app", ["no_such_app"])
def test_an_unknown_app_is_refused(app):
	with pytest.raises(Exception, match="not in apps"):
		frappe.installer.install_app(app)
