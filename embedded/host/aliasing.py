"""`import frappe` gives monoframe, `import erpnext` gives embedded/hr_master: the same module objects."""

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys

PRESENTED = {"frappe": "monoframe", "erpnext": "embedded.hr_master"}

# Modules that monoframe keeps elsewhere than Frappe does.
MOVED = {
	"frappe.commands": "embedded.host.commands",
	"frappe.modules": "monoframe.model.module_utils",
	"frappe.modules.utils": "monoframe.model.module_utils",
	"frappe.modules.import_file": "monoframe.model.import_doc",
	"frappe.modules.patch_handler": "monoframe.patches",
	"frappe.modules.export_file": "monoframe.model.export",
}


def present_as_frappe():
	"""Install the finder once, first in line."""
	if not any(isinstance(finder, AliasFinder) for finder in sys.meta_path):
		sys.meta_path.insert(0, AliasFinder())


def real_name(name):
	"""`frappe.utils` → `monoframe.utils`; None when `name` is no alias."""
	root, _, rest = name.partition(".")
	if root not in PRESENTED:
		return None
	return MOVED.get(name) or (f"{PRESENTED[root]}.{rest}" if rest else PRESENTED[root])


class AliasFinder(importlib.abc.MetaPathFinder):
	def find_spec(self, fullname, path=None, target=None):
		name = real_name(fullname)
		if name is None or importlib.util.find_spec(name) is None:
			return None
		return importlib.machinery.ModuleSpec(fullname, AliasLoader(name), is_package=True)


class AliasLoader(importlib.abc.Loader):
	"""Hands out the real module. A class that exists twice would break `except` and `isinstance`."""

	def __init__(self, name):
		self.name = name

	def create_module(self, spec):
		module = importlib.import_module(self.name)
		self.real_spec = module.__spec__
		return module

	def exec_module(self, module):
		# The import system has just put the alias's spec on it: reload and PackageLoader need its own.
		module.__spec__ = self.real_spec
