"""Who sets an SKP."""

import unittest
from itertools import product

from kinerja_asn.constants.custom_fields import JENIS_JABATAN, STATUS_KINERJA
from kinerja_asn.constants.istilah import JenisInstansi
from kinerja_asn.rules.penetap import PEJABAT_NEGARA, check_penetap, get_penetap

PUSAT, DAERAH = JenisInstansi
UTAMA, MADYA, PRATAMA, ADMINISTRATOR, PENGAWAS, PELAKSANA, FUNGSIONAL = JENIS_JABATAN
BIASA = (ADMINISTRATOR, PENGAWAS, PELAKSANA, FUNGSIONAL, None)
MANDIRI_PUSAT = "Menteri atau Pejabat Pimpinan Tinggi yang mengoordinasikan"
MANDIRI_DAERAH = "Kepala Daerah atau Pimpinan perangkat daerah yang mengoordinasikan"


class TestGetPenetap(unittest.TestCase):
	"""P. 65 no. 2 and 3, word by word."""

	def test_the_table(self):
		for instansi, jabatan, expected in (
			(PUSAT, UTAMA, "Menteri yang mengoordinasikan"),
			(PUSAT, MADYA, "Pimpinan Instansi Pemerintah"),
			(PUSAT, PRATAMA, "Pejabat Pimpinan Tinggi Madya"),
			(DAERAH, MADYA, "Kepala Daerah"),
			(DAERAH, PRATAMA, "Kepala Daerah"),
			(DAERAH, UTAMA, "Pejabat Penilai Kinerja"),
			*(
				(instansi, jabatan, "Pejabat Penilai Kinerja")
				for instansi in JenisInstansi
				for jabatan in BIASA
			),
		):
			with self.subTest(instansi=str(instansi), jabatan=jabatan):
				self.assertEqual(get_penetap(instansi, jabatan, False), expected)
				self.assertEqual(get_penetap(instansi.value, jabatan, 0), expected)

	def test_the_head_of_an_independent_unit_whatever_his_post(self):
		for jabatan in (*JENIS_JABATAN, None):
			with self.subTest(jabatan=jabatan):
				self.assertEqual(get_penetap(PUSAT, jabatan, True), MANDIRI_PUSAT)
				self.assertEqual(get_penetap(DAERAH, jabatan, 1), MANDIRI_DAERAH)

	def test_an_unknown_kind_of_agency_is_refused(self):
		with self.assertRaisesRegex(ValueError, "'Instansi Vertikal' is not a valid JenisInstansi"):
			get_penetap("Instansi Vertikal", PRATAMA, False)


class TestCheckPenetap(unittest.TestCase):
	def test_who_fits_as_penilai(self):
		"""A minister or Kepala Daerah is known by his status, everyone else by his post."""
		for instansi, jabatan, mandiri, cocok, pejabat_negara in (
			(PUSAT, UTAMA, False, set(), True),
			(PUSAT, MADYA, False, {UTAMA}, True),
			(PUSAT, PRATAMA, False, {MADYA}, False),
			(PUSAT, ADMINISTRATOR, True, {UTAMA, MADYA, PRATAMA}, True),
			(DAERAH, MADYA, False, set(), True),
			(DAERAH, PRATAMA, False, set(), True),
			(DAERAH, FUNGSIONAL, True, {UTAMA, MADYA, PRATAMA, ADMINISTRATOR}, True),
			*(
				(instansi, jabatan_biasa, False, set(JENIS_JABATAN) - {PELAKSANA}, True)
				for instansi, jabatan_biasa in product(JenisInstansi, BIASA)
			),
		):
			for penilai in JENIS_JABATAN:
				with self.subTest(instansi=str(instansi), jabatan=jabatan, mandiri=mandiri, penilai=penilai):
					pesan = check_penetap(instansi, jabatan, mandiri, penilai, "Aktif")
					self.assertEqual(pesan is None, penilai in cocok)
			for penilai in (PRATAMA, None):
				with self.subTest(instansi=str(instansi), jabatan=jabatan, mandiri=mandiri, negara=penilai):
					pesan = check_penetap(instansi, jabatan, mandiri, penilai, PEJABAT_NEGARA)
					self.assertEqual(pesan is None, pejabat_negara)

	def test_what_cannot_be_told_is_not_warned_about(self):
		for penilai, status in product((None, ""), ("Aktif", None, "")):
			with self.subTest(penilai=penilai, status=status):
				self.assertIsNone(check_penetap(DAERAH, PRATAMA, False, penilai, status))
		self.assertIn(PEJABAT_NEGARA, STATUS_KINERJA)

	def test_the_sentences(self):
		self.assertEqual(
			check_penetap(DAERAH, PRATAMA, False, MADYA, "Aktif"),
			"SKP ini ditetapkan oleh Kepala Daerah (hlm. 65), tetapi Pejabat Penilai Kinerja yang tercatat "
			"tampaknya bukan pejabat tersebut. Bila keliru, hubungi pengelola kinerja; bila benar, pastikan ada "
			"pendelegasian kewenangan.",
		)
		self.assertEqual(
			check_penetap(DAERAH, PELAKSANA, False, PELAKSANA, "Aktif"),
			"Pejabat Penilai Kinerja paling rendah pejabat pengawas (hlm. 45). Bila keliru, hubungi "
			"pengelola kinerja; bila benar, pastikan ada pendelegasian kewenangan.",
		)
