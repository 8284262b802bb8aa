"""Keberatan Kinerja: until when, by when it is decided, and which results are final (PermenPANRB 6/2022, Pasal 29;
Lampiran IV p. 90; Lampiran V huruf B, p. 117-119)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import JenisInstansi
from kinerja_asn.rules.dokumen_evaluasi import Jangka
from kinerja_asn.rules.penetap import JPT_MADYA, JPT_PRATAMA, JPT_UTAMA
from kinerja_asn.rules.tenggat import add_hari_kerja

PENGAJUAN = Jangka(14, "Lampiran V huruf B angka 2 (hlm. 117)")
KEPUTUSAN = Jangka(7, "Lampiran V huruf B angka 6 (hlm. 117)")

_LAMPIRAN_IV = "Lampiran IV huruf A"
DASAR_FINAL: Mapping[AlasanFinal, str] = {
	AlasanFinal.WAKTU_TERLEWAT: f"{_LAMPIRAN_IV} angka 11 (hlm. 90)",
	AlasanFinal.JPT_UTAMA: f"{_LAMPIRAN_IV} angka 12 huruf a (hlm. 90)",
	AlasanFinal.JPT_MADYA_PUSAT: f"{_LAMPIRAN_IV} angka 12 huruf b (hlm. 90)",
	AlasanFinal.JPT_DAERAH: f"{_LAMPIRAN_IV} angka 12 huruf c (hlm. 90)",
	AlasanFinal.MANDIRI_PUSAT: f"{_LAMPIRAN_IV} angka 12 huruf d (hlm. 90)",
	AlasanFinal.MANDIRI_DAERAH: f"{_LAMPIRAN_IV} angka 12 huruf e (hlm. 90)",
	AlasanFinal.KEBERATAN: "Lampiran V huruf B angka 5 (hlm. 117)",
}


@dataclass(frozen=True)
class Kedudukan:
	"""What decides whether a result is final: who evaluated, and the posts of both."""

	oleh_atasan: bool
	jenis_instansi: JenisInstansi
	jenis_jabatan: str | None = None
	pimpinan_unit_mandiri: bool = False
	jenis_jabatan_penilai: str | None = None
	penilai_pejabat_negara: bool = False


def find_alasan_final(kedudukan: Kedudukan) -> AlasanFinal | None:
	"""Why the result is final by law; None: an objection is possible (p. 90 no. 11 and 12)."""
	if kedudukan.oleh_atasan:
		return AlasanFinal.WAKTU_TERLEWAT
	if kedudukan.pimpinan_unit_mandiri and kedudukan.penilai_pejabat_negara:
		return (
			AlasanFinal.MANDIRI_PUSAT
			if kedudukan.jenis_instansi == JenisInstansi.PUSAT
			else AlasanFinal.MANDIRI_DAERAH
		)
	return (
		_find_jpt_pusat(kedudukan)
		if kedudukan.jenis_instansi == JenisInstansi.PUSAT
		else _find_jpt_daerah(kedudukan)
	)


def _find_jpt_pusat(kedudukan: Kedudukan) -> AlasanFinal | None:
	"""The head of a ministry is a minister, that of an agency a JPT utama."""
	if kedudukan.jenis_jabatan == JPT_UTAMA and kedudukan.penilai_pejabat_negara:
		return AlasanFinal.JPT_UTAMA
	pimpinan = kedudukan.penilai_pejabat_negara or kedudukan.jenis_jabatan_penilai == JPT_UTAMA
	return AlasanFinal.JPT_MADYA_PUSAT if kedudukan.jenis_jabatan == JPT_MADYA and pimpinan else None


def _find_jpt_daerah(kedudukan: Kedudukan) -> AlasanFinal | None:
	jpt = kedudukan.jenis_jabatan in (JPT_MADYA, JPT_PRATAMA)
	return AlasanFinal.JPT_DAERAH if jpt and kedudukan.penilai_pejabat_negara else None


def get_tenggat_pengajuan(diterima: date, libur: Collection[date]) -> date:
	"""The fourteenth hari kerja after receipt is the last one (p. 117 no. 2)."""
	return add_hari_kerja(diterima, PENGAJUAN.hari, libur)


def get_tenggat_keputusan(diajukan: date, libur: Collection[date]) -> date:
	"""The seventh hari kerja after the objection was received (p. 117 no. 6)."""
	return add_hari_kerja(diajukan, KEPUTUSAN.hari, libur)
