"""The page that a citizen opens from a poster: anybody, on any phone, and nobody twice."""

import re
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.translate import get_translations_from_csv

from kinerja_asn.constants.bahasa import BAHASA_DAERAH
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.masyarakat import PENILAIAN, JenisMasukan
from kinerja_asn.portal.pelaksanaan.masyarakat import formulir as portal_layanan
from kinerja_asn.services.bersama.penolakan import get_pesan_bersamaan
from kinerja_asn.services.pelaksanaan.masyarakat import batas
from kinerja_asn.services.pelaksanaan.masyarakat.formulir import TERLAMA
from kinerja_asn.tests.basis import watch_query
from kinerja_asn.tests.factories import make_indikator, make_skp
from kinerja_asn.tests.masyarakat import ALAMAT, PUAS, get_jawaban, make_jawaban, make_layanan
from kinerja_asn.tests.test_portal_dasar import Halaman, UjiPortal
from kinerja_asn.tests.test_portal_skp import ISIAN

JAM = "kinerja_asn.services.pelaksanaan.masyarakat.formulir._get_detik"
# Where the sentences stand that a citizen may read.
SUMBER = (
	"www/layanan.html",
	"www/layanan.py",
	"portal/pelaksanaan/masyarakat/formulir.py",
	"services/pelaksanaan/masyarakat/jawaban.py",
)
DIBUKA = 1_800_000_000


class UjiLayanan(UjiPortal):
	def setUp(self):
		super().setUp()
		frappe.local.request_ip = "203.0.113.7"
		self.layanan = make_layanan(self.instansi)
		self.alamat = ALAMAT + self.layanan.token

	def read_formulir(self, alamat: str | None = None) -> str:
		"""The signed field of a form, opened just now."""
		with patch(JAM, return_value=DIBUKA):
			return self.open("Guest", alamat or self.alamat).get_nilai("formulir")

	def send_isian(
		self, formulir: str | None = None, sesudah: int = 30, alamat: str | None = None, **isian
	) -> Halaman:
		data = {
			"aksi": "kirim",
			"formulir": self.read_formulir() if formulir is None else formulir,
			"nilai": "4",
			**isian,
		}
		with patch(JAM, return_value=DIBUKA + sesudah):
			return self.open("Guest", alamat or self.alamat, data)

	def count(self) -> int:
		return len(get_jawaban(self.layanan))

	def get_galat(self, halaman: Halaman) -> str:
		kotak = re.search(r'<div class="ka-pesan ka-bahaya" role="alert".*?</div>', halaman.isi, re.S)
		return re.sub(r"<[^>]+>", " ", kotak[0]) if kotak else ""


