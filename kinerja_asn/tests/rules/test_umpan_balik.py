import unittest

from kinerja_asn.constants.istilah import PeranUmpanBalik, Sifat
from kinerja_asn.rules.umpan_balik import (
	DAPAT_ANONIM,
	SELALU_BERNAMA,
	Jumlah,
	choose_peran,
	count_sifat,
	find_kurang,
	is_bersuara,
	is_cukup,
)

DIRI, PIMPINAN, REKAN, BAWAHAN, LAIN = PeranUmpanBalik


class TestJanji(unittest.TestCase):
	def test_nothing_is_opened_of_fewer_than_three_whatever_was_set(self):
		for menjawab, minimum, cukup in (
			(2, 0, False),
			(2, 2, False),
			(3, 0, True),
			(3, 4, False),
			(4, 4, True),
		):
			with self.subTest(menjawab=menjawab, minimum=minimum):
				self.assertEqual(is_cukup(menjawab, minimum), cukup)

	def test_too_few_are_asked_only_where_anybody_is(self):
		self.assertEqual(find_kurang({REKAN: 2, BAWAHAN: 0, LAIN: 3}, 3), [REKAN])

	def test_one_or_two_persons_are_never_promised_that_they_stay_unnamed(self):
		self.assertEqual((SELALU_BERNAMA, DAPAT_ANONIM), ((DIRI, PIMPINAN), (REKAN, BAWAHAN, LAIN)))


class TestPeran(unittest.TestCase):
	def test_what_somebody_is_to_the_rated_employee(self):
		sekitar = {"pimpinan": {"kepala"}, "bawahan": {"anak", "kepala"}, "rekan": {"kolega", "anak"}}
		for nama, peran in (
			("petugas", DIRI),
			("kepala", PIMPINAN),
			("anak", BAWAHAN),
			("kolega", REKAN),
			("tamu", LAIN),
		):
			with self.subTest(nama):
				self.assertEqual(choose_peran(nama, "petugas", **sekitar), peran)

	def test_leaders_alone_are_heard_in_the_proposal(self):
		self.assertEqual([peran for peran in PeranUmpanBalik if is_bersuara(peran)], [PIMPINAN])


class TestJumlah(unittest.TestCase):
	def test_positive_or_not(self):
		jumlah = count_sifat([Sifat.POSITIF, Sifat.PERLU_PERBAIKAN, Sifat.POSITIF])
		self.assertEqual((jumlah, jumlah.semua), (Jumlah(2, 1), 3))
		self.assertEqual(count_sifat([]).semua, 0)


if __name__ == "__main__":
	unittest.main()
