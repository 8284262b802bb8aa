"""The desk and website: several apps on its screens, and the name Frappe in what goes to the browser."""

import re

from embedded.host import apps
from embedded.host.naming import restore_name
from embedded.host.rebind import rebind


def mend():
	import monoframe

	# The setup wizard asks for a company's accounting: no app here needs it.
	rebind(monoframe.is_setup_complete, lambda: True)
	_accept_frappe_headers(monoframe)
	_restore_name_in_templates()
	_list_apps()
	_describe_apps_at_boot()
	_make_icons_per_app()


def _accept_frappe_headers(monoframe):
	"""Clients send X-Frappe-CSRF-Token; without it every POST of a logged-in browser is refused."""
	get_request_header = monoframe.get_request_header

	def get_header(key, default=None):
		if key.startswith("X-Monoframe-"):
			return get_request_header(key.replace("Monoframe", "Frappe")) or get_request_header(key, default)
		return get_request_header(key, default)

	monoframe.get_request_header = get_header


def _restore_name_in_templates():
	"""A page's own script may call `frappe.ready` before any bundle is loaded; bundles style `frappe-…`."""
	import monoframe.utils.jinja as jinja
	from jinja2 import BaseLoader, ChoiceLoader
	from monoframe.utils.caching import site_cache

	class RenamedTemplates(ChoiceLoader):
		def get_source(self, environment, template):
			source, file, uptodate = super().get_source(environment, template)
			if file and re.search(r"[/\\]monoframe[/\\]", file):
				source = restore_name(source)
			return source, file, uptodate

		load = BaseLoader.load  # ChoiceLoader's own goes past get_source

	original = jinja._get_jloader

	@site_cache(ttl=600, maxsize=8)
	def get_jloader():
		return RenamedTemplates(original().loaders)

	rebind(original, get_jloader)


def _list_apps():
	"""Every app's tile on the apps screen, not the first one's for each app."""
	import monoframe
	import monoframe.apps as apps_screen

	def get_apps():
		return [
			{
				"name": app,
				"logo": tile.get("logo"),
				"title": monoframe._(tile["title"]),
				"route": tile["route"],
			}
			for app in monoframe.get_installed_apps()
			if app != apps.FRAMEWORK
			for tile in monoframe.get_hooks("add_to_apps_screen", app_name=app)
			if _is_allowed(tile)
		]

	rebind(apps_screen.get_apps, monoframe.whitelist()(get_apps))


def _is_allowed(tile):
	import monoframe

	check = tile.get("has_permission")
	return not check or bool(monoframe.get_attr(check)())


def _describe_apps_at_boot():
	"""monoframe boots with itself as the only app: no other app's workspace would be shown."""
	import monoframe.boot as boot
	import monoframe.desk.doctype.desktop_icon.desktop_icon as desktop_icon

	load_desktop_data = boot.load_desktop_data

	def load(bootinfo):
		load_desktop_data(bootinfo)
		allowed = {page.name for page in bootinfo.workspaces.get("pages")}
		bootinfo.app_data = list(filter(None, (_app_data(app, allowed) for app in _installed())))

	rebind(load_desktop_data, load)
	desktop_icon.DesktopIcon.check_app_permission = _may_see_app


def _installed():
	import monoframe

	return monoframe.get_installed_apps()


def _app_data(app, allowed_pages):
	import monoframe

	tiles = monoframe.get_hooks("add_to_apps_screen", app_name=app)
	if tiles and not _is_allowed(tiles[0]):
		return None
	tile = tiles[0] if tiles else {}
	hooks = monoframe.get_hooks(app_name=app)
	modules = monoframe.get_all("Module Def", filters={"app_name": app}, pluck="name")
	pages = (
		monoframe.get_all("Workspace", filters={"module": ["in", modules]}, pluck="name") if modules else []
	)
	workspaces = [page for page in pages if page in allowed_pages]
	home = (hooks.app_home or [""])[0]
	return {
		"app_name": tile.get("name") or app,
		"app_title": tile.get("title") or hooks.app_title[0],
		"app_route": home or (f"/desk/{monoframe.utils.slug(workspaces[0])}" if workspaces else ""),
		"app_logo_url": tile.get("logo") or (hooks.app_logo_url or [None])[0],
		"modules": modules,
		"workspaces": workspaces,
	}


def _may_see_app(icon):
	import monoframe

	if not icon.app:
		return True
	tiles = monoframe.get_hooks("add_to_apps_screen", app_name=icon.app)
	return not tiles or _is_allowed(tiles[0])


def _make_icons_per_app():
	"""Icons took the framework's title for every app, and uninstalling an app removed the framework's."""
	import monoframe.desk.doctype.desktop_icon.desktop_icon as desktop_icon
	import monoframe.utils.install as install

	create, delete = desktop_icon.create_desktop_icons, install.delete_desktop_icon_and_sidebar

	def create_for_each_app():
		for app in _installed():
			with apps.only(app):
				create()

	def delete_for_app(app_name, dry_run=False):
		with apps.only(app_name):
			delete(app_name, dry_run)

	rebind(create, create_for_each_app)
	rebind(delete, delete_for_app)
