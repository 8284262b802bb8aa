"""How a hasil kerja serves the leader's: method, and share of it in direct cascading (p. 39-43)."""

from collections.abc import Collection, Mapping
from decimal import Decimal

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Penyelarasan, Tahap
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.penyelarasan import Simpul, check_jumlah_porsi, check_porsi
from kinerja_asn.services.bersama.isian import check_angka
from kinerja_asn.services.perencanaan.penyelarasan.baris_lama import is_berubah

# What a share is taken of -> the table in which that stands, and of which DocType.
PEMILIK = {
	"rhk_pimpinan": ("SKP Hasil Kerja", "SKP"),
	"pk_indikator": ("Perjanjian Kinerja Indikator", "Perjanjian Kinerja"),
}


def check_cara(doc) -> None:
	for row in doc.hasil_kerja:
		check_angka(row, "porsi")
	if masalah := check_porsi([build_simpul(row) for row in doc.hasil_kerja]):
		frappe.throw(masalah, title=_("Porsi belum benar"), as_list=True)


def build_simpul(row) -> Simpul:
	"""The rules' view of an SKP Hasil Kerja row."""
	return Simpul(
		kunci=row.kunci,
		pimpinan=row.rhk_pimpinan or None,
		penyelarasan=Penyelarasan(row.penyelarasan) if row.penyelarasan else None,
		porsi=to_decimal(row.porsi) if row.porsi else None,
	)


def check_porsi_bersama(doc, lama: Mapping) -> None:
	"""All who take a share of one row of the leader take at most the whole, also when two save at the same time."""
	berubah = [
		row for row in doc.hasil_kerja if is_berubah(row, lama, "rhk_pimpinan", "pk_indikator", "porsi")
	]
	for kolom in ("rhk_pimpinan", "pk_indikator"):
		for kunci in sorted({row.get(kolom) for row in berubah if row.porsi and row.get(kolom)}):
			sendiri = [
				to_decimal(row.porsi) for row in doc.hasil_kerja if row.get(kolom) == kunci and row.porsi
			]
			lain = get_porsi_terambil(kolom, kunci, selain=doc.get("skp") or doc.name)
			if masalah := check_jumlah_porsi([*sendiri, *lain]):
				frappe.throw(masalah)


def get_porsi_terambil(kolom: str, kunci: str, selain: str | None = None) -> list[Decimal]:
	"""Shares that other SKP take of the leader's row ``kunci``, which stays locked until the transaction ends.

	The shares are read by a locking read too: a plain one would see MariaDB's snapshot from before the lock.
	"""
	_lock(*PEMILIK[kolom], kunci)
	anak = frappe.qb.DocType("SKP Hasil Kerja")
	rows = (
		frappe.qb.from_(anak)
		.select(anak.parent, anak.porsi)
		.where((anak[kolom] == kunci) & (anak.parenttype == "SKP") & (anak.porsi > 0))
		.where(anak.parent != (selain or ""))
		.for_update()
		.run(as_dict=True)
	)
	tutup = _get_ditutup({row.parent for row in rows})
	return [to_decimal(row.porsi) for row in rows if row.parent not in tutup]


def _lock(tabel: str, induk: str, kunci: str) -> None:
	"""By writing nothing new: SQLite locks for writers only. By name: a search by kunci could lock rows on its way.

	A change of the leader's SKP has a row of the same key, which everybody must not take for the one to lock.
	"""
	table = frappe.qb.DocType(tabel)
	name = frappe.db.get_value(tabel, {"kunci": kunci, "parenttype": induk})
	frappe.qb.update(table).set(table.idx, table.idx).where(table.name == name).run()


def _get_ditutup(names: Collection[str]) -> set[str]:
	saring = {"name": ("in", list(names) or [""]), "tahap": str(Tahap.DITUTUP)}
	return set(frappe.get_all("SKP", saring, pluck="name"))
