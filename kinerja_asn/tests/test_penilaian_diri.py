"""Penilaian diri: the employee's own draft, handed in once, read by who evaluates, and no part of any rating (K6)."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_kinerja_unit,
	make_realisasi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

DOCTYPE = "Penilaian Diri"


class UjiPenilaianDiri(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 5)
		self.skp = make_skp(self.instansi)
		self.kunci = self.skp.hasil_kerja[0].kunci
		self.alamat = f"/kinerja/penilaian_diri?skp={self.skp.name}&jenis=Tahunan&masa=0"

	def write(self, aksi: str = "simpan", **fields):
		isian = {f"uraian-{self.kunci}": "1.075 pendaftaran selesai", **fields}
		return self.send("petugas", self.alamat, aksi, **isian)

	def get_doc(self):
		return frappe.get_doc(DOCTYPE, {"skp": self.skp.name, "jenis": "Tahunan"})

	def read(self, nama: str) -> list[str]:
		with as_user(self.instansi.user[nama]):
			return frappe.get_list(DOCTYPE, pluck="name")


class TestHalaman(UjiPenilaianDiri):
	def test_a_draft_is_kept_and_seen_by_nobody_else(self):
		halaman = self.write(pengembangan="Pelayanan daring", **{f"rating-{self.kunci}": "Diatas Ekspektasi"})
		self.assertEqual(halaman.pesan, "penilaian_diri")
		halaman = self.open("petugas", self.alamat)
		self.assertEqual(halaman.get_nilai(f"uraian-{self.kunci}"), "1.075 pendaftaran selesai")
		self.assertIn("Pelayanan daring", halaman.isi)
		self.assertEqual(self.read("petugas"), [self.get_doc().name])
		for nama in ("penilai", "kepala", "pengelola", "pengelola_unit", "auditor", "kolega", "tetangga"):
			self.assertEqual(self.read(nama), [], nama)

	def test_handed_in_it_is_read_by_who_evaluates_and_stays(self):
		self.assertEqual(self.write("sampaikan").pesan, "penilaian_diri_disampaikan")
		for nama in ("penilai", "kepala", "pengelola", "pengelola_unit", "auditor"):
			self.assertEqual(self.read(nama), [self.get_doc().name], nama)
		for nama in ("kolega", "tetangga"):
			self.assertEqual(self.read(nama), [], nama)
		halaman = self.open("petugas", self.alamat)
		self.assertFalse(halaman.has_tombol("simpan"))
		self.assertIn("1.075 pendaftaran selesai", halaman.teks)
		galat = self.open(
			"petugas", self.alamat, {"aksi": "simpan", "modified": str(self.get_doc().modified)}
		)
		self.assertIn("tidak dapat Anda ubah sekarang", galat.get_galat())
		self.assertEqual(self.get_doc().hasil[0].uraian, "1.075 pendaftaran selesai")

	def test_what_is_missing_is_said_and_what_was_typed_stays(self):
		halaman = self.send("petugas", self.alamat, "sampaikan", perilaku="Melayani dengan ramah")
		self.assertIn('Tulis capaian Anda untuk "Terlayaninya pendaftaran penduduk"', halaman.get_galat())
		self.assertEqual(halaman.get_nilai("perilaku"), "Melayani dengan ramah")
		self.assertFalse(frappe.db.exists(DOCTYPE, {"skp": self.skp.name}))

	def test_two_windows_do_not_overwrite_each_other(self):
		self.write()
		halaman = self.open(
			"petugas", self.alamat, {"aksi": "simpan", "modified": "2025-01-01 00:00:00", "perilaku": "Lain"}
		)
		self.assertEqual(halaman.status, 200)
		self.assertTrue(halaman.get_galat())
		self.assertFalse(self.get_doc().perilaku)

	def test_hostile_and_huge_text_is_refused_in_words(self):
		for teks, pesan in (
			("<script>alert(1)</script>", "tanpa tag HTML"),
			("x" * 10_001, "terlalu panjang"),
		):
			self.assertIn(pesan, self.write(perilaku=teks).get_galat())

	def test_not_before_its_time_and_not_after_the_result(self):
		frappe.flags.current_date = date(2025, 6, 10)
		self.assertIn("dapat diisi mulai 31 Desember 2025", self.write().get_galat())
		frappe.flags.current_date = date(2026, 1, 5)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.skp.penilai_user):
			evaluasi.update(
				{
					"rating_hasil_kerja": "Sesuai Ekspektasi",
					"rating_perilaku": "Sesuai Ekspektasi",
					"alasan_rating_hasil": "Mutu",
				}
			).save()
		for tahap in (Tahap.DITETAPKAN, Tahap.DISERAHKAN):
			move(evaluasi, self.skp.penilai_user, tahap)
		self.assertIn("sudah diserahkan", self.write().get_galat())

	def test_the_landing_page_leads_there(self):
		halaman = self.open("petugas", "/kinerja")
		self.assertIn("Isi penilaian diri", halaman.teks)
		self.assertIn("penilaian_diri?skp=", halaman.isi)
		self.write("sampaikan")
		self.assertIn("Disampaikan", self.open("petugas", "/kinerja").teks)

	def test_the_page_is_his_alone(self):
		for nama in ("penilai", "kepala", "kolega"):
			self.assertNotEqual(self.open(nama, self.alamat).status, 200, nama)


class TestTidakMengubah(UjiPenilaianDiri):
	def test_the_evaluator_reads_it_and_the_proposal_stays(self):
		make_realisasi(self.skp, 12, 500)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		usulan = (evaluasi.usulan_rating_hasil, evaluasi.alasan_usulan)
		self.write(
			"sampaikan",
			**{f"rating-{self.kunci}": "Diatas Ekspektasi", "rating_perilaku": "Diatas Ekspektasi"},
		)
		with as_user(self.skp.penilai_user):
			evaluasi.reload().save()
		self.assertEqual((evaluasi.usulan_rating_hasil, evaluasi.alasan_usulan), usulan)
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}")
		self.assertIn("Penilaian diri pegawai, disampaikan 5 Januari 2026", halaman.teks)
		self.assertIn("1.075 pendaftaran selesai", halaman.teks)

	def test_a_draft_does_not_show_on_the_page_of_the_evaluator(self):
		self.write()
		evaluasi = make_evaluasi(self.instansi, self.skp)
		halaman = self.open("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}")
		self.assertIn("Penilaian diri belum disampaikan pegawai", halaman.teks)
		self.assertNotIn("1.075 pendaftaran selesai", halaman.isi)


class TestSerangan(UjiPenilaianDiri):
	def test_nobody_writes_it_for_another(self):
		self.write()
		doc = self.get_doc()
		for nama in ("penilai", "kepala", "pengelola", "kolega"):
			with as_user(self.instansi.user[nama]):
				for perbuatan in (
					lambda: frappe.get_doc(DOCTYPE, doc.name).update({"perilaku": "Buruk"}).save(),
					lambda: frappe.delete_doc(DOCTYPE, doc.name),
					lambda: frappe.get_doc(
						doctype=DOCTYPE, skp=self.skp.name, jenis="Periodik", masa_ke=1
					).insert(),
				):
					with self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)):
						perbuatan()
		self.assertEqual(frappe.get_all(DOCTYPE, pluck="perilaku"), [doc.perilaku])

	def test_a_client_does_not_hand_in_by_inserting_nor_write_the_servers_columns(self):
		with as_user(self.skp.pegawai_user):
			doc = frappe.get_doc(
				doctype=DOCTYPE,
				skp=self.skp.name,
				jenis="Tahunan",
				status="Disampaikan",
				disampaikan_pada="2020-01-01 00:00:00",
				penilai_user=self.skp.pegawai_user,
				hasil=[{"hasil_kerja": "palsu", "uraian": "Karangan"}],
			).insert()
			self.assertEqual((doc.status, doc.disampaikan_pada), ("Draf", None))
			self.assertEqual(doc.penilai_user, self.skp.penilai_user)
			self.assertEqual([row.hasil_kerja for row in doc.hasil], [self.kunci])
			doc.disampaikan_pada = "2020-01-01 00:00:00"
			self.assert_ditolak("tidak dapat Anda ubah", frappe.PermissionError, doc.save)
