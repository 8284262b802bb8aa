"""Pohon kinerja: shape, progress and roll-up, search, and that nobody sees or counts what he may not read."""

from datetime import date
from decimal import Decimal
from unittest.mock import patch
from urllib.parse import urlsplit

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.pelaksanaan.pemantauan.pohon import get_pohon
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	add_pegawai,
	as_user,
	make_hasil_kerja,
	make_indikator,
	make_indikator_pk,
	make_perjanjian,
	make_realisasi,
	make_skp,
	make_unit,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

HALAMAN = "/kinerja/pohon"
LANGSUNG = "Langsung: beban target"


class DasarPohon:
	"""penilai heads the Bidang and carries its agreement; petugas serves him, kolega serves nobody."""

	def make_pohon(self) -> None:
		self.pk = make_perjanjian(self.instansi)
		kunci_pk = self.pk.indikator[0].kunci
		self.pimpinan = make_skp(self.instansi, "penilai", indikator=[make_indikator(pk_indikator=kunci_pk)])
		self.kunci = self.pimpinan.hasil_kerja[0].kunci
		self.petugas = self.make_bawahan("petugas", "Terlayaninya 40 desa", rhk_pimpinan=self.kunci)
		self.kolega = self.make_bawahan("kolega", "Tertatanya arsip")

	def make_bawahan(self, nama: str, uraian: str, tahap: Tahap = Tahap.DITETAPKAN, **baris):
		return make_skp(self.instansi, nama, tahap, hasil_kerja=[{**make_hasil_kerja(uraian), **baris}])

	def get_pohon(self, nama: str = "pengelola", **saring):
		with as_user(self.instansi.user[nama]):
			return get_pohon(self.instansi.periode, **saring)

	def get_cabang(self, nama: str = "pengelola"):
		return self.get_pohon(nama).perjanjian[self.pk.name][0]


def get_uraian(daftar: list) -> list[str]:
	return [cabang.baris.rencana_hasil_kerja for cabang in daftar]


