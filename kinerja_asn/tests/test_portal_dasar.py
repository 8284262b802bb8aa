"""Base of the portal's tests: asks for a page as Frappe serves it, within the test's transaction, and reads it."""

import html
import re
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import frappe
from frappe.website.serve import get_response
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user


class Halaman:
	"""One answer: status, where it leads, its HTML and the text a reader sees."""

	def __init__(self, response):
		self.status = response.status_code
		self.tujuan = response.headers.get("Location")
		self.html = response.get_data(as_text=True)
		self.isi = self.html[self.html.find('<div class="ka"') :].partition("</main>")[0]
		self.teks = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.isi)).split())

	@property
	def pesan(self) -> str | None:
		"""Key of the success message in the address of a redirect."""
		return parse_qs(urlsplit(self.tujuan or "").query).get("pesan", [None])[0]

	def get_nilai(self, nama: str) -> str | None:
		"""Value of the input, textarea or selected option called ``nama``."""
		masukan = re.search(rf'<input[^>]*name="{re.escape(nama)}"[^>]*>', self.isi)
		if masukan:
			nilai = re.search(r'value="([^"]*)"', masukan[0])
			return html.unescape(nilai[1]) if nilai else ""
		area = re.search(rf'<textarea[^>]*name="{re.escape(nama)}"[^>]*>(.*?)</textarea>', self.isi, re.S)
		return html.unescape(area[1]) if area else None

	def has_tombol(self, aksi: str) -> bool:
		return f'name="aksi" value="{aksi}"' in self.isi

	def get_galat(self) -> str:
		kotak = re.search(r'<div class="ka-pesan ka-bahaya" role="alert".*?</div>', self.isi, re.S)
		return html.unescape(re.sub(r"<[^>]+>", " ", kotak[0])) if kotak else ""


class UjiPortal(UjiKinerja):
	def open(self, nama: str, path: str, data: dict | None = None) -> Halaman:
		"""GET ``path`` as ``nama`` ("Guest" or a short name of factories.py); with ``data`` a POST."""
		user = self.instansi.user.get(nama, nama)
		with as_user(user), permintaan(path, data):
			frappe.clear_messages()
			jawaban = get_response(urlsplit(path).path.strip("/"))
			frappe.local.flags.redirect_location = None
			frappe.local.response = frappe._dict(docs=[])
			return Halaman(jawaban)

	def send(self, nama: str, path: str, aksi: str, **data) -> Halaman:
		"""Press the button ``aksi`` on ``path`` as it stands now, with ``data`` typed in."""
		modified = self.open(nama, path).get_nilai("modified")
		isian = {"aksi": aksi, **({"modified": modified} if modified is not None else {}), **data}
		return self.open(nama, path, isian)


@contextmanager
def permintaan(path: str, data: dict | None):
	"""During one request; what a test does without one must not find it (Frappe v15 commits a GET's access log)."""
	sebelum = {nama: getattr(frappe.local, nama, None) for nama in ("request", "path", "form_dict")}
	set_permintaan(path, data)
	try:
		yield
	finally:
		for nama, nilai in sebelum.items():
			setattr(frappe.local, nama, nilai)


def set_permintaan(path: str, data: dict | None) -> None:
	"""The request as Frappe's WSGI application would set it up (frappe/app.py, init_request)."""
	builder = EnvironBuilder(path=path, method="GET" if data is None else "POST", data=data)
	builder.headers["Accept-Language"] = "id"  # a bench's test site speaks English to guests
	frappe.local.request = Request(builder.get_environ())
	frappe.local.path = urlsplit(path).path.strip("/")
	frappe.local.form_dict = frappe._dict(
		{**frappe.local.request.args.to_dict(), **frappe.local.request.form.to_dict()}
	)
