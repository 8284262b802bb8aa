"""Figures typed in as they are by the end of a period; and what a report said each time it was submitted."""

from decimal import Decimal

import frappe
from frappe.utils import getdate

from kinerja_asn.constants.istilah import CaraHitung, StatusProgres, Tahap
from kinerja_asn.services.bersama.isian import PANJANG_MAKS
from kinerja_asn.services.pelaksanaan.pelaporan.riwayat import note_riwayat
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_riwayat
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	TAHUN,
	as_user,
	make_evaluasi,
	make_indikator,
	make_realisasi,
	make_skp,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

TAUTAN = {"tautan-0-alamat": "https://arsip.example/maret", "tautan-0-uraian": "Rekap"}


def make_kumulatif(instansi, cara_hitung: CaraHitung = CaraHitung.JUMLAH_KUMULATIF):
	return make_skp(instansi, indikator=[make_indikator(cara_hitung=str(cara_hitung))])


def send_back(laporan, catatan: str | None = None) -> None:
	with as_user(laporan.penilai_user):
		laporan.catatan_pengembalian, laporan.baris[0].catatan_penilai = "Periksa", catatan
		laporan.take_langkah("Kembalikan")
	laporan.reload()


class TestKumulatif(UjiKinerja):
	def test_the_latest_total_is_what_counts_and_is_due_in_equal_parts(self):
		skp = make_kumulatif(self.instansi)
		for masa_ke, nilai in enumerate((90, 180, 260), 1):
			make_realisasi(skp, masa_ke, nilai)
		kunci = skp.indikator[0].kunci
		self.assertEqual(get_gabungan([skp.name], getdate(f"{TAHUN}-03-31")), {kunci: Decimal(260)})
		riwayat = get_riwayat(skp)
		status = [riwayat[ke].progres[kunci].status for ke in (1, 2)]
		self.assertEqual(status, [StatusProgres.SESUAI_JADWAL, StatusProgres.SESUAI_JADWAL])
		self.assertEqual(riwayat[2].progres[kunci].seharusnya, Decimal(250))

	def test_an_average_up_to_now_is_due_whole(self):
		skp = make_kumulatif(self.instansi, CaraHitung.RATA_RATA_KUMULATIF)
		make_realisasi(skp, 1, 900)
		progres = get_riwayat(skp)[0].progres[skp.indikator[0].kunci]
		self.assertEqual((progres.status, progres.seharusnya), (StatusProgres.TERTINGGAL, Decimal(1000)))

	def test_an_evaluation_counts_the_latest(self):
		skp = make_kumulatif(self.instansi)
		for masa_ke, nilai in ((1, 90), (2, 170), (3, 260)):
			make_realisasi(skp, masa_ke, nilai)
		hasil = make_evaluasi(self.instansi, skp, jenis="Periodik", masa_ke=1).hasil[0]
		self.assertEqual((hasil.capaian_persen, hasil.realisasi.split(" ")[0]), (104, "260"))


