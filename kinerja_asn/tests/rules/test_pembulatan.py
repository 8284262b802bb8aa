"""Numbers are converted, rounded and printed in one way."""

import unittest
from decimal import Decimal

from kinerja_asn.rules.pembulatan import format_angka, persen, round_half_up, to_decimal


class TestPembulatan(unittest.TestCase):
	def test_a_half_is_rounded_away_from_zero_and_never_to_the_even_digit(self):
		for value, expected in (
			("2.345", "2.35"),
			("2.355", "2.36"),
			("2.3449", "2.34"),
			("-2.345", "-2.35"),
			("7", "7.00"),
		):
			with self.subTest(value=value):
				self.assertEqual(str(round_half_up(Decimal(value))), expected)

	def test_places_may_be_chosen(self):
		self.assertEqual(str(round_half_up(Decimal("12.5"), 0)), "13")
		self.assertEqual(str(round_half_up(Decimal("0.0005"), 3)), "0.001")

	def test_a_tiny_negative_does_not_become_minus_zero(self):
		self.assertEqual(str(round_half_up(Decimal("-0.001"))), "0.00")

	def test_a_float_becomes_the_number_it_prints_as(self):
		for value, expected in ((0.1, "0.1"), (1075, "1075"), ("3.50", "3.50"), (Decimal("2.5"), "2.5")):
			with self.subTest(value=value):
				self.assertEqual(str(to_decimal(value)), expected)

	def test_what_is_no_finite_number_is_refused_with_the_value_named(self):
		for value in ("tiga", "", "nan", float("nan"), float("inf"), Decimal("-Infinity"), None, True):
			with self.subTest(value=value), self.assertRaisesRegex(ValueError, f'^"{value}" bukan angka'):
				to_decimal(value)

	def test_a_percentage_is_rounded_but_never_across_one_hundred(self):
		for bagian, dari, expected in (
			("2", "3", "66.67"),
			("1075", "1000", "107.50"),
			("1000", "1000", "100.00"),
			("999.99999", "1000", "99.99"),
			("1000.00001", "1000", "100.01"),
			("-5", "10", "0.00"),
		):
			with self.subTest(bagian=bagian):
				self.assertEqual(str(persen(Decimal(bagian), Decimal(dari))), expected)

	def test_numbers_are_printed_as_indonesians_write_them(self):
		for value, expected in (
			("1075", "1.075"),
			("107.50", "107,5"),
			("1234567.891", "1.234.567,891"),
			("1E+3", "1.000"),
			("100.00", "100"),
			("0.50", "0,5"),
			("-0", "0"),
			("-1200.5", "-1.200,5"),
		):
			with self.subTest(value=value):
				self.assertEqual(format_angka(Decimal(value)), expected)