class TestPohon(DasarPohon, UjiKinerja):
	def setUp(self):
		super().setUp()
		self.make_pohon()

	def test_from_the_agreement_down_to_each_person(self):
		cabang = self.get_cabang()
		self.assertEqual(cabang.baris.indikator, "Cakupan pendaftaran penduduk")
		self.assertEqual(get_uraian(cabang.anak), ["Terlayaninya pendaftaran penduduk"])
		self.assertEqual(get_uraian(cabang.anak[0].anak), ["Terlayaninya 40 desa"])

	def test_what_serves_nothing_stands_apart(self):
		pohon = self.get_pohon()
		self.assertEqual((get_uraian(pohon.lepas), pohon.luar, pohon.jumlah), (["Tertatanya arsip"], [], 3))

	def test_a_row_that_hangs_waits_under_its_indikator(self):
		self.pk.append("indikator", make_indikator_pk(indikator="Pengaduan selesai"))
		self.pk.save()
		frappe.db.set_value(
			"SKP Hasil Kerja", {"parent": self.kolega.name}, "pk_indikator", self.pk.indikator[1].kunci
		)
		kedua = self.get_pohon().perjanjian[self.pk.name][1]
		self.assertEqual([cabang.is_menunggu for cabang in kedua.anak], [True])

	def test_a_row_with_two_indikator_stands_once_and_is_referred_to(self):
		self.pk.append("indikator", make_indikator_pk(indikator="Pengaduan selesai"))
		self.pk.save()
		frappe.get_doc(
			{
				"doctype": "SKP Indikator",
				**self.pimpinan.indikator[0].as_dict(no_default_fields=True),
				"name": frappe.generate_hash(length=10),
				"parent": self.pimpinan.name,
				"parenttype": "SKP",
				"parentfield": "indikator",
				"idx": 2,
				"pk_indikator": self.pk.indikator[1].kunci,
			}
		).db_insert()
		pertama, kedua = self.get_pohon().perjanjian[self.pk.name]
		self.assertEqual((len(pertama.anak), len(pertama.rujukan)), (1, 0))
		self.assertEqual((len(kedua.anak), len(kedua.rujukan)), (0, 1))

	def test_a_circle_from_elsewhere_is_shown_and_ends(self):
		lain = self.make_bawahan("pengelola_unit", "Hasil dalam lingkaran")
		for dari, ke in ((self.kolega, lain), (lain, self.kolega)):
			dari.hasil_kerja[0].db_set("rhk_pimpinan", ke.hasil_kerja[0].kunci)
		pohon = self.get_pohon()
		self.assertEqual(len(pohon.luar), 1)
		self.assertEqual(len(pohon.luar[0].anak), 1)
		self.assertEqual(pohon.luar[0].anak[0].anak, [])

	def test_progress_and_roll_up_of_direct_cascading_only(self):
		tidak_langsung = self.make_bawahan("pengelola_unit", "Rekomendasi tersusun")
		tidak_langsung.hasil_kerja[0].db_set(
			{"rhk_pimpinan": self.kunci, "penyelarasan": "Tidak langsung: output antara"}
		)
		frappe.db.set_value(
			"SKP Hasil Kerja", {"parent": self.petugas.name}, {"penyelarasan": LANGSUNG, "porsi": 40}
		)
		for skp, nilai in ((self.petugas, 250), (tidak_langsung, 1000)):
			make_realisasi(skp, 1, nilai)
		frappe.flags.current_date = date(2025, 2, 15)
		atas = self.get_cabang().anak[0]
		self.assertEqual(atas.turunan, Decimal("25.00"))
		self.assertEqual(
			{cabang.baris.nama_pegawai: str(cabang.progres[0].status) for cabang in atas.anak},
			{"Petugas": "Sesuai jadwal", "Pengelola Unit": "Sesuai jadwal"},
		)
		self.assertEqual(self.get_pohon().lepas[0].turunan, None)

	def test_a_draft_is_shown_without_progress(self):
		draf = self.make_bawahan("pengelola_unit", "Masih draf", Tahap.DRAF)
		cabang = next(cabang for cabang in self.get_pohon().lepas if cabang.baris.skp == draf.name)
		self.assertEqual(cabang.progres, [])

	def test_everybody_sees_and_counts_only_what_he_may_read(self):
		for nama, jumlah in (
			("pengelola", 3),
			("pengelola_unit", 3),
			("auditor", 3),
			("kepala", 3),
			("penilai", 3),
			("petugas", 1),
			("kolega", 1),
			("tetangga", 0),
		):
			with self.subTest(nama):
				self.assertEqual(self.get_pohon(nama).jumlah, jumlah)
		self.assertEqual(self.get_pohon("tetangga").perjanjian, {})

	def test_hidden_rows_count_in_no_roll_up(self):
		"""The Penilai of a leader in another branch reads the leader's row but none of his people's."""
		frappe.db.set_value("SKP Hasil Kerja", {"parent": self.petugas.name}, "penyelarasan", LANGSUNG)
		make_realisasi(self.petugas, 1, 250)
		frappe.db.set_value("SKP", self.petugas.name, {"atasan_penilai_user": None})
		cabang = self.get_cabang("kepala")
		self.assertEqual((cabang.anak[0].anak, cabang.anak[0].turunan), ([], None))

	def test_a_row_whose_leader_is_hidden_is_still_found(self):
		pohon = self.get_pohon("petugas")
		self.assertEqual((get_uraian(pohon.luar), pohon.lepas), (["Terlayaninya 40 desa"], []))
		self.assertEqual(pohon.perjanjian[self.pk.name][0].anak, [])

	def test_one_unit(self):
		sekretariat = make_unit("Sekretariat Uji", self.instansi.name)
		make_skp(self.instansi, "pengelola", hasil_kerja=[make_hasil_kerja("Terlayaninya kepegawaian")])
		pohon = self.get_pohon("auditor", unit=sekretariat)
		self.assertEqual((get_uraian(pohon.lepas), pohon.perjanjian), (["Terlayaninya kepegawaian"], {}))
		self.assertEqual(self.get_pohon("auditor", unit=self.instansi.unit).jumlah, 3)

	def test_too_many_to_show_leaves_the_heads(self):
		with patch("kinerja_asn.services.pelaksanaan.pemantauan.pohon.SIMPUL_MAKS", 2):
			pohon = self.get_pohon()
		self.assertEqual((pohon.sebagian, pohon.jumlah), (True, 1))
		self.assertFalse(self.get_pohon().sebagian)

	def test_as_many_queries_for_many_nodes_as_for_few(self):
		sedikit = self.count_query()
		for nomor in range(6):
			nama = f"ranting{nomor}"
			add_pegawai(
				self.instansi, nama, 500 + nomor, self.instansi.unit, self.instansi.pegawai["penilai"]
			)
			self.make_bawahan(nama, f"Hasil {nomor}", rhk_pimpinan=self.kunci)
		self.assertEqual(self.count_query(), sedikit)
		self.assertLessEqual(sedikit, 15)

	def count_query(self) -> int:
		self.get_pohon()
		with watch_query() as query:
			self.get_pohon()
		return query.call_count


