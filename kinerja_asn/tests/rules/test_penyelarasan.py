"""Cascading: shares, cycles and the roll-up."""

import random
import unittest
from decimal import Decimal

from kinerja_asn.constants.istilah import Penyelarasan
from kinerja_asn.rules.penyelarasan import (
	Simpul,
	check_jumlah_porsi,
	check_porsi,
	combine_turunan,
	find_siklus,
)

ASPEK, WILAYAH, BEBAN, LAYANAN, OUTPUT_ANTARA = Penyelarasan
TIDAK_LANGSUNG = (
	"Hasil kerja ke-1 mempunyai porsi, padahal tidak diselaraskan secara langsung. Kosongkan porsinya atau pilih "
	"penyelarasan langsung (aspek, wilayah, atau beban target)."
)


def desimal(value: str | None) -> Decimal | None:
	return None if value is None else Decimal(value)


class TestPorsi(unittest.TestCase):
	"""P. 41: 10 tons are divided into 5 and 5."""

	def test_a_share_needs_direct_cascading_and_lies_above_zero_up_to_one_hundred(self):
		def batas(porsi: str) -> str:
			return f"Hasil kerja ke-1 mempunyai porsi {porsi} %. Isi porsi di atas 0 sampai 100 %, atau kosongkan."

		for penyelarasan, porsi, expected in (
			*((cara, porsi, None) for cara in (ASPEK, WILAYAH, BEBAN) for porsi in ("0.01", "50", "100")),
			*((cara, None, None) for cara in (*Penyelarasan, None)),
			*((cara, "50", TIDAK_LANGSUNG) for cara in (LAYANAN, OUTPUT_ANTARA, None)),
			(BEBAN, "0", batas("0")),
			(BEBAN, "-5", batas("-5")),
			(BEBAN, "100.01", batas("100,01")),
			(LAYANAN, "120", TIDAK_LANGSUNG),
		):
			with self.subTest(penyelarasan=penyelarasan, porsi=porsi):
				baris = Simpul("h1", "p1", penyelarasan, desimal(porsi))
				self.assertEqual(check_porsi([baris]), [expected] if expected else [])

	def test_each_row_is_named_by_its_place(self):
		benar, salah = Simpul("a", "p", BEBAN, Decimal(50)), Simpul("b", "p", BEBAN, Decimal(150))
		pesan = check_porsi([benar, salah, benar, salah])
		self.assertEqual([kalimat[:16] for kalimat in pesan], ["Hasil kerja ke-2", "Hasil kerja ke-4"])
		self.assertEqual(check_porsi([]), [])

	def test_the_shares_of_one_result_do_not_exceed_the_whole(self):
		for porsi, jumlah, lebih in (
			([], None, None),
			(["50", "50"], None, None),
			(["33.33", "33.33", "33.34"], None, None),
			(["50", "50.01"], "100,01", "0,01"),
			(["60", "60", "12.5"], "132,5", "32,5"),
			(["1000", "500"], "1.500", "1.400"),
		):
			with self.subTest(porsi=porsi):
				expected = jumlah and (
					f"Porsi yang diambil dari satu hasil kerja pimpinan berjumlah {jumlah} %, melebihi 100 %. "
					f"Kurangi porsinya sebesar {lebih} %."
				)
				self.assertEqual(check_jumlah_porsi(Decimal(bagian) for bagian in porsi), expected)


