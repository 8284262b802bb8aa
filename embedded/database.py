"""Which database a site uses, and the few commands that MariaDB needs from outside.

`DB` (environment) is `sqlite`, the default, or `mariadb`. For MariaDB, DB_HOST, DB_PORT, DB_ROOT_USER and
DB_ROOT_PASSWORD name a running server; its root user makes and drops the sites' databases.
"""

import os
import shutil
import subprocess
from contextlib import contextmanager

from embedded.progress import Problem

KINDS = ("sqlite", "mariadb")
PASSWORD = "embedded"  # of the sites' own database users, on a server that listens on loopback


def kind():
	name = os.environ.get("DB") or "sqlite"
	if name not in KINDS:
		raise Problem(f"DB={name} is not known: use DB=sqlite or DB=mariadb.")
	return name


def server():
	"""Host, port and root login of the MariaDB server in use."""
	return {
		"host": os.environ.get("DB_HOST") or "127.0.0.1",
		"port": int(os.environ.get("DB_PORT") or 3306),
		"user": os.environ.get("DB_ROOT_USER") or "root",
		"password": os.environ.get("DB_ROOT_PASSWORD") or "",
	}


def site_config(name):
	"""The database part of a site's site_config.json; `name` names the database where there is a server."""
	if kind() == "sqlite":
		return {"db_type": "sqlite", "db_name": "site"}
	at = server()
	return {
		"db_type": "mariadb",
		"db_name": name,
		"db_user": name,
		"db_password": PASSWORD,
		"db_host": at["host"],
		"db_port": at["port"],
	}


@contextmanager
def root_connection():
	import pymysql

	try:
		connection = pymysql.connect(**server(), autocommit=True)
	except pymysql.err.OperationalError as error:
		at = server()
		raise Problem(
			f"no MariaDB answers {at['user']} at {at['host']}:{at['port']} ({error.args[-1]}). "
			"Start one, or set DB_HOST, DB_PORT, DB_ROOT_USER and DB_ROOT_PASSWORD."
		) from None
	with connection, connection.cursor() as cursor:
		yield cursor.execute


def make(config):
	"""An empty database and its user, replacing any of that name. SQLite's file comes with its data."""
	if config["db_type"] == "sqlite":
		return
	name = config["db_name"]
	with root_connection() as execute:
		execute(f"DROP DATABASE IF EXISTS `{name}`")
		execute(f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
		execute(f"CREATE OR REPLACE USER '{name}'@'%%' IDENTIFIED BY '{PASSWORD}'")
		execute(f"GRANT ALL PRIVILEGES ON `{name}`.* TO '{name}'@'%%'")


def drop(config):
	if config.get("db_type") != "mariadb":
		return
	with root_connection() as execute:
		execute(f"DROP DATABASE IF EXISTS `{config['db_name']}`")
		execute(f"DROP USER IF EXISTS '{config['db_user']}'@'%%'")


def dump(config, file):
	with file.open("wb") as output:
		_run("mariadb-dump", config, "--single-transaction", "--quick", stdout=output)


def restore(config, file):
	make(config)
	with file.open("rb") as source:
		_run("mariadb", config, stdin=source)


def _run(program, config, *options, **streams):
	binary = shutil.which(program)
	if not binary:
		raise Problem(
			f"{program} is missing: install Debian's mariadb-client (apt-get install mariadb-client)."
		)
	login = [f"--host={config['db_host']}", f"--port={config['db_port']}", f"--user={config['db_user']}"]
	command = [binary, *login, f"--password={config['db_password']}", *options, config["db_name"]]
	result = subprocess.run(command, stderr=subprocess.PIPE, **streams)
	if result.returncode:
		raise Problem(f"{program} failed: {result.stderr.decode().strip()}")
