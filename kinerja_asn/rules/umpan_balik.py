"""Ongoing feedback: who gives it, who may stay unnamed, and what answers are added up to (Pasal 17-19; p. 69-70)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kinerja_asn.constants.istilah import PeranUmpanBalik, SasaranUmpanBalik, Sifat

# Of one or two persons everybody knows who spoke: these are never promised that they stay unnamed.
SELALU_BERNAMA = (PeranUmpanBalik.DIRI, PeranUmpanBalik.PIMPINAN)
DAPAT_ANONIM = tuple(peran for peran in PeranUmpanBalik if peran not in SELALU_BERNAMA)
# Of two answers each giver knows the other's.
MINIMUM_TERKECIL = 3


@dataclass(frozen=True)
class Jawaban:
	"""What one giver says about one thing."""

	sasaran: SasaranUmpanBalik
	sifat: Sifat
	isi: str = ""
	hasil_kerja: str = ""
	nilai: str = ""


@dataclass(frozen=True)
class Jumlah:
	positif: int = 0
	perlu_perbaikan: int = 0

	@property
	def semua(self) -> int:
		return self.positif + self.perlu_perbaikan


def is_cukup(menjawab: int, minimum: int) -> bool:
	"""May the answers of a role be opened? Whatever was set, never those of fewer than three."""
	return menjawab >= max(minimum, MINIMUM_TERKECIL)


def find_kurang(per_peran: Mapping[PeranUmpanBalik, int], minimum: int) -> list[PeranUmpanBalik]:
	"""Of the roles that are promised to stay unnamed, those of whom too few are asked for anything to be opened ever."""
	return [peran for peran, banyak in per_peran.items() if banyak and not is_cukup(banyak, minimum)]


def count_sifat(sifat: Iterable[Sifat]) -> Jumlah:
	"""How many show a positive response (p. 97): the regulation has no other scale for feedback, and no rating in it."""
	jumlah = Counter(sifat)
	return Jumlah(jumlah[Sifat.POSITIF], jumlah[Sifat.PERLU_PERBAIKAN])


def choose_peran(
	pegawai: str,
	dinilai: str,
	pimpinan: Collection[str],
	bawahan: Collection[str],
	rekan: Collection[str],
) -> PeranUmpanBalik:
	"""What ``pegawai`` is to the rated ``dinilai`` (Pasal 18); whoever leads him is asked as his leader."""
	if pegawai == dinilai:
		return PeranUmpanBalik.DIRI
	if pegawai in pimpinan:
		return PeranUmpanBalik.PIMPINAN
	if pegawai in bawahan:
		return PeranUmpanBalik.BAWAHAN
	return PeranUmpanBalik.REKAN if pegawai in rekan else PeranUmpanBalik.LAIN


def is_bersuara(peran: str) -> bool:
	"""Does it count in the proposal of a rating? What leaders say does; the rest is shown beside it, for the Penilai to
	consider (p. 69 no. 3)."""
	return peran == PeranUmpanBalik.PIMPINAN
