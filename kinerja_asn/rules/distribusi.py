"""Distribution of predikat in a unit against the pattern of its own result (Lampiran IV, p. 94-97; SE Menteri PANRB 3/2023)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_asn.constants.distribusi import (
	DOMINAN,
	PALING_SEDIKIT,
	POLA_DISTRIBUSI,
	SUMBU,
	TINGGI_KURVA,
)
from kinerja_asn.constants.istilah import Predikat, PredikatOrganisasi
from kinerja_asn.rules.pembulatan import format_angka, persen


@dataclass(frozen=True)
class Batas:
	"""For a unit of ``organisasi``: how many percent of its people may, or must, have one of ``predikat``."""

	organisasi: PredikatOrganisasi
	predikat: tuple[Predikat, ...]
	minimum: Decimal = Decimal(0)
	maksimum: Decimal = Decimal(100)
	wajib_ada: bool = False

	def __post_init__(self):
		if not 0 <= self.minimum <= self.maksimum <= 100:
			raise ValueError(
				"Batas pola distribusi: paling sedikit 0 %, paling banyak 100 %, dan tidak terbalik."
			)


@dataclass(frozen=True)
class Temuan:
	"""A deviation in one sentence. ``mengikat``: of a limit, which an agency may enforce; else a hint of the guide.

	``terlalu``: the predikat of which there are too many, or, where some are missing, those that are none of the missing.
	"""

	kalimat: str
	mengikat: bool = False
	terlalu: tuple[Predikat, ...] = ()


BATAS_BAKU = tuple(
	Batas(organisasi, tuple(filter(None, (predikat, lain))), Decimal(minimum), Decimal(maksimum), wajib)
	for organisasi, predikat, lain, minimum, maksimum, wajib in POLA_DISTRIBUSI
)


def check_distribusi(
	organisasi: PredikatOrganisasi,
	jumlah: Mapping[Predikat, int],
	belum: int = 0,
	batas: Sequence[Batas] = BATAS_BAKU,
) -> list[Temuan]:
	"""How the predikat of a unit's people deviate from the pattern of ``organisasi`` (p. 94-97; SE 3/2023).

	``belum``: how many have none yet. Only what none of those can mend any more is a deviation, so that the first who is
	evaluated is not "100 % Sangat Baik". A group of fewer than ten is shown, not judged.
	"""
	semua = sum(jumlah.values()) + belum
	if not semua:
		return []
	if semua < PALING_SEDIKIT:
		return [Temuan(f"Hanya {semua} orang: sebarannya ditampilkan, tidak diperiksa terhadap pola.")]
	temuan = [
		hasil
		for syarat in batas
		if syarat.organisasi == organisasi
		for hasil in _check_batas(syarat, jumlah, belum, semua)
	]
	return temuan or ([] if belum else list(_check_dominan(organisasi, jumlah)))


def is_diperiksa(banyak: int) -> bool:
	"""Is a group of so many judged against the pattern?"""
	return banyak >= PALING_SEDIKIT


def find_karena(predikat: Predikat, temuan: Sequence[Temuan]) -> list[Temuan]:
	"""Those of ``temuan`` that bind and to which one more ``predikat`` contributes."""
	return [hasil for hasil in temuan if hasil.mengikat and predikat in hasil.terlalu]


def _check_batas(batas: Batas, jumlah: Mapping[Predikat, int], belum: int, semua: int) -> Iterator[Temuan]:
	lain = tuple(predikat for predikat in Predikat if predikat not in batas.predikat)
	ada = sum(jumlah.get(predikat, 0) for predikat in batas.predikat)
	nama = " dan/atau ".join(batas.predikat)
	bagian = f"{nama}: {ada} dari {semua} orang ({format_angka(persen(ada, semua))} %)"
	if ada * 100 > batas.maksimum * semua:
		yield Temuan(f"{bagian}, paling banyak {format_angka(batas.maksimum)} %.", True, batas.predikat)
	if (ada + belum) * 100 < batas.minimum * semua:
		yield Temuan(f"{bagian}, paling sedikit {format_angka(batas.minimum)} %.", True, lain)
	if batas.wajib_ada and not ada + belum:
		yield Temuan(f"Belum ada pegawai berpredikat {nama}, padahal seharusnya ada.", True, lain)


def _check_dominan(organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int]) -> Iterator[Temuan]:
	dominan, terbanyak = DOMINAN[organisasi], max(Predikat, key=lambda nilai: jumlah.get(nilai, 0))
	if jumlah.get(dominan, 0) < jumlah.get(terbanyak, 0):
		yield Temuan(
			f"Idealnya sebagian besar pegawai berpredikat {dominan} pada unit yang capaiannya {organisasi}; "
			f"paling banyak kini {terbanyak}."
		)


def get_kurva(organisasi: PredikatOrganisasi) -> dict[Predikat, int]:
	"""The curve of p. 94-97, worst predikat first: heights of a shape, 100 at its peak; they are no percentages."""
	puncak = SUMBU.index(DOMINAN[organisasi])
	return {predikat: TINGGI_KURVA[abs(ke - puncak)] for ke, predikat in enumerate(SUMBU)}


# --- one leader beside another

TINGKAT = {predikat: Decimal(tingkat) for tingkat, predikat in enumerate(SUMBU, 1)}


def rata_rata_tingkat(jumlah: Mapping[Predikat, int]) -> Decimal | None:
	"""Mean rank of predikat, 1 Sangat Kurang to 5 Sangat Baik: to compare leaders with each other (p. 98 huruf e), never
	a result of anybody."""
	semua = sum(jumlah.values())
	if not semua:
		return None
	return sum(TINGKAT[Predikat(predikat)] * banyak for predikat, banyak in jumlah.items()) / semua
