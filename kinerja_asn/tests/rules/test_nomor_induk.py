"""The number under a name: NIP, NRP, or none."""

import unittest

from kinerja_asn.rules.nip import NipTidakValid, parse_nip
from kinerja_asn.rules.nomor_induk import (
	NrpTidakValid,
	format_nomor_induk,
	get_sebutan_nomor,
	parse_nrp,
)


class TestNomorInduk(unittest.TestCase):
	def test_an_officers_number_is_read_as_it_is_pasted(self):
		for tempelan in ("78051234", " 7805 1234 ", "NRP. 7805.1234", "'78051234", "nrp:78051234", 78051234):
			with self.subTest(tempelan=tempelan):
				self.assertEqual(parse_nrp(tempelan), "78051234")
		self.assertEqual(parse_nrp("11940012340570"), "11940012340570")
		self.assertEqual(parse_nrp("12345/p"), "12345/P")

	def test_anything_else_is_refused_with_what_is_expected(self):
		for salah in ("1234", "198501012010011001", "7805123X", "satu", "", "<b>"):
			with self.subTest(salah=salah), self.assertRaisesRegex(NrpTidakValid, "untuk Polri 8 angka"):
				parse_nrp(salah)

	def test_the_line_says_what_the_number_is_or_nothing(self):
		self.assertEqual(format_nomor_induk("198501012010011001"), "NIP 198501012010011001")
		self.assertEqual(format_nomor_induk("78051234"), "NRP 78051234")
		self.assertEqual([format_nomor_induk(None), format_nomor_induk("")], ["", ""])
		self.assertEqual(get_sebutan_nomor("12345/P"), "NRP")

	def test_an_nrp_where_a_nip_belongs_is_told_where_it_goes(self):
		with self.assertRaisesRegex(NipTidakValid, "NRP anggota TNI/Polri diisi pada kolom NRP"):
			parse_nip("78051234")
		with self.assertRaisesRegex(NipTidakValid, "17 angka. Periksa kembali NIP.$"):
			parse_nip("19850101201001100")


if __name__ == "__main__":
	unittest.main()
