"""Sites: make one, install the apps on it, keep the result as a template, copy templates.

A site is a folder. Templates are kept, named by a hash of the files they were made from: the bare framework,
which takes longest, the framework with both apps, and that with a test's data.
"""

import contextlib
import json
import os
import shutil
import time
from pathlib import Path

from embedded import database
from embedded.fingerprint import fingerprint
from embedded.host import apps as app_registry
from embedded.host import clock, site_folder, start
from embedded.lock import exclusive
from embedded.paths import PACKAGE, REPO, STATE, TEMPLATES
from embedded.progress import Problem, step

APPS = ("erpnext", "kinerja_asn")
ADMIN_PASSWORD = "admin"
SETTINGS = {
	"lang": "id",
	"mute_emails": 1,  # queued, never sent
	"mail_server": "localhost",  # without an outgoing account nothing could even be queued
	"skip_setup_wizard": 1,
	"auto_email_id": "noreply@example.com",
	"email_sender_name": "Kinerja ASN",
	"disable_async": 1,  # no socket.io server: the desk shall not look for one
}
DAY = 24 * 3600
DUMP = "dump.sql"  # a MariaDB template's data
# Folders of the app that installation does not read: changing them must not cost a new template.
NOT_INSTALLED = ("tests", "public", "www", "templates", "demo")


def served_folder():
	"""The site of `serve`, `demo`, `execute` and `migrate`; one for each kind of database."""
	return STATE / "sites" / database.kind()


def framework_fingerprint():
	parts = ("requirements.txt", "requirements-framework.txt", "host", "hr_master", "database.py", "site.py")
	return fingerprint(*(PACKAGE / part for part in parts), extra=database.kind())


def apps_fingerprint():
	return fingerprint(REPO / "kinerja_asn", skipped=NOT_INSTALLED, extra=framework_fingerprint())


def template(data=None):
	"""The folder of an up-to-date template with all apps, filled by the function `data` if named."""
	with exclusive("templates"):
		return _template(data)


def _template(data):
	folder = _template_folder("apps", apps_fingerprint())
	if not folder.exists():
		framework = _template_folder("framework", framework_fingerprint())
		if not framework.exists():
			_make_template(framework, "create a site with the bare framework", create)
		_make_template(folder, "install the apps", lambda site: _install_apps(framework, site))
		_forget_other_templates(keep=(framework, folder))
	return _filled_template(folder, data) if data else folder


def _filled_template(empty, data):
	version = fingerprint(REPO / "kinerja_asn", skipped=("tests",), extra=f"{empty.name} {data}")
	folder = _template_folder(
		"data", f"{version}-{clock.today()}"
	)  # data may count from the day it is made on
	if not folder.exists():
		_forget_data(version)
		_make_template(folder, f"call {data}", lambda site: _fill(empty, site, data))
	return folder


def _forget_data(version):
	"""What an older app made, or was made more than a day ago."""
	for folder in TEMPLATES.glob(f"{database.kind()}-data-*"):
		if version not in folder.name or time.time() - folder.stat().st_mtime > DAY:
			shutil.rmtree(folder)


def _fill(empty, site, data):
	copy(empty, site, "kinerja_template")
	connect(site)
	import frappe

	with clock.before_work():
		frappe.get_attr(data)()
	frappe.db.commit()


def _template_folder(name, version):
	return TEMPLATES / f"{database.kind()}-{name}-{version}"


def _make_template(folder, what, build):
	"""Build aside and rename at the end, so that an interrupted build leaves no half template."""
	building = folder.with_name(f"{folder.name}.building")
	shutil.rmtree(building, ignore_errors=True)
	with step(what), quiet(STATE / "logs" / "site.log"):
		build(building)
		disconnect()
		_keep_data(building)
	building.rename(folder)


def _keep_data(site):
	config = site_folder.read_config(site)
	if config["db_type"] == "mariadb":
		database.dump(config, site / DUMP)
		database.drop(config)


def _install_apps(framework, site):
	copy(framework, site, "kinerja_template")
	connect(site)
	install_apps()


def _forget_other_templates(keep):
	for folder in TEMPLATES.glob(f"{database.kind()}-*"):
		if folder not in keep:
			shutil.rmtree(folder, ignore_errors=True)