class TestSiklus(unittest.TestCase):
	def test_a_tree_has_none_and_a_cycle_is_named_without_its_tail(self):
		for pimpinan, expected in (
			({}, None),
			({"a": None}, None),
			({"a": "b", "b": None, "c": "b", "d": "a"}, None),
			({"a": "luar"}, None),
			({"a": "a"}, ["a"]),
			({"a": "b", "b": "a"}, ["a", "b"]),
			({"x": "y", "y": "a", "a": "b", "b": "c", "c": "a"}, ["a", "b", "c"]),
			({"p": None, "q": "p", "c": "a", "a": "b", "b": "c"}, ["c", "a", "b"]),
			({"": "a", "a": ""}, ["", "a"]),
		):
			with self.subTest(pimpinan=pimpinan):
				self.assertEqual(find_siklus(pimpinan), expected)

	def test_it_agrees_with_following_every_chain_to_its_end(self):
		acak = random.Random(6)
		for _ in range(500):
			kunci = [str(nomor) for nomor in range(acak.randint(1, 8))]
			pimpinan = {simpul: acak.choice([*kunci, None, None]) for simpul in kunci}
			siklus = find_siklus(pimpinan)
			with self.subTest(pimpinan=pimpinan):
				self.assertEqual(
					siklus is not None, any(self._is_berputar(pimpinan, simpul) for simpul in kunci)
				)
				if siklus:
					self.assertEqual([pimpinan[simpul] for simpul in siklus], [*siklus[1:], siklus[0]])

	@staticmethod
	def _is_berputar(pimpinan: dict[str, str | None], awal: str) -> bool:
		kunci = awal
		for _ in pimpinan:
			kunci = pimpinan.get(kunci)
			if kunci is None:
				return False
		return True

	def test_fifty_thousand_rows_in_one_chain_are_looked_up_once_each(self):
		class Terhitung(dict):
			dibaca = 0

			def get(self, kunci, default=None):
				Terhitung.dibaca += 1
				return super().get(kunci, default)

		for awal, langkah in ((0, 1), (49_999, -1)):
			Terhitung.dibaca = 0
			urutan = range(awal, 50_000 - awal - 1 if langkah == 1 else -1, langkah)
			rantai = Terhitung({str(n): str(n + 1) for n in (*urutan, 49_999)})
			with self.subTest(langkah=langkah):
				self.assertEqual(len(rantai), 50_000)
				self.assertIsNone(find_siklus(rantai))
				self.assertLessEqual(Terhitung.dibaca, 50_001)
		rantai["50000"] = "0"
		self.assertEqual(len(find_siklus(rantai)), 50_001)


class TestGabungTurunan(unittest.TestCase):
	"""P. 41 no. 2: with direct cascading "pencapaian hasil kerja Pegawai akan merepresentasikan" the leader's."""

	def test_the_mean_is_weighted_by_share(self):
		for anak, expected in (
			# without any direct child nothing represents the leader's
			([], None),
			([(LAYANAN, None, "100"), (OUTPUT_ANTARA, "50", "80"), (None, None, "90")], None),
			# one child, whatever its share
			([(BEBAN, "100", "87.5")], "87.50"),
			([(BEBAN, "10", "87.5")], "87.50"),
			([(BEBAN, None, "87.5")], "87.50"),
			# 5 and 5 tons of 10
			([(BEBAN, "50", "100"), (BEBAN, "50", "80")], "90.00"),
			([(WILAYAH, "75", "100"), (WILAYAH, "25", "60")], "90.00"),
			# shares that do not add up to the whole: of what was taken on
			([(BEBAN, "30", "100"), (BEBAN, "30", "50")], "75.00"),
			# no share: what is left, in equal parts
			([(ASPEK, None, "100"), (ASPEK, None, "50")], "75.00"),
			([(ASPEK, None, "100"), (ASPEK, None, "100"), (ASPEK, None, "0")], "66.67"),
			([(BEBAN, "60", "100"), (BEBAN, None, "50"), (BEBAN, "0", "100")], "90.00"),
			# nothing is left: weight 0, also when the shares exceed the whole
			([(BEBAN, "100", "90"), (BEBAN, None, "10")], "90.00"),
			([(BEBAN, "80", "100"), (BEBAN, "80", "50"), (BEBAN, None, "0")], "75.00"),
			# without achievement it counts as 0
			([(BEBAN, "50", "100"), (BEBAN, "50", None)], "50.00"),
			([(BEBAN, None, None)], "0.00"),
			# non-direct ones do not count beside direct ones
			([(BEBAN, "50", "100"), (LAYANAN, None, "0"), (None, "50", "0")], "100.00"),
			# above 100, and rounding that never crosses 100
			([(BEBAN, "50", "150"), (BEBAN, "50", "100")], "125.00"),
			([(BEBAN, "99.999", "100"), (BEBAN, "0.001", "0")], "99.99"),
			([(BEBAN, "99.999", "100"), (BEBAN, "0.001", "101")], "100.01"),
		):
			with self.subTest(anak=anak):
				hasil = combine_turunan(
					(cara, desimal(porsi), desimal(capaian)) for cara, porsi, capaian in anak
				)
				self.assertEqual(hasil, desimal(expected))
				if hasil is not None:
					self.assertEqual(hasil.as_tuple().exponent, -2)

	def test_all_at_one_hundred_is_exactly_one_hundred_for_any_number_of_children(self):
		for jumlah in range(1, 60):
			with self.subTest(jumlah=jumlah):
				rata = [(BEBAN, None, Decimal(100))] * jumlah
				self.assertEqual(combine_turunan(rata), Decimal("100.00"))
				self.assertEqual(
					combine_turunan([(ASPEK, Decimal("12.34"), Decimal(100)), *rata]), Decimal(100)
				)
