"""A realisation against the range that counts as "sesuai ekspektasi"."""

import unittest
from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, Rating
from kinerja_asn.rules.capaian import (
	TargetTidakValid,
	check_target,
	complete_target,
	persen_capaian,
	rating_capaian,
)

DIATAS, SESUAI, DIBAWAH = Rating.DIATAS, Rating.SESUAI, Rating.DIBAWAH

# arah, target_min, target_maks, realisasi, rating, percentage
CAPAIAN = (
	# Naik, a point target: 1,000 registrations a year (domain D.1, scenario 1)
	(Arah.NAIK, "1000", "1000", "1075", DIATAS, "107.50"),
	(Arah.NAIK, "1000", "1000", "1000", SESUAI, "100.00"),
	(Arah.NAIK, "1000", "1000", "999", DIBAWAH, "99.90"),
	(Arah.NAIK, "1000", "1000", "999.99999", DIBAWAH, "99.99"),
	(Arah.NAIK, "1000", "1000", "1000.00001", DIATAS, "100.01"),
	(Arah.NAIK, "1000", "1000", "0", DIBAWAH, "0.00"),
	# Naik, a range: both bounds belong to it
	(Arah.NAIK, "900", "1000", "899", DIBAWAH, "99.89"),
	(Arah.NAIK, "900", "1000", "900", SESUAI, "100.00"),
	(Arah.NAIK, "900", "1000", "950", SESUAI, "100.00"),
	(Arah.NAIK, "900", "1000", "1000", SESUAI, "100.00"),
	(Arah.NAIK, "900", "1000", "1001", DIATAS, "100.10"),
	# Naik against zero, and a realisation that shrank
	(Arah.NAIK, "0", "0", "0", SESUAI, "100.00"),
	(Arah.NAIK, "0", "0", "3", DIATAS, None),
	(Arah.NAIK, "0", "10", "-1", DIBAWAH, "0.00"),
	(Arah.NAIK, "5", "5", "-2", DIBAWAH, "0.00"),
	# Turun, lower is better: complaints within three working days (scenario 2)
	(Arah.TURUN, "3", "3", "2", DIATAS, "133.33"),
	(Arah.TURUN, "3", "3", "3", SESUAI, "100.00"),
	(Arah.TURUN, "3", "3", "4", DIBAWAH, "66.67"),
	(Arah.TURUN, "3", "3", "6", DIBAWAH, "0.00"),
	(Arah.TURUN, "3", "3", "60", DIBAWAH, "0.00"),
	(Arah.TURUN, "3", "3", "0", DIATAS, "200.00"),
	(Arah.TURUN, "3", "3", "3.00001", DIBAWAH, "99.99"),
	(Arah.TURUN, "3", "3", "2.99999", DIATAS, "100.01"),
	(Arah.TURUN, "2", "3", "2", SESUAI, "100.00"),
	(Arah.TURUN, "2", "3", "1.5", DIATAS, "125.00"),
	(Arah.TURUN, "2", "3", "3.3", DIBAWAH, "90.00"),
	# Turun against zero: no accident at all is as expected, one is below
	(Arah.TURUN, "0", "0", "0", SESUAI, "100.00"),
	(Arah.TURUN, "0", "0", "1", DIBAWAH, "0.00"),
	(Arah.TURUN, "0", "0", "-1", DIATAS, None),
	# Rentang: nothing is above expectation
	(Arah.RENTANG, "90", "100", "90", SESUAI, "100.00"),
	(Arah.RENTANG, "90", "100", "100", SESUAI, "100.00"),
	(Arah.RENTANG, "90", "100", "45", DIBAWAH, "50.00"),
	(Arah.RENTANG, "90", "100", "120", DIBAWAH, "80.00"),
	(Arah.RENTANG, "90", "100", "300", DIBAWAH, "0.00"),
	(Arah.RENTANG, "90", "100", "100.0001", DIBAWAH, "99.99"),
	(Arah.RENTANG, "0", "0", "1", DIBAWAH, "0.00"),
	(Arah.RENTANG, "0", "1", "-1", DIBAWAH, "0.00"),
	# Ya/Tidak: the numeric target is ignored
	(Arah.YA_TIDAK, None, None, "1", SESUAI, "100.00"),
	(Arah.YA_TIDAK, None, None, "0", DIBAWAH, "0.00"),
	(Arah.YA_TIDAK, "9", "3", "1", SESUAI, "100.00"),
)


def desimal(value: str | None) -> Decimal | None:
	return None if value is None else Decimal(value)


