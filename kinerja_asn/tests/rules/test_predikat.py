"""The quadrant and the proposal of a rating hasil kerja."""

import unittest
from decimal import Decimal
from itertools import product

from kinerja_asn.constants.istilah import JenisHasilKerja, Predikat, Rating, Sifat
from kinerja_asn.rules.predikat import (
	Ambang,
	Baris,
	predikat_kinerja,
	propose_rating_hasil,
	rating_hasil_kerja,
)

A, S, B = Rating.DIATAS, Rating.SESUAI, Rating.DIBAWAH
UTAMA, TAMBAHAN = JenisHasilKerja.UTAMA, JenisHasilKerja.TAMBAHAN
POSITIF, PERLU = Sifat.POSITIF, Sifat.PERLU_PERBAIKAN


def build(utama: str, tambahan: str = "", umpan_balik: tuple[Sifat, ...] = ()) -> list[Baris]:
	"""Rows from letters (A above, S as expected, B below, - not rated); the first carries the feedback."""
	huruf = {"A": A, "S": S, "B": B, "-": None}
	baris = [(UTAMA, nilai) for nilai in utama] + [(TAMBAHAN, nilai) for nilai in tambahan]
	return [
		Baris(f"k{nomor}", jenis, huruf[nilai], () if nomor else umpan_balik)
		for nomor, (jenis, nilai) in enumerate(baris)
	]


class TestKuadran(unittest.TestCase):
	"""P. 99: "Predikat kinerja … diperoleh dari kuadran kinerja Pegawai", hasil kerja on y, perilaku on x."""

	def test_each_of_the_nine_cells_is_as_the_regulation_explains_it(self):
		for hasil, perilaku, predikat, kutipan in (
			(A, A, "Sangat Baik", "Hasil kerja diatas ekspektasi dan perilaku kerja diatas ekspektasi"),
			(A, S, "Baik", "Hasil kerja diatas ekspektasi dan perilaku kerja sesuai ekspektasi"),
			(S, S, "Baik", "Hasil kerja sesuai ekspektasi dan perilaku kerja sesuai ekspektasi"),
			(S, A, "Baik", "Hasil kerja sesuai ekspektasi dan perilaku kerja diatas ekspektasi"),
			(B, A, "Butuh Perbaikan", "Hasil kerja dibawah ekspektasi dan perilaku kerja diatas ekspektasi"),
			(B, S, "Butuh Perbaikan", "Hasil kerja dibawah ekspektasi dan perilaku kerja sesuai ekspektasi"),
			(A, B, "Kurang", "Hasil kerja diatas ekspektasi dan perilaku kerja dibawah ekspektasi"),
			(S, B, "Kurang", "Hasil kerja sesuai ekspektasi dan perilaku kerja dibawah ekspektasi"),
			(B, B, "Sangat Kurang", "Hasil kerja dibawah ekspektasi dan perilaku kerja dibawah ekspektasi"),
		):
			with self.subTest(kutipan):
				self.assertIs(predikat_kinerja(hasil, perilaku), Predikat(predikat))

	def test_stored_words_work_like_the_enum(self):
		self.assertIs(predikat_kinerja("Diatas Ekspektasi", "Dibawah Ekspektasi"), Predikat.KURANG)

	def test_no_rating_gives_no_predikat(self):
		for hasil, perilaku, salah in ((None, A, "None"), (A, None, "None"), ("Bagus", A, "'Bagus'")):
			pesan = f"^{salah} is not a valid Rating$"
			with self.subTest(hasil=hasil, perilaku=perilaku), self.assertRaisesRegex(ValueError, pesan):
				predikat_kinerja(hasil, perilaku)


class TestRatingSatuHasilKerja(unittest.TestCase):
	def test_the_lower_median_of_the_rated_indikator_counts(self):
		for ratings, expected in (
			((A,), A),
			((A, S), S),
			((A, B), B),
			((B, A, A), A),
			((B, S, A), S),
			((A, None, None), A),
			((B, S, A, A), S),
		):
			with self.subTest(ratings=[str(rating) for rating in ratings]):
				self.assertIs(rating_hasil_kerja(ratings), expected)

	def test_without_a_rated_indikator_there_is_no_rating(self):
		self.assertIsNone(rating_hasil_kerja(()))
		self.assertIsNone(rating_hasil_kerja((None, None)))


