"""The Perjanjian Kinerja as source of SKP (PermenPANRB 6/2022, Lampiran II, p. 27 no. 3).

A Rancangan counts as much as a set one: it "dapat digunakan apabila belum ditetapkan" (p. 27).
"""

from collections.abc import Collection

import frappe

from kinerja_asn.constants.istilah import JenisHasilKerja, Pendekatan, SumberHasil
from kinerja_asn.constants.tahapan import DISEPAKATI
from kinerja_asn.constants.ukuran import UKURAN
from kinerja_asn.rules.perjanjian import check_perjanjian
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.orang.unit import get_unit_ke_atas
from kinerja_asn.services.perencanaan.skp.narasi import as_narasi


def get_perjanjian_pegawai(pegawai: str, periode: str) -> list[frappe._dict]:
	"""Rows of the Perjanjian Kinerja that ``pegawai`` heads in ``periode``, in their order; [] when none.

	Who heads two units has the rows of both. Each row: kunci, sasaran, the columns of ``UKURAN``, and
	``perjanjian`` and ``unit_kerja`` of the document it stands in.
	"""
	pk, baris = frappe.qb.DocType("Perjanjian Kinerja"), frappe.qb.DocType("Perjanjian Kinerja Indikator")
	return (
		frappe.qb.from_(baris)
		.join(pk)
		.on(is_anak(baris, pk))
		.select(baris.kunci, baris.sasaran, *(baris[kolom] for kolom in UKURAN))
		.select(pk.name.as_("perjanjian"), pk.unit_kerja)
		.where((pk.pimpinan == pegawai) & (pk.periode == periode))
		.orderby(pk.name, baris.idx)
		.run(as_dict=True)
	)


def build_baris(
	perjanjian: list[frappe._dict],
	dibawa: Collection[str],
	sesudah: int = 0,
	pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
) -> tuple[list[dict], list[dict]]:
	"""(rows for ``hasil_kerja``, rows for ``indikator``) that carry ``perjanjian`` into an SKP.

	``perjanjian`` comes from ``get_perjanjian_pegawai``; rows whose kunci is in ``dibawa`` are left out. One
	hasil kerja utama for each sasaran; ``hasil_kerja_ke`` counts on from the ``sesudah`` rows that are there.
	"""
	hasil: dict[tuple, dict] = {}
	nomor: dict[tuple, int] = {}
	indikator = []
	for row in perjanjian:
		if row.kunci in dibawa:
			continue
		sasaran = (row.perjanjian, row.sasaran.strip())
		if sasaran not in hasil:
			hasil[sasaran] = _build_hasil_kerja(row)
			nomor[sasaran] = sesudah + len(hasil)
		indikator.append({"hasil_kerja_ke": nomor[sasaran], **_build_indikator(row, pendekatan)})
	return list(hasil.values()), indikator


def _build_hasil_kerja(row: frappe._dict) -> dict:
	return {
		"jenis": str(JenisHasilKerja.UTAMA),
		"rencana_hasil_kerja": row.sasaran,
		"sumber": str(SumberHasil.PERJANJIAN_KINERJA),
	}


def _build_indikator(row: frappe._dict, pendekatan: Pendekatan) -> dict:
	isi = {"pk_indikator": row.kunci, **{kolom: row[kolom] for kolom in UKURAN}}
	return as_narasi(isi) if pendekatan == Pendekatan.KUALITATIF else isi


def find_belum_dibawa(skp) -> list[str]:
	"""Which indikator of the Perjanjian Kinerja its head's SKP does not carry: sentences, [] when none is missing."""
	perjanjian = get_perjanjian_pegawai(skp.pegawai, skp.periode)
	return check_perjanjian([(row.kunci, row.indikator) for row in perjanjian], get_dibawa(skp))


def get_dibawa(skp) -> set[str]:
	"""kunci of the rows that ``skp`` carries as indikator of a hasil kerja utama."""
	utama = {row.kunci for row in skp.hasil_kerja if row.jenis == JenisHasilKerja.UTAMA}
	return {row.pk_indikator for row in skp.indikator if row.pk_indikator and row.hasil_kerja in utama}


def get_pilihan(skp) -> list[frappe._dict]:
	"""Rows a hasil kerja of ``skp`` may hang on while the leader has no SKP: kunci, uraian, sasaran, unit_kerja.

	Those of the employee's unit, of the units above it, and of the Perjanjian Kinerja that his Penilai or the
	atasan Penilai heads, in the same period.
	"""
	pk, baris = frappe.qb.DocType("Perjanjian Kinerja"), frappe.qb.DocType("Perjanjian Kinerja Indikator")
	pimpinan = [pejabat for pejabat in (skp.penilai, skp.atasan_penilai) if pejabat]
	return (
		frappe.qb.from_(baris)
		.join(pk)
		.on(is_anak(baris, pk))
		.select(baris.kunci, baris.sasaran, baris.indikator.as_("uraian"), pk.unit_kerja)
		.where(pk.periode == skp.periode)
		.where(
			pk.unit_kerja.isin(get_unit_ke_atas(skp.unit_kerja) or [""]) | pk.pimpinan.isin(pimpinan or [""])
		)
		.orderby(pk.name, baris.idx)
		.run(as_dict=True)
	)


def get_nama_pembawa(kunci: Collection[str]) -> dict[str, list[str]]:
	"""kunci of a row -> names of those whose set SKP carry it or hang on it; absent where nobody's does."""
	nama: dict[str, list[str]] = {}
	for tabel in ("SKP Indikator", "SKP Hasil Kerja"):
		for row in _query_pembawa(tabel, kunci).run(as_dict=True):
			nama.setdefault(row.pk_indikator, [])
			if row.nama_pegawai not in nama[row.pk_indikator]:
				nama[row.pk_indikator].append(row.nama_pegawai)
	return nama


def _query_pembawa(tabel: str, kunci: Collection[str]):
	skp, anak = frappe.qb.DocType("SKP"), frappe.qb.DocType(tabel)
	return (
		frappe.qb.from_(anak)
		.join(skp)
		.on(is_anak(anak, skp))
		.select(anak.pk_indikator, skp.nama_pegawai)
		.where(anak.pk_indikator.isin(list(kunci) or [""]))
		.where(skp.tahap.isin([str(tahap) for tahap in DISEPAKATI]))
		.orderby(skp.nama_pegawai)
	)
