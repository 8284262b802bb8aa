"""The Perjanjian Kinerja in its head's SKP."""

import unittest

from kinerja_asn.rules.perjanjian import check_perjanjian

INDIKATOR = [("k1", "Indeks Kepuasan Masyarakat"), ("k2", "Nilai IKPA"), ("k3", "Nilai IKPA")]


class TestPerjanjian(unittest.TestCase):
	"""P. 27 no. 3: sasaran, indikator and target "wajib dituangkan dalam SKP … (hasil kerja utama)"."""

	def test_what_is_not_carried_is_named_in_the_order_of_the_perjanjian(self):
		pesan = (
			'Indikator Perjanjian Kinerja "{}" belum dituangkan dalam SKP. Tekan "Ambil dari Perjanjian Kinerja", atau '
			'pilih indikator itu pada isian "Memuat indikator Perjanjian Kinerja" di sebuah hasil kerja utama.'
		)
		for dibawa, kurang in (
			({"k1", "k2", "k3"}, []),
			(["k3", "k1", "k2", "k1", "lain"], []),
			({"k2"}, ["Indeks Kepuasan Masyarakat", "Nilai IKPA"]),
			({"lain"}, ["Indeks Kepuasan Masyarakat", "Nilai IKPA", "Nilai IKPA"]),
			((), ["Indeks Kepuasan Masyarakat", "Nilai IKPA", "Nilai IKPA"]),
		):
			with self.subTest(dibawa=dibawa):
				self.assertEqual(
					check_perjanjian(INDIKATOR, dibawa), [pesan.format(indikator) for indikator in kurang]
				)

	def test_a_unit_without_perjanjian_has_nothing_to_carry(self):
		self.assertEqual(check_perjanjian([], {"k1"}), [])
