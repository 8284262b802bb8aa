"""Pages /kinerja and /kinerja/evaluasi: who sees what, the next step, months, chart, evaluation, notices."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import quote

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_indikator,
	make_kinerja_unit,
	make_periode,
	make_realisasi,
	make_skp,
	make_user,
	move,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal

HALAMAN = (
	"/kinerja",
	"/kinerja/skp",
	"/kinerja/realisasi",
	"/kinerja/evaluasi",
	"/kinerja/buka",
	"/kinerja/tim",
)
HALAMAN_TIM = ("/kinerja/tim/skp", "/kinerja/tim/realisasi", "/kinerja/tim/evaluasi")
LUAR = "luar@uji.example"
NAKAL = '<img src=x onerror="alert(1)"> & "kutip"'


class TestSiapaMelihat(UjiPortal):
	def setUp(self):
		super().setUp()
		make_user(LUAR, "Luar")

	def test_guests_are_sent_to_the_sign_in_and_back(self):
		for path in (*HALAMAN, *HALAMAN_TIM):
			with self.subTest(path):
				halaman = self.open("Guest", f"{path}?name=SKP-1")
				self.assertEqual(halaman.status, 302)
				self.assertEqual(
					halaman.tujuan, f"/kinerja/masuk?redirect-to={quote(path, safe='')}%3Fname%3DSKP-1"
				)
				self.assertEqual(self.open("Guest", path, {"aksi": "simpan"}).status, 302)

	def test_a_user_without_a_part_is_told_kindly(self):
		for path in HALAMAN:
			with self.subTest(path):
				halaman = self.open(LUAR, path)
				self.assertEqual(halaman.status, 403)
				self.assertIn("Halaman ini bukan bagian Anda", halaman.teks)

	def test_a_colleague_sees_nothing_of_the_officer(self):
		skp = make_skp(self.instansi, indikator=[make_indikator(indikator="Rahasia petugas")])
		realisasi = make_realisasi(skp, 1, 70)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, skp)
		for path in (
			f"/kinerja?skp={skp.name}",
			f"/kinerja/skp?name={skp.name}",
			f"/kinerja/realisasi?skp={skp.name}&masa=1",
			f"/kinerja/evaluasi?name={evaluasi.name}",
			f"/kinerja/buka?jenis=SKP&name={skp.name}",
			f"/kinerja/buka?jenis=Realisasi+Kinerja&name={realisasi.name}",
		):
			with self.subTest(path):
				halaman = self.open("kolega", path)
				tiada = self.open(
					"kolega",
					path.replace(skp.name, "SKP-0")
					.replace(evaluasi.name, "EK-0")
					.replace(realisasi.name, "RK-0"),
				)
				self.assertEqual(halaman.status, 404)
				self.assertEqual(halaman.teks, tiada.teks, "the answer tells whether it exists")
		self.assertNotIn("Rahasia petugas", self.open("kolega", "/kinerja").teks)

	def test_the_officer_sees_his_evaluation_only_when_handed_over(self):
		skp = make_skp(self.instansi)
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, skp)
		self.assertEqual(self.open("petugas", f"/kinerja/evaluasi?name={evaluasi.name}").status, 404)
		self.assertNotIn("Hasil evaluasi saya", self.open("petugas", "/kinerja").teks)

	def test_html_is_shown_as_text_everywhere(self):
		skp = make_skp(self.instansi)
		realisasi = make_realisasi(skp, 1, 70)
		evaluasi = make_evaluasi(self.instansi, skp)
		inject(skp, "catatan_pengembalian", "nama_penilai", "nama_pegawai", "jabatan_pegawai", "unit_kerja")
		inject(realisasi, "kendala", "tindak_lanjut", "nama_pegawai", "masa")
		inject(
			evaluasi,
			"catatan",
			"alasan_usulan",
			"alasan_rating_hasil",
			"nama_penilai",
			"umpan_balik_umum",
			"masa",
			tahap="Diserahkan",
			predikat_kinerja="Baik",
		)
		for nama, path in (
			("petugas", "/kinerja"),
			("petugas", f"/kinerja/skp?name={skp.name}"),
			("petugas", f"/kinerja/realisasi?skp={skp.name}&masa=1"),
			("petugas", f"/kinerja/evaluasi?name={evaluasi.name}"),
			("penilai", f"/kinerja/tim?cari={NAKAL}"),
			("penilai", "/kinerja/tim"),
			("penilai", f"/kinerja/tim/skp?name={skp.name}"),
			("penilai", f"/kinerja/tim/realisasi?name={realisasi.name}"),
			("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}"),
		):
			with self.subTest(path):
				halaman = self.open(nama, path)
				self.assertEqual(halaman.status, 200)
				self.assertNotIn("<img", halaman.isi)
				self.assertIn(NAKAL.replace("  ", " "), halaman.teks.replace("  ", " "))

	def test_every_template_of_the_portal_escapes(self):
		akar = Path(frappe.get_app_path("kinerja_asn"))
		for berkas in (*akar.glob("www/kinerja/**/*.html"), *akar.glob("templates/kinerja/*.html")):
			sumber = berkas.read_text()
			for bagian in re.findall(r"\{% (?:block isi|block utama|macro [^%]*) ?%\}(.{30})", sumber, re.S):
				self.assertTrue(
					bagian.startswith(("{% autoescape true %}", "{% endblock %}")), f"{berkas}: {bagian}"
				)


class TestKinerjaSaya(UjiPortal):
	def test_next_step_through_the_year(self):
		frappe.flags.current_date = date(2025, 1, 6)
		self.assertIn("Mulai menyusun SKP", self.open("petugas", "/kinerja").teks)
		skp = make_skp(self.instansi, tahap=Tahap.DRAF)
		self.assertIn("SKP Anda belum diajukan", self.open("petugas", "/kinerja").teks)
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		self.assertIn("Menunggu Penilai (Pejabat Penilai Kinerja).", self.open("petugas", "/kinerja").teks)
		move(skp, skp.penilai_user, Tahap.DITETAPKAN)
		self.assertIn("Tidak ada yang perlu dikerjakan sekarang", self.open("petugas", "/kinerja").teks)
		frappe.flags.current_date = date(2025, 2, 3)
		self.assertIn(
			"Isi realisasi Januari 2025 Laporkan paling lambat", self.open("petugas", "/kinerja").teks
		)
		frappe.flags.current_date = date(2025, 2, 20)
		self.assertIn("statusnya akan tercatat terlambat", self.open("petugas", "/kinerja").teks)

	def test_planning_the_next_year_hides_nothing_of_this_one(self):
		lama = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 12, 20)
		baru = make_skp(self.instansi, tahap=Tahap.DRAF, periode=make_periode(self.instansi.name, 2026).name)
		halaman = self.open("petugas", f"/kinerja?skp={baru.name}")
		self.assertIn("Masih menunggu Anda di periode lain: 2025: Isi realisasi Januari 2025", halaman.teks)
		self.assertIn(f"/kinerja?skp={lama.name}", halaman.isi)
		utama = self.open("petugas", "/kinerja").teks
		self.assertIn("SKP 2025", utama)
		self.assertIn("di periode lain: 2026: SKP Anda belum diajukan", utama)

	def test_nobody_reads_that_nothing_is_to_be_done_above_what_waits(self):
		skp = make_skp(self.instansi)
		frappe.flags.current_date = date(2025, 1, 20)
		self.assertIn("Tidak ada yang perlu dikerjakan sekarang", self.open("petugas", "/kinerja").teks)
		make_skp(self.instansi, tahap=Tahap.DRAF, periode=make_periode(self.instansi.name, 2026).name)
		teks = self.open("petugas", f"/kinerja?skp={skp.name}").teks
		self.assertNotIn("Tidak ada yang perlu dikerjakan", teks)
		self.assertNotIn("semua laporan Anda sudah lengkap", teks)
		self.assertIn(
			"Yang menunggu Anda ada di periode lain Untuk 2025 tidak ada yang perlu dikerjakan", teks
		)

	def test_april_says_what_is_missing_in_words_table_and_chart(self):
		skp = make_skp(self.instansi)
		for bulan in range(1, 5):
			make_realisasi(skp, bulan, 70)
		halaman = self.open("petugas", "/kinerja")
		self.assertIn("Tertinggal, kurang 53,33 dari 333,33", halaman.teks)
		self.assertIn("April 2025 70 280 333,33 Tertinggal, kurang 53,33 dari 333,33", halaman.teks)
		self.assertEqual(halaman.isi.count("<circle"), 4)
		self.assertIn('role="img" aria-label="Grafik Jumlah pendaftaran', halaman.isi)

	def test_status_of_a_month_in_words(self):
		skp = make_skp(self.instansi)
		make_realisasi(skp, 1, 70)
		make_realisasi(skp, 2, 70, Tahap.DIAJUKAN)
		make_realisasi(skp, 3, 70, Tahap.DRAF)
		dikembalikan = make_realisasi(skp, 4, 70, Tahap.DIAJUKAN)
		dikembalikan.db_set("catatan_pengembalian", "Lampirkan rekap", update_modified=False)
		move(dikembalikan, skp.penilai_user, Tahap.DIKEMBALIKAN)
		teks = self.open("petugas", "/kinerja").teks
		for kalimat in (
			"Januari 2025 Diverifikasi Terlambat",
			"Februari 2025 Diajukan",
			"Maret 2025 Draf",
			"April 2025 Dikembalikan",
			"Alasan pengembalian: Lampirkan rekap",
			"Mei 2025 Belum diisi Terlambat",
			"Realisasi April 2025 dikembalikan Lampirkan rekap",
		):
			self.assertIn(kalimat, teks)

	def test_evaluation_is_received_once(self):
		skp = make_skp(self.instansi)
		evaluasi = hand_over(self.instansi, skp)
		halaman = self.open("petugas", "/kinerja")
		self.assertIn("Predikat Kinerja Pegawai: Baik", halaman.teks)
		self.assertIn("format=Hasil+Evaluasi+C.1.3", halaman.isi)
		isian = {"aksi": "terima", "name": evaluasi.name, "modified": str(evaluasi.modified)}
		for _kali in range(2):
			self.assertEqual(self.open("petugas", "/kinerja", isian).pesan, "diterima")
		self.assertEqual(evaluasi.reload().tahap, Tahap.DITUTUP)
		self.assertFalse(self.open("petugas", f"/kinerja/evaluasi?name={evaluasi.name}").has_tombol("terima"))

	def test_only_own_notices_are_listed_and_marked(self):
		skp = make_skp(self.instansi)
		milik = notify(skp.pegawai_user, "SKP <b>ditetapkan</b>", skp)
		lain = notify(skp.penilai_user, "Bukan untuk petugas", skp)
		teks = self.open("petugas", "/kinerja").teks
		self.assertIn("SKP ditetapkan", teks)
		self.assertNotIn("Bukan untuk petugas", teks)
		self.assertEqual(self.open("petugas", "/kinerja", {"aksi": "dibaca"}).pesan, "dibaca")
		self.assertEqual(
			[frappe.db.get_value("Notification Log", kabar, "read") for kabar in (milik, lain)], [1, 0]
		)

	def test_a_notice_leads_to_where_its_reader_acts(self):
		skp = make_skp(self.instansi)
		realisasi = make_realisasi(skp, 3, 70)
		for nama, doc, tujuan in (
			("petugas", skp, f"/kinerja/skp?name={skp.name}"),
			("penilai", skp, f"/kinerja/tim/skp?name={skp.name}"),
			("petugas", realisasi, f"/kinerja/realisasi?skp={skp.name}&masa=3"),
			("penilai", realisasi, f"/kinerja/tim/realisasi?name={realisasi.name}"),
		):
			alamat = f"/kinerja/buka?jenis={doc.doctype.replace(' ', '+')}&name={doc.name}"
			self.assertEqual(self.open(nama, alamat).tujuan, tujuan)

	def test_an_unknown_action_changes_nothing(self):
		self.assertIn("tidak dikenal", self.open("petugas", "/kinerja", {"aksi": "hapus"}).get_galat())


def inject(doc, *kolom: str, **lain) -> None:
	"""As if it had come in by another door: straight to the row, no sanitizing."""
	frappe.db.set_value(doc.doctype, doc.name, {**dict.fromkeys(kolom, NAKAL), **lain}, update_modified=False)


def hand_over(instansi, skp):
	make_kinerja_unit(instansi)
	evaluasi = make_evaluasi(instansi, skp)
	with as_user(skp.penilai_user):
		evaluasi.update(
			{
				"rating_hasil_kerja": "Sesuai Ekspektasi",
				"rating_perilaku": "Sesuai Ekspektasi",
				"alasan_rating_hasil": "Dinilai langsung",
			}
		)
		evaluasi.save()
	move(evaluasi, skp.penilai_user, Tahap.DITETAPKAN)
	return move(evaluasi, skp.penilai_user, Tahap.DISERAHKAN)


def notify(user: str, subjek: str, doc) -> str:
	return (
		frappe.get_doc(
			doctype="Notification Log",
			subject=subjek,
			for_user=user,
			document_type=doc.doctype,
			document_name=doc.name,
			type="Alert",
		)
		.insert()
		.name
	)
