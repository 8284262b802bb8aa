"""What a person gets to see when something is missing: one line that says what to do."""

import os
import socket
import subprocess
import sys

from embedded import cli, database, desk_build, environment, mariadb, server
from embedded.paths import REPO


def message_of(run, capsys):
	try:
		run()
	except SystemExit as stop:
		assert stop.code == 1
	else:
		raise AssertionError("did not stop")
	lines = capsys.readouterr().err.strip().splitlines()
	assert len(lines) == 1
	return lines[0]


def stop_with(problem_of, *arguments):
	"""Run as the command line would: a Problem becomes one line and exit code 1."""
	from embedded.progress import Problem, exit_with

	try:
		problem_of(*arguments)
	except Problem as problem:
		exit_with(problem)


def test_a_taken_port(capsys):
	with socket.socket() as taken:
		taken.bind(("127.0.0.1", 0))
		taken.listen()
		port = taken.getsockname()[1]
		message = message_of(lambda: stop_with(server.check_port, "127.0.0.1", port), capsys)
	assert str(port) in message and "--port" in message


def test_no_node(capsys, monkeypatch):
	monkeypatch.setenv("PATH", "/nowhere")
	assert "install Node.js 18" in message_of(lambda: stop_with(desk_build._check_node), capsys)


def test_no_mariadb(capsys, monkeypatch):
	monkeypatch.setattr(mariadb, "_find", lambda binary: None)
	assert "apt-get install mariadb-server" in message_of(lambda: stop_with(mariadb._check_binaries), capsys)


def test_nobody_answers_at_db_port(capsys, monkeypatch):
	monkeypatch.setenv("DB_HOST", "127.0.0.1")
	monkeypatch.setenv("DB_PORT", "1")

	def connect():
		with database.root_connection():
			pass

	assert "set DB_HOST, DB_PORT" in message_of(lambda: stop_with(connect), capsys)


def test_an_unknown_database(capsys, monkeypatch):
	monkeypatch.setenv("DB", "oracle")
	assert "DB=sqlite or DB=mariadb" in message_of(lambda: stop_with(database.kind), capsys)


def test_a_python_that_is_too_old_or_too_new(capsys, monkeypatch):
	monkeypatch.setattr(environment.sys, "version_info", (3, 10, 1))
	assert "3.11, 3.12 or 3.13" in message_of(lambda: stop_with(environment._check_python), capsys)


def test_no_network_for_pip(capsys, monkeypatch):
	failed = subprocess.CompletedProcess([], 1, "", "noise\nERROR: No matching distribution found")
	monkeypatch.setattr(environment.subprocess, "run", lambda *args, **options: failed)
	message = message_of(lambda: stop_with(environment._install, "requirements.txt"), capsys)
	assert "is PyPI reachable? ERROR: No matching distribution found" in message


def test_no_network_for_npm(capsys, monkeypatch, tmp_path):
	monkeypatch.setattr(desk_build, "DESK", tmp_path)
	message = message_of(
		lambda: stop_with(desk_build._run, ["sh", "-c", "echo npm error network >&2; exit 1"], "npm failed."),
		capsys,
	)
	assert message.startswith("embedded: npm failed. npm error network")


def test_the_command_line_runs_without_the_virtual_environment():
	"""Only the standard library may be imported before `.venv` is entered."""
	code = "import sys; sys.path.insert(0, '.'); import embedded.cli; print('frappe' in sys.modules)"
	answer = subprocess.run(
		[sys.executable, "-I", "-S", "-c", code],
		capture_output=True,
		text=True,
		cwd=REPO,
		env={"PATH": os.environ["PATH"]},
	)
	assert answer.stdout.strip() == "False", answer.stderr


def test_every_command_has_help(capsys):
	for command in (
		"setup",
		"site",
		"desk",
		"serve",
		"demo",
		"migrate",
		"install-app",
		"uninstall-app",
		"execute",
		"shell",
	):
		try:
			cli.main([command, "--help"])
		except SystemExit as stop:
			assert stop.code == 0
	assert "listen on" in capsys.readouterr().out
