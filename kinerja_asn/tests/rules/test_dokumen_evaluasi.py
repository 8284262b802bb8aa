import unittest
from datetime import date

from kinerja_asn.rules.dokumen_evaluasi import (
	KEMBALI_ATASAN,
	LAPOR,
	TANDA_TANGAN_ATASAN,
	count_tenggat,
	end_jangka_periodik,
	get_jangka_kembali,
	get_jangka_serah,
)

IMLEK = {date(2025, 1, 29), date(2025, 1, 28)}


class TestJam(unittest.TestCase):
	def test_penilai_hands_over_and_the_employee_returns_within_14_hari_kerja(self):
		"""Page 114 no. 5 and 6: "paling lama 14 (empat belas) hari kerja"."""
		self.assertEqual((get_jangka_serah(False).hari, get_jangka_kembali(False).hari), (14, 14))
		self.assertEqual(count_tenggat(date(2025, 1, 10), get_jangka_serah(False), ()), date(2025, 1, 30))

	def test_a_holiday_is_none_of_them(self):
		self.assertEqual(count_tenggat(date(2025, 1, 10), get_jangka_serah(False), IMLEK), date(2025, 2, 3))

	def test_the_superiors_path_is_14_7_7(self):
		"""Page 115-116 no. 8-10."""
		hari = (TANDA_TANGAN_ATASAN.hari, get_jangka_serah(True).hari, get_jangka_kembali(True).hari)
		self.assertEqual(hari, (14, 7, 7))
		self.assertEqual(count_tenggat(date(2025, 1, 31), TANDA_TANGAN_ATASAN, ()), date(2025, 2, 20))
		self.assertEqual(count_tenggat(date(2025, 2, 20), KEMBALI_ATASAN, ()), date(2025, 3, 3))

	def test_reported_within_30_hari_kerja_after_the_time_to_evaluate(self):
		"""Page 115 no. 7, 117 no. 11."""
		self.assertEqual(count_tenggat(date(2025, 1, 31), LAPOR, ()), date(2025, 3, 14))

	def test_a_leap_day_is_a_day(self):
		self.assertEqual(count_tenggat(date(2024, 2, 28), KEMBALI_ATASAN, ()), date(2024, 3, 8))


class TestJangkaEvaluasi(unittest.TestCase):
	def test_periodic_ends_with_the_month_that_follows(self):
		for akhir, diharapkan in (
			(date(2025, 9, 30), date(2025, 10, 31)),
			(date(2024, 1, 31), date(2024, 2, 29)),
			(date(2025, 12, 31), date(2026, 1, 31)),
		):
			with self.subTest(akhir=akhir):
				self.assertEqual(end_jangka_periodik(akhir), diharapkan)


if __name__ == "__main__":
	unittest.main()
