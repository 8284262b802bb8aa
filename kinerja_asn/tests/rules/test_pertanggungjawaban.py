"""When progress is due."""

import unittest
from datetime import date, timedelta

from kinerja_asn.constants.istilah import Frekuensi
from kinerja_asn.rules.pertanggungjawaban import check_jadwal, get_jatuh_tempo_berikut, is_jatuh_tempo

HARIAN, MINGGUAN, BULANAN, TRIWULANAN, SEMESTERAN, TAHUNAN, TANGGAL = Frekuensi
TAHUN = date(2026, 1, 1), date(2026, 12, 31)
# A post taken over on Thursday 12 February and left on Tuesday 18 August
SEBAGIAN = date(2026, 2, 12), date(2026, 8, 18)


def jatuh_tempo(frekuensi: Frekuensi, awal: date, akhir: date, tanggal: date | None = None) -> list[date]:
	"""Every due day, asked for every day from a month before until a month after."""
	hari = [awal + timedelta(days=n) for n in range(-31, (akhir - awal).days + 32)]
	return [saat for saat in hari if is_jatuh_tempo(frekuensi, tanggal, saat, awal, akhir)]


class TestJadwal(unittest.TestCase):
	def test_a_report_on_a_day_names_one_within_the_period(self):
		for frekuensi, tanggal, salah in (
			(TANGGAL, None, 'isi tanggalnya, karena waktu pelaporannya "Tanggal tertentu".'),
			(TANGGAL, date(2026, 12, 31), None),
			(
				TANGGAL,
				date(2025, 12, 31),
				"tanggal pelaporan 31-12-2025 di luar periodenya, 01-01-2026 sampai 31-12-2026.",
			),
			(BULANAN, None, None),
			(None, None, None),
		):
			with self.subTest(frekuensi=frekuensi, tanggal=tanggal):
				self.assertEqual(check_jadwal(frekuensi, tanggal, *TAHUN), salah)

	def test_without_a_period_only_the_day_itself_is_asked_for(self):
		self.assertIsNone(check_jadwal(TANGGAL, date(1999, 1, 1), None, None))


class TestJatuhTempo(unittest.TestCase):
	"""P. 60: "waktu pelaporan perkembangan hasil kerja secara periodik/ berkala" or "waktu tertentu"."""

	def test_the_last_calendar_day_of_each_part_cut_to_the_skp(self):
		for frekuensi, masa, expected in (
			(BULANAN, TAHUN, "31-1 28-2 31-3 30-4 31-5 30-6 31-7 31-8 30-9 31-10 30-11 31-12"),
			(TRIWULANAN, TAHUN, "31-3 30-6 30-9 31-12"),
			(SEMESTERAN, TAHUN, "30-6 31-12"),
			(TAHUNAN, TAHUN, "31-12"),
			(BULANAN, SEBAGIAN, "28-2 31-3 30-4 31-5 30-6 31-7 18-8"),
			(TRIWULANAN, SEBAGIAN, "31-3 30-6 18-8"),
			(SEMESTERAN, SEBAGIAN, "30-6 18-8"),
			(TAHUNAN, SEBAGIAN, "18-8"),
		):
			with self.subTest(frekuensi=str(frekuensi), masa=masa):
				hasil = jatuh_tempo(frekuensi, *masa)
				self.assertEqual(" ".join(f"{hari.day}-{hari.month}" for hari in hasil), expected)

	def test_february_of_a_leap_year(self):
		self.assertTrue(
			is_jatuh_tempo(BULANAN, None, date(2028, 2, 29), date(2028, 1, 1), date(2028, 12, 31))
		)

	def test_weekly_is_every_friday_and_daily_monday_to_friday(self):
		for masa, jumat, hari_kerja in ((TAHUN, 52, 261), (SEBAGIAN, 27, 134)):
			with self.subTest(masa=masa):
				mingguan, harian = jatuh_tempo(MINGGUAN, *masa), jatuh_tempo(HARIAN, *masa)
				self.assertEqual({hari.strftime("%a") for hari in mingguan}, {"Fri"})
				self.assertEqual({hari.weekday() for hari in harian}, {0, 1, 2, 3, 4})
				self.assertEqual((len(mingguan), len(harian)), (jumat, hari_kerja))

	def test_an_agreed_date_is_due_alone_and_within_the_skp(self):
		for tanggal, expected in (
			(date(2026, 5, 2), [date(2026, 5, 2)]),  # a Saturday: agreed is agreed
			(SEBAGIAN[0], [SEBAGIAN[0]]),
			(SEBAGIAN[1], [SEBAGIAN[1]]),
			(date(2026, 2, 11), []),
			(date(2026, 8, 19), []),
			(None, []),
		):
			with self.subTest(tanggal=tanggal):
				self.assertEqual(jatuh_tempo(TANGGAL, *SEBAGIAN, tanggal), expected)

	def test_a_date_beside_another_frequency_is_ignored(self):
		self.assertEqual(jatuh_tempo(TAHUNAN, *TAHUN, date(2026, 5, 2)), [date(2026, 12, 31)])


class TestBerikut(unittest.TestCase):
	def test_the_first_one_from_that_day_on_with_the_day_itself(self):
		for frekuensi, hari, expected in (
			(HARIAN, (2026, 2, 13), (2026, 2, 13)),
			(HARIAN, (2026, 2, 14), (2026, 2, 16)),
			(HARIAN, (2025, 1, 1), (2026, 2, 12)),
			(HARIAN, (2026, 8, 18), (2026, 8, 18)),
			(HARIAN, (2026, 8, 19), None),
			(MINGGUAN, (2026, 1, 1), (2026, 2, 13)),
			(MINGGUAN, (2026, 2, 13), (2026, 2, 13)),
			(MINGGUAN, (2026, 2, 14), (2026, 2, 20)),
			(MINGGUAN, (2026, 8, 15), None),
			(BULANAN, (2026, 2, 28), (2026, 2, 28)),
			(BULANAN, (2026, 3, 1), (2026, 3, 31)),
			(BULANAN, (2026, 8, 1), (2026, 8, 18)),
			(TAHUNAN, (2026, 1, 1), (2026, 8, 18)),
			(TAHUNAN, (2026, 8, 18), (2026, 8, 18)),
			(TAHUNAN, (2027, 1, 1), None),
			(TANGGAL, (2026, 1, 1), (2026, 5, 2)),
			(TANGGAL, (2026, 5, 2), (2026, 5, 2)),
			(TANGGAL, (2026, 5, 3), None),
		):
			with self.subTest(frekuensi=str(frekuensi), hari=hari):
				hasil = get_jatuh_tempo_berikut(frekuensi.value, date(2026, 5, 2), date(*hari), *SEBAGIAN)
				self.assertEqual(hasil, expected and date(*expected))

	def test_an_skp_across_two_years_is_refused(self):
		with self.assertRaisesRegex(ValueError, "melewati satu tahun kinerja"):
			get_jatuh_tempo_berikut(BULANAN, None, date(2026, 1, 1), date(2025, 12, 1), date(2026, 1, 31))
