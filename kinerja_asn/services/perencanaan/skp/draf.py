"""Drafts in which nobody has written yet follow their people's data: account, Penilai, post, unit, grade.

Whoever writes in a draft takes its parties afresh by saving it; one that was made for somebody who had no account or no
Penilai yet would stay shut to both of them for good. ``modified`` stays: there is nobody who has it open to write.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import frappe
from frappe.query_builder.functions import Coalesce
from pypika.terms import Criterion

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.orang.pihak import (
	DATA_PEGAWAI,
	KOLOM_JABATAN,
	KOLOM_PIHAK,
	get_banyak_data,
	snapshot_banyak_pihak,
)
from kinerja_asn.services.perencanaan.skp.skp_baru import build_pihak, choose_bentuk

KOLOM = (*KOLOM_PIHAK, *KOLOM_JABATAN, "penetap_user", "formulir")
# What is agreed on and talked about beside an SKP: who leads now has his part in it too.
MENYERTAI_SKP = (
	"Catatan SKP",
	"Rencana Aksi",
	"Catatan Harian",
	"Permintaan Umpan Balik",
	"Umpan Balik Tanpa Nama",
	"Tindakan Perbaikan",
	"Penilaian Diri",
)


def follow_pegawai(doc, method=None) -> None:
	"""on_update of Employee."""
	lama = doc.get_doc_before_save()
	if lama and any((doc.get(kolom) or None) != (lama.get(kolom) or None) for kolom in DATA_PEGAWAI):
		follow_draf([doc.name])


def follow_draf(pegawai: Collection[str]) -> int:
	"""Mend the drafts that name one of these Employees, in any part; how many that were."""
	if not pegawai:
		return 0
	skp = frappe.qb.DocType("SKP")
	return _mend(
		Criterion.any(skp[kolom].isin(list(pegawai)) for kolom in ("pegawai", "penilai", "atasan_penilai"))
	)


def follow_semua_draf() -> int:
	"""What changed past Employee's own events. Run daily."""
	return _mend(frappe.qb.DocType("SKP").name.notnull())


def share_pihak(skp) -> None:
	"""on_update of SKP: whoever saves a draft takes its parties afresh, and what goes along with it names them too."""
	lama = skp.get_doc_before_save()
	if lama and any((skp.get(kolom) or None) != (lama.get(kolom) or None) for kolom in KOLOM_PIHAK):
		for doctype in MENYERTAI_SKP:
			_update(doctype, "skp", [skp.name], {kolom: skp.get(kolom) for kolom in KOLOM_PIHAK})


def _mend(syarat) -> int:
	per_isi: dict[tuple, list[str]] = defaultdict(list)
	for name, beda in _compare(_get_belum_ditulisi(syarat)):
		per_isi[tuple(beda.items())].append(name)
	for isi, nama in per_isi.items():
		_write(nama, dict(isi))
	return sum(map(len, per_isi.values()))


def _get_belum_ditulisi(syarat) -> list[frappe._dict]:
	"""Made by somebody else and saved by nobody since, of open periods."""
	skp, periode = frappe.qb.DocType("SKP"), frappe.qb.DocType("Periode Kinerja")
	return (
		frappe.qb.from_(skp)
		.join(periode)
		.on((periode.name == skp.periode) & (periode.status == "Dibuka"))
		.select(skp.name, skp.periode, skp.pendekatan, skp.dialihkan_pada, *(skp[kolom] for kolom in KOLOM))
		.where((skp.tahap == str(Tahap.DRAF)) & (skp.modified_by == skp.owner))
		.where((skp.owner != Coalesce(skp.pegawai_user, "")) & syarat)
		.run(as_dict=True)
	)


def _compare(rows: list[frappe._dict]) -> Iterable[tuple[str, dict]]:
	"""Name of each draft that differs from the data, and what it should say. In six queries."""
	data = get_banyak_data(row.pegawai for row in rows)
	pihak = snapshot_banyak_pihak(list(data), data)
	for row in rows:
		orang = data.get(row.pegawai)
		# In another agency he has another period, and HR records the move.
		if orang and orang.company == row.instansi:
			baru = _build(row, orang, pihak[row.pegawai])
			beda = {kolom: nilai for kolom, nilai in baru.items() if (nilai or None) != (row[kolom] or None)}
			if beda:
				yield row.name, beda


def _build(row: frappe._dict, orang: frappe._dict, pihak: Mapping) -> dict:
	jabatan = {kolom: orang[kolom] for kolom in KOLOM_JABATAN}
	formulir = choose_bentuk(get_periode(row.periode), jabatan, row.pendekatan)["formulir"]
	return {**build_pihak(pihak, jabatan, bool(row.dialihkan_pada)), "formulir": formulir}


def _write(nama: list[str], isi: dict) -> None:
	_update("SKP", "name", nama, isi)
	if pihak := {kolom: nilai for kolom, nilai in isi.items() if kolom in KOLOM_PIHAK}:
		for doctype in MENYERTAI_SKP:
			_update(doctype, "skp", nama, pihak)
	for name in nama:
		frappe.clear_document_cache("SKP", name)


def _update(doctype: str, kunci: str, nama: list[str], isi: dict) -> None:
	table = frappe.qb.DocType(doctype)
	query = frappe.qb.update(table).where(table[kunci].isin(nama))
	for kolom, nilai in isi.items():
		query = query.set(table[kolom], nilai)
	query.run()
