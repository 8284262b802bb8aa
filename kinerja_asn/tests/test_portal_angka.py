"""Numbers as Indonesians type them, read without guessing."""

from decimal import Decimal
from unittest import TestCase

from kinerja_asn.services.portal.angka import AngkaTidakJelas, format_isian, parse_angka


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
		for teks in (
			"1,075",
			"107.5",
			"1.07",
			"1.0755",
			"1,2,3",
			"12 orang",
			"1e5",
			"٣",
			"-1",
			"NaN",
			"1.075,",
			",",
		):
			with self.subTest(teks), self.assertRaises(AngkaTidakJelas):
				parse_angka(teks)

	def test_what_is_shown_in_a_field_is_read_back_as_the_same(self):
		for angka in (0, 1075, 107.5, 1.075, 0.125, 123456789.01, 12.345):
			with self.subTest(angka):
				self.assertEqual(parse_angka(format_isian(angka)), Decimal(str(angka)))
