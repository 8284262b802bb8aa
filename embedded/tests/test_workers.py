"""Runs with pytest-xdist: a site for each worker, and nothing that one of them finds goes missing on the way."""

import subprocess
import sys
from pathlib import Path

import frappe
import pytest

from embedded import site
from embedded.paths import REPO, STATE

# Run by both workers at once: each writes, waits until the other has written, then looks.
SAMPLE = """
import time
from pathlib import Path
from unittest import TestCase

import frappe

MEETING = Path(__file__).parent


def test_own_site(worker_id):
	frappe.get_doc(doctype="ToDo", description=worker_id).insert()
	frappe.db.commit()
	frappe.cache.set_value("worker", worker_id)
	Path(frappe.get_site_path("private", "files", worker_id)).touch()
	meet(worker_id)
	assert frappe.get_all("ToDo", pluck="description") == [worker_id]
	assert frappe.cache.get_value("worker") == worker_id
	assert [file.name for file in Path(frappe.get_site_path("private", "files")).iterdir()] == [worker_id]


def meet(worker_id):
	(MEETING / f"{worker_id}.site").write_text(frappe.get_site_path())
	deadline = time.monotonic() + 60
	while len(list(MEETING.glob("*.site"))) < 2:
		assert time.monotonic() < deadline, "the other worker does not come"
		time.sleep(0.1)


class TestSubtests(TestCase):
	def test_two_of_three_fail(self):
		for number in (1, 2, 3):
			with self.subTest(number=number):
				self.assertEqual(number, 2)
"""


@pytest.fixture(scope="module")
def nested_run(tmp_path_factory):
	"""A run of two workers inside this run, in the same checkout; each of them runs all of SAMPLE."""
	folder = tmp_path_factory.mktemp("nested")
	(folder / "test_sample.py").write_text(SAMPLE)
	command = [sys.executable, "-m", "pytest", "-q", "-p", "embedded.pytest_plugin", "-p", "no:cacheprovider"]
	command += ["-n", "2", "--dist", "each", f"--rootdir={folder}", str(folder)]
	run = subprocess.run(command, cwd=REPO, capture_output=True, text=True)
	return run, [file.read_text() for file in folder.glob("*.site")]


def test_what_a_worker_writes_the_other_does_not_see(nested_run):
	run, _sites = nested_run
	assert "test_own_site" not in "".join(failures(run)), run.stdout + run.stderr


def test_a_failed_subtest_of_a_worker_is_a_failure_and_counted(nested_run):
	run, _sites = nested_run
	assert run.returncode == 1
	assert "4 failed, 4 passed, 2 subtests passed" in run.stdout, run.stdout + run.stderr  # of both workers
	assert sum("number='3'" in line for line in failures(run)) == 2


def test_each_worker_has_its_site_and_takes_it_away(nested_run):
	_run, sites = nested_run
	assert len(set(sites)) == 2
	assert all(Path(folder).is_relative_to(STATE) and not Path(folder).parent.exists() for folder in sites)


def test_a_run_beside_this_one_leaves_its_site_alone(nested_run):
	_run, sites = nested_run
	assert frappe.get_site_path() not in sites
	assert Path(frappe.get_site_path(), "site_config.json").exists()
	assert frappe.get_all("ToDo") == []


def failures(run):
	return [line for line in run.stdout.splitlines() if line.startswith(("FAILED", "SUBFAILED", "ERROR"))]


@pytest.fixture
def templates(monkeypatch, tmp_path):
	"""No templates yet; making one only notes what was made."""
	made = []

	def make(folder, what, build):
		folder.mkdir()
		made.append(what)

	monkeypatch.setattr(site, "TEMPLATES", tmp_path)
	monkeypatch.setattr(site, "_make_template", make)
	return made


def test_a_template_is_made_once_and_again_when_the_app_has_changed(templates, monkeypatch):
	first = site.template()
	assert site.template() == first and templates == [
		"create a site with the bare framework",
		"install the apps",
	]
	monkeypatch.setattr(site, "apps_fingerprint", lambda: "changed")
	assert site.template() != first and templates[2:] == ["install the apps"]
	assert not first.exists()


def test_test_sites_are_copied_from_the_template_of_today(monkeypatch, tmp_path):
	template, copied = tmp_path / "template", []
	monkeypatch.setattr(site, "template", lambda data: template)
	monkeypatch.setattr(site, "copy", lambda source, target, name: copied.append((source, name)))
	for worker in ("gw0", "gw1"):
		site.copy_for_tests(STATE / "test-a1" / worker / "site")
	assert copied == [(template, "kinerja_test_a1_gw0"), (template, "kinerja_test_a1_gw1")]
