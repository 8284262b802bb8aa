"""The time of a stand-in (Plt./Plh.): its last day becomes known, and everything comes back afterwards (p. 89)."""

from datetime import date

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisPerpindahan
from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import get_now, get_today
from kinerja_asn.services.orang.pihak import get_data, snapshot_pihak
from kinerja_asn.services.perpindahan.pelaksanaan import get_dasar, move_semua, try_langkah
from kinerja_asn.services.perpindahan.penugasan_penilai import change_sampai, get_digantikan

DOCTYPE = "Perpindahan Kinerja"


def extend(doc, semula: date | None) -> None:
	"""HR has filled in, or moved, the last day of a stand-in."""
	lama, baru, mulai, sampai = doc.penilai_lama, doc.penilai_baru, getdate(doc.tanggal), getdate(doc.sampai)
	for pegawai in _get_digantikan(doc):
		change_sampai(pegawai, lama, baru, mulai, semula, sampai, get_dasar(doc))


def hand_back_after_plt() -> int:
	"""Hand the documents of stand-ins whose last day is over back to the Penilai; how many moves that ended.

	Run daily (jobs/harian.py); may be run any number of times.
	"""
	lewat = _get_lewat()
	for nama in lewat:
		with tolerate(f"Plt./Plh. {nama}"):
			_hand_back(frappe.get_doc(DOCTYPE, nama))
	return len(lewat)


def _get_lewat() -> list[str]:
	"""Not through get_all, to which an empty date is a long past one."""
	table = frappe.qb.DocType(DOCTYPE)
	return (
		frappe.qb.from_(table)
		.select(table.name)
		.where((table.jenis == str(JenisPerpindahan.PLT_PLH)) & (table.sampai < get_today()))
		.where(table.dijalankan_pada.notnull() & table.selesai_pada.isnull())
		.orderby(table.sampai)
		.run(pluck=True)
	)


def _hand_back(doc) -> None:
	for pegawai in _get_digantikan(doc):
		try_langkah(doc, get_data(pegawai).employee_name, _return_penilai, pegawai)
	doc.selesai_pada = get_now()
	doc.flags.oleh_layanan = True
	doc.save()


def _return_penilai(doc, pegawai: str, nama: str) -> None:
	"""To whoever is his Penilai now; nothing where that is the former stand-in himself."""
	if snapshot_pihak(pegawai)["penilai"] != doc.penilai_baru:
		move_semua(doc, pegawai, nama, doc.penilai_baru)


def _get_digantikan(doc) -> list[str]:
	return get_digantikan(doc.penilai_baru, doc.sebagai, getdate(doc.tanggal), doc.instansi)
