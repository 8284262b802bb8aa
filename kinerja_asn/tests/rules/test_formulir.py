"""The form of an SKP."""

import unittest

from kinerja_asn.constants.custom_fields import JENIS_JABATAN
from kinerja_asn.constants.istilah import Formulir, Pendekatan
from kinerja_asn.rules.formulir import (
	choose_formulir,
	get_judul,
	is_formulir_jpt,
	is_formulir_kualitatif,
	is_jpt_atau_mandiri,
)

UTAMA, MADYA, PRATAMA, ADMINISTRATOR, PENGAWAS, PELAKSANA, FUNGSIONAL = JENIS_JABATAN


class TestChooseFormulir(unittest.TestCase):
	"""P. 31: A.1.1 and A.1.2 for JPT and heads of an independent unit; p. 54: A.1.6 and A.1.7 for JA and JF."""

	def test_every_post_has_its_two_forms(self):
		for jabatan, mandiri, jpt in (
			(UTAMA, False, True),
			(MADYA, False, True),
			(PRATAMA, False, True),
			(PRATAMA, True, True),
			(ADMINISTRATOR, False, False),
			(PENGAWAS, False, False),
			(PELAKSANA, False, False),
			(FUNGSIONAL, False, False),
			(ADMINISTRATOR, True, True),
			(FUNGSIONAL, True, True),
			(None, False, False),
			("", False, False),
			(None, True, True),
		):
			with self.subTest(jabatan=jabatan, mandiri=mandiri):
				self.assertIs(is_jpt_atau_mandiri(jabatan, mandiri), jpt)
				self.assertEqual(
					[
						choose_formulir(jabatan, mandiri, Pendekatan(pendekatan))
						for pendekatan in ("Kualitatif", "Kuantitatif")
					],
					["A.1.1", "A.1.2"] if jpt else ["A.1.6", "A.1.7"],
				)

	def test_what_a_database_returns_is_understood(self):
		self.assertIs(is_jpt_atau_mandiri(ADMINISTRATOR, 1), True)
		self.assertIs(is_jpt_atau_mandiri(ADMINISTRATOR, 0), False)
		self.assertIs(choose_formulir(PELAKSANA, 0, "Kualitatif"), Formulir.KUALITATIF_JA)

	def test_an_unknown_approach_is_refused(self):
		with self.assertRaisesRegex(ValueError, "'Campuran' is not a valid Pendekatan"):
			choose_formulir(PELAKSANA, False, "Campuran")


class TestJudul(unittest.TestCase):
	def test_the_titles_are_those_the_regulation_prints(self):
		jpt = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
		ja = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
		for formulir, pendekatan, bagi in (
			("A.1.1", "PENDEKATAN HASIL KERJA KUALITATIF", jpt),
			("A.1.2", "PENDEKATAN HASIL KERJA KUANTITATIF", jpt),
			("A.1.6", "PENDEKATAN HASIL KERJA KUALITATIF", ja),
			("A.1.7", "PENDEKATAN HASIL KERJA KUANTITATIF", ja),
		):
			for sebutan in (formulir, Formulir(formulir)):
				with self.subTest(formulir=sebutan):
					self.assertEqual(get_judul(sebutan), ("SASARAN KINERJA PEGAWAI", pendekatan, bagi))

	def test_the_traits_of_the_four_forms(self):
		self.assertEqual([str(f) for f in Formulir if is_formulir_jpt(f)], ["A.1.1", "A.1.2"])
		self.assertEqual([str(f) for f in Formulir if is_formulir_kualitatif(f)], ["A.1.1", "A.1.6"])
