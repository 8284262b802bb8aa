"""Report "Progres Realisasi": what it says, to whom, and that its cost does not grow with the rows."""

import os
from collections import Counter
from datetime import date
from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.desk.query_report import run
from frappe.utils import add_days
from openpyxl import load_workbook

from kinerja_asn.api.laporan import download
from kinerja_asn.constants.istilah import StatusProgres, Tahap
from kinerja_asn.jobs.harian import remove_unduhan
from kinerja_asn.laporan.bagian import count_per_unit
from kinerja_asn.laporan.progres import build_laporan
from kinerja_asn.laporan.unduhan.pembuatan import LAPORAN as LAPORAN_SEMUA
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_indikator, make_realisasi, make_skp

LAPORAN = "Progres Realisasi"


class TestLaporanProgres(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.lain = make_skp(self.instansi, "kolega")

	def get_baris(self, **filters) -> dict[str, dict]:
		"""First row of each employee, as Administrator."""
		rows = build_laporan({"periode": self.instansi.periode, **filters})[1]
		return {row["nama_pegawai"]: row for row in reversed(rows)}

	def run_as(self, nama: str, **kwargs) -> list[str]:
		with as_user(self.instansi.user[nama]):
			hasil = run(LAPORAN, {"periode": self.instansi.periode, "sampai": "2025-12-31"}, **kwargs)
			return sorted({row["nama_pegawai"] for row in hasil["result"]})

	# --- what it says

	def test_april_is_behind_and_says_what_is_missing(self):
		for bulan in range(1, 5):
			make_realisasi(self.skp, bulan, 70)
		petugas = self.get_baris(sampai="2025-04-30")["Petugas"]
		self.assertEqual((petugas["realisasi"], petugas["seharusnya"]), (280, 333.33))
		self.assertEqual(
			(petugas["status"], petugas["kurang"], petugas["persen_target"]), ("Tertinggal", 53.33, 28)
		)
		self.assertEqual(
			(petugas["target"], petugas["nip_pegawai"]), ("1.000 pendaftaran", self.skp.nip_pegawai)
		)

	def test_nothing_reported_is_not_zero(self):
		kolega = self.get_baris(sampai="2025-04-30")["Kolega"]
		self.assertEqual(
			(kolega["status"], kolega["realisasi"], kolega["kurang"]), ("Belum ada realisasi", None, None)
		)

	def test_only_reports_up_to_the_date_count(self):
		for bulan in range(1, 4):
			make_realisasi(self.skp, bulan, 100)
		self.assertEqual(self.get_baris(sampai="2025-02-28")["Petugas"]["realisasi"], 200)

	def test_submitted_reports_can_be_left_out(self):
		make_realisasi(self.skp, 1, 100)
		make_realisasi(self.skp, 2, 50, Tahap.DIAJUKAN)
		make_realisasi(self.skp, 3, 7, Tahap.DRAF)
		self.assertEqual(self.get_baris(sampai="2025-03-31")["Petugas"]["realisasi"], 150)
		petugas = self.get_baris(sampai="2025-03-31", hanya_diverifikasi=1)["Petugas"]
		self.assertEqual((petugas["realisasi"], petugas["menunggu"]), (100, 1))

	def test_late_and_missing_reports_are_counted_apart(self):
		frappe.flags.current_date = date(2025, 2, 7)
		make_realisasi(self.skp, 1, 80)
		frappe.flags.current_date = date(2025, 3, 10)
		make_realisasi(self.skp, 2, 80)
		frappe.flags.current_date = date(2025, 5, 1)  # March was due on 7 April, April is due on 8 May
		petugas = self.get_baris(sampai="2025-05-01")["Petugas"]
		self.assertEqual((petugas["terlambat"], petugas["belum"]), (1, 1))
		self.assertEqual(self.get_baris(sampai="2025-05-01")["Kolega"]["belum"], 3)

	def test_an_average_of_a_narrative_and_a_yes_no_indikator(self):
		skp = make_skp(
			self.instansi,
			"pengelola_unit",
			indikator=[
				make_indikator(arah="Ya/Tidak", indikator="Sertifikat terbit"),
				make_indikator(arah="Naratif", indikator="Laporan", target_naratif="Laporan tersusun"),
				make_indikator(
					arah="Turun", cara_hitung="Rata-rata", target_min=3, target_maks=3, satuan="hari"
				),
			],
		)
		kunci = [row.kunci for row in skp.indikator]
		make_realisasi(skp, 1, {kunci[0]: 1, kunci[2]: 2})
		make_realisasi(skp, 2, {kunci[2]: 5})
		filters = {"periode": self.instansi.periode, "sampai": "2025-02-28", "skp": skp.name}
		rows = build_laporan(filters)[1]
		self.assertEqual([row["realisasi"] for row in rows], [1, None, 3.5])
		self.assertEqual(
			[row["status"] for row in rows], ["Sesuai jadwal", "Belum ada realisasi", "Tertinggal"]
		)

	def test_units_chart_and_summary_agree(self):
		for bulan in range(1, 5):
			make_realisasi(self.skp, bulan, 100)
		make_skp(self.instansi, "pengelola")
		filters = {"periode": self.instansi.periode, "sampai": "2025-04-30", "tampilan": "Per Unit"}
		_columns, rows, _message, chart, summary = build_laporan(filters)
		unit = {row["unit_kerja"]: row for row in rows}
		bidang = unit[get_nama_unit(self.instansi.unit)]
		self.assertEqual((bidang["pegawai"], bidang["indikator"], bidang["sesuai_jadwal"]), (2, 2, 1))
		self.assertEqual((bidang["belum_ada"], bidang["persen_sesuai"]), (1, 50))
		label = {
			"Bidang Pendaftaran Uji": "Pendaftar.",
			"Sekretariat Uji": "Sekretari.",
		}
		self.assertEqual(chart["data"]["labels"], [label[row["unit_kerja"]] for row in rows])
		sesuai = next(data for data in chart["data"]["datasets"] if data["name"] == "Sesuai jadwal")
		self.assertEqual(sum(sesuai["values"]), 1)
		self.assertEqual({kartu["label"]: kartu["value"] for kartu in summary}["Pegawai"], 3)
		self.assertIn("Indikator: sesuai jadwal", [kartu["label"] for kartu in summary])

	def test_units_count_what_the_rows_say_whatever_is_measured(self):
		skp = make_skp(
			self.instansi,
			"pengelola",
			indikator=[
				make_indikator(arah="Ya/Tidak", indikator="Sertifikat terbit"),
				make_indikator(arah="Naratif", indikator="Laporan", target_naratif="Laporan tersusun"),
				make_indikator(arah="Turun", cara_hitung="Rata-rata", target_min=3, target_maks=3),
				make_indikator(cara_hitung="Nilai terakhir", target_min=90, target_maks=90),
				make_indikator(arah="Rentang", cara_hitung="Rata-rata", target_min=0.3, target_maks=0.5),
			],
		)
		for bulan, angka in ((1, (1, 1, 2, 50, 0.1)), (2, (0, 1, 5, 20, 0.5))):
			make_realisasi(skp, bulan, dict(zip((row.kunci for row in skp.indikator), angka, strict=True)))
		make_realisasi(self.skp, 1, 2000)
		saringan = {"periode": self.instansi.periode, "sampai": "2025-02-28"}
		per_baris = count_per_unit(build_laporan(saringan)[1], "status")
		per_unit = {
			row["unit_kerja"]: Counter(
				{str(s): row[s.name.lower()] for s in StatusProgres if row[s.name.lower()]}
			)
			for row in build_laporan({**saringan, "tampilan": "Per Unit"})[1]
		}
		self.assertEqual(per_unit, dict(per_baris))
		self.assertEqual(sum(per_unit.values(), Counter()).total(), 7)
		self.assertGreater(len(sum(per_unit.values(), Counter())), 2)

	def test_rows_come_a_page_at_a_time_and_say_so(self):
		make_realisasi(self.skp, 1, 100)
		saringan = {"periode": self.instansi.periode, "sampai": "2025-01-31"}
		_kolom, semua, pesan, bagan, kartu = build_laporan(saringan)
		self.assertIsNone(pesan)
		with patch("kinerja_asn.laporan.progres.PEGAWAI_PER_HALAMAN", 1):
			halaman = [build_laporan({**saringan, "halaman": ke}) for ke in (1, 2, "3", -4, "x")]
		self.assertEqual([*halaman[0][1], *halaman[1][1]], semua)
		self.assertIn("Pegawai 1 sampai 1 dari 2.", halaman[0][2])
		self.assertIn("Pegawai 2 sampai 2 dari 2.", halaman[1][2])
		self.assertEqual(halaman[2][1], halaman[1][1])  # the last one there is
		self.assertEqual([isi[1] for isi in halaman[3:]], [halaman[0][1]] * 2)
		for isi in halaman:
			self.assertEqual(isi[3:], (bagan, kartu))  # of everybody

	# --- everything, in a file

	def download(self, nama: str, laporan: str = LAPORAN, **filters) -> frappe._dict:
		"""What the job of ``nama`` leaves: the File."""
		with as_user(self.instansi.user[nama]):
			with patch.object(
				frappe,
				"enqueue",
				lambda tugas, laporan, filters, **_lain: frappe.get_attr(tugas)(laporan, filters),
			):
				download(laporan, frappe.as_json({"periode": self.instansi.periode, **filters}))
			nama_berkas = frappe.get_all("File", {"owner": frappe.session.user}, pluck="name")[0]
			return frappe.get_doc("File", nama_berkas)

	def test_the_file_has_all_rows_and_is_handed_to_who_asked(self):
		frappe.db.set_value("SKP", self.lain.name, "nama_pegawai", "=1+1")
		with (
			patch("kinerja_asn.laporan.progres.PEGAWAI_PER_HALAMAN", 1),
			patch("kinerja_asn.laporan.progres.SEKALI_BACA", 1),
		):
			berkas = self.download("pengelola", halaman=2)
		self.addCleanup(lambda: os.remove(berkas.get_full_path()))
		lembar = load_workbook(BytesIO(berkas.get_content()))[LAPORAN]
		baris = list(lembar.iter_rows(min_row=2))
		self.assertEqual({sel[0].value for sel in baris}, {"=1+1", "Petugas"})
		self.assertEqual({sel[0].data_type for sel in baris}, {"s"})
		self.assertEqual({sel[1].value for sel in baris}, {self.skp.nip_pegawai, self.lain.nip_pegawai})
		kabar = frappe.get_last_doc("Notification Log", {"for_user": self.instansi.user["pengelola"]})
		self.assertIn(berkas.file_url.replace(" ", "%20"), kabar.email_content.replace(" ", "%20"))
		self.assertTrue(frappe.db.exists("Access Log", {"report_name": LAPORAN, "file_type": "XLSX"}))
		self.assertTrue(berkas.is_private)
		for nama in ("auditor", "tetangga", "petugas"):
			with as_user(self.instansi.user[nama]):
				self.assertFalse(frappe.get_doc("File", berkas.name).has_permission("read"), nama)

	def test_the_file_holds_what_its_reader_may_see(self):
		make_skp(self.instansi, "pengelola")
		berkas = self.download("pengelola_unit")
		self.addCleanup(lambda: os.remove(berkas.get_full_path()))
		lembar = load_workbook(BytesIO(berkas.get_content()))[LAPORAN]
		self.assertEqual(
			{row[0] for row in lembar.iter_rows(min_row=2, values_only=True)}, {"Kolega", "Petugas"}
		)

	def test_whoever_may_not_see_the_report_gets_no_file(self):
		for nama in ("petugas", "kolega"):
			with as_user(self.instansi.user[nama]):
				self.assert_ditolak(
					"bukan untuk peran Anda", frappe.PermissionError, download, LAPORAN, '{"periode": "x"}'
				)
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"Pilih periode kinerja", frappe.ValidationError, download, LAPORAN, '{"periode": "x"}'
			)

	def test_every_report_has_such_a_file(self):
		for laporan, build in LAPORAN_SEMUA.items():
			berkas = self.download("pengelola", laporan)
			self.addCleanup(os.remove, berkas.get_full_path())
			with as_user(self.instansi.user["pengelola"]):
				kolom, baris = build({"periode": self.instansi.periode})
				baris = list(baris)
			lembar = load_workbook(BytesIO(berkas.get_content()))[laporan]
			self.assertEqual(lembar.max_row, len(baris) + 1)
			self.assertEqual([sel.value for sel in lembar[1]], [isi["label"] for isi in kolom])
			frappe.db.delete("File", {"name": berkas.name})

	def test_no_other_report_is_taken_from_here(self):
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak(
				"bukan untuk peran", frappe.PermissionError, download, "Permitted Documents For User", "[]"
			)

	def test_the_file_is_gone_after_a_week(self):
		berkas = self.download("pengelola")
		jalan = berkas.get_full_path()
		self.addCleanup(lambda: os.path.exists(jalan) and os.remove(jalan))
		remove_unduhan()
		self.assertTrue(frappe.db.exists("File", berkas.name))
		frappe.db.set_value("File", berkas.name, "creation", add_days(berkas.creation, -9))
		remove_unduhan()
		self.assertFalse(frappe.db.exists("File", berkas.name))

	def test_a_unit_includes_those_below_it(self):
		make_skp(self.instansi, "pengelola")
		self.assertNotIn("Pengelola", self.get_baris(unit_kerja=self.instansi.unit))
		self.assertEqual(len(self.get_baris(unit_kerja="All Departments")), 3)

	def test_rows_fit_their_columns(self):
		for tampilan in ("Per Pegawai", "Per Unit"):
			columns, rows, *_lain = build_laporan({"periode": self.instansi.periode, "tampilan": tampilan})
			self.assertEqual({kolom["fieldname"] for kolom in columns}, set(rows[0]))

	def test_a_draft_skp_is_not_in_it(self):
		make_skp(self.instansi, "pengelola", Tahap.DIAJUKAN)
		self.assertNotIn("Pengelola", self.get_baris())

	def test_without_a_period_it_takes_the_latest_open_one_or_asks(self):
		with as_user(self.instansi.user["pengelola"]):
			self.assertEqual(len(build_laporan({})[1]), 2)
			self.assert_ditolak(
				"Pilih periode kinerja", frappe.ValidationError, build_laporan, {"periode": "TIDAK-ADA"}
			)

	# --- to whom

	def test_a_colleague_cannot_run_it(self):
		with as_user(self.instansi.user["kolega"]):
			self.assert_ditolak(
				LAPORAN, frappe.PermissionError, run, LAPORAN, {"periode": self.instansi.periode}
			)

	def test_a_penilai_sees_his_team_only(self):
		make_skp(self.instansi, "penilai")
		make_skp(self.instansi, "pengelola")  # assessed by kepala
		self.assertEqual(self.run_as("penilai"), ["Kolega", "Penilai", "Petugas"])  # his own SKP too
		# kepala is the Penilai of two and the superior of the Penilai of the others
		self.assertEqual(self.run_as("kepala"), ["Kolega", "Pengelola", "Penilai", "Petugas"])

	def test_hr_and_auditor_see_their_agency(self):
		for nama in ("pengelola", "auditor"):
			self.assertEqual(self.run_as(nama), ["Kolega", "Petugas"])

	def test_a_unit_admin_sees_his_unit(self):
		make_skp(self.instansi, "pengelola")
		self.assertEqual(self.run_as("pengelola_unit"), ["Kolega", "Petugas"])

	def test_hr_of_another_agency_sees_nothing_whatever_user_the_request_names(self):
		for permintaan in ({}, {"user": "Administrator"}, {"user": self.instansi.user["pengelola"]}):
			with self.subTest(permintaan):
				self.assert_ditolak(
					"Pilih periode kinerja", frappe.ValidationError, self.run_as, "tetangga", **permintaan
				)

	# --- what it costs

	def count_query(self) -> int:
		asli, jumlah = frappe.db.sql, []
		with patch.object(frappe.db, "sql", side_effect=lambda *a, **k: (jumlah.append(1), asli(*a, **k))[1]):
			build_laporan({"periode": self.instansi.periode, "sampai": "2025-03-31"})
		return len(jumlah)

	def test_more_employees_cost_no_more_queries(self):
		self.count_query()  # fills the caches
		semula = self.count_query()
		for nama in ("pengelola", "pengelola_unit", "penilai"):
			make_realisasi(make_skp(self.instansi, nama), 1, 10)
		self.count_query()  # ... with what their units are called
		self.assertEqual(self.count_query(), semula)
		self.assertGreater(semula, 0)
