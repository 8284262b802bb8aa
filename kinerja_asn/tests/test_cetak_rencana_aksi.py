"""Forms B.1.1 and B.1.2 (p. 67-68) as HTML: the law's own labels in order, steps beside what they led to, text escaped."""

from datetime import date

import frappe

from kinerja_asn.cetak.rencana_aksi import get_cetak_pendokumentasian, get_cetak_rencana_aksi
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.factories import (
	as_user,
	make_catatan,
	make_hasil_kerja,
	make_indikator,
	make_langkah,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
)
from kinerja_asn.tests.test_cetak import DITOLAK, JAHAT, UjiCetak

B11, B12 = "Rencana Aksi B.1.1", "Pendokumentasian Kinerja B.1.2"
KEPALA = (
	"DINAS UJI KINERJA",
	"PERIODE PENILAIAN: ",
	*("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"),
	*("NAMA", "Petugas", "Penilai", "NIP", "PANGKAT/ GOL. RUANG", "JABATAN", "UNIT KERJA"),
	"HASIL KERJA",
)


class UjiCetakRencanaAksi(UjiCetak):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 5)
		self.skp = make_skp(
			self.instansi,
			hasil_kerja=[make_hasil_kerja("Arsip tertata", "Tambahan"), make_hasil_kerja("Pengaduan tuntas")],
			indikator=[
				make_indikator(indikator="Arsip terpindai", satuan="berkas"),
				make_indikator(hasil_kerja_ke=2, indikator="Jumlah pengaduan"),
				make_indikator(
					hasil_kerja_ke=2,
					indikator="Cara baru",
					arah="Naratif",
					target_naratif="Dipakai",
					satuan=None,
				),
			],
		)

	def make(self, status: str = "Disepakati"):
		return make_rencana_aksi(
			self.skp,
			(2, "Menyusun jawaban baku", "Januari", "April"),
			(2, "Mengujinya", "Mei", "Mei"),
			(1, "Memilah arsip", "Juni", "Desember"),
			status=status,
		)


class TestB11(UjiCetakRencanaAksi):
	def test_the_sections_of_page_67_in_order(self):
		doc = self.make()
		doc.db_set({"diajukan_pada": "2025-05-06 16:30:00", "disepakati_pada": "2025-05-07 09:05:00"})
		html = self.get_html(doc, B11)
		self.assert_urut(
			html,
			"RENCANA AKSI",
			*KEPALA[:2],
			"1 JANUARI SD 31 DESEMBER TAHUN 2025",
			*KEPALA[2:],
			*("1</td>", "Pengaduan tuntas", "Rencana Aksi:"),
			*("1. Menyusun jawaban baku (Januari – April)", "2. Mengujinya (Mei)"),
			*("2</td>", "Arsip tertata", "Rencana Aksi:", "1. Memilah arsip (Juni – Desember)"),
			*("7 Mei 2025", "Pegawai yang Dinilai", "Petugas"),
			"Ditandatangani secara elektronik oleh Petugas pada 6 Mei 2025 pukul 16.30",
			"Disepakati dengan Penilai pada 7 Mei 2025.",
			f"Dokumen Rencana Aksi {self.skp.name} (Petugas)",
			get_cetak_rencana_aksi(doc).pengesahan.sidik,
		)
		self.assertNotIn("RANCANGAN", html)
		self.assertEqual(html.count("Pejabat Penilai Kinerja"), 0, "the employee alone signs")

	def test_until_it_is_agreed_on_and_once_it_was_changed_it_is_a_draft(self):
		doc = self.make("Menunggu kesepakatan")
		html = self.get_html(doc, B11)
		self.assertIn("dokumen ini belum disepakati", html)
		self.assertNotIn("Disepakati dengan", html)
		doc = frappe.get_doc(doc.doctype, doc.name)
		with as_user(doc.penilai_user):
			doc.flags.sudah_dibaca = True
			doc.update({"status": "Disepakati"}).save()
		self.assertNotIn("RANCANGAN", self.get_html(doc, B11))
		with as_user(doc.pegawai_user):
			doc.append("baris", make_langkah(self.skp, 1, "Memindai"))
			doc.save()
		html = self.get_html(doc, B11)
		self.assertIn("RANCANGAN", html)
		self.assertNotIn("SHA-256", html)

	def test_a_hasil_kerja_without_steps_has_its_row(self):
		html = self.get_html(make_rencana_aksi(self.skp, (2, "Menyusun")), B11)
		self.assert_urut(html, "Pengaduan tuntas", "1. Menyusun", "Arsip tertata", "Rencana Aksi:<br>-")

	def test_text_is_escaped(self):
		doc = self.make()
		frappe.db.set_value("Rencana Aksi Langkah", doc.baris[0].name, "langkah", JAHAT)
		html = self.get_html(doc, B11)
		self.assertNotIn("<script>alert", html)
		self.assertIn("&lt;script&gt;alert", html)

	def test_who_may_print_it(self):
		doc = self.make()
		for nama in ("petugas", "penilai", "kepala", "pengelola", "auditor"):
			with as_user(self.instansi.user[nama]):
				self.assertIn("Menyusun jawaban baku", self.get_html(doc, B11))
		for nama in ("kolega", "tetangga"):
			with as_user(self.instansi.user[nama]), self.assertRaises(DITOLAK) as ditolak:
				self.get_html(doc, B11)
			self.assertNotIn("Menyusun", str(ditolak.exception))


