"""Reports on evaluations: what they count, of whom, as of which day, and that page and reports never disagree."""

from datetime import date

import frappe
from frappe.desk.query_report import run

from kinerja_asn.constants.istilah import KeadaanEvaluasi, KeadaanPola, Predikat, Tahap
from kinerja_asn.laporan.penilaian import belum_selesai, kuadran, rekap, riwayat, sebaran
from kinerja_asn.laporan.unduhan.pembuatan import LAPORAN, write_lembar
from kinerja_asn.services.orang.unit import get_nama_unit
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import as_user, move
from kinerja_asn.tests.sebaran import add_orang
from kinerja_asn.tests.test_sebaran import UjiSebaran

SB, B, BP, K, SK = Predikat
NAMA = (
	"Rekap Predikat",
	"Sebaran Predikat terhadap Pola",
	"Evaluasi Belum Selesai",
	"Riwayat Predikat",
	"Kuadran Kinerja",
)


class UjiLaporan(UjiSebaran):
	def get(self, modul, nama: str = "pengelola", **filters) -> tuple:
		with as_user(self.instansi.user[nama]):
			return modul.build_laporan({"periode": self.instansi.periode, **filters})

	def get_kartu(self, hasil: tuple) -> dict:
		return {kartu["label"]: kartu["value"] for kartu in hasil[4]}


