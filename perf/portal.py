"""What the portal costs while people read it: weight, queries and server time of a page, and pages a second."""

import gzip
import time
from collections.abc import Callable
from statistics import median
from unittest.mock import patch
from urllib.parse import quote

import frappe
import frappe.app
from frappe.utils.password import update_password
from werkzeug.test import Client

from perf.instansi import TAHUN, Orang, get_nama_skp
from perf.ukur import BESAR, Instansi

SANDI = "Ukur#Kinerja-Portal"
ULANGAN = 20


def let_in(ke: int) -> dict:
	"""Sign in the ``ke``-th of the large agency, who leads its ``ke``-th unit: {"sid": his session, "alamat": his pages}.

	The first leads the heads of all units besides.
	"""
	agensi = Instansi(BESAR, (ke + 1) * Instansi.per_unit)
	pembaca = list(agensi.list_orang())[ke * agensi.per_unit]
	update_password(pembaca.user, SANDI)
	frappe.db.commit()
	klien, kepala = _make_klien()
	masuk = klien.post("/api/method/login", data={"usr": pembaca.user, "pwd": SANDI}, headers=kepala)
	if masuk.status_code != 200:
		raise RuntimeError(f"signing in answers {masuk.status_code}: {masuk.text[:300]}")
	return {"sid": klien.get_cookie("sid").value, "alamat": _get_alamat(pembaca)}


def _make_klien() -> tuple[Client, dict]:
	"""A client of the framework's own application, and the header that names the site."""
	kepala = {"X-Frappe-Site-Name": frappe.local.site}
	frappe.destroy()  # every request opens its own connection
	return Client(frappe.app.application), kepala


def _get_alamat(pembaca: Orang) -> list[str]:
	skp = quote(get_nama_skp(f"{BESAR}-{TAHUN - 1}", pembaca))
	return [
		f"/kinerja?skp={skp}",
		f"/kinerja/realisasi?skp={skp}&masa=4",
		f"/kinerja/skp?name={skp}",
		"/kinerja/tim",
	]


def weigh(sid: str, alamat: str) -> dict:
	"""``alamat`` as it is answered: kilobytes compressed, queries, median milliseconds of a worker that has answered before."""
	baca = _open_session(sid)
	kb = len(gzip.compress(baca(alamat))) / 1000
	lama = [_time(lambda: baca(alamat)) for _ke in range(ULANGAN)]
	return {"kb": kb, "kueri": _count_kueri(lambda: baca(alamat)), "milidetik": median(lama) * 1000}


def read_for(sid: str, alamat: str, detik: float) -> dict:
	"""How often one worker answers ``alamat`` in ``detik`` seconds."""
	baca, halaman = _open_session(sid), 0
	baca(alamat)
	sampai = time.perf_counter() + detik
	while time.perf_counter() < sampai:
		baca(alamat)
		halaman += 1
	return {"halaman": halaman}


def _open_session(sid: str) -> Callable[[str], bytes]:
	"""What reads an address in the session ``sid``."""
	klien, kepala = _make_klien()
	klien.set_cookie("sid", sid)

	def read(alamat: str) -> bytes:
		jawaban = klien.get(alamat, headers=kepala)
		if jawaban.status_code != 200:
			raise RuntimeError(f"{alamat} answers {jawaban.status_code}: {jawaban.text[:300]}")
		return jawaban.data

	return read


def _time(fungsi: Callable[[], object]) -> float:
	mulai = time.perf_counter()
	fungsi()
	return time.perf_counter() - mulai


def _count_kueri(fungsi: Callable[[], object]) -> int:
	from frappe.database.database import Database

	asli, banyak = Database.sql, []

	def sql(self, *args, **kwargs):
		banyak.append(1)
		return asli(self, *args, **kwargs)

	with patch.object(Database, "sql", sql):
		fungsi()
	return len(banyak)
