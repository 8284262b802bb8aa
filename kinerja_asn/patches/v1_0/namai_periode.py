"""Periods made before the desk called them by their year."""

import frappe

from kinerja_asn.services.bersama.periode import sync_nama_periode


def execute() -> None:
	for tahun in frappe.get_all("Periode Kinerja", pluck="tahun", distinct=True):
		sync_nama_periode(tahun)
