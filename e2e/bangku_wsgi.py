"""What gunicorn serves in a bench's own Python (e2e/bangku.py): Frappe with its static files, for one site."""

import os

import frappe.app

frappe.app._site = os.environ["KINERJA_SITE"]
frappe.app._sites_path = "."
application = frappe.app.application_with_statics()
