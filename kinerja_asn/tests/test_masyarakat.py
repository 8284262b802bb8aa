"""Umpan balik masyarakat behind its page: services, figures, indikator that they feed, moderation, reminders."""

from datetime import date, timedelta
from decimal import Decimal

import frappe

from kinerja_asn.constants.masyarakat import JenisMasukan, UkuranLayanan
from kinerja_asn.jobs.harian import remind_moderasi
from kinerja_asn.laporan.layanan import build_laporan
from kinerja_asn.rules.masyarakat import Rentang
from kinerja_asn.services.pelaksanaan.masyarakat.figur import get_figur, get_per_bulan, get_tindakan
from kinerja_asn.services.pelaksanaan.masyarakat.layanan import find_terbuka
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_indikator, make_realisasi, make_skp
from kinerja_asn.tests.masyarakat import PUAS, get_jawaban, make_jawaban, make_layanan

MEI = Rentang(date(2025, 5, 1), date(2025, 5, 31))
TUNGGU = {
	**PUAS,
	"indikator": "Waktu tunggu",
	"arah": "Turun",
	"target_min": 30,
	"target_maks": 30,
	"satuan": "menit",
	"sumber_ukuran": "Median waktu tunggu",
}


class TestLayanan(UjiKinerja):
	def test_the_server_makes_the_address_and_keeps_it(self):
		layanan = make_layanan(self.instansi, token="mudahditebak")
		self.assertRegex(layanan.token, r"^[2-9a-hjkmnp-z]{12}$")
		lama = layanan.token
		with as_user(self.instansi.user["pengelola"]):
			layanan.update({"token": "mudahditebak"}).save()
		self.assertEqual(layanan.reload().token, lama)

	def test_two_services_of_one_name_are_refused_whoever_is_first(self):
		make_layanan(self.instansi, "Akta Kelahiran")
		self.assert_ditolak(
			"sudah mempunyai layanan bernama Akta Kelahiran",
			frappe.DuplicateEntryError,
			make_layanan,
			self.instansi,
			"Akta  Kelahiran ",
		)

	def test_a_minimum_by_which_one_could_tell_who_it_was_is_refused(self):
		self.assert_ditolak(
			"paling sedikit 5", frappe.ValidationError, make_layanan, self.instansi, minimum_jawaban=4
		)

	def test_a_unit_of_no_agency_is_refused(self):
		self.assert_ditolak(
			"belum menyebut instansi",
			frappe.PermissionError,
			make_layanan,
			self.instansi,
			unit_kerja="All Departments",
		)

	def test_a_language_stands_there_once_and_indonesian_always(self):
		layanan = make_layanan(self.instansi, bahasa=[{"bahasa": kode} for kode in ("id", "en", "en")])
		self.assertEqual([row.bahasa for row in layanan.reload().bahasa], ["en"])

	def test_what_citizens_said_keeps_a_service_from_being_deleted(self):
		layanan = make_layanan(self.instansi)
		make_jawaban(layanan, 5, hari="2025-05-02")
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak("Ubah statusnya menjadi Ditutup", frappe.ValidationError, layanan.delete)
		self.assertTrue(frappe.db.exists("Layanan Publik", layanan.name))

	def test_a_closed_one_is_found_by_nobody(self):
		layanan = make_layanan(self.instansi, status="Ditutup")
		self.assertIsNone(find_terbuka(layanan.token))


