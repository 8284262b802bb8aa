"""Forecasts of the year's end."""

import unittest
from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, CaraHitung, Keyakinan
from kinerja_asn.rules.pemantauan import forecast

D = Decimal


def by_masa(*nilai) -> dict[int, Decimal]:
	return {ke: D(str(angka)) for ke, angka in enumerate(nilai, 1)}


class TestForecast(unittest.TestCase):
	def forecast(self, *nilai, cara=CaraHitung.JUMLAH, jumlah=12, arah=Arah.NAIK, bagian=None):
		return forecast(arah, cara, by_masa(*nilai), jumlah, bagian)

	def assert_perkiraan(self, perkiraan, *angka: str) -> None:
		self.assertEqual((perkiraan.nilai, perkiraan.bawah, perkiraan.atas), tuple(map(D, angka)))

	def test_a_steady_sum_goes_on(self):
		perkiraan = self.forecast(100, 100, 100, 100)
		self.assert_perkiraan(perkiraan, "1200", "1200", "1200")
		self.assertEqual(perkiraan.keyakinan, Keyakinan.CUKUP)
		self.assertEqual((perkiraan.masa, perkiraan.sisa), (4, 8))

	def test_the_range_is_how_far_the_periods_differed_on_average(self):
		# 90 and 110 about 100: ten more or less in each of eight periods.
		self.assert_perkiraan(self.forecast(90, 110, 90, 110), "1200", "1120", "1280")

	def test_how_sure_follows_the_range_and_the_number_of_periods(self):
		for nilai, keyakinan in (
			((90, 110, 90, 110), Keyakinan.CUKUP),
			((70, 130, 70, 130), Keyakinan.KURANG),
			((10, 190, 10, 190), Keyakinan.KASAR),
			((100, 100, 100), Keyakinan.KASAR),
			((0, 0, 0, 0), Keyakinan.CUKUP),
		):
			with self.subTest(nilai):
				self.assertEqual(self.forecast(*nilai).keyakinan, keyakinan)

	def test_a_missing_period_is_counted_like_one_to_come(self):
		perkiraan = forecast(Arah.NAIK, CaraHitung.JUMLAH, {1: D(100), 3: D(100)}, 4)
		self.assert_perkiraan(perkiraan, "400", "400", "400")
		self.assertEqual(perkiraan.sisa, 2)

	def test_a_year_with_a_season_is_no_straight_line(self):
		# A tenth of the target was due in each of the first two quarters, and reached; the rest comes later.
		bagian = [D("0.1"), D("0.1"), D("0.3"), D("0.5")]
		self.assert_perkiraan(self.forecast(10, 10, jumlah=4, bagian=bagian), "100", "100", "100")
		self.assert_perkiraan(self.forecast(10, 10, jumlah=4), "40", "40", "40")

	def test_where_nothing_was_due_the_periods_count_alike(self):
		bagian = [D(0), D(0), D("0.5"), D("0.5")]
		self.assert_perkiraan(self.forecast(10, 10, jumlah=4, bagian=bagian), "40", "40", "40")

	def test_an_average_moves_as_far_as_the_rest_of_the_year_can_move_it(self):
		# (2 + 4) / 2 = 3; half of the year is left at 2 or 4: 2.5 to 3.5.
		self.assert_perkiraan(self.forecast(2, 4, cara=CaraHitung.RATA_RATA, jumlah=4), "3", "2.5", "3.5")

	def test_a_level_goes_on_rising_as_it_rose(self):
		terakhir = CaraHitung.NILAI_TERAKHIR
		self.assert_perkiraan(self.forecast(10, 20, 40, cara=terakhir, jumlah=4), "55", "50", "60")
		self.assert_perkiraan(self.forecast(40, 10, cara=terakhir, jumlah=4, arah=Arah.TURUN), "0", "0", "0")

	def test_there_is_none_of_what_has_no_number_no_pace_or_no_rest(self):
		for perkiraan in (
			self.forecast(1, 1, arah=Arah.NARATIF),
			self.forecast(1, 1, arah=Arah.YA_TIDAK),
			self.forecast(100),
			self.forecast(),
			self.forecast(1, 2, jumlah=2),
		):
			self.assertIsNone(perkiraan)


if __name__ == "__main__":
	unittest.main()
