"""Pages of the daily note: a line in few taps, yesterday's to repeat, the week to send, the team's week, the table."""

import html
import re
from datetime import date
from io import BytesIO

import frappe

from kinerja_asn.services.pelaksanaan.catatan.keputusan import submit
from kinerja_asn.tests.factories import as_user, make_catatan, make_hasil_kerja, make_indikator, make_skp
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_realisasi import PDF

DOCTYPE = "Catatan Harian"
SENIN, SELASA, RABU = (f"2025-06-0{hari}" for hari in (2, 3, 4))
PEKAN = (date(2025, 6, 2), date(2025, 6, 8))
HARIAN, TABEL, TIM = "/kinerja/harian", "/kinerja/harian_tabel", "/kinerja/tim/harian"


class UjiPortalCatatan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 6, 4)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja(), make_hasil_kerja("Arsip tertata")],
			indikator=[make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Berkas tertata")],
		)
		self.kunci = self.skp.indikator[0].kunci

	def get_hari(self, tanggal: str = RABU):
		nama = frappe.db.exists(DOCTYPE, {"skp": self.skp.name, "tanggal": tanggal})
		return nama and frappe.get_doc(DOCTYPE, nama)

	def write(self, path: str = HARIAN, **isi):
		isian = {"uraian": "Melayani loket", "untuk": f"indikator:{self.kunci}", "volume": "12", **isi}
		return self.send("petugas", path, "simpan", **isian)

	def submit(self, *tanggal: str):
		docs = [make_catatan(self.skp, hari, {"indikator": self.kunci, "volume": 5}) for hari in tanggal]
		with as_user(self.skp.pegawai_user):
			submit(*PEKAN)
		return [frappe.get_doc(DOCTYPE, doc.name) for doc in docs]


