"""The numeric scheme of PP 30/2019 (domain.md A.6.6)."""

import unittest
from decimal import Decimal

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.constants.numerik import BobotPP30
from kinerja_asn.rules.numerik import Konversi, nilai_kinerja, nilai_skp, predikat_numerik

TANPA, DENGAN = BobotPP30


def angka(teks: str) -> Decimal:
	return Decimal(teks)


class TestNilai(unittest.TestCase):
	def test_what_exceeds_120_percent_counts_as_120(self):
		self.assertEqual(nilai_skp([angka("107.5"), angka("150")]), angka("113.75"))
		self.assertEqual(nilai_skp([angka("0"), angka("100")]), angka("50"))
		self.assertIsNone(nilai_skp([]))

	def test_weights_with_and_without_the_opinion_of_peers_and_subordinates(self):
		"""70 and 30 percent, or 60 and 40."""
		self.assertEqual(nilai_kinerja(angka("100"), angka("90"), TANPA), angka("97.00"))
		self.assertEqual(nilai_kinerja(angka("100"), angka("90"), DENGAN), angka("96.00"))
		self.assertEqual(nilai_kinerja(angka("107.5"), angka("110"), TANPA), angka("108.25"))
		self.assertEqual(nilai_kinerja(angka("120"), angka("120"), DENGAN), angka("120.00"))

	def test_figures_outside_the_scale_are_refused(self):
		for skp, perilaku in (("120.01", "90"), ("100", "-1")):
			with self.assertRaisesRegex(ValueError, "0 sampai 120"):
				nilai_kinerja(angka(skp), angka(perilaku), TANPA)


class TestPredikat(unittest.TestCase):
	def test_the_bands(self):
		for nilai, predikat in (
			("109.99", "Baik"),
			("90", "Baik"),
			("89.99", "Cukup"),
			("70", "Cukup"),
			("69.99", "Kurang"),
			("50", "Kurang"),
			("49.99", "Sangat Kurang"),
			("0", "Sangat Kurang"),
		):
			with self.subTest(nilai):
				self.assertEqual(str(predikat_numerik(angka(nilai), True)), predikat)

	def test_sangat_baik_asks_for_a_new_idea(self):
		"""110 <= x <= 120 "dan menciptakan ide baru …"; without it 110 to 120 stays Baik, whose band ends at 120."""
		for nilai in ("110", "120"):
			self.assertEqual(str(predikat_numerik(angka(nilai), True)), "Sangat Baik")
			self.assertEqual(str(predikat_numerik(angka(nilai), False)), "Baik")
		with self.assertRaisesRegex(ValueError, "0 sampai 120"):
			predikat_numerik(angka("121"), True)


class TestKonversi(unittest.TestCase):
	def test_a_rating_counts_as_the_agency_says(self):
		self.assertEqual([Konversi().convert(rating) for rating in Rating], [110, 90, 70])
		with self.assertRaisesRegex(ValueError, "harus naik"):
			Konversi(diatas=angka("90"))
