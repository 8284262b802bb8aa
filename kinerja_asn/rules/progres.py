"""Where an indikator stands during the year: "realisasi progres" of work not finished yet (p. 97).

The regulation gives no formula; this one warns early enough for corrective action and rates nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres
from kinerja_asn.rules.capaian import check_target, persen_capaian
from kinerja_asn.rules.lintasan import is_bertahap
from kinerja_asn.rules.pembulatan import SATUAN_TERKECIL, round_half_up

NOL = Decimal("0.00")
ADA = Decimal(1)


@dataclass(frozen=True)
class Progres:
	"""The standing of one indikator, in its own unit.

	``seharusnya`` is what is due (Turun: allowed) by now, None for a narrative. ``kurang`` is how much is
	missing (Turun: too much), 0.00 unless Tertinggal. ``persen_target`` is measured against the target of the
	whole year, as in ``persen_capaian``: within the range it is 100.
	"""

	status: StatusProgres
	seharusnya: Decimal | None
	realisasi: Decimal | None
	kurang: Decimal
	persen_target: Decimal | None


def target_sampai(
	arah: Arah,
	cara_hitung: CaraHitung,
	target: Decimal,
	masa_ke: int,
	jumlah_masa: int,
	bagian: Sequence[Decimal] | None = None,
) -> Decimal:
	"""The part of the yearly ``target`` that is due by the end of period ``masa_ke`` of ``jumlah_masa``.

	``masa_ke`` counts from 1 within the periods of this SKP (not ``Masa.ke``, which follows the calendar).
	What grows over the year (a sum, or a level to be reached) is due in equal parts, or in those of ``bagian``, one for
	each period (rules/lintasan.py); two decimals. An
	average, a limit on a level, Ya/Tidak and Naratif are due whole from the first period on. Raises
	ValueError for a ``masa_ke`` outside 1 to ``jumlah_masa``.
	"""
	if not 1 <= masa_ke <= jumlah_masa:
		raise ValueError(f"Masa ke-{masa_ke} tidak ada. Pilih masa ke-1 sampai ke-{jumlah_masa}.")
	if masa_ke == jumlah_masa or not is_bertahap(arah, cara_hitung):
		return target
	if bagian:
		return round_half_up(target * sum(bagian[:masa_ke]))
	return round_half_up(target * masa_ke / jumlah_masa)


class Terlapor(NamedTuple):
	"""What the periods reported, as far as combining needs it. A database may have counted it, for many at once.

	``terakhir`` is the figure of the latest period; it may be missing where PERLU_TERAKHIR does not ask for it.
	"""

	banyak: int
	jumlah: Decimal
	terakhir: Decimal | None = None


KUMULATIF = (CaraHitung.JUMLAH_KUMULATIF, CaraHitung.RATA_RATA_KUMULATIF)
PERLU_TERAKHIR = (CaraHitung.NILAI_TERAKHIR, *KUMULATIF)


def summarize_realisasi(nilai: Sequence[Decimal]) -> Terlapor:
	"""``nilai``: the figures of the periods, in time order."""
	return Terlapor(len(nilai), sum(nilai, Decimal(0)), nilai[-1] if nilai else None)


def combine_realisasi(arah: Arah | None, cara_hitung: CaraHitung, terlapor: Terlapor) -> Decimal | None:
	"""One figure from those of the periods; None from none. An average is not rounded; a narrative that exists is 1."""
	if not terlapor.banyak:
		return None
	if arah == Arah.NARATIF:
		return ADA
	if cara_hitung == CaraHitung.JUMLAH:
		return terlapor.jumlah
	if cara_hitung == CaraHitung.RATA_RATA:
		return terlapor.jumlah / terlapor.banyak
	return terlapor.terakhir


def is_turun(cara_hitung: CaraHitung, sebelum: Decimal | None, kini: Decimal) -> bool:
	"""A total up to now that is less than it was is asked about: somebody may have typed the period's own figure."""
	return cara_hitung == CaraHitung.JUMLAH_KUMULATIF and sebelum is not None and kini < sebelum


