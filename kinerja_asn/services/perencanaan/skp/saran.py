"""Gentle suggestions on a plan: the rules of rules/saran.py and rules/penetap.py over a document. They never block."""

from collections.abc import Mapping, Sequence

import frappe

from kinerja_asn.constants.istilah import (
	Arah,
	Istilah,
	JenisInstansi,
	JenisSaran,
	KualitasHasil,
	Perspektif,
)
from kinerja_asn.rules import penetap, saran
from kinerja_asn.rules.formulir import is_formulir_jpt
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.orang.pihak import get_jabatan
from kinerja_asn.services.perencanaan.skp.rencana import place_baris

# Each kind -> its switch on the Periode Kinerja.
SAKLAR = {
	JenisSaran.KATA_KERJA: "saran_kata_kerja",
	JenisSaran.KATA_MUTLAK: "saran_kata_mutlak",
	JenisSaran.PERSPEKTIF: "saran_perspektif",
	JenisSaran.KENDALI: "saran_kendali",
	JenisSaran.SMART: "saran_smart",
}


def find_saran(
	doc, hasil_kerja: Sequence[Mapping] | None = None, indikator: Sequence[Mapping] | None = None
) -> list[saran.Saran]:
	"""What could be written better in an SKP or Perubahan SKP, as far as its period has not switched it off.

	``hasil_kerja`` and ``indikator`` stand for the stored rows when others are looked at, such as those being
	typed: the columns of the child tables, with kunci, idx, and hasil_kerja.
	"""
	hasil_kerja = doc.hasil_kerja if hasil_kerja is None else hasil_kerja
	indikator = doc.indikator if indikator is None else indikator
	return saran.find_saran(
		[_build_hasil(row, indikator) for row in hasil_kerja],
		[
			_build_indikator(row, *letak)
			for row, letak in zip(indikator, place_baris(hasil_kerja, indikator), strict=True)
		],
		is_jpt=is_formulir_jpt(doc.formulir),
		jenis_jabatan=doc.jenis_jabatan,
		jenjang=frappe.db.get_value("Employee", doc.pegawai, "jenjang_jabatan"),
		mati=get_mati(doc.periode),
	)


def get_mati(periode: str) -> set[JenisSaran]:
	"""The kinds that the period's switches turn off."""
	saklar = get_periode(periode)
	return {jenis for jenis, kolom in SAKLAR.items() if not saklar.get(kolom)}


def _build_hasil(row: Mapping, indikator: Sequence[Mapping]) -> saran.BarisHasil:
	perspektif = (
		_find(Perspektif, iki.get("perspektif"))
		for iki in indikator
		if iki.get("hasil_kerja") == row.get("kunci")
	)
	return saran.BarisHasil(
		kunci=row.get("kunci"),
		nomor=row.get("idx"),
		uraian=row.get("rencana_hasil_kerja") or "",
		kualitas=_find(KualitasHasil, row.get("kualitas")),
		perspektif=tuple(temuan for temuan in perspektif if temuan),
	)


def _build_indikator(row: Mapping, ke: int, hasil_ke: int | None) -> saran.BarisIndikator:
	return saran.BarisIndikator(
		kunci=row.get("kunci"),
		nomor=ke,
		hasil_ke=hasil_ke,
		hasil_kerja=row.get("hasil_kerja"),
		uraian=row.get("indikator") or "",
		target_naratif=row.get("target_naratif"),
		arah=_find(Arah, row.get("arah")) or Arah.NAIK,
		satuan=row.get("satuan"),
		target_min=to_decimal(row.get("target_min") or 0),
		target_maks=to_decimal(row.get("target_maks") or 0),
	)


def _find(istilah: type[Istilah], teks: str | None) -> Istilah | None:
	"""A suggestion is made while somebody types: a value that does not exist is simply none yet."""
	return istilah(teks) if teks in list(istilah) else None


def check_penetap(doc) -> str | None:
	"""A sentence when the Penilai visibly is not who p. 65 says sets this SKP; None when he fits, or is not known."""
	if not doc.penilai:
		return None
	jabatan = frappe._dict(get_jabatan(doc.pegawai))
	kolom = ["jenis_jabatan", "status_kinerja"]
	penilai = frappe.db.get_value("Employee", doc.penilai, kolom, as_dict=True) or frappe._dict()
	return penetap.check_penetap(
		JenisInstansi(get_periode(doc.periode).jenis_instansi),
		jabatan.jenis_jabatan,
		bool(jabatan.pimpinan_unit_mandiri),
		penilai.jenis_jabatan,
		penilai.status_kinerja,
	)
