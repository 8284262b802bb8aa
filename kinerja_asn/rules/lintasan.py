"""How the target of a year falls into its periods: evenly, by months agreed on, or as last year went (Pasal 16; p. 97).

The regulation asks for "realisasi progres" and leaves open what is due when. Here that is agreed on with the plan.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.rules.pembulatan import round_half_up

BULAN_SETAHUN = 12


def is_bertahap(arah: Arah, cara_hitung: CaraHitung) -> bool:
	"""Does the target grow over the year: a sum, or a level to be reached? All else is due whole from the first period on."""
	if cara_hitung == CaraHitung.NILAI_TERAKHIR:
		return arah == Arah.NAIK
	menjumlah = cara_hitung in (CaraHitung.JUMLAH, CaraHitung.JUMLAH_KUMULATIF)
	return menjumlah and arah not in (Arah.YA_TIDAK, Arah.NARATIF)


def spread_bulanan(
	cara_hitung: CaraHitung, bulanan: Sequence[Decimal], masa: Sequence[tuple[int, int]]
) -> tuple[Decimal, ...] | None:
	"""Which part of the target falls into each period, from the twelve ``bulanan`` (January first); together they are 1.

	``masa``: first and last month of each period of the plan; months outside of it do not count. Of a sum a month says
	what falls into it, of a level what is reached by its end. None where that comes to nothing: then the target is due
	in equal parts.
	"""
	if cara_hitung == CaraHitung.JUMLAH:
		per_masa = [sum(bulanan[mulai - 1 : selesai], Decimal(0)) for mulai, selesai in masa]
	else:
		per_masa = [
			kini - lalu for lalu, kini in pairwise([Decimal(0), *(bulanan[akhir - 1] for _, akhir in masa)])
		]
	jumlah = sum(per_masa, Decimal(0))
	return tuple(nilai / jumlah for nilai in per_masa) if jumlah else None


def lay_bulanan(
	cara_hitung: CaraHitung, dasar: Sequence[Decimal] | None, angka: Mapping[int, Decimal]
) -> tuple[Decimal, ...]:
	"""The twelve months of a target once ``angka`` (month 1 to 12 -> figure) are agreed on: the trajectory target of a
	rencana aksi (p. 67, 93).

	``dasar``: the months that were agreed on before; where there are none nothing falls into the others, and a level
	stays as it was.
	"""
	if dasar:
		return tuple(angka.get(ke, lama) for ke, lama in enumerate(dasar, 1))
	hasil, terakhir = [], Decimal(0)
	for ke in range(1, BULAN_SETAHUN + 1):
		terakhir = angka.get(ke, Decimal(0) if cara_hitung == CaraHitung.JUMLAH else terakhir)
		hasil.append(terakhir)
	return tuple(hasil)


def scale_bulanan(bulanan: Sequence[Decimal], dari: Decimal, menjadi: Decimal) -> tuple[Decimal, ...]:
	"""``bulanan``, which came to ``dari``, as they are where they come to ``menjadi``; two decimals."""
	return tuple(round_half_up(nilai * menjadi / dari) for nilai in bulanan)