class TestFormulir(UjiLayanan):
	def test_an_answer_is_stored_with_its_day_and_nothing_of_its_giver(self):
		halaman = self.send_isian(nilai="2", waktu_tunggu="45", jenis="Keluhan", komentar="Loket hanya satu")
		self.assertEqual(halaman.status, 303)
		self.assertTrue(halaman.tujuan.startswith(f"{self.alamat}?terkirim=1"))
		(row,) = get_jawaban(self.layanan, "*")
		hari = str(frappe.utils.nowdate())
		self.assertEqual(
			(row.nilai, row.ada_waktu_tunggu, row.waktu_tunggu, row.jenis, row.komentar),
			(2, 1, 45, "Keluhan", "Loket hanya satu"),
		)
		self.assertEqual(
			(row.owner, row.modified_by, row.status_komentar), ("Guest", "Guest", "Menunggu diperiksa")
		)
		self.assertEqual({str(row.creation), str(row.modified)}, {f"{hari} 00:00:00"})
		self.assertNotIn("203.0.113.7", frappe.as_json(row))

	def test_a_crowd_costs_a_few_queries_each(self):
		"""However many there are already: fifty phones at once are answered by one worker."""
		self.send_isian()  # what a worker reads once
		make_jawaban(self.layanan, *[3] * 20, hari=frappe.utils.nowdate())
		with watch_query() as buka:
			formulir = self.read_formulir()
		with watch_query() as kirim:
			self.assertEqual(self.send_isian(formulir).status, 303)
		self.assertLessEqual(buka.call_count, 3)
		self.assertLessEqual(kirim.call_count, 6)

	def test_only_the_rating_has_to_be_given(self):
		self.assertEqual(self.send_isian().status, 303)
		(row,) = get_jawaban(self.layanan, "nilai", "ada_waktu_tunggu", "komentar", "status_komentar")
		self.assertEqual((row.nilai, row.ada_waktu_tunggu), (4, 0))
		self.assertEqual((row.komentar or "", row.status_komentar), ("", "Tanpa komentar"))

	def test_the_page_thanks_and_offers_another(self):
		halaman = self.open("Guest", f"{self.alamat}?terkirim=1")
		self.assertIn("Terima kasih", halaman.teks)
		self.assertIn("Isi lagi untuk kunjungan lain", halaman.teks)
		self.assertNotIn("<form", halaman.isi)

	def test_it_brings_no_script_and_no_menu_whoever_opens_it(self):
		for nama in ("Guest", "petugas"):
			html = self.open(nama, self.alamat).html
			self.assertNotIn("<script", html)
			self.assertNotIn("/kinerja", html.replace("/assets/kinerja_asn/", ""))
			self.assertIn('name="viewport"', html)

	def test_whoever_is_signed_in_leaves_no_name_either(self):
		formulir = self.read_formulir()
		with patch(JAM, return_value=DIBUKA + 30):
			self.open("petugas", self.alamat, {"aksi": "kirim", "formulir": formulir, "nilai": "5"})
		(row,) = get_jawaban(self.layanan, "owner", "modified_by")
		self.assertEqual((row.owner, row.modified_by), ("Guest", "Guest"))

	def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(self):
		for isian, medan, pesan in (
			({"nilai": ""}, "nilai", "Pilih dahulu seberapa puas Anda"),
			({"nilai": "6"}, "nilai", "Pilih dahulu seberapa puas Anda"),
			({"waktu_tunggu": "satu jam"}, "waktu_tunggu", "60 untuk satu jam"),
			({"waktu_tunggu": "1441"}, "waktu_tunggu", "paling banyak 1440"),
			({"waktu_tunggu": "-5"}, "waktu_tunggu", "dengan angka saja"),
			({"waktu_tunggu": "٤"}, "waktu_tunggu", "dengan angka saja"),
			({"jenis": "Ancaman"}, "jenis", "Pilih pujian, keluhan, atau saran"),
			({"komentar": "a" * 1001}, "komentar", "paling banyak 1000 huruf"),
			({"komentar": "<script>alert(1)</script>"}, "komentar", "tanpa tanda &lt;"),
			({"komentar": '=HYPERLINK("http://jahat.example")'}, "komentar", "Awali komentar dengan kata"),
			({"komentar": "@SUM(A1)"}, "komentar", "Awali komentar dengan kata"),
			({"komentar": "telepon saya 0812-3456-7890"}, "komentar", "tanpa data pribadi"),
		):
			with self.subTest(isian):
				halaman = self.send_isian(**{"komentar": "Antre lama", **isian})
				self.assertEqual(halaman.status, 200)
				self.assertIn(pesan, self.get_galat(halaman))
				self.assertIn(f'id="medan-{medan}"', halaman.isi)
				self.assertEqual(halaman.get_nilai("komentar"), isian.get("komentar", "Antre lama"))
				self.assertEqual(self.count(), 0)

	def test_ordinary_words_are_taken_as_they_are(self):
		for komentar in (
			"Antre <3 menit, mantap 👍",
			"- loket satu\n- kursi kurang",
			"5 > 3 & baik",
			"Rp50.000 katanya",
		):
			self.assertEqual(self.send_isian(komentar=komentar).status, 303)
		self.assertEqual(
			{row.komentar for row in get_jawaban(self.layanan, "komentar")},
			{"Antre <3 menit, mantap 👍", "- loket satu\n- kursi kurang", "5 > 3 & baik", "Rp50.000 katanya"},
		)


