"""The check of links over real sockets, and the ways into the agency's network that it must not be."""

import socket
import time
import unittest
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from unittest.mock import patch

from kinerja_asn.constants.istilah import KeadaanTautan
from kinerja_asn.services.pelaksanaan import jaringan

DI_DALAM = (
	"http://127.0.0.1/",
	"http://localhost/",
	"http://[::1]/",
	"http://0.0.0.0/",
	"http://2130706433/",
	"http://0x7f.1/",
	"http://[::ffff:127.0.0.1]/",
	"http://[64:ff9b::7f00:1]/",
	"http://10.0.0.1/",
	"http://172.16.0.1/",
	"http://192.168.1.1/",
	"http://100.64.0.1/",
	"http://169.254.169.254/latest/meta-data/",
	"http://[fe80::1]/",
	"http://[fd00::1]/",
	"http://224.0.0.1/",
)
BUKAN_ALAMAT = (
	"http://8.8.8.8:22/",
	"http://8.8.8.8:6379/",
	"http://admin:rahasia@8.8.8.8/",
	"ftp://8.8.8.8/",
	"file:///etc/passwd",
	"gopher://8.8.8.8/",
	"http:///etc",
)


class Arsip(BaseHTTPRequestHandler):
	"""Somebody's server: each path answers in its own way."""

	PINDAH = {
		"/pindah": "/ada",
		"/minta-masuk": "/login",
		"/putar": "/putar",
		"/ke-dalam": "http://169.254.169.254/latest/meta-data/",
		"/ke-pintu-lain": "http://8.8.8.8:6379/",
		"/ke-berkas": "file:///etc/passwd",
	}
	STATUS = {"/ada": 200, "/login": 200, "/tertutup": 403, "/hilang": 404, "/gangguan": 503}

	def do_GET(self):
		if self.path == "/lambat":
			return self.trickle()
		if self.path == "/besar":
			return self.answer(200, {"Content-Length": str(10**12)})
		if tujuan := self.PINDAH.get(self.path):
			return self.answer(302, {"Location": tujuan, "Set-Cookie": "lacak=1"})
		self.answer(self.STATUS[self.path], {"Content-Length": "0"})

	def answer(self, status: int, kepala: dict[str, str]) -> None:
		self.server.permintaan.append((self.path, dict(self.headers)))
		self.send_response(status)
		for nama, nilai in kepala.items():
			self.send_header(nama, nilai)
		self.end_headers()

	def trickle(self) -> None:
		self.wfile.write(b"HTTP/1.1 200 OK\r\n")
		for ke in range(50):
			self.wfile.write(f"X-{ke}: a\r\n".encode())
			time.sleep(0.1)

	def log_message(self, *args):
		pass


class TestTerjawab(unittest.TestCase):
	"""The filter lets no test's own server through, so these open the loopback, and nothing else."""

	@classmethod
	def setUpClass(cls):
		cls.server = ThreadingHTTPServer(("127.0.0.1", 0), Arsip)
		cls.server.permintaan = []
		cls.port = cls.server.server_address[1]
		Thread(target=cls.server.serve_forever, daemon=True).start()

	@classmethod
	def tearDownClass(cls):
		cls.server.shutdown()
		cls.server.server_close()

	def setUp(self):
		self.server.permintaan.clear()
		terbuka = replace(jaringan.BATAS, ip_filter_allow_loopback_ips=True)
		for nama, nilai in (("BATAS", terbuka), ("PINTU_JARINGAN", {None, 80, 443, self.port})):
			tambalan = patch.object(jaringan, nama, nilai)
			tambalan.start()
			self.addCleanup(tambalan.stop)

	def ask(self, path: str) -> KeadaanTautan:
		return jaringan.ask(f"http://127.0.0.1:{self.port}{path}")

	def test_each_answer_has_its_word(self):
		for path, keadaan in (
			("/ada", KeadaanTautan.TERBUKA),
			("/pindah", KeadaanTautan.TERBUKA),
			("/tertutup", KeadaanTautan.MEMINTA_MASUK),
			("/minta-masuk", KeadaanTautan.MEMINTA_MASUK),
			("/hilang", KeadaanTautan.TIDAK_ADA),
			("/gangguan", KeadaanTautan.TIDAK_MENJAWAB),
			("/besar", KeadaanTautan.TERBUKA),
		):
			with self.subTest(path=path):
				self.assertEqual(self.ask(path), keadaan)

	def test_whoever_leads_on_for_ever_is_followed_a_few_times(self):
		self.assertEqual(self.ask("/putar"), KeadaanTautan.TIDAK_MENJAWAB)
		self.assertEqual(len(self.server.permintaan), jaringan.PENGALIHAN_MAKS + 1)

	def test_being_led_inside_ends_there(self):
		with watch_sambungan() as tujuan:
			for path in ("/ke-dalam", "/ke-pintu-lain", "/ke-berkas"):
				self.assertEqual(self.ask(path), KeadaanTautan.ALAMAT_DALAM)
		self.assertEqual(set(tujuan), {"127.0.0.1"}, "only the server that led on was asked")

	def test_nothing_of_this_machine_is_told(self):
		with patch.dict("os.environ", {"http_proxy": "http://127.0.0.1:1", "NETRC": "/tidak/ada"}):
			self.assertEqual(self.ask("/pindah"), KeadaanTautan.TERBUKA)
		for _path, kepala in self.server.permintaan:
			self.assertFalse({"Cookie", "Authorization"} & set(kepala))

	def test_a_server_that_trickles_is_not_waited_for(self):
		lambat, ada = (f"http://127.0.0.1:{self.port}{path}" for path in ("/lambat", "/ada"))
		mulai = time.monotonic()
		with patch.object(jaringan, "DETIK_MAKS", 1):
			jawaban = dict(jaringan.ask_semua([lambat, ada]))
		self.assertLess(time.monotonic() - mulai, 3)
		self.assertEqual(jawaban, {lambat: KeadaanTautan.TIDAK_MENJAWAB, ada: KeadaanTautan.TERBUKA})


