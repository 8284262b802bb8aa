"""Two versions of an SKP side by side."""

import unittest
from decimal import Decimal

from kinerja_asn.rules.versi import check_baris_terverifikasi, compare_baris

KOLOM = ("indikator", "target")


def baris(*kunci: str) -> list[dict]:
	return [{"kunci": huruf, "indikator": huruf, "target": 1} for huruf in kunci]


class TestCompareBaris(unittest.TestCase):
	def test_rows_are_matched_by_key_and_every_row_appears_once(self):
		lama = [{"kunci": "a", "indikator": "A", "target": 1}, {"kunci": "b", "indikator": "B", "target": 2}]
		baru = [{"kunci": "b", "indikator": "B", "target": 3}, {"kunci": "c", "indikator": "C", "target": 4}]
		hapus, ubah, tambah = compare_baris(lama, baru, KOLOM)
		for beda, expected in (
			(hapus, ("a", "Dihapus", lama[0], None, ())),
			(ubah, ("b", "Berubah", lama[1], baru[0], ("target",))),
			(tambah, ("c", "Ditambah", None, baru[1], ())),
		):
			with self.subTest(kunci=beda.kunci):
				self.assertEqual(
					(beda.kunci, str(beda.jenis), beda.lama, beda.baru, beda.kolom_berubah), expected
				)

	def test_the_order_is_the_new_one_with_the_removed_under_their_former_neighbour(self):
		for lama, baru, expected in (
			("", "", ""),
			("abc", "abc", "abc"),
			("abc", "cab", "cab"),
			("", "ab", "ab"),
			("ab", "", "ab"),
			("abc", "ac", "abc"),
			("abcd", "ad", "abcd"),
			("abc", "c", "abc"),
			("abc", "ca", "cab"),
			("abcd", "dxb", "adxbc"),
			("abc", "xyz", "abcxyz"),
		):
			with self.subTest(lama=lama, baru=baru):
				hasil = compare_baris(baris(*lama), baris(*baru), KOLOM)
				self.assertEqual("".join(beda.kunci for beda in hasil), expected)
				self.assertEqual(
					{beda.kunci: str(beda.jenis) for beda in hasil},
					{
						kunci: "Tetap"
						if kunci in lama and kunci in baru
						else "Dihapus"
						if kunci in lama
						else "Ditambah"
						for kunci in {*lama, *baru}
					},
				)

	def test_only_a_difference_in_worth_is_a_change(self):
		for lama, baru, berubah in (
			(None, "", False),
			("", None, False),
			(1, 1.0, False),
			(0.1, Decimal("0.10"), False),
			(1, True, False),
			(0, False, False),
			("a\r\nb", "a\nb", False),
			("a\rb", "a\nb", False),
			(None, 0, True),
			("", "0", True),
			("1", 1, True),
			(1, 1.01, True),
			("a", "A", True),
			("a b", "a\nb", True),
		):
			with self.subTest(lama=lama, baru=baru):
				(beda,) = compare_baris([{"kunci": "a", "x": lama}], [{"kunci": "a", "x": baru}], ("x",))
				self.assertEqual(str(beda.jenis), "Berubah" if berubah else "Tetap")
				self.assertEqual(beda.kolom_berubah, ("x",) if berubah else ())

	def test_only_the_named_columns_count_and_a_missing_one_is_empty(self):
		lama, baru = {"kunci": "a", "x": 1, "y": 1, "idx": 1}, {"kunci": "a", "x": 2, "z": 3, "idx": 9}
		(beda,) = compare_baris([lama], [baru], ("z", "y", "x"))
		self.assertEqual(beda.kolom_berubah, ("z", "y", "x"))
		(beda,) = compare_baris([lama], [baru], ("w",))
		self.assertEqual(str(beda.jenis), "Tetap")


class TestBarisTerverifikasi(unittest.TestCase):
	"""Verified realisasi keep their meaning: a change of the SKP may not pull the measure from under them."""

	LAMA = {
		"kunci": "i1",
		"indikator": "Jumlah pencatatan",
		"hasil_kerja": "h1",
		"arah": "Naik",
		"satuan": "dokumen",
		"cara_hitung": "Jumlah",
		"target_min": 900,
	}
	NAMA = 'Indikator "Jumlah pencatatan" sudah mempunyai realisasi terverifikasi sehingga tidak dapat '

	def test_target_wording_and_place_may_change(self):
		baru = self.LAMA | {
			"indikator": "Pencatatan terlayani",
			"target_min": 500,
			"idx": 7,
			"satuan": "dokumen",
		}
		self.assertEqual(check_baris_terverifikasi([self.LAMA], [baru], {"i1"}), [])
		tambahan = self.LAMA | {"kunci": "i2"}
		self.assertEqual(check_baris_terverifikasi([self.LAMA], [tambahan, self.LAMA], {"i1", "i2"}), [])

	def test_what_is_measured_stays(self):
		for change, nama in (
			({"arah": "Turun"}, "arah"),
			({"satuan": "berkas"}, "satuan"),
			({"cara_hitung": "Rata-rata"}, "cara hitung"),
			({"hasil_kerja": "h2"}, "hasil kerja"),
			({"satuan": None, "arah": "Naratif", "target_min": 0}, "arah, satuan"),
		):
			with self.subTest(change=change):
				pesan = f"{self.NAMA}diubah pada {nama}. Kembalikan seperti semula, atau tambahkan indikator baru."
				self.assertEqual(
					check_baris_terverifikasi([self.LAMA], [self.LAMA | change], {"i1"}), [pesan]
				)
				self.assertEqual(check_baris_terverifikasi([self.LAMA], [self.LAMA | change], {"i2"}), [])

	def test_the_row_stays(self):
		pesan = f"{self.NAMA}dihapus. Kembalikan barisnya; targetnya dapat disesuaikan."
		self.assertEqual(check_baris_terverifikasi([self.LAMA], [], {"i1"}), [pesan])
		self.assertEqual(check_baris_terverifikasi([self.LAMA], [], ()), [])
		self.assertEqual(check_baris_terverifikasi([], [self.LAMA], {"i1", "i9"}), [])

	def test_all_rows_are_told_at_once_by_their_former_wording(self):
		lama = [self.LAMA | {"kunci": kunci, "indikator": kunci} for kunci in "abc"]
		baru = [lama[1] | {"arah": "Turun", "indikator": "lain"}]
		pesan = check_baris_terverifikasi(lama, baru, set("abc"))
		self.assertEqual([kalimat.split('"')[1] for kalimat in pesan], ["a", "b", "c"])
