"""Pages below /kinerja/umpan_balik: asking, answering, closing, and all sides side by side."""

from datetime import timedelta

import frappe

from kinerja_asn.constants.istilah import PeranUmpanBalik, StatusPermintaan
from kinerja_asn.services.situs.tujuan import get_alamat_tindakan
from kinerja_asn.tests.factories import as_user
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_umpan_balik_360 import BAWAHAN, HARI, REKAN, UjiTigaEnamPuluh

MINTA, DAFTAR = "/kinerja/umpan_balik/minta", "/kinerja/umpan_balik"


class UjiHalaman(UjiTigaEnamPuluh, UjiPortal):
	def setUp(self):
		super().setUp()
		self.instansi.user.update(self.user)
		self.addCleanup(lambda: [self.instansi.user.pop(nama, None) for nama in (*REKAN, *BAWAHAN)])
		self.minta = f"{MINTA}?skp={self.skp.name}"

	def choose(self, *nama: str) -> dict:
		tenggat = str(HARI + timedelta(days=7))
		return {"tenggat": tenggat, **{f"tanya-{self.pegawai[orang]}": "1" for orang in nama}}

	def send_360(self, *nama: str, **lain):
		isian = {"jenis": "360", **self.choose(*nama), **lain}
		return self.send("penilai", f"{self.minta}&jenis=360", "kirim", **isian)

	def get_permintaan(self) -> str:
		return frappe.get_last_doc("Permintaan Umpan Balik").name

	def get_jawab(self, nama: str) -> str:
		return f"/kinerja/umpan_balik/jawab?name={self.get_responden(self.get_permintaan(), nama).name}"

	def get_hasil(self) -> str:
		return f"/kinerja/umpan_balik/hasil?name={self.get_permintaan()}"


class TestMinta(UjiHalaman):
	def test_people_are_proposed_by_what_they_are_to_him(self):
		halaman = self.open("penilai", f"{self.minta}&jenis=360")
		self.assertEqual(halaman.status, 200)
		posisi = [halaman.teks.find(kata) for kata in map(str, PeranUmpanBalik) if kata != "Pihak Lain"]
		self.assertEqual(posisi, sorted(posisi))
		self.assertNotIn(-1, posisi)
		self.assertIn("menjawab tanpa nama; pilih paling sedikit 3 orang", halaman.teks)
		for nama in ("petugas", "penilai"):
			self.assertRegex(halaman.isi, f'name="tanya-{self.pegawai[nama]}" value="1" checked')
		self.assertNotRegex(halaman.isi, f'name="tanya-{self.pegawai["rekan_a"]}" value="1" checked')

	def test_a_360_is_sent_and_shows_who_is_asked(self):
		jawaban = self.send_360("petugas", "penilai", *REKAN)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "permintaan"))
		halaman = self.open("penilai", self.get_hasil())
		self.assertIn("0 dari 3 sudah menjawab (tanpa nama; terbuka sesudah ditutup", halaman.teks)
		self.assertIn("Belum: Petugas", halaman.teks)
		self.assertNotIn("Belum: Rekan", halaman.teks)

	def test_a_refusal_keeps_what_was_typed_and_stores_nothing(self):
		halaman = self.send_360(*REKAN[:2], pesan="Tolong jujur")
		self.assertEqual(halaman.status, 200)
		self.assertIn("Pilih paling sedikit 3 orang", halaman.teks)
		self.assertIn("Tolong jujur", halaman.teks)
		self.assertRegex(halaman.isi, f'name="tanya-{self.pegawai["rekan_b"]}" value="1" checked')
		for isian in ({"tenggat": "kapan-kapan"}, {"tenggat": str(HARI - timedelta(days=1))}):
			with self.subTest(isian):
				self.assertIn("Batas menjawab", self.send_360(*REKAN, **isian).teks)
		self.assertEqual(frappe.db.count("Permintaan Umpan Balik"), 0)

	def test_others_are_found_by_name_and_what_is_chosen_stays(self):
		isian = {"jenis": "360", "cari": "pengelola", **self.choose("rekan_a")}
		halaman = self.send("penilai", f"{self.minta}&jenis=360", "cari", **isian)
		self.assertIn("Pihak Lain", halaman.teks)
		self.assertIn(f'name="tanya-{self.pegawai["pengelola"]}"', halaman.isi)
		self.assertRegex(halaman.isi, f'name="tanya-{self.pegawai["rekan_a"]}" value="1" checked')
		self.assertIn("Tidak ditemukan", self.send("penilai", self.minta, "cari", cari="zz").teks)

	def test_the_employee_asks_for_himself_and_proposes_a_360(self):
		self.assertEqual(self.open("petugas", f"{self.minta}&jenis=360").status, 403)
		isian = {"jenis": "Permintaan", "tentang": "Perilaku Kerja:Harmonis", **self.choose("rekan_a")}
		jawaban = self.send("petugas", self.minta, "kirim", **isian)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "permintaan"))
		self.assertIn(
			"Pilih apa yang", self.send("petugas", self.minta, "kirim", **{**isian, "tentang": "x"}).teks
		)
		jawaban = self.send(
			"petugas", self.minta, "usulkan", usulan="Rekan loket, mereka melihat saya bekerja"
		)
		self.assertEqual(jawaban.pesan, "usulan")
		halaman = self.open("penilai", f"{self.minta}&jenis=360")
		self.assertIn("mereka melihat saya bekerja", halaman.teks)

	def test_strangers_find_no_such_plan(self):
		for nama in ("rekan_a", "tetangga"):
			self.assertIn(self.open(nama, self.minta).status, (403, 404))
		self.assertEqual(self.open("pengelola", f"{self.minta}&jenis=360").status, 200)


