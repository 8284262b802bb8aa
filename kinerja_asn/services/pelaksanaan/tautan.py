"""Which links given as evidence are looked at, in the background: new ones soon after they are stored, those of running reports once a week.

What was found is kept beside the link. It is no part of what anybody filled in: the report's own version stays.
"""

from collections.abc import Iterable

import frappe
from frappe.query_builder.functions import Min
from frappe.utils import add_to_date, create_batch

from kinerja_asn.constants.istilah import KeadaanTautan
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.jaringan import SEKALIGUS, ask_semua
from kinerja_asn.services.situs.pengaturan import get_pengaturan

DOCTYPE, TABEL = "Realisasi Kinerja", "Bukti Dukung"
TUGAS = "kinerja_asn.services.pelaksanaan.tautan.check_baru"
BERLAKU_HARI = 7
SEHARI = 2_000  # links of one daily run: at worst an hour and a half of waiting


def keep_keadaan(doc) -> None:
	"""What a client says about a link does not count, and what was found about another one no longer holds."""
	lama = doc.get_doc_before_save()
	tersimpan = {row.name: row for row in lama.bukti} if lama else {}
	for row in doc.bukti:
		semula = tersimpan.get(row.name)
		sama = semula and semula.tautan == row.tautan
		row.keadaan_tautan = semula.keadaan_tautan if sama else None
		row.tautan_diperiksa_pada = semula.tautan_diperiksa_pada if sama else None


def enqueue_baru(doc) -> None:
	"""Links that nobody has looked at, once what was typed is stored."""
	if any(row.tautan and not row.tautan_diperiksa_pada for row in doc.bukti) and is_diminta():
		frappe.enqueue(TUGAS, queue="long", job_id=TUGAS, deduplicate=True, enqueue_after_commit=True)


def is_diminta() -> bool:
	return bool(get_pengaturan("periksa_tautan_bukti"))


def check_baru() -> None:
	"""One job for whatever waits: on the last evening of a deadline one for each report would fill the queue, and v16
	then refuses whoever saves. It goes on with what is stored meanwhile; what comes as it ends is the daily run's."""
	query = _query_tautan().where(frappe.qb.DocType(TABEL).tautan_diperiksa_pada.isnull()).limit(SEKALIGUS)
	for _kali in range(SEHARI // SEKALIGUS):
		if not (baru := query.run(pluck=True)):
			return
		_check(baru)


def check_lama() -> None:
	"""Run daily (jobs/harian.py): of the open years, what has not been looked at for a week, the longest first."""
	if not is_diminta():
		return
	table, induk, periode = map(frappe.qb.DocType, (TABEL, DOCTYPE, "Periode Kinerja"))
	terbuka = frappe.qb.from_(periode).select(periode.name).where(periode.status == "Dibuka")
	lama = table.tautan_diperiksa_pada.isnull() | (
		table.tautan_diperiksa_pada < add_to_date(get_now(), days=-BERLAKU_HARI)
	)
	query = _query_tautan().join(induk).on(is_anak(table, induk)).where(lama & induk.periode.isin(terbuka))
	_check(query.orderby(Min(table.tautan_diperiksa_pada)).limit(SEHARI).run(pluck=True))


def _query_tautan():
	table = frappe.qb.DocType(TABEL)
	query = frappe.qb.from_(table).select(table.tautan).groupby(table.tautan)
	return query.where((table.parenttype == DOCTYPE) & (table.tautan != ""))


def _check(tautan: Iterable[str]) -> None:
	"""Stored as they are answered: a run that dies has lost the last few only."""
	for bagian in create_batch(list(tautan), SEKALIGUS):
		for alamat, keadaan in ask_semua(bagian):
			_store(alamat, keadaan)
		frappe.db.commit()


def _store(tautan: str, keadaan: KeadaanTautan) -> None:
	table = frappe.qb.DocType(TABEL)
	query = frappe.qb.update(table).where((table.parenttype == DOCTYPE) & (table.tautan == tautan))
	query.set(table.keadaan_tautan, str(keadaan)).set(table.tautan_diperiksa_pada, get_now()).run()
