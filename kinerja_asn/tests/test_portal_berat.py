"""What a page of the portal weighs: its queries and its bytes, page by page, and what it does not bring along."""

import gzip
import re
from datetime import date
from pathlib import Path
from unittest.mock import patch

import frappe
from jinja2.sandbox import SandboxedEnvironment

from kinerja_asn.constants.istilah import JenisEvaluasi, Tahap
from kinerja_asn.portal.dasar.perender import BERTOKEN
from kinerja_asn.portal.perangkat.aplikasi import MANIFES, PEKERJA
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import take_over
from kinerja_asn.services.pelaksanaan.pembinaan.tanggapan import hand_over
from kinerja_asn.services.penilaian.dokumen.penerbitan import issue
from kinerja_asn.services.penilaian.sebaran.cakupan import build_cakupan
from kinerja_asn.services.penilaian.sebaran.rapat import open_rapat
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	as_user,
	make_bimbingan,
	make_catatan,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_keberatan,
	make_kinerja_unit,
	make_konseling,
	make_laporan_masalah,
	make_permintaan,
	make_perubahan,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
	make_umpan_balik,
	set_pejabat,
)
from kinerja_asn.tests.masyarakat import make_jawaban, make_layanan
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_tim import VERIFIKATOR, add_verifikator

KILOBITA_HALAMAN, KILOBITA_PERTAMA = 8, 60
DUA_HASIL = {
	"hasil_kerja": [make_hasil_kerja("Arsip tertata"), make_hasil_kerja("Pengaduan tuntas")],
	"indikator": [make_indikator(), make_indikator(hasil_kerja_ke=2, indikator="Lama penyelesaian")],
}


def compress(isi: str | bytes) -> int:
	"""Kilobytes as they travel."""
	return len(gzip.compress(isi.encode() if isinstance(isi, str) else isi)) / 1000


