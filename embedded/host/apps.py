"""Several apps on one site, as in Frappe. monoframe knows itself only.

Without this there are no hooks, modules, templates, translations or patches of any other app. The list of
installed apps is where Frappe keeps it: the global default `installed_apps`, a JSON list in the database.
"""

import contextlib
import contextvars
import functools
import importlib
import inspect
import json
import types

from embedded.host.naming import restore_name
from embedded.host.rebind import rebind

FRAMEWORK = "frappe"
REAL = "monoframe"

# True while the framework's own tables are being made: there is no list of apps to read yet.
installing_framework = False

_available = [FRAMEWORK]
_only = contextvars.ContextVar("only", default=None)


def mend(available):
	"""available: the app names that can be installed, beside the framework."""
	import monoframe

	_available[1:] = available
	_mend_paths(monoframe)
	_mend_app_lists(monoframe)
	_mend_hooks(monoframe)
	_mend_hooks_read_per_app(monoframe)
	monoframe.setup_module_map = lambda include_all_apps=True: setup_module_map(monoframe)


def make_available(app):
	"""Add an app that is importable, e.g. a test's own."""
	if app not in _available:
		_available.append(app)


@contextlib.contextmanager
def only(app):
	"""For code that takes the first app's hooks for all: inside, `app` is the only one installed."""
	token = _only.set(app)
	try:
		yield
	finally:
		_only.reset(token)


def outward(app):
	return FRAMEWORK if app in (REAL, None) else app


def _mend_paths(monoframe):
	path_of = monoframe.get_pymodule_path
	monoframe.get_app_path = lambda app, *joins: path_of(outward(app), *joins)
	monoframe.get_app_source_path = lambda app, *joins: path_of(outward(app), "..", *joins)
	monoframe.get_module_list = lambda app=FRAMEWORK: list(modules_of(outward(app)))


@functools.cache
def modules_of(app):
	import monoframe

	return tuple(monoframe.get_file_items(monoframe.get_app_path(app, "modules.txt")))


def setup_module_map(monoframe):
	modules = {app: [monoframe.scrub(name) for name in modules_of(app)] for app in _available}
	monoframe.local.module_app = {module: app for app, names in modules.items() for module in names}
	# The framework itself asks for its modules under its own name.
	monoframe.local.app_modules = modules | {REAL: modules[FRAMEWORK]}


def _mend_app_lists(monoframe):
	monoframe.get_all_apps = lambda *args, **arguments: list(_available)

	def get_installed_apps(*, _ensure_on_bench=False, **unused):
		if installing_framework or monoframe.flags.in_install_db:
			return []
		if app := _only.get():
			return [app]
		if not getattr(monoframe.local, "db", None):
			monoframe.connect()
		return json.loads(monoframe.db.get_global("installed_apps") or "[]")

	monoframe.get_installed_apps = get_installed_apps


def _mend_hooks(monoframe):
	def load_app_hooks(app_name=None):
		hooks = {}
		for app in [app_name] if app_name else monoframe.get_installed_apps() or [FRAMEWORK]:
			for key, value in _hooks_of(outward(app)):
				monoframe.append_hook(hooks, key, value)
		if installing_framework:
			hooks.pop("doc_events", None)  # they read tables, such as Workflow's, that are yet to be made
		return hooks

	def get_hooks(hook=None, default="_KEEP_DEFAULT_LIST", app_name=None):
		app_name = app_name or _only.get()
		hooks = load_app_hooks(app_name) if app_name else _cached_hooks(monoframe, load_app_hooks)
		if hook:
			return hooks.get(hook, [] if default == "_KEEP_DEFAULT_LIST" else default)
		return monoframe._dict(hooks)

	monoframe._load_app_hooks = load_app_hooks
	monoframe.get_hooks = get_hooks


def _cached_hooks(monoframe, load):
	hooks = monoframe.client_cache.get_value("app_hooks")
	if hooks is None:
		hooks = load()
		monoframe.client_cache.set_value("app_hooks", hooks)
	return hooks


def _hooks_of(app):
	"""(name, value) of every hook in the app's hooks.py."""
	module = importlib.import_module(f"{app}.hooks")
	hooks = [(key, value) for key, value in inspect.getmembers(module, _is_hook) if not key.startswith("_")]
	# The framework's own hooks name files in folders that kept Frappe's name.
	return restore_name(hooks) if app == FRAMEWORK else hooks


def _is_hook(value):
	return not isinstance(value, types.ModuleType | types.FunctionType | type)


def _mend_hooks_read_per_app(monoframe):
	"""monoframe dropped `app_name` from get_hooks and then joined every app's files to every app's folder."""
	import monoframe.desk.form.meta as form_meta

	def get_code_files_via_hooks(hook, name):
		return [
			monoframe.get_app_path(app, *file.strip("/").split("/"))
			for app in monoframe.get_installed_apps()
			for file in _as_list(monoframe.get_hooks(hook, default={}, app_name=app).get(name, []))
		]

	rebind(form_meta.get_code_files_via_hooks, get_code_files_via_hooks)


def _as_list(value):
	return value if isinstance(value, list) else [value]
