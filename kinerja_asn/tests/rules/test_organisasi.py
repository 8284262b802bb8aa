"""Capaian kinerja organisasi (p. 92-94; SE MenPANRB 3/2023)."""

import unittest
from datetime import date

from kinerja_asn.constants.istilah import PredikatOrganisasi, Rating
from kinerja_asn.rules.organisasi import (
	HitunganUnit,
	batas_predikat_tahunan,
	is_memakai_tahun_lalu,
	propose_predikat,
	rating_pimpinan,
)


class TestUsulan(unittest.TestCase):
	def test_the_ends_that_the_circular_names_and_what_lies_between(self):
		for hitungan, predikat, kata in (
			(HitunganUnit(), None, "Belum ada indikator"),
			(HitunganUnit(melampaui=2, sesuai=1), PredikatOrganisasi.ISTIMEWA, "2 dari 3"),
			(HitunganUnit(melampaui=1, sesuai=1), PredikatOrganisasi.BAIK, "Semua target"),
			(HitunganUnit(sesuai=4), PredikatOrganisasi.BAIK, "4 indikator"),
			(HitunganUnit(melampaui=5, tertinggal=1), None, "1 dari 6"),
			(HitunganUnit(sesuai=1, belum_ada=1), None, "1 dari 2"),
			(HitunganUnit(sesuai=1, belum_ada=2), PredikatOrganisasi.SANGAT_KURANG, "2 dari 3"),
		):
			with self.subTest(hitungan):
				usulan = propose_predikat(hitungan)
				self.assertEqual(usulan.predikat, predikat)
				self.assertIn(kata, usulan.alasan)


class TestPimpinan(unittest.TestCase):
	def test_every_result_has_a_rating_and_only_the_best_is_above(self):
		self.assertEqual(
			[rating_pimpinan(predikat) for predikat in PredikatOrganisasi],
			[Rating.DIATAS, Rating.SESUAI, Rating.DIBAWAH, Rating.DIBAWAH, Rating.DIBAWAH],
		)
		self.assertRaises(ValueError, rating_pimpinan, "Hebat")


class TestTahunLalu(unittest.TestCase):
	def test_what_comes_after_january_leaves_last_years_in_its_place(self):
		"""P. 94 f: "melebihi Bulan Januari tahun berikutnya"."""
		self.assertEqual(batas_predikat_tahunan(2025), date(2026, 1, 31))
		for dikeluarkan, hari_ini, lalu in (
			(date(2026, 1, 31), date(2026, 3, 1), False),
			(date(2026, 2, 1), date(2026, 3, 1), True),
			(None, date(2026, 1, 31), False),
			(None, date(2026, 2, 1), True),
		):
			with self.subTest(dikeluarkan=dikeluarkan, hari_ini=hari_ini):
				self.assertEqual(is_memakai_tahun_lalu(2025, dikeluarkan, hari_ini), lalu)
