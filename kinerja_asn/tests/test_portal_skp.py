"""Page /kinerja/skp: an employee drafts, adds and removes rows without scripts, submits, takes back."""

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import make_hasil_kerja, make_indikator, make_periode, make_skp, move
from kinerja_asn.tests.test_portal_dasar import UjiPortal

ISIAN = {
	"hk-0-uraian": "Terlayaninya pendaftaran penduduk",
	"hk-0-jenis": "Utama",
	"hk-0-rhk_uraian": "Tertib administrasi",
	"iki-0-hk": "0",
	"iki-0-indikator": "Jumlah pendaftaran",
	"iki-0-aspek-Kuantitas": "1",
	"iki-0-aspek-Waktu": "1",
	"iki-0-arah": "Naik",
	"iki-0-min": "1.000",
	"iki-0-satuan": "pendaftaran",
	"iki-0-hitung": "Jumlah",
}


class TestSusunSkp(UjiPortal):
	def start(self) -> str:
		jawaban = self.open("petugas", "/kinerja/skp", {"aksi": "mulai", "periode": self.instansi.periode})
		self.assertEqual(jawaban.status, 303)
		return jawaban.tujuan

	def get_skp(self):
		return frappe.get_doc("SKP", {"pegawai": self.instansi.pegawai["petugas"]})

	def test_from_start_to_submission(self):
		alamat = self.start()
		self.assertEqual(self.send("petugas", alamat, "simpan", **ISIAN).pesan, "disimpan")
		skp = self.get_skp()
		self.assertEqual((skp.indikator[0].target_min, skp.indikator[0].target_maks), (1000, 1000))
		self.assertEqual(skp.indikator[0].aspek, "Kuantitas, Waktu")
		halaman = self.open("petugas", alamat)
		self.assertIn(f"/kinerja/lembar?skp={skp.name}", halaman.html)
		self.assertEqual((halaman.get_nilai("iki-0-min"), halaman.get_nilai("iki-0-maks")), ("1.000", ""))
		self.assertEqual(halaman.get_nilai("hk-0-name"), skp.hasil_kerja[0].name)
		names = {"hk-0-name": skp.hasil_kerja[0].name, "iki-0-name": skp.indikator[0].name}
		self.assertEqual(self.send("petugas", alamat, "ajukan", **ISIAN, **names).pesan, "diajukan")
		self.assertEqual((skp.reload().tahap, len(skp.indikator)), (Tahap.DIAJUKAN, 1))

	def test_starting_twice_opens_the_same_draft(self):
		self.assertEqual(self.start(), self.start())
		self.assertEqual(frappe.db.count("SKP", {"pegawai": self.instansi.pegawai["petugas"]}), 1)

	def test_a_period_of_another_agency_is_refused(self):
		periode = make_periode("Dinas Tetangga Uji").name
		halaman = self.open("petugas", "/kinerja/skp", {"aksi": "mulai", "periode": periode})
		self.assertIn("tidak tersedia", halaman.get_galat())

	def test_rows_come_and_go_without_being_stored(self):
		alamat = self.start()
		halaman = self.send("petugas", alamat, "tambah_hasil", **ISIAN)
		self.assertEqual(halaman.status, 200)
		self.assertEqual(halaman.get_nilai("hk-0-uraian"), ISIAN["hk-0-uraian"])
		self.assertEqual(halaman.get_nilai("hk-1-uraian"), "")
		halaman = self.send("petugas", alamat, "tambah_indikator:0", **ISIAN)
		self.assertEqual((halaman.get_nilai("iki-0-min"), halaman.get_nilai("iki-1-hk")), ("1.000", "0"))
		halaman = self.send("petugas", alamat, "hapus_indikator:0.0", **ISIAN)
		self.assertIsNone(halaman.get_nilai("iki-0-indikator"))
		self.assertIsNone(self.send("petugas", alamat, "hapus_hasil:0", **ISIAN).get_nilai("hk-0-uraian"))
		for aneh in ("hapus_hasil:99", "hapus_hasil:x", "hapus_indikator:0.9", "tambah_indikator:"):
			self.assertEqual(self.send("petugas", alamat, aneh, **ISIAN).status, 200)
		self.assertEqual(self.get_skp().hasil_kerja, [])

	def test_removing_a_row_keeps_the_keys_of_the_others(self):
		skp = make_skp(
			self.instansi,
			tahap=Tahap.DRAF,
			hasil_kerja=[make_hasil_kerja("Satu"), make_hasil_kerja("Dua", "Tambahan")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Milik dua")],
		)
		isian = {
			**ISIAN,
			"hk-0-name": skp.hasil_kerja[1].name,
			"hk-0-uraian": "Dua",
			"iki-0-name": skp.indikator[1].name,
			"iki-0-indikator": "Milik dua",
		}
		self.send("petugas", f"/kinerja/skp?name={skp.name}", "simpan", **isian)
		baru = frappe.get_doc("SKP", skp.name)
		self.assertEqual([row.kunci for row in baru.hasil_kerja], [skp.hasil_kerja[1].kunci])
		self.assertEqual([row.kunci for row in baru.indikator], [skp.indikator[1].kunci])
		self.assertEqual(baru.indikator[0].hasil_kerja, skp.hasil_kerja[1].kunci)

	def test_all_that_is_wrong_is_said_at_once_and_nothing_is_lost(self):
		alamat = self.start()
		salah = {
			**ISIAN,
			"hk-0-uraian": " ",
			"iki-0-min": "seribu",
			"iki-0-maks": "9" * 20,
			"iki-0-aspek-Kuantitas": "",
			"iki-0-aspek-Waktu": "",
		}
		halaman = self.send("petugas", alamat, "ajukan", **salah)
		for pesan in (
			"tulis rencana hasil kerjanya",
			'"seribu" bukan angka',
			f'"{"9" * 20}" terlalu besar',
			"pilih paling sedikit satu aspek",
		):
			self.assertIn(pesan, halaman.get_galat())
		self.assertEqual(halaman.get_nilai("iki-0-min"), "seribu")
		self.assertEqual(self.get_skp().hasil_kerja, [])

	def test_stored_numbers_are_shown_with_separators(self):
		alamat = self.start()
		self.send(
			"petugas", alamat, "simpan", **{**ISIAN, "iki-0-min": "1000000", "iki-0-maks": "1.000.107,5"}
		)
		halaman = self.open("petugas", f"/kinerja/skp?name={self.get_skp().name}")
		self.assertEqual(halaman.get_nilai("iki-0-min"), "1.000.000")
		self.assertEqual(halaman.get_nilai("iki-0-maks"), "1.000.107,5")

	def test_reversed_target_and_missing_target_are_explained(self):
		alamat = self.start()
		terbalik = self.send("petugas", alamat, "ajukan", **{**ISIAN, "iki-0-min": "10", "iki-0-maks": "5"})
		self.assertIn("melebihi target maksimum", terbalik.get_galat())
		nol = self.send("petugas", alamat, "ajukan", **{**ISIAN, "iki-0-min": "10", "iki-0-maks": "0"})
		self.assertIn("(10) melebihi target maksimum (0)", nol.get_galat())
		kosong = self.send("petugas", alamat, "ajukan", **{**ISIAN, "iki-0-min": ""})
		self.assertIn('isi target "Jumlah pendaftaran"', kosong.get_galat())
		self.assertEqual(self.get_skp().tahap, Tahap.DRAF)

	def test_the_leaders_row_is_chosen_from_his_skp(self):
		pimpinan = make_skp(self.instansi, "penilai", hasil_kerja=[make_hasil_kerja("Cakupan dokumen naik")])
		alamat = self.start()
		self.assertIn("Cakupan dokumen naik", self.open("petugas", alamat).teks)
		kunci = pimpinan.hasil_kerja[0].kunci
		self.send("petugas", alamat, "simpan", **{**ISIAN, "hk-0-rhk": kunci})
		row = self.get_skp().hasil_kerja[0]
		self.assertEqual((row.rhk_pimpinan, row.rhk_pimpinan_uraian), (kunci, "Cakupan dokumen naik"))
		halaman = self.send("petugas", alamat, "simpan", **{**ISIAN, "hk-0-rhk": "karangan"})
		self.assertIn("tidak ditemukan di SKP", halaman.get_galat())

	def test_stale_form_and_double_submission(self):
		alamat = self.start()
		lama = self.open("petugas", alamat).get_nilai("modified")
		self.assertEqual(
			self.open("petugas", alamat, {"aksi": "ajukan", "modified": lama, **ISIAN}).pesan, "diajukan"
		)
		halaman = self.open("petugas", alamat, {"aksi": "ajukan", "modified": lama, **ISIAN})
		self.assertIn("sudah berubah sejak Anda membukanya", halaman.get_galat())
		self.assertEqual(len(self.get_skp().hasil_kerja), 1)

	def test_withdrawn_and_returned(self):
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		alamat = f"/kinerja/skp?name={skp.name}"
		self.assertFalse(self.open("petugas", alamat).has_tombol("simpan"))
		self.assertEqual(self.send("petugas", alamat, "tarik").pesan, "ditarik")
		move(skp.reload(), skp.pegawai_user, Tahap.DIAJUKAN)
		self.send(
			"penilai", f"/kinerja/tim/skp?name={skp.name}", "kembalikan", alasan="Target terlalu rendah"
		)
		halaman = self.open("petugas", alamat)
		self.assertIn("Dikembalikan. Alasan: Target terlalu rendah", halaman.teks)
		self.assertTrue(halaman.has_tombol("ajukan"))
