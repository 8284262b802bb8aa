"""Frappe's Workflow Builder, a page for the site's administrator, is HR's too: it shows and saves what HR's rights allow."""

import frappe

from kinerja_asn.constants.peran import HALAMAN_ALUR, PENGELOLA


def give_halaman_alur() -> None:
	"""Frappe keeps who opens a page besides its own roles in a Custom Role, which then counts instead of them."""
	if name := frappe.db.exists("Custom Role", {"page": HALAMAN_ALUR}):
		halaman = frappe.get_doc("Custom Role", name)
	else:
		halaman = frappe.new_doc("Custom Role", page=HALAMAN_ALUR)
		halaman.extend("roles", [{"role": role} for role in _get_peran_halaman(HALAMAN_ALUR)])
	if PENGELOLA not in [row.role for row in halaman.roles]:
		halaman.append("roles", {"role": PENGELOLA})
		halaman.save(ignore_permissions=True)


def remove_halaman_alur() -> None:
	"""What is left of the Custom Role goes too, when it says what the page says itself."""
	for name in frappe.get_all("Custom Role", {"page": HALAMAN_ALUR}, pluck="name"):
		frappe.db.delete("Has Role", {"parent": name, "role": PENGELOLA})
		if _get_peran_halaman(name) == _get_peran_halaman(HALAMAN_ALUR):
			frappe.delete_doc("Custom Role", name, force=True, ignore_permissions=True)


def _get_peran_halaman(name: str) -> list[str]:
	return sorted(frappe.get_all("Has Role", {"parent": name}, pluck="role"))
