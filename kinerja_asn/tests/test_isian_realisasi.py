"""One page for many rows: the last report taken over, one remark for all, evidence for several rows, a photo."""

from io import BytesIO

import frappe
from PIL import Image

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import TAHUN, make_indikator, make_realisasi, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_realisasi import PDF

NARASI = {"arah": "Naratif", "target_naratif": "Tersusun", "satuan": None}


def make_jpg() -> bytes:
	keluaran = BytesIO()
	Image.new("RGB", (8, 8)).save(keluaran, "JPEG")
	return keluaran.getvalue()


class TestIsian(UjiPortal):
	def setUp(self):
		super().setUp()
		tiga = [
			make_indikator(),
			make_indikator(indikator="Kepuasan", cara_hitung="Rata-rata"),
			make_indikator(indikator="Laporan", **NARASI),
		]
		self.skp = make_skp(self.instansi, indikator=tiga)
		self.satu, self.dua, self.cerita = (iki.kunci for iki in self.skp.indikator)
		self.alamat = f"/kinerja/realisasi?skp={self.skp.name}&masa=4"

	def report_maret(self, tahap: Tahap = Tahap.DITETAPKAN):
		doc = make_realisasi(self.skp, 3, {self.satu: 1075.5, self.dua: 88}, Tahap.DRAF)
		frappe.set_user(self.skp.pegawai_user)
		doc.baris[2].realisasi_naratif = "Bab I selesai"
		doc.save()
		frappe.set_user("Administrator")
		if tahap != Tahap.DRAF:
			self.send(
				"petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=3", "ajukan", **self.get_isian(3)
			)

	def get_isian(self, masa: int) -> dict[str, str]:
		nama = (f"nilai-{self.satu}", f"nilai-{self.dua}", f"naratif-{self.cerita}")
		halaman = self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa={masa}")
		return {medan: halaman.get_nilai(medan) for medan in nama}

	def test_what_is_empty_is_filled_with_the_last_report_and_nothing_is_stored(self):
		self.report_maret()
		halaman = self.send("petugas", self.alamat, "ambil_lalu", **{f"nilai-{self.dua}": "90"})
		self.assertEqual(halaman.get_nilai(f"nilai-{self.satu}"), "1.075,5")
		self.assertEqual(halaman.get_nilai(f"nilai-{self.dua}"), "90")
		self.assertEqual(halaman.get_nilai(f"naratif-{self.cerita}"), "Bab I selesai")
		self.assertFalse(frappe.db.exists("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 4}))
		self.assertIn(f"Laporan terakhir 88 pendaftaran (Maret {TAHUN})", halaman.teks)

	def test_a_draft_is_no_last_report(self):
		self.report_maret(Tahap.DRAF)
		self.assertFalse(self.open("petugas", self.alamat).has_tombol("ambil_lalu"))
		halaman = self.send("petugas", self.alamat, "ambil_lalu")
		self.assertEqual(halaman.get_nilai(f"nilai-{self.satu}"), "")

	def test_one_remark_for_every_row_that_has_none(self):
		halaman = self.send(
			"petugas",
			self.alamat,
			"samakan_keterangan",
			keterangan_bersama="Loket tutup sepekan",
			**{f"keterangan-{self.dua}": "Survei diundur", f"nilai-{self.satu}": "70"},
		)
		isi = [halaman.get_nilai(f"keterangan-{kunci}") for kunci in (self.satu, self.dua, self.cerita)]
		self.assertEqual(isi, ["Loket tutup sepekan", "Survei diundur", "Loket tutup sepekan"])
		self.assertEqual(halaman.get_nilai("keterangan_bersama"), "")
		self.assertEqual(halaman.get_nilai(f"nilai-{self.satu}"), "70")

	def save(self, **isian):
		self.send("petugas", self.alamat, "simpan", **{f"nilai-{self.satu}": "70", **isian})
		nama = frappe.db.get_value("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 4})
		return frappe.get_doc("Realisasi Kinerja", nama)

	def test_a_file_is_evidence_for_the_rows_that_are_ticked(self):
		untuk = {f"berkas_untuk-{kunci}": "1" for kunci in (self.satu, self.cerita)}
		doc = self.save(berkas=(BytesIO(PDF), "rekap.pdf"), **untuk)
		self.assertEqual([row.indikator for row in doc.bukti], [self.satu, self.cerita])
		self.assertEqual(len({row.berkas for row in doc.bukti}), 1)
		self.assertEqual(frappe.db.count("File", {"attached_to_name": doc.name}), 1)

	def test_a_row_of_another_plan_is_none_of_its(self):
		asing = make_skp(self.instansi, "kolega").indikator[0].kunci
		doc = self.save(berkas=(BytesIO(PDF), "rekap.pdf"), **{f"berkas_untuk-{asing}": "1"})
		self.assertEqual([(row.indikator, row.untuk) for row in doc.bukti], [(None, 0)])

	def test_a_photo_is_evidence_like_a_file(self):
		html = self.open("petugas", self.alamat).html
		self.assertIn('name="foto" accept="image/*" capture="environment"', html)
		doc = self.save(foto=(BytesIO(make_jpg()), "image.jpg"), berkas=(BytesIO(PDF), "rekap.pdf"))
		self.assertEqual(len(doc.bukti), 2)

	def test_a_photo_that_nothing_can_open_is_refused_in_words(self):
		isi = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 64
		halaman = self.send("petugas", self.alamat, "simpan", foto=(BytesIO(isi), "image.jpg"))
		self.assertIn("Gambar image.jpg rusak, terpotong, atau terlalu besar", halaman.get_galat())
		self.assertFalse(frappe.db.exists("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 4}))

	def test_where_no_pictures_are_taken_no_camera_is_offered(self):
		frappe.db.set_single_value("Pengaturan Kinerja", "jenis_berkas_bukti", "pdf")
		frappe.clear_document_cache("Pengaturan Kinerja", "Pengaturan Kinerja")
		self.addCleanup(frappe.clear_document_cache, "Pengaturan Kinerja", "Pengaturan Kinerja")
		self.assertNotIn("capture=", self.open("petugas", self.alamat).html)

	def test_thirty_rows_are_still_one_page(self):
		banyak = make_skp(
			self.instansi,
			"kolega",
			indikator=[make_indikator(indikator=f"Hasil ke-{ke}") for ke in range(30)],
		)
		isian = {f"nilai-{iki.kunci}": "1" for iki in banyak.indikator}
		alamat = f"/kinerja/realisasi?skp={banyak.name}&masa=4"
		jawaban = self.send("kolega", alamat, "ajukan", berkas=(BytesIO(PDF + b"%30"), "rekap.pdf"), **isian)
		self.assertEqual(jawaban.pesan, "diajukan")
