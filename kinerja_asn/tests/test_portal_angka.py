"""Numbers as Indonesians type them, read without guessing."""

from decimal import Decimal
from unittest import TestCase

from kinerja_asn.services.bersama.angka import AngkaTidakJelas, format_isian, parse_angka


def get_banyak_angka() -> list[int | float]:
	"""Of every length before the comma, and up to the nine digits behind it that the database keeps."""
	bulat = [0, *range(1, 10), *(10**pangkat + beda for pangkat in range(1, 11) for beda in (-1, 0, 1, 75))]
	pecahan = (0.5, 0.25, 0.125, 0.075, 0.001, 0.333, 0.0625, 0.00001, 0.123456789)
	return [
		*bulat,
		*(round(utuh + bagian, 9) for utuh in bulat if utuh < 10**6 for bagian in pecahan),
		10**11 - 1,
	]


class TestAngka(TestCase):
	def test_the_ways_people_write_a_number(self):
		for teks, angka in (
			("1075", "1075"),
			("1.075", "1075"),
			("1.075.000,25", "1075000.25"),
			("107,5", "107.5"),
			("0,125", "0.125"),
			(" 0 ", "0"),
			("1,0750", "1.075"),
		):
			with self.subTest(teks):
				self.assertEqual(parse_angka(teks), Decimal(angka))
		self.assertIsNone(parse_angka("  "))
		self.assertIsNone(parse_angka(None))

	def test_what_could_be_two_numbers_or_none_is_refused(self):
		for pesan, *salah in (
			("dapat berarti|can mean", "1,075"),
			("dengan koma|with a comma", "107.5", "1.07", "1.0755"),
			("bukan angka|is not a number", "1,2,3", "12 orang", "1e5", "٣", "NaN", "1.075,", ","),
			("tidak boleh negatif|cannot be negative", "-1"),
		):
			for teks in salah:
				with self.subTest(teks), self.assertRaisesRegex(AngkaTidakJelas, pesan):
					parse_angka(teks)

	def test_a_number_that_the_database_cannot_keep_is_too_large_and_not_no_number(self):
		for teks in ("9" * 20, "100.000.000.000", "100000000000,5", "1" + "0" * 11):
			with self.subTest(teks), self.assertRaisesRegex(AngkaTidakJelas, "terlalu besar|too large"):
				parse_angka(teks)
		self.assertEqual(parse_angka("99.999.999.999"), Decimal(10**11 - 1))
		self.assertEqual(parse_angka("0" * 20 + "7"), Decimal(7))

	def test_a_number_in_a_field_reads_as_indonesians_write_it(self):
		for angka, teks in (
			(1_000_000, "1.000.000"),
			(1000.0, "1.000"),
			(107.5, "107,5"),
			(0, "0"),
			(999, "999"),
		):
			with self.subTest(angka):
				self.assertEqual(format_isian(angka), teks)
		self.assertEqual(format_isian(1.075), "1,0750")  # "1,075" could be a thousand

	def test_what_is_shown_in_a_field_is_read_back_as_the_same(self):
		for angka in get_banyak_angka():
			with self.subTest(angka):
				self.assertEqual(parse_angka(format_isian(angka)), Decimal(str(angka)))