class TestSekali(UjiLayanan):
	def test_a_form_counts_once_however_often_it_is_sent(self):
		formulir = self.read_formulir()
		for nilai in ("5", "5", "1"):
			halaman = self.send_isian(formulir, nilai=nilai)
			self.assertEqual(halaman.status, 303)
		(row,) = get_jawaban(self.layanan, "nilai")
		self.assertEqual(row.nilai, 5)

	def test_whom_the_database_throws_back_is_not_asked_to_press_again(self):
		formulir, sebenarnya, galat = (
			self.read_formulir(),
			portal_layanan.store_jawaban,
			[frappe.QueryDeadlockError],
		)

		def store(*isi):
			if galat:
				raise galat.pop()
			sebenarnya(*isi)

		with patch.object(portal_layanan, "store_jawaban", store), patch.object(frappe.db, "rollback"):
			self.assertEqual(self.send_isian(formulir).status, 303)
		self.assertEqual(self.count(), 1)

	def test_each_form_that_is_opened_counts(self):
		for _ke in range(3):
			self.send_isian()
		self.assertEqual(self.count(), 3)

	def test_a_form_that_was_made_up_changed_or_is_anothers_is_not_taken(self):
		lain = make_layanan(self.instansi, "Akta Kelahiran")
		formulir = self.read_formulir()
		for palsu in (
			"",
			"x",
			formulir[:-1] + ("0" if formulir[-1] != "0" else "1"),
			formulir.replace("kunci=", "kunci=a"),
			formulir.partition("&_signature=")[0],
			self.read_formulir(ALAMAT + lain.token),
			"perihal=umpan-balik-masyarakat&layanan=" + self.layanan.name,
			"é&_signature=é",
		):
			with self.subTest(palsu):
				halaman = self.send_isian(palsu)
				self.assertEqual(halaman.status, 200)
				self.assertIn("tekan Kirim sekali lagi", self.get_galat(halaman))
				self.assertEqual(self.count(), 0)

	def test_one_that_is_open_since_yesterday_is_renewed_with_what_was_typed(self):
		formulir = self.read_formulir()
		halaman = self.send_isian(formulir, sesudah=TERLAMA + 1, komentar="Lupa terkirim")
		self.assertIn("sudah lama terbuka", self.get_galat(halaman))
		self.assertEqual(halaman.get_nilai("komentar"), "Lupa terkirim")
		self.assertNotEqual(halaman.get_nilai("formulir"), formulir)

	def test_one_sent_faster_than_anybody_reads_waits_and_then_is_taken(self):
		formulir = self.read_formulir()
		halaman = self.send_isian(formulir, sesudah=1)
		self.assertIn("Tunggu beberapa detik", self.get_galat(halaman))
		self.assertEqual((self.count(), halaman.get_nilai("formulir")), (0, formulir))
		self.assertEqual(self.send_isian(formulir, sesudah=6).status, 303)
		self.assertEqual(self.count(), 1)

	def test_what_fills_in_every_field_is_told_so_and_not_thanked(self):
		halaman = self.send_isian(situs_web="http://jual.example")
		self.assertEqual((halaman.status, self.count()), (200, 0))
		self.assertIn("Bagian ini harus kosong", self.get_galat(halaman))


