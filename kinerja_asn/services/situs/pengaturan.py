"""Pengaturan Kinerja: what HR has set for the whole site. A further setting is a field of that DocType, with a default."""

from typing import Any

import frappe

PENGATURAN = "Pengaturan Kinerja"


def get_pengaturan(nama: str) -> Any:
	"""The setting ``nama``; Frappe keeps the document in its cache, so that a request need not ask for it."""
	return frappe.get_cached_doc(PENGATURAN).get(nama)


def may_simpan() -> bool:
	"""May the portal keep pages, drafts and what waits for a line on people's devices?"""
	return bool(get_pengaturan("izinkan_simpan_di_perangkat"))


def ensure_pengaturan() -> None:
	"""A setting that comes with an update begins with its default: Frappe gives defaults to a new site only."""
	tersimpan = frappe.db.get_singles_dict(PENGATURAN)
	for field in frappe.get_meta(PENGATURAN).fields:
		if field.default is not None and field.fieldname not in tersimpan:
			frappe.db.set_single_value(PENGATURAN, field.fieldname, field.default)
