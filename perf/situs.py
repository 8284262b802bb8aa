"""A site of its own for one benchmark run on the embedded host, and measures in processes of their own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embedded import mariadb, site
from embedded.paths import REPO, STATE

TANDA = "perf:"  # before the result in a process's output


@contextmanager
def situs_ukur() -> Iterator[Path]:
	"""The folder of a fresh site with both apps, gone at the end with its database."""
	with mariadb.running():
		STATE.mkdir(exist_ok=True)
		folder = Path(tempfile.mkdtemp(prefix="perf-", dir=STATE)) / "site"
		try:
			site.copy_for_tests(folder)
			yield folder
		finally:
			site.remove(folder)
			folder.parent.rmdir()


def start(folder: Path, ukuran: str, *args) -> subprocess.Popen:
	"""A new process that calls ``perf.ukur.<ukuran>(*args)``, or ``perf.<modul>.<ukuran>``, on the site in ``folder``."""
	perintah = [sys.executable, "-m", "perf.anak", str(folder), ukuran, json.dumps(args)]
	return subprocess.Popen(perintah, cwd=REPO, stdout=subprocess.PIPE, text=True)


def ukur(folder: Path, ukuran: str, *args) -> dict:
	"""What the function returned."""
	return read_hasil(ukuran, start(folder, ukuran, *args))


def read_hasil(ukuran: str, proses: subprocess.Popen) -> dict:
	"""What the process's function returned. One that fails ends the run with its output on the terminal."""
	keluaran, _galat = proses.communicate()
	if proses.returncode:
		raise SystemExit(f"perf: {ukuran} failed, its output ends with: {keluaran[-500:]}")
	return json.loads(next(baris for baris in keluaran.splitlines() if baris.startswith(TANDA))[len(TANDA) :])
