"""Employees who are each other's superiors, or their own: nobody above them evaluates or decides (p. 3)."""

import frappe

from kinerja_asn.services.orang.pihak import get_penugasan


def find_lingkaran(instansi: str | None = None) -> list[list[frappe._dict]]:
	"""The circles, as of today, in which an employee of ``instansi`` stands: each as its people (name, employee_name).

	By assignment, else by the direct superior. Two queries.
	"""
	rows = frappe.get_all(
		"Employee", {"status": "Active"}, ["name", "employee_name", "company", "reports_to"], order_by="name"
	)
	penugasan = get_penugasan(row.name for row in rows)
	orang = {row.name: row for row in rows}
	atasan = {row.name: (penugasan.get(row.name) or {}).get("penilai") or row.reports_to for row in rows}
	lingkaran = [[orang[nama] for nama in daftar] for daftar in _find(atasan)]
	return [daftar for daftar in lingkaran if not instansi or any(row.company == instansi for row in daftar)]


def _find(atasan: dict[str, str | None]) -> list[list[str]]:
	"""Everybody has one superior at most, so a way up ends, meets one that was gone before, or itself."""
	ditemukan, dilalui = [], set()
	for awal in atasan:
		jalan: list[str] = []
		nama = awal
		while nama in atasan and nama not in dilalui:
			dilalui.add(nama)
			jalan.append(nama)
			nama = atasan[nama]
		if nama in jalan:
			ditemukan.append(jalan[jalan.index(nama) :])
	return ditemukan
