"""How a target falls into the periods of a year."""

import unittest
from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres
from kinerja_asn.rules.lintasan import scale_bulanan, spread_bulanan
from kinerja_asn.rules.progres import assess_progres, target_sampai

D = Decimal
JUMLAH, TERAKHIR = CaraHitung.JUMLAH, CaraHitung.NILAI_TERAKHIR
TRIWULAN = ((1, 3), (4, 6), (7, 9), (10, 12))


class TestLintasan(unittest.TestCase):
	def test_months_are_added_up_to_the_periods_of_the_plan(self):
		bulanan = [D(ke) for ke in range(1, 13)]
		self.assertEqual(
			spread_bulanan(JUMLAH, bulanan, TRIWULAN), (D(6) / 78, D(15) / 78, D(24) / 78, D(33) / 78)
		)

	def test_of_a_level_a_month_says_what_is_reached_by_its_end(self):
		bulanan = [D(0), D(0), D(20), D(0), D(0), D(50), D(0), D(0), D(50), D(0), D(0), D(100)]
		self.assertEqual(spread_bulanan(TERAKHIR, bulanan, TRIWULAN), (D("0.2"), D("0.3"), D(0), D("0.5")))

	def test_months_outside_of_the_plan_do_not_count(self):
		self.assertEqual(spread_bulanan(JUMLAH, [D(1)] * 12, ((11, 11), (12, 12))), (D("0.5"), D("0.5")))

	def test_of_months_without_anything_there_is_no_trajectory(self):
		bulanan = [D(0)] * 6 + [D(5)] * 6
		self.assertIsNone(spread_bulanan(JUMLAH, bulanan, ((1, 1), (2, 2))))
		self.assertIsNone(spread_bulanan(TERAKHIR, [D(0)] * 12, TRIWULAN))

	def test_months_of_last_year_are_scaled_to_this_one(self):
		self.assertEqual(scale_bulanan([D(10), D(0), D(30)], D(40), D(50)), (D("12.5"), D(0), D("37.5")))

	def test_what_is_due_follows_the_trajectory(self):
		bagian = (D("0.1"), D("0.1"), D("0.3"), D("0.5"))
		for masa_ke, seharusnya in ((1, "100"), (2, "200"), (3, "500"), (4, "1000")):
			with self.subTest(masa_ke):
				self.assertEqual(target_sampai(Arah.NAIK, JUMLAH, D(1000), masa_ke, 4, bagian), D(seharusnya))

	def test_what_is_due_whole_has_no_trajectory(self):
		bagian = (D("0.1"), D("0.9"))
		for arah, cara in (
			(Arah.NAIK, CaraHitung.RATA_RATA),
			(Arah.TURUN, TERAKHIR),
			(Arah.YA_TIDAK, JUMLAH),
		):
			self.assertEqual(target_sampai(arah, cara, D(10), 1, 2, bagian), D(10))

	def test_who_follows_a_season_is_not_behind(self):
		bagian = (D("0.1"), D("0.1"), D("0.3"), D("0.5"))
		target = (Arah.NAIK, JUMLAH, D(1000), D(1000), D(210), 2, 4)
		self.assertEqual(assess_progres(*target).status, StatusProgres.TERTINGGAL)
		self.assertEqual(assess_progres(*target, bagian).status, StatusProgres.SESUAI_JADWAL)


if __name__ == "__main__":
	unittest.main()
