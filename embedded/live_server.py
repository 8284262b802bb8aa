"""A server over a copy of a site, for tests that go through HTTP or a browser.

	with live_server() as address: ...                 # the template: both apps, no data
	with live_server(data="kinerja_asn.demo.create_demo_data") as address: ...

The server is a process of its own, so that the test's process may have its own site. What `data` makes is
kept as a template too, named by a hash of the app, so that only the first start pays for it.
"""

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from embedded import database, mariadb
from embedded.paths import REPO, STATE

START_SECONDS = 60


@contextmanager
def live_server(data=None, today=None):
	"""Yield the address, such as http://127.0.0.1:43211, of a server over a fresh site copy.

	data: dotted path of a function that fills the site, called once as Administrator. today: the date it takes for today.
	"""
	STATE.mkdir(exist_ok=True)
	if database.kind() == "mariadb":
		mariadb.start_if_none_given()  # stopped by the plugin at the end of the run
	folder = Path(tempfile.mkdtemp(prefix="live-", dir=STATE))
	command = [sys.executable, "-m", "embedded", "serve-copy", str(folder / "site")]
	options = {"--data": data, "--today": today}
	process = subprocess.Popen(
		command + [str(word) for option in options.items() if option[1] for word in option],
		cwd=REPO,
		stdin=subprocess.PIPE,
		stdout=subprocess.PIPE,
		text=True,
	)
	try:
		yield _address(process)
	finally:
		process.stdin.close()  # tells the server to stop and to remove its site
		process.wait(timeout=30)
		folder.rmdir()


def _address(process):
	for line in process.stdout:
		if line.startswith("http://"):
			address = line.strip()
			_wait(address)
			return address
	raise RuntimeError(f"the server did not start, its exit code is {process.wait()}")


def _wait(address):
	deadline = time.monotonic() + START_SECONDS
	while time.monotonic() < deadline:
		try:
			urllib.request.urlopen(f"{address}/api/method/ping", timeout=5).close()
			return
		except urllib.error.URLError:
			time.sleep(0.1)
	raise RuntimeError(f"{address} does not answer")
