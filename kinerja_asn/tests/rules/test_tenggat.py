"""Working days."""

import unittest
from datetime import date, datetime, timedelta

from kinerja_asn.rules.tenggat import add_hari_kerja, count_hari_terlambat, hari_kerja_antara

KAMIS, JUMAT = date(2026, 1, 1), date(2026, 1, 2)
SABTU, MINGGU, SENIN = date(2026, 1, 3), date(2026, 1, 4), date(2026, 1, 5)
LIBUR = (KAMIS, date(2026, 1, 16))


class TestAddHariKerja(unittest.TestCase):
	"""P. 114-117: "paling lama 14 (empat belas) hari kerja sejak ditandatangani"."""

	def test_counting_starts_on_the_next_day_and_skips_weekends_and_holidays(self):
		for mulai, hari, libur, expected in (
			(SENIN, 1, (), date(2026, 1, 6)),
			(JUMAT, 1, (), SENIN),
			(SABTU, 1, (), SENIN),
			(MINGGU, 1, (), SENIN),
			(SENIN, 5, (), date(2026, 1, 12)),
			(SENIN, 7, (), date(2026, 1, 14)),
			(SENIN, 14, (), date(2026, 1, 23)),
			(SENIN, 14, LIBUR, date(2026, 1, 26)),
			(date(2025, 12, 31), 1, LIBUR, JUMAT),
			(date(2025, 12, 31), 30, LIBUR, date(2026, 2, 13)),
			(JUMAT, 1, [SENIN], date(2026, 1, 6)),
		):
			with self.subTest(mulai=mulai, hari=hari, libur=libur):
				self.assertEqual(add_hari_kerja(mulai, hari, libur), expected)

	def test_a_holiday_on_a_weekend_is_not_counted_twice(self):
		self.assertEqual(add_hari_kerja(JUMAT, 1, [SABTU, MINGGU]), SENIN)

	def test_zero_days_is_the_day_itself_or_the_first_working_day_after_it(self):
		for mulai, expected in ((SENIN, SENIN), (SABTU, SENIN), (MINGGU, SENIN), (KAMIS, JUMAT)):
			with self.subTest(mulai=mulai):
				self.assertEqual(add_hari_kerja(mulai, 0, LIBUR), expected)

	def test_negative_days_are_refused(self):
		with self.assertRaisesRegex(ValueError, r"tidak boleh negatif \(-1\)"):
			add_hari_kerja(SENIN, -1, ())

	def test_what_is_no_plain_date_is_refused_instead_of_missing_a_holiday(self):
		for mulai, libur in ((datetime(2026, 1, 5, 8), ()), (SENIN, ["2026-01-06"])):
			with (
				self.subTest(mulai=mulai, libur=libur),
				self.assertRaisesRegex(TypeError, "bukan tanggal. Berikan tanggal tanpa jam"),
			):
				add_hari_kerja(mulai, 1, libur)


class TestHariKerjaAntara(unittest.TestCase):
	def test_the_last_day_counts_and_the_first_does_not(self):
		for mulai, akhir, expected in (
			(SENIN, SENIN, 0),
			(SENIN, date(2026, 1, 6), 1),
			(JUMAT, SENIN, 1),
			(JUMAT, MINGGU, 0),
			(SENIN, date(2026, 1, 26), 14),
		):
			with self.subTest(mulai=mulai, akhir=akhir):
				self.assertEqual(hari_kerja_antara(mulai, akhir, LIBUR), expected)

	def test_a_deadline_that_has_passed_gives_a_negative_number(self):
		self.assertEqual(hari_kerja_antara(date(2026, 1, 26), SENIN, LIBUR), -14)

	def test_it_undoes_add_hari_kerja_from_any_day_of_the_year(self):
		for ke in range(365):
			mulai = date(2026, 1, 1) + timedelta(days=ke)
			tenggat = add_hari_kerja(mulai, 14, LIBUR)
			with self.subTest(mulai=mulai):
				self.assertEqual(hari_kerja_antara(mulai, tenggat, LIBUR), 14)


class TestHariTerlambat(unittest.TestCase):
	def test_a_weekend_after_the_last_day_is_late_already(self):
		for pada, expected in (
			(KAMIS, 0),
			(JUMAT, 0),
			(SABTU, 1),
			(MINGGU, 1),
			(SENIN, 1),
			(date(2026, 1, 19), 10),
		):
			with self.subTest(pada=pada):
				self.assertEqual(count_hari_terlambat(JUMAT, pada, LIBUR), expected)
