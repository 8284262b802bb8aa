"""The framework's desk and website bundles: npm packages by lock file, esbuild, only when changed."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

from embedded.fingerprint import fingerprint
from embedded.lock import exclusive
from embedded.paths import DESK, PACKAGE
from embedded.progress import Problem, step

SOURCE = PACKAGE / "desk"
OLDEST_NODE = 18
DIST = DESK / "dist"


def prepare():
	"""Leave up-to-date bundles in `.embedded/desk/dist`."""
	with exclusive("desk"):
		_prepare()


def _prepare():
	packages = fingerprint(SOURCE / "package.json", SOURCE / "package-lock.json", SOURCE / ".npmrc")
	scripts = (SOURCE / "build.mjs", SOURCE / "datepicker_id.js")
	bundles = fingerprint(*scripts, PACKAGE / "requirements-framework.txt", extra=packages)
	if _stamp("bundles") == bundles and (DIST / "assets.json").exists():
		return
	_check_node()
	DESK.mkdir(parents=True, exist_ok=True)
	for file in SOURCE.iterdir():
		shutil.copy(file, DESK)
	if _stamp("packages") != packages:
		with step("install npm packages"):
			_run(
				["npm", "ci", "--loglevel=error"],
				"npm could not install the desk's packages: is the npm registry reachable?",
			)
		_write_stamp("packages", packages)
	with step("bundle the desk"):
		shutil.rmtree(DIST, ignore_errors=True)
		_run(["node", "build.mjs", str(framework_public()), str(DIST)], "bundling the desk failed.")
	_write_stamp("bundles", bundles)


def framework_public():
	return Path(importlib.util.find_spec("monoframe").origin).parent / "public"


def _stamp_file(name):
	return DESK / f"{name}.stamp"


def _stamp(name):
	return _stamp_file(name).read_text() if _stamp_file(name).exists() else None


def _write_stamp(name, value):
	_stamp_file(name).write_text(value)


def _check_node():
	missing = [program for program in ("node", "npm") if not shutil.which(program)]
	if missing:
		raise Problem(f"{' and '.join(missing)} missing: install Node.js {OLDEST_NODE} or newer with npm.")
	version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
	if int(version.lstrip("v").partition(".")[0] or 0) < OLDEST_NODE:
		raise Problem(f"Node.js {OLDEST_NODE} or newer is needed, this is {version}.")


def _run(command, problem):
	result = subprocess.run(command, cwd=DESK, capture_output=True, text=True)
	if result.returncode:
		lines = [line for line in (result.stderr or result.stdout).splitlines() if line.strip()]
		log = DESK / "error.log"
		log.write_text(result.stdout + result.stderr)
		raise Problem(f"{problem} {lines[0] if lines else ''} (all of it in {log})")
