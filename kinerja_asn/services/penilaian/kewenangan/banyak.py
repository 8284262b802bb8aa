"""``decide`` of many plans at once, for whoever writes evaluations around their documents: what is ordinary is worked out in
memory from a handful of queries, the few that something special has happened to are decided one by one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import frappe

from kinerja_asn.constants.istilah import (
	DasarPenilai,
	HalanganBertindak,
	JenisEvaluasi,
	JenisInstansi,
	JenisPerpindahan,
	PenugasanSebagai,
)
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.penilai_evaluasi import Jendela, choose_dasar, is_beralih, is_final_menurut_jabatan
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pejabat import find_halangan
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.perpindahan import find_perpindahan
from kinerja_asn.services.penilaian.kewenangan.pihak import KOLOM_SKP, Kewenangan, decide


@dataclass(frozen=True)
class _Bahan:
	"""``istimewa``: plans that a move touched. ``plt``: employees who are Plt. themselves. ``penugasan``: (employee, Penilai) -> its
	kind. ``orang``: Employee -> post and status."""

	istimewa: Collection[str]
	plt: Collection[str]
	penugasan: Mapping[tuple[str, str], str]
	orang: Mapping[str, frappe._dict]
	halangan: Mapping[str, HalanganBertindak]


def decide_banyak(skp: Collection[str], jenis: JenisEvaluasi, masa: Masa) -> dict[str, Kewenangan]:
	"""Plan -> who evaluates ``masa`` on it, none of which was evaluated before."""
	if not skp:
		return {}
	table = frappe.qb.DocType("SKP")
	rows = frappe.qb.from_(table).select(*KOLOM_SKP).where(table.name.isin(list(skp))).run(as_dict=True)
	bahan = _collect(rows)
	jendela = {nama: get_jendela(nama, jenis, masa) for nama in {row.periode for row in rows}}
	return {
		row.name: decide(row.name, jenis, masa)
		if _is_istimewa(row, bahan)
		else _decide(row, bahan, jendela[row.periode])
		for row in rows
	}


def _collect(rows: list) -> _Bahan:
	pegawai = {row.pegawai for row in rows}
	pejabat = {row[kolom] for row in rows for kolom in ("penilai", "atasan_penilai")} - {None, ""}
	return _Bahan(
		istimewa=find_perpindahan([row.name for row in rows]).keys(),
		plt=_find_plt(),
		penugasan=_get_penugasan(pegawai),
		orang=_get_orang(pegawai | pejabat),
		halangan=find_halangan(pejabat),
	)


def _find_plt() -> set[str]:
	table = frappe.qb.DocType("Perpindahan Kinerja")
	plt = (table.jenis == str(JenisPerpindahan.PLT_PLH)) & (table.sebagai == str(PenugasanSebagai.PLT))
	return set(frappe.qb.from_(table).select(table.penilai_baru).where(plt).run(pluck=True))


def _get_penugasan(pegawai: Collection[str]) -> dict[tuple[str, str], str]:
	table = frappe.qb.DocType("Penugasan Penilai")
	rows = (
		frappe.qb.from_(table)
		.select(table.pegawai, table.penilai, table.jenis)
		.where(table.pegawai.isin(list(pegawai)) & (table.dari <= get_today()))
		.where(table.sampai.isnull() | (table.sampai >= get_today()))
		.run()
	)
	return {(nama, penilai): jenis for nama, penilai, jenis in rows}


def _get_orang(nama: Collection[str]) -> dict[str, frappe._dict]:
	table = frappe.qb.DocType("Employee")
	query = frappe.qb.from_(table).select(table.name, table.jenis_jabatan, table.status_kinerja)
	return {row.name: row for row in query.where(table.name.isin(list(nama))).run(as_dict=True)}


def _is_istimewa(row, bahan: _Bahan) -> bool:
	berhalangan = bahan.halangan.get(row.penilai) == HalanganBertindak.TIDAK_AKTIF
	return row.name in bahan.istimewa or row.pegawai in bahan.plt or berhalangan


def _decide(row, bahan: _Bahan, jendela: Jendela) -> Kewenangan:
	pihak = {kolom: row[kolom] for kolom in (*KOLOM_PIHAK, "periode")}
	status = bahan.orang.get(row.pegawai, frappe._dict()).status_kinerja
	dasar = choose_dasar(bahan.penugasan.get((row.pegawai, row.penilai)), status)
	if _is_beralih(row, bahan, jendela):
		return Kewenangan(pihak, DasarPenilai.LEWAT_WAKTU, final=True, beralih=True)
	return Kewenangan(pihak, dasar, _is_final(row, bahan.orang.get(row.penilai)), beralih=False)


def _is_beralih(row, bahan: _Bahan, jendela: Jendela) -> bool:
	return (
		is_beralih(jendela, get_today(), None)
		and bool(row.atasan_penilai_user)
		and row.atasan_penilai not in (row.pegawai, row.penilai)
		and row.atasan_penilai not in bahan.halangan
	)


def _is_final(row, penilai) -> bool:
	return bool(penilai) and is_final_menurut_jabatan(
		JenisInstansi(get_periode(row.periode).jenis_instansi),
		row.jenis_jabatan,
		bool(row.pimpinan_unit_mandiri),
		penilai.jenis_jabatan,
		penilai.status_kinerja,
	)
