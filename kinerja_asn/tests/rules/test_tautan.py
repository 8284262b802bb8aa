import unittest

from kinerja_asn.constants.istilah import KeadaanTautan
from kinerja_asn.rules.tautan import rate_tautan

BERKAS = "https://drive.google.com/file/d/1/view"


class TestTautan(unittest.TestCase):
	def test_each_answer(self):
		for status, akhir, keadaan in (
			(200, BERKAS, KeadaanTautan.TERBUKA),
			(206, BERKAS, KeadaanTautan.TERBUKA),
			(401, BERKAS, KeadaanTautan.MEMINTA_MASUK),
			(403, BERKAS, KeadaanTautan.MEMINTA_MASUK),
			(404, BERKAS, KeadaanTautan.TIDAK_ADA),
			(410, BERKAS, KeadaanTautan.TIDAK_ADA),
			(404, "https://arsip.example/login", KeadaanTautan.TIDAK_ADA),
			(302, BERKAS, KeadaanTautan.TIDAK_MENJAWAB),
			(429, BERKAS, KeadaanTautan.TIDAK_MENJAWAB),
			(503, BERKAS, KeadaanTautan.TIDAK_MENJAWAB),
		):
			with self.subTest(status=status, akhir=akhir):
				self.assertEqual(rate_tautan(status, akhir), keadaan)

	def test_a_page_that_asks_for_a_sign_in_answers_200(self):
		for akhir in (
			"https://accounts.google.com/v3/signin/identifier?continue=x",
			"https://login.microsoftonline.com/common/oauth2",
			"https://arsip.example/login",
			"https://arsip.example/auth/Login.aspx?kembali=/berkas",
			"https://arsip.example/pengguna/masuk/",
		):
			with self.subTest(akhir=akhir):
				self.assertEqual(rate_tautan(200, akhir), KeadaanTautan.MEMINTA_MASUK)

	def test_a_word_that_only_contains_it_is_none(self):
		for akhir in (
			"https://arsip.example/surat-masuk/12",
			"https://arsip.example/?hal=login",
			"https://login.example/x",
		):
			with self.subTest(akhir=akhir):
				self.assertEqual(rate_tautan(200, akhir), KeadaanTautan.TERBUKA)
