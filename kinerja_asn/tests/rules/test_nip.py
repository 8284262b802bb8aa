"""The eighteen digits of a NIP."""

import unittest
from datetime import date

from kinerja_asn.rules.nip import Nip, NipTidakValid, parse_nip


class TestNip(unittest.TestCase):
	def test_a_nip_tells_birth_appointment_sex_and_serial_number(self):
		expected = Nip(
			nomor="198501012010011001",
			tanggal_lahir=date(1985, 1, 1),
			tmt=date(2010, 1, 1),
			tahun_pengangkatan=2010,
			jenis_kelamin="Laki-laki",
			nomor_urut="001",
			pppk=False,
		)
		self.assertEqual(parse_nip("198501012010011001"), expected)

	def test_the_printed_grouping_is_the_same_number(self):
		self.assertEqual(parse_nip("19850101 201001 1 001"), parse_nip("198501012010011001"))

	def test_as_people_paste_it_it_is_the_same_number(self):
		for nip in (
			"19850101\u00a0201001\u00a01\u202f001",
			"\ufeff198501012010011001\u200b",
			"19850101 201001\r\n1 001\n",
			"\u202a198501012010011001\u202c",
			"19850101\u00ad2010011001",
			"19850101.201001.1.001",
			"19850101-201001-1-001",
			"19850101 – 201001 – 1 – 001",
			"'198501012010011001",
			"’198501012010011001",
			"NIP. 19850101 201001 1 001",
			"nip: 198501012010011001",
			"NIP198501012010011001",
			"'NIP.\t198501012010011001",
			"NI PPPK. 198501012010011001",
			198501012010011001,
		):
			with self.subTest(nip=nip):
				self.assertEqual(parse_nip(nip).nomor, "198501012010011001")

	def test_a_ni_pppk_has_a_code_instead_of_a_month(self):
		nip = parse_nip("199202292022212015")
		self.assertTrue(nip.pppk)
		self.assertIsNone(nip.tmt)
		self.assertEqual(
			(nip.tanggal_lahir, nip.tahun_pengangkatan, nip.jenis_kelamin, nip.nomor_urut),
			(date(1992, 2, 29), 2022, "Perempuan", "015"),
		)

	def test_the_youngest_and_the_oldest_appointment_are_accepted(self):
		for nip in ("199001012005011001", "195101022021121001", "195001012020211001", "200006012015211001"):
			with self.subTest(nip=nip):
				self.assertEqual(parse_nip(nip).nomor, nip)

	def test_a_wrong_nip_is_refused_with_the_digits_that_are_wrong(self):
		for nip, message in (
			("", "NIP harus terdiri atas 18 angka, yang diisi 0 angka"),
			("19850101201001100", "NIP harus terdiri atas 18 angka, yang diisi 17 angka"),
			("1985010120100110011", "yang diisi 19 angka"),
			("19850101201001100A", 'memuat tanda "A" sesudah 17 angka. Hapus atau ganti tanda itu'),
			("1985O101 201001 1 001", 'memuat tanda "O" sesudah 4 angka'),
			("19850101/201001/1/001", 'memuat tanda "/" sesudah 8 angka'),
			("NIK 198501012010011001", 'memuat tanda "N" sesudah 0 angka'),
			("198501012010011001'", 'memuat tanda "\'" sesudah 18 angka'),
			("١٩٨٥٠١٠١٢٠١٠٠١١٠٠١", r'memuat tanda "١" \(U\+0661\) sesudah 0 angka'),
			("NIP.", "yang diisi 0 angka"),
			(
				"1,967E+17",
				r"sebagai bilangan \(1,967E\+17\), sehingga angka terakhirnya hilang. Ubah format kolomnya",
			),
			("1.96702281988031E+17", "menjadi Teks \\(Text\\), lalu tulis ulang NIP"),
			(1.96702281988031e17, "sebagai bilangan"),
			("196702281988031000", r"\(000\) bukan nomor urut.*angka aslinya hilang"),
			("198513012010011001", r"Angka ke-1 sampai ke-8 NIP \(19851301\) bukan tanggal lahir"),
			("198502302010011001", r"Angka ke-1 sampai ke-8 NIP \(19850230\) bukan tanggal lahir"),
			("198501010010011001", r"\(0010\) bukan tahun pengangkatan yang wajar"),
			("198501012210011001", r"\(2210\) bukan tahun pengangkatan yang wajar"),
			("198501012010001001", r"Angka ke-13 dan ke-14 NIP \(00\) bukan bulan TMT CPNS"),
			("198501012010131001", r"Angka ke-13 dan ke-14 NIP \(13\) bukan bulan TMT CPNS"),
			("198501012010201001", r"Angka ke-13 dan ke-14 NIP \(20\) bukan bulan TMT CPNS"),
			("198501012010211001", "PPPK yang diangkat tahun 2010, padahal PPPK baru ada sejak 2014"),
			("199001022005011001", "usia saat diangkat 14 tahun, padahal seharusnya 15 sampai 70 tahun"),
			("201001012024211001", "usia saat diangkat 14 tahun"),
			("194901012020011001", "usia saat diangkat 71 tahun"),
			("202501012010011001", "usia saat diangkat -15 tahun"),
			("198501012010013001", r"Angka ke-15 NIP \(3\) bukan kode jenis kelamin"),
			("198501012010010001", r"Angka ke-15 NIP \(0\) bukan kode jenis kelamin"),
			("198501012010011000", r"Angka ke-16 sampai ke-18 NIP \(000\) bukan nomor urut"),
		):
			with self.subTest(nip=nip), self.assertRaisesRegex(NipTidakValid, message):
				parse_nip(nip)
