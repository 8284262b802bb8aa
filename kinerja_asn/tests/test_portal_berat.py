"""What a page of the portal weighs: its queries and its bytes, page by page, and what it does not bring along."""

import gzip
import re
from pathlib import Path
from unittest.mock import patch

import frappe
from jinja2.sandbox import SandboxedEnvironment

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.portal.perangkat.aplikasi import MANIFES, PEKERJA
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import (
	make_evaluasi,
	make_kinerja_unit,
	make_perubahan,
	make_realisasi,
	make_rencana_aksi,
	make_skp,
)
from kinerja_asn.tests.test_portal_dasar import UjiPortal
from kinerja_asn.tests.test_portal_tim import VERIFIKATOR, add_verifikator

KILOBITA_HALAMAN, KILOBITA_PERTAMA = 8, 60


def compress(isi: str | bytes) -> int:
	"""Kilobytes as they travel."""
	return len(gzip.compress(isi.encode() if isinstance(isi, str) else isi)) / 1000


class TestBerat(UjiPortal):
	def setUp(self):
		super().setUp()
		matriks = make_skp(self.instansi, "penilai")
		skp = make_skp(self.instansi)
		realisasi = [make_realisasi(skp, masa_ke, 70) for masa_ke in range(1, 13)]
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, skp)
		make_rencana_aksi(skp, *((1, f"Langkah ke-{ke}") for ke in range(20)), status="Menunggu kesepakatan")
		perubahan = make_perubahan(skp)
		frappe.db.set_value("Evaluasi Kinerja", evaluasi.name, {"tahap": "Diserahkan"})
		# Who opens it, the page, and how many queries it may need.
		self.halaman = (
			("petugas", "/kinerja", 26),
			("penilai", "/kinerja", 46),
			("petugas", f"/kinerja/skp?name={skp.name}", 24),
			("petugas", f"/kinerja/realisasi?skp={skp.name}&masa=12", 25),
			("petugas", f"/kinerja/rencana_aksi?name={skp.name}", 15),
			("penilai", f"/kinerja/rencana_aksi?name={skp.name}", 15),
			("petugas", f"/kinerja/evaluasi?name={evaluasi.name}", 14),
			("petugas", f"/kinerja/versi?skp={skp.name}", 15),
			("petugas", f"/kinerja/perubahan?name={perubahan.name}", 40),
			("petugas", f"/kinerja/lembar?skp={skp.name}", 12),
			("petugas", "/kinerja/penugasan", 13),
			("petugas", "/kinerja/penugasan?form=ajukan", 7),
			("petugas", "/kinerja/pohon", 17),
			("penilai", "/kinerja/tim", 30),
			("penilai", "/kinerja/tim/banyak?jenis=realisasi", 12),
			("penilai", "/kinerja/tim/minta_rencana_aksi", 8),
			("penilai", f"/kinerja/pegawai?pegawai={skp.pegawai}", 20),
			("penilai", f"/kinerja/tim/skp?name={skp.name}", 28),
			("penilai", f"/kinerja/tim/realisasi?name={realisasi[-1].name}", 22),
			("penilai", f"/kinerja/tim/evaluasi?name={evaluasi.name}", 21),
			("penilai", f"/kinerja/tim/matriks?name={matriks.name}", 21),
			("pengelola", "/kinerja/lembar", 11),
			("petugas", "/kinerja/bahasa", 6),
			("Guest", "/kinerja/masuk", 8),
			("Guest", "/kinerja/sandi", 5),
			("pengelola", "/kinerja/unit", 14),
			("Guest", "/kinerja/keluar", 4),
			("Guest", "/kinerja/luring", 4),
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
