"""Progress noted day by day: weeks, what is late, what lines sum to (Pasal 16 ayat (3))."""

import unittest
from datetime import date
from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, CaraHitung
from kinerja_asn.rules.catatan import Angka, find_belum, get_pekan, is_terlambat, sum_baris
from kinerja_asn.rules.tenggat import list_hari

# 2 February 2026 is a Monday.
SENIN, SELASA, KAMIS, JUMAT, SABTU = (date(2026, 2, hari) for hari in (2, 3, 5, 6, 7))


class TestHari(unittest.TestCase):
	def test_a_week_goes_from_monday_to_sunday_also_across_the_year(self):
		self.assertEqual(get_pekan(KAMIS)[0], SENIN)
		self.assertEqual(get_pekan(date(2026, 2, 8))[0], SENIN)
		self.assertEqual(get_pekan(date(2027, 1, 1))[0], date(2026, 12, 28))
		self.assertEqual(len(get_pekan(KAMIS)), 7)

	def test_no_day_lies_between_an_end_and_a_later_beginning(self):
		self.assertEqual(list_hari(SELASA, SENIN), [])
		self.assertEqual(list_hari(SENIN, SENIN), [SENIN])

	def test_only_a_day_that_is_over_and_was_worked_on_is_missing(self):
		hari = list_hari(SENIN, SABTU)
		belum = find_belum(hari, tercatat={SENIN}, kosong={SELASA, SABTU}, hari_ini=JUMAT)
		self.assertEqual(belum, [date(2026, 2, 4), KAMIS])


class TestTerlambat(unittest.TestCase):
	def test_late_after_so_many_working_days(self):
		for tanggal, ditulis, hari_kerja, libur, terlambat in (
			(SENIN, SENIN, 0, (), False),
			(SENIN, SELASA, 0, (), True),
			(SENIN, SELASA, 1, (), False),
			(JUMAT, date(2026, 2, 9), 1, (), False),
			(JUMAT, date(2026, 2, 10), 1, (), True),
			(JUMAT, date(2026, 2, 10), 1, (date(2026, 2, 9),), False),
			# What was done on a Saturday is in time on Monday, when people are back.
			(SABTU, date(2026, 2, 9), 0, (), False),
		):
			with self.subTest(tanggal=tanggal, ditulis=ditulis, hari_kerja=hari_kerja):
				self.assertEqual(is_terlambat(tanggal, ditulis, hari_kerja, libur), terlambat)


class TestJumlah(unittest.TestCase):
	def sum(self, arah, cara_hitung, *nilai):
		"""Lines of Monday on, in a period that began on Tuesday."""
		baris = [
			Angka("a", hari, Decimal(angka))
			for hari, angka in zip(list_hari(SENIN, SABTU), nilai, strict=False)
		]
		return sum_baris([*baris, Angka("lain", SELASA, Decimal(99))], [("a", arah, cara_hitung)], SELASA)

	def test_lines_are_put_together_as_the_plan_puts_periods_together(self):
		for arah, cara_hitung, nilai, hasil in (
			(Arah.NAIK, CaraHitung.JUMLAH, (7, 12, 30), {"a": Decimal(42)}),
			(Arah.TURUN, CaraHitung.RATA_RATA, (7, 2, 3), {"a": Decimal("2.5")}),
			(Arah.NAIK, CaraHitung.NILAI_TERAKHIR, (7, 80, 85), {"a": Decimal(85)}),
			(Arah.TURUN, CaraHitung.JUMLAH, (7, 0, 0), {"a": Decimal(0)}),
			(Arah.NAIK, CaraHitung.JUMLAH_KUMULATIF, (7, 12, 30), {"a": Decimal(49)}),
			(Arah.NAIK, CaraHitung.RATA_RATA_KUMULATIF, (1, 2, 3), {"a": Decimal(2)}),
			(Arah.NAIK, CaraHitung.JUMLAH, (7,), {}),
			(Arah.NAIK, CaraHitung.JUMLAH_KUMULATIF, (7,), {"a": Decimal(7)}),
		):
			with self.subTest(cara_hitung=cara_hitung):
				self.assertEqual(self.sum(arah, cara_hitung, *nilai), hasil)

	def test_nothing_noted_is_not_zero(self):
		self.assertEqual(self.sum(Arah.NAIK, CaraHitung.JUMLAH), {})

	def test_words_and_yes_or_no_have_no_sum(self):
		for arah in (Arah.NARATIF, Arah.YA_TIDAK):
			self.assertEqual(self.sum(arah, CaraHitung.JUMLAH, 1, 1, 1), {})


if __name__ == "__main__":
	unittest.main()
