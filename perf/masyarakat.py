"""The public page of a service under load: fifty phones for a minute on loopback, and one that does not stop.

Each phone opens the form, waits as long as a person must, sends it, and sends it once more. Nothing may fail, nothing be stored
twice, and no more be taken in than the limits of services/pelaksanaan/masyarakat/batas.py allow.
"""

import re
import threading
import time
from collections import Counter
from html import unescape
from statistics import quantiles

import requests

from embedded.live_server import live_server
from perf.lapor import Hitungan

PONSEL, DETIK = 50, 60
TUNGGU = 3.2  # a form that is sent sooner is not taken
TOKEN = "222222222222"
NAMA = "Layanan Ukur"
PER_ALAMAT, PER_LAYANAN = 30, 600  # of batas.py
DITERIMA, PENUH = 303, 429
P95_DETIK = 5  # on SQLite one request is answered after the other


def prepare() -> None:
	"""A service at ``TOKEN`` on a fresh site; called by embedded in the server's own process."""
	import frappe

	from kinerja_asn.tests.factories import make_company, make_unit

	unit = make_unit("Unit Ukur", make_company("Dinas Ukur Publik", "UKX"))
	layanan = frappe.get_doc(doctype="Layanan Publik", nama_layanan=NAMA, unit_kerja=unit).insert()
	layanan.db_set("token", TOKEN)
	frappe.db.commit()


class Ponsel(threading.Thread):
	"""One citizen after the other, at one address."""

	def __init__(self, alamat: str, ip: str, sampai: float, tunggu: float = TUNGGU):
		super().__init__()
		self.alamat, self.sampai, self.tunggu = f"{alamat}/layanan/{TOKEN}", sampai, tunggu
		self.kepala = {"X-Forwarded-For": ip}
		self.jawaban: Counter = Counter()
		self.formulir, self.detik = set(), []

	def run(self) -> None:
		while time.monotonic() < self.sampai:
			formulir = self.open_formulir()
			time.sleep(self.tunggu)
			for _ke in range(2):
				self.send(formulir)

	def open_formulir(self) -> str:
		jawaban = self.ask("GET")
		cocok = re.search(r'name="formulir" value="([^"]*)"', jawaban.text)
		if not cocok:
			raise SystemExit(f"perf: the page answers {jawaban.status_code}: {jawaban.text[:300]}")
		return unescape(cocok[1])

	def send(self, formulir: str) -> None:
		isian = {"aksi": "kirim", "formulir": formulir, "nilai": "4", "waktu_tunggu": "20"}
		status = self.ask("POST", data=isian, allow_redirects=False).status_code
		self.jawaban[status] += 1
		if status == DITERIMA:
			self.formulir.add(formulir)

	def ask(self, verba: str, **isi) -> requests.Response:
		mulai = time.monotonic()
		jawaban = requests.request(verba, self.alamat, headers=self.kepala, timeout=60, **isi)
		self.detik.append(time.monotonic() - mulai)
		return jawaban


def measure() -> list[Hitungan]:
	with live_server(data="perf.masyarakat.prepare") as alamat:
		_wait_for_jendela()
		# First the one that does not stop: what he takes of the service's hour is little.
		nakal = _run(Ponsel(alamat, "203.0.113.99", time.monotonic() + 1.5 * PER_ALAMAT / 2 * TUNGGU, TUNGGU))
		sampai = time.monotonic() + DETIK
		ponsel = _run(*(Ponsel(alamat, f"203.0.113.{ke}", sampai) for ke in range(PONSEL)))
		tersimpan = _count(alamat)
	semua = [*nakal, *ponsel]
	jawaban = sum((satu_ponsel.jawaban for satu_ponsel in semua), Counter())
	formulir = set().union(*(satu_ponsel.formulir for satu_ponsel in semua))
	lain = sum(banyak for status, banyak in jawaban.items() if status not in (DITERIMA, PENUH))
	detik = quantiles([lama for satu_ponsel in ponsel for lama in satu_ponsel.detik], n=20)[-1]
	return [
		Hitungan(f"public page, {PONSEL} phones for {DETIK} s: forms sent", jawaban.total(), ""),
		Hitungan("  answered otherwise than taken in or too many", lain, "", paling_banyak=0),
		Hitungan(
			"  stored twice, or taken in and not stored", abs(tersimpan - len(formulir)), "", paling_banyak=0
		),
		Hitungan("  taken in of one service in an hour", jawaban[DITERIMA], "", paling_banyak=PER_LAYANAN),
		Hitungan("  turned away at that limit", jawaban[PENUH], "", paling_sedikit=1),
		Hitungan(
			"  taken in of one address in ten minutes",
			nakal[0].jawaban[DITERIMA],
			"",
			paling_banyak=PER_ALAMAT,
		),
		Hitungan("  95 of 100 answers come within", detik, "s", paling_banyak=P95_DETIK),
	]


def _wait_for_jendela() -> None:
	"""The limits count by windows of the clock: a run that crosses one would meet two."""
	lama = 1.5 * PER_ALAMAT / 2 * TUNGGU + DETIK + 30
	sisa = 600 - time.time() % 600
	if sisa < lama:
		time.sleep(sisa + 1)


def _run(*ponsel: Ponsel) -> list[Ponsel]:
	for benang in ponsel:
		benang.start()
	for benang in ponsel:
		benang.join()
	return list(ponsel)


def _count(alamat: str) -> int:
	sesi = requests.Session()
	sesi.post(f"{alamat}/api/method/login", data={"usr": "Administrator", "pwd": "admin"}, timeout=60)
	jawaban = sesi.get(
		f"{alamat}/api/method/frappe.client.get_count",
		params={"doctype": "Umpan Balik Masyarakat"},
		timeout=60,
	)
	return jawaban.json()["message"]
