"""Reporting periods of a year."""

import unittest
from datetime import date, timedelta
from itertools import pairwise

from kinerja_asn.constants.istilah import JenisEvaluasi, JenisMasa
from kinerja_asn.rules.masa import Masa, build_masa, choose_masa_evaluasi, end_kontrak, masa_pada

AWAL, AKHIR = date(2026, 1, 1), date(2026, 12, 31)


class TestSusunMasa(unittest.TestCase):
	"""Pasal 16 ayat (3): "harian; mingguan; bulanan; triwulanan; semesteran; dan/atau tahunan"."""

	def test_a_whole_year_falls_into_calendar_periods_with_indonesian_names(self):
		for jenis, jumlah, pertama, terakhir in (
			(JenisMasa.BULANAN, 12, "Januari 2026", "Desember 2026"),
			(JenisMasa.TRIWULANAN, 4, "Triwulan I 2026", "Triwulan IV 2026"),
			(JenisMasa.SEMESTERAN, 2, "Semester I 2026", "Semester II 2026"),
			(JenisMasa.TAHUNAN, 1, "Tahun 2026", "Tahun 2026"),
		):
			with self.subTest(jenis=str(jenis)):
				masa = build_masa(AWAL, AKHIR, jenis)
				self.assertEqual([penggal.ke for penggal in masa], list(range(1, jumlah + 1)))
				self.assertEqual((masa[0].label, masa[-1].label), (pertama, terakhir))

	def test_the_periods_cover_the_year_without_gap_or_overlap(self):
		for jenis in (JenisMasa.BULANAN, JenisMasa.TRIWULANAN, JenisMasa.SEMESTERAN, JenisMasa.TAHUNAN):
			with self.subTest(jenis=str(jenis)):
				masa = build_masa(AWAL, AKHIR, jenis)
				self.assertEqual((masa[0].awal, masa[-1].akhir), (AWAL, AKHIR))
				for sebelum, sesudah in pairwise(masa):
					self.assertEqual(sebelum.akhir + timedelta(days=1), sesudah.awal)

	def test_working_days_are_periods_and_days_off_are_none(self):
		libur = frozenset({date(2026, 1, 1), date(2026, 1, 16)})
		masa = build_masa(AWAL, AKHIR, JenisMasa.HARIAN, libur)
		self.assertEqual(len(masa), 259)  # 261 of five a week
		self.assertEqual(masa[0], Masa(2, "Jumat, 2 Januari 2026", date(2026, 1, 2), date(2026, 1, 2)))
		self.assertEqual((masa[-1].ke, masa[-1].label), (365, "Kamis, 31 Desember 2026"))
		self.assertFalse({hari.awal for hari in masa} & libur)
		self.assertLess(max(hari.awal.weekday() for hari in masa), 5)

	def test_weeks_begin_on_monday_and_are_cut_at_the_years_ends(self):
		masa = build_masa(AWAL, AKHIR, JenisMasa.MINGGUAN)
		self.assertEqual(masa[0], Masa(1, "Pekan 1, 1–4 Januari 2026", AWAL, date(2026, 1, 4)))
		self.assertEqual(masa[4].label, "Pekan 5, 26 Januari–1 Februari 2026")
		self.assertEqual(masa[-1], Masa(53, "Pekan 53, 28–31 Desember 2026", date(2026, 12, 28), AKHIR))
		for sebelum, sesudah in pairwise(masa):
			self.assertEqual(sebelum.akhir + timedelta(days=1), sesudah.awal)

	def test_a_week_in_which_nobody_works_is_none(self):
		"""2023 began on a Sunday; and a week of holidays."""
		libur = frozenset(date(2023, 4, 17) + timedelta(days=ke) for ke in range(5))
		masa = build_masa(date(2023, 1, 1), date(2023, 12, 31), JenisMasa.MINGGUAN, libur)
		nomor = [pekan.ke for pekan in masa]
		self.assertEqual((nomor[0], masa[0].awal), (2, date(2023, 1, 2)))
		self.assertNotIn(17, nomor)
		self.assertEqual(len(nomor), 51)

	def test_a_plan_from_midweek_keeps_the_number_of_its_week(self):
		masa = build_masa(date(2026, 8, 26), AKHIR, JenisMasa.MINGGUAN)
		self.assertEqual(
			masa[0], Masa(35, "Pekan 35, 26–30 Agustus 2026", date(2026, 8, 26), date(2026, 8, 30))
		)

	def test_february_of_a_leap_year_has_its_29th(self):
		februari = build_masa(date(2028, 1, 1), date(2028, 12, 31), JenisMasa.BULANAN)[1]
		self.assertEqual(februari, Masa(2, "Februari 2028", date(2028, 2, 1), date(2028, 2, 29)))

	def test_an_skp_from_august_keeps_the_calendar_number_and_starts_on_its_own_day(self):
		self.assertEqual(
			build_masa(date(2026, 8, 25), date(2026, 12, 15), JenisMasa.TRIWULANAN),
			(
				Masa(3, "Triwulan III 2026", date(2026, 8, 25), date(2026, 9, 30)),
				Masa(4, "Triwulan IV 2026", date(2026, 10, 1), date(2026, 12, 15)),
			),
		)

	def test_one_day_is_one_period(self):
		hari = date(2026, 6, 30)
		self.assertEqual(
			build_masa(hari, hari, JenisMasa.SEMESTERAN), (Masa(1, "Semester I 2026", hari, hari),)
		)

	def test_the_stored_word_works_like_the_enum(self):
		self.assertEqual(build_masa(AWAL, AKHIR, "Semesteran"), build_masa(AWAL, AKHIR, JenisMasa.SEMESTERAN))

	def test_reversed_dates_and_two_years_are_refused(self):
		for awal, akhir, message in (
			(AKHIR, AWAL, "sesudah tanggal akhir"),
			(date(2025, 12, 31), AWAL, "melewati satu tahun kinerja"),
		):
			with self.subTest(awal=awal), self.assertRaisesRegex(ValueError, message):
				build_masa(awal, akhir, JenisMasa.BULANAN)


