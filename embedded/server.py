"""The HTTP server: werkzeug, threaded, the framework's WSGI application behind it.

On SQLite one lock is held around each call of the application. WAL and a busy timeout are not enough: a
transaction that starts by reading cannot become a writing one while another writes, and logins answer 500.
Static files are served outside the lock; private files go through the framework, which checks who asks.
"""

import logging
import socket
import threading

from embedded import assets, database
from embedded.host import jobs, site_folder
from embedded.host.naming import restore_name
from embedded.progress import Problem

HOST, PORT = "127.0.0.1", 8000
YEAR = 365 * 24 * 3600
RENAMED_ASSETS = {"/assets/frappe/images/frappe-logo.svg": "/assets/frappe/images/frappe-framework-logo.svg"}


def check_port(host, port):
	with socket.socket() as probe:
		probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
		try:
			probe.bind((host, port))
		except OSError as error:
			raise Problem(
				f"{host}:{port} cannot be used ({error.strerror}): choose another with --port."
			) from None


def make(host=HOST, port=PORT):
	"""A server for the connected site, with werkzeug's serve_forever() and shutdown(). Port 0: any."""
	import frappe
	from werkzeug.serving import make_server

	frappe.destroy()  # every request opens its own connection
	logging.getLogger("werkzeug").setLevel(logging.ERROR)
	return make_server(host, port, application(), threaded=True)


def application():
	"""The framework's WSGI application with static files in front and, on SQLite, one lock around it."""
	import frappe.app
	from werkzeug.middleware.shared_data import SharedDataMiddleware

	dynamic = with_deferred(methods_by_one_name(frappe.app.application))
	if database.kind() == "sqlite":
		dynamic = one_at_a_time(dynamic)
	files = {"/files": str(site_folder.folder() / "public" / "files")}
	return static_assets(SharedDataMiddleware(dynamic, files, cache=False))


def methods_by_one_name(application):
	"""Forms of the framework's own DocTypes call `monoframe.…`; apps' hooks that replace a method know `frappe.…`."""

	def renamed(environ, start_response):
		environ["PATH_INFO"] = environ["PATH_INFO"].replace("/method/monoframe.", "/method/frappe.", 1)
		return application(environ, start_response)

	return renamed


def with_deferred(application):
	"""After a request, what it left to the scheduler."""

	def finished(environ, start_response):
		body = application(environ, start_response)
		try:
			return list(body)
		finally:
			if hasattr(body, "close"):
				body.close()
			jobs.insert_deferred()

	return finished


def one_at_a_time(application):
	lock = threading.Lock()

	def locked(environ, start_response):
		with lock:
			return application(environ, start_response)

	return locked


def static_assets(application):
	from werkzeug.middleware.shared_data import SharedDataMiddleware

	folders = {prefix: str(folder) for prefix, folder in assets.folders().items()}
	bundles = {assets.BUNDLES: folders.pop(assets.BUNDLES)}
	changing = SharedDataMiddleware(application, folders, cache=False)
	hashed = SharedDataMiddleware(changing, bundles, cache_timeout=YEAR)

	def with_one_name(environ, start_response):
		"""/assets/monoframe/images/monoframe-logo.svg → the file the framework kept under Frappe's name."""
		path = environ["PATH_INFO"]
		if path.startswith("/assets/monoframe/"):
			path = restore_name(path)
		environ["PATH_INFO"] = RENAMED_ASSETS.get(path, path)
		return hashed(environ, start_response)

	return with_one_name
