"""Who is who on a document: the rated employee, his Penilai and the Penilai's superior, as they are on a day.

Transactions keep a copy (design.md §5.2): access and prints read it, never the Employee tree.
"""

from datetime import date

import frappe

from kinerja_asn.services.waktu import get_today

_DATA = (
	"name",
	"employee_name",
	"nip",
	"pangkat_golongan",
	"designation",
	"department",
	"company",
	"user_id",
	"reports_to",
)


def get_data(pegawai: str | None) -> frappe._dict:
	"""The Employee's data that documents copy; empty when there is no such Employee."""
	if not pegawai:
		return frappe._dict()
	return frappe.db.get_value("Employee", pegawai, _DATA, as_dict=True) or frappe._dict()


def get_jabatan(pegawai: str) -> dict:
	"""What decides the form of an SKP and who sets it: jenis_jabatan, pimpinan_unit_mandiri (p. 31, 53, 65)."""
	kolom = ["jenis_jabatan", "pimpinan_unit_mandiri"]
	return frappe.db.get_value("Employee", pegawai, kolom, as_dict=True) or {}


def get_penugasan(pegawai: str, pada: date | None = None) -> frappe._dict:
	"""The Penugasan Penilai in force on ``pada`` (default today); empty when none is."""
	pada = pada or get_today()
	table = frappe.qb.DocType("Penugasan Penilai")
	rows = (
		frappe.qb.from_(table)
		.select(table.penilai, table.atasan_penilai)
		.where((table.pegawai == pegawai) & (table.dari <= pada))
		.where(table.sampai.isnull() | (table.sampai >= pada))
		.orderby(table.dari, order=frappe.qb.desc)
		.limit(1)
		.run(as_dict=True)
	)
	return rows[0] if rows else frappe._dict()


def get_penilai(pegawai: str, pada: date | None = None) -> str | None:
	"""Penilai by assignment, else the direct superior (Pasal 1; p. 3)."""
	return get_penugasan(pegawai, pada).get("penilai") or get_data(pegawai).get("reports_to")


def get_atasan_penilai(pegawai: str, penilai: str | None, pada: date | None = None) -> str | None:
	return (
		get_penugasan(pegawai, pada).get("atasan_penilai") or (penilai and get_penilai(penilai, pada)) or None
	)


def snapshot_pihak(pegawai: str, pada: date | None = None) -> dict:
	"""Fields that every transaction copies from the people it concerns."""
	penilai = get_penilai(pegawai, pada)
	atasan = get_atasan_penilai(pegawai, penilai, pada)
	return {
		**_copy_pegawai(get_data(pegawai)),
		**_copy_penilai(get_data(penilai)),
		**_copy_atasan(get_data(atasan)),
	}


def _copy_pegawai(data: frappe._dict) -> dict:
	return {
		"pegawai": data.name,
		"nama_pegawai": data.employee_name,
		"nip_pegawai": data.nip,
		"pangkat_pegawai": data.pangkat_golongan,
		"jabatan_pegawai": data.designation,
		"unit_kerja": data.department,
		"instansi": data.company,
		"pegawai_user": data.user_id,
	}


def _copy_penilai(data: frappe._dict) -> dict:
	return {
		"penilai": data.name,
		"nama_penilai": data.employee_name,
		"nip_penilai": data.nip,
		"pangkat_penilai": data.pangkat_golongan,
		"jabatan_penilai": data.designation,
		"unit_penilai": data.department,
		"penilai_user": data.user_id,
	}


def _copy_atasan(data: frappe._dict) -> dict:
	return {
		"atasan_penilai": data.name,
		"nama_atasan_penilai": data.employee_name,
		"atasan_penilai_user": data.user_id,
	}


# Columns a document made from an SKP takes over from it.
KOLOM_PIHAK = tuple(
	{**_copy_pegawai(frappe._dict()), **_copy_penilai(frappe._dict()), **_copy_atasan(frappe._dict())}
)
