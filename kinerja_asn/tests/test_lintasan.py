"""A target that falls unevenly into the year: typed in by month, or as last year went."""

from unittest.mock import patch

import frappe

from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.portal.dasar import progres as portal_progres
from kinerja_asn.portal.perencanaan.baris_skp import build_indikator
from kinerja_asn.portal.perencanaan.baris_skp import make_indikator as make_isian
from kinerja_asn.services.bersama.penolakan import get_medan_salah
from kinerja_asn.services.pelaksanaan.pemantauan.bacaan import get_status
from kinerja_asn.services.pelaksanaan.pemantauan.pencatatan import rebuild
from kinerja_asn.services.pelaksanaan.progres import get_progres, get_riwayat
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	TAHUN,
	as_user,
	make_indikator,
	make_perubahan,
	make_realisasi,
	make_skp,
	move,
)

AKHIR_TAHUN = "0; 0; 0; 0; 0; 0; 0; 0; 100; 200; 300; 400"


def make_iki(**fields) -> dict:
	return make_indikator(**{"target_min": 1000, "target_maks": 1000, **fields})


class TestBulanan(UjiKinerja):
	def make(self, **fields):
		return make_skp(self.instansi, indikator=[make_iki(**fields)])

	def get_status(self, skp, sampai: str) -> StatusProgres:
		return get_status([skp.name], frappe.utils.getdate(f"{TAHUN}-{sampai}"))[skp.name][0]

	def test_nobody_is_behind_before_his_season(self):
		merata = self.make()
		make_realisasi(merata, 1, 10)
		self.assertEqual(self.get_status(merata, "01-31"), StatusProgres.TERTINGGAL)
		with as_user(merata.pegawai_user):
			perubahan = make_perubahan(merata)
			perubahan.indikator[0].update({"lintasan": "Bulanan", "target_bulanan": AKHIR_TAHUN})
			perubahan.save()
		move(perubahan, merata.pegawai_user, Tahap.DIAJUKAN)
		move(perubahan, merata.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.get_status(merata, "08-31"), StatusProgres.SESUAI_JADWAL)
		self.assertEqual(self.get_status(merata, "09-30"), StatusProgres.TERTINGGAL)
		self.assertEqual(rebuild([merata.name]), [])

	def test_every_way_to_ask_says_the_same(self):
		skp = self.make(lintasan="Bulanan", target_bulanan=AKHIR_TAHUN)
		make_realisasi(skp, 9, 150)
		for masa, riwayat in enumerate(get_riwayat(skp), 1):
			with self.subTest(masa):
				progres = riwayat.progres[skp.indikator[0].kunci]
				seharusnya = get_progres(skp, skp.indikator[0], None, riwayat.masa.akhir).seharusnya
				self.assertEqual(progres.seharusnya, seharusnya)
		self.assertEqual(get_riwayat(skp)[8].progres[skp.indikator[0].kunci].seharusnya, 100)

	def test_it_is_kept_as_people_write_it(self):
		skp = self.make(lintasan="Bulanan", target_bulanan=" ;;;; 0;0;0;0;1.000,5;0;0;2\n")
		self.assertEqual(skp.indikator[0].target_bulanan, "0; 0; 0; 0; 0; 0; 0; 0; 1.000,5; 0; 0; 2")

	def test_what_is_no_twelve_figures_is_refused_in_words(self):
		for teks, pesan in (
			("1; 2; 3", "berisi 3 angka"),
			(None, "berisi 0 angka"),
			("a;0;0;0;0;0;0;0;0;0;0;0", "Januari"),
			("0;-5;0;0;0;0;0;0;0;0;0;0", "Februari"),
			(";".join(["9" * 40] * 12), "terlalu besar"),
		):
			with self.subTest(teks):
				self.assert_ditolak(
					pesan, frappe.ValidationError, self.make, lintasan="Bulanan", target_bulanan=teks
				)

	def test_what_is_due_whole_has_no_months(self):
		skp = self.make(lintasan="Bulanan", target_bulanan=AKHIR_TAHUN, cara_hitung="Rata-rata")
		self.assertEqual((skp.indikator[0].lintasan, skp.indikator[0].target_bulanan), ("Merata", None))


class TestMusiman(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.periode_lalu = frappe.get_doc(
			doctype="Periode Kinerja",
			instansi=self.instansi.name,
			tahun=TAHUN - 1,
			status="Dibuka",
			skema=frappe.get_all("Skema Penilaian", pluck="name", limit=1)[0],
		).insert()

	def make_lalu(self, **nilai) -> None:
		"""Last year's plan, with verified reports: month -> figure."""
		frappe.flags.current_date = f"{TAHUN}-01-05"
		lalu = make_skp(self.instansi, periode=self.periode_lalu.name, indikator=[make_iki()])
		for bulan, angka in nilai.items():
			make_realisasi(lalu, int(bulan.removeprefix("b")), angka)

	def make(self, **fields):
		return make_skp(
			self.instansi, indikator=[make_iki(lintasan="Musiman", target_min=500, target_maks=500, **fields)]
		)

	def test_months_come_from_last_years_verified_reports(self):
		self.make_lalu(b3=100, b11=300)
		self.assertEqual(self.make().indikator[0].target_bulanan, "0; 0; 125; 0; 0; 0; 0; 0; 0; 0; 375; 0")

	def test_another_indikator_of_last_year_says_nothing(self):
		self.make_lalu(b3=100)
		self.assert_ditolak(
			"belum ada realisasi tahun lalu", frappe.ValidationError, self.make, indikator="Lainnya"
		)

	def test_without_last_year_it_says_what_to_choose(self):
		self.assert_ditolak("Pilih lintasan target Merata", frappe.ValidationError, self.make)


class TestPerkiraan(UjiKinerja):
	def test_the_page_says_where_the_pace_leads_and_how_sure_that_is(self):
		skp = make_skp(self.instansi, indikator=[make_iki()])
		for masa_ke, nilai in enumerate((90, 110, 90, 110), 1):
			make_realisasi(skp, masa_ke, nilai)
		with patch.dict(frappe.flags, current_date=f"{TAHUN}-05-10"):
			perkiraan = portal_progres.build_indikator(skp, get_riwayat(skp))[0].perkiraan
		self.assertIn(f"Dengan laju sampai April {TAHUN}: 1.200", perkiraan)
		self.assertIn("antara 1.120 dan 1.280 (cukup yakin)", perkiraan)


class TestFormulir(UjiKinerja):
	def build(self, bulanan: str, **isi) -> tuple[dict, list[str]]:
		isian = {
			"indikator": "Pendaftaran",
			"min": "100",
			"lintasan": "Bulanan",
			"bulanan": bulanan,
			"kode": "iki-0",
		}
		return build_indikator(make_isian(**{**isian, **isi}), 1, False)

	def test_what_is_typed_reaches_the_plan(self):
		row, masalah = self.build(AKHIR_TAHUN)
		self.assertEqual((row["lintasan"], row["target_bulanan"], masalah), ("Bulanan", AKHIR_TAHUN, []))

	def test_what_is_wrong_is_said_beside_its_field(self):
		_row, masalah = self.build("1; 2")
		self.assertIn("berisi 2 angka", masalah[0])
		self.assertEqual(get_medan_salah()[masalah[0]], "iki-0-bulanan")

	def test_only_where_months_are_asked_for(self):
		for isi in (
			{"lintasan": "Merata"},
			{"hitung": "Rata-rata"},
			{"arah": "Turun", "hitung": "Nilai terakhir"},
		):
			with self.subTest(isi):
				self.assertEqual(self.build("1; 2", **isi)[1], [])
