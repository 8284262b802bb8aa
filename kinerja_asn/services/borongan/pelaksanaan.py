"""Goes through many in chunks; what a chunk makes is committed with its counts, or not at all.

The document of the run has ``status``, ``selesai_pada``, ``jumlah_galat`` and the table ``galat`` (Pembukaan Periode Galat).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

import frappe
from frappe import _
from frappe.utils import create_batch, escape_html

from kinerja_asn.constants.istilah import StatusPembukaan
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.borongan.giliran import stop

GALAT = "Pembukaan Periode Galat"
GALAT_MAKS = 500  # rows that are kept; all are counted


@dataclass
class Temuan:
	"""What has to be mended: ``baru`` of the last chunk, (pegawai, what to mend), and how many there were before."""

	jumlah: int = 0
	baru: list[tuple[str, str]] = field(default_factory=list)


def run(doctype: str, name: str, jalankan: Callable) -> None:
	"""Carry out the document ``name``, which has its turn. Raises what stopped it, after saying so."""
	try:
		doc = frappe.get_doc(doctype, name)
		if doc.status == StatusPembukaan.BERJALAN:
			jalankan(doc)
			finish(doc)
	except Exception:
		frappe.db.rollback()
		stop(doctype, name)
		frappe.db.commit()
		raise


def go_through(doc, calon: Sequence, banyak: int, potong: Callable[[Sequence], None], judul: str) -> None:
	"""``potong`` makes and records what there is to make of ``banyak`` of ``calon`` at a time."""
	for ke, potongan in enumerate(create_batch(calon, banyak), 1):
		potong(potongan)
		frappe.db.commit()
		_report(doc, min(ke * banyak, len(calon)), len(calon), judul)


def write(titik: str, daftar: list, insert: Callable[[list], None], refuse: Callable) -> None:
	"""``insert`` all of ``daftar`` in a few statements; when the database refuses, halve it until the one is found, which
	``refuse`` is told of with what was raised."""
	if not daftar:
		return
	frappe.db.savepoint(titik)
	try:
		insert(daftar)
	except (frappe.QueryDeadlockError, frappe.QueryTimeoutError):
		raise  # the transaction is gone: the run stops and is gone on with
	except Exception as salah:  # whatever a database driver raises
		frappe.db.rollback(save_point=titik)
		_write_halves(titik, daftar, insert, refuse, salah)
	else:
		frappe.db.release_savepoint(titik)


def _write_halves(titik: str, daftar: list, insert: Callable, refuse: Callable, salah: Exception) -> None:
	if len(daftar) == 1:
		refuse(daftar[0], salah)
		return
	tengah = len(daftar) // 2
	write(titik, daftar[:tengah], insert, refuse)
	write(titik, daftar[tengah:], insert, refuse)


# --- what is to be mended


def clear_galat(doc) -> None:
	frappe.db.delete(GALAT, get_saring_anak(doc.doctype, doc.name))


def record_galat(doc, temuan: Temuan) -> None:
	"""Rows of those that the last chunk has found."""
	sisa = temuan.baru[: max(GALAT_MAKS - temuan.jumlah, 0)]
	nama = _get_nama(pegawai for pegawai, _pesan in sisa) if sisa else {}
	induk = {"parent": doc.name, "parenttype": doc.doctype, "parentfield": "galat"}
	baku = BarisBaku(GALAT)
	insert_banyak(
		GALAT,
		[
			baku.build(
				induk,
				{
					"name": frappe.generate_hash(length=10),
					"idx": idx,
					"pegawai": pegawai,
					"nama_pegawai": escape_html(nama.get(pegawai) or ""),
					"pesan": pesan,
				},
			)
			for idx, (pegawai, pesan) in enumerate(sisa, temuan.jumlah + 1)
		],
	)
	temuan.jumlah += len(temuan.baru)
	temuan.baru = []


def name_galat(galat: Collection[tuple[str, str]]) -> list[dict]:
	"""As a preview shows them: by name."""
	nama = _get_nama(pegawai for pegawai, _pesan in galat)
	return [{"nama": nama.get(pegawai) or pegawai, "pesan": pesan} for pegawai, pesan in galat]


def _get_nama(pegawai: Iterable[str]) -> dict[str, str]:
	rows = frappe.get_all("Employee", {"name": ("in", [*pegawai, ""])}, ["name", "employee_name"])
	return {row.name: row.employee_name for row in rows}


# --- progress


def _report(doc, selesai: int, jumlah: int, judul: str) -> None:
	frappe.publish_progress(
		selesai * 100 / jumlah,
		title=judul,
		doctype=doc.doctype,
		docname=doc.name,
		description=_("{0} dari {1} pegawai").format(selesai, jumlah),
	)


def finish(doc) -> None:
	nilai = {"status": str(StatusPembukaan.SELESAI), "selesai_pada": get_now()}
	frappe.db.set_value(doc.doctype, doc.name, nilai)
	frappe.db.commit()
