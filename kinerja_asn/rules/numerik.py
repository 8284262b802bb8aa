"""The numeric scheme of PP 30/2019: shown beside the predikat of the quadrant where an agency wants it, never instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.constants.numerik import BATAS_BAWAH, BOBOT, PALING_TINGGI, BobotPP30, PredikatPP30
from kinerja_asn.rules.pembulatan import round_half_up


@dataclass(frozen=True)
class Konversi:
	"""What counts as figure where there is only a rating: the agency's own, PP 30/2019 has none."""

	diatas: Decimal = Decimal(110)
	sesuai: Decimal = Decimal(90)
	dibawah: Decimal = Decimal(70)

	def __post_init__(self):
		if not 0 <= self.dibawah < self.sesuai < self.diatas <= PALING_TINGGI:
			raise ValueError(
				"Angka bagi rating harus naik dari dibawah, sesuai, sampai diatas ekspektasi, antara 0 dan 120."
			)

	def convert(self, rating: Rating) -> Decimal:
		return {Rating.DIATAS: self.diatas, Rating.SESUAI: self.sesuai, Rating.DIBAWAH: self.dibawah}[rating]


def nilai_skp(capaian: Sequence[Decimal]) -> Decimal | None:
	"""Mean of what was reached of each indikator in percent, at most 120 each (PP 30/2019); None without any."""
	if not capaian:
		return None
	return sum(min(max(persen, Decimal(0)), PALING_TINGGI) for persen in capaian) / len(capaian)


def nilai_kinerja(skp: Decimal, perilaku: Decimal, bobot: BobotPP30) -> Decimal:
	"""SKP 70 % and perilaku 30 %, or 60 % and 40 % with the opinion of peers and direct subordinates (PP 30/2019)."""
	for nilai in (skp, perilaku):
		if not 0 <= nilai <= PALING_TINGGI:
			raise ValueError("Nilai SKP dan nilai perilaku kerja adalah angka 0 sampai 120.")
	bagian_skp, bagian_perilaku = BOBOT[BobotPP30(bobot)]
	return round_half_up((skp * bagian_skp + perilaku * bagian_perilaku) / 100, 2)


def predikat_numerik(nilai: Decimal, ide_baru: bool) -> PredikatPP30:
	"""Predikat of a figure (PP 30/2019). Sangat Baik asks besides for a new idea or way that benefits the organisation or the
	state; 110 to 120 without it stays Baik."""
	if not 0 <= nilai <= PALING_TINGGI:
		raise ValueError("Nilai kinerja adalah angka 0 sampai 120.")
	predikat = next(predikat for predikat, batas in BATAS_BAWAH if nilai >= batas)
	return PredikatPP30.BAIK if predikat == PredikatPP30.SANGAT_BAIK and not ide_baru else predikat
