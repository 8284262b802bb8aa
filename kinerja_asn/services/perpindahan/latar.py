"""A move that concerns more people than one request should wait for: done in the background, chunk by chunk.

A chunk is committed with its trace, or not at all. Whoever has been moved is no longer concerned, so a run that died
is simply gone on with.
"""

from itertools import islice

import frappe
from frappe.utils.background_jobs import is_job_enqueued

from kinerja_asn.services.bersama.pemberitahuan import get_bahasa_situs, in_bahasa
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.perpindahan.cakupan import get_terdampak
from kinerja_asn.services.perpindahan.kabar import tell
from kinerja_asn.services.perpindahan.pelaksanaan import SEKALIGUS, execute_bagian

DOCTYPE = "Perpindahan Kinerja"
TUGAS = "kinerja_asn.services.perpindahan.latar.run"
WAKTU_MAKS = 60 * 60  # seconds


def enqueue(name: str) -> None:
	"""Begin, or go on, unless it is under way."""
	tugas = f"perpindahan-{name}"
	if not is_job_enqueued(tugas):
		frappe.enqueue(
			TUGAS, queue="long", timeout=WAKTU_MAKS, job_id=tugas, enqueue_after_commit=True, name=name
		)


def resume_stopped() -> int:
	"""Run daily (jobs/harian.py): moves whose worker died; how many there were."""
	daftar = frappe.get_all(DOCTYPE, {"dijalankan_pada": ("is", "not set")}, pluck="name")
	for nama in daftar:
		enqueue(nama)
	return len(daftar)


def run(name: str) -> None:
	"""Carry the move ``name`` out to its end, its traces in the site's language. Each employee is tried once in a run."""
	sudah: set[str] = set()
	with in_bahasa(get_bahasa_situs()):
		while _run_bagian(name, sudah):
			frappe.db.commit()


def _run_bagian(name: str, sudah: set[str]) -> bool:
	"""One chunk; False when the move had been carried out already."""
	doc = frappe.get_doc(DOCTYPE, name, for_update=True)
	if doc.dijalankan_pada:
		return False
	if not sudah:
		doc.jumlah_gagal = 0  # those of a run that died are tried once more
	belum = {pegawai: nama for pegawai, nama in get_terdampak(doc).items() if pegawai not in sudah}
	bagian = dict(islice(belum.items(), SEKALIGUS))
	tercatat = len(doc.dokumen)
	execute_bagian(doc, bagian)
	sudah.update(bagian)
	if len(bagian) == len(belum):
		doc.dijalankan_pada = get_now()
	_store(doc, doc.dokumen[tercatat:])
	if doc.dijalankan_pada:
		tell(doc)
	return True


def _store(doc, jejak: list) -> None:
	"""Counts, and what the chunk adds to the trace. Saving all of it again took each chunk longer than the one before."""
	doc.set_parent_in_children()
	for row in jejak:
		row.db_insert()
	doc.modified, doc.modified_by = get_now(), frappe.session.user
	doc.db_update()
	doc.clear_cache()
