import unittest
from datetime import date
from decimal import Decimal

from kinerja_asn.constants.masyarakat import UkuranLayanan
from kinerja_asn.rules.masyarakat import (
	Rentang,
	Ukuran,
	count_median,
	count_puas,
	count_rata_rata,
	get_rentang_banding,
	has_nomor_pribadi,
	measure,
)

PENILAIAN = {5: 4, 4: 3, 3: 2, 1: 1}  # 20 + 12 + 6 + 1 = 39 of ten
TUNGGU = {10: 2, 20: 1, 45: 1, 600: 1}


class TestUkuran(unittest.TestCase):
	def test_figures_that_can_be_checked_by_hand(self):
		harapan = {
			UkuranLayanan.RATA_RATA: Decimal("3.90"),
			UkuranLayanan.PUAS: Decimal("70.00"),
			UkuranLayanan.MEDIAN_TUNGGU: Decimal("20.00"),
			UkuranLayanan.RATA_TUNGGU: Decimal("137.00"),
		}
		for ukuran, nilai in harapan.items():
			self.assertEqual(measure(ukuran, PENILAIAN, TUNGGU, 5).nilai, nilai, ukuran)

	def test_one_who_waited_long_does_not_move_the_median(self):
		self.assertEqual(count_median({**TUNGGU, 600: 0, 1440: 1}), count_median(TUNGGU))

	def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle(self):
		self.assertEqual(count_median({10: 1, 15: 1}), Decimal("12.50"))
		self.assertEqual(count_median({10: 3, 15: 1}), Decimal("10.00"))

	def test_below_the_minimum_there_is_no_figure_but_how_many_are_lacking(self):
		self.assertEqual(measure(UkuranLayanan.RATA_RATA, PENILAIAN, TUNGGU, 12), Ukuran(None, 10, 2))

	def test_who_says_nothing_about_waiting_does_not_count_for_it(self):
		"""Ten answers, five of which tell how long they waited."""
		self.assertEqual(measure(UkuranLayanan.MEDIAN_TUNGGU, PENILAIAN, TUNGGU, 10), Ukuran(None, 5, 5))

	def test_of_nothing_there_is_no_figure(self):
		for hitung in (count_rata_rata, count_puas, count_median):
			self.assertIsNone(hitung({}))

	def test_not_quite_everybody_is_not_everybody(self):
		self.assertEqual(count_puas({5: 99_999, 1: 1}), Decimal("99.99"))


class TestBanding(unittest.TestCase):
	TANGGAL = date(2026, 8, 1)

	def test_ninety_days_on_either_side(self):
		sebelum, sesudah = get_rentang_banding(self.TANGGAL, (), date(2027, 1, 1))
		self.assertEqual(sebelum, Rentang(date(2026, 5, 3), date(2026, 7, 31)))
		self.assertEqual(sesudah, Rentang(self.TANGGAL, date(2026, 10, 29)))
		self.assertEqual((sebelum.hari, sesudah.hari), (90, 90))

	def test_what_is_to_come_is_not_compared(self):
		self.assertEqual(
			get_rentang_banding(self.TANGGAL, (), date(2026, 8, 10))[1],
			Rentang(self.TANGGAL, date(2026, 8, 10)),
		)
		self.assertIsNone(get_rentang_banding(self.TANGGAL, (), date(2026, 7, 31))[1])

	def test_another_measure_has_an_effect_of_its_own(self):
		lain = (date(2026, 7, 1), date(2026, 9, 1))
		self.assertEqual(
			get_rentang_banding(self.TANGGAL, lain, date(2027, 1, 1)),
			(Rentang(date(2026, 7, 1), date(2026, 7, 31)), Rentang(self.TANGGAL, date(2026, 8, 31))),
		)


class TestNomorPribadi(unittest.TestCase):
	def test_numbers_of_people_are_recognised_however_they_are_written(self):
		for teks in (
			"hubungi 081234567890",
			"0812-3456-7890 ya",
			"+62 812 3456 7890",
			"NIK 3171234567890001",
		):
			self.assertTrue(has_nomor_pribadi(teks), teks)

	def test_other_numbers_may_be_written(self):
		for teks in (
			"antre 45 menit di loket 3",
			"datang 10-11-2026, selesai 12.30",
			"biayanya Rp1.000.000.000",
			"nomor 2026/11/04",
		):
			self.assertFalse(has_nomor_pribadi(teks), teks)


if __name__ == "__main__":
	unittest.main()