class TestAlamat(UjiLayanan):
	def test_an_address_that_is_closed_or_never_was_answers_the_same_bytes(self):
		tutup = make_layanan(self.instansi, "Ditutup", status="Ditutup", bahasa=[{"bahasa": "en"}])
		jawaban = {
			(halaman.status, halaman.html)
			for alamat in (
				"",
				"tidakada2345",
				tutup.token,
				self.layanan.name,
				f"{self.layanan.token}/x",
				"é",
				"%00",
				"a" * 5000,
			)
			for akhiran in ("", "?bahasa=en", "?terkirim=1")
			for halaman in (self.open("Guest", f"{ALAMAT}{alamat}{akhiran}"),)
		}
		self.assertEqual(len(jawaban), 1)
		((status, html),) = jawaban
		self.assertEqual(status, 404)
		self.assertIn("Periksa alamat pada poster", html)

	def test_nothing_can_be_sent_to_a_service_that_was_closed_meanwhile(self):
		formulir = self.read_formulir()
		frappe.db.set_value("Layanan Publik", self.layanan.name, "status", "Ditutup")
		self.assertEqual(self.send_isian(formulir).status, 404)
		self.assertEqual(self.count(), 0)

	def test_the_address_may_be_typed_in_capitals(self):
		self.assertEqual(self.open("Guest", ALAMAT + self.layanan.token.upper()).status, 200)


class TestBatas(UjiLayanan):
	def test_one_address_sends_so_many_and_then_hears_when_again(self):
		with patch.object(batas, "PER_ALAMAT", batas.Batas(2, 600)):
			self.assertEqual([self.send_isian().status for _ke in range(2)], [303, 303])
			halaman = self.send_isian(komentar="Tetap ada")
			self.assertEqual((halaman.status, self.count()), (429, 2))
			self.assertRegex(self.get_galat(halaman), r"kirim lagi \d+ menit lagi")
			self.assertEqual(halaman.get_nilai("komentar"), "Tetap ada")
			frappe.local.request_ip = "203.0.113.8"
			self.assertEqual(self.send_isian().status, 303)

	def test_whoever_changes_his_address_meets_the_limit_of_the_service(self):
		with patch.object(batas, "PER_LAYANAN", batas.Batas(3, 3600)):
			for ke in range(6):
				frappe.local.request_ip = f"198.51.100.{ke}"
				halaman = self.send_isian()
		self.assertEqual((halaman.status, self.count()), (429, 3))

	def test_nothing_of_the_address_is_kept_but_a_salted_hash(self):
		self.send_isian()
		kunci = [
			teks.decode()
			for teks in frappe.cache.keys(frappe.cache.make_key("kinerja_asn.layanan:").decode() + "*")
		]
		self.assertTrue(any(self.layanan.token in teks for teks in kunci))
		self.assertFalse([teks for teks in kunci if "203.0.113" in teks])
		for teks in kunci:
			self.assertGreater(frappe.cache.ttl(teks), 0)


class TestBahasa(UjiLayanan):
	def test_a_language_is_chosen_by_a_link_and_stays_when_it_is_sent(self):
		self.layanan.update({"bahasa": [{"bahasa": "en"}]}).save()
		halaman = self.open("Guest", self.alamat)
		self.assertIn(f'href="{self.alamat}?bahasa=en"', halaman.isi)
		self.assertIn("Seberapa puas Anda", halaman.teks)
		inggris = self.open("Guest", f"{self.alamat}?bahasa=en")
		self.assertIn('<html lang="en">', inggris.html)
		self.assertIn("How satisfied are you", inggris.teks)
		jawaban = self.send_isian(alamat=f"{self.alamat}?bahasa=en")
		self.assertEqual(jawaban.tujuan, f"{self.alamat}?terkirim=1&bahasa=en")

	def test_one_that_the_service_does_not_offer_is_indonesian(self):
		for kode in ("en", "de", "../../x"):
			self.assertIn("Seberapa puas Anda", self.open("Guest", f"{self.alamat}?bahasa={kode}").teks)

	def test_every_sentence_of_the_page_is_there_in_javanese(self):
		"""What a citizen can read: the page, and whatever may be said to him about what he sent."""
		frappe.local.lang = "id"
		kalimat = {
			teks
			for berkas in SUMBER
			for teks in re.findall(
				r"""(?<![\w.])_\(\s*["'](.*?)["'],?\s*\)""",
				Path(frappe.get_app_path("kinerja_asn", *berkas.split("/"))).read_text(),
			)
		} | {*PENILAIAN.values(), *map(str, JenisMasukan), get_pesan_bersamaan()}
		jawa = get_translations_from_csv("jv", "kinerja_asn")
		self.assertGreater(len(kalimat), 30)
		self.assertEqual([teks for teks in kalimat if not jawa.get(teks)], [])
		self.assertEqual([teks for teks in jawa if jawa[teks] == teks], ["Komentar"])

	def test_a_citizen_reads_and_sends_it_in_javanese(self):
		((kode, nama),) = BAHASA_DAERAH.items()
		frappe.get_doc(doctype="Language", language_code=kode, language_name=nama).insert()
		self.layanan.update({"bahasa": [{"bahasa": kode}]}).save()
		halaman = self.open("Guest", f"{self.alamat}?bahasa=jv")
		self.assertIn("Sepinten maremipun panjenengan", halaman.teks)
		self.assertIn("Basa Jawa", halaman.teks)
		self.assertIn(
			"Mugi kapilih rumiyin",
			self.get_galat(self.send_isian(nilai="", alamat=f"{self.alamat}?bahasa=jv")),
		)


