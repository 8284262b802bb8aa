"""Who may guide and counsel whom, when a result is taken over (p. 78, 83, 87; Pasal 20), and the form's nine statements."""

import unittest

from kinerja_asn.constants.pembinaan import PERNYATAAN, KedudukanKonselor
from kinerja_asn.rules.pembinaan import check_ambil_alih, check_konselor, check_pembina

ORANG = {"pegawai": "siti", "penilai": "budi", "atasan": "ratna", "pejabat": "dewi"}


def check(kedudukan, konselor, pelatihan=""):
	return check_konselor(kedudukan, konselor, pelatihan=pelatihan, **ORANG)


class TestPembina(unittest.TestCase):
	def test_the_leader_or_another_but_neither_the_employee_nor_who_hears_of_it(self):
		self.assertIsNone(check_pembina("budi", "siti", "ratna"))
		self.assertIsNone(check_pembina("joko", "siti", None))
		self.assertIn("bukan pegawai itu sendiri", check_pembina("siti", "siti", "ratna"))
		self.assertIn("menerima umpan balik pegawai", check_pembina("ratna", "siti", "ratna"))


class TestKonselor(unittest.TestCase):
	def test_an_independent_one_has_no_part_in_the_matter(self):
		independen = KedudukanKonselor.INDEPENDEN
		self.assertIsNone(check(independen, "joko"))
		for orang in ("budi", "ratna", "dewi"):
			self.assertIn("independen", check(independen, orang), orang)

	def test_nobody_counsels_himself(self):
		for kedudukan in KedudukanKonselor:
			self.assertIn("bukan pegawai itu sendiri", check(kedudukan, "siti", "Diklat"))

	def test_the_penilai_counsels_only_if_trained(self):
		self.assertIsNone(check(KedudukanKonselor.PENILAI, "budi", "Diklat konseling 2025"))
		self.assertIn("pelatihan konseling", check(KedudukanKonselor.PENILAI, "budi", " "))
		self.assertIn(
			"Pejabat Penilai Kinerja pegawai itu", check(KedudukanKonselor.PENILAI, "joko", "Diklat")
		)

	def test_an_official_of_that_function_may_be_the_one_who_set_it(self):
		self.assertIsNone(check(KedudukanKonselor.FUNGSI, "dewi"))
		self.assertIn("independen", check(KedudukanKonselor.FUNGSI, "budi"))


class TestAmbilAlih(unittest.TestCase):
	def test_feedback_and_follow_up_come_first_and_something_is_left(self):
		self.assertIsNone(check_ambil_alih(1, 1, 1))
		self.assertIn("umpan balik", check_ambil_alih(0, 1, 1))
		self.assertIn("tindak lanjut", check_ambil_alih(1, 0, 1))
		self.assertIn("tersisa", check_ambil_alih(1, 1, 0))


class TestPernyataan(unittest.TestCase):
	def test_there_are_nine_in_three_groups(self):
		subjek = [subjek for subjek, _pernyataan in PERNYATAAN]
		self.assertEqual([subjek.count(nama) for nama in dict.fromkeys(subjek)], [3, 3, 3])
		self.assertEqual(PERNYATAAN[5][1], "Lebih banyak menggunakan metode bertanya dibandingkan menggurui")
