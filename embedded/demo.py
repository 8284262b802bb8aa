"""The served site with the app's own demo data."""

from embedded import site
from embedded.paths import STATE
from embedded.progress import step


def prepare(reset=False):
	"""The served site, connected, with demo data in it; with `reset` made afresh."""
	if reset:
		with step("remove the old site"):
			site.remove(site.served_folder())
	folder = site.prepare()
	site.connect(folder)
	made = folder / "demo.stamp"
	if not made.exists():
		_create()
		made.touch()


def _create():
	import frappe

	with step("create demo data"), site.quiet(STATE / "logs" / "demo.log"):
		frappe.get_attr("kinerja_asn.demo.create_demo_data")()
		frappe.db.commit()
		frappe.clear_cache()  # the installation's metas, without the rights given since, would be served


def print_logins():
	import frappe

	frappe.get_attr("kinerja_asn.demo.print_logins")()
	print(f"{'Administrator':<24} {'':<51} {'Administrator':<27} {site.ADMIN_PASSWORD}")