class TestIndikator(UjiLayanan):
	"""In the plan and in the report of whoever is measured by what citizens say."""

	def make_skp(self, **fields):
		return make_skp(
			self.instansi, indikator=[make_indikator(**PUAS, sumber_layanan=self.layanan.name)], **fields
		)

	def test_it_is_chosen_in_the_form_of_the_plan_and_read_by_whoever_sets_it(self):
		skp = make_skp(self.instansi, tahap=Tahap.DRAF, indikator=[make_indikator(cara_hitung="Rata-rata")])
		alamat = f"/kinerja/skp?name={skp.name}"
		self.assertIn("Diisi dari umpan balik masyarakat", self.open("petugas", alamat).teks)
		isian = {**ISIAN, "hk-0-name": skp.hasil_kerja[0].name, "iki-0-name": skp.indikator[0].name}
		pilihan = {
			"iki-0-hitung": "Rata-rata",
			"iki-0-layanan": self.layanan.name,
			"iki-0-ukuran": "Persen puas",
		}
		halaman = self.send("petugas", alamat, "simpan", **{**isian, **pilihan})
		self.assertEqual(halaman.pesan, "disimpan", halaman.get_galat())
		iki = skp.reload().indikator[0]
		self.assertEqual((iki.sumber_layanan, iki.sumber_ukuran), (self.layanan.name, "Persen puas"))
		self.assertIn(
			"diisi dari umpan balik masyarakat tentang Perekaman KTP Elektronik: persen puas",
			self.open("penilai", f"/kinerja/tim/skp?name={skp.name}").teks,
		)

	def test_the_report_proposes_the_figure_and_takes_it_at_a_press(self):
		skp = self.make_skp()
		make_jawaban(self.layanan, *[5] * 9, 1, hari="2025-05-07")
		alamat = f"/kinerja/realisasi?skp={skp.name}&masa=5"
		sumber = "umpan balik masyarakat tentang Perekaman KTP Elektronik (Persen puas, 10 jawaban)"
		self.assertIn(f"Menurut {sumber}: 90", self.open("petugas", alamat).teks)
		kunci = skp.indikator[0].kunci
		halaman = self.open("petugas", alamat, {"aksi": f"pakai:{kunci}:0", f"nilai-{kunci}": ""})
		self.assertEqual(halaman.get_nilai(f"nilai-{kunci}"), "90")

	def test_the_report_says_how_many_answers_are_lacking(self):
		skp = self.make_skp()
		make_jawaban(self.layanan, *[5] * 7, hari="2025-05-31")
		teks = self.open("petugas", f"/kinerja/realisasi?skp={skp.name}&masa=5").teks
		self.assertIn("7 jawaban, kurang 3 lagi untuk mengusulkan angka", teks)
		self.assertNotIn("Menurut umpan balik", teks)
		self.assertIn(
			"0 jawaban, kurang 10 lagi",
			self.open("petugas", f"/kinerja/realisasi?skp={skp.name}&masa=6").teks,
		)
