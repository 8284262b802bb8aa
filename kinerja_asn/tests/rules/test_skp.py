"""An SKP before it is submitted."""

import unittest
from dataclasses import replace
from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, Aspek, Formulir, JenisHasilKerja, Perspektif
from kinerja_asn.rules.skp import (
	HasilKerja,
	Indikator,
	check_skp,
	format_target,
	name_indikator,
	parse_aspek,
	place_indikator,
)

HASIL = HasilKerja("h1", JenisHasilKerja.UTAMA, "Pencatatan penduduk terlayani")
TAMBAHAN = HasilKerja("h2", JenisHasilKerja.TAMBAHAN, "Arsip kependudukan tertata")
INDIKATOR = Indikator(
	kunci="i1",
	hasil_kerja="h1",
	indikator="Jumlah pencatatan penduduk",
	arah=Arah.NAIK,
	target_min=Decimal(900),
	target_maks=Decimal(1000),
	target_naratif=None,
	satuan="dokumen",
	aspek=(Aspek.KUANTITAS,),
)


class TestCheckSkp(unittest.TestCase):
	def test_a_complete_skp_has_no_problem(self):
		naratif = replace(
			INDIKATOR,
			kunci="i2",
			arah=Arah.NARATIF,
			target_min=None,
			target_maks=None,
			satuan=None,
			target_naratif="Arsip mudah ditemukan",
		)
		ya_tidak = replace(naratif, kunci="i3", hasil_kerja="h2", arah=Arah.YA_TIDAK, target_naratif=None)
		self.assertEqual(check_skp([HASIL, TAMBAHAN], [INDIKATOR, naratif, ya_tidak]), [])

	def test_at_least_one_utama_is_needed(self):
		"""P. 49: "terdiri atas hasil kerja utama dan dapat memuat hasil kerja tambahan"."""
		pesan = "SKP belum memuat hasil kerja utama. Tambahkan sedikitnya satu hasil kerja berjenis Utama."
		self.assertEqual(check_skp([], []), [pesan])
		self.assertEqual(check_skp([TAMBAHAN], [replace(INDIKATOR, hasil_kerja="h2")]), [pesan])

	def test_every_hasil_kerja_needs_a_description_and_an_indikator(self):
		self.assertEqual(
			check_skp([HASIL, replace(TAMBAHAN, uraian="  ")], [INDIKATOR]),
			[
				"Hasil kerja ke-2 belum diuraikan. Tuliskan hasil yang akan dicapai.",
				"Hasil kerja ke-2 belum mempunyai indikator. Tambahkan sedikitnya satu indikator.",
			],
		)

	def test_each_fault_of_an_indikator_is_named_with_its_row(self):
		"""P. 50 no. 4c: the quantitative approach "menekankan satuan pengukuran"; p. 51: the aspects."""
		for change, pesan in (
			(
				{"hasil_kerja": "h9"},
				"Indikator ke-2 tidak terhubung dengan hasil kerja dalam SKP ini. Pilih hasil kerjanya.",
			),
			({"indikator": " "}, "Indikator ke-2 belum dituliskan. Tuliskan ukuran keberhasilannya."),
			(
				{"aspek": ()},
				"Indikator ke-2 belum mempunyai aspek. Pilih Kuantitas, Kualitas, Waktu, atau Biaya.",
			),
			(
				{"satuan": ""},
				"Indikator ke-2 belum mempunyai satuan. Isi satuan targetnya, misalnya dokumen atau "
				"hari kerja.",
			),
			(
				{"target_maks": None},
				"Indikator ke-2: Target belum lengkap. Isi target minimum dan target maksimum; samakan bila "
				"targetnya satu angka.",
			),
			(
				{"target_min": Decimal(2000)},
				"Indikator ke-2: Target minimum (2.000) melebihi target maksimum (1.000). Tukar keduanya "
				"atau perbaiki angkanya.",
			),
			(
				{"arah": Arah.NARATIF, "target_naratif": " "},
				"Indikator ke-2 belum mempunyai target naratif. Uraikan target yang diharapkan.",
			),
		):
			with self.subTest(change=list(change)):
				salah = replace(INDIKATOR, kunci="i2", **change)
				self.assertEqual(check_skp([HASIL], [INDIKATOR, salah]), [pesan])

	def test_all_problems_are_told_at_once(self):
		kosong = replace(INDIKATOR, indikator="", aspek=(), satuan=None, target_min=None)
		self.assertEqual(len(check_skp([replace(HASIL, uraian="")], [kosong])), 5)


