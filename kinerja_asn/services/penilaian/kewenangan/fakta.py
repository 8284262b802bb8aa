"""What is on record of the people of many plans, read at once: whose case is the ordinary one, and what decides it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import frappe

from kinerja_asn.constants.istilah import HalanganBertindak, JenisPerpindahan, PenugasanSebagai
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.penilaian.kewenangan.jabatan import read_jabatan
from kinerja_asn.services.penilaian.kewenangan.perpindahan import find_perpindahan


@dataclass(frozen=True)
class Fakta:
	"""``jabatan``: Employee -> his post and status. ``halangan``: who cannot act. ``pindah``: SKP that a move began or closed.
	``plt``: who is Plt. somewhere. ``penugasan``: employee -> assignments of a Penilai in force."""

	jabatan: Mapping[str, frappe._dict]
	halangan: Mapping[str, HalanganBertindak]
	pindah: Collection[str] = ()
	plt: Collection[str] = ()
	penugasan: Mapping[str, list[frappe._dict]] = field(default_factory=dict)

	def is_khusus(self, skp: Mapping) -> bool:
		"""Does another than the plan's Penilai evaluate, or may he?"""
		tidak_aktif = self.halangan.get(skp["penilai"]) == HalanganBertindak.TIDAK_AKTIF
		return tidak_aktif or skp["name"] in self.pindah or skp["pegawai"] in self.plt

	@property
	def status(self) -> dict[str, str | None]:
		return {nama: row.status_kinerja for nama, row in self.jabatan.items()}

	def get_jenis_penugasan(self, skp: Mapping) -> str | None:
		"""Of the assignment in force today, if it is to the plan's Penilai."""
		rows = self.penugasan.get(skp["pegawai"], ())
		return next((row.jenis for row in rows if row.penilai == skp["penilai"]), None)


def read_fakta(daftar: Collection[Mapping]) -> Fakta:
	"""Of plans (rows with name, pegawai, penilai, atasan_penilai); a fixed number of queries."""
	pegawai = [row["pegawai"] for row in daftar]
	pejabat = {row[kolom] for row in daftar for kolom in ("penilai", "atasan_penilai")}
	penugasan = defaultdict(list)
	for row in query_penugasan(pegawai).run(as_dict=True):
		penugasan[row.pegawai].append(row)
	return Fakta(
		jabatan=read_jabatan({*pegawai, *pejabat}),
		halangan=find_halangan(pejabat),
		pindah=find_perpindahan([row["name"] for row in daftar]).keys(),
		plt={row.penilai_baru for row in query_digantikan(pegawai, None).run(as_dict=True)},
		penugasan=penugasan,
	)


def query_penugasan(pegawai: Collection[str]):
	"""pegawai, penilai, jenis of the assignments in force today."""
	table, hari_ini = frappe.qb.DocType("Penugasan Penilai"), get_today()
	return (
		frappe.qb.from_(table)
		.select(table.pegawai, table.penilai, table.jenis)
		.where(table.pegawai.isin([*pegawai, ""]) & (table.dari <= hari_ini))
		.where(table.sampai.isnull() | (table.sampai >= hari_ini))
	)


def query_digantikan(pegawai: Collection[str], hari: date | None):
	"""penilai_baru, penilai_lama where one of ``pegawai`` is Plt. on ``hari`` (whenever, for None); the latest last."""
	table = frappe.qb.DocType("Perpindahan Kinerja")
	query = (
		frappe.qb.from_(table)
		.select(table.penilai_baru, table.penilai_lama)
		.where((table.jenis == str(JenisPerpindahan.PLT_PLH)) & (table.sebagai == str(PenugasanSebagai.PLT)))
		.where(table.penilai_baru.isin([*pegawai, ""]) & (table.penilai_lama != ""))
		.orderby(table.tanggal)
	)
	if hari:
		query = query.where(table.tanggal <= hari).where(table.sampai.isnull() | (table.sampai >= hari))
	return query