class TestUsulan(unittest.TestCase):
	"""The guide "Contoh panduan pengkategorian yang dapat digunakan", p. 97-98 (annual p. 100-101)."""

	def assert_usulan(self, baris, rating, *potongan, ambang=None):
		usulan = propose_rating_hasil(baris, ambang) if ambang else propose_rating_hasil(baris)
		self.assertIs(usulan.rating, rating)
		for kutipan in potongan:
			self.assertIn(kutipan, usulan.alasan)

	def test_diatas_needs_most_or_all_rows_above_and_no_utama_below(self):
		"""P. 97: "Sebagian besar atau seluruh hasil kerja diatas ekspektasi dan tidak ada hasil kerja utama
		yang dibawah ekspektasi"."""
		self.assert_usulan(build("AAA"), A, "3 dari 3 hasil kerja diatas ekspektasi (100 %).")
		self.assert_usulan(
			build("AAS"),
			A,
			"2 dari 3 hasil kerja diatas ekspektasi (66,67 %).",
			"1 dari 3 hasil kerja sesuai ekspektasi (33,33 %).",
			"Tidak ada hasil kerja utama yang dibawah ekspektasi.",
		)

	def test_exactly_half_above_is_not_most(self):
		self.assert_usulan(
			build("AS"),
			S,
			"1 dari 2 hasil kerja diatas ekspektasi (50 %).",
			"Belum diusulkan diatas ekspektasi karena hasil kerja yang diatas ekspektasi harus lebih "
			"dari 50 %.",
		)

	def test_one_utama_below_bars_diatas_but_a_tambahan_below_does_not(self):
		self.assert_usulan(build("AAA", "B"), A, "1 dari 4 hasil kerja dibawah ekspektasi (25 %).")
		self.assert_usulan(
			build("AAAB"),
			S,
			"1 dari 4 hasil kerja utama dibawah ekspektasi (25 %).",
			"Belum diusulkan diatas ekspektasi karena tidak boleh ada hasil kerja utama yang "
			"dibawah ekspektasi.",
		)

	def test_sesuai_allows_only_a_small_part_of_the_utama_below(self):
		"""P. 97: "hanya sebagian kecil hasil kerja utama yang dibawah ekspektasi"."""
		self.assert_usulan(build("SSSB"), S)
		self.assert_usulan(
			build("SSB"),
			B,
			"1 dari 3 hasil kerja utama dibawah ekspektasi (33,33 %).",
			"Belum diusulkan sesuai ekspektasi karena hasil kerja utama yang dibawah ekspektasi tidak boleh "
			"lebih dari 25 %.",
		)

	def test_dibawah_when_most_rows_are_below(self):
		"""P. 98: "Sebagian besar atau seluruh hasil kerja dibawah ekspektasi"."""
		self.assert_usulan(build("BBB"), B, "3 dari 3 hasil kerja dibawah ekspektasi (100 %).")
		self.assert_usulan(
			build("S", "BB"),
			B,
			"2 dari 3 hasil kerja dibawah ekspektasi (66,67 %).",
			"Belum diusulkan sesuai ekspektasi karena hasil kerja yang dibawah ekspektasi tidak boleh lebih "
			"dari 50 %.",
		)
		self.assert_usulan(build("S", "B"), S)

	def test_a_third_of_each_is_still_one_outcome(self):
		self.assert_usulan(build("AS", "B"), S)
		self.assert_usulan(build("AB", "S"), B)

	def test_diatas_needs_mostly_positive_feedback_when_there_is_any(self):
		"""P. 97: "Umpan balik … sebagian besar atau seluruhnya menunjukkan respon positif"."""
		self.assert_usulan(
			build("AAA", umpan_balik=(POSITIF, POSITIF, POSITIF, PERLU)),
			A,
			"3 dari 4 umpan balik menunjukkan respon positif (75 %).",
		)
		self.assert_usulan(
			build("AAA", umpan_balik=(POSITIF, PERLU)),
			S,
			"1 dari 2 umpan balik menunjukkan respon positif (50 %).",
			"Belum diusulkan diatas ekspektasi karena umpan balik positif harus lebih dari 50 %.",
		)

	def test_feedback_of_all_rows_counts_together_also_of_those_not_rated(self):
		"""P. 97: "mempertimbangkan seluruh umpan balik yang diterima Pegawai"."""
		baris = [Baris("a", UTAMA, A, (POSITIF,)), Baris("b", UTAMA, None, (PERLU, PERLU))]
		self.assert_usulan(baris, S, "1 dari 3 umpan balik menunjukkan respon positif (33,33 %).")

	def test_no_feedback_blocks_nothing_and_is_said(self):
		self.assert_usulan(build("A"), A, "Belum ada umpan balik atas hasil kerja.")

	def test_feedback_alone_neither_lowers_to_dibawah_nor_lifts_from_it(self):
		self.assert_usulan(
			build("SS", umpan_balik=(PERLU, PERLU)),
			S,
			"0 dari 2 umpan balik menunjukkan respon positif (0 %).",
		)
		self.assert_usulan(build("BB", umpan_balik=(POSITIF, POSITIF)), B)

	def test_rows_that_cannot_be_rated_are_named_and_not_counted(self):
		self.assert_usulan(
			build("A-A", "-"),
			A,
			"2 dari 2 hasil kerja diatas ekspektasi (100 %).",
			"Hasil kerja ke-2 belum dapat dinilai dan tidak ikut dihitung.",
			"Hasil kerja ke-4 belum dapat dinilai dan tidak ikut dihitung.",
		)

	def test_without_any_rated_row_nothing_is_proposed(self):
		for baris in ([], build("--")):
			with self.subTest(baris=len(baris)):
				self.assert_usulan(
					baris, None, "Belum ada hasil kerja yang dapat dinilai, jadi belum ada usulan."
				)

	def test_only_tambahan_rated_needs_no_utama(self):
		self.assert_usulan(build("", "AA"), A)

	def test_an_agency_may_set_its_own_thresholds(self):
		self.assert_usulan(build("AAS"), S, ambang=Ambang(sebagian_besar=Decimal(70)))
		self.assert_usulan(build("SSB"), S, ambang=Ambang(sebagian_kecil_utama=Decimal(40)))
		self.assert_usulan(build("SSSB"), B, ambang=Ambang(sebagian_kecil_utama=Decimal(0)))

	def test_a_threshold_exactly_met_is_compared_exactly(self):
		"""Two thirds are more than 66.66 percent and less than 66.67, whatever the rounding shows."""
		self.assert_usulan(build("AAS"), A, ambang=Ambang(sebagian_besar=Decimal("66.66")))
		self.assert_usulan(build("AAS"), S, ambang=Ambang(sebagian_besar=Decimal("66.67")))

	def test_thresholds_that_contradict_their_words_are_refused(self):
		for kwargs, message in (
			({"sebagian_besar": Decimal(40)}, "sebagian besar"),
			({"sebagian_besar": Decimal(100)}, "sebagian besar"),
			({"sebagian_kecil_utama": Decimal(-1)}, "sebagian kecil"),
			({"sebagian_kecil_utama": Decimal(51)}, "sebagian kecil"),
		):
			with self.subTest(**kwargs), self.assertRaisesRegex(ValueError, message):
				Ambang(**kwargs)

	def test_every_mixture_has_one_outcome_that_never_falls_when_a_row_improves(self):
		for huruf in product("BSA", repeat=4):
			urutan = [
				(B, S, A).index(propose_rating_hasil(build("".join(huruf[:2]) + nilai, huruf[2])).rating)
				for nilai in "BSA"
			]
			with self.subTest(huruf=huruf):
				self.assertEqual(urutan, sorted(urutan))
