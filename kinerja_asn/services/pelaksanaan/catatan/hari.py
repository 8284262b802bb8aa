"""Days on which nobody expects a line, and why: off, holiday (Holiday List), leave (Frappe HR, where it is installed)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.rules.tenggat import is_akhir_pekan, list_hari
from kinerja_asn.services.bersama.penolakan import as_text
from kinerja_asn.services.pelaksanaan.catatan.daftar_libur import Potongan, get_potongan
from kinerja_asn.services.situs.hrms import has_hrms

CUTI = "Leave Application"
BARIS_MAKS = 30  # lines of one day
MENIT_MAKS = 24 * 60

Kosong = dict[date, str]


def get_hari_kosong(pegawai: Collection[str], awal: date, akhir: date) -> dict[str, Kosong]:
	"""Employee -> day -> why it is expected to be empty, of many in a fixed number of queries.

	Saturday and Sunday are off, unless his own Holiday List says which days of his week are.
	"""
	orang = get_potongan(pegawai, awal, akhir)
	semua = {potongan for daftar in orang.values() for potongan in daftar if potongan.daftar}
	libur = _get_libur({potongan.daftar for potongan in semua}, awal, akhir)
	bergilir = _find_bergilir({potongan.daftar for potongan in semua if potongan.sendiri})
	cuti = _get_cuti(list(orang), awal, akhir)
	pekan = {hari: _("Akhir pekan") for hari in list_hari(awal, akhir) if is_akhir_pekan(hari)}
	return {
		nama: {**_join_potongan(daftar, libur, bergilir, pekan), **cuti.get(nama, {})}
		for nama, daftar in orang.items()
	}


def _join_potongan(
	daftar: Iterable[Potongan], libur: Mapping[str, Kosong], bergilir: Collection[str], pekan: Kosong
) -> Kosong:
	kosong: Kosong = {}
	for bagian in daftar:
		giliran_sendiri = bagian.sendiri and bagian.daftar in bergilir
		hari = {**({} if giliran_sendiri else pekan), **libur.get(bagian.daftar, {})}
		kosong |= {ke: kata for ke, kata in hari.items() if bagian.awal <= ke <= bagian.akhir}
	return kosong


def _get_libur(daftar: Collection[str], awal: date, akhir: date) -> dict[str, Kosong]:
	libur: dict[str, Kosong] = defaultdict(dict)
	for parent, hari, uraian in _query_libur(daftar, awal, akhir):
		libur[parent][getdate(hari)] = as_text(uraian) or _("Libur")
	return libur


def _query_libur(daftar: Collection[str], awal: date, akhir: date) -> Iterable[tuple]:
	if not daftar:
		return ()
	table = frappe.qb.DocType("Holiday")
	query = frappe.qb.from_(table).select(table.parent, table.holiday_date, table.description)
	return query.where(table.parent.isin(list(daftar)) & table.holiday_date[awal:akhir]).run()


def _find_bergilir(daftar: Collection[str]) -> set[str]:
	"""Of the lists that people have of their own: those that say which days of the week are off."""
	if not daftar:
		return set()
	table = frappe.qb.DocType("Holiday")
	query = frappe.qb.from_(table).select(table.parent).distinct()
	return set(query.where(table.parent.isin(list(daftar)) & (table.weekly_off == 1)).run(pluck=True))


def _get_cuti(pegawai: Collection[str], awal: date, akhir: date) -> Mapping[str, Kosong]:
	"""Whole days of approved leave; on half a day somebody works."""
	cuti: dict[str, Kosong] = defaultdict(dict)
	for row in _query_cuti(pegawai, awal, akhir):
		setengah = getdate(row.half_day_date or row.from_date) if row.half_day else None
		for hari in list_hari(max(getdate(row.from_date), awal), min(getdate(row.to_date), akhir)):
			if hari != setengah:
				cuti[row.employee][hari] = _("Cuti: {0}").format(_(row.leave_type))
	return cuti


def _query_cuti(pegawai: Collection[str], awal: date, akhir: date) -> list[frappe._dict]:
	if not pegawai or not has_hrms(CUTI):
		return []
	table = frappe.qb.DocType(CUTI)
	kolom = ("employee", "leave_type", "from_date", "to_date", "half_day", "half_day_date")
	query = frappe.qb.from_(table).select(*kolom).where(table.employee.isin(list(pegawai)))
	query = query.where((table.docstatus == 1) & (table.status == "Approved"))
	return query.where((table.from_date <= akhir) & (table.to_date >= awal)).run(as_dict=True)