class TestTargetDiisi(unittest.TestCase):
	def test_one_figure_alone_is_both_bounds(self):
		for isian, target in (
			((90, None), (90, 90)),
			((None, 90), (90, 90)),
			((90, 0), (90, 90)),
			((0, 90), (0, 90)),
			((90, 95), (90, 95)),
			((95, 90), (95, 90)),
			((0, 0), (0, 0)),
			((0, None), (0, 0)),
			((None, None), (0, 0)),
		):
			with self.subTest(isian=isian):
				angka = (None if nilai is None else Decimal(nilai) for nilai in isian)
				self.assertEqual(complete_target(*angka), target)


class TestCapaian(unittest.TestCase):
	"""P. 51 no. 7: a target "idealnya tidak dituliskan secara mutlak sehingga memberikan toleransi"."""

	def test_inside_the_range_is_sesuai_and_outside_it_depends_on_the_direction(self):
		for arah, target_min, target_maks, realisasi, rating, _ in CAPAIAN:
			with self.subTest(arah=str(arah), target=(target_min, target_maks), realisasi=realisasi):
				args = arah, desimal(target_min), desimal(target_maks), Decimal(realisasi)
				self.assertIs(rating_capaian(*args), rating)

	def test_the_percentage_has_two_decimals_and_may_exceed_one_hundred(self):
		for arah, target_min, target_maks, realisasi, _, persen in CAPAIAN:
			with self.subTest(arah=str(arah), target=(target_min, target_maks), realisasi=realisasi):
				args = arah, desimal(target_min), desimal(target_maks), Decimal(realisasi)
				hasil = persen_capaian(*args)
				self.assertEqual(hasil if hasil is None else str(hasil), persen)

	def test_the_percentage_and_the_rating_never_contradict_each_other(self):
		for arah in (Arah.NAIK, Arah.TURUN, Arah.RENTANG):
			for seribu in range(0, 2400, 7):
				args = arah, Decimal("0.9"), Decimal("1.1"), Decimal(seribu) / 1000
				persen = persen_capaian(*args)
				expected = DIATAS if persen > 100 else DIBAWAH if persen < 100 else SESUAI
				with self.subTest(arah=str(arah), realisasi=args[3]):
					self.assertIs(rating_capaian(*args), expected)

	def test_a_stored_direction_works_like_the_enum(self):
		self.assertIs(rating_capaian("Turun", Decimal(3), Decimal(3), Decimal(2)), DIATAS)
		self.assertIsNone(persen_capaian("Naratif", None, None, Decimal(1)))

	def test_a_narrative_is_judged_by_the_penilai_and_has_no_percentage(self):
		self.assertIsNone(persen_capaian(Arah.NARATIF, None, None, Decimal(1)))
		with self.assertRaisesRegex(ValueError, "Pejabat Penilai Kinerja menetapkan sendiri"):
			rating_capaian(Arah.NARATIF, None, None, Decimal(1))


class TestTarget(unittest.TestCase):
	def test_a_target_nobody_can_measure_is_refused_with_what_to_do(self):
		for target_min, target_maks, message in (
			(None, "3", "Target belum lengkap. Isi target minimum dan target maksimum"),
			("3", None, "Target belum lengkap. Isi target minimum dan target maksimum"),
			("-1", "3", "Target tidak boleh negatif. Isi dengan angka nol atau lebih"),
			(
				"1000",
				"900.5",
				r"Target minimum \(1\.000\) melebihi target maksimum \(900,5\)\. Tukar keduanya",
			),
		):
			for arah in (Arah.NAIK, Arah.TURUN, Arah.RENTANG):
				args = arah, desimal(target_min), desimal(target_maks)
				with self.subTest(arah=str(arah), target=(target_min, target_maks)):
					with self.assertRaisesRegex(TargetTidakValid, message):
						check_target(*args)
					with self.assertRaisesRegex(TargetTidakValid, message):
						rating_capaian(*args, Decimal(1))
					with self.assertRaisesRegex(TargetTidakValid, message):
						persen_capaian(*args, Decimal(1))

	def test_equal_bounds_and_zero_are_targets(self):
		self.assertIsNone(check_target(Arah.NAIK, Decimal(0), Decimal(0)))

	def test_yes_or_no_and_a_narrative_need_no_number(self):
		for arah in (Arah.YA_TIDAK, Arah.NARATIF):
			with self.subTest(arah=str(arah)):
				self.assertIsNone(check_target(arah, None, None))

	def test_an_unknown_direction_is_an_error_and_not_a_rating(self):
		with self.assertRaisesRegex(ValueError, "Menurun"):
			rating_capaian("Menurun", Decimal(1), Decimal(2), Decimal(1))