class TestBerat(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "umpan_balik_tanpa_diminta", 1)
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		matriks = make_skp(self.instansi, "penilai")
		skp = make_skp(self.instansi)
		realisasi = [make_realisasi(skp, masa_ke, 70) for masa_ke in range(1, 13)]
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, skp)
		permintaan, diminta = make_permintaan(skp)
		make_rencana_aksi(skp, *((1, f"Langkah ke-{ke}") for ke in range(20)), status="Menunggu kesepakatan")
		for hari in range(1, 31):
			isi = {"indikator": skp.indikator[0].kunci, "volume": hari}
			make_catatan(skp, f"2025-06-{hari:02d}", isi, {"uraian": "Rapat"})
		perubahan = make_perubahan(skp)
		layanan = make_layanan(self.instansi, tindakan=[{"tanggal": "2026-01-01", "uraian": "Loket kedua"}])
		make_jawaban(layanan, *[4] * 10, hari="2026-01-02", tunggu=20, komentar="Ramah")
		bimbingan = make_bimbingan(skp)
		with as_user(skp.pegawai_user):
			hand_over(bimbingan.name, dict.fromkeys(range(1, 10), ("Ya", "")))
		set_pejabat(self.instansi, "kepala")
		laporan = make_laporan_masalah(skp)
		konseling = make_konseling(laporan, self.instansi.pegawai["auditor"])
		kolega = make_skp(self.instansi, "kolega", **DUA_HASIL)
		make_umpan_balik(kolega)
		make_bimbingan(kolega)
		with as_user(skp.penilai_user):
			isi = dict.fromkeys(("rating_hasil_kerja", "rating_perilaku"), "Sesuai Ekspektasi")
			frappe.db.set_value(
				evaluasi.doctype,
				evaluasi.name,
				{
					**isi,
					"predikat_kinerja": "Baik",
					"ditetapkan_pada": "2026-01-10",
					"ditetapkan_oleh": skp.penilai_user,
				},
			)
			issue(evaluasi.reload())
		dokumen = frappe.get_doc("Dokumen Evaluasi Kinerja", {"evaluasi": evaluasi.name})
		keberatan = make_keberatan(dokumen)
		frappe.flags.current_date = date(2025, 12, 15)  # while that year runs
		with as_user(skp.penilai_user):
			ambil_alih = take_over(kolega, kolega.hasil_kerja[0].kunci, "Tidak selesai.")
		frappe.flags.current_date = None
		frappe.db.set_value("Evaluasi Kinerja", evaluasi.name, {"tahap": "Diserahkan"})
		with as_user(skp.penilai_user):
			rapat = open_rapat(build_cakupan(self.instansi.periode, JenisEvaluasi.TAHUNAN, 0))
		# Who opens it, the page, and how many queries it may need.
		self.halaman = (
			("petugas", "/kinerja", 28),
			("penilai", "/kinerja", 46),
			("petugas", f"/kinerja/skp?name={skp.name}", 24),
			("petugas", f"/kinerja/realisasi?skp={skp.name}&masa=12", 25),
			("petugas", f"/kinerja/rencana_aksi?name={skp.name}", 15),
			("penilai", f"/kinerja/rencana_aksi?name={skp.name}", 15),
			("petugas", "/kinerja/harian?tanggal=2025-06-11", 24),
			("petugas", "/kinerja/harian_tabel?tanggal=2025-06-11&rentang=bulan", 9),
			("penilai", "/kinerja/tim/harian?tanggal=2025-06-11", 18),
			("petugas", "/kinerja/umpan_balik", 16),
			("petugas", f"/kinerja/umpan_balik/minta?skp={skp.name}", 35),
			("penilai", f"/kinerja/umpan_balik/minta?skp={skp.name}&jenis=360", 35),
			("kolega", f"/kinerja/umpan_balik/jawab?name={diminta}", 14),
			("petugas", f"/kinerja/umpan_balik/hasil?name={permintaan}", 14),
			("kolega", f"/kinerja/umpan_balik/beri?pegawai={skp.pegawai}", 30),
			("petugas", f"/kinerja/evaluasi?name={evaluasi.name}", 15),
			("petugas", f"/kinerja/penilaian_diri?skp={skp.name}&jenis=Tahunan&masa=0", 18),
			("petugas", f"/kinerja/dokumen?name={dokumen.name}", 25),
			("penilai", "/kinerja/dokumen", 12),
			("petugas", f"/kinerja/keberatan?name={keberatan.name}", 25),
			("kepala", f"/kinerja/keberatan?name={keberatan.name}", 25),
			("Guest", f"/keaslian/{dokumen.token}", 10),
			("penilai", f"/kinerja/pembinaan?skp={skp.name}", 20),
			("petugas", f"/kinerja/pembinaan/bimbingan?name={bimbingan.name}", 12),
			("kepala", f"/kinerja/pembinaan/tanggapan?name={bimbingan.name}", 14),
			("kepala", f"/kinerja/pembinaan/laporan?name={laporan.name}", 16),
			("auditor", f"/kinerja/pembinaan/konseling?name={konseling.name}", 14),
			("kolega", f"/kinerja/pembinaan/ambil_alih?name={ambil_alih.name}", 10),
			("petugas", f"/kinerja/versi?skp={skp.name}", 15),
			("petugas", f"/kinerja/perubahan?name={perubahan.name}", 40),
			("petugas", f"/kinerja/lembar?skp={skp.name}", 12),
			("petugas", "/kinerja/penugasan", 13),
			("petugas", "/kinerja/penugasan?form=ajukan", 7),
			("petugas", "/kinerja/pohon", 17),
			("penilai", "/kinerja/tim", 32),
			("penilai", "/kinerja/pantau", 24),
			("petugas", f"/kinerja/tindakan?skp={skp.name}", 16),
			("penilai", "/kinerja/tim/banyak?jenis=realisasi", 12),
			("penilai", "/kinerja/tim/minta_rencana_aksi", 8),
			("penilai", f"/kinerja/pegawai?pegawai={skp.pegawai}", 20),
			("penilai", f"/kinerja/tim/skp?name={skp.name}", 28),
			("penilai", f"/kinerja/tim/realisasi?name={realisasi[-1].name}", 22),
			("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}", 31),
			("penilai", f"/kinerja/tim/matriks?name={matriks.name}", 21),
			("penilai", "/kinerja/sebaran?masa=Tahunan-0", 24),
			("penilai", f"/kinerja/sebaran/rapat?name={rapat}", 20),
			("pengelola", "/kinerja/lembar", 11),
			("petugas", "/kinerja/bahasa", 6),
			("Guest", "/kinerja/masuk", 8),
			("Guest", "/kinerja/sandi", 5),
			("pengelola", "/kinerja/unit", 30),
			("kepala", "/kinerja/unit", 30),
			("Guest", "/kinerja/keluar", 4),
			("Guest", "/kinerja/luring", 4),
			("petugas", f"/kinerja/layanan?name={layanan.name}", 14),
			("Guest", f"/layanan/{layanan.token}", 6),
		)

	def test_every_page_needs_few_queries_and_bytes_and_compiles_nothing(self):
		for nama, path, batas in self.halaman:
			with self.subTest(path):
				self.assertEqual(self.open(nama, path).status, 200)  # warms the caches
				with watch_query() as query, patch.object(SandboxedEnvironment, "compile") as kompilasi:
					halaman = self.open(nama, path)
				self.assertLessEqual(query.call_count, batas)
				kompilasi.assert_not_called()
				self.assertLess(compress(halaman.html), KILOBITA_HALAMAN)

	def test_the_readers_own_data_are_read_once(self):
		for nama, path, _batas in (baris for baris in self.halaman if baris[0] != "Guest"):
			self.open(nama, path)
			frappe.local.request_cache.clear()
			with self.subTest(path), watch_query() as query:
				self.open(nama, path)
				kueri = [str(panggilan.args[0]) for panggilan in query.call_args_list]
				milik = [
					teks
					for teks in kueri
					if re.search(r"tabEmployee.{1,30}user_id\W*=|tabHas Role", teks, re.S)
				]
				self.assertEqual(len(milik), len(set(milik)), "asked twice")

	def test_every_page_was_counted(self):
		ada = {re.split(r"[?]", path)[0].strip("/") for _nama, path, _batas in self.halaman}
		ada = {path.partition("/")[0] if path.partition("/")[0] in BERTOKEN else path for path in ada}
		www = Path(frappe.get_app_path("kinerja_asn", "www"))
		semua = {
			re.sub(r"/index$", "", str(berkas.relative_to(www).with_suffix("")))
			for berkas in www.rglob("*.html")
		}
		self.assertEqual(
			ada, semua - {"kinerja/buka", "kinerja/periksa"}, "buka only leads on, periksa is TestPemeriksa's"
		)

	def test_a_first_visit_brings_a_page_and_our_own_files_alone(self):
		for nama, path, _batas in self.halaman:
			with self.subTest(path):
				html = self.open(nama, path).html
				alamat = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', html)
				asing = {aset for aset in alamat if not aset.startswith("/assets/kinerja_asn/")}
				# The site's own mark is whatever it has chosen, ERPNext's by default.
				ikon = re.findall(r'<link rel="icon" href="([^"]+)"', html)
				self.assertLessEqual(asing, {f"/{MANIFES}", *ikon})
				self.assertNotIn("frappe.boot", html)
				self.assertNotRegex(html, r"<script(?![^>]*src=)|<symbol|\son[a-z]+=")
				self.assertLess(
					compress(html) + sum(map(self.weigh, set(alamat) - asing)) + self.weigh_aplikasi(),
					KILOBITA_PERTAMA,
				)

	def weigh_aplikasi(self) -> float:
		"""What the worker brings besides: itself, the manifest with its icon, the page for when there is no line."""
		jawaban = [self.open("Guest", f"/{path}").html for path in (MANIFES, PEKERJA, "kinerja/luring")]
		return sum(map(compress, jawaban)) + self.weigh("/assets/kinerja_asn/images/ikon.svg")

	def weigh(self, alamat: str) -> float:
		berkas = alamat.partition("?")[0].removeprefix("/assets/kinerja_asn/")
		return compress(Path(frappe.get_app_path("kinerja_asn", "public", *berkas.split("/"))).read_bytes())


class TestBeratPemeriksa(UjiPortal):
	def test_a_verifiers_pages_are_as_light(self):
		add_verifikator()
		frappe.get_doc("User", self.instansi.user["auditor"]).add_roles(VERIFIKATOR)
		skp = make_skp(self.instansi, tahap=Tahap.DIAJUKAN)
		for path, batas in (("/kinerja/periksa", 25), (f"/kinerja/periksa?jenis=SKP&name={skp.name}", 25)):
			self.assertEqual(self.open("auditor", path).status, 200)
			with watch_query() as query:
				halaman = self.open("auditor", path)
			self.assertLessEqual(query.call_count, batas, path)
			self.assertLessEqual(compress(halaman.html), KILOBITA_HALAMAN, path)
