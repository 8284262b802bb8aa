"""Steps of a rencana aksi and their months (p. 67-68)."""

import unittest
from datetime import date

from kinerja_asn.constants.istilah import Bulan
from kinerja_asn.rules.rencana_aksi import (
	check_rentang,
	fit_rentang,
	format_rentang,
	get_bulan,
	is_berjalan,
)

TAHUN = (date(2026, 1, 1), date(2026, 12, 31))
SEJAK_APRIL = (date(2026, 4, 14), date(2026, 9, 30))


class TestRentang(unittest.TestCase):
	def test_months_are_those_in_which_the_plan_is_in_force(self):
		self.assertEqual(get_bulan(*TAHUN), tuple(Bulan))
		self.assertEqual((get_bulan(*SEJAK_APRIL)[0], get_bulan(*SEJAK_APRIL)[-1]), ("April", "September"))

	def test_a_step_lies_within_the_plan_and_does_not_end_before_it_begins(self):
		for mulai, selesai, masa, salah in (
			("Januari", "Desember", TAHUN, None),
			("Mei", "Mei", TAHUN, None),
			("April", "September", SEJAK_APRIL, None),
			("Maret", "April", SEJAK_APRIL, "antara April dan September"),
			("April", "Oktober", SEJAK_APRIL, "antara April dan September"),
			("Mei", "April", TAHUN, "bulan selesai (April) mendahului bulan mulai (Mei)"),
			("", "April", TAHUN, "pilih bulan mulai"),
			(None, None, TAHUN, "pilih bulan mulai"),
			("May", "April", TAHUN, "pilih bulan mulai"),
		):
			with self.subTest(mulai=mulai, selesai=selesai):
				hasil = check_rentang(mulai, selesai, *masa)
				self.assertIn(salah, hasil) if salah else self.assertIsNone(hasil)

	def test_one_month_is_called_once(self):
		self.assertEqual(format_rentang("Mei", "Mei"), "Mei")
		self.assertEqual(format_rentang("Mei", "Juli"), "Mei – Juli")

	def test_a_step_belongs_to_every_reporting_period_that_it_touches(self):
		triwulan = (date(2026, 4, 1), date(2026, 6, 30))
		for mulai, selesai, ada in (
			("Januari", "Maret", False),
			("Januari", "April", True),
			("Mei", "Mei", True),
			("Juni", "Desember", True),
			("Juli", "Juli", False),
		):
			with self.subTest(mulai=mulai, selesai=selesai):
				self.assertEqual(is_berjalan(mulai, selesai, *triwulan), ada)

	def test_what_is_left_for_the_plan_that_follows(self):
		self.assertEqual(fit_rentang("Januari", "Desember", *SEJAK_APRIL), ("April", "September"))
		self.assertEqual(fit_rentang("Mei", "Juni", *SEJAK_APRIL), ("Mei", "Juni"))
		self.assertIsNone(fit_rentang("Januari", "Maret", *SEJAK_APRIL))


if __name__ == "__main__":
	unittest.main()
