"""A private MariaDB server for tests: Debian's binary, its own data folder and port, on loopback only."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

from embedded import database
from embedded.paths import STATE
from embedded.progress import Problem, step

FOLDER = STATE / f"mariadb-{os.getpid()}"  # of this run alone, gone with it
BINARIES = ("mariadbd", "mariadb-install-db", "mariadb-dump")

_server = None


@contextmanager
def running():
	"""For the block a server is there, if sites need one."""
	if database.kind() == "mariadb":
		start_if_none_given()
	try:
		yield
	finally:
		stop()


def start_if_none_given():
	"""Start a server unless DB_HOST or DB_PORT names one, and point DB_HOST, DB_PORT and DB_ROOT_* at it."""
	global _server
	if _server or os.environ.get("DB_HOST") or os.environ.get("DB_PORT"):
		return
	_check_binaries()
	port = _free_port()
	with step(f"start a private MariaDB on 127.0.0.1:{port}"):
		_make_data_folder()
		_server = _start(port)
		os.environ.update(DB_HOST="127.0.0.1", DB_PORT=str(port), DB_ROOT_USER="root", DB_ROOT_PASSWORD="")
		os.environ["DB_PID"] = str(_server.pid)  # whose processor time perf counts
		_wait()


def stop():
	"""Stop the server that this process started: killed, for closing takes seconds and its data is thrown away."""
	global _server
	if _server:
		_server.kill()
		_server.wait(timeout=30)
		_server = None
		shutil.rmtree(FOLDER, ignore_errors=True)
		for name in ("DB_HOST", "DB_PORT", "DB_ROOT_USER", "DB_ROOT_PASSWORD", "DB_PID"):
			os.environ.pop(name)


def _find(binary):
	return shutil.which(binary) or shutil.which(binary, path="/usr/sbin:/usr/local/sbin")


def _check_binaries():
	missing = [binary for binary in BINARIES if not _find(binary)]
	if missing:
		raise Problem(
			f"{', '.join(missing)} missing: install Debian's MariaDB (apt-get install mariadb-server), "
			"or name a running server with DB_HOST and DB_PORT."
		)


def _free_port():
	with socket.socket() as probe:
		probe.bind(("127.0.0.1", 0))
		return probe.getsockname()[1]


def _user():
	"""mariadbd refuses to run as root unless told the user to run as."""
	return ["--user=root"] if os.geteuid() == 0 else []


def _make_data_folder():
	FOLDER.mkdir(parents=True, exist_ok=True)
	command = [_find("mariadb-install-db"), f"--datadir={FOLDER}", "--no-defaults"]
	command += ["--auth-root-authentication-method=normal", "--skip-test-db", *_user()]
	result = subprocess.run(command, capture_output=True, text=True)
	if result.returncode:
		raise Problem(
			f"mariadb-install-db failed: {(result.stderr or result.stdout).strip().splitlines()[-1]}"
		)


def _start(port):
	log = (FOLDER / "server.log").open("ab")
	options = [
		"--no-defaults",
		f"--datadir={FOLDER}",
		f"--socket={FOLDER / 'server.sock'}",
		f"--pid-file={FOLDER / 'server.pid'}",
		"--bind-address=127.0.0.1",
		f"--port={port}",
		"--character-set-server=utf8mb4",
		"--collation-server=utf8mb4_unicode_ci",
		# The data is thrown away after the tests: do not wait for the disk.
		"--innodb-flush-log-at-trx-commit=0",
		"--innodb-flush-method=nosync",
		"--skip-innodb-doublewrite",
		"--skip-sync-frm",
		# As on a bench that is set up for its data: the pages of a large agency stay in memory.
		"--innodb-buffer-pool-size=1G",
		"--innodb-log-file-size=512M",
		"--skip-log-bin",
	]
	return subprocess.Popen([_find("mariadbd"), *options, *_user()], stdout=log, stderr=log)


def _wait():
	import pymysql

	for _ in range(150):
		if _server.poll() is not None:
			break
		try:
			pymysql.connect(**database.server()).close()
			return
		except pymysql.err.OperationalError:
			time.sleep(0.2)
	raise Problem(f"the private MariaDB did not start: see {FOLDER / 'server.log'}.")
