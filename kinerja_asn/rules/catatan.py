"""Progress noted every working day (Pasal 16 ayat (3): documentation may be daily).

The law leaves to the agency whether it asks for that. Which days are expected, what is late and how lines sum into a
period is said here; nothing of it locks anything.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.rules.progres import KUMULATIF, combine_realisasi, summarize_realisasi
from kinerja_asn.rules.tenggat import add_hari_kerja, list_hari

SEPEKAN = 7
# A narrative is told in words, and whether something was reached is not the sum of days.
TAK_TERJUMLAH = (Arah.NARATIF, Arah.YA_TIDAK)
# A total up to now is put together from lines as a period's own figure is, only from more of them.
SATU_MASA = {
	CaraHitung.JUMLAH_KUMULATIF: CaraHitung.JUMLAH,
	CaraHitung.RATA_RATA_KUMULATIF: CaraHitung.RATA_RATA,
}


class Angka(NamedTuple):
	"""What a line of a day counts for an indikator."""

	indikator: str
	tanggal: date
	volume: Decimal


def get_pekan(tanggal: date) -> tuple[date, ...]:
	"""Monday to Sunday of the week in which ``tanggal`` lies (Pasal 16 ayat (3))."""
	senin = tanggal - timedelta(days=tanggal.weekday())
	return tuple(list_hari(senin, senin + timedelta(days=SEPEKAN - 1)))


def find_belum(
	hari: Iterable[date], tercatat: Collection[date], kosong: Collection[date], hari_ini: date
) -> list[date]:
	"""Days that were expected and have no line (Pasal 16 ayat (3)): over, worked on, and not noted."""
	terjawab = {*tercatat, *kosong}
	return [tanggal for tanggal in hari if tanggal < hari_ini and tanggal not in terjawab]


def is_terlambat(tanggal: date, ditulis: date, hari_kerja: int, libur: Collection[date]) -> bool:
	"""Was a line on ``tanggal``, written on ``ditulis``, written later than ``hari_kerja`` working days after it?

	The documentation of a day (Pasal 16 ayat (3)) is taken whenever it comes; late is a mark.
	"""
	return ditulis > add_hari_kerja(tanggal, hari_kerja, libur)


def sum_baris(
	baris: Sequence[Angka], ukuran: Iterable[tuple[str, Arah, CaraHitung]], awal: date
) -> dict[str, Decimal]:
	"""kunci -> what the lines, in time order, make of each indikator of ``ukuran`` for a period from ``awal`` on (Pasal 16 ayat (3)).

	They are put together as the plan says that periods are: added up, on average, or the latest; what is reported as a
	total up to now, from all lines of the plan. One without a line is absent.
	"""
	hasil = {}
	for kunci, arah, cara_hitung in ukuran:
		nilai = [
			angka.volume
			for angka in baris
			if angka.indikator == kunci and (angka.tanggal >= awal or cara_hitung in KUMULATIF)
		]
		if nilai and arah not in TAK_TERJUMLAH:
			satu_masa = SATU_MASA.get(cara_hitung, cara_hitung)
			hasil[kunci] = combine_realisasi(arah, satu_masa, summarize_realisasi(nilai))
	return hasil
