"""Report "Catatan Harian Pegawai": days expected, noted, late and approved; its rows, and who gets which of them by mail."""

from datetime import date

import frappe
from frappe.desk.query_report import run

from kinerja_asn.laporan.catatan import build_laporan
from kinerja_asn.services.pelaksanaan.catatan.keputusan import approve, submit
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import as_user, make_catatan, make_skp

LAPORAN = "Catatan Harian Pegawai"
# June 2025: the 1st is a Sunday; by the 9th five working days are over.
HARI_INI, SENIN, SELASA, RABU, SABTU = (
	date(2025, 6, 9),
	"2025-06-02",
	"2025-06-03",
	"2025-06-04",
	"2025-06-07",
)


class UjiLaporan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = HARI_INI
		periode = frappe.get_doc("Periode Kinerja", self.instansi.periode)
		periode.update({"catatan_harian": "Diminta"}).save()
		self.skp, self.lain = make_skp(self.instansi), make_skp(self.instansi, "kolega")

	def run(self, nama: str = "pengelola", **saring):
		with as_user(self.instansi.user[nama]):
			return build_laporan({"periode": self.instansi.periode, "bulan": "Juni", **saring})

	def get_baris(self, nama: str = "pengelola", **saring) -> dict[str, dict]:
		return {row["nama_pegawai"]: row for row in self.run(nama, **saring)[1]}


class TestBaris(UjiLaporan):
	def test_a_month_of_a_person(self):
		frappe.flags.current_date = date(2025, 6, 3)
		senin, selasa = make_catatan(self.skp, SENIN, {}), make_catatan(self.skp, SELASA, {})
		frappe.flags.current_date = HARI_INI
		make_catatan(self.skp, RABU, {})  # late
		make_catatan(self.skp, SABTU, {})  # nobody expected it
		with as_user(self.skp.pegawai_user):
			submit(date(2025, 6, 2), date(2025, 6, 3))
		with as_user(self.skp.penilai_user):
			approve({senin.name: str(senin.reload().modified)})
		row = self.get_baris()["Petugas"]
		kolom = ("hari_kerja", "dicatat", "belum", "menunggu", "disetujui", "tanggal", "keadaan")
		self.assertEqual([row[nama] for nama in kolom], [5, 4, 2, 1, 1, "5, 6", "Sebagian dicatat"])
		self.assertGreaterEqual(row["terlambat"], 1)
		self.assertEqual(selasa.reload().status, "Diajukan")

	def test_who_noted_nothing_and_who_all(self):
		for hari in range(2, 7):
			make_catatan(self.skp, f"2025-06-{hari:02d}", {})
		baris = self.get_baris()
		self.assertEqual((baris["Petugas"]["keadaan"], baris["Petugas"]["belum"]), ("Lengkap", 0))
		self.assertEqual((baris["Kolega"]["keadaan"], baris["Kolega"]["belum"]), ("Belum ada catatan", 5))
		self.assertEqual(list(self.get_baris(keadaan="Lengkap")), ["Petugas"])

	def test_only_days_of_the_plan_that_are_over_are_expected(self):
		frappe.db.set_value("SKP", self.skp.name, "awal", "2025-06-05")
		self.assertEqual(self.get_baris()["Petugas"]["tanggal"], "5, 6")
		self.assertEqual(self.get_baris(bulan="Juli")["Petugas"]["hari_kerja"], 0)
		frappe.db.set_value("SKP", self.skp.name, "akhir", "2025-05-31")
		self.assertNotIn("Petugas", self.get_baris())

	def test_the_month_that_runs_is_shown_first_and_others_are_refused_in_words(self):
		self.assertEqual(self.get_baris(bulan="")["Kolega"]["belum"], 5)
		self.assert_ditolak("Saringan", frappe.ValidationError, self.run, bulan="Juneember")

	def test_by_unit_and_where_it_is_not_asked_for(self):
		make_catatan(self.skp, SENIN, {})
		_kolom, (unit,), pesan, bagan, kartu = self.run(tampilan="Per Unit")
		self.assertEqual((unit["pegawai"], unit["dicatat"], unit["belum"]), (2, 1, 9))
		self.assertEqual((unit["kosong"], unit["sebagian"], unit["lengkap"]), (1, 1, 0))
		self.assertIsNone(pesan)
		self.assertTrue(bagan and kartu)
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "catatan_harian", "Sukarela")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assertIn("tidak meminta catatan harian", self.run()[2])

	def test_as_many_queries_for_many_as_for_few(self):
		def count(**saring) -> int:
			with watch_query() as query:
				self.run(**saring)
			return query.call_count

		count()  # warms the caches
		semua = count()
		frappe.db.set_value("SKP", self.lain.name, "tahap", "Draf")
		self.assertEqual(count(), semua)


class TestHak(UjiLaporan):
	def test_everybody_gets_the_rows_that_he_may_read(self):
		for nama, orang in (
			("pengelola", {"Petugas", "Kolega"}),
			("auditor", {"Petugas", "Kolega"}),
			("penilai", {"Petugas", "Kolega"}),
			("petugas", {"Petugas"}),
		):
			with self.subTest(nama):
				self.assertEqual(set(self.get_baris(nama)), orang)
		self.assertRaises(frappe.ValidationError, self.get_baris, "tetangga")

	def test_a_filter_opens_nothing(self):
		for pembaca in (self.instansi.user["pengelola"], "Administrator"):
			self.assertEqual(set(self.get_baris("petugas", pembaca=pembaca)), {"Petugas"})

	def test_the_desk_runs_it_for_its_roles_alone(self):
		saring = {"periode": self.instansi.periode, "bulan": "Juni"}
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(len([row for row in run(LAPORAN, saring)["result"] if isinstance(row, dict)]), 2)
		with as_user(self.instansi.user["petugas"]):
			self.assertRaises(frappe.PermissionError, run, LAPORAN, saring)


class TestSurel(UjiLaporan):
	def make(self, nama: str, laporan: str = LAPORAN):
		saring = frappe.as_json({"periode": self.instansi.periode, "bulan": "Juni"})
		isi = {
			"report": laporan,
			"report_type": "Script Report",
			"format": "HTML",
			"frequency": "Daily",
			"filters": saring,
		}
		isi |= {"user": self.instansi.user[nama], "email_to": "tujuan@uji.example", "enabled": 1}
		return frappe.get_doc(doctype="Auto Email Report", **isi).insert()

	def read(self, doc) -> str:
		"""As the queue works it out: as Administrator, without a request."""
		self.assertEqual(frappe.session.user, "Administrator")
		isi = frappe.get_doc(doc.doctype, doc.name).get_report_content() or ""
		self.assertEqual(frappe.session.user, "Administrator")
		return isi

	def test_what_is_mailed_is_what_its_user_may_read(self):
		self.assertIn("Kolega", self.read(self.make("pengelola")))
		frappe.db.set_value("SKP", self.lain.name, {"penilai_user": None, "atasan_penilai_user": None})
		isi = self.read(self.make("penilai"))
		self.assertIn("Petugas", isi)
		self.assertNotIn("Kolega", isi)

	def test_so_it_is_with_every_report_and_whoever_is_put_there_later(self):
		doc = self.make("pengelola", "Progres Realisasi")
		frappe.db.set_value("SKP", self.lain.name, {"penilai_user": None, "atasan_penilai_user": None})
		self.assertIn("Kolega", self.read(doc))
		doc.user = self.instansi.user["penilai"]
		doc.save()
		self.assertNotIn("Kolega", self.read(doc))