class TestHalamanPohon(DasarPohon, UjiPortal):
	def setUp(self):
		super().setUp()
		self.make_pohon()

	def test_the_tree_in_words(self):
		teks = self.open("pengelola", HALAMAN).teks
		for kalimat in (
			"Perjanjian Kinerja Bidang Pendaftaran Uji Penilai Rancangan",
			"Cakupan pendaftaran penduduk Meningkatnya tertib administrasi kependudukan. Target: 95 persen",
			"Terlayaninya 40 desa Petugas · Jabatan Petugas Belum ada realisasi",
			"Belum selaras: Bidang Pendaftaran Uji Tertatanya arsip",
			"3 hasil kerja yang dapat Anda lihat, 1 belum selaras",
		):
			self.assertIn(kalimat, teks)

	def test_open_to_the_second_level(self):
		isi = self.open("pengelola", HALAMAN).isi
		# agreement, its indikator, and the group of what serves nothing
		self.assertEqual((isi.count("<details open>"), isi.count("<details>")), (3, 1))

	def test_search_keeps_the_branch_and_opens_it(self):
		halaman = self.open("pengelola", f"{HALAMAN}?cari=40+DESA")
		self.assertIn("Terlayaninya 40 desa", halaman.teks)
		self.assertIn("Perjanjian Kinerja Bidang Pendaftaran Uji", halaman.teks)
		self.assertNotIn("Tertatanya arsip", halaman.teks)
		self.assertEqual(halaman.isi.count("<details>"), 0)
		self.assertIn("Tertatanya arsip", self.open("pengelola", f"{HALAMAN}?cari=kolega").teks)
		self.assertIn('Tidak ada yang cocok dengan "zzz"', self.open("pengelola", f"{HALAMAN}?cari=zzz").teks)

	def test_each_leads_where_he_may_read(self):
		self.assertIn(f"/kinerja/skp?name={self.petugas.name}", self.open("petugas", HALAMAN).isi)
		self.assertIn(f"/kinerja/tim/skp?name={self.petugas.name}", self.open("penilai", HALAMAN).isi)
		desk = self.open("pengelola", HALAMAN).isi
		self.assertIn(urlsplit(frappe.utils.get_url_to_form("SKP", self.petugas.name)).path, desk)

	def test_a_colleague_learns_nothing_of_others(self):
		teks = self.open("kolega", HALAMAN).teks
		self.assertNotIn("40 desa", teks)
		self.assertIn("1 hasil kerja yang dapat Anda lihat", teks)
		self.assertIn("Belum ada hasil kerja yang terlihat oleh Anda", teks)

	def test_another_agencys_period_and_unit_are_not_chosen(self):
		halaman = self.open(
			"tetangga", f"{HALAMAN}?periode={self.instansi.periode}&unit={self.instansi.unit}"
		)
		self.assertIn("Belum ada periode kinerja di instansi Anda", halaman.teks)

	def test_what_people_write_is_shown_as_text(self):
		self.petugas.hasil_kerja[0].db_set("rencana_hasil_kerja", "<script>alert(1)</script>")
		halaman = self.open("penilai", f"{HALAMAN}?cari=<script>alert(2)")
		self.assertNotIn("<script>alert", halaman.isi)
		self.assertNotIn("<script>alert", self.open("penilai", HALAMAN).isi)