class TestRiwayat(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.laporan = make_realisasi(self.skp, 1, 40, Tahap.DIAJUKAN)

	def test_what_was_returned_is_kept_with_the_note(self):
		send_back(self.laporan, "Hitung lagi")
		baris = self.laporan.baris[0]
		self.assertEqual(baris.sebelumnya, "40 pendaftaran")
		self.assertRegex(
			baris.riwayat, r"^Diajukan .* WI[BT]?A?: 40 pendaftaran\. Catatan ketika itu: Hitung lagi$"
		)
		with as_user(self.skp.pegawai_user):
			baris.realisasi = 45
			self.laporan.save()
		move(self.laporan, self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(self.laporan, self.skp.penilai_user, Tahap.DITETAPKAN)
		baris = self.laporan.reload().baris[0]
		self.assertEqual((baris.realisasi, baris.sebelumnya), (45, "40 pendaftaran"))

	def test_every_time_is_a_line_also_of_what_was_taken_back(self):
		send_back(self.laporan)
		move(self.laporan, self.skp.pegawai_user, Tahap.DIAJUKAN)
		move(self.laporan, self.skp.pegawai_user, Tahap.DRAF)
		self.assertEqual(len(self.laporan.baris[0].riwayat.splitlines()), 2)

	def test_nobody_rewrites_it(self):
		send_back(self.laporan)
		for kolom in ("sebelumnya", "riwayat"):
			with self.subTest(kolom), as_user(self.skp.pegawai_user):
				doc = frappe.get_doc(self.laporan.doctype, self.laporan.name)
				doc.baris[0].set(kolom, "99 pendaftaran")
				self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, doc.save)

	def test_however_often_it_comes_back_there_is_room(self):
		baris = frappe._dict(
			dilaporkan=1,
			arah="Naratif",
			realisasi=0,
			realisasi_naratif="Tersusun " * 900,
			keterangan="Baik\nsekali",
		)
		for _kali in range(30):
			note_riwayat(baris, f"{TAHUN}-02-03 10:00:00")
		self.assertLessEqual(len(baris.riwayat), PANJANG_MAKS)
		self.assertTrue(baris.riwayat.endswith("Keterangan: Baik sekali"))


class TestHalaman(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_kumulatif(self.instansi)
		self.kunci = self.skp.indikator[0].kunci
		make_realisasi(self.skp, 2, 40)
		self.alamat = f"/kinerja/realisasi?skp={self.skp.name}&masa=3"

	def submit(self, nilai: str, **isian):
		return self.send(
			"petugas", self.alamat, "ajukan", **{f"nilai-{self.kunci}": nilai, **TAUTAN, **isian}
		)

	def test_the_page_says_which_figure_is_asked_for_and_shows_the_last(self):
		teks = self.open("petugas", self.alamat).teks
		for kalimat in (
			f"Jumlah sampai 31 Maret {TAHUN}",
			f"Seluruhnya sejak 1 Januari {TAHUN}, bukan Maret {TAHUN} saja.",
			f"Laporan terakhir 40 pendaftaran (Februari {TAHUN})",
		):
			self.assertIn(kalimat, teks)

	def test_a_total_that_falls_is_asked_about_and_not_refused(self):
		halaman = self.submit("35")
		self.assertIn("jumlah sampai masa ini 35, padahal sebelumnya sudah 40", halaman.get_galat())
		self.assertEqual(halaman.get_nilai(f"nilai-{self.kunci}"), "35")
		self.assertFalse(frappe.db.exists("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 3}))
		self.assertEqual(self.submit("35", **{f"turun-{self.kunci}": "1"}).pesan, "diajukan")
		nama = frappe.db.get_value("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 3})
		teks = self.open("penilai", f"/kinerja/tim/realisasi?name={nama}").teks
		self.assertIn("Jumlahnya turun: sebelumnya sudah 40.", teks)

	def test_a_draft_and_a_total_that_grows_ask_nothing(self):
		self.assertEqual(
			self.send("petugas", self.alamat, "simpan", **{f"nilai-{self.kunci}": "35"}).pesan, "disimpan"
		)
		self.assertIn("Jumlahnya memang turun", self.open("petugas", self.alamat).teks)
		self.assertEqual(self.submit("41").pesan, "diajukan")

	def test_the_penilai_reads_before_and_now(self):
		laporan = make_realisasi(self.skp, 3, 50, Tahap.DIAJUKAN)
		send_back(laporan, "Kurang lima")
		self.assertIn("Kurang lima", self.open("petugas", self.alamat).teks)
		self.assertEqual(self.submit("55").pesan, "diajukan")
		tim = self.open("penilai", f"/kinerja/tim/realisasi?name={laporan.name}").teks
		self.assertIn("sebelumnya 50 pendaftaran, sekarang 55 pendaftaran", tim)
		modified = frappe.db.get_value("Realisasi Kinerja", laporan.name, "modified")
		banyak = self.send(
			"penilai",
			"/kinerja/tim/banyak",
			"periksa",
			jenis="realisasi",
			**{f"pilih-{laporan.name}": str(modified)},
		)
		self.assertIn("Sebelumnya 50 pendaftaran", banyak.teks)
		self.assertIn("Diajukan", self.open("petugas", self.alamat).teks)
