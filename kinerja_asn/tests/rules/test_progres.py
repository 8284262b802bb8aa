"""Standing against the part of the target due by now."""

import unittest
from decimal import Decimal

from kinerja_asn.constants.istilah import Arah, CaraHitung, StatusProgres
from kinerja_asn.rules.capaian import TargetTidakValid
from kinerja_asn.rules.progres import (
	KUMULATIF,
	PERLU_TERAKHIR,
	Progres,
	Terlapor,
	assess_progres,
	combine_realisasi,
	is_turun,
	summarize_realisasi,
	target_sampai,
	trace_status,
)

JUMLAH, RATA_RATA, TERAKHIR = CaraHitung.JUMLAH, CaraHitung.RATA_RATA, CaraHitung.NILAI_TERAKHIR
BELUM_ADA, TERTINGGAL = StatusProgres.BELUM_ADA, StatusProgres.TERTINGGAL
SESUAI_JADWAL, MELAMPAUI = StatusProgres.SESUAI_JADWAL, StatusProgres.MELAMPAUI


def desimal(value: str | None) -> Decimal | None:
	return None if value is None else Decimal(value)


class TestTargetSampai(unittest.TestCase):
	def test_only_what_grows_over_the_year_is_due_in_parts(self):
		for arah, cara_hitung, expected in (
			(Arah.NAIK, JUMLAH, "333.33"),
			(Arah.TURUN, JUMLAH, "333.33"),
			(Arah.RENTANG, JUMLAH, "333.33"),
			(Arah.NAIK, TERAKHIR, "333.33"),
			(Arah.TURUN, TERAKHIR, "1000"),
			(Arah.RENTANG, TERAKHIR, "1000"),
			(Arah.NAIK, RATA_RATA, "1000"),
			(Arah.TURUN, RATA_RATA, "1000"),
			(Arah.YA_TIDAK, JUMLAH, "1000"),
			(Arah.YA_TIDAK, TERAKHIR, "1000"),
			(Arah.NARATIF, JUMLAH, "1000"),
		):
			with self.subTest(arah=str(arah), cara_hitung=str(cara_hitung)):
				self.assertEqual(target_sampai(arah, cara_hitung, Decimal(1000), 4, 12), Decimal(expected))

	def test_in_the_last_period_the_target_is_due_unrounded(self):
		self.assertEqual(target_sampai(Arah.NAIK, JUMLAH, Decimal("0.125"), 4, 4), Decimal("0.125"))

	def test_a_period_that_does_not_exist_is_refused(self):
		for masa_ke in (0, 13):
			with (
				self.subTest(masa_ke=masa_ke),
				self.assertRaisesRegex(
					ValueError, f"Masa ke-{masa_ke} tidak ada. Pilih masa ke-1 sampai ke-12"
				),
			):
				target_sampai(Arah.NAIK, RATA_RATA, Decimal(1), masa_ke, 12)


class TestGabungRealisasi(unittest.TestCase):
	def test_the_periods_add_up_as_the_indikator_says(self):
		terlapor = summarize_realisasi([Decimal("3"), Decimal("4.5"), Decimal("1.5")])
		for cara_hitung, expected in (
			(JUMLAH, "9"),
			(RATA_RATA, "3"),
			(TERAKHIR, "1.5"),
			*((kumulatif, "1.5") for kumulatif in KUMULATIF),
		):
			with self.subTest(cara_hitung=str(cara_hitung)):
				self.assertEqual(combine_realisasi(Arah.NAIK, cara_hitung, terlapor), Decimal(expected))

	def test_who_counts_reads_the_last_figure_only_where_it_is_needed(self):
		for cara_hitung in CaraHitung:
			with self.subTest(cara_hitung=str(cara_hitung)):
				hasil = combine_realisasi(Arah.NAIK, cara_hitung, Terlapor(2, Decimal(6)))
				self.assertEqual(hasil is None, cara_hitung in PERLU_TERAKHIR)

	def test_of_a_narrative_counts_that_there_is_one(self):
		for cara_hitung in CaraHitung:
			with self.subTest(cara_hitung=str(cara_hitung)):
				terlapor = summarize_realisasi([Decimal(0), Decimal(0)])
				self.assertEqual(combine_realisasi(Arah.NARATIF, cara_hitung, terlapor), Decimal(1))

	def test_a_total_up_to_now_that_falls_is_asked_about(self):
		for cara_hitung, sebelum, kini, turun in (
			(CaraHitung.JUMLAH_KUMULATIF, Decimal(40), Decimal(35), True),
			(CaraHitung.JUMLAH_KUMULATIF, Decimal(40), Decimal(40), False),
			(CaraHitung.JUMLAH_KUMULATIF, None, Decimal(1), False),
			(CaraHitung.RATA_RATA_KUMULATIF, Decimal(40), Decimal(35), False),
			(JUMLAH, Decimal(40), Decimal(35), False),
		):
			with self.subTest(cara_hitung=str(cara_hitung), kini=kini):
				self.assertEqual(is_turun(cara_hitung, sebelum, kini), turun)

	def test_nothing_reported_is_not_zero(self):
		for cara_hitung in CaraHitung:
			with self.subTest(cara_hitung=str(cara_hitung)):
				self.assertIsNone(combine_realisasi(Arah.NAIK, cara_hitung, summarize_realisasi([])))