class TestJawab(UjiHalaman):
	def test_what_waits_is_said_on_the_first_page_and_gone_when_it_is_answered(self):
		self.send_360("penilai", *REKAN)
		self.assertIn(
			"Umpan balik untuk Petugas menunggu jawaban Anda", self.open("rekan_a", "/kinerja").teks
		)
		alamat = self.get_jawab("rekan_a")
		isian = {"sifat-0": "Positif", "sifat-1": "Perlu Perbaikan", "isi-1": "Catat tiap berkas"}
		self.assertEqual(self.send("rekan_a", alamat, "kirim", **isian).pesan, "jawaban")
		self.assertIn("Tidak ada permintaan yang menunggu", self.open("rekan_a", DAFTAR).teks)

	def test_mistakes_are_said_at_their_fields(self):
		self.send_360("penilai", *REKAN)
		alamat = self.get_jawab("rekan_a")
		for isian, pesan in (
			({}, "Jawab paling sedikit satu"),
			({"sifat-0": "Perlu Perbaikan"}, "tulis apa yang perlu diperbaiki"),
			({"isi-0": "Tanpa pilihan"}, "pilih Positif atau Perlu Perbaikan"),
			({"sifat-0": "Hebat"}, "pilih Positif atau Perlu Perbaikan"),
			({"sifat-0": "Positif", "isi-0": "x" * 601}, "paling banyak 600 karakter"),
			({"sifat-0": "Positif", "isi-0": "<b>x</b>"}, "tanpa tag HTML"),
		):
			with self.subTest(pesan):
				halaman = self.send("rekan_a", alamat, "kirim", **isian)
				self.assertEqual(halaman.status, 200)
				self.assertIn(pesan, halaman.teks)
				self.assertIn('class="ka-galat"', halaman.isi)
		self.assertFalse(self.get_responden(self.get_permintaan(), "rekan_a").sudah_menjawab)

	def test_another_finds_no_such_request(self):
		self.send_360("penilai", *REKAN)
		for nama in ("rekan_b", "petugas", "pengelola"):
			self.assertIn(self.open(nama, self.get_jawab("rekan_a")).status, (403, 404))


