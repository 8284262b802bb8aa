"""What it costs to prepare the annual evaluations of everybody in the large agency (README.md).

Beside wall clock each measure tells the processor's time, which a busy machine does not stretch.
"""

import gc
import resource
import time
from datetime import date

import frappe

from kinerja_asn.services.borongan.pelaksanaan import Temuan
from kinerja_asn.services.penilaian.penyiapan import pelaksanaan
from kinerja_asn.services.penilaian.penyiapan.calon import get_calon
from kinerja_asn.services.penilaian.penyiapan.giliran import take_giliran
from kinerja_asn.services.penilaian.penyiapan.konteks import read_konteks
from perf.instansi import POTONGAN, TAHUN
from perf.ukur import BESAR, execute_banyak, read_rows

PERIODE = f"{BESAR}-{TAHUN - 1}"
EVALUASI = "Evaluasi Kinerja"
ANAK = ("Evaluasi Hasil Kerja", "Evaluasi Perilaku")


def prepare() -> dict:
	"""Everybody's, as the job does it. ``galat``: the head of all, who has no Penilai in the system."""
	_open()
	doc = _make_penyiapan()
	take_giliran(doc)
	frappe.db.commit()
	gc.collect()
	mulai, cpu = time.perf_counter(), time.process_time()
	pelaksanaan.run(doc.name)
	hasil = {"detik": time.perf_counter() - mulai, "cpu": time.process_time() - cpu}
	doc.reload()
	return {
		**hasil,
		"pegawai": doc.jumlah_dibuat,
		"galat": doc.jumlah_galat,
		"puncak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
	}


def propose() -> dict:
	"""The proposals of everybody with all that they stand on, worked out and not written."""
	_open()
	konteks = read_konteks(_make_penyiapan())
	gc.collect()
	mulai, cpu = time.perf_counter(), time.process_time()
	calon, _sebab = get_calon(konteks)
	banyak = 0
	for awal in range(0, len(calon), POTONGAN):
		daftar = pelaksanaan.plan(konteks, calon[awal : awal + POTONGAN], Temuan())
		banyak += sum(bool(siap.evaluasi["usulan_rating_hasil"]) for siap in daftar)
	return {
		"detik": time.perf_counter() - mulai,
		"cpu": time.process_time() - cpu,
		"pegawai": banyak,
	}


def insert_directly() -> dict:
	"""The same rows again, straight through the driver, in transactions of the same size."""
	nama = frappe.get_all(EVALUASI, {"periode": PERIODE}, pluck="name", order_by="name")
	induk = {EVALUASI: "name", **dict.fromkeys(ANAK, "parent")}
	potongan = [read_rows(nama[awal : awal + POTONGAN], induk) for awal in range(0, len(nama), POTONGAN)]
	remove()
	gc.collect()
	mulai, cpu = time.perf_counter(), time.process_time()
	for isi in potongan:
		for doctype, (kolom, rows) in isi.items():
			execute_banyak(doctype, kolom, rows)
		frappe.db.commit()
	return {
		"detik": time.perf_counter() - mulai,
		"cpu": time.process_time() - cpu,
		"pegawai": len(nama),
	}


def insert_one_by_one(sampel: int) -> dict:
	"""``sampel`` of them again, each inserted as a document, all in one transaction."""
	_open()
	rows = frappe.get_all(
		EVALUASI, {"periode": PERIODE}, ["skp", "jenis", "masa_ke"], order_by="name", limit=sampel
	)
	remove()
	mulai, cpu = time.perf_counter(), time.process_time()
	for row in rows:
		frappe.get_doc(doctype=EVALUASI, **row).insert()
	frappe.db.commit()
	hasil = {"detik": time.perf_counter() - mulai, "cpu": time.process_time() - cpu}
	remove()
	return {**hasil, "pegawai": len(rows)}


def remove() -> dict:
	nama = frappe.get_all(EVALUASI, {"periode": PERIODE}, pluck="name")
	for awal in range(0, len(nama), POTONGAN):
		bagian = nama[awal : awal + POTONGAN]
		for doctype in ANAK:
			frappe.db.delete(doctype, {"parent": ("in", bagian)})
		frappe.db.delete(EVALUASI, {"name": ("in", bagian)})
	frappe.db.commit()
	return {}


def _open() -> None:
	"""It is January of the next year, and the year is open."""
	frappe.flags.current_date = date(TAHUN, 1, 5)
	frappe.db.set_value("Periode Kinerja", PERIODE, "status", "Dibuka")
	frappe.clear_document_cache("Periode Kinerja", PERIODE)
	frappe.db.commit()


def _make_penyiapan():
	doc = frappe.get_doc(doctype="Penyiapan Evaluasi", periode=PERIODE, jenis="Tahunan").insert()
	frappe.db.commit()
	return doc
