"""Report "Menunggu Penyelarasan": what waits, for whom, and to whom the report says so."""

import frappe
from frappe.desk.query_report import run

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.laporan.penyelarasan import Perihal, build_laporan, get_kolom
from kinerja_asn.services.perencanaan.penyelarasan.matriks import get_matriks
from kinerja_asn.services.perencanaan.penyelarasan.pembagian_peran import IsianSel, divide
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_perjanjian,
	make_skp,
	move,
)

LAPORAN = "Menunggu Penyelarasan"


class TestLaporanPenyelarasan(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.pk = make_perjanjian(self.instansi)

	def make_bawahan(self, nama: str = "petugas", **baris):
		return make_skp(
			self.instansi, nama, Tahap.DRAF, hasil_kerja=[{**make_hasil_kerja(f"Hasil {nama}"), **baris}]
		)

	def make_pimpinan(self):
		return make_skp(
			self.instansi,
			"penilai",
			Tahap.DRAF,
			hasil_kerja=[make_hasil_kerja("Hasil pertama"), make_hasil_kerja("Hasil kedua")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2)],
		)

	def get_baris(self, perihal: Perihal, **filters) -> list[dict]:
		return build_laporan({"periode": self.instansi.periode, "perihal": str(perihal), **filters})[1]

	def get_nama(self, perihal: Perihal) -> list[str]:
		return [row["nama_pegawai"] for row in self.get_baris(perihal)]

	def test_rows_that_hang_on_the_agreement(self):
		self.make_bawahan(pk_indikator=self.pk.indikator[0].kunci)
		row = self.get_baris(Perihal.MENUNGGU)[0]
		self.assertEqual(
			(row["nama_pegawai"], row["hasil_kerja"], row["menunggu"]),
			("Petugas", "Hasil petugas", "Penilai"),
		)
		self.assertIn("Cakupan pendaftaran penduduk", row["keterangan"])

	def test_members_whose_leader_has_no_skp(self):
		self.make_bawahan()
		self.assertEqual(self.get_nama(Perihal.TANPA_SKP), ["Petugas"])
		self.make_pimpinan()
		self.assertEqual(self.get_nama(Perihal.TANPA_SKP), ["Penilai"])

	def test_a_leader_who_makes_no_skp_is_not_waited_for(self):
		self.make_bawahan()
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "nip", "")
		self.assertEqual(self.get_nama(Perihal.TANPA_SKP), [])

	def test_results_that_nobody_carries(self):
		pimpinan = self.make_pimpinan()
		self.make_bawahan(rhk_pimpinan=pimpinan.hasil_kerja[0].kunci)
		self.assertEqual(
			[row["hasil_kerja"] for row in self.get_baris(Perihal.BELUM_DIPIKUL)], ["Hasil kedua"]
		)

	def test_unanswered_cells(self):
		pimpinan = self.make_pimpinan()
		self.make_bawahan(rhk_pimpinan=pimpinan.hasil_kerja[0].kunci)
		self.make_bawahan("kolega")
		rows = {row["nama_pegawai"]: row for row in self.get_baris(Perihal.BELUM_DIJAWAB)}
		self.assertEqual({nama: row["jumlah"] for nama, row in rows.items()}, {"Petugas": 1, "Kolega": 2})
		self.assertEqual(rows["Petugas"]["keterangan"], "1 dari 2 hasil kerja pimpinan")
		with as_user(self.instansi.user["penilai"]):
			baris = next(row for row in get_matriks(pimpinan).baris if row.nama == "Petugas")
			divide(
				pimpinan, baris, {pimpinan.hasil_kerja[1].kunci: IsianSel(tanpa_peran=True)}, baris.modified
			)
		self.assertEqual(self.get_nama(Perihal.BELUM_DIJAWAB), ["Kolega"])

	def test_rows_whose_leaders_row_is_gone(self):
		pimpinan = self.make_pimpinan()
		self.make_bawahan(rhk_pimpinan=pimpinan.hasil_kerja[1].kunci)
		with as_user(pimpinan.pegawai_user):
			pimpinan.remove(pimpinan.indikator[1])
			pimpinan.remove(pimpinan.hasil_kerja[1])
			pimpinan.save()
		self.assertEqual(self.get_nama(Perihal.TERPUTUS), ["Petugas"])

	def test_rows_whose_leaders_skp_was_closed(self):
		pimpinan = make_skp(
			self.instansi, "penilai", indikator=[make_indikator(pk_indikator=self.pk.indikator[0].kunci)]
		)
		self.make_bawahan(rhk_pimpinan=pimpinan.hasil_kerja[0].kunci)
		self.assertEqual(self.get_nama(Perihal.TERPUTUS), [])
		move(pimpinan, self.instansi.user["pengelola"], Tahap.DITUTUP)
		self.assertEqual(self.get_nama(Perihal.TERPUTUS), ["Petugas"])

	def test_chart_and_cards_count_what_the_rows_say(self):
		self.make_pimpinan()
		self.make_bawahan()
		_kolom, baris, _pesan, bagan, kartu = build_laporan({"periode": self.instansi.periode})
		self.assertEqual(sum(angka["value"] for angka in kartu), sum(row["jumlah"] for row in baris))
		self.assertEqual(bagan["data"]["labels"], ["Pendaftar."])
		self.assertEqual(
			{deret["name"]: deret["values"] for deret in bagan["data"]["datasets"]},
			{
				"Menunggu": [0],
				"Tanpa SKP": [1],
				"Belum dipikul": [2],
				"Belum dijawab": [2],
				"Terputus": [0],
			},
		)

	def test_a_period_without_any_skp_says_so_instead_of_zeros(self):
		_kolom, baris, pesan, bagan, kartu = build_laporan({"periode": self.instansi.periode})
		self.assertEqual((baris, bagan, kartu), ([], None, []))
		self.assertIn("Belum ada SKP yang dapat dilaporkan pada periode 2025.", pesan)
		self.make_bawahan()
		self.assertIsNone(build_laporan({"periode": self.instansi.periode})[2])
		lain = frappe.db.get_value("Employee", self.instansi.pegawai["kepala"], "department")
		self.assertIn(
			"Belum ada SKP", build_laporan({"periode": self.instansi.periode, "unit_kerja": lain})[2]
		)

	def test_of_a_leader_outside_his_unit_hr_does_not_learn_how_many_results_he_has(self):
		make_skp(
			self.instansi,
			"kepala",
			Tahap.DRAF,
			hasil_kerja=[make_hasil_kerja("Hasil pertama"), make_hasil_kerja("Hasil kedua")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2)],
		)
		make_skp(self.instansi, "penilai", Tahap.DRAF)
		for nama, terbaca in (
			("pengelola", ("2 dari 2 hasil kerja pimpinan", 2)),
			("kepala", ("2 dari 2 hasil kerja pimpinan", 2)),
			("pengelola_unit", ("Hasil kerja pimpinannya belum semua dijawab", 1)),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				row = self.get_baris(Perihal.BELUM_DIJAWAB)[0]
				self.assertEqual(
					(row["nama_pegawai"], row["keterangan"], row["jumlah"]), ("Penilai", *terbaca)
				)

	def test_text_stands_left_also_where_the_first_row_has_none(self):
		for kolom in get_kolom():
			self.assertEqual(kolom.get("align"), None if kolom["fieldtype"] == "Int" else "left", kolom)

	def test_one_unit(self):
		self.make_bawahan()
		self.assertEqual(len(self.get_baris(Perihal.TANPA_SKP, unit_kerja=self.instansi.unit)), 1)
		lain = frappe.db.get_value("Employee", self.instansi.pegawai["kepala"], "department")
		self.assertEqual(self.get_baris(Perihal.TANPA_SKP, unit_kerja=lain), [])

	def test_everybody_reads_of_his_own_people_only(self):
		self.make_bawahan()
		for nama, terlihat in (
			("pengelola", ["Petugas"]),
			("pengelola_unit", ["Petugas"]),
			("auditor", ["Petugas"]),
			("penilai", ["Petugas"]),
		):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				hasil = run(LAPORAN, {"periode": self.instansi.periode})
				self.assertEqual(sorted({row["nama_pegawai"] for row in hasil["result"]}), terlihat)
		with as_user(self.instansi.user["petugas"]), self.assertRaises(frappe.PermissionError):
			run(LAPORAN, {"periode": self.instansi.periode})

	def test_another_users_name_widens_nothing(self):
		self.make_bawahan()
		with as_user(self.instansi.user["tetangga"]):
			self.assert_ditolak(
				"Pilih periode kinerja",
				frappe.ValidationError,
				run,
				LAPORAN,
				{"periode": self.instansi.periode},
				user=self.instansi.user["pengelola"],
			)

	def test_as_many_queries_for_many_people_as_for_few(self):
		pimpinan = self.make_pimpinan()
		self.make_bawahan()
		sedikit = self.count_query()
		for nomor in range(5):
			nama = f"laporan{nomor}"
			add_pegawai(
				self.instansi, nama, 600 + nomor, self.instansi.unit, self.instansi.pegawai["penilai"]
			)
			self.make_bawahan(nama, rhk_pimpinan=pimpinan.hasil_kerja[0].kunci)
		self.assertEqual(self.count_query(), sedikit)

	def count_query(self) -> int:
		with as_user(self.instansi.user["pengelola"]):
			build_laporan({"periode": self.instansi.periode})
			with watch_query() as query:
				build_laporan({"periode": self.instansi.periode})
		return query.call_count
