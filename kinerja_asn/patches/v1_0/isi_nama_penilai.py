"""Assignments and moves recorded before they had names beside their codes."""

import frappe
from pypika.terms import Bracket

_NAMA = {
	"Penugasan Penilai": {
		"nama_pegawai": "pegawai",
		"nama_penilai": "penilai",
		"nama_atasan_penilai": "atasan_penilai",
	},
	"Perpindahan Kinerja": {"nama_penilai_lama": "penilai_lama", "nama_penilai_baru": "penilai_baru"},
}


def execute() -> None:
	pegawai = frappe.qb.DocType("Employee")
	for doctype, kolom in _NAMA.items():
		table = frappe.qb.DocType(doctype)
		for nama, kode in kolom.items():
			asal = frappe.qb.from_(pegawai).select(pegawai.employee_name).where(pegawai.name == table[kode])
			frappe.qb.update(table).set(table[nama], Bracket(asal)).where(table[nama].isnull()).run()