class TestHarian(UjiPortalCatatan):
	def test_the_page_opens_on_today_and_says_where_each_day_stands(self):
		make_catatan(self.skp, SENIN, {})
		halaman = self.open("petugas", HARIAN)
		self.assertIn("Catatan harian: Rabu, 4 Juni 2025 Belum ada", halaman.teks)
		self.assertIn("Sen 2 Draf Sel 3 Belum ada Rab 4 Belum ada", halaman.teks)
		self.assertIn("Sab 7 Akhir pekan", halaman.teks)
		self.assertNotIn(f"{HARIAN}?tanggal=2025-06-05", halaman.html, "tomorrow is no link")

	def test_a_line_is_written_and_stands_below(self):
		jawaban = self.write(menit="45", tautan="https://arsip.example/rekap")
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "catatan_harian"))
		(row,) = self.get_hari().baris
		self.assertEqual(
			(row.uraian, row.indikator, row.volume, row.menit), ("Melayani loket", self.kunci, 12, 45)
		)
		halaman = self.open("petugas", HARIAN)
		self.assertIn("Jumlah pendaftaran yang selesai · 12 pendaftaran · 45 menit", halaman.teks)
		self.assertEqual(halaman.get_nilai("uraian"), "")
		self.assertIn(f'value="indikator:{self.kunci}" selected', halaman.html)

	def test_sent_twice_it_is_written_once(self):
		isian = {"aksi": "simpan", "uraian": "Rapat", "kiriman": "kunci-satu"}
		self.open("petugas", HARIAN, isian)
		self.assertEqual(self.open("petugas", HARIAN, isian).status, 303)
		self.assertEqual(len(self.get_hari().baris), 1)

	def test_all_that_is_wrong_is_said_at_once_and_what_was_typed_stays(self):
		halaman = self.write(uraian=" ", volume="1,075", menit="1,5")
		self.assertEqual(halaman.status, 200)
		for pesan in ("Tulis apa yang dikerjakan.", "dapat berarti 1075", "Menit ditulis tanpa pecahan."):
			self.assertIn(pesan, halaman.get_galat())
		self.assertEqual(halaman.get_nilai("volume"), "1,075")
		self.assertIsNone(self.get_hari())

	def test_what_counts_for_an_indikator_says_how_much(self):
		self.assertIn("Tulis volumenya, 0 bila memang nol", self.write(volume="").get_galat())
		self.assertEqual(self.write(volume="0").status, 303)
		self.assertEqual(self.write(untuk="", volume="").status, 303)
		self.assertEqual(self.write(untuk=f"hasil:{self.skp.hasil_kerja[1].kunci}", volume="").status, 303)

	def test_a_row_of_another_plan_is_refused(self):
		lain = make_skp(self.instansi, "kolega").indikator[0].kunci
		for untuk in (f"indikator:{lain}", "hasil:asing"):
			self.assertIn("hasil kerja itu tidak ada", self.write(untuk=untuk).get_galat())

	def test_a_line_is_changed_and_removed_on_the_version_that_was_seen(self):
		self.write()
		row = self.get_hari().baris[0]
		alamat = f"{HARIAN}?tanggal={RABU}&ubah={row.name}"
		self.assertEqual(self.open("petugas", alamat).get_nilai("uraian"), "Melayani loket")
		self.assertEqual(self.write(alamat, baris=row.name, volume="15").status, 303)
		self.assertEqual(self.get_hari().baris[0].volume, 15)
		basi = self.write(alamat, baris=row.name, volume="16", modified="2025-01-01 00:00:00")
		self.assertIn("sudah berubah", basi.get_galat())
		self.assertEqual(self.send("petugas", HARIAN, f"hapus:{row.name}").pesan, "catatan_harian_dihapus")
		self.assertEqual(self.get_hari().banyak, 0)

	def test_a_line_that_is_gone_is_said_to_be(self):
		self.write()
		self.assertIn("sudah tidak ada", self.write(baris="asing").get_galat())
		self.assertIn("sudah tidak ada", self.send("petugas", HARIAN, "hapus:asing").get_galat())

	def test_a_file_of_evidence_is_the_days_own_and_goes_with_its_line(self):
		self.write(berkas=(BytesIO(PDF), "rekap.pdf"))
		row = self.get_hari().baris[0]
		berkas = frappe.get_doc("File", {"file_url": row.berkas})
		self.assertEqual((berkas.is_private, berkas.attached_to_name), (1, self.get_hari().name))
		self.assertIn(
			"tidak diterima sebagai bukti", self.write(berkas=(BytesIO(b"<x>"), "x.html")).get_galat()
		)
		self.assertEqual(len(self.get_hari().baris), 1)
		self.send("petugas", HARIAN, f"hapus:{row.name}")
		self.assertFalse(frappe.db.exists("File", berkas.name))

	def test_other_days_by_their_address_and_none_that_is_still_to_come(self):
		self.assertIn("Senin, 2 Juni 2025", self.open("petugas", f"{HARIAN}?tanggal={SENIN}").teks)
		for tanggal in ("2025-06-30", "9999-12-31", "0001-01-01", "besok", "2025-02-31", "' or 1=1"):
			with self.subTest(tanggal=tanggal):
				self.assertIn("Rabu, 4 Juni 2025", self.open("petugas", f"{HARIAN}?tanggal={tanggal}").teks)

	def test_outside_of_every_plan_there_is_nothing_to_write_for(self):
		halaman = self.open("petugas", f"{HARIAN}?tanggal=2024-03-04")
		self.assertIn("Tidak ada SKP Anda yang berlaku pada tanggal ini", halaman.teks)
		self.assertFalse(halaman.has_tombol("simpan"))

	def test_an_agency_that_does_without_has_no_such_page(self):
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update(
			{"catatan_harian": "Tidak dipakai"}
		).save()
		self.assertEqual(self.open("petugas", HARIAN).status, 404)
		self.assertNotIn("Tulis catatan hari ini", self.open("petugas", "/kinerja").teks)
		self.assertNotIn("Catatan harian", self.open("penilai", "/kinerja/tim").teks)

	def test_where_it_is_asked_for_the_days_without_a_line_are_named(self):
		self.assertNotIn("belum diisi", self.open("petugas", HARIAN).teks)
		frappe.get_doc("Periode Kinerja", self.instansi.periode).update({"catatan_harian": "Diminta"}).save()
		make_catatan(self.skp, SENIN, {})
		halaman = self.open("petugas", HARIAN)
		self.assertIn("1 hari kerja belum diisi Sel 3", halaman.teks)
		self.assertIn("Sel 3 Belum diisi", halaman.teks)

	def test_kinerja_saya_leads_there(self):
		self.assertIn("Catatan harian Rab 4 Belum ada", self.open("petugas", "/kinerja").teks)
		self.write()
		self.assertIn("Catatan harian Rab 4 Draf", self.open("petugas", "/kinerja").teks)