class TestLaporanPenilaian(UjiLaporan):
	def setUp(self):
		super().setUp()
		add_orang(self.doc, [SB] * 8 + [B, BP, None])

	def test_rekap_by_unit_and_by_post_counts_what_was_set(self):
		hasil = self.get(rekap)
		unit = next(row for row in hasil[1] if row["kelompok"] == get_nama_unit(self.instansi.unit))
		self.assertEqual(
			(unit["pegawai"], unit["sangat_baik"], unit["baik"], unit["butuh_perbaikan"], unit["belum"]),
			(12, 8, 1, 1, 2),
		)
		self.assertEqual(unit["persen_baik"], 75.0)
		jabatan = self.get(rekap, tampilan="Per Jabatan")[1]
		self.assertEqual(sum(row["sangat_baik"] for row in jabatan), 8)
		self.assertEqual(self.get_kartu(hasil)["Sangat Baik"], 8)
		jumlah = sum(sum(deret["values"]) for deret in hasil[3]["data"]["datasets"])
		self.assertEqual(jumlah, 12, "the chart counts the same people")

	def test_sebaran_says_what_the_page_says(self):
		(row,) = self.get(sebaran)[1]
		self.assertEqual(row["keadaan"], str(KeadaanPola.SESUAI))
		add_orang(self.doc, [SB] * 9)
		(row,) = self.get(sebaran)[1]
		(kelompok,) = self.read("pengelola", sah=True)
		self.assertEqual(row["temuan"], " ".join(temuan.kalimat for temuan in kelompok.temuan))
		self.assertIn("Sangat Baik: 17 dari 21 orang (80,95 %), paling banyak 70 %.", row["temuan"])
		self.assertEqual(row["keadaan"], str(KeadaanPola.MENYIMPANG))
		bagan = self.get(sebaran)[3]
		self.assertEqual(
			bagan["data"]["datasets"][1]["values"], [10, 16, 30, 58, 100], "the curve of Istimewa"
		)
		self.assertEqual(self.get(sebaran, predikat_organisasi="Kurang")[1], [])
		frappe.db.delete("Kinerja Unit", {"unit_kerja": self.doc.unit_penilai})
		self.assertEqual(self.get(sebaran)[1][0]["keadaan"], str(KeadaanPola.TANPA_CAPAIAN))

	def test_kuadran(self):
		hasil = self.get(kuadran)
		atas, tengah, bawah = hasil[1]
		self.assertEqual(atas["perilaku_diatas"], "8 · Sangat Baik")
		self.assertEqual((atas["pegawai"], tengah["pegawai"], bawah["pegawai"]), (8, 1, 1))
		orang = self.get(kuadran, tampilan="Per Pegawai")[1]
		self.assertEqual(len(orang), 10)
		self.assertEqual(sum(map(sum, (deret["values"] for deret in hasil[3]["data"]["datasets"]))), 10)

	def test_riwayat_of_many_and_of_one(self):
		baris = self.get(riwayat)[1]
		self.assertEqual({row["tahun_2025"] for row in baris}, {"Sangat Baik", "Baik", "Butuh Perbaikan"})
		self.assertEqual(len(baris), 10, "what is not set is no history")
		lama = frappe.db.get_value(
			"Evaluasi Kinerja",
			{"name": ("like", f"{self.doc.name}-x%"), "predikat_kinerja": "Sangat Baik"},
			"*",
			as_dict=True,
		)
		for tahun, predikat in ((2023, "Kurang"), (2024, "Baik")):
			isi = {
				**lama,
				"name": f"{lama.name}-{tahun}",
				"skp": f"{lama.skp}-{tahun}",
				"akhir": f"{tahun}-12-31",
			}
			frappe.get_doc(
				{**isi, "doctype": "Evaluasi Kinerja", "masa": str(tahun), "predikat_kinerja": predikat}
			).db_insert()
		hasil = self.get(riwayat, pegawai=lama.pegawai)
		self.assertEqual([row["predikat"] for row in hasil[1]], ["Kurang", "Baik", "Sangat Baik"])
		self.assertEqual(hasil[3]["data"]["datasets"][0]["values"], [2, 4, 5])
		row = next(row for row in self.get(riwayat)[1] if row["pegawai"] == lama.pegawai)
		self.assertEqual((row["tahun_2023"], row["tahun_2025"]), ("Kurang", "Sangat Baik"))

	def test_everybody_reads_of_his_own_people_only(self):
		for nama, banyak in (
			("penilai", 12),
			("auditor", 12),
			("pengelola_unit", 12),
			("tetangga", 0),
			("kolega", 0),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				periode = self.instansi.periode
				if nama == "tetangga":
					self.assert_ditolak(
						"Pilih periode", frappe.ValidationError, rekap.build_laporan, {"periode": periode}
					)
					continue
				self.assertEqual(
					sum(row["pegawai"] for row in rekap.build_laporan({"periode": periode})[1]), banyak
				)

	def test_the_rated_is_in_none_of_them_though_he_holds_a_role(self):
		move(self.set_hasil(alasan_sebaran="Ya."), self.doc.penilai_user, Tahap.DISERAHKAN)
		frappe.get_doc("User", self.doc.pegawai_user).add_roles("Pengelola Kinerja")
		with as_user(self.doc.pegawai_user):
			orang = kuadran.build_laporan({"periode": self.doc.periode, "tampilan": "Per Pegawai"})[1]
		self.assertNotIn(self.doc.pegawai, [row["pegawai"] for row in orang])
		self.assertEqual(len(orang), 10)

	def test_each_runs_in_the_desk_without_filters_and_as_a_workbook(self):
		with as_user(self.instansi.user["pengelola"]):
			for nama in NAMA:
				with self.subTest(nama):
					self.assertTrue(run(nama, {"periode": self.instansi.periode})["result"])
					run(nama, {})  # as a mail on a schedule asks for it
					kolom, baris = LAPORAN[nama]({"periode": self.instansi.periode})
					self.assertTrue(write_lembar(nama, kolom, baris))

	def test_as_many_queries_for_twelve_as_for_a_hundred(self):
		for modul in (rekap, sebaran, belum_selesai, riwayat, kuadran):
			with self.subTest(modul.__name__):
				banyak = []
				for tambah in (1, 80):
					add_orang(self.doc, [B] * tambah)
					self.get(modul)
					with watch_query() as query:
						self.get(modul)
					banyak.append(query.call_count)
				self.assertEqual(banyak[0], banyak[1])


class TestBelumSelesai(UjiLaporan):
	def get_baris(self, **filters) -> dict | None:
		rows = self.get(belum_selesai, **filters)[1]
		return next((row for row in rows if row["pegawai"] == self.doc.pegawai), None)

	def test_in_whose_hands_step_by_step(self):
		row = self.get_baris()
		self.assertEqual((row["keadaan"], row["menunggu"]), (str(KeadaanEvaluasi.DINILAI), "Penilai"))
		self.set_hasil()
		self.assertEqual(self.get_baris()["keadaan"], str(KeadaanEvaluasi.DITETAPKAN))
		move(self.doc.reload(), self.doc.penilai_user, Tahap.DISERAHKAN)
		row = self.get_baris()
		self.assertEqual((row["keadaan"], row["menunggu"]), (str(KeadaanEvaluasi.DISERAHKAN), "Petugas"))
		move(self.doc.reload(), self.doc.pegawai_user, Tahap.DITUTUP)
		self.assertIsNone(self.get_baris())
		self.assertIsNotNone(self.get_baris(keadaan="Selesai"))

	def test_who_has_none_is_in_it(self):
		frappe.db.delete("Evaluasi Kinerja", {"name": self.doc.name})
		row = self.get_baris()
		self.assertEqual((row["keadaan"], row["menunggu"]), (str(KeadaanEvaluasi.BELUM_DIBUAT), "Penilai"))

	def test_as_of_a_day_that_is_past(self):
		frappe.db.set_value("Evaluasi Kinerja", self.doc.name, "creation", "2026-01-10 08:00:00")
		frappe.flags.current_date = "2026-01-20"
		self.set_hasil()
		frappe.flags.current_date = "2026-02-10"
		for hari, keadaan in (
			("2026-01-09", KeadaanEvaluasi.BELUM_DIBUAT),
			("2026-01-10", KeadaanEvaluasi.DINILAI),
			("2026-01-20", KeadaanEvaluasi.DITETAPKAN),
			("2099-01-01", KeadaanEvaluasi.DITETAPKAN),
		):
			with self.subTest(hari):
				self.assertEqual(self.get_baris(sampai=hari)["keadaan"], str(keadaan))

	def set_batas(self, batas: date) -> None:
		frappe.get_doc("Periode Kinerja", self.doc.periode).update({"batas_evaluasi_tahunan": batas}).save()

	def test_a_deadline_that_hr_moved_29_february_included(self):
		self.set_periode(batas_evaluasi_tahunan="2026-01-31")
		frappe.flags.current_date = "2028-03-02"
		self.assertGreater(self.get_baris()["lewat"], 500, "31 January 2026")
		self.set_batas(date(2028, 2, 29))
		self.assertEqual(self.get_baris()["batas"], date(2028, 2, 29))
		self.assertEqual(self.get_baris(sampai="2028-02-29")["lewat"], 0)
		self.assertEqual(self.get_baris(sampai="2028-03-01")["lewat"], 1)
		self.assertEqual(self.get_baris()["lewat"], 2)
		kartu = self.get_kartu(self.get(belum_selesai))
		self.assertGreaterEqual(kartu["Lewat batas"], 1)

	def test_units_chart_and_cards_count_the_same_people(self):
		add_orang(self.doc, [SB, None])
		_kolom, baris, _pesan, bagan, kartu = self.get(belum_selesai, tampilan="Per Unit")
		jumlah = sum(sum(deret["values"]) for deret in bagan["data"]["datasets"])
		self.assertEqual(jumlah, sum(row["pegawai"] for row in baris))
		self.assertEqual(sum(isi["value"] for isi in kartu[:-1]), jumlah)

	def test_a_periodic_one_has_no_last_day_of_its_own(self):
		hasil = self.get(belum_selesai, jenis="Periodik", masa_ke=4)
		self.assertEqual({row["batas"] for row in hasil[1]}, {None})
		self.assertEqual({row["keadaan"] for row in hasil[1]}, {str(KeadaanEvaluasi.BELUM_DIBUAT)})
