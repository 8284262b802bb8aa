"""Whether Frappe HR keeps something on this site: it is optional, never imported, and this is the one place that looks."""

import frappe


def has_hrms(doctype: str) -> bool:
	"""Are there records of ``doctype``, which Frappe HR brings, to be read?"""
	return bool(frappe.db.exists("DocType", doctype, cache=True))