class TestLetakIndikator(unittest.TestCase):
	def test_the_first_of_the_second_hasil_kerja_is_the_first(self):
		self.assertEqual(place_indikator(["h1", "h2"], ["h1", "h2", "h1"]), [(1, 1), (1, 2), (2, 1)])
		self.assertEqual(name_indikator(1, 2), "Indikator ke-1 dari hasil kerja ke-2")

	def test_one_hasil_kerja_need_not_be_named(self):
		self.assertEqual(place_indikator(["h1"], ["h1", "h1"]), [(1, None), (2, None)])
		self.assertEqual(name_indikator(2, None), "Indikator ke-2")

	def test_what_belongs_to_none_is_named_by_its_place_among_all(self):
		self.assertEqual(place_indikator(["h1", "h2"], ["h1", "h9"]), [(1, 1), (2, None)])

	def test_what_is_missing_is_named_so(self):
		kosong = replace(INDIKATOR, kunci="i2", hasil_kerja="h2", indikator="")
		self.assertEqual(
			check_skp([HASIL, TAMBAHAN], [INDIKATOR, kosong]),
			["Indikator ke-1 dari hasil kerja ke-2 belum dituliskan. Tuliskan ukuran keberhasilannya."],
		)


class TestCheckFormulir(unittest.TestCase):
	"""What the four forms ask for beyond the rules above."""

	PERSPEKTIF = (
		"Indikator ke-{} belum mempunyai perspektif. Pilih Penerima Layanan, Proses Bisnis, Penguatan Internal, atau "
		"Anggaran."
	)
	ANGGARAN = (
		"SKP belum memuat indikator dengan perspektif Anggaran. Tambahkan sedikitnya satu, misalnya tentang "
		"efektivitas dan efisiensi penggunaan anggaran."
	)
	NARATIF = (
		"Indikator ke-{} tidak naratif, sedangkan pendekatan SKP ini kualitatif. Ubah arahnya menjadi Naratif, atau "
		"pilih pendekatan kuantitatif."
	)
	NARASI = replace(
		INDIKATOR, arah=Arah.NARATIF, target_min=None, target_maks=None, satuan=None, target_naratif=None
	)

	def test_the_forms_of_jpt_need_a_perspektif_on_every_indikator_and_anggaran_on_one(self):
		"""P. 29: the perspektif anggaran "harus ada dalam setiap rencana SKP" of these posts."""
		layanan, anggaran = Perspektif.PENERIMA_LAYANAN, Perspektif.ANGGARAN
		for perspektif, expected in (
			([anggaran], []),
			([layanan, anggaran], []),
			([layanan], [self.ANGGARAN]),
			([None, anggaran], [self.PERSPEKTIF.format(1)]),
			([layanan, None], [self.PERSPEKTIF.format(2), self.ANGGARAN]),
			([None, None], [self.PERSPEKTIF.format(1), self.PERSPEKTIF.format(2), self.ANGGARAN]),
		):
			for formulir, dasar in (
				(Formulir.KUALITATIF_JPT, self.NARASI),
				(Formulir.KUANTITATIF_JPT, INDIKATOR),
			):
				with self.subTest(formulir=str(formulir), perspektif=perspektif):
					indikator = [
						replace(dasar, perspektif=perspektif_indikator) for perspektif_indikator in perspektif
					]
					self.assertEqual(check_skp([HASIL], indikator, formulir=formulir), expected)

	def test_other_forms_ask_for_no_perspektif(self):
		for formulir, indikator in (
			(None, INDIKATOR),
			(Formulir.KUANTITATIF_JA, INDIKATOR),
			(Formulir.KUALITATIF_JA, self.NARASI),
		):
			with self.subTest(formulir=formulir):
				self.assertEqual(check_skp([HASIL], [indikator], formulir=formulir), [])

	def test_the_qualitative_forms_take_one_narrative_and_nothing_to_measure(self):
		"""P. 50: indikator "beserta target dideskripsikan dalam satu narasi"."""
		ya_tidak = replace(self.NARASI, arah=Arah.YA_TIDAK)
		for indikator, expected in (
			([self.NARASI], []),
			([replace(self.NARASI, target_naratif="Arsip mudah ditemukan")], []),
			([INDIKATOR, self.NARASI, ya_tidak], [self.NARATIF.format(1), self.NARATIF.format(3)]),
			([replace(INDIKATOR, satuan=None, target_min=None)], [self.NARATIF.format(1)]),
			(
				[replace(self.NARASI, indikator=" ", target_naratif="Arsip mudah ditemukan")],
				["Indikator ke-1 belum dituliskan. Tuliskan ukuran keberhasilannya."],
			),
		):
			with self.subTest(indikator=indikator):
				self.assertEqual(check_skp([HASIL], indikator, formulir=Formulir.KUALITATIF_JA), expected)

	def test_the_quantitative_forms_still_want_a_target_for_a_narrative(self):
		pesan = "Indikator ke-1 belum mempunyai target naratif. Uraikan target yang diharapkan."
		for formulir in (None, Formulir.KUANTITATIF_JA):
			with self.subTest(formulir=formulir):
				self.assertEqual(check_skp([HASIL], [self.NARASI], formulir=formulir), [pesan])

	def test_an_empty_skp_of_a_jpt(self):
		utama = "SKP belum memuat hasil kerja utama. Tambahkan sedikitnya satu hasil kerja berjenis Utama."
		self.assertEqual(check_skp([], [], formulir=Formulir.KUANTITATIF_JPT), [utama, self.ANGGARAN])


