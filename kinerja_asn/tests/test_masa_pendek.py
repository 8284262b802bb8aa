"""Reports by day and by week: days off are none, and pages stay readable with fifty or two hundred and forty of them."""

from datetime import date, timedelta

import frappe

from kinerja_asn.constants.istilah import JenisMasa, StatusProgres, Tahap
from kinerja_asn.services.pelaksanaan.pelaporan.keterlambatan import find_terlambat
from kinerja_asn.services.pelaksanaan.progres import get_masa_skp, get_riwayat
from kinerja_asn.tests.factories import TAHUN, make_evaluasi, make_kinerja_unit, make_realisasi, make_skp
from kinerja_asn.tests.test_portal_berat import KILOBITA_HALAMAN, compress
from kinerja_asn.tests.test_portal_dasar import UjiPortal

LIBUR = date(TAHUN, 3, 31)  # a Monday


class UjiMasaPendek(UjiPortal):
	def make_skp(self, jenis: JenisMasa, libur: date | None = None):
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "jenis_pendokumentasian", str(jenis))
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		if libur:
			self.set_libur(libur)
		return make_skp(self.instansi)

	def set_libur(self, *hari: date) -> None:
		daftar = frappe.get_doc(
			doctype="Holiday List",
			holiday_list_name=f"Libur {frappe.generate_hash(length=6)}",
			from_date=f"{TAHUN}-01-01",
			to_date=f"{TAHUN}-12-31",
			holidays=[{"holiday_date": libur, "description": "Libur"} for libur in hari],
		).insert()
		frappe.db.set_value("Company", self.instansi.name, "default_holiday_list", daftar.name)
		frappe.clear_document_cache("Company", self.instansi.name)
		frappe.local.request_cache.clear()
		self.addCleanup(frappe.local.request_cache.clear)
		self.addCleanup(frappe.clear_document_cache, "Company", self.instansi.name)

	def find_ke(self, skp, hari: date) -> int:
		return next(masa.ke for masa in get_masa_skp(skp) if masa.awal <= hari <= masa.akhir)


class TestHarian(UjiMasaPendek):
	def setUp(self):
		super().setUp()
		self.skp = self.make_skp(JenisMasa.HARIAN, LIBUR)

	def test_a_day_off_is_no_period(self):
		ke = self.find_ke(self.skp, LIBUR - timedelta(days=3))
		make_realisasi(self.skp, ke, 4)
		pesan = f"Masa ke-{ke + 3} tidak ada dalam periode ini"
		self.assert_ditolak(pesan, frappe.ValidationError, make_realisasi, self.skp, ke + 3, 4)
		self.assertEqual(
			self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa={ke + 3}").status, 404
		)

	def test_a_report_stays_when_its_day_becomes_a_holiday(self):
		hari = LIBUR + timedelta(days=1)
		laporan = make_realisasi(self.skp, self.find_ke(self.skp, hari), 4, Tahap.DIAJUKAN)
		self.set_libur(LIBUR, hari)
		self.assertNotIn(hari, [masa.awal for masa in get_masa_skp(self.skp)])
		self.assertIn(laporan.name, [masa.dokumen.name for masa in get_riwayat(self.skp) if masa.dokumen])
		tim = self.open("penilai", f"/kinerja/tim/realisasi?name={laporan.name}")
		self.assertTrue(tim.has_tombol("verifikasi"))
		self.assertEqual(
			self.send("penilai", f"/kinerja/tim/realisasi?name={laporan.name}", "verifikasi").pesan,
			"diproses",
		)
		self.assertEqual(
			self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa={laporan.masa_ke}").status, 200
		)

	def test_days_are_due_in_equal_parts_and_add_up(self):
		masa = get_masa_skp(self.skp)
		for penggal in masa[:3]:
			make_realisasi(self.skp, penggal.ke, 5)
		riwayat = get_riwayat(self.skp)
		progres = riwayat[2].progres[self.skp.indikator[0].kunci]
		self.assertEqual((progres.realisasi, progres.status), (15, StatusProgres.SESUAI_JADWAL))

	def test_the_start_page_shows_what_is_to_be_done_and_the_latest(self):
		frappe.flags.current_date = date(TAHUN, 6, 30)
		for penggal in get_masa_skp(self.skp)[:30]:
			make_realisasi(self.skp, penggal.ke, 4)
		halaman = self.open("petugas", "/kinerja")
		self.assertLess(compress(halaman.html), KILOBITA_HALAMAN)
		self.assertEqual(halaman.html.count('aria-label="Isi realisasi'), 14)
		self.assertIn("Yang perlu dan yang terakhir", halaman.teks)
		self.assertIn(f"Senin, 30 Juni {TAHUN}", halaman.teks)
		januari = self.open("petugas", "/kinerja?bulan=1").html
		self.assertGreater(januari.count("Diverifikasi"), 20)
		self.assertNotIn("Februari", januari.split('id="masa"')[1].split("</ol>")[0].split("</form>")[1])

	def test_the_team_page_names_the_latest_that_are_missing(self):
		frappe.flags.current_date = date(TAHUN, 6, 30)
		halaman = self.open("penilai", "/kinerja/tim")
		self.assertLess(compress(halaman.html), KILOBITA_HALAMAN)
		terlambat = len(find_terlambat(self.skp.periode, [self.skp])[self.skp.name])
		self.assertIn(f"{terlambat} laporan terlambat", halaman.teks)
		self.assertIn(f"dan {terlambat - 12} sebelumnya", halaman.teks)
		self.assertLess(
			compress(self.open("penilai", f"/kinerja/tim/skp?name={self.skp.name}").html), KILOBITA_HALAMAN
		)

	def test_an_evaluation_names_a_few_of_the_missing(self):
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=1)
		teks = self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}").teks
		self.assertIn("sebelumnya belum dilaporkan Petugas", teks)


class TestMingguan(UjiMasaPendek):
	def test_a_week_is_reported_and_called_by_its_days(self):
		skp = self.make_skp(JenisMasa.MINGGUAN)
		laporan = make_realisasi(skp, 2, 20)
		self.assertEqual(
			(laporan.masa, str(laporan.akhir)), (f"Pekan 2, 6–12 Januari {TAHUN}", f"{TAHUN}-01-12")
		)
		halaman = self.open("petugas", "/kinerja")
		self.assertIn(f"Pekan 1, 1–5 Januari {TAHUN}", halaman.teks)
		self.assertLess(compress(halaman.html), KILOBITA_HALAMAN)
