"""A served site with the demo's agency for each module, and the people in it."""

import contextlib

import pytest

from e2e.hari import NANTI, TAHUN
from e2e.orang import EMAIL, Klien, open_periode
from e2e.tuan_rumah import get_chromium_flags, get_tuan_rumah


@pytest.fixture(scope="session")
def tuan_rumah():
	host = get_tuan_rumah()
	with host.open():
		yield host


@pytest.fixture(scope="module")
def alamat(tuan_rumah):
	"""Address of a server over the demo as it is when it has just been made."""
	with tuan_rumah.serve_segar() as address:
		yield address


@pytest.fixture(scope="module")
def periode_nanti(alamat):
	"""Next year's, in which the tests plan: the demo has opened it at the end of a year only."""
	open_periode(Klien(alamat, EMAIL["Pengelola Kinerja"]), TAHUN + 1)
	return NANTI


@pytest.fixture(scope="session")
def peramban(chromium_driver):
	"""Debian's Chromium."""
	from playwright.sync_api import expect

	expect.set_options(timeout=30_000)  # a busy machine answers late
	with contextlib.closing(chromium_driver(get_chromium_flags())) as browser:
		yield browser


@pytest.fixture
def orang(peramban, alamat):
	"""Signs people in, each in a browser context of his own: ``orang(email, ukuran)``."""
	from e2e.layar import LAYAR, Orang

	daftar = []

	def log_in(email: str, ukuran: dict = LAYAR) -> Orang:
		daftar.append(Orang(peramban, alamat, email, ukuran))
		return daftar[-1]

	yield log_in
	for pengguna in daftar:
		pengguna.close()