class TestFigur(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.layanan = make_layanan(
			self.instansi,
			minimum_jawaban=5,
			tindakan=[{"tanggal": "2025-06-01", "uraian": "Menambah satu loket"}],
		)

	def test_figures_of_a_period_are_those_of_its_days(self):
		make_jawaban(self.layanan, 5, 4, 3, 2, 1, hari="2025-05-31", tunggu=20)
		make_jawaban(self.layanan, 5, 5, hari="2025-06-01")
		figur = get_figur(self.layanan.name, 5, MEI)
		self.assertEqual(figur.jawaban, 5)
		self.assertEqual(
			{ukuran: hasil.nilai for ukuran, hasil in figur.ukuran.items()},
			{
				UkuranLayanan.RATA_RATA: Decimal("3.00"),
				UkuranLayanan.PUAS: Decimal("40.00"),
				UkuranLayanan.MEDIAN_TUNGGU: Decimal("20.00"),
				UkuranLayanan.RATA_TUNGGU: Decimal("20.00"),
			},
		)

	def test_months_are_counted_apart_and_too_few_answers_say_nothing(self):
		make_jawaban(self.layanan, 5, 5, 5, 5, 4, hari="2025-05-02")
		make_jawaban(self.layanan, 1, hari="2025-06-02", komentar="Antre dua jam")
		per_bulan = get_per_bulan({self.layanan.name: 5}, "2025-01", "2025-12")
		mei, juni = (per_bulan[self.layanan.name, bulan] for bulan in ("2025-05", "2025-06"))
		self.assertEqual(mei.ukuran[UkuranLayanan.RATA_RATA].nilai, Decimal("4.80"))
		self.assertIsNone(juni.ukuran[UkuranLayanan.RATA_RATA].nilai)
		self.assertEqual(juni.ukuran[UkuranLayanan.RATA_RATA].kurang, 4)
		self.assertEqual(juni.jenis[JenisMasukan.KELUHAN], 1)

	def test_before_and_after_a_measure(self):
		make_jawaban(self.layanan, 2, 2, 2, 2, 2, hari="2025-05-31")
		make_jawaban(self.layanan, 4, 4, 4, 4, 4, 4, hari="2025-06-01")
		make_jawaban(self.layanan, 1, hari="2025-01-02")  # too long before
		frappe.flags.current_date = "2025-07-01"
		(tindakan,) = get_tindakan(self.layanan.name, 5)
		self.assertEqual((tindakan.sebelum.jawaban, tindakan.sesudah.jawaban), (5, 6))
		self.assertEqual(
			[figur.ukuran[UkuranLayanan.RATA_RATA].nilai for figur in (tindakan.sebelum, tindakan.sesudah)],
			[Decimal("2.00"), Decimal("4.00")],
		)

	def test_the_report_has_a_row_a_month_with_its_measure(self):
		make_jawaban(self.layanan, 5, 5, 5, 5, 5, hari="2025-06-02", tunggu=15)
		make_jawaban(self.layanan, 1, hari="2025-05-02")
		for nama, banyak in (("pengelola", 2), ("auditor", 2), ("pengelola_unit", 2), ("tetangga", 0)):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				_kolom, baris, _pesan, bagan, _kartu = build_laporan(
					{"dari": "2025-01-01", "sampai": "2025-12-31"}
				)
				self.assertEqual(len(baris), banyak)
				if banyak:
					mei, juni = baris
					self.assertEqual((mei["kurang"], mei["rata_rata"]), (4, None))
					self.assertEqual((juni["rata_rata"], juni["tunggu"]), (Decimal("5.00"), Decimal("15.00")))
					self.assertEqual(juni["tindakan"], "Menambah satu loket")
					self.assertEqual(bagan["data"]["datasets"][0]["values"], [0.0, 5.0])

	def test_the_report_refuses_what_is_no_span(self):
		with as_user(self.instansi.user["pengelola"]):
			for saring, pesan in (
				({"dari": "2025-12-01", "sampai": "2025-01-01"}, "Pilih rentang bulan"),
				({"dari": "1990-12-01", "sampai": "2025-01-01"}, "paling banyak 60 bulan"),
				({"dari": "besok"}, "bukan tanggal"),
			):
				self.assert_ditolak(pesan, frappe.ValidationError, build_laporan, saring)


class TestIndikator(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.layanan = make_layanan(self.instansi, minimum_jawaban=5)

	def make_skp(self, *ukuran: dict):
		indikator = [make_indikator(**{**isi, "sumber_layanan": self.layanan.name}) for isi in ukuran]
		return make_skp(self.instansi, indikator=indikator)

	def report(self, skp, *nilai) -> list:
		kunci = [iki.kunci for iki in skp.indikator]
		return make_realisasi(skp, 5, dict(zip(kunci, nilai, strict=True)), tahap=None).baris

	def test_a_figure_that_citizens_gave_carries_its_source_and_waits_for_the_penilai(self):
		skp = self.make_skp(PUAS, TUNGGU)
		make_jawaban(self.layanan, 5, 4, 4, 4, 1, hari="2025-05-07", tunggu=25)
		baris = self.report(skp, 80, 25)
		self.assertEqual(
			[row.sumber_angka for row in baris],
			[
				"umpan balik masyarakat tentang Perekaman KTP Elektronik (Persen puas, 5 jawaban)",
				"umpan balik masyarakat tentang Perekaman KTP Elektronik (Median waktu tunggu, 5 jawaban)",
			],
		)

	def test_another_figure_has_no_source(self):
		skp = self.make_skp(PUAS)
		make_jawaban(self.layanan, 5, 4, 4, 4, 1, hari="2025-05-07")
		self.assertFalse(self.report(skp, 100)[0].sumber_angka)

	def test_of_too_few_answers_nothing_is_proposed(self):
		skp = self.make_skp(PUAS)
		make_jawaban(self.layanan, 5, 5, 5, 5, hari="2025-05-07")
		self.assertFalse(self.report(skp, 100)[0].sumber_angka)

	def test_a_binding_that_means_nothing_is_refused(self):
		for isi, pesan in (
			({"cara_hitung": "Jumlah"}, "tidak dapat dijumlahkan"),
			({"sumber_ukuran": ""}, "pilih angka mana yang dipakai"),
		):
			self.assert_ditolak(pesan, frappe.ValidationError, self.make_skp, {**PUAS, **isi})

	def test_one_of_another_agency_is_refused(self):
		with as_user(self.instansi.user["tetangga"]):
			lain = frappe.get_doc(
				doctype="Layanan Publik", nama_layanan="Layanan tetangga", unit_kerja="Unit Tetangga - DTU"
			).insert()
		self.layanan = lain
		self.assert_ditolak("dari instansi ini", frappe.ValidationError, self.make_skp, PUAS)

	def test_a_narrative_has_no_figure(self):
		skp = self.make_skp({**PUAS, "arah": "Naratif", "target_naratif": "Masyarakat puas"})
		self.assertFalse(skp.indikator[0].sumber_layanan or skp.indikator[0].sumber_ukuran)


class TestPengingat(UjiKinerja):
	def test_whoever_may_moderate_is_told_once_a_day_that_comments_wait(self):
		layanan = make_layanan(self.instansi)
		make_jawaban(layanan, 2, 3, hari=date.today() - timedelta(1), komentar="Kursinya kurang")
		make_jawaban(layanan, 5, hari=date.today())
		for _ke in range(2):
			remind_moderasi()
		kabar = frappe.get_all(
			"Notification Log",
			{"document_type": "Layanan Publik", "document_name": layanan.name},
			["for_user", "subject"],
		)
		self.assertEqual(
			[(row.for_user, row.subject) for row in kabar],
			[(self.instansi.user["pengelola"], "2 komentar masyarakat menunggu diperiksa")],
		)
		self.assertEqual(len(get_jawaban(layanan)), 3)
