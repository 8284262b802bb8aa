"""Ongoing feedback: who gives it, who may stay unnamed, and what answers are added up to (Pasal 17-19; p. 69-70)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_asn.constants.istilah import PeranUmpanBalik, SasaranUmpanBalik, Sifat
from kinerja_asn.rules.masa import Masa

# Of one or two persons everybody knows who spoke: these are never promised that they stay unnamed.
SELALU_BERNAMA = (PeranUmpanBalik.DIRI, PeranUmpanBalik.PIMPINAN)
DAPAT_ANONIM = tuple(peran for peran in PeranUmpanBalik if peran not in SELALU_BERNAMA)
# Of two answers each giver knows the other's.
MINIMUM_TERKECIL = 3
HARI_MENJELANG = 14  # before the end of a period, in which scheduled feedback is owed


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


def find_berkala(
	daftar: Sequence[Masa], awal: date, akhir: date, diberikan: Iterable[date], hari_ini: date
) -> Masa | None:
	"""The period of which a leader owes the feedback that was agreed on (Pasal 19 ayat (2); p. 69 no. 5-6).

	``daftar``: the periods in which he gives it; ``awal``, ``akhir``: of the plan. What was missed counts until some is
	given; of the period that runs it is owed towards its end.
	"""
	sudah = [*diberikan]
	kini = next((masa for masa in daftar if masa.awal <= hari_ini <= masa.akhir), None)
	if kini and _has(sudah, kini):
		return None
	lalu = max((masa for masa in daftar if masa.akhir < hari_ini), key=lambda masa: masa.ke, default=None)
	if lalu and _is_berlaku(lalu, awal, akhir) and not _has(sudah, lalu):
		return lalu
	dekat = kini and (kini.akhir - hari_ini).days <= HARI_MENJELANG
	return kini if dekat and _is_berlaku(kini, awal, akhir) else None


def _has(diberikan: Collection[date], masa: Masa) -> bool:
	return any(masa.awal <= hari <= masa.akhir for hari in diberikan)


def _is_berlaku(masa: Masa, awal: date, akhir: date) -> bool:
	"""Whoever came in its second half, or left before its end, has not been led for long enough."""
	return awal <= masa.awal + (masa.akhir - masa.awal) / 2 and akhir >= masa.akhir


def is_bersuara(peran: str) -> bool:
	"""Does it count in the proposal of a rating? What leaders say does; the rest is shown beside it, for the Penilai to
	consider (p. 69 no. 3)."""
	return peran == PeranUmpanBalik.PIMPINAN