def assess_progres(
	arah: Arah,
	cara_hitung: CaraHitung,
	target_min: Decimal | None,
	target_maks: Decimal | None,
	realisasi: Decimal | None,
	masa_ke: int,
	jumlah_masa: int,
	bagian: Sequence[Decimal] | None = None,
) -> Progres:
	"""Whether ``realisasi`` (all periods so far combined) keeps up with the target.

	Tertinggal: under the target_min due by now, or over the target_maks allowed by now. Melampaui target:
	Naik and beyond the target_maks of the whole year. For a narrative, pass 1 when something was reported.
	Raises TargetTidakValid, and ValueError like ``target_sampai``.
	"""
	check_target(arah, target_min, target_maks)
	bawah, atas = _batas(arah, cara_hitung, target_min, target_maks, masa_ke, jumlah_masa, bagian)
	if realisasi is None:
		seharusnya = atas if bawah is None else bawah
		return Progres(StatusProgres.BELUM_ADA, seharusnya, None, NOL, None)
	melewati_atas = atas is not None and realisasi > atas
	seharusnya = atas if bawah is None or melewati_atas else bawah
	return Progres(
		status=_status(arah, target_maks, bawah, atas, realisasi),
		seharusnya=seharusnya,
		realisasi=realisasi,
		kurang=_kurang(bawah, atas, realisasi),
		persen_target=persen_capaian(arah, target_min, target_maks, realisasi),
	)


def trace_status(
	arah: Arah,
	cara_hitung: CaraHitung,
	target_min: Decimal | None,
	target_maks: Decimal | None,
	nilai: Sequence[Decimal | None],
	masa_ke: Sequence[int],
	jumlah_masa: int,
	bagian: Sequence[Decimal] | None = None,
) -> list[StatusProgres]:
	"""``assess_progres(...).status`` at the end of each period, by the figures up to then: of a whole agency nobody asks
	for more, and all periods of an indikator in one go cost little more than one.

	``nilai``: the figure of each period, None where nothing was reported; ``masa_ke``: how many of the plan's own
	``jumlah_masa`` have ended with it.
	"""
	check_target(arah, target_min, target_maks)
	batas: dict[int, tuple] = {}
	status, terlapor = [], Terlapor(0, Decimal(0))
	for angka, ke in zip(nilai, masa_ke, strict=True):
		if angka is not None:
			terlapor = Terlapor(terlapor.banyak + 1, terlapor.jumlah + angka, angka)
		if ke not in batas:
			batas[ke] = _batas(arah, cara_hitung, target_min, target_maks, ke, jumlah_masa, bagian)
		status.append(_status(arah, target_maks, *batas[ke], combine_realisasi(arah, cara_hitung, terlapor)))
	return status


def _batas(
	arah: Arah,
	cara_hitung: CaraHitung,
	target_min: Decimal | None,
	target_maks: Decimal | None,
	masa_ke: int,
	jumlah_masa: int,
	bagian: Sequence[Decimal] | None,
) -> tuple[Decimal | None, Decimal | None]:
	"""The lowest and the highest realisation that is still on schedule; None where there is no such limit."""

	def sampai(target: Decimal) -> Decimal:
		return target_sampai(arah, cara_hitung, target, masa_ke, jumlah_masa, bagian)

	if arah == Arah.NAIK:
		return sampai(target_min), None
	if arah == Arah.TURUN:
		return None, sampai(target_maks)
	if arah == Arah.RENTANG:
		# A total ahead of schedule is not behind: it leaves the range only past the whole year's maximum.
		return sampai(target_min), target_maks
	return (sampai(Decimal(1)), None) if arah == Arah.YA_TIDAK else (None, None)


def _kurang(bawah: Decimal | None, atas: Decimal | None, realisasi: Decimal) -> Decimal:
	"""How far outside the limits, at least 0.01: whoever is behind must not read that nothing is missing."""
	if bawah is not None and realisasi < bawah:
		return max(round_half_up(bawah - realisasi), SATUAN_TERKECIL)
	if atas is not None and realisasi > atas:
		return max(round_half_up(realisasi - atas), SATUAN_TERKECIL)
	return NOL


def _status(
	arah: Arah,
	target_maks: Decimal | None,
	bawah: Decimal | None,
	atas: Decimal | None,
	realisasi: Decimal | None,
) -> StatusProgres:
	if realisasi is None:
		return StatusProgres.BELUM_ADA
	if (bawah is not None and realisasi < bawah) or (atas is not None and realisasi > atas):
		return StatusProgres.TERTINGGAL
	if arah == Arah.NAIK and realisasi > target_maks:
		return StatusProgres.MELAMPAUI
	return StatusProgres.SESUAI_JADWAL