class TestNilaiProgres(unittest.TestCase):
	"""P. 97: the Penilai looks at "realisasi progres (untuk hasil kerja yang belum selesai …)"."""

	def test_a_thousand_registrations_a_year_are_behind_in_april_and_exceeded_in_december(self):
		"""Domain D.1, scenario 1."""
		target = Arah.NAIK, JUMLAH, Decimal(1000), Decimal(1000)
		self.assertEqual(
			assess_progres(*target, Decimal(280), 4, 12),
			Progres(TERTINGGAL, Decimal("333.33"), Decimal(280), Decimal("53.33"), Decimal("28.00")),
		)
		self.assertEqual(
			assess_progres(*target, Decimal(1075), 12, 12),
			Progres(MELAMPAUI, Decimal(1000), Decimal(1075), Decimal("0.00"), Decimal("107.50")),
		)

	def test_status_and_missing_amount_follow_direction_and_counting(self):
		# arah, cara_hitung, target_min, target_maks, realisasi by April, status, seharusnya, kurang, persen
		for arah, cara, target_min, target_maks, realisasi, status, seharusnya, kurang, persen in (
			(Arah.NAIK, JUMLAH, "900", "1200", "300", SESUAI_JADWAL, "300.00", "0.00", "33.33"),
			(Arah.NAIK, JUMLAH, "1000", "1000", "333.33", SESUAI_JADWAL, "333.33", "0.00", "33.33"),
			(Arah.NAIK, JUMLAH, "1000", "1000", "333.329", TERTINGGAL, "333.33", "0.01", "33.33"),
			(Arah.NAIK, JUMLAH, "900", "1200", "1200", SESUAI_JADWAL, "300.00", "0.00", "100.00"),
			(Arah.NAIK, JUMLAH, "900", "1200", "1201", MELAMPAUI, "300.00", "0.00", "100.08"),
			(Arah.NAIK, TERAKHIR, "90", "90", "29", TERTINGGAL, "30.00", "1.00", "32.22"),
			(
				Arah.NAIK,
				CaraHitung.JUMLAH_KUMULATIF,
				"900",
				"900",
				"299",
				TERTINGGAL,
				"300.00",
				"1.00",
				"33.22",
			),
			(Arah.NAIK, CaraHitung.RATA_RATA_KUMULATIF, "85", "90", "84", TERTINGGAL, "85", "1.00", "98.82"),
			(Arah.NAIK, RATA_RATA, "85", "90", "84.4", TERTINGGAL, "85", "0.60", "99.29"),
			(Arah.NAIK, RATA_RATA, "85", "90", "91", MELAMPAUI, "85", "0.00", "101.11"),
			(Arah.NAIK, JUMLAH, "0", "0", "0", SESUAI_JADWAL, "0.00", "0.00", "100.00"),
			(Arah.TURUN, RATA_RATA, "3", "3", "3.5", TERTINGGAL, "3", "0.50", "83.33"),
			(Arah.TURUN, RATA_RATA, "3", "3", "2", SESUAI_JADWAL, "3", "0.00", "133.33"),
			(Arah.TURUN, JUMLAH, "12", "12", "5", TERTINGGAL, "4.00", "1.00", "158.33"),
			(Arah.RENTANG, TERAKHIR, "90", "100", "80", TERTINGGAL, "90", "10.00", "88.89"),
			(Arah.RENTANG, TERAKHIR, "90", "100", "95", SESUAI_JADWAL, "90", "0.00", "100.00"),
			(Arah.RENTANG, TERAKHIR, "90", "100", "105", TERTINGGAL, "100", "5.00", "95.00"),
			(Arah.RENTANG, JUMLAH, "90", "99", "29", TERTINGGAL, "30.00", "1.00", "32.22"),
			(Arah.RENTANG, JUMLAH, "90", "99", "60", SESUAI_JADWAL, "30.00", "0.00", "66.67"),
			(Arah.RENTANG, JUMLAH, "90", "99", "100", TERTINGGAL, "99", "1.00", "98.99"),
			(Arah.YA_TIDAK, TERAKHIR, None, None, "1", SESUAI_JADWAL, "1", "0.00", "100.00"),
			(Arah.YA_TIDAK, TERAKHIR, None, None, "0", TERTINGGAL, "1", "1.00", "0.00"),
			(Arah.NARATIF, TERAKHIR, None, None, "1", SESUAI_JADWAL, None, "0.00", None),
		):
			with self.subTest(arah=str(arah), cara=str(cara), realisasi=realisasi):
				hasil = assess_progres(
					arah, cara, desimal(target_min), desimal(target_maks), Decimal(realisasi), 4, 12
				)
				self.assertEqual(
					hasil,
					Progres(
						status, desimal(seharusnya), Decimal(realisasi), Decimal(kurang), desimal(persen)
					),
				)

	def test_whoever_misses_the_year_by_a_hair_is_not_told_that_nothing_is_missing(self):
		hasil = assess_progres(Arah.NAIK, JUMLAH, Decimal(1000), Decimal(1000), Decimal("999.999"), 12, 12)
		self.assertEqual(
			(hasil.status, hasil.kurang, hasil.persen_target),
			(TERTINGGAL, Decimal("0.01"), Decimal("99.99")),
		)

	def test_without_a_realisation_the_part_due_is_still_named(self):
		for arah, target, seharusnya in (
			(Arah.NAIK, "1000", "333.33"),
			(Arah.TURUN, "12", "4.00"),
			(Arah.RENTANG, "12", "4.00"),
			(Arah.YA_TIDAK, None, "1"),
			(Arah.NARATIF, None, None),
		):
			with self.subTest(arah=str(arah)):
				hasil = assess_progres(arah, JUMLAH, desimal(target), desimal(target), None, 4, 12)
				self.assertEqual(hasil, Progres(BELUM_ADA, desimal(seharusnya), None, Decimal(0), None))

	def test_an_invalid_target_is_refused(self):
		with self.assertRaisesRegex(TargetTidakValid, "Target belum lengkap"):
			assess_progres(Arah.NAIK, JUMLAH, None, None, None, 1, 12)