class TestHasil(UjiHalaman):
	def test_all_sides_side_by_side_without_a_verdict(self):
		self.send_360("petugas", "penilai", *REKAN, *BAWAHAN)
		for nama in ("petugas", "penilai", *REKAN, *BAWAHAN[:2]):
			sifat = "Perlu Perbaikan" if nama == "rekan_a" else "Positif"
			isian = {"sifat-0": sifat, "isi-0": "Dengarkan warga"}
			self.send(nama, self.get_jawab(nama), "kirim", **isian)
		self.assertNotIn("2 positif, 1 perlu perbaikan", self.open("petugas", self.get_hasil()).teks)
		self.assertEqual(self.send("penilai", self.get_hasil(), "tutup").pesan, "permintaan_ditutup")
		halaman = self.open("petugas", self.get_hasil())
		self.assertIn("2 positif, 1 perlu perbaikan", halaman.teks)
		self.assertIn("tidak dibuka karena kurang dari 3 orang menjawab", halaman.teks)
		self.assertIn("Gambar ini bukan penilaian", halaman.teks)
		self.assertIn('<rect class="ka-positif" width="133" height="14"/>', halaman.isi)
		self.assertNotIn("Rekan A", halaman.teks)
		self.assertNotIn("Staf A", halaman.teks)
		for kata in ("Diatas", "Dibawah Ekspektasi", "Predikat"):
			self.assertNotIn(kata, halaman.teks)

	def test_hr_and_a_proposal(self):
		self.send("petugas", self.minta, "usulkan", usulan="Rekan loket")
		halaman = self.open("penilai", self.get_hasil())
		self.assertIn("Pilih penjawabnya", halaman.teks)
		self.assertEqual(self.send("penilai", self.get_hasil(), "tolak").pesan, "usulan_ditolak")
		self.assertEqual(self.get_status(self.get_permintaan()), StatusPermintaan.DIBATALKAN)

	def test_notices_lead_to_the_page(self):
		self.send_360("penilai", *REKAN)
		permintaan = frappe.get_doc("Permintaan Umpan Balik", self.get_permintaan())
		with as_user(self.user["rekan_a"]):
			milik = self.get_responden(permintaan.name, "rekan_a")
			self.assertEqual(get_alamat_tindakan(milik, self.user["rekan_a"]), self.get_jawab("rekan_a"))
		with as_user(self.user["petugas"]):
			self.assertEqual(get_alamat_tindakan(permintaan, self.user["petugas"]), self.get_hasil())

	def test_strangers_do_not_see_it(self):
		self.send_360("penilai", *REKAN)
		for nama in ("rekan_a", "tetangga", "kolega"):
			self.assertIn(self.open(nama, self.get_hasil()).status, (403, 404))


class TestBeri(UjiHalaman):
	def setUp(self):
		super().setUp()
		self.alamat = f"/kinerja/umpan_balik/beri?pegawai={self.pegawai['petugas']}"

	def allow(self) -> None:
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update(
			{"umpan_balik_tanpa_diminta": 1}
		).save()

	def test_unasked_where_the_agency_lets_them(self):
		self.assertEqual(self.open("rekan_a", self.alamat).status, 404)
		self.allow()
		isian = {
			"tentang": "Perilaku Kerja:Harmonis",
			"sifat": "Positif",
			"isi": "Suka menolong",
			"bentuk": "Berkala",
		}
		jawaban = self.send("rekan_a", self.alamat, "umpan_balik", **isian)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "umpan_balik"))
		doc = frappe.get_doc("Umpan Balik Kinerja", {"skp": self.skp.name})
		self.assertEqual((doc.peran, doc.bentuk), (PeranUmpanBalik.REKAN, "Berkala"))
		self.assertIn("Suka menolong", self.open("petugas", "/kinerja").teks)

	def test_results_are_not_offered_to_who_cannot_read_them(self):
		self.allow()
		self.assertNotIn("Hasil kerja:", self.open("rekan_a", self.alamat).teks)
		self.assertIn("Hasil kerja:", self.open("petugas", self.alamat).teks)
		self.assertEqual(self.open("tetangga", self.alamat).status, 404)
