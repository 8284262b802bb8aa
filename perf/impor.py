"""What it costs to bring the figures of a month from another system, for everybody of the large agency (README.md)."""

import gc
import resource
from collections.abc import Iterator
from datetime import date

import frappe

from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor
from kinerja_asn.services.pelaksanaan.pengimporan.pelaksanaan import import_semua, open_impor
from perf.instansi import POTONGAN, TAHUN, Instansi
from perf.jam import Jam
from perf.ukur import BESAR, BULAN, execute_banyak, get_pengelola, read_rows

PERIODE = f"{BESAR}-{TAHUN - 1}"
BULAN_IMPOR = BULAN  # the year's last: what it has is removed first
TANGGAL = date(TAHUN - 1, BULAN_IMPOR, 28)
LAPORAN, BARIS = "Realisasi Kinerja", "Realisasi Indikator"


def bring() -> dict:
	"""A figure for every indikator, as the endpoint and the job bring it: committed set by set, the employees told."""
	_open()
	baris = list(_list_baris())
	gc.collect()
	frappe.set_user(get_pengelola(Instansi(BESAR, 0)))
	jam = Jam()
	diterima = 0
	for hasil in import_semua(open_impor(PERIODE, TANGGAL, "SIMPEL"), baris):
		diterima += sum(temuan.hasil == "Diterima" for temuan in hasil)
		frappe.db.commit()
	return {
		**jam.read(),
		"pegawai": diterima,
		"puncak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
	}


def bring_again() -> dict:
	"""The same once more: nothing is written. ``pegawai`` counts rows that were taken."""
	return bring()


def insert_directly() -> dict:
	"""The rows of those reports again, straight through the driver, in transactions of as many as the import's."""
	nama = frappe.get_all(
		LAPORAN, {"periode": PERIODE, "masa_ke": BULAN_IMPOR}, pluck="name", order_by="name"
	)
	potongan = [
		read_rows(nama[awal : awal + POTONGAN], {LAPORAN: "name", BARIS: "parent"})
		for awal in range(0, len(nama), POTONGAN)
	]
	remove()
	gc.collect()
	jam, banyak = Jam(), 0
	for isi in potongan:
		for doctype, (kolom, rows) in isi.items():
			execute_banyak(doctype, kolom, rows)
			banyak += len(rows) if doctype == BARIS else 0
		frappe.db.commit()
	return {**jam.read(), "pegawai": banyak}


def remove() -> dict:
	"""The reports of that month, and what was told about them."""
	nama = frappe.get_all(LAPORAN, {"periode": PERIODE, "masa_ke": BULAN_IMPOR}, pluck="name")
	for awal in range(0, len(nama), POTONGAN):
		bagian = nama[awal : awal + POTONGAN]
		frappe.db.delete(BARIS, {"parent": ("in", bagian)})
		frappe.db.delete(LAPORAN, {"name": ("in", bagian)})
		frappe.db.delete("Notification Log", {"document_name": ("in", bagian)})
	frappe.db.commit()
	return {}


def _open() -> None:
	"""It is the month after, and the year is open."""
	frappe.flags.current_date = date(TAHUN, 1, 2)
	frappe.db.set_value("Periode Kinerja", PERIODE, "status", "Dibuka")
	frappe.clear_document_cache("Periode Kinerja", PERIODE)
	frappe.db.commit()


def _list_baris() -> Iterator[BarisImpor]:
	skp, iki = frappe.qb.DocType("SKP"), frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(skp).join(iki).on(iki.parent == skp.name).where(skp.periode == PERIODE)
	rows = query.select(skp.nip_pegawai, iki.kunci).orderby(skp.name, iki.idx).run()
	return (BarisImpor(nomor, nip, kunci, 2) for nomor, (nip, kunci) in enumerate(rows, 2))
