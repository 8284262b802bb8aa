"""The PyPI framework `monoframe`, mended and presented as `frappe`.

`start(site)` must run before anything imports frappe. Each module here mends one subject, and each
repair says what breaks without it. The framework's files are never changed.
"""

import os
from pathlib import Path

_started_on = None


def start(site, apps=("erpnext", "kinerja_asn")):
	"""Make `import frappe` work in this process, for the site folder `site`.

	apps: the apps that are there to be installed, in order of installation. Calling it again for another
	site changes the folder only: one process serves one site at a time.
	"""
	global _started_on
	from embedded.host import site_folder

	site_folder.use(Path(site))
	if _started_on is None:
		_mend(list(apps))
	_started_on = Path(site)


def _mend(apps):
	from embedded.host import aliasing, python_compat

	os.environ["MONOFRAME_USE_MYSQLCLIENT"] = "0"
	python_compat.mend_before_import()
	aliasing.present_as_frappe()

	from embedded.host import apps as app_registry
	from embedded.host import cache, clock, desk, installer, jobs, names, pdf, site_folder, sqlite

	for subject in (site_folder, clock, sqlite, cache, jobs, names, desk, pdf):
		subject.mend()
	app_registry.mend(apps)
	installer.mend()