class TestSumber(UjiCetakRencanaAksi):
	def make_laporan(self, angka: int):
		kunci = self.skp.indikator[1].kunci
		make_catatan(self.skp, "2025-05-02", {"indikator": kunci, "volume": 42})
		return make_realisasi(self.skp, 5, {kunci: angka})

	def test_where_a_figure_comes_from_stands_beside_it(self):
		html = self.get_html(self.make_laporan(42), B12)
		self.assert_urut(html, "Jumlah pengaduan", "42 pendaftaran, menurut catatan harian")

	def test_what_was_printed_before_there_were_sources_keeps_its_mark(self):
		for hasil in get_cetak_pendokumentasian(self.make_laporan(41)).hasil_kerja:
			for baris in hasil["realisasi"]:
				self.assertEqual([*baris], ["indikator", "nilai", "keterangan", "bukti"])


class TestB12(UjiCetakRencanaAksi):
	def make_laporan(self, tahap: Tahap = Tahap.DITETAPKAN, **fields):
		jumlah, narasi = (row.kunci for row in self.skp.indikator[1:])
		baris = {jumlah: 70}
		doc = make_realisasi(self.skp, 5, baris, Tahap.DRAF, **fields)
		with as_user(self.skp.pegawai_user):
			for row in doc.baris:
				if row.indikator == narasi:
					row.realisasi_naratif = "Dipakai di dua loket"
			doc.append(
				"bukti",
				{"uraian": "Rekap tiket", "tautan": "https://arsip.example/tiket", "indikator": jumlah},
			)
			doc.save()
		return doc

	def test_steps_of_the_month_beside_realisasi_and_evidence(self):
		self.make()
		doc = self.make_laporan()
		html = self.get_html(doc, B12)
		self.assert_urut(
			html,
			"dokumen ini belum diverifikasi",
			"PENDOKUMENTASIAN KINERJA",
			*KEPALA[:2],
			"1 MEI SD 31 MEI TAHUN 2025",
			*KEPALA[2:],
			*("1</td>", "Pengaduan tuntas", "Rencana Aksi:", "2. Mengujinya (Mei)"),
			*("Realisasi dan Bukti Dukung:", "1. Jumlah pengaduan: 70 pendaftaran"),
			"Bukti dukung: Rekap tiket (https://arsip.example/tiket)",
			"2. Cara baru: Dipakai di dua loket",
			*(
				"2</td>",
				"Arsip tertata",
				"Rencana Aksi:<br>-",
				"Realisasi dan Bukti Dukung:",
				"1. Arsip terpindai: -",
			),
			*("Bukti dukung untuk semua hasil kerja:", "1. Laporan (https://arsip.example/laporan)"),
			*("Pegawai yang Dinilai", "Petugas"),
		)
		self.assertNotIn("Menyusun jawaban baku", html, "over by then")

	def test_the_mark_vouches_for_the_report_whatever_becomes_of_its_steps(self):
		doc = make_realisasi(self.skp, 4, 70)
		sidik = get_cetak_pendokumentasian(doc).pengesahan.sidik
		self.assertRegex(sidik, r"^[0-9a-f]{16}$")
		self.make()
		html = self.get_html(doc, B12)
		self.assertIn("1. Menyusun jawaban baku", html)
		self.assertIn(sidik, html)
		self.assertNotIn("RANCANGAN", html)

	def test_it_reads_the_version_that_the_report_is_about(self):
		doc = make_realisasi(self.skp, 4, 70)
		frappe.db.set_value("SKP", self.skp.name, {"versi": 2, "berlaku_mulai": "2025-06-01"})
		frappe.get_doc(
			doctype="Versi SKP",
			name=f"V{self.skp.name}-01",
			skp=self.skp.name,
			nomor=1,
			berlaku_mulai="2025-01-01",
			pegawai=self.skp.pegawai,
			isi=frappe.as_json(
				{
					"hasil_kerja": [
						{"kunci": "lama", "idx": 1, "jenis": "Utama", "rencana_hasil_kerja": "Yang dulu"}
					],
					"indikator": [],
					"perilaku": [],
					"lampiran": [],
				}
			),
		).db_insert()
		html = self.get_html(doc, B12)
		self.assertIn("Yang dulu", html)
		self.assertNotIn("Pengaduan tuntas", html)

	def test_whoever_reads_the_report_prints_it_and_nobody_else(self):
		self.make()
		doc = make_realisasi(self.skp, 4, 70)
		for nama in ("petugas", "penilai", "kepala", "pengelola_unit", "auditor"):
			with as_user(self.instansi.user[nama]):
				self.assertIn("Menyusun jawaban baku", self.get_html(doc, B12))
		for nama in ("kolega", "tetangga"):
			with as_user(self.instansi.user[nama]), self.assertRaises(DITOLAK) as ditolak:
				self.get_html(doc, B12)
			self.assertNotIn("Menyusun", str(ditolak.exception))

	def test_text_is_escaped(self):
		doc = make_realisasi(self.skp, 4, 70)
		frappe.db.set_value("Bukti Dukung", doc.bukti[0].name, "uraian", JAHAT)
		frappe.db.set_value("Realisasi Indikator", doc.baris[0].name, "keterangan", JAHAT)
		html = self.get_html(doc, B12)
		self.assertNotIn("<script>alert", html)
		self.assertEqual(html.count("&lt;script&gt;alert"), 2)
