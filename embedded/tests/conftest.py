import sys
from pathlib import Path

import pytest

SAMPLE_APP_PARENT = str(Path(__file__).parent)


@pytest.fixture(autouse=True)
def roll_back():
	"""Each test leaves the site's data as it found it; what it cached of it, Frappe forgets with the rollback."""
	import frappe

	yield
	frappe.set_user("Administrator")
	frappe.db.rollback()


@pytest.fixture(autouse=True, scope="module")
def clean_cache():
	"""Reading every DocType afresh for every test was most of these tests' time."""
	import frappe

	yield
	frappe.clear_cache()


@pytest.fixture(scope="module")
def sample_app():
	"""tests/sample_app, installed on the test site for the module's tests. Yields its record of calls."""
	import frappe
	import frappe.installer

	from embedded.host import apps

	sys.path.insert(0, SAMPLE_APP_PARENT)
	apps.make_available("sample_app")
	frappe.setup_module_map()
	frappe.installer.install_app("sample_app")
	from sample_app.events import CALLS

	yield CALLS
	if "sample_app" in frappe.get_installed_apps():
		frappe.installer.remove_app("sample_app")
	sys.path.remove(SAMPLE_APP_PARENT)