def create(site):
	"""A new site with the bare framework, in the empty folder `site`."""
	site_folder.make_folders(site)
	config = database.site_config("kinerja_template")
	site_folder.write_config(site, **config, **SETTINGS)
	database.make(config)
	start(site, APPS)
	from frappe.installer import _init_database

	app_registry.installing_framework = True
	_init_database(
		db_name=config["db_name"],
		db_type=config["db_type"],
		admin_password=ADMIN_PASSWORD,
		force=True,
		setup_db=False,
	)
	_settle()


def _settle():
	"""What the setup wizard would have asked."""
	import frappe

	connect(site_folder.folder())
	settings = frappe.get_doc("System Settings")
	settings.update(
		{
			"app_name": "Kinerja ASN",
			"country": "Indonesia",
			"language": "id",
			"time_zone": clock.TIME_ZONE,
			"date_format": "dd-mm-yyyy",
			"number_format": "#.###,##",
			"setup_complete": 1,
			"enable_telemetry": 0,
		}
	)
	settings.flags.ignore_mandatory = True
	settings.save()
	# In titles, at the sign-in and in mails, where the framework would name itself.
	frappe.db.set_single_value("Website Settings", {"app_name": settings.app_name, "title_prefix": ""})
	for user in frappe.STANDARD_USERS:  # made before, with the framework's own time zone
		frappe.db.set_value("User", user, "time_zone", settings.time_zone)
	frappe.db.commit()


def install_apps(names=None):
	import frappe
	import frappe.installer

	for name in names or APPS:
		frappe.installer.install_app(name)
	frappe.db.commit()


def connect(site):
	"""Make `site` the site of this process and log in as Administrator."""
	disconnect()
	start(site, APPS)
	import frappe

	frappe.init(force=True)
	frappe.cache.flushall()
	frappe.connect()


def disconnect():
	"""Close what is open: SQLite copies a closed file only."""
	import sys

	if "monoframe" in sys.modules and getattr(sys.modules["monoframe"].local, "initialised", False):
		sys.modules["monoframe"].destroy()


def copy(source, target, name):
	"""A site in the new folder `target` with the template's data; `name` names its database on a server."""
	shutil.copytree(source, target, ignore=shutil.ignore_patterns(DUMP, "logs"))
	site_folder.make_folders(target)
	config = database.site_config(name)
	site_folder.write_config(target, **config)
	if config["db_type"] == "mariadb":
		database.restore(config, Path(source) / DUMP)


def copy_for_tests(target, data=None):
	"""A fresh site of its own, database included, in `target`: a folder somewhere below STATE, which also names it."""
	name = "_".join(("kinerja", *target.parent.relative_to(STATE).parts)).replace("-", "_")
	with exclusive("templates"):  # another process may drop this template for a newer one
		copy(template(data), target, name)


def remove(site):
	disconnect()
	database.drop(site_folder.read_config(site))
	shutil.rmtree(site, ignore_errors=True)


def prepare():
	"""The folder of the served site, made from the template, or migrated when the app has changed."""
	site = served_folder()
	if not site_folder.config_file(site).exists():
		with exclusive("templates"):
			copy(template(), site, "kinerja_embedded")
	elif _read_stamp(site) != apps_fingerprint():
		with step("migrate the site to the app's new version"), quiet(STATE / "logs" / "migrate.log"):
			connect(site)
			migrate()
	_write_stamp(site)
	return site


def _stamp_file(site):
	return site / "embedded.json"


def _read_stamp(site):
	file = _stamp_file(site)
	return json.loads(file.read_text())["apps"] if file.exists() else None


def _write_stamp(site):
	_stamp_file(site).write_text(json.dumps({"apps": apps_fingerprint()}) + "\n")


def migrate():
	"""`bench migrate` for the connected site."""
	import frappe
	from frappe.migrate import SiteMigration

	SiteMigration(skip_search_index=True).run(frappe.local.site)
	connect(site_folder.folder())


@contextlib.contextmanager
def quiet(log):
	"""Send what the framework prints to a file; when it fails, say where that is."""
	log.parent.mkdir(parents=True, exist_ok=True)
	with log.open("w") as output:
		try:
			with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
				yield
		except Problem:
			raise
		except (Exception, SystemExit):
			output.flush()
			if os.environ.get("EMBEDDED_VERBOSE"):
				print(log.read_text())
			import traceback

			traceback.print_exc(file=output)
			raise
