"""What the year's end may bring if an indikator goes on as it did: a warning in time (Pasal 16; p. 97), never a rating.

The arithmetic is one that everybody can do again: the periods still missing are counted at the pace of those reported,
and the range says how far those differed from each other on average.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja_asn.constants.istilah import Arah, CaraHitung, Keyakinan
from kinerja_asn.rules.capaian import ARAH_BERANGKA
from kinerja_asn.rules.pembulatan import round_half_up

MASA_MINIMUM = 2  # of one period nobody knows a pace
MASA_CUKUP = 4
LEBAR_YAKIN, LEBAR_RAGU = Decimal("0.1"), Decimal("0.25")  # of the forecast: half of the range


@dataclass(frozen=True)
class Perkiraan:
	"""``nilai`` at the year's end, between ``bawah`` and ``atas``; ``masa`` periods are reported, ``sisa`` are not."""

	nilai: Decimal
	bawah: Decimal
	atas: Decimal
	keyakinan: Keyakinan
	masa: int
	sisa: int


def forecast(
	arah: Arah,
	cara_hitung: CaraHitung,
	nilai: Mapping[int, Decimal],
	jumlah_masa: int,
	bagian: Sequence[Decimal] | None = None,
) -> Perkiraan | None:
	"""``nilai``: the figures reported, by the number of the period (1 to ``jumlah_masa``).

	``bagian``: which part of the year's target falls into each period; in equal parts where none is given. None for what
	has no number, of fewer than two periods, and when every period is reported: then there is nothing to guess.
	"""
	sisa = jumlah_masa - len(nilai)
	if arah not in ARAH_BERANGKA or len(nilai) < MASA_MINIMUM or sisa <= 0:
		return None
	urut = [nilai[ke] for ke in sorted(nilai)]
	if cara_hitung == CaraHitung.JUMLAH:
		tengah, jarak = _forecast_jumlah(nilai, jumlah_masa, bagian)
	elif cara_hitung == CaraHitung.RATA_RATA:
		tengah, jarak = _mean(urut), _spread(urut) * sisa / jumlah_masa
	else:
		naik = [kini - lalu for lalu, kini in pairwise(urut)]
		tengah, jarak = urut[-1] + _mean(naik) * sisa, _spread(naik) * sisa
	return _build(tengah, jarak, len(nilai), sisa)


def _forecast_jumlah(
	nilai: Mapping[int, Decimal], jumlah_masa: int, bagian: Sequence[Decimal] | None
) -> tuple[Decimal, Decimal]:
	"""What was reached, and the rest at the pace so far: so much for each part of the target that was due."""
	bobot = bagian if bagian and sum(bagian[ke - 1] for ke in nilai) else [Decimal(1)] * jumlah_masa
	tercapai, terpakai = sum(nilai.values()), sum(bobot[ke - 1] for ke in nilai)
	sisa, laju = sum(bobot) - terpakai, tercapai / terpakai
	meleset = sum(abs(nilai[ke] - laju * bobot[ke - 1]) for ke in nilai) / terpakai
	return tercapai + laju * sisa, meleset * sisa


def _mean(angka: Sequence[Decimal]) -> Decimal:
	return sum(angka, Decimal(0)) / len(angka)


def _spread(angka: Sequence[Decimal]) -> Decimal:
	"""How far they lie from their mean, on average."""
	return _mean([abs(nilai - _mean(angka)) for nilai in angka])


def _build(tengah: Decimal, jarak: Decimal, masa: int, sisa: int) -> Perkiraan:
	tengah = max(tengah, Decimal(0))  # nothing that is counted falls under zero
	return Perkiraan(
		nilai=round_half_up(tengah),
		bawah=round_half_up(max(tengah - jarak, Decimal(0))),
		atas=round_half_up(tengah + jarak),
		keyakinan=_rate_keyakinan(tengah, jarak, masa),
		masa=masa,
		sisa=sisa,
	)


def _rate_keyakinan(tengah: Decimal, jarak: Decimal, masa: int) -> Keyakinan:
	if masa < MASA_CUKUP or jarak > tengah * LEBAR_RAGU:
		return Keyakinan.KASAR
	return Keyakinan.CUKUP if jarak <= tengah * LEBAR_YAKIN else Keyakinan.KURANG
