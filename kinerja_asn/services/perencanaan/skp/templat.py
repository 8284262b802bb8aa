"""The template with which an SKP of a jabatan begins: always that of the employee's own, nobody picks another."""

import frappe


def find_templat(instansi: str, jabatan: str | None) -> str | None:
	"""Name of the active template of an agency for ``jabatan``; None when there is none."""
	if not jabatan:
		return None
	return frappe.db.get_value("Templat SKP", {"instansi": instansi, "jabatan": jabatan, "aktif": 1})
