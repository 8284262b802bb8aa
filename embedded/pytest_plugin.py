"""pytest -p embedded.pytest_plugin: a fresh site with both apps for this run, connected, gone at the end.

With pytest-xdist's `-n` each worker has a site of its own, copied from the template that the run's first process
made; that one only hands out the tests. The tests themselves know nothing of this: they import frappe, as in a
bench. Rolling back after each test is their base class's business.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from embedded import database, mariadb, site
from embedded.paths import REPO, STATE
from embedded.progress import Problem

_folder = None


def pytest_addoption(parser):
	parser.addoption(
		"--no-site", action="store_true", help="run without a site: tests that need no framework"
	)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
	if config.getoption("--no-site"):
		return
	try:
		if not _is_worker(config):
			_show(config, _prepare_template)
		if not _has_workers(config):
			_connect_to_copy()
	except Problem as problem:
		pytest.exit(f"embedded: {problem}", returncode=1)


def _is_worker(config):
	return hasattr(config, "workerinput")


def _has_workers(config):
	return not _is_worker(config) and config.getoption("dist", "no") != "no"


def _show(config, action):
	"""Run `action` with output going to the terminal: it can take half a minute."""
	capture = config.pluginmanager.getplugin("capturemanager")
	if capture is None:
		return action()
	with capture.global_and_fixture_disabled():
		return action()


def _prepare_template():
	if database.kind() == "mariadb":
		mariadb.start_if_none_given()  # its address reaches the workers by the environment
	# In a process of its own: installing leaves modules and caches behind that tests must not see.
	made = subprocess.run([sys.executable, "-m", "embedded", "template"], cwd=REPO)
	if made.returncode:
		pytest.exit("embedded: no site to test on, see above.", returncode=made.returncode)


def _connect_to_copy():
	global _folder
	STATE.mkdir(exist_ok=True)
	_folder = Path(tempfile.mkdtemp(prefix="test-", dir=STATE)) / "site"
	site.copy_for_tests(_folder)
	site.connect(_folder)
	enter_test_mode()


def enter_test_mode():
	"""What Frappe's own test runner sets. To be called again after a migration: it starts a new session."""
	import frappe

	frappe.in_test = True
	frappe.flags.in_test = True


def pytest_unconfigure(config):
	global _folder
	if _folder:
		site.remove(_folder)
		_folder.parent.rmdir()
		_folder = None
	mariadb.stop()
