"""What is proposed to be said to the employee, and from which facts (PermenPANRB 6/2022, p. 100 g, 103 g; G12)."""

from decimal import Decimal

from kinerja_asn.constants.istilah import Rating
from kinerja_asn.rules.ulasan import (
	TERBANYAK,
	Fakta,
	FaktaHasil,
	FaktaPerilaku,
	Suara,
	join_kalimat,
	propose_ulasan,
)

DAFTAR = FaktaHasil(
	"Terlayaninya pendaftaran",
	Rating.DIATAS,
	(("Pendaftaran selesai", Decimal("107.5")), ("Hari layanan", Decimal(100))),
	Suara(2, 1),
)
ADUAN = FaktaHasil(
	"Tertanganinya pengaduan", Rating.DIBAWAH, (("Aduan selesai", Decimal(70)), ("Kepuasan", Decimal(98)))
)


def get_teks(kalimat) -> list[str]:
	return [usulan.teks for usulan in kalimat]


class TestKekuatan:
	def test_a_result_above_is_named_with_its_best_figure_and_its_facts(self):
		(kalimat,) = propose_ulasan(Fakta((DAFTAR,))).kekuatan
		assert kalimat.teks == (
			'Melampaui ekspektasi pada "Terlayaninya pendaftaran" (Pendaftaran selesai: 107,5 % dari target).'
		)
		assert kalimat.dasar == "rating diatas ekspektasi; 3 umpan balik"

	def test_who_met_every_expectation_hears_it(self):
		sesuai = FaktaHasil("Tertib arsip", Rating.SESUAI)
		assert get_teks(propose_ulasan(Fakta((sesuai, sesuai))).kekuatan) == [
			"Memenuhi ekspektasi pada seluruh 2 hasil kerja."
		]
		assert not propose_ulasan(Fakta((sesuai, ADUAN))).kekuatan

	def test_behaviour_only_where_nobody_asks_for_improvement(self):
		fakta = Fakta(
			perilaku=(FaktaPerilaku("Kolaboratif", Suara(3, 0)), FaktaPerilaku("Akuntabel", Suara(3, 1)))
		)
		(kalimat,) = propose_ulasan(fakta).kekuatan
		assert "Kolaboratif" in kalimat.teks
		assert kalimat.dasar == "3 umpan balik positif dan tidak ada yang meminta perbaikan"

	def test_punctual_reports_are_a_strength_and_late_ones_are_not(self):
		assert "tepat waktu" in propose_ulasan(Fakta(laporan=12)).kekuatan[0].teks
		assert not propose_ulasan(Fakta(laporan=12, terlambat=1)).kekuatan


class TestPerbaikan:
	def test_a_result_below_is_named_with_its_weakest_figure(self):
		(kalimat,) = propose_ulasan(Fakta((ADUAN,))).area_perbaikan
		assert (
			kalimat.teks
			== '"Tertanganinya pengaduan" belum memenuhi ekspektasi (Aduan selesai: 70 % dari target).'
		)

	def test_what_was_never_reported_or_taken_over_is_said_as_that(self):
		diam = FaktaHasil("Tertib arsip", Rating.DIBAWAH, tidak_dilaporkan=True)
		diambil = FaktaHasil("Laporan tahunan", None, diambil_alih=True)
		diam_kalimat, diambil_kalimat = get_teks(propose_ulasan(Fakta((diam, diambil))).area_perbaikan)
		assert "tidak pernah dilaporkan" in diam_kalimat
		assert "diambil alih" in diambil_kalimat

	def test_feedback_that_asks_for_improvement_counts_although_the_figures_are_good(self):
		baik = FaktaHasil("Tertib arsip", Rating.SESUAI, suara=Suara(1, 2))
		assert get_teks(propose_ulasan(Fakta((baik,))).area_perbaikan) == [
			'Cara mencapai "Tertib arsip" masih diminta diperbaiki.'
		]

	def test_late_reports_are_counted(self):
		assert get_teks(propose_ulasan(Fakta(laporan=12, terlambat=3)).area_perbaikan) == [
			"3 dari 12 laporan realisasi masuk terlambat."
		]


class TestRekomendasi:
	def test_each_weakness_has_its_way_on_and_a_strength_is_shared(self):
		fakta = Fakta((DAFTAR, ADUAN), (FaktaPerilaku("Adaptif", Suara(0, 2)),), 12, 1)
		teks = get_teks(propose_ulasan(fakta).rekomendasi)
		assert "Tertanganinya pengaduan" in teks[0]
		assert "Adaptif" in teks[1]
		assert "hari tetap" in teks[2]
		assert "Bagikan cara kerja" in teks[3]

	def test_nothing_is_said_where_the_facts_say_nothing(self):
		ulasan = propose_ulasan(Fakta((FaktaHasil("Tertib arsip", None),)))
		assert (ulasan.kekuatan, ulasan.area_perbaikan, ulasan.rekomendasi) == ((), (), ())

	def test_never_more_than_can_be_read(self):
		assert len(propose_ulasan(Fakta((ADUAN,) * 20)).area_perbaikan) == TERBANYAK

	def test_as_it_is_put_into_a_field(self):
		assert join_kalimat(propose_ulasan(Fakta(laporan=2)).kekuatan) == (
			"• Melaporkan realisasi selalu tepat waktu."
		)
		assert join_kalimat(()) == ""
