"""The virtual environment `.venv` at the root of the repository. Standard library only."""

import os
import subprocess
import sys

from embedded.fingerprint import fingerprint
from embedded.lock import exclusive
from embedded.paths import PACKAGE, REPO, VENV, VENV_PYTHON
from embedded.progress import Problem, step

OLDEST, NEWEST = (3, 11), (3, 13)
STAMP = VENV / "embedded.stamp"
# The framework alone is installed with a hash: pip then wants one for every line of that command.
REQUIREMENTS = (
	("requirements-framework.txt", "--require-hashes"),
	("requirements.txt",),
	("requirements-dev.txt",),
)


def prepare():
	"""Make `.venv` match the requirement files. Does nothing when it does already."""
	_check_python()
	with exclusive("venv"):
		_prepare(_wanted())


def _prepare(wanted):
	if STAMP.exists() and STAMP.read_text() == wanted and VENV_PYTHON.exists():
		return
	with step("create .venv"):
		_create()
	for file, *options in REQUIREMENTS:
		with step(f"install {file}"):
			_install(file, *options)
	STAMP.write_text(wanted)


def enter():
	"""Go on as the same command inside `.venv`. Returns only when already there."""
	if os.path.realpath(sys.prefix) == os.path.realpath(VENV):
		return
	prepare()
	os.chdir(REPO)
	os.execv(VENV_PYTHON, [str(VENV_PYTHON), "-m", "embedded", *sys.argv[1:]])


def _check_python():
	if not OLDEST <= sys.version_info[:2] <= NEWEST:
		found = ".".join(map(str, sys.version_info[:2]))
		raise Problem(
			f"Python 3.11, 3.12 or 3.13 is needed, this is {found}. Call one of them, e.g. PYTHON=python3.12."
		)


def _wanted():
	files = (PACKAGE / file for file, *_ in REQUIREMENTS)
	return fingerprint(*files, extra=f"{sys.version_info[:2]}")


def _create():
	result = subprocess.run(
		[sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
	)
	if result.returncode:
		raise Problem(
			"Python cannot create a virtual environment: install Debian's python3-venv "
			f"(apt-get install python3-venv). {_last_line(result)}"
		)


def _install(file, *options):
	command = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
	command += ["--only-binary", ":all:", "--no-deps", *options, "-r", str(PACKAGE / file)]
	result = subprocess.run(command, capture_output=True, text=True)
	if result.returncode:
		raise Problem(f"pip could not install {file}: is PyPI reachable? {_last_line(result)}")


def _last_line(result):
	lines = [line for line in (result.stderr or result.stdout).splitlines() if line.strip()]
	errors = [line for line in lines if line.startswith("ERROR")]
	return (errors or lines or [""])[-1].strip()
