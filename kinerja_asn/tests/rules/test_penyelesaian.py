"""How far an evaluation had come on a day."""

import unittest
from datetime import date

from kinerja_asn.constants.istilah import KeadaanEvaluasi, Tahap
from kinerja_asn.rules.penyelesaian import keadaan_kini, keadaan_pada

BELUM, DINILAI, DITETAPKAN, DISERAHKAN, SELESAI = KeadaanEvaluasi
LANGKAH = (date(2028, 1, 10), date(2028, 1, 31), date(2028, 2, 28), date(2028, 2, 29))


class TestKeadaan(unittest.TestCase):
	def test_on_a_day_that_is_past(self):
		for hari, keadaan in (
			(date(2028, 1, 9), BELUM),
			(date(2028, 1, 10), DINILAI),
			(date(2028, 1, 31), DITETAPKAN),
			(date(2028, 2, 28), DISERAHKAN),
			(date(2028, 2, 29), SELESAI),
		):
			self.assertEqual(keadaan_pada(hari, *LANGKAH), keadaan)
		self.assertEqual(keadaan_pada(date(2028, 3, 1), None, None, None, None), BELUM)

	def test_now(self):
		self.assertEqual(keadaan_kini(None), BELUM)
		self.assertEqual(keadaan_kini(Tahap.DIKEMBALIKAN), DINILAI)
		self.assertEqual(keadaan_kini(Tahap.DISERAHKAN), DISERAHKAN)
		self.assertEqual(keadaan_kini(Tahap.DITUTUP), SELESAI)
