"""Where the tests run: on embedded, or on the site of a real bench. All that differs between hosts is here.

Set by ``make test-bench``: KINERJA_BENCH and KINERJA_SITE name the site, KINERJA_ADDRESS a server of it that runs already.
"""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from urllib.parse import urlsplit

from e2e.bangku import Bangku, Potret
from e2e.hari import DIMINTA, HARI
from embedded import chromium
from embedded.live_server import live_server

DEMO = "kinerja_asn.demo.create_demo_data"
DESK = "/app"  # v16 leads from here to its own

CETAK_DITOLAK = (403, 404)  # v15 says of a document that one may not print that there is none


class Embedded:
	@contextmanager
	def open(self) -> Iterator[None]:
		yield

	@contextmanager
	def serve_segar(self) -> Iterator[str]:
		"""The address of a server over a fresh copy of the demo."""
		with live_server(data=DEMO, today=HARI) as alamat:
			yield alamat


class DiBangku:
	"""The demo is made once, by the app's own command, and put back for every module."""

	def __init__(self, bangku: Bangku, alamat: str | None):
		self.bangku, self.alamat = bangku, alamat
		self.potret = Potret(bangku, "demo")
		self.dipakai = False

	@contextmanager
	def open(self) -> Iterator[None]:
		self.bangku.run("kinerja-demo", "remove", "--yes")  # one that somebody has worked with since
		self.bangku.run("kinerja-demo", "create")
		self.speak_indonesian()
		self.potret.take()
		try:
			with nullcontext(self.alamat) if self.alamat else self.bangku.serve() as self.alamat:
				resolve_on_this_machine(self.alamat)
				yield
		finally:
			self.potret.forget()
			self.bangku.run("kinerja-demo", "remove", "--yes")

	def speak_indonesian(self) -> None:
		"""What guests read is in the site's language. The site's own snapshot puts it back at the end."""
		for metode, *isi in (
			("set_value", "Language", "id", "enabled", 1),
			("set_single_value", "System Settings", "language", "id"),
			("set_default", "lang", "id"),
		):
			self.bangku.run("execute", f"frappe.db.{metode}", "--args", json.dumps(isi))
		self.bangku.run("clear-cache")

	@contextmanager
	def serve_segar(self) -> Iterator[str]:
		if self.dipakai:
			self.potret.restore()
		self.dipakai = True
		yield self.alamat


def get_tuan_rumah() -> Embedded | DiBangku:
	if bench := os.environ.get("KINERJA_BENCH"):
		assert not DIMINTA, "the day of a bench cannot be moved: run it without TODAY"
		return DiBangku(Bangku(bench, os.environ["KINERJA_SITE"]), os.environ.get("KINERJA_ADDRESS"))
	return Embedded()


def get_chromium_flags() -> list[str]:
	"""A bench finds its site by the Host header, and only nginx's machine may know that name."""
	alamat = os.environ.get("KINERJA_ADDRESS") or ""
	host = urlsplit(alamat).hostname
	peta = [f"--host-resolver-rules=MAP {host} 127.0.0.1"] if host and not is_known(host) else []
	# By another name than localhost a site without https has no service worker.
	aman = [f"--unsafely-treat-insecure-origin-as-secure={alamat.rstrip('/')}"] if host else []
	return [*chromium.FLAGS, *peta, *aman]


def resolve_on_this_machine(alamat: str) -> None:
	"""The same for the REST clients."""
	host = urlsplit(alamat).hostname
	if is_known(host):
		return
	asli = socket.getaddrinfo
	socket.getaddrinfo = lambda nama, *args, **kwargs: asli(
		"127.0.0.1" if nama == host else nama, *args, **kwargs
	)


def is_known(host: str) -> bool:
	try:
		return bool(socket.getaddrinfo(host, None))
	except OSError:
		return False
