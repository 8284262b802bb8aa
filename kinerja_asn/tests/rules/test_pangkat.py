"""Pangkat and golongan in the spellings of offices."""

import unittest

from kinerja_asn.constants.custom_fields import PANGKAT_GOLONGAN
from kinerja_asn.rules.pangkat import PangkatTidakDikenal, read_pangkat


class TestPangkat(unittest.TestCase):
	def test_usual_spellings_are_read(self):
		for teks, pangkat in (
			("Pembina Utama Muda (IV/c)", "Pembina Utama Muda / IV.c"),
			("PEMBINA TK I / IV.B", "Pembina Tingkat I / IV.b"),
			("Penata Tk. I (III/d)", "Penata Tingkat I / III.d"),
			("Penata Tkt. 1, III-d", "Penata Tingkat I / III.d"),
			("Penata, III/c", "Penata / III.c"),
			("III d", "Penata Tingkat I / III.d"),
			("IIId", "Penata Tingkat I / III.d"),
			("Gol. Ruang III/d", "Penata Tingkat I / III.d"),
			("I/b", "Juru Muda Tingkat I / I.b"),
			("Juru Muda Tk I / I.b", "Juru Muda Tingkat I / I.b"),
			("penata  muda\u00a0tingkat i", "Penata Muda Tingkat I / III.b"),
			("\ufeffPembina\u200b - IV/a", "Pembina / IV.a"),
			("PPPK-IX", "Golongan IX"),
			("P3K Gol. XVII", "Golongan XVII"),
			("-", ""),
			("–", ""),
		):
			with self.subTest(teks=teks):
				self.assertEqual(read_pangkat(teks), pangkat)

	def test_a_golongan_alone_is_that_of_a_pppk(self):
		for teks in ("IX", "Golongan IX", "Gol. IX"):
			self.assertEqual(read_pangkat(teks, pppk=True), "Golongan IX")
		with self.assertRaisesRegex(PangkatTidakDikenal, '"III" belum menyebut ruangnya. Tulis misalnya'):
			read_pangkat("III")

	def test_what_the_list_says_is_itself(self):
		for nilai in PANGKAT_GOLONGAN:
			with self.subTest(nilai=nilai):
				self.assertEqual(read_pangkat(nilai, pppk="/" not in nilai), nilai)

	def test_what_cannot_be_told_is_refused_with_how_to_write_it(self):
		for teks, pesan in (
			("Penata Tk. I (III/c)", "tidak sesuai: Penata / III.c, sedangkan Penata Tingkat I / III.d"),
			("III/e", 'Tidak ada golongan ruang dalam "III/e"'),
			("Letnan Kolonel", 'Pangkat "Letnan Kolonel" tidak dikenal. Tulis misalnya'),
			("Letnan (III/a)", 'Pangkat "Letnan \\(III/a\\)" tidak dikenal'),
			("PPPK-XX", 'Pangkat "PPPK-XX" tidak dikenal'),
		):
			with self.subTest(teks=teks), self.assertRaisesRegex(PangkatTidakDikenal, pesan):
				read_pangkat(teks)
