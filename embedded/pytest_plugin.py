"""pytest -p embedded.pytest_plugin: a fresh site with both apps for this run, connected, gone at the end.

With pytest-xdist's `-n` each worker has a site of its own, copied from the template that the run's first process
made; that one only hands out the tests. The tests themselves know nothing of this: they import frappe, as in a
bench. Rolling back after each test is their base class's business.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from embedded import chromium, database, mariadb, site
from embedded.paths import REPO, STATE
from embedded.progress import Problem

_run_folder = None  # holds the sites of this run; set in the process that makes it and takes it away


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
			_make_run_folder()
		if not _has_workers(config):
			_connect_to_copy(_site_folder(config))
	except Problem as problem:
		pytest.exit(f"embedded: {problem}", returncode=1)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
	"""Before pytest-xdist starts a worker."""
	if _run_folder:
		node.workerinput["run_folder"] = str(_run_folder)


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


def _make_run_folder():
	global _run_folder
	STATE.mkdir(exist_ok=True)
	_run_folder = Path(tempfile.mkdtemp(prefix="test-", dir=STATE))


def _site_folder(config):
	if _is_worker(config):
		return Path(config.workerinput["run_folder"]) / config.workerinput["workerid"] / "site"
	return _run_folder / "main" / "site"


def _connect_to_copy(folder):
	site.copy_for_tests(folder)
	site.connect(folder)
	enter_test_mode()


def enter_test_mode():
	"""What Frappe's own test runner sets. To be called again after a migration: it starts a new session."""
	import frappe

	frappe.in_test = True
	frappe.flags.in_test = True


def pytest_unconfigure(config):
	"""A worker only disconnects: it is given five seconds to end, and dropping a database can take longer."""
	global _run_folder
	site.disconnect()
	if _run_folder:
		for folder in _run_folder.glob("*/site"):
			site.remove(folder)
		shutil.rmtree(_run_folder)
		_run_folder = None
	mariadb.stop()


@pytest.fixture(scope="session")
def chromium_driver():
	"""Starts browsers: ``chromium_driver(flags)``. One driver per process: playwright refuses to run a second."""
	path = require_chromium()
	from playwright.sync_api import sync_playwright

	with sync_playwright() as playwright:
		yield lambda flags: playwright.chromium.launch(executable_path=path, args=flags)


def require_chromium():
	"""Path of the browser. Without one its tests say so and are left out; CI insists (KINERJA_WAJIB_BROWSER)."""
	if path := chromium.find():
		return path
	message = "browser tests left out: no Chromium found. Install Debian's package `chromium` to run them."
	pytest.fail(message) if os.environ.get("KINERJA_WAJIB_BROWSER") else pytest.skip(message)
