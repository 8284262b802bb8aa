"""Comparing two versions of an SKP (PermenPANRB 6/2022, Pasal 14 ayat (2); p. 80)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja_asn.constants.istilah import JenisPerubahanBaris
from kinerja_asn.rules.pembulatan import to_decimal

_TERKUNCI = {
	"hasil_kerja": "hasil kerja",
	"arah": "arah",
	"satuan": "satuan",
	"cara_hitung": "cara hitung",
}


@dataclass(frozen=True)
class Perbandingan:
	"""What became of the row ``kunci``; ``lama`` is None for a new row, ``baru`` for a removed one."""

	kunci: str
	jenis: JenisPerubahanBaris
	lama: Mapping[str, Any] | None
	baru: Mapping[str, Any] | None
	kolom_berubah: tuple[str, ...]


def compare_baris(
	lama: Sequence[Mapping[str, Any]], baru: Sequence[Mapping[str, Any]], kolom: Sequence[str]
) -> list[Perbandingan]:
	"""Every row of either version once, matched by its "kunci" and compared in ``kolom``.

	In the order of ``baru``; a removed row comes after the row that stood above it in ``lama``. An empty value
	is None or "", numbers compare by what they are worth, line ends do not matter. Moving a row is no change.
	"""
	lama_menurut_kunci = {baris["kunci"]: baris for baris in lama}
	baru_menurut_kunci = {baris["kunci"]: baris for baris in baru}
	return [
		_compare(kunci, lama_menurut_kunci.get(kunci), baru_menurut_kunci.get(kunci), kolom)
		for kunci in _order(list(lama_menurut_kunci), list(baru_menurut_kunci))
	]


def check_baris_terverifikasi(
	lama: Sequence[Mapping[str, Any]], baru: Sequence[Mapping[str, Any]], terverifikasi: Collection[str]
) -> list[str]:
	"""What a change of the indikator would do to realisasi that were verified: sentences, [] when nothing.

	``terverifikasi`` holds the kunci of indikator with verified realisasi. Such a row stays, under its hasil
	kerja, measured as it was; its wording and target may change. Rows need "kunci" and "indikator".
	"""
	return [
		_pesan_terkunci(perbandingan)
		for perbandingan in compare_baris(lama, baru, tuple(_TERKUNCI))
		if perbandingan.kunci in terverifikasi
		and perbandingan.jenis in (JenisPerubahanBaris.DIHAPUS, JenisPerubahanBaris.BERUBAH)
	]


def _pesan_terkunci(perbandingan: Perbandingan) -> str:
	nama = f'Indikator "{perbandingan.lama["indikator"]}" sudah mempunyai realisasi terverifikasi'
	if perbandingan.jenis == JenisPerubahanBaris.DIHAPUS:
		return f"{nama} sehingga tidak dapat dihapus. Kembalikan barisnya; targetnya dapat disesuaikan."
	terkunci = ", ".join(_TERKUNCI[kolom] for kolom in perbandingan.kolom_berubah)
	return (
		f"{nama} sehingga tidak dapat diubah pada {terkunci}. Kembalikan seperti semula, atau tambahkan "
		"indikator baru."
	)


def _compare(
	kunci: str, lama: Mapping[str, Any] | None, baru: Mapping[str, Any] | None, kolom: Sequence[str]
) -> Perbandingan:
	if lama is None:
		return Perbandingan(kunci, JenisPerubahanBaris.DITAMBAH, None, baru, ())
	if baru is None:
		return Perbandingan(kunci, JenisPerubahanBaris.DIHAPUS, lama, None, ())
	berubah = tuple(nama for nama in kolom if _normalize(lama.get(nama)) != _normalize(baru.get(nama)))
	jenis = JenisPerubahanBaris.BERUBAH if berubah else JenisPerubahanBaris.TETAP
	return Perbandingan(kunci, jenis, lama, baru, berubah)


def _order(lama: Sequence[str], baru: Sequence[str]) -> list[str]:
	"""The keys of ``baru``, each followed by those removed from under it; first those removed from the top."""
	sesudah: dict[str | None, list[str]] = {None: []} | {kunci: [] for kunci in baru}
	tetangga = None
	for kunci in lama:
		if kunci in sesudah:
			tetangga = kunci
		else:
			sesudah[tetangga].append(kunci)
	return sesudah[None] + [berikut for kunci in baru for berikut in (kunci, *sesudah[kunci])]


def _normalize(value: Any) -> Any:
	if isinstance(value, str):
		return value.replace("\r\n", "\n").replace("\r", "\n")
	if isinstance(value, bool):
		return Decimal(value)
	if isinstance(value, (int, float, Decimal)):
		return to_decimal(value)
	return "" if value is None else value