class TestDitolak(unittest.TestCase):
	def test_no_connection_is_made_into_the_network(self):
		with watch_sambungan() as tujuan:
			for alamat in (*DI_DALAM, *BUKAN_ALAMAT):
				with self.subTest(alamat=alamat):
					self.assertEqual(jaringan.ask(alamat), KeadaanTautan.ALAMAT_DALAM)
		self.assertEqual(tujuan, [])

	def test_what_is_no_address_at_all_is_no_error(self):
		for alamat in ("", "https://", "http://[", "http://a:99999/", "http://" + "a" * 300 + ".example/"):
			with self.subTest(alamat=alamat):
				self.assertIn(
					jaringan.ask(alamat), (KeadaanTautan.ALAMAT_DALAM, KeadaanTautan.TIDAK_MENJAWAB)
				)

	def test_nobody_is_asked_about_a_name_that_is_nobodys(self):
		with patch.object(socket, "getaddrinfo") as tanya:
			for alamat in ("https://arsip.example/a", "http://Arsip.TEST./", "https://x.invalid/"):
				with self.subTest(alamat=alamat):
					self.assertEqual(jaringan.ask(alamat), KeadaanTautan.TIDAK_MENJAWAB)
		tanya.assert_not_called()

	def test_a_name_that_is_looked_up_again_leads_nowhere_else(self):
		"""DNS rebinding: public when it is looked at, internal when it is used."""
		with answer_nama("8.8.8.8", "127.0.0.1"), watch_sambungan() as tujuan:
			self.assertEqual(jaringan.ask("http://berganti.uji/"), KeadaanTautan.TIDAK_MENJAWAB)
		self.assertEqual(tujuan, ["8.8.8.8"])

	def test_a_public_name_of_an_internal_address_is_refused(self):
		with answer_nama("192.168.1.1"), watch_sambungan() as tujuan:
			self.assertEqual(jaringan.ask("http://dalam.uji/"), KeadaanTautan.ALAMAT_DALAM)
		self.assertEqual(tujuan, [])


@contextmanager
def answer_nama(*alamat: str):
	"""A name server that gives another address each time it is asked for a name."""
	berikut, asli = iter(alamat), socket.getaddrinfo

	def getaddrinfo(nama, port, *args, **kwargs):
		if not str(nama).endswith(".uji"):
			return asli(nama, port, *args, **kwargs)
		return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(berikut), port or 80))]

	with patch.object(socket, "getaddrinfo", getaddrinfo):
		yield


@contextmanager
def watch_sambungan():
	"""Where connections are opened to. Those that leave this machine are refused."""
	tujuan, asli = [], socket.socket.connect

	def connect(self, alamat):
		tujuan.append(alamat[0])
		if alamat[0] != "127.0.0.1":
			raise ConnectionRefusedError
		return asli(self, alamat)

	with patch.object(socket.socket, "connect", connect):
		yield tujuan