class TestUlangi(UjiPortalCatatan):
	def setUp(self):
		super().setUp()
		self.kemarin = make_catatan(
			self.skp, SENIN, {"indikator": self.kunci, "volume": 12}, {"uraian": "Apel pagi", "menit": 30}
		)

	def test_the_last_days_lines_are_repeated_with_the_volume_of_today(self):
		halaman = self.open("petugas", HARIAN)
		self.assertIn("Ulangi dari Senin, 2 Juni", halaman.teks)
		row = self.kemarin.baris[0]
		self.assertEqual(halaman.get_nilai(f"volume-{row.name}"), "12")
		self.send("petugas", HARIAN, f"ulangi:{row.name}", **{f"volume-{row.name}": "14"})
		(baru,) = self.get_hari().baris
		self.assertEqual((baru.uraian, baru.indikator, baru.volume), ("Melayani loket", self.kunci, 14))
		self.assertFalse(self.open("petugas", HARIAN).has_tombol(f"ulangi:{row.name}"), "done")

	def test_all_of_them_at_once(self):
		self.assertEqual(self.send("petugas", HARIAN, "ulangi:").pesan, "catatan_harian")
		self.assertEqual([row.uraian for row in self.get_hari().baris], ["Melayani loket", "Apel pagi"])
		self.assertEqual(self.get_hari().menit, 30)

	def test_what_cannot_be_repeated_is_said(self):
		row = self.kemarin.baris[0]
		self.assertIn("tidak dapat diulangi", self.send("petugas", HARIAN, "ulangi:asing").get_galat())
		galat = self.send(
			"petugas", HARIAN, f"ulangi:{row.name}", **{f"volume-{row.name}": "dua"}
		).get_galat()
		self.assertIn("bukan angka", galat)
		self.assertIsNone(self.get_hari())

	def test_nobody_repeats_anothers(self):
		lain = make_catatan(make_skp(self.instansi, "kolega"), SENIN, {"uraian": "Rahasia"})
		self.assertIn(
			"tidak dapat diulangi", self.send("petugas", HARIAN, f"ulangi:{lain.baris[0].name}").get_galat()
		)
		self.assertNotIn("Rahasia", self.open("petugas", HARIAN).html)


class TestKirim(UjiPortalCatatan):
	def test_the_week_is_sent_and_says_so(self):
		make_catatan(self.skp, SENIN, {})
		self.write()
		halaman = self.open("petugas", HARIAN)
		self.assertIn("Belum dikirim kepada Penilai: 2 hari", halaman.teks)
		self.assertEqual(self.send("petugas", HARIAN, "kirim").pesan, "catatan_harian_dikirim")
		self.assertIn("Sudah dikirim (Penilai).", self.open("petugas", HARIAN).teks)
		self.assertFalse(self.open("petugas", HARIAN).has_tombol("kirim"))

	def test_nothing_to_send_is_said(self):
		self.assertIn(
			"Tidak ada catatan yang belum dikirim", self.send("petugas", HARIAN, "kirim").get_galat()
		)


