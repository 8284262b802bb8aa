"""What answers of citizens amount to: ratings, satisfaction, waiting time; before and after a measure.

Those who are served are the "pihak lain" of Pasal 18 ayat (2) huruf c; how many it takes, and what is
counted, the regulation leaves open. A ``Sebaran`` says of each value how many gave it, so that a year is a few rows.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kinerja_asn.constants.masyarakat import PUAS_MULAI, UkuranLayanan
from kinerja_asn.rules.pembulatan import persen, round_half_up

Sebaran = Mapping[int, int]
BANDING_HARI = 90  # on either side of a measure
# Of a telephone or an identity card: ten digits or more, as people write them.
_NOMOR_PRIBADI = re.compile(r"\d(?:[ -]?\d){9,}")


@dataclass(frozen=True)
class Ukuran:
	"""``nilai`` is None while ``kurang`` answers are lacking, of the ``jawaban`` that there are."""

	nilai: Decimal | None
	jawaban: int
	kurang: int


@dataclass(frozen=True)
class Rentang:
	awal: date
	akhir: date

	@property
	def hari(self) -> int:
		return (self.akhir - self.awal).days + 1


def measure(ukuran: UkuranLayanan, penilaian: Sebaran, tunggu: Sebaran, minimum: int) -> Ukuran:
	"""One figure of the answers that say something about it (Pasal 18 ayat (2)): not everybody tells how long he waited."""
	hitung, sebaran = {
		UkuranLayanan.RATA_RATA: (count_rata_rata, penilaian),
		UkuranLayanan.PUAS: (count_puas, penilaian),
		UkuranLayanan.MEDIAN_TUNGGU: (count_median, tunggu),
		UkuranLayanan.RATA_TUNGGU: (count_rata_rata, tunggu),
	}[ukuran]
	jawaban = sum(sebaran.values())
	kurang = max(minimum - jawaban, 0)
	return Ukuran(None if kurang else hitung(sebaran), jawaban, kurang)


def count_rata_rata(sebaran: Sebaran) -> Decimal | None:
	"""The mean, two decimals; None of nothing (Pasal 18 ayat (2))."""
	banyak = sum(sebaran.values())
	jumlah = sum(nilai * kali for nilai, kali in sebaran.items())
	return round_half_up(Decimal(jumlah) / banyak) if banyak else None


def count_puas(penilaian: Sebaran) -> Decimal | None:
	"""How many in a hundred are satisfied (Pasal 18 ayat (2))."""
	banyak = sum(penilaian.values())
	puas = sum(kali for nilai, kali in penilaian.items() if nilai >= PUAS_MULAI)
	return persen(puas, banyak) if banyak else None


def count_median(sebaran: Sebaran) -> Decimal | None:
	"""Half waited less, half longer (Pasal 18 ayat (2)): who writes a day instead of an hour does not move it."""
	banyak = sum(sebaran.values())
	if not banyak:
		return None
	tengah = {(banyak - 1) // 2, banyak // 2}
	nilai = [_get_urutan(sebaran, urutan) for urutan in tengah]
	return round_half_up(Decimal(sum(nilai)) / len(nilai))


def _get_urutan(sebaran: Sebaran, urutan: int) -> int:
	"""The value that stands at ``urutan``, counted from 0, when all are put in order."""
	for nilai in sorted(sebaran):
		urutan -= sebaran[nilai]
		if urutan < 0:
			return nilai
	raise IndexError(urutan)


def get_rentang_banding(
	tanggal: date, lain: Collection[date], hari_ini: date
) -> tuple[Rentang, Rentang | None]:
	"""The days before and after a measure that are compared (Pasal 20): ninety at most, none beyond another measure,
	which has an effect of its own. After it there are none while its day is to come."""
	sebelum = max((hari for hari in lain if hari < tanggal), default=date.min)
	sesudah = min((hari for hari in lain if hari > tanggal), default=date.max)
	awal = max(tanggal - timedelta(BANDING_HARI), sebelum)
	akhir = min(tanggal + timedelta(BANDING_HARI - 1), hari_ini)
	if sesudah <= akhir:
		akhir = sesudah - timedelta(1)
	setelah = Rentang(tanggal, akhir) if akhir >= tanggal else None
	return Rentang(awal, tanggal - timedelta(1)), setelah


def has_nomor_pribadi(teks: str) -> bool:
	"""A number by which somebody could be known or called: no answer needs one (UU 27/2022, Pasal 16)."""
	return bool(_NOMOR_PRIBADI.search(teks))