class TestAspek(unittest.TestCase):
	"""P. 51: "kuantitas; kualitas; waktu atau kecepatan penyelesaian hasil kerja; dan/atau biaya"."""

	def test_words_are_read_in_any_case_once_each_in_their_order(self):
		for text, expected in (
			("Kuantitas, Waktu", (Aspek.KUANTITAS, Aspek.WAKTU)),
			("BIAYA,kualitas", (Aspek.BIAYA, Aspek.KUALITAS)),
			("Waktu, waktu,", (Aspek.WAKTU,)),
			("", ()),
			(None, ()),
		):
			with self.subTest(text=text):
				self.assertEqual(parse_aspek(text), expected)

	def test_an_unknown_aspect_is_named_with_those_that_exist(self):
		with self.assertRaisesRegex(
			ValueError, 'Aspek "Mutu" tidak dikenal. Pilih Kuantitas, Kualitas, Waktu, atau Biaya.'
		):
			parse_aspek("Waktu, Mutu")


class TestFormatTarget(unittest.TestCase):
	def test_a_target_reads_as_people_would_say_it(self):
		for arah, target_min, target_maks, satuan, naratif, expected in (
			(Arah.NAIK, "1000", "1000.00", "dokumen", None, "1.000 dokumen"),
			(Arah.NAIK, "900", "1000", "dokumen", None, "900 \u2013 1.000 dokumen"),
			(Arah.TURUN, "3", "3", "hari kerja", None, "≤ 3 hari kerja"),
			(Arah.TURUN, "2", "3.5", "hari kerja", None, "2 \u2013 3,5 hari kerja"),
			(Arah.RENTANG, "95", "95", "%", None, "95 %"),
			(Arah.NAIK, "5", "5", None, None, "5"),
			(Arah.YA_TIDAK, None, None, None, None, "Ya"),
			(Arah.NARATIF, None, None, None, " Arsip mudah ditemukan ", "Arsip mudah ditemukan"),
			(Arah.NARATIF, None, None, None, None, ""),
			(Arah.NAIK, None, "3", "dokumen", None, ""),
		):
			with self.subTest(expected=expected):
				angka = [None if nilai is None else Decimal(nilai) for nilai in (target_min, target_maks)]
				self.assertEqual(format_target(arah, *angka, satuan, naratif), expected)