class TestJejakStatus(unittest.TestCase):
	"""All periods in one go are what each is by itself."""

	NILAI = tuple(desimal(nilai) for nilai in (None, "2", None, "20", "0", "30.5", None, "900", "1", None))
	MASA_KE = (1, 1, 1, 2, 3, 4, 5, 6, 7, 8)  # of a plan that began in the third period

	def test_it_says_what_each_period_says_alone(self):
		bagian = tuple(Decimal(1) / 8 * faktor for faktor in (0, 0, 2, 2, 1, 1, 1, 1))
		for arah in Arah:
			for cara_hitung in CaraHitung:
				for per_masa in (None, bagian):
					with self.subTest(arah=arah, cara_hitung=cara_hitung, per_masa=bool(per_masa)):
						ukuran = (arah, cara_hitung, Decimal(100), Decimal(160))
						status = trace_status(*ukuran, self.NILAI, self.MASA_KE, 8, per_masa)
						self.assertEqual(status, self.rate_satu_satu(ukuran, per_masa))
						self.assertEqual(status[0], BELUM_ADA)

	def rate_satu_satu(self, ukuran: tuple, bagian) -> list[StatusProgres]:
		status = []
		for sampai, masa_ke in enumerate(self.MASA_KE, 1):
			nilai = [angka for angka in self.NILAI[:sampai] if angka is not None]
			realisasi = combine_realisasi(*ukuran[:2], summarize_realisasi(nilai))
			status.append(assess_progres(*ukuran, realisasi, masa_ke, 8, bagian).status)
		return status

	def test_all_four_are_among_what_is_compared(self):
		status = trace_status(Arah.NAIK, JUMLAH, Decimal(100), Decimal(160), self.NILAI, self.MASA_KE, 8)
		self.assertEqual(set(status), set(StatusProgres))

	def test_a_target_that_cannot_be_measured_against_is_refused(self):
		with self.assertRaisesRegex(TargetTidakValid, "melebihi target maksimum"):
			trace_status(Arah.NAIK, JUMLAH, Decimal(2), Decimal(1), [Decimal(1)], [1], 1)
