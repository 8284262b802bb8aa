"""A site of a real bench: its commands, a snapshot of it, and a server for it. Standard library only.

What the tests do to the site is undone by the snapshot, not by the app: the site is afterwards what it was.
"""

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embedded.paths import REPO, STATE

FOLDER_BERKAS = ("private/files", "public/files")
# Frappe has seven hundred tables and a test changes thirty: the others are not made again.
JUMLAH_PERIKSA = b"""SET SESSION group_concat_max_len = 10000000;
SELECT CONCAT('CHECKSUM TABLE ', GROUP_CONCAT(CONCAT('`', table_name, '`'))) INTO @periksa
FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE';
PREPARE periksa FROM @periksa; EXECUTE periksa;
"""
TABEL = re.compile(rb"^-- Table structure for table `(.+)`$", re.MULTILINE)
DETIK_MULAI = 120


class Bangku:
	def __init__(self, bench: str, site: str):
		self.bench, self.site = Path(bench).expanduser().resolve(), site
		self.situs = self.bench / "sites" / site
		self.env = self.bench / "env" / "bin"
		self.bantuan = (str(self.env / "python"), "-W", "ignore", "-m", "frappe.utils.bench_helper", "frappe")

	def run(self, *perintah: str, **pilihan) -> subprocess.CompletedProcess:
		"""A bench command on the site; its failure is an exception."""
		lingkungan = {**os.environ, "PATH": f"{self.env}:{os.environ['PATH']}", **pilihan.pop("env", {})}
		return subprocess.run(
			[*self.bantuan, "--site", self.site, *perintah],
			cwd=self.bench / "sites",
			env=lingkungan,
			check=pilihan.pop("check", True),
			**pilihan,
		)

	def list_aset_kurang(self) -> list[str]:
		"""What pages name and the bench has not: a browser without styles and scripts fails in a hundred odd ways."""
		aset = self.bench / "sites" / "assets"
		try:
			daftar = json.loads((aset / "assets.json").read_text()).values()
		except (OSError, ValueError):
			return ["assets.json"]
		perlu = [alamat.removeprefix("/assets/") for alamat in daftar if alamat.startswith("/assets/")]
		return [nama for nama in (*perlu, "kinerja_asn/css/portal.css") if not (aset / nama).exists()]

	@contextmanager
	def serve(self) -> Iterator[str]:
		"""On a free port of this machine alone, with somebody to do what is left to the background; every request is for
		the site, whatever its Host says."""
		alamat = f"127.0.0.1:{find_port()}"
		perintah = [str(self.env / "gunicorn"), "-b", alamat, "--workers", "2", "--threads", "4"]
		perintah += ["--timeout", "300", "--pythonpath", str(REPO / "e2e"), "bangku_wsgi:application"]
		with self.start(*perintah, KINERJA_SITE=self.site) as server:
			wait(f"http://{alamat}", server)
			with self.start(*self.bantuan, "worker", "--queue", "short,default,long"):
				yield f"http://{alamat}"

	@contextmanager
	def start(self, *perintah: str, **lingkungan: str) -> Iterator[subprocess.Popen]:
		"""Runs beside the tests, and is stopped after them."""
		with tempfile.TemporaryFile() as catatan:
			proses = subprocess.Popen(
				perintah,
				cwd=self.bench / "sites",
				env={**os.environ, **lingkungan},
				stdout=catatan,
				stderr=catatan,
			)
			try:
				yield proses
			finally:
				proses.terminate()
				proses.wait(timeout=60)


class Potret:
	"""The site's database and files as they were at one moment, in a folder of this checkout."""

	def __init__(self, bangku: Bangku, nama: str):
		self.bangku = bangku
		kunci = re.sub(r"[^A-Za-z0-9.]+", "-", f"{bangku.bench}-{bangku.site}-{nama}").strip("-")
		self.folder = STATE / "bangku" / kunci

	def take(self) -> None:
		self.forget()
		self.folder.mkdir(parents=True)
		self.bangku.run(
			"backup", "--backup-path", str(self.folder), "--ignore-backup-conf", stdout=subprocess.DEVNULL
		)
		for folder in FOLDER_BERKAS:
			shutil.copytree(self.bangku.situs / folder, self.folder / folder, dirs_exist_ok=True)
		# Written last: a killed run leaves a folder without it.
		(self.folder / "jumlah.json").write_text(json.dumps(self.read_jumlah()))

	def exists(self) -> bool:
		return (self.folder / "jumlah.json").exists()

	def restore(self) -> None:
		self.restore_tabel()
		for folder in FOLDER_BERKAS:
			shutil.rmtree(self.bangku.situs / folder)
			shutil.copytree(self.folder / folder, self.bangku.situs / folder)
		self.bangku.run("clear-cache")
		self.bangku.run("clear-website-cache")

	def restore_tabel(self) -> None:
		"""Those whose content is another than it was; what has come since goes."""
		semula, kini = json.loads((self.folder / "jumlah.json").read_text()), self.read_jumlah()
		berubah = {nama for nama, jumlah in semula.items() if kini.get(nama) != jumlah}
		with gzip.open(next(self.folder.glob("*-database.sql.gz"))) as cadangan:
			kepala, *bagian = TABEL.split(cadangan.read())
		isi = [teks for nama, teks in zip(bagian[::2], bagian[1::2], strict=True) if nama.decode() in berubah]
		baru = [f"DROP TABLE `{nama}`;\n".encode() for nama in kini if nama not in semula]
		self.bangku.run("mariadb", input=b"".join([kepala, *baru, *isi]), stdout=subprocess.DEVNULL)

	def read_jumlah(self) -> dict[str, str]:
		"""Table -> checksum of its rows."""
		hasil = self.bangku.run("mariadb", input=JUMLAH_PERIKSA, stdout=subprocess.PIPE).stdout.decode()
		daftar = [baris.split("\t") for baris in hasil.splitlines()[1:]]
		return {nama.partition(".")[2]: jumlah for nama, jumlah in daftar}

	def forget(self) -> None:
		shutil.rmtree(self.folder, ignore_errors=True)


def find_port() -> int:
	with socket.socket() as sementara:
		sementara.bind(("127.0.0.1", 0))
		return sementara.getsockname()[1]


def wait(alamat: str, server: subprocess.Popen | None = None) -> None:
	batas = time.monotonic() + DETIK_MULAI
	while time.monotonic() < batas and (server is None or server.poll() is None):
		try:
			urllib.request.urlopen(f"{alamat}/api/method/ping", timeout=60).close()
			return
		except (urllib.error.URLError, OSError):
			time.sleep(0.5)
	raise RuntimeError(f"{alamat} does not answer")
