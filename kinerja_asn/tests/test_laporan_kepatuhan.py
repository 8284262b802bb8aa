"""Report "Kepatuhan Penetapan SKP": who has to have an SKP, whose is set, whose hands it lies in, and who may know."""

from collections import Counter
from unittest.mock import patch

import frappe
from frappe.desk.query_report import run

from kinerja_asn.constants.istilah import AlasanPerubahan, KeadaanSKP, Tahap
from kinerja_asn.laporan.bagian import BAGAN_MAKS, KODE_WARNA, PER_UNIT, make_bagan, take_halaman
from kinerja_asn.laporan.kepatuhan import build_laporan
from kinerja_asn.portal.pegawai import read_orang
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import add_pegawai, as_user, make_perubahan, make_skp, move

LAPORAN = "Kepatuhan Penetapan SKP"


class TestLaporanKepatuhan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2025-02-05"

	def get_laporan(self, **filters) -> tuple:
		return build_laporan({"periode": self.instansi.periode, **filters})

	def get_baris(self, nama: str, **filters) -> dict | None:
		nip = frappe.db.get_value("Employee", self.instansi.pegawai[nama], "nip")
		return next((row for row in self.get_laporan(**filters)[1] if row["nip_pegawai"] == nip), None)

	def assert_baris(self, nama: str, keadaan: KeadaanSKP, menunggu: str | None, lewat: int) -> None:
		row = self.get_baris(nama)
		self.assertEqual((row["keadaan"], row["menunggu"], row["lewat"]), (str(keadaan), menunggu, lewat))

	def test_who_has_none_is_in_it(self):
		self.assert_baris("petugas", KeadaanSKP.BELUM_ADA, "Petugas", 3)

	def test_who_has_none_has_a_page_to_go_to_all_the_same(self):
		with as_user(self.instansi.user["pengelola"]):
			rows = [
				row
				for row in run(LAPORAN, {"periode": self.instansi.periode})["result"]
				if isinstance(row, dict)
			]
			for row in rows:
				self.assertTrue(read_orang(row["pegawai"]).nama.startswith(row["nama_pegawai"]))
		self.assertIn(self.instansi.pegawai["petugas"], [row["pegawai"] for row in rows])

	def test_every_step_says_in_whose_hands_it_lies(self):
		frappe.flags.current_date = "2025-01-20"
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assert_baris("petugas", KeadaanSKP.DISUSUN, "Petugas", 0)
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assert_baris("petugas", KeadaanSKP.MENUNGGU, "Penilai", 0)
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		frappe.db.set_value("SKP", skp.name, "ditetapkan_pada", "2025-01-31 23:59:00")
		self.assert_baris("petugas", KeadaanSKP.TEPAT_WAKTU, None, 0)
		frappe.db.set_value("SKP", skp.name, "ditetapkan_pada", "2025-02-03 08:00:00")
		self.assert_baris("petugas", KeadaanSKP.TERLAMBAT, None, 1)

	def test_after_the_last_day_it_lies_with_the_superior(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		beralih = {"dialihkan_pada": "2025-02-01 01:00:00", "penetap_user": skp.atasan_penilai_user}
		frappe.db.set_value("SKP", skp.name, beralih)
		self.assertEqual(self.get_baris("petugas")["menunggu"], skp.nama_atasan_penilai)

	def test_a_change_that_is_set_later_makes_nobody_late(self):
		skp = make_skp(self.instansi)
		frappe.db.set_value("SKP", skp.name, "ditetapkan_pada", "2025-01-15 10:00:00")
		perubahan = make_perubahan(skp.reload(), alasan=str(AlasanPerubahan.EKSPEKTASI))
		perubahan.hasil_kerja[0].rencana_hasil_kerja = "Terlayaninya pendaftaran penduduk rentan"
		with as_user(skp.pegawai_user):
			perubahan.save()
		move(perubahan, skp.pegawai_user, Tahap.DIAJUKAN)
		move(perubahan, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(str(self.get_baris("petugas")["ditetapkan_pada"]), "2025-01-15")
		self.assert_baris("petugas", KeadaanSKP.TEPAT_WAKTU, None, 0)

	def test_who_came_after_the_last_day_is_not_late(self):
		frappe.db.set_value("Employee", self.instansi.pegawai["petugas"], "date_of_joining", "2025-02-03")
		self.assert_baris("petugas", KeadaanSKP.BELUM_ADA, "Petugas", 0)

	def test_who_does_not_plan_is_counted_apart(self):
		wajib = self.get_kartu()["Wajib ber-SKP"]
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["petugas"], "status_kinerja", "Cuti di luar tanggungan negara"
		)
		self.assertIsNone(self.get_baris("petugas"))
		kartu = self.get_kartu()
		self.assertEqual((kartu["Wajib ber-SKP"], kartu["Dikecualikan"]), (wajib - 1, 1))

	def get_kartu(self) -> dict[str, int]:
		return {kartu["label"]: kartu["value"] for kartu in self.get_laporan()[4]}

	def test_one_state_and_one_unit(self):
		make_skp(self.instansi)
		self.assertIsNone(self.get_baris("petugas", keadaan="Belum ada SKP"))
		self.assertIsNotNone(self.get_baris("kolega", keadaan="Belum ada SKP"))
		lain = frappe.db.get_value("Employee", self.instansi.pegawai["kepala"], "department")
		self.assertIsNone(self.get_baris("petugas", unit_kerja=lain))

	def test_units_chart_and_cards_count_the_same_people(self):
		make_skp(self.instansi, tahap=Tahap.DRAF)
		_kolom, baris, _pesan, bagan, kartu = self.get_laporan(tampilan=PER_UNIT)
		unit = next(row for row in baris if row["unit_kerja"] == get_nama_unit(self.instansi.unit))
		self.assertEqual((unit["disusun"], unit["persen_ditetapkan"]), (1, 0.0))
		jumlah = sum(sum(deret["values"]) for deret in bagan["data"]["datasets"])
		self.assertEqual(jumlah, sum(row["pegawai"] for row in baris))
		self.assertEqual(kartu[0]["value"], jumlah)

	def test_everybody_reads_of_his_own_people_only(self):
		make_skp(self.instansi)
		semua = {"Kepala", "Penilai", "Petugas", "Kolega"}
		for nama, terlihat, tersembunyi in (
			("pengelola", semua, set()),
			("auditor", semua, set()),
			("pengelola_unit", {"Petugas", "Kolega"}, {"Kepala"}),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				hasil = run(LAPORAN, {"periode": self.instansi.periode}, user=self.instansi.user["pengelola"])
				ada = {row["nama_pegawai"] for row in hasil["result"]}
				self.assertLessEqual(terlihat, ada)
				self.assertFalse(tersembunyi & ada)
				self.assertEqual(hasil["report_summary"][0]["value"], len(ada))
		for nama, galat in (
			("petugas", frappe.PermissionError),
			("penilai", frappe.PermissionError),
			("tetangga", frappe.ValidationError),
		):
			with as_user(self.instansi.user[nama]), self.assertRaises(galat):
				run(LAPORAN, {"periode": self.instansi.periode}, user=self.instansi.user["pengelola"])

	def test_an_skp_of_another_unit_is_not_named(self):
		"""He moved into the unit: its HR sees that he has one, not which."""
		skp = make_skp(self.instansi)
		frappe.db.set_value("SKP", skp.name, "unit_kerja", "Unit yang ditinggalkan")
		with as_user(self.instansi.user["pengelola_unit"]):
			row = self.get_baris("petugas")
		self.assertEqual((row["keadaan"], row["skp"]), ("Ditetapkan terlambat", None))

	def test_queries_do_not_grow_with_people(self):
		make_skp(self.instansi)
		sedikit = self.count_query()
		for urutan in range(61, 66):
			nama = f"tambahan{urutan}"
			add_pegawai(
				self.instansi, nama, urutan, unit=self.instansi.unit, atasan=self.instansi.pegawai["penilai"]
			)
			make_skp(self.instansi, nama)
		self.assertEqual(self.count_query(), sedikit)

	def test_a_page_of_the_rows_and_the_counts_of_everybody(self):
		_kolom, semua, pesan, *jumlah = self.get_laporan()
		self.assertIsNone(pesan)
		with patch("kinerja_asn.laporan.bagian.BARIS_PER_HALAMAN", 2):
			halaman = [self.get_laporan(halaman=ke) for ke in (1, 2)]
		self.assertEqual([*halaman[0][1], *halaman[1][1]], semua[:4])
		for isi in halaman:
			self.assertEqual(list(isi[3:]), jumlah)
		self.assertIn(f"Baris 3 sampai 4 dari {len(semua)}.", halaman[1][2])

	def count_query(self) -> int:
		self.get_laporan()  # what Frappe caches is read by then: a new Employee makes ERPNext clear it
		with watch_query() as query:
			self.get_laporan()
		return query.call_count


class TestBagan(UjiKinerja):
	def test_the_smallest_of_many_units_become_one_bar(self):
		per_unit = {f"Unit {ke}": Counter(a=ke) for ke in range(40)}
		bagan = make_bagan("Judul", per_unit, {"a": "Satu", "b": "Dua"}, {"b": "red", "a": "blue"})
		self.assertEqual(bagan["colors"], [KODE_WARNA["blue"], KODE_WARNA["red"]])
		label, nilai = bagan["data"]["labels"], bagan["data"]["datasets"][0]["values"]
		self.assertEqual((len(label), label[0], label[-1]), (BAGAN_MAKS, "Unit 33", "+33 lain"))
		self.assertEqual((nilai[0], nilai[-1], sum(nilai)), (33, sum(range(33)), sum(range(40))))

	def test_the_names_under_the_bars_fit_and_tell_the_units_apart(self):
		for nama, label in (
			(["Bidang Pelayanan Pendaftaran Penduduk", "Dinas Pendidikan"], ["Pendaftar.", "Pendidikan"]),
			(["SMP Negeri 1 Kota", "SMP Negeri 12", "SMP Negeri 2"], ["SMP", "SMP 12", "SMP 2"]),
			(["Bidang PIAK dan Pemanfaatan Data", None], ["PIAK", "Tanpa unit"]),
			(["Seksi Pembinaan Pegawai", "Seksi Pembinaan Karier Guru"], ["PP", "PKG"]),
			(["Dinas dan Badan Pelayanan"], ["Dinas"]),
		):
			bagan = make_bagan("Judul", {unit: Counter(a=1) for unit in nama}, {"a": "Satu"}, {"a": "blue"})
			self.assertEqual(bagan["data"]["labels"], label)


class TestHalaman(UjiKinerja):
	def test_one_page_and_a_sentence_of_what_there_is_besides(self):
		semua = [{"ke": ke} for ke in range(1201)]
		for halaman, awal, kalimat in (
			(1, 0, "Baris 1 sampai 500 dari 1.201."),
			("2", 500, "Baris 501 sampai 1.000 dari 1.201."),
			(9, 1000, "Baris 1.001 sampai 1.201 dari 1.201."),
			(None, 0, "Baris 1 sampai 500 dari 1.201."),
		):
			baris, pesan = take_halaman(semua, halaman)
			self.assertEqual((baris[0]["ke"], len(baris)), (awal, min(500, 1201 - awal)))
			self.assertTrue(pesan.startswith(kalimat), pesan)
		self.assertEqual(take_halaman(semua[:500], 3), (semua[:500], None))
		self.assertEqual(take_halaman([], 3), ([], None))
