"""What it costs to bring the figures of a month from another system, for everybody of the large agency (README.md)."""

import gc
import os
import resource
import signal
from collections.abc import Iterator
from datetime import date, timedelta
from unittest.mock import patch

import frappe
from frappe.utils import get_datetime

from kinerja_asn.lembar import impor_realisasi
from kinerja_asn.lembar.lembar_realisasi import write_lembar
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.borongan.giliran import BATAS_DIAM
from kinerja_asn.services.pelaksanaan.pengimporan import giliran, pelaksanaan, penulisan
from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor
from kinerja_asn.services.pelaksanaan.pengimporan.pelaksanaan import import_semua, open_impor
from perf.instansi import POTONGAN, TAHUN, Instansi, make_instansi
from perf.jam import Jam
from perf.ukur import BESAR, BULAN, execute_banyak, get_pengelola, make_pengelola, read_rows

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


# --- the job, killed


def prepare(n: int) -> dict:
	"""A small agency alone, to try the kill on."""
	make_instansi(Instansi(BESAR, n))
	make_pengelola(Instansi(BESAR, n))
	frappe.db.commit()
	return {}


def make_dokumen() -> dict:
	"""An Impor Realisasi with a worksheet that has a figure for every indikator."""
	_open()
	frappe.set_user(get_pengelola(Instansi(BESAR, 0)))
	doc = frappe.get_doc(
		doctype=giliran.DOCTYPE, periode=PERIODE, tanggal=str(TANGGAL), asal="SIMPEL"
	).insert()
	isi = write_lembar(
		("NIP", "Indikator", "Realisasi"), ((row.nip, row.indikator, row.nilai) for row in _list_baris())
	)
	berkas = frappe.get_doc(
		doctype="File",
		file_name="angka.xlsx",
		content=isi,
		is_private=1,
		attached_to_doctype=doc.doctype,
		attached_to_name=doc.name,
		attached_to_field="berkas",
	).insert()
	doc.berkas = berkas.file_url
	doc.save()
	frappe.db.commit()
	return {"nama": doc.name}


def run_and_die(nama: str, ke: int, sekali: int = pelaksanaan.SEKALI) -> None:
	"""The job, killed by the system (SIGKILL) between the reports of the ``ke``-th set of employees and their rows."""
	asli, laporan = penulisan.insert_banyak, []

	def insert_banyak(doctype, rows):
		laporan.extend([doctype] if doctype == LAPORAN else [])
		if doctype == BARIS and len(laporan) == ke:
			os.kill(os.getpid(), signal.SIGKILL)
		asli(doctype, rows)

	with patch.object(penulisan, "insert_banyak", insert_banyak):
		run(nama, sekali)


def run(nama: str, sekali: int = pelaksanaan.SEKALI) -> dict:
	"""The job as HR begins it, or goes on with it when it has been silent for five minutes: what it says it has read."""
	_open()
	frappe.set_user(get_pengelola(Instansi(BESAR, 0)))
	sebelum = get_kemajuan(nama)
	diam = get_datetime(get_now()) - BATAS_DIAM - timedelta(seconds=1)
	frappe.db.set_value(giliran.DOCTYPE, nama, "modified", diam, update_modified=False)
	giliran.take_giliran(nama)
	frappe.db.commit()
	with patch.object(pelaksanaan, "SEKALI", sekali):
		impor_realisasi.run(nama)
	return {"sebelum": sebelum, "sesudah": get_kemajuan(nama)}


def get_kemajuan(nama: str) -> dict:
	kolom = ("status", "banyak_baris", "jumlah_baris", "jumlah_diterima", "jumlah_sama", "jumlah_ditolak")
	return frappe.db.get_value(giliran.DOCTYPE, nama, kolom, as_dict=True)


def count() -> dict:
	"""What is there of that month: reports, their rows with a figure, notices."""
	nama = frappe.get_all(LAPORAN, {"periode": PERIODE, "masa_ke": BULAN_IMPOR}, pluck="name")
	jumlah = {"laporan": len(nama), "baris": 0, "kabar": 0}
	for awal in range(0, len(nama), POTONGAN):
		bagian = nama[awal : awal + POTONGAN]
		jumlah["baris"] += frappe.db.count(BARIS, {"parent": ("in", bagian), "dilaporkan": 1})
		jumlah["kabar"] += frappe.db.count("Notification Log", {"document_name": ("in", bagian)})
	return jumlah


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
