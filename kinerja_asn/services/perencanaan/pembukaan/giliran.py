"""One opening of a period at a time, and one that has died is seen and can be gone on with."""

from datetime import timedelta

import frappe
from frappe import _
from frappe.utils import get_datetime
from frappe.utils.background_jobs import is_job_enqueued

from kinerja_asn.constants.istilah import StatusPembukaan
from kinerja_asn.services.bersama.periode import check_periode_dibuka, get_nama_periode
from kinerja_asn.services.bersama.waktu import format_saat, get_now
from kinerja_asn.services.perencanaan.pembukaan.hitungan import count_sumber

DOCTYPE = "Pembukaan Periode"
# A run writes its counts, and so ``modified``, after every chunk, a few seconds apart.
BATAS_DIAM = timedelta(minutes=5)
TUGAS = "kinerja_asn.services.perencanaan.pembukaan.latar.run"
WAKTU_MAKS = 3 * 60 * 60  # seconds


def enqueue(pembukaan) -> None:
	"""Begin, or go on, in the background. The caller has checked that the session user may."""
	tugas = f"pembukaan-{pembukaan.name}"
	if is_job_enqueued(tugas):
		frappe.throw(_("Pembukaan ini sudah dalam antrean. Tunggu sampai selesai."))
	take_giliran(pembukaan)
	frappe.enqueue(
		TUGAS, queue="long", timeout=WAKTU_MAKS, job_id=tugas, enqueue_after_commit=True, name=pembukaan.name
	)


def take_giliran(pembukaan) -> None:
	"""Mark ``pembukaan`` as running; refuses while another one, or this one, is at work on the same period.

	The period's row stays locked until the caller commits: of two at once, the second finds the first's mark. Should
	two run all the same, the unique index of SKP leaves each employee with one.
	"""
	frappe.db.get_value("Periode Kinerja", pembukaan.periode, "name", for_update=True)
	check_periode_dibuka(pembukaan.periode)
	daftar = _read_pembukaan(pembukaan.periode)
	for lain in daftar.values():
		check_tidak_berjalan(lain)
	lanjut = daftar[pembukaan.name].status in (StatusPembukaan.BERJALAN, StatusPembukaan.TERHENTI)
	baru = {"mulai_pada": get_now(), "selesai_pada": None, **count_sumber({})}
	nilai = {"status": str(StatusPembukaan.BERJALAN), **({} if lanjut else baru)}
	frappe.db.set_value(DOCTYPE, pembukaan.name, nilai)


def _read_pembukaan(periode: str) -> dict[str, frappe._dict]:
	"""Read as they are now: MariaDB would show a plain read what was there when the transaction began."""
	table = frappe.qb.DocType(DOCTYPE)
	rows = (
		frappe.qb.from_(table)
		.select(table.name, table.periode, table.status, table.modified, table.mulai_pada)
		.where(table.periode == periode)
		.for_update()
		.run(as_dict=True)
	)
	return {row.name: row for row in rows}


def check_tidak_berjalan(pembukaan) -> None:
	if pembukaan.status == StatusPembukaan.BERJALAN and not is_diam(pembukaan):
		frappe.throw(
			_("Periode {0} sedang dibuka sejak {1}. Tunggu sampai pembukaan itu selesai.").format(
				get_nama_periode(pembukaan.periode), format_saat(pembukaan.mulai_pada)
			)
		)


def is_diam(pembukaan) -> bool:
	"""Running by its status, yet silent for so long that the worker must have died."""
	berjalan = pembukaan.status == StatusPembukaan.BERJALAN
	return berjalan and get_datetime(pembukaan.modified) < get_datetime(get_now()) - BATAS_DIAM


def stop(name: str) -> None:
	"""The run has failed; what it committed stays, and it can be gone on with."""
	frappe.db.set_value(DOCTYPE, name, "status", str(StatusPembukaan.TERHENTI))
