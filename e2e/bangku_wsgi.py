"""What gunicorn serves in a bench's own Python (e2e/bangku.py): Frappe with its static files, for one site."""

import os

import frappe
import frappe.app


def init_request(request) -> None:
	"""The site's own name may be known to nginx only: a PDF fetches its styles from where the request went."""
	_init_request(request)
	frappe.local.conf.host_name = request.host_url.rstrip("/")


_init_request, frappe.app.init_request = frappe.app.init_request, init_request
frappe.app._site = os.environ["KINERJA_SITE"]
frappe.app._sites_path = "."
application = frappe.app.application_with_statics()
