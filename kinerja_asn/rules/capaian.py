"""How a realisation compares with its target (PermenPANRB 6/2022, Lampiran II, p. 51 no. 7; IV, p. 97-98).

A target is the range that counts as "sesuai ekspektasi", because a target "idealnya tidak dituliskan secara
mutlak sehingga memberikan toleransi batas kesalahan" (p. 51). A point target has two equal bounds. The
regulation prescribes no formula: rating and percentage only help the Pejabat Penilai Kinerja, who decides.
"""

from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, Rating
from kinerja_asn.rules.pembulatan import SERATUS, format_angka, persen

ARAH_BERANGKA = frozenset({Arah.NAIK, Arah.TURUN, Arah.RENTANG})

_RATING_DI_BAWAH_RENTANG = {
	Arah.NAIK: Rating.DIBAWAH,
	Arah.TURUN: Rating.DIATAS,
	Arah.RENTANG: Rating.DIBAWAH,
}
_RATING_DI_ATAS_RENTANG = {
	Arah.NAIK: Rating.DIATAS,
	Arah.TURUN: Rating.DIBAWAH,
	Arah.RENTANG: Rating.DIBAWAH,
}


class TargetTidakValid(ValueError):
	"""The target cannot be measured against; the message (Indonesian) says what to mend."""


def check_target(arah: Arah, target_min: Decimal | None, target_maks: Decimal | None) -> None:
	"""Raise TargetTidakValid unless both bounds are there, not negative and in order.

	Ya/Tidak and Naratif have no numeric target: nothing is checked. An unknown ``arah`` is a ValueError.
	"""
	if Arah(arah) not in ARAH_BERANGKA:
		return
	if target_min is None or target_maks is None:
		raise TargetTidakValid(
			"Target belum lengkap. Isi target minimum dan target maksimum; samakan bila targetnya satu angka."
		)
	if target_min < 0 or target_maks < 0:
		raise TargetTidakValid("Target tidak boleh negatif. Isi dengan angka nol atau lebih.")
	if target_min > target_maks:
		raise TargetTidakValid(
			f"Target minimum ({format_angka(target_min)}) melebihi target maksimum "
			f"({format_angka(target_maks)}). Tukar keduanya atau perbaiki angkanya."
		)


def check_target_berarti(arah: Arah, target_min: Decimal | None, target_maks: Decimal | None) -> None:
	"""``check_target``, and that the target asks for something: of 0 upwards anything at all is beyond expectation.

	For what is agreed on; a draft may be blank.
	"""
	check_target(arah, target_min, target_maks)
	if arah == Arah.NAIK and target_maks == 0:
		raise TargetTidakValid(
			"Target 0 dengan arah Naik selalu terlampaui. Isi target lebih dari nol, atau pilih arah Turun bila nol yang "
			"diharapkan."
		)


def complete_target(target_min: Decimal | None, target_maks: Decimal | None) -> tuple[Decimal, Decimal]:
	"""The two bounds of a target as it was filled in, where one figure alone is a point target: both bounds (p. 51).

	None is a blank; none at all is 0, a draft's blank. A number column keeps a blank maximum as 0, which as a maximum
	above which the minimum lies has no other meaning.
	"""
	if target_min is None:
		target_min = target_maks
	if target_maks is None or (target_min and target_maks == 0):
		target_maks = target_min
	return target_min or Decimal(0), target_maks or Decimal(0)


def rating_capaian(
	arah: Arah, target_min: Decimal | None, target_maks: Decimal | None, realisasi: Decimal
) -> Rating:
	"""The rating that one realisation has earned.

	Inside the range is Sesuai. Outside it, Naik is Diatas beyond the maximum, Turun (lower is better) is
	Diatas under the minimum; Rentang is Dibawah on either side and never Diatas. Ya/Tidak: 1 is Sesuai, 0
	Dibawah.
	Raises TargetTidakValid, and ValueError for Naratif, which the Pejabat Penilai Kinerja judges himself.
	"""
	if arah == Arah.NARATIF:
		raise ValueError(
			"Target naratif tidak dapat dihitung. Pejabat Penilai Kinerja menetapkan sendiri penilaiannya."
		)
	if arah == Arah.YA_TIDAK:
		return Rating.SESUAI if realisasi >= 1 else Rating.DIBAWAH
	check_target(arah, target_min, target_maks)
	if realisasi < target_min:
		return _RATING_DI_BAWAH_RENTANG[arah]
	if realisasi > target_maks:
		return _RATING_DI_ATAS_RENTANG[arah]
	return Rating.SESUAI


def persen_capaian(
	arah: Arah, target_min: Decimal | None, target_maks: Decimal | None, realisasi: Decimal
) -> Decimal | None:
	"""Achievement in percent, two decimals: below 100 is Dibawah, exactly 100 is Sesuai, above 100 is Diatas.

	Outside the range it is measured against the bound that was passed: realisasi/bound, or
	2 - realisasi/bound where lower is better (also above a Rentang). Never below 0. Ya/Tidak is 100 or 0.
	None for Naratif, and for a Diatas against a bound of zero, which has no percentage; a Dibawah against
	zero is 0, the formula's limit. Raises TargetTidakValid.
	"""
	if arah == Arah.NARATIF:
		return None
	return nilai_capaian(arah, target_min, target_maks, realisasi)[1]


def nilai_capaian(
	arah: Arah, target_min: Decimal | None, target_maks: Decimal | None, realisasi: Decimal
) -> tuple[Rating, Decimal | None]:
	"""``rating_capaian`` and ``persen_capaian`` at once. Raises what ``rating_capaian`` raises (p. 97-98)."""
	rating = rating_capaian(arah, target_min, target_maks, realisasi)
	if rating == Rating.SESUAI:
		return rating, SERATUS
	if arah == Arah.YA_TIDAK:
		return rating, Decimal("0.00")
	batas = target_min if realisasi < target_min else target_maks
	if batas == 0:
		return rating, None if rating == Rating.DIATAS else Decimal("0.00")
	makin_rendah_makin_baik = arah == Arah.TURUN or (arah == Arah.RENTANG and realisasi > target_maks)
	return rating, persen(2 * batas - realisasi if makin_rendah_makin_baik else realisasi, batas)