class TestMasaPada(unittest.TestCase):
	def test_first_and_last_day_belong_to_the_period(self):
		for tanggal, label in (
			(date(2026, 4, 1), "Triwulan II 2026"),
			(date(2026, 6, 30), "Triwulan II 2026"),
			(date(2026, 7, 1), "Triwulan III 2026"),
		):
			with self.subTest(tanggal=tanggal):
				self.assertEqual(masa_pada(tanggal, AWAL, AKHIR, JenisMasa.TRIWULANAN).label, label)

	def test_a_date_outside_is_refused(self):
		with self.assertRaisesRegex(ValueError, "Tanggal 2026-08-24 di luar masa 2026-08-25 sampai"):
			masa_pada(date(2026, 8, 24), date(2026, 8, 25), AKHIR, JenisMasa.BULANAN)


class TestParuhWaktu(unittest.TestCase):
	def test_is_evaluated_by_quarters_whatever_the_agency_chose(self):
		for periodik in (JenisMasa.BULANAN, JenisMasa.TRIWULANAN, JenisMasa.SEMESTERAN):
			for jenis_asn, masa in (
				("PPPK Paruh Waktu", JenisMasa.TRIWULANAN),
				("PPPK", periodik),
				("PNS", periodik),
				(None, periodik),
			):
				self.assertEqual(choose_masa_evaluasi(JenisEvaluasi.PERIODIK, periodik, jenis_asn), masa)
				self.assertEqual(
					choose_masa_evaluasi(JenisEvaluasi.TAHUNAN, periodik, jenis_asn), JenisMasa.TAHUNAN
				)

	def test_a_plan_ends_with_a_contract_that_ends_before(self):
		desember, september = date(2026, 12, 31), date(2026, 9, 30)
		for jenis_asn, kontrak, akhir in (
			("PPPK Paruh Waktu", september, september),
			("PPPK Paruh Waktu", date(2027, 9, 30), desember),
			("PPPK Paruh Waktu", None, desember),
			("PPPK", september, desember),
			("PNS", None, desember),
			(None, september, desember),
		):
			with self.subTest(jenis_asn=jenis_asn, kontrak=kontrak):
				self.assertEqual(end_kontrak(desember, jenis_asn, kontrak), akhir)