class TestTim(UjiPortalCatatan):
	def test_the_calendar_of_the_week_and_what_waits(self):
		self.submit(SENIN, SELASA)
		make_catatan(self.skp, RABU, {})
		halaman = self.open("penilai", TIM)
		self.assertIn("Petugas Diajukan 1 baris, terlambat Diajukan 1 baris Draf 1 baris", halaman.teks)
		self.assertIn("Catatan harian menunggu: 2 hari", self.open("penilai", "/kinerja/tim").teks)

	def test_ticked_days_are_approved_together(self):
		docs = self.submit(SENIN, SELASA)
		pilihan = {f"pilih-{doc.name}": str(doc.modified) for doc in docs}
		jawaban = self.send("penilai", TIM, "setujui", **pilihan)
		self.assertEqual((jawaban.status, jawaban.pesan), (303, "catatan_harian_disetujui"))
		self.assertEqual({frappe.get_doc(DOCTYPE, doc.name).status for doc in docs}, {"Disetujui"})

	def test_one_that_changed_is_named_and_the_others_are_approved(self):
		senin, selasa = self.submit(SENIN, SELASA)
		pilihan = {f"pilih-{senin.name}": str(senin.modified), f"pilih-{selasa.name}": "2025-01-01 00:00:00"}
		halaman = self.send("penilai", TIM, "setujui", **pilihan)
		self.assertEqual(halaman.status, 200)
		self.assertIn("1 hari disetujui.", halaman.teks)
		self.assertIn("Petugas, Selasa 3 Juni : Dokumen ini sudah berubah", halaman.teks)

	def test_a_persons_week_is_read_in_full_and_a_day_given_back(self):
		(doc,) = self.submit(SENIN)
		alamat = f"{TIM}?tanggal={SENIN}&pegawai={self.skp.pegawai}"
		halaman = self.open("penilai", alamat)
		self.assertIn("Melayani loket", halaman.teks)
		isian = {f"versi-{doc.name}": str(doc.modified), f"alasan-{doc.name}": "Volumenya?"}
		self.assertEqual(
			self.send("penilai", alamat, f"kembalikan:{doc.name}", **isian).pesan, "dikembalikan"
		)
		self.assertIn(
			"Dikembalikan. Alasan: Volumenya?", self.open("petugas", f"{HARIAN}?tanggal={SENIN}").teks
		)
		self.assertIn("Sen 2 Dikembalikan", self.open("petugas", HARIAN).teks)

	def test_his_superior_reads_and_decides_nothing(self):
		(doc,) = self.submit(SENIN)
		alamat = f"{TIM}?tanggal={SENIN}&pegawai={self.skp.pegawai}"
		halaman = self.open("kepala", alamat)
		self.assertIn("Melayani loket", halaman.teks)
		self.assertFalse(halaman.has_tombol(f"kembalikan:{doc.name}"))
		jawaban = self.send("kepala", alamat, "setujui", **{f"pilih-{doc.name}": str(doc.modified)})
		self.assertIn("Tidak menunggu keputusan Anda.", jawaban.teks)

	def test_nobody_else_has_a_page_of_him(self):
		make_skp(self.instansi, "kolega")
		for nama in ("kolega", "tetangga", "petugas"):
			self.assertIn(
				self.open(nama, f"{TIM}?tanggal={SENIN}&pegawai={self.skp.pegawai}").status, (403, 404)
			)
		self.assertEqual(self.open("penilai", f"{TIM}?pegawai=asing").status, 404)
		self.assertEqual(self.open("penilai", f"{TIM}?name=asing").status, 404)

	def test_it_opens_on_the_week_that_waits_longest(self):
		self.submit(SENIN)
		frappe.flags.current_date = date(2025, 6, 25)
		self.assertIn("2 Juni – 8 Juni 2025", self.open("penilai", TIM).teks)

	def test_a_notice_leads_to_the_day(self):
		(doc,) = self.submit(SENIN)
		for nama, tujuan in (("petugas", HARIAN), ("penilai", TIM)):
			jawaban = self.open(nama, f"/kinerja/buka?jenis=Catatan+Harian&name={doc.name}")
			self.assertEqual(jawaban.tujuan, f"{tujuan}?name={doc.name}")
			self.assertIn("Melayani loket", self.open(nama, jawaban.tujuan).teks)


class TestTabel(UjiPortalCatatan):
	def get_salinan(self, halaman) -> str:
		return html.unescape(re.search(r'<textarea[^>]*id="salinan">(.*?)</textarea>', halaman.isi, re.S)[1])

	def test_the_table_to_paste_holds_all(self):
		make_catatan(
			self.skp, SENIN, {"indikator": self.kunci, "volume": 1075, "menit": 30, "uraian": "Loket\nsatu"}
		)
		make_catatan(self.skp, RABU, {"uraian": "Rapat", "tautan": "https://arsip.example/notulen"})
		make_catatan(self.skp, "2025-05-30", {"uraian": "Pekan sebelumnya"})
		halaman = self.open("petugas", f"{TABEL}?tanggal={RABU}")
		kepala, loket, rapat = self.get_salinan(halaman).split("\n")
		self.assertEqual(kepala.split("\t")[0], "Tanggal")
		self.assertEqual(
			loket.split("\t"),
			[
				*("02-06-2025", "Terlayaninya pendaftaran penduduk", "Jumlah pendaftaran yang selesai"),
				*("Loket satu", "1.075", "pendaftaran", "30", ""),
			],
		)
		self.assertEqual(rapat.split("\t")[1:4], ["Tugas langsung", "", "Rapat"])
		self.assertEqual(rapat.split("\t")[-1], "https://arsip.example/notulen")

	def test_a_day_a_week_or_a_month(self):
		for hari in ("2025-05-30", SENIN, RABU):
			make_catatan(self.skp, hari, {"uraian": f"Pada {hari}"})
		for rentang, banyak in (("hari", 1), ("pekan", 2), ("bulan", 2), ("abad", 2)):
			with self.subTest(rentang=rentang):
				halaman = self.open("petugas", f"{TABEL}?tanggal={RABU}&rentang={rentang}")
				self.assertEqual(halaman.isi.count('data-label="Yang dikerjakan"'), banyak)

	def test_everybody_has_his_own_alone(self):
		make_catatan(self.skp, SENIN, {"uraian": "Rahasia"})
		make_skp(self.instansi, "kolega")
		self.assertIn("Belum ada catatan", self.open("kolega", f"{TABEL}?tanggal={RABU}").teks)
