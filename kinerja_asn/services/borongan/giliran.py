"""One run of a kind at a time in a period, and one that has died is seen and can be gone on with."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import frappe
from frappe import _
from frappe.utils import get_datetime
from frappe.utils.background_jobs import is_job_enqueued

from kinerja_asn.constants.istilah import StatusPembukaan
from kinerja_asn.services.bersama.periode import check_periode_dibuka, get_nama_periode
from kinerja_asn.services.bersama.waktu import format_saat, get_now

# A run writes its counts, and so ``modified``, after every chunk, a few seconds apart.
BATAS_DIAM = timedelta(minutes=5)
WAKTU_MAKS = 3 * 60 * 60  # seconds


def enqueue(doc, tugas: str, take: Callable) -> None:
	"""Begin, or go on, in the background. The caller has checked that the session user may."""
	kunci = f"{frappe.scrub(doc.doctype)}-{doc.name}"
	if is_job_enqueued(kunci):
		frappe.throw(_("{0} ini sudah dalam antrean. Tunggu sampai selesai.").format(_(doc.doctype)))
	take(doc)
	frappe.enqueue(
		tugas, queue="long", timeout=WAKTU_MAKS, job_id=kunci, enqueue_after_commit=True, name=doc.name
	)


def take_giliran(doc, baru: Mapping) -> None:
	"""Mark ``doc`` as running; refuses while another one, or this one, is at work on the same period. ``baru``: its counts as
	they begin, where it is not gone on with.

	The period's row stays locked until the caller commits: of two at once, the second finds the first's mark. Should two run
	all the same, the unique index of what they make leaves each employee with one.
	"""
	frappe.db.get_value("Periode Kinerja", doc.periode, "name", for_update=True)
	check_periode_dibuka(doc.periode)
	daftar = _read_sejenis(doc)
	for lain in daftar.values():
		check_tidak_berjalan(doc.doctype, lain)
	lanjut = daftar[doc.name].status in (StatusPembukaan.BERJALAN, StatusPembukaan.TERHENTI)
	awal = {"mulai_pada": get_now(), "selesai_pada": None, **baru}
	frappe.db.set_value(
		doc.doctype, doc.name, {"status": str(StatusPembukaan.BERJALAN), **({} if lanjut else awal)}
	)


def _read_sejenis(doc) -> dict[str, frappe._dict]:
	"""Read as they are now: MariaDB would show a plain read what was there when the transaction began."""
	table = frappe.qb.DocType(doc.doctype)
	rows = (
		frappe.qb.from_(table)
		.select(table.name, table.periode, table.status, table.modified, table.mulai_pada)
		.where(table.periode == doc.periode)
		.for_update()
		.run(as_dict=True)
	)
	return {row.name: row for row in rows}


def check_tidak_berjalan(doctype: str, doc) -> None:
	if doc.status == StatusPembukaan.BERJALAN and not is_diam(doc):
		frappe.throw(
			_("{0} untuk periode {1} sedang berjalan sejak {2}. Tunggu sampai selesai.").format(
				_(doctype), get_nama_periode(doc.periode), format_saat(doc.mulai_pada)
			)
		)


def is_diam(doc) -> bool:
	"""Running by its status, yet silent for so long that the worker must have died."""
	berjalan = doc.status == StatusPembukaan.BERJALAN
	return berjalan and get_datetime(doc.modified) < get_datetime(get_now()) - BATAS_DIAM


def stop(doctype: str, name: str) -> None:
	"""The run has failed; what it committed stays, and it can be gone on with."""
	frappe.db.set_value(doctype, name, "status", str(StatusPembukaan.TERHENTI))
