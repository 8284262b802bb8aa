"""Install, migrate and uninstall apps in Frappe's order (frappe/installer.py, frappe/migrate.py).

monoframe refuses any app but itself. The order matters to an app's hooks: `after_install` runs before
fixtures, patches are marked done instead of run, dashboards come last, `after_sync` after them.
"""

import json

from embedded.host import apps


def mend():
	import monoframe.installer as installer
	import monoframe.migrate
	import monoframe.model.sync as sync
	import monoframe.patches as patches

	installer.install_app = install_app(installer.install_app)
	installer.remove_app = remove_app
	installer.add_to_installed_apps = add_to_installed_apps
	installer.remove_from_installed_apps = remove_from_installed_apps
	installer.add_module_defs = add_module_defs(installer.add_module_defs)
	sync.sync_all = sync_all
	patches.get_all_patches = get_all_patches
	monoframe.migrate.check_connection = lambda **arguments: {}  # looks for a Redis server
	monoframe.migrate.SiteMigration.pre_schema_updates = pre_schema_updates


def install_app(install_framework):
	def install(name, verbose=False, set_as_patched=True, force=False):
		if apps.outward(name) == apps.FRAMEWORK:
			return install_framework(apps.REAL, verbose=verbose, set_as_patched=set_as_patched, force=force)
		if _may_install(name, force):
			_install(name, set_as_patched, force)

	return install


def _may_install(name, force):
	import frappe
	from frappe.installer import parse_app_name

	if name not in frappe.get_all_apps():
		raise Exception(f"App {name} not in apps.txt")
	for required in frappe.get_hooks("required_apps", app_name=name):
		frappe.installer.install_app(parse_app_name(required))
	if name in frappe.get_installed_apps() and not force:
		print(f"App {name} already installed")
		return False
	return True


def _install(name, set_as_patched, force):
	import frappe
	from frappe import installer
	from frappe.core.doctype.scheduled_job_type.scheduled_job_type import sync_jobs
	from frappe.model.module_utils import sync_customizations
	from frappe.model.sync import sync_for
	from frappe.utils.dashboard import sync_dashboards
	from frappe.utils.fixtures import sync_fixtures

	frappe.flags.in_install = name
	frappe.flags.ignore_in_install = False
	frappe.clear_cache()
	hooks = frappe.get_hooks(app_name=name)
	if any(frappe.get_attr(method)() is False for method in hooks.before_install or []):
		return
	_call_all("before_app_install", name)
	installer.add_module_defs(name, ignore_if_duplicate=force)
	sync_for(name, force=force, reset_permissions=True)
	add_to_installed_apps(name)
	frappe.get_doc("Portal Settings", "Portal Settings").sync_menu()
	if set_as_patched:
		installer.set_all_patches_as_completed(name)
	_call(hooks.after_install)
	_call_all("after_app_install", name)
	sync_jobs()
	sync_fixtures(name)
	sync_customizations(name)
	sync_dashboards(name)
	_call(hooks.after_sync)
	frappe.db.commit()
	frappe.clear_cache()
	frappe.client_cache.erase_persistent_caches()
	frappe.flags.in_install = False


def _call(methods):
	import frappe

	for method in methods or []:
		frappe.get_attr(method)()


def _call_all(hook, app):
	import frappe

	for method in frappe.get_hooks(hook):
		frappe.get_attr(method)(app)


def add_to_installed_apps(name, rebuild_website=True):
	import frappe
	from frappe.installer import post_install

	name = apps.outward(name)
	installed = _read_installed_apps()
	if name not in installed:
		_write_installed_apps([*installed, name])
	apps.installing_framework = False
	if frappe.flags.in_install:
		post_install(rebuild_website)


def remove_from_installed_apps(name):
	_write_installed_apps([app for app in _read_installed_apps() if app != name])


def _read_installed_apps():
	import frappe

	return json.loads(frappe.db.get_global("installed_apps") or "[]")


def _write_installed_apps(names):
	import frappe

	frappe.db.set_global("installed_apps", json.dumps(names))
	frappe.db.commit()
	frappe.local.doc_events_hooks = None
	frappe.clear_cache()


def add_module_defs(add):
	"""Frappe skips this for the framework itself, whose tables do not exist yet at that point."""

	def add_for_other_apps(app, ignore_if_duplicate=False):
		if app != apps.REAL:
			add(app, ignore_if_duplicate=ignore_if_duplicate)

	return add_for_other_apps


def remove_app(name, dry_run=False, yes=False, no_backup=False, force=False):
	"""As Frappe's: what is linked to the app's Module Defs goes, all else is the app's own business."""
	import frappe
	from frappe import installer

	if not _may_remove(name, force):
		return
	hooks = frappe.get_hooks(app_name=name)
	frappe.flags.in_uninstall = True
	_call(hooks.before_uninstall)
	_call_all("before_app_uninstall", name)
	modules = frappe.get_all("Module Def", filters={"app_name": name}, pluck="name")
	installer._delete_doctypes(installer._delete_modules(modules, dry_run=dry_run), dry_run=dry_run)
	if not dry_run:
		remove_from_installed_apps(name)
	_call(hooks.after_uninstall)
	_call_all("after_app_uninstall", name)
	frappe.db.commit()
	frappe.clear_cache()
	frappe.flags.in_uninstall = False


def _may_remove(name, force):
	import frappe

	installed = frappe.get_installed_apps()
	if name not in installed and not force:
		print(f"App {name} not installed")
		return False
	for app in installed:
		required = frappe.get_hooks("required_apps", app_name=app)
		if app != name and any(name in requirement for requirement in required):
			print(f"App {name} is a dependency of {app}. Uninstall {app} first.")
			return False
	return True


def sync_all(force=0, reset_permissions=False):
	import frappe
	from frappe.model.sync import sync_for
	from frappe.patches import _patch_mode

	_patch_mode(True)
	for app in frappe.get_installed_apps():
		sync_for(apps.REAL if app == apps.FRAMEWORK else app, force, reset_permissions=reset_permissions)
	_patch_mode(False)
	frappe.clear_cache()


def get_all_patches(patch_type=None):
	import frappe
	from frappe.patches import get_patches_from_app

	return [
		patch
		for app in frappe.get_installed_apps()
		for patch in get_patches_from_app(app, patch_type=patch_type)
	]


def pre_schema_updates(migration):
	"""monoframe ran all apps' before_migrate once for each app."""
	import frappe

	_call(frappe.get_hooks("before_migrate"))
	frappe.db.commit()
