"""Distribution of predikat against the pattern of the unit's result (p. 94-97; SE Menteri PANRB 3/2023)."""

import unittest
from decimal import Decimal

from kinerja_asn.constants.distribusi import SUMBU
from kinerja_asn.constants.istilah import Predikat, PredikatOrganisasi
from kinerja_asn.rules.distribusi import Batas, check_distribusi, find_karena, get_kurva, rata_rata_tingkat

SB, B, BP, K, SK = Predikat


def check(organisasi: str, *jumlah: int, belum: int = 0) -> list[str]:
	"""What is found where so many have SB, B, BP, K, SK; a hint in parentheses."""
	temuan = check_distribusi(
		PredikatOrganisasi(organisasi), dict(zip(Predikat, jumlah, strict=False)), belum
	)
	return [hasil.kalimat if hasil.mengikat else f"({hasil.kalimat})" for hasil in temuan]


class TestBatas(unittest.TestCase):
	"""The limits of the circular, each kept to the last person and passed by one."""

	def test_istimewa_has_at_most_seventy_percent_sangat_baik(self):
		self.assertEqual(check("Istimewa", 7, 3), [])
		self.assertEqual(
			check("Istimewa", 8, 2), ["Sangat Baik: 8 dari 10 orang (80 %), paling banyak 70 %."]
		)

	def test_baik_has_at_most_seventy_percent_baik_and_somebody_below(self):
		self.assertEqual(check("Baik", 2, 7, 1), [])
		self.assertEqual(check("Baik", 2, 7, 0, 1), [], "Kurang does as well as Butuh Perbaikan")
		self.assertEqual(
			check("Baik", 3, 7),
			["Belum ada pegawai berpredikat Butuh Perbaikan dan/atau Kurang, padahal seharusnya ada."],
		)
		self.assertEqual(check("Baik", 1, 8, 1), ["Baik: 8 dari 10 orang (80 %), paling banyak 70 %."])
		self.assertTrue(check("Baik", 3, 7, 0, 0, 1), "Sangat Kurang is not among those who must be there")

	def test_butuh_perbaikan_has_sixty_percent_of_its_own_and_ten_of_the_best(self):
		self.assertEqual(check("Butuh Perbaikan", 1, 3, 6), [])
		self.assertEqual(
			check("Butuh Perbaikan", 2, 3, 5),
			[
				"Butuh Perbaikan: 5 dari 10 orang (50 %), paling sedikit 60 %.",
				"Sangat Baik: 2 dari 10 orang (20 %), paling banyak 10 %.",
			],
		)

	def test_kurang(self):
		self.assertEqual(check("Kurang", 1, 2, 1, 6), [])
		self.assertEqual(
			check("Kurang", 2, 3, 0, 5),
			[
				"Kurang: 5 dari 10 orang (50 %), paling sedikit 60 %.",
				"Butuh Perbaikan: 0 dari 10 orang (0 %), paling sedikit 10 %.",
				"Sangat Baik: 2 dari 10 orang (20 %), paling banyak 10 %.",
			],
		)

	def test_sangat_kurang_has_nobody_who_is_sangat_baik(self):
		self.assertEqual(check("Sangat Kurang", 0, 3, 0, 1, 6), [])
		self.assertEqual(
			check("Sangat Kurang", 1, 3, 0, 0, 6),
			[
				"Butuh Perbaikan dan/atau Kurang: 0 dari 10 orang (0 %), paling sedikit 10 %.",
				"Sangat Baik: 1 dari 10 orang (10 %), paling banyak 0 %.",
			],
		)

	def test_limits_are_compared_exactly_not_as_they_are_printed(self):
		"""2.001 of 2.858 is 70,01 %, though 70 % is what two thirds of a person would be."""
		self.assertTrue(check("Istimewa", 2001, 857))
		self.assertEqual(check("Istimewa", 2000, 858), [])


class TestBelumSelesai(unittest.TestCase):
	def test_only_what_the_others_cannot_mend_is_a_deviation(self):
		self.assertEqual(check("Istimewa", 1, belum=19), [], "the first is not 100 %")
		self.assertEqual(check("Istimewa", 14, belum=6), [])
		self.assertTrue(check("Istimewa", 15, belum=5))
		self.assertEqual(check("Baik", 6, 13, belum=1), [], "the last may still be Butuh Perbaikan")
		self.assertTrue(check("Baik", 6, 14))
		self.assertEqual(check("Kurang", 0, 3, belum=7), [], "six may be Kurang and one Butuh Perbaikan")
		self.assertTrue(check("Kurang", 0, 5, belum=5))

	def test_only_who_contributes_is_asked_why(self):
		temuan = check_distribusi(PredikatOrganisasi.ISTIMEWA, {SB: 8, B: 2})
		self.assertEqual(len(find_karena(SB, temuan)), 1)
		self.assertEqual(find_karena(BP, temuan), [], "whoever mends the picture")
		temuan = check_distribusi(PredikatOrganisasi.BAIK, {SB: 4, B: 6})
		self.assertEqual(len(find_karena(B, temuan)), 1, "the last, who is none of those that are missing")
		hanya_panduan = check_distribusi(PredikatOrganisasi.BAIK, {SB: 6, B: 3, BP: 1})
		self.assertEqual(find_karena(SB, hanya_panduan), [], "a hint binds nobody")

	def test_small_groups_are_shown_and_not_judged(self):
		self.assertEqual(
			check("Istimewa", 9), ["(Hanya 9 orang: sebarannya ditampilkan, tidak diperiksa terhadap pola.)"]
		)
		self.assertTrue(check("Istimewa", 10)[0].startswith("Sangat Baik"))
		self.assertEqual(check("Istimewa"), [], "nobody")

	def test_the_guides_own_words_are_a_hint_and_bind_nobody(self):
		"""P. 95: "idealnya sebagian besar pegawai predikat kinerjanya “Baik”"."""
		self.assertEqual(
			check("Baik", 6, 3, 1),
			[
				"(Idealnya sebagian besar pegawai berpredikat Baik pada unit yang capaiannya Baik; "
				"paling banyak kini Sangat Baik.)"
			],
		)
		self.assertEqual(check("Baik", 6, 3, belum=1), [], "while one is missing nothing is said")


class TestKurva(unittest.TestCase):
	def test_each_curve_has_its_peak_at_its_own_predikat(self):
		for organisasi, puncak in zip(PredikatOrganisasi, Predikat, strict=True):
			kurva = get_kurva(organisasi)
			self.assertEqual(tuple(kurva), SUMBU)
			self.assertEqual(max(kurva, key=kurva.get), puncak)
			self.assertTrue(all(kurva.values()), "the others are not ruled out")

	def test_limits_that_are_upside_down_are_refused(self):
		with self.assertRaisesRegex(ValueError, "tidak terbalik"):
			Batas(PredikatOrganisasi.BAIK, (B,), Decimal(80), Decimal(70))


class TestKelonggaran(unittest.TestCase):
	def test_the_mean_rank(self):
		self.assertEqual(rata_rata_tingkat({SB: 1, B: 1}), Decimal("4.5"))
		self.assertEqual(rata_rata_tingkat({SK: 2, BP: 1, K: 1}), Decimal("1.75"))
		self.assertIsNone(rata_rata_tingkat({}))
