"""Scenario 1 of domain.md D.1 through the documents: plan, twelve reports, evaluation, predikat."""

from datetime import date
from decimal import Decimal

import frappe

from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.services.pelaksanaan.progres import get_riwayat
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)

# Registrations per month: 280 by April (due 333.33), 1,075 by December of a target of 1,000.
PER_BULAN = (70, 70, 70, 70, 95, 100, 100, 100, 100, 100, 100, 100)


class TestTahunKinerja(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)

	def test_april_is_behind_and_says_what_is_missing(self):
		for bulan in range(1, 5):
			make_realisasi(self.skp, bulan, PER_BULAN[bulan - 1])
		april = get_riwayat(self.skp)[3].progres[self.skp.indikator[0].kunci]
		self.assertEqual(april.status, StatusProgres.TERTINGGAL)
		self.assertEqual(april.seharusnya, Decimal("333.33"))
		self.assertEqual(april.kurang, Decimal("53.33"))

	def test_a_whole_year_ends_in_the_predikat_of_the_matrix(self):
		for bulan, jumlah in enumerate(PER_BULAN, 1):
			make_realisasi(self.skp, bulan, jumlah)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		baris = evaluasi.hasil[0]
		self.assertEqual((baris.capaian_persen, baris.rating_usulan), (107.5, "Diatas Ekspektasi"))
		self.assertEqual(baris.realisasi, "1.075 pendaftaran (12 bukti dukung)")
		self.assertEqual(evaluasi.usulan_rating_hasil, "Diatas Ekspektasi")

		with as_user(self.skp.penilai_user):
			evaluasi.rating_hasil_kerja = "Diatas Ekspektasi"
			evaluasi.rating_perilaku = "Sesuai Ekspektasi"
			evaluasi.save()
		move(evaluasi, self.skp.penilai_user, Tahap.DITETAPKAN)
		move(evaluasi, self.skp.penilai_user, Tahap.DISERAHKAN)
		self.assertEqual(evaluasi.predikat_kinerja, "Baik")
		self.assertEqual(evaluasi.predikat_organisasi, "Baik")

		with as_user(self.skp.pegawai_user):
			self.assertEqual(frappe.get_list("Evaluasi Kinerja", pluck="name"), [evaluasi.name])
		move(evaluasi, self.skp.pegawai_user, Tahap.DITUTUP)
		self.assertTrue(evaluasi.diterima_pada)

	def test_lateness_is_decided_at_the_first_submission(self):
		frappe.flags.current_date = date(2025, 2, 7)  # five working days after Friday 31 January
		tepat = make_realisasi(self.skp, 1, 10, Tahap.DIAJUKAN)
		frappe.flags.current_date = date(2025, 3, 10)
		terlambat = make_realisasi(self.skp, 2, 10, Tahap.DIAJUKAN)
		self.assertEqual((tepat.terlambat, terlambat.terlambat), (0, 1))
		self.assertEqual(str(terlambat.tenggat), "2025-03-07")
