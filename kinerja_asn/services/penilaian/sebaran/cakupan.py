"""Of whom there are figures: everybody who is evaluated for one period of a year, as far as the reader may see them.

Page, reports and the check when an evaluation is set all read ``list_orang``: two queries, however many people.
"""

from dataclasses import dataclass

import frappe
from frappe.query_builder import Order
from pypika import Table
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi

DOCTYPE = "Evaluasi Kinerja"
KOLOM_ORANG = (
	"pegawai",
	"nama_pegawai",
	"nip_pegawai",
	"jabatan_pegawai",
	"unit_kerja",
	"instansi",
	"pegawai_user",
	"penilai",
	"nama_penilai",
	"unit_penilai",
	"penilai_user",
	"atasan_penilai_user",
)
KOLOM_EVALUASI = (
	"name",
	"skp",
	"tahap",
	"workflow_state",
	"modified",
	"usulan_rating_hasil",
	"rating_hasil_kerja",
	"rating_perilaku",
	"predikat_kinerja",
	"predikat_organisasi",
	"creation",
	"ditetapkan_pada",
	"diserahkan_pada",
	"diterima_pada",
)


@dataclass(frozen=True)
class Cakupan:
	"""``unit``: of these, the units in which people work; None: all. ``penilai``: of those whom he evaluates in ``unit_penilai``."""

	periode: str
	jenis: JenisEvaluasi
	masa: Masa
	masa_ke: int
	unit: tuple[str, ...] | None = None
	penilai: tuple[str | None, str | None] | None = None

	def filter(self, query: QueryBuilder, table: Table) -> QueryBuilder:
		query = query.where(table.periode == self.periode)
		if self.unit is not None:
			query = query.where(table.unit_kerja.isin(self.unit))
		if self.penilai:
			unit, penilai = self.penilai
			query = query.where((table.unit_penilai == unit) & (table.penilai == penilai))
		return query


def build_cakupan(
	periode: str, jenis: JenisEvaluasi, masa_ke: int, unit: tuple[str, ...] | None = None
) -> Cakupan:
	"""Units are evaluated as their agency chose; of a person by quarters his period counts for the one in which it ends."""
	daftar = get_masa_evaluasi(periode, jenis)
	if jenis == JenisEvaluasi.TAHUNAN:
		return Cakupan(periode, jenis, daftar[0], 0, unit)
	return Cakupan(periode, jenis, find_masa(daftar, masa_ke), masa_ke, unit)


def list_orang(cakupan: Cakupan, user: str | None) -> list[frappe._dict]:
	"""A row for each person, by unit of his Penilai and name; without ``name`` where nobody has begun his evaluation.

	``user``: whose rights count; nobody sees himself beside the others. None: the application's own check.
	"""
	rows = [*_query_evaluasi(cakupan, user).run(as_dict=True), *_query_belum(cakupan, user).run(as_dict=True)]
	return sorted(
		rows, key=lambda row: (row.unit_penilai or "", row.nama_penilai or "", row.nama_pegawai or "")
	)


def _query_evaluasi(cakupan: Cakupan, user: str | None) -> QueryBuilder:
	table = frappe.qb.DocType(DOCTYPE)
	query = cakupan.filter(_in_masa(frappe.qb.from_(table), table, cakupan), table)
	return _as_seen(query, table, DOCTYPE, user).select(
		*(table[kolom] for kolom in (*KOLOM_ORANG, *KOLOM_EVALUASI))
	)


def _in_masa(query: QueryBuilder, table: Table, cakupan: Cakupan) -> QueryBuilder:
	query = query.where((table.periode == cakupan.periode) & (table.jenis == str(cakupan.jenis)))
	if cakupan.jenis == JenisEvaluasi.PERIODIK:
		query = query.where((table.akhir >= cakupan.masa.awal) & (table.akhir <= cakupan.masa.akhir))
	return query


def _query_belum(cakupan: Cakupan, user: str | None) -> QueryBuilder:
	"""Plans that are to be evaluated and are not yet: in force at the end of the period, or to the end of a contract."""
	skp, evaluasi = frappe.qb.DocType("SKP"), frappe.qb.DocType(DOCTYPE)
	ada = _in_masa(frappe.qb.from_(evaluasi).select(evaluasi.skp), evaluasi, cakupan)
	berlaku = skp.akhir >= cakupan.masa.akhir
	if cakupan.jenis == JenisEvaluasi.TAHUNAN:
		berlaku |= skp.tahap == str(Tahap.DITETAPKAN)
	query = cakupan.filter(frappe.qb.from_(skp), skp).where(skp.tahap.isin([*map(str, DISEPAKATI)]))
	query = query.where((skp.awal <= cakupan.masa.akhir) & berlaku & skp.name.notin(ada))
	return _as_seen(query, skp, "SKP", user).select(
		skp.name.as_("skp"), *(skp[kolom] for kolom in KOLOM_ORANG)
	)


def _as_seen(query: QueryBuilder, table: Table, doctype: str, user: str | None) -> QueryBuilder:
	if user is None:
		return query
	return query.where(get_kondisi(doctype, user)).where(
		table.pegawai_user.isnull() | (table.pegawai_user != user)
	)


def get_daftar_periode(user: str) -> list[str]:
	"""Periods in which there is a plan of others that ``user`` may read, newest first."""
	skp = frappe.qb.DocType("SKP")
	query = frappe.qb.from_(skp).where(skp.tahap.isin([*map(str, DISEPAKATI)])).groupby(skp.periode)
	query = _as_seen(query, skp, "SKP", user).select(skp.periode)
	return query.orderby(skp.periode, order=Order.desc).run(pluck=True)
