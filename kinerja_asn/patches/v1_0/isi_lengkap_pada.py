"""Reports submitted before it was recorded when they were complete: that they were late, or not, stays decided."""

import frappe


def execute() -> None:
	table = frappe.qb.DocType("Realisasi Kinerja")
	frappe.qb.update(table).set(table.lengkap_pada, table.diajukan_pada).where(
		table.lengkap_pada.isnull()
	).run()
