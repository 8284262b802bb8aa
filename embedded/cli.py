"""`python -m embedded <command>`: see README.md. Standard library only until `.venv` is entered."""

import argparse
import sys
import threading
from datetime import date
from pathlib import Path

from embedded import environment
from embedded.progress import Problem, exit_with

DATA_HELP = "dotted path of a function that fills the site"
TODAY_HELP = "another date than the real one, as 2027-01-08"


def main(arguments=None):
	options = _parser().parse_args(arguments)
	try:
		_move_clock(options)
		options.run(options)
	except Problem as problem:
		exit_with(problem)
	except KeyboardInterrupt:
		exit_with("stopped.")


def _move_clock(options):
	from embedded.host import clock

	clock.move_to(getattr(options, "today", None))


def _parser():
	parser = argparse.ArgumentParser(prog="python -m embedded", description="kinerja_asn without a bench.")
	commands = parser.add_subparsers(required=True, metavar="command")
	_add(commands, "setup", setup, "create .venv and install what is pinned")
	_add(commands, "site", site, "create or migrate the site, with the apps installed")
	template_parser = _add(
		commands, "template", template, "make the template that sites and tests are copied from"
	)
	template_parser.add_argument("--data", help=DATA_HELP)
	_add_today(template_parser)
	_add(commands, "desk", desk, "bundle the desk from npm")
	_add_address(_add(commands, "serve", serve, "serve the site"))
	demo_parser = _add_address(_add(commands, "demo", demo, "everything, with demo data, served"))
	demo_parser.add_argument("--reset", action="store_true", help="start afresh")
	_add_today(demo_parser)
	copy_parser = _add(commands, "serve-copy", serve_copy, "serve a site copy until stdin closes (for tests)")
	copy_parser.add_argument("folder", type=Path)
	copy_parser.add_argument("--data", help=DATA_HELP)
	_add_today(copy_parser)
	_add(commands, "migrate", migrate, "migrate the site")
	_add(commands, "install-app", install_app, "install an app on the site").add_argument("app")
	_add(commands, "uninstall-app", uninstall_app, "uninstall an app from the site").add_argument("app")
	execute_parser = _add(commands, "execute", execute, "call a function: execute frappe.utils.now")
	execute_parser.add_argument("method")
	execute_parser.add_argument("--kwargs", default="{}", help="keyword arguments as JSON")
	_add(commands, "shell", shell, "a Python prompt with the site connected")
	return parser


def _add(commands, name, run, help):
	command = commands.add_parser(name, help=help, description=help)
	command.set_defaults(run=run)
	return command


def _add_address(command):
	command.add_argument(
		"--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
	)
	command.add_argument("--port", type=int, default=8000)
	return command


def _add_today(command):
	command.add_argument("--today", type=date.fromisoformat, metavar="DATE", help=TODAY_HELP)


def setup(options):
	environment.prepare()


def site(options):
	environment.enter()
	from embedded import site

	print(site.prepare())


def template(options):
	environment.enter()
	from embedded import mariadb, site

	with mariadb.running():
		site.template(options.data)


def _connected():
	"""Enter .venv, make sure that there is a site, connect to it."""
	environment.enter()
	from embedded import site

	site.connect(site.prepare())
	return site


def desk(options):
	environment.enter()
	from embedded import desk_build

	desk_build.prepare()


def serve(options):
	environment.enter()
	from embedded import desk_build, server

	server.check_port(options.host, options.port)
	desk_build.prepare()
	_connected()
	_serve(options)


def _serve(options):
	from embedded import server

	listening = server.make(options.host, options.port)
	print(f"\nhttp://{options.host}:{options.port}  (Ctrl+C stops)", flush=True)
	listening.serve_forever()


def demo(options):
	environment.enter()
	from embedded import demo, desk_build, server

	server.check_port(options.host, options.port)
	desk_build.prepare()
	demo.prepare(reset=options.reset)
	demo.print_logins()
	_serve(options)


def serve_copy(options):
	environment.enter()
	from embedded import desk_build, server, site

	desk_build.prepare()
	site.copy_for_tests(options.folder, data=options.data)
	site.connect(options.folder)
	listening = server.make(port=0)
	threading.Thread(target=listening.serve_forever, daemon=True).start()
	print(f"http://127.0.0.1:{listening.port}", flush=True)
	sys.stdin.read()
	listening.shutdown()
	site.remove(options.folder)


def migrate(options):
	_connected().migrate()


def install_app(options):
	_connected().install_apps([options.app])


def uninstall_app(options):
	_connected()
	import frappe.installer

	frappe.installer.remove_app(options.app)


def execute(options):
	import json

	_connected()
	import frappe

	result = frappe.get_attr(options.method)(**json.loads(options.kwargs))
	frappe.db.commit()
	if result is not None:
		print(frappe.as_json(result) if not isinstance(result, str) else result)


def shell(options):
	import code

	_connected()
	import frappe

	code.interact(banner=f"frappe {frappe.__version__} on {frappe.local.site_path}", local={"frappe": frappe})


if __name__ == "__main__":
	main(sys.argv[1:])
