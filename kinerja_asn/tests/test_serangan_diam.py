"""Silence never beats an honest report: what was due and never reported counts, and the proposal says so."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)

TIDAK_DILAPORKAN = "sudah jatuh tempo tetapi tidak pernah dilaporkan, sehingga dihitung dibawah ekspektasi."


class TestDiam(UjiKinerja):
	"""Four hasil kerja utama of one indikator each; two went well."""

	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)
		self.skp = self.make_skp(["Utama"] * 4)
		self.kunci = [iki.kunci for iki in self.skp.indikator]
		make_kinerja_unit(self.instansi)

	def make_skp(self, jenis: list[str], nama: str = "petugas", **fields):
		return make_skp(
			self.instansi,
			nama,
			hasil_kerja=[make_hasil_kerja(f"Hasil ke-{ke}", kata) for ke, kata in enumerate(jenis, 1)],
			indikator=[
				make_indikator(hasil_kerja_ke=ke, indikator=f"Jumlah ke-{ke}", **fields)
				for ke in range(1, len(jenis) + 1)
			],
		)

	def report(self, angka: dict[int, float], bulan: int = 12, tahap: Tahap = Tahap.DITETAPKAN):
		nilai = {self.skp.indikator[ke - 1].kunci: nilai for ke, nilai in angka.items()}
		return make_realisasi(self.skp, bulan, nilai, tahap)

	def test_two_rows_reported_of_four_propose_no_more_than_all_four(self):
		self.report({1: 1200, 2: 1200})
		diam = make_evaluasi(self.instansi, self.skp)
		self.assertEqual(diam.usulan_rating_hasil, "Dibawah Ekspektasi")
		self.assertEqual(
			[row.rating_usulan for row in diam.hasil],
			["Diatas Ekspektasi"] * 2 + ["Dibawah Ekspektasi"] * 2,
		)
		for ke in (3, 4):
			self.assertIn(f"Indikator ke-1 dari hasil kerja ke-{ke} {TIDAK_DILAPORKAN}", diam.alasan_usulan)
		self.assertNotIn(f"hasil kerja ke-1 {TIDAK_DILAPORKAN}", diam.alasan_usulan)
		self.assertEqual(diam.hasil[2].realisasi, "Sudah jatuh tempo, tetapi tidak pernah dilaporkan.")

	def test_saying_nothing_at_all_is_below_too(self):
		diam = make_evaluasi(self.instansi, self.skp)
		self.assertEqual(diam.usulan_rating_hasil, "Dibawah Ekspektasi")

	def test_a_narrative_that_was_never_told_counts_and_one_that_was_is_for_the_penilai(self):
		skp = make_skp(
			self.instansi,
			"kolega",
			indikator=[make_indikator(arah="Naratif", target_naratif="Tertib", target_min=0, target_maks=0)],
		)
		self.assertEqual(make_evaluasi(self.instansi, skp).hasil[0].rating_usulan, "Dibawah Ekspektasi")
		with as_user(skp.pegawai_user):
			laporan = frappe.get_doc(
				doctype="Realisasi Kinerja",
				skp=skp.name,
				masa_ke=12,
				baris=[{"indikator": skp.indikator[0].kunci, "realisasi_naratif": "Sudah tertib"}],
				bukti=[{"uraian": "Laporan", "tautan": "https://arsip.example/laporan"}],
			).insert()
		move(laporan, skp.pegawai_user, Tahap.DIAJUKAN)
		move(laporan, skp.penilai_user, Tahap.DITETAPKAN)
		evaluasi = frappe.get_doc("Evaluasi Kinerja", {"skp": skp.name})
		self.assertIsNone(evaluasi.hasil[0].rating_usulan)

	def test_what_waits_for_the_penilai_is_no_silence(self):
		"""The open evaluation follows the report as soon as it is submitted, and when it is taken back."""
		evaluasi = make_evaluasi(self.instansi, self.skp)
		laporan = self.report(dict.fromkeys(range(1, 5), 1200), tahap=Tahap.DIAJUKAN)
		evaluasi.reload()
		self.assertIsNone(evaluasi.usulan_rating_hasil)
		self.assertNotIn(TIDAK_DILAPORKAN, evaluasi.alasan_usulan)
		move(laporan, self.skp.pegawai_user, Tahap.DRAF)
		self.assertEqual(evaluasi.reload().usulan_rating_hasil, "Dibawah Ekspektasi")

	def test_before_a_report_was_due_nothing_counts(self):
		jenis = {"jenis_pendokumentasian": "Triwulanan", "jenis_evaluasi_periodik": "Bulanan"}
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, jenis)
		frappe.clear_document_cache("Periode Kinerja")
		januari = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=1)
		self.assertIsNone(januari.usulan_rating_hasil)
		maret = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=3)
		self.assertEqual(maret.usulan_rating_hasil, "Dibawah Ekspektasi")

	def test_a_tambahan_that_nobody_reported_proposes_no_more_than_one_reported_as_it_is(self):
		"""Counted among all rows, as an honest report is, and not among the utama (p. 49, 97)."""
		self.skp = self.make_skp(["Utama", "Tambahan"], "kolega")
		for diam, angka in ((True, {1: 1200}), (False, {1: 1200, 2: 10})):
			frappe.db.savepoint("satu")
			self.report(angka)
			evaluasi = make_evaluasi(self.instansi, self.skp)
			frappe.db.rollback(save_point="satu")
			with self.subTest(diam=diam):
				self.assertEqual(evaluasi.usulan_rating_hasil, "Sesuai Ekspektasi")
				self.assertEqual(evaluasi.hasil[1].rating_usulan, "Dibawah Ekspektasi")
				kalimat = f"Indikator ke-1 dari hasil kerja ke-2 {TIDAK_DILAPORKAN}"
				self.assertEqual(kalimat in evaluasi.alasan_usulan, diam)
		self.assertIn("Tidak ada hasil kerja utama yang dibawah ekspektasi.", evaluasi.alasan_usulan)

	def test_the_penilai_may_still_rate_the_row_and_the_reasons_then_say_nothing_of_it(self):
		evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.skp.penilai_user):
			evaluasi.hasil[0].rating, evaluasi.hasil[0].alasan = "Sesuai Ekspektasi", "Terlihat sendiri"
			evaluasi.save()
		self.assertNotIn(f"hasil kerja ke-1 {TIDAK_DILAPORKAN}", evaluasi.alasan_usulan)
		self.assertIn(f"hasil kerja ke-2 {TIDAK_DILAPORKAN}", evaluasi.alasan_usulan)
