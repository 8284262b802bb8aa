"""Days present, late, absent, as Attendance has them: a DocType of HRMS since ERPNext v14, of ERPNext before.

It is read by its name and never imported. Where a site has none, or keeps none for a person, there is nothing to say.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import frappe
from frappe.query_builder.functions import Count, Sum
from frappe.utils import cint

from kinerja_asn.services.situs.hrms import has_hrms

SUMBER = "Attendance"
_HADIR = ("Present", "Work From Home")
_PERLU = ("employee", "attendance_date", "status")
_SAH = 1  # docstatus of what was submitted


@dataclass(frozen=True)
class Kehadiran:
	"""Days of one person from ``awal`` to ``akhir``; ``sumber`` is the DocType that says so."""

	awal: date
	akhir: date
	hadir: int = 0
	terlambat: int = 0
	setengah_hari: int = 0
	tidak_hadir: int = 0
	cuti: int = 0
	sumber: str = SUMBER


def get_kehadiran(pegawai: Collection[str], awal: date, akhir: date) -> dict[str, Kehadiran]:
	"""Employee -> his days from ``awal`` to ``akhir``, both included; who has none on record is absent. One query,
	however many people. The caller has checked that the reader may know it of them."""
	if not pegawai or not _is_dicatat():
		return {}
	per_orang: dict[str, dict[str, tuple[int, int]]] = {}
	for nama, status, banyak, terlambat in _count(pegawai, awal, akhir):
		per_orang.setdefault(nama, {})[status] = (banyak, cint(terlambat))
	return {nama: _build(menurut_status, awal, akhir) for nama, menurut_status in per_orang.items()}


def _is_dicatat() -> bool:
	"""Is there such a DocType, with what is asked of it?"""
	return has_hrms(SUMBER) and all(frappe.get_meta(SUMBER).has_field(kolom) for kolom in _PERLU)


def _count(pegawai: Collection[str], awal: date, akhir: date) -> list[tuple]:
	tabel = frappe.qb.DocType(SUMBER)
	telat = Sum(tabel.late_entry) if frappe.get_meta(SUMBER).has_field("late_entry") else Sum(0)
	return (
		frappe.qb.from_(tabel)
		.select(tabel.employee, tabel.status, Count(tabel.name), telat)
		.where(tabel.employee.isin(list(pegawai)) & (tabel.docstatus == _SAH))
		.where((tabel.attendance_date >= awal) & (tabel.attendance_date <= akhir))
		.groupby(tabel.employee, tabel.status)
		.run()
	)


def _build(menurut_status: dict[str, tuple[int, int]], awal: date, akhir: date) -> Kehadiran:
	hari = {status: banyak for status, (banyak, _terlambat) in menurut_status.items()}
	return Kehadiran(
		awal,
		akhir,
		hadir=sum(hari.get(status, 0) for status in _HADIR),
		terlambat=sum(terlambat for _banyak, terlambat in menurut_status.values()),
		setengah_hari=hari.get("Half Day", 0),
		tidak_hadir=hari.get("Absent", 0),
		cuti=hari.get("On Leave", 0),
	)
