"""Open documents that wait for somebody who cannot act: he has left, has no account in use, or is the employee himself.

Who is to act follows from the workflow's state; a set SKP waits for its Penilai all year. Rows are limited to what the
session user may read. A query for each DocType and part, however many documents there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import frappe
from frappe.query_builder.functions import Coalesce

from kinerja_asn.constants.akses import BERTAHAP, KOLOM_PENETAP, RENCANA
from kinerja_asn.constants.istilah import HalanganBertindak, StatusPenugasan, Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.permissions.lingkup import get_kriteria_bertugas, is_bertugas
from kinerja_asn.services.bersama.langkah import get_status_pelaku

PENUGASAN = "Penugasan Kinerja"
ATASAN = "Atasan Pejabat Penilai Kinerja"
# In what part somebody is waited for -> the columns that name him.
PELAKU = {PEGAWAI: "pegawai", PENILAI: "penilai", ATASAN: "atasan_penilai"}
_KOLOM = ("name", "pegawai", "nama_pegawai", "nip_pegawai", "unit_kerja", "instansi", "periode")


@dataclass(frozen=True)
class Tertahan:
	"""One document. ``pelaku`` (Employee; None: nobody) is waited for as ``sebagai``; ``status`` is HR's word for its state."""

	doctype: str
	name: str
	pegawai: str
	nama_pegawai: str
	nip_pegawai: str | None
	unit_kerja: str | None
	instansi: str
	periode: str
	status: str
	sebagai: str
	pelaku: str | None
	nama_pelaku: str | None
	sebab: HalanganBertindak

	@property
	def kunci(self) -> tuple[str, str]:
		return self.doctype, self.name

	@property
	def dapat_dialihkan(self) -> bool:
		"""Nobody else writes an employee's own plan or report."""
		return self.sebagai != PEGAWAI


def find_tertahan(**saring) -> list[Tertahan]:
	"""Of open periods, by employee. ``saring``: columns and the values that they may have."""
	semua = [
		baris
		for doctype in (*BERTAHAP, PENUGASAN)
		for sebagai in PELAKU
		for baris in _find(doctype, sebagai, saring)
	]
	return sorted(semua, key=lambda baris: (baris.nama_pegawai or "", baris.pegawai, baris.kunci))


def _find(doctype: str, sebagai: str, saring: dict) -> Iterator[Tertahan]:
	query = _query(doctype, sebagai)
	if query is None:
		return
	table = frappe.qb.DocType(doctype)
	for kolom, nilai in saring.items():
		query = query.where(table[kolom].isin(list(nilai)))
	for row in query.run(as_dict=True):
		keadaan = {
			kolom: row.pop(kolom) for kolom in ("ada", "status_pelaku", "relieving_date", "akun", "enabled")
		}
		sebab = _get_sebab(row, frappe._dict(keadaan), sebagai)
		yield Tertahan(doctype=doctype, sebagai=sebagai, sebab=sebab, **row)


def _query(doctype: str, sebagai: str):
	table, periode = frappe.qb.DocType(doctype), frappe.qb.DocType("Periode Kinerja")
	giliran = _get_giliran(doctype, table, sebagai)
	if giliran is None:
		return None
	orang, user = frappe.qb.DocType("Employee").as_("pelaku"), frappe.qb.DocType("User").as_("akun")
	kolom = table[PELAKU[sebagai]]
	macet = orang.name.isnull() | get_kriteria_bertugas(orang).negate() | (Coalesce(user.enabled, 0) == 0)
	if sebagai != PEGAWAI:
		macet |= kolom == table.pegawai
	return (
		frappe.qb.from_(table)
		.join(periode)
		.on((periode.name == table.periode) & (periode.status == "Dibuka"))
		.left_join(orang)
		.on(orang.name == kolom)
		.left_join(user)
		.on(user.name == orang.user_id)
		.select(*(table[nama] for nama in _KOLOM), _get_kolom_status(doctype, table).as_("status"))
		.select(orang.name.as_("ada"), orang.status.as_("status_pelaku"), orang.relieving_date)
		.select(orang.user_id.as_("akun"), user.enabled)
		.select(kolom.as_("pelaku"), orang.employee_name.as_("nama_pelaku"))
		.where(giliran & macet & get_kondisi(doctype))
	)


def _get_kolom_status(doctype: str, table):
	return table.workflow_state if doctype in BERTAHAP else table.status


def _get_giliran(doctype: str, table, sebagai: str):
	"""Criterion of the documents on which it is the turn of ``sebagai``; None where it never is."""
	if doctype == PENUGASAN:
		return table.status == str(StatusPenugasan.MENUNGGU) if sebagai == PENILAI else None
	if sebagai == PEGAWAI:
		return table.workflow_state.isin(get_status_pelaku(doctype, PEGAWAI) or [""])
	giliran = table.workflow_state.isin(get_status_pelaku(doctype, PENILAI) or [""])
	if doctype == "SKP":
		giliran |= table.tahap == str(Tahap.DITETAPKAN)
	if doctype not in KOLOM_PENETAP:
		return giliran if sebagai == PENILAI else None
	beralih = _is_beralih(doctype, table)
	return giliran & beralih if sebagai == ATASAN else giliran & beralih.negate()


def _is_beralih(doctype: str, table):
	"""permissions/pelaku.is_beralih in SQL; also when the atasan has lost his account since. A plan passes while it is
	submitted, an evaluation as it stands."""
	beralih = table.dialihkan_pada.notnull() & (
		Coalesce(table.penetap_user, "") == Coalesce(table.atasan_penilai_user, "")
	)
	return beralih & (table.tahap == str(Tahap.DIAJUKAN)) if doctype in RENCANA else beralih


def _get_sebab(row, keadaan, sebagai: str) -> HalanganBertindak:
	if not keadaan.ada:
		return HalanganBertindak.BELUM_ADA
	if sebagai != PEGAWAI and row.pelaku == row.pegawai:
		return HalanganBertindak.DIRI_SENDIRI
	if not is_bertugas({**keadaan, "status": keadaan.status_pelaku}):
		return HalanganBertindak.TIDAK_AKTIF
	return HalanganBertindak.AKUN_MATI if keadaan.akun else HalanganBertindak.TANPA_AKUN
