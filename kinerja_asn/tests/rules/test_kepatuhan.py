"""Whether an SKP was set, and in time (PermenPANRB 6/2022, Pasal 14 ayat (1): "paling lambat … tanggal 31 Januari")."""

from datetime import date
from unittest import TestCase

from kinerja_asn.constants.istilah import KeadaanSKP, Tahap
from kinerja_asn.rules.kepatuhan import count_hari_lewat, get_keadaan

BATAS = date(2026, 1, 31)


class TestKeadaan(TestCase):
	def test_every_stage_and_both_sides_of_the_last_day(self):
		for tahap, ditetapkan, keadaan in (
			(None, None, KeadaanSKP.BELUM_ADA),
			(Tahap.DRAF, None, KeadaanSKP.DISUSUN),
			(Tahap.DIKEMBALIKAN, None, KeadaanSKP.DISUSUN),
			(Tahap.DIAJUKAN, None, KeadaanSKP.MENUNGGU),
			(Tahap.DITETAPKAN, BATAS, KeadaanSKP.TEPAT_WAKTU),
			(Tahap.DITETAPKAN, date(2026, 2, 1), KeadaanSKP.TERLAMBAT),
			(Tahap.DITUTUP, BATAS, KeadaanSKP.TEPAT_WAKTU),
			(Tahap.DITUTUP, None, KeadaanSKP.BELUM_ADA),
		):
			with self.subTest(tahap=tahap, ditetapkan=ditetapkan):
				self.assertEqual(get_keadaan(tahap, ditetapkan, BATAS), keadaan)

	def test_without_a_last_day_nothing_is_late(self):
		self.assertEqual(get_keadaan(Tahap.DITETAPKAN, date(2026, 9, 1), None), KeadaanSKP.TEPAT_WAKTU)
		self.assertEqual(count_hari_lewat(None, None, date(2026, 9, 1), ()), 0)

	def test_working_days_late_end_with_the_day_on_which_it_was_set(self):
		for ditetapkan, hari_ini, lewat in (
			(None, BATAS, 0),  # a Saturday
			(None, date(2026, 2, 1), 0),
			(None, date(2026, 3, 1), 19),
			(date(2026, 2, 3), date(2026, 3, 1), 2),
			(date(2026, 1, 5), date(2026, 3, 1), 0),
		):
			with self.subTest(ditetapkan=ditetapkan, hari_ini=hari_ini):
				libur = {date(2026, 2, 17)}  # Imlek
				self.assertEqual(count_hari_lewat(ditetapkan, BATAS, hari_ini, libur), lewat)
