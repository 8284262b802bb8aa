"""Reminders and escalation of the document's clock, the provider of electronic signatures, and forms D.1.1 to D.1.3."""

import re
from datetime import date
from unittest.mock import patch

import frappe

from kinerja_asn.constants.dokumen_evaluasi import StatusTandaTanganElektronik as Status
from kinerja_asn.constants.istilah import DasarPenilai, Tahap
from kinerja_asn.services.penilaian.dokumen import langkah, penyedia
from kinerja_asn.services.penilaian.dokumen.pengingat import send_pengingat
from kinerja_asn.services.penilaian.dokumen.penyedia import Jawaban, exchange, send_again
from kinerja_asn.services.penilaian.kewenangan.pengalihan import pass_on_evaluasi
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	decide_keberatan,
	make_dokumen,
	make_evaluasi,
	make_hasil_evaluasi,
	make_keberatan,
	make_skp,
	move,
)
from kinerja_asn.tests.test_keberatan import UBAH

DOCTYPE, LOG = "Dokumen Evaluasi Kinerja", "Notification Log"
PDF = b"%PDF-1.4 bertanda tangan"


class TestPengingat(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2026, 1, 12)
		self.set_periode(batas_evaluasi_tahunan="2026-01-31")

	def read(self, nama: str, dokumen: str) -> list[str]:
		return frappe.get_all(
			LOG,
			{"for_user": self.instansi.user[nama], "document_name": dokumen, "type": "Alert"},
			pluck="subject",
		)

	def remind(self, pada: str) -> None:
		"""As the day's jobs do."""
		frappe.flags.current_date = pada
		pass_on_evaluasi()
		send_pengingat()

	def test_to_hand_over_before_on_and_after_the_last_day_and_then_higher(self):
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi))
		for hari, banyak in (
			("2026-01-20", 0),
			("2026-01-27", 1),
			("2026-01-28", 1),
			("2026-01-30", 2),
			("2026-02-02", 3),
			("2026-02-03", 3),
		):
			self.remind(hari)
			with self.subTest(hari=hari):
				self.assertEqual(len(self.read("penilai", doc.name)), banyak)
		self.assertIn("Hasil evaluasi Petugas belum diserahkan", self.read("kepala", doc.name))
		self.assertIn("Hasil evaluasi Petugas belum diserahkan", self.read("pengelola", doc.name))
		self.assertFalse(self.read("petugas", doc.name), "he is told nothing before it is handed over")

	def test_an_evaluation_that_nobody_set_is_the_superiors(self):
		doc = make_evaluasi(self.instansi, make_skp(self.instansi))
		self.remind("2026-02-20")
		self.assertIn(
			"Evaluasi Petugas kini Anda tandatangani selaku atasan Pejabat Penilai",
			self.read("kepala", doc.name),
		)

	def test_silence_is_told_to_whoever_stands_above(self):
		dokumen = make_dokumen(self.instansi)
		self.remind("2026-02-02")
		self.assertIn("Dokumen evaluasi Anda menunggu Anda terima", self.read("petugas", dokumen.name))
		self.assertIn(
			"Dokumen evaluasi Petugas belum diterima pegawainya", self.read("penilai", dokumen.name)
		)
		frappe.flags.current_date = date(2026, 2, 3)
		with as_user(dokumen.pegawai_user):
			langkah.receive(dokumen.name)
		self.remind("2026-02-24")
		self.assertIn("Dokumen evaluasi Anda menunggu tanda tangan Anda", self.read("petugas", dokumen.name))
		self.remind("2026-03-16")
		self.assertIn(
			"Dokumen evaluasi Petugas belum dilaporkan kepada PyB", self.read("kepala", dokumen.name)
		)

	def test_what_is_done_is_not_reminded_of(self):
		dokumen = make_dokumen(self.instansi)
		with as_user(dokumen.pegawai_user):
			langkah.receive(dokumen.name)
			langkah.sign(dokumen.name)
		with as_user(dokumen.penilai_user):
			langkah.report(dokumen.name)
		sebelum = frappe.db.count(LOG)
		self.remind("2026-05-04")
		self.assertEqual(frappe.db.count(LOG), sebelum)


class Tiruan:
	"""A provider that keeps what it gets and answers what the test says."""

	terkirim: list = []
	jawaban = Jawaban(Status.DIKIRIM)
	galat: str | None = None

	def send(self, permintaan) -> str:
		if self.galat:
			raise ConnectionError(self.galat)
		self.terkirim.append(permintaan)
		return f"tte-{len(self.terkirim)}"

	def fetch(self, rujukan: str) -> Jawaban:
		return self.jawaban


class TestPenyedia(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.dokumen = make_dokumen(self.instansi)
		tambalan = (
			patch.object(penyedia, "get_penyedia", Tiruan),
			patch.object(penyedia, "make_pdf", lambda dokumen: b"%PDF-1.4 " + dokumen.nomor.encode()),
			patch.multiple(Tiruan, terkirim=[], jawaban=Jawaban(Status.DIKIRIM), galat=None),
		)
		for pengganti in tambalan:
			pengganti.start()
			self.addCleanup(pengganti.stop)

	def test_it_goes_out_as_pdf_and_comes_back_signed(self):
		exchange()
		(permintaan,) = Tiruan.terkirim
		self.assertEqual(
			(permintaan.nomor, permintaan.penanda_tangan), (self.dokumen.nomor, self.dokumen.nama_penilai)
		)
		self.assertTrue(permintaan.pdf.startswith(b"%PDF-"))
		self.assertEqual(self.dokumen.reload().tte_status, Status.DIKIRIM)
		exchange()
		self.assertEqual(len(Tiruan.terkirim), 1, "sent once")
		Tiruan.jawaban = Jawaban(Status.DITANDATANGANI, PDF)
		exchange()
		self.assertEqual(self.dokumen.reload().tte_status, Status.DITANDATANGANI)
		berkas = frappe.get_doc("File", {"file_url": self.dokumen.tte_berkas})
		self.assertTrue(berkas.is_private)
		for nama, boleh in (("petugas", True), ("kolega", False)):
			with as_user(self.instansi.user[nama]):
				self.assertEqual(bool(frappe.get_doc("File", berkas.name).has_permission("read")), boleh)

	def test_failure_is_said_in_words_and_holds_nothing_up(self):
		Tiruan.galat = "sertifikat kedaluwarsa"
		exchange()
		self.dokumen.reload()
		self.assertEqual(self.dokumen.tte_status, Status.GAGAL)
		self.assertIn("sertifikat kedaluwarsa", self.dokumen.tte_keterangan)
		with as_user(self.dokumen.pegawai_user):
			self.assertTrue(langkah.receive(self.dokumen.name))
		Tiruan.galat = None
		exchange()
		self.assertEqual(self.dokumen.reload().tte_status, Status.GAGAL, "not again by itself")
		send_again(self.dokumen.name)
		exchange()
		self.assertEqual(self.dokumen.reload().tte_status, Status.DIKIRIM)

	def test_what_is_no_pdf_is_refused(self):
		exchange()
		Tiruan.jawaban = Jawaban(Status.DITANDATANGANI, b"<html>maaf</html>")
		exchange()
		self.assertIn("bukan berkas PDF", self.dokumen.reload().tte_keterangan)
		self.assertFalse(self.dokumen.tte_berkas)

	def test_without_a_provider_nothing_happens(self):
		with patch.object(penyedia, "get_penyedia", lambda: None):
			exchange()
		self.assertFalse(self.dokumen.reload().tte_status)


class TestFormulir(UjiKinerja):
	def get_html(self, dokumen) -> str:
		html = frappe.get_print(DOCTYPE, dokumen.name, f"Dokumen Evaluasi {dokumen.formulir}")
		return re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)

	def assert_urut(self, html: str, *bagian: str) -> None:
		posisi = 0
		for potongan in bagian:
			ditemukan = html.find(potongan, posisi)
			self.assertGreaterEqual(ditemukan, 0, f"{potongan} tidak ada sesudah posisi {posisi}")
			posisi = ditemukan

	def test_d11_in_the_order_of_page_115(self):
		dokumen = make_dokumen(self.instansi, catatan="Tata antrean & loket.\nLalu arsip.")
		html = self.get_html(dokumen)
		self.assert_urut(
			html,
			"DOKUMEN EVALUASI KINERJA PEGAWAI",
			"PERIODE*: AKHIR",
			"PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2025",
			"1. PEGAWAI YANG DINILAI",
			"2. PEJABAT PENILAI KINERJA",
			"3. ATASAN PEJABAT PENILAI KINERJA",
			"4. EVALUASI KINERJA",
			"CAPAIAN KINERJA ORGANISASI",
			"PREDIKAT KINERJA PEGAWAI",
			"5. CATATAN/REKOMENDASI",
			"Tata antrean &amp; loket.<br>Lalu arsip.",
			"7. Pegawai yang Dinilai",
			"Belum ditandatangani",
			"6. Pejabat Penilai Kinerja",
			"Ditandatangani secara elektronik",
			dokumen.nomor,
			f"/keaslian/{dokumen.token}",
			dokumen.sidik[:16],
		)
		self.assertIn("data:image/svg+xml", html)
		self.assertNotIn("KEBERATAN", html)

	def test_it_prints_what_was_frozen_and_not_what_columns_say(self):
		dokumen = make_dokumen(self.instansi)
		frappe.db.set_value(DOCTYPE, dokumen.name, "predikat_kinerja", "Sangat Baik")
		self.assertNotIn("SANGAT BAIK", self.get_html(dokumen))

	def test_a_refusal_to_sign_is_printed(self):
		dokumen = make_dokumen(self.instansi)
		with as_user(dokumen.pegawai_user):
			langkah.receive(dokumen.name)
			langkah.decline(dokumen.name, "Maret belum dihitung.")
		self.assertIn("Tidak bersedia menandatangani: Maret belum dihitung.", self.get_html(dokumen))

	def test_d12_is_signed_by_the_superior(self):
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi))
		frappe.db.set_value(doc.doctype, doc.name, "dasar_penilai", str(DasarPenilai.LEWAT_WAKTU))
		move(doc.reload(), doc.penilai_user, Tahap.DISERAHKAN)
		html = self.get_html(frappe.get_doc(DOCTYPE, {"evaluasi": doc.name}))
		self.assert_urut(html, "7. Pegawai yang Dinilai", "6. Atasan Pejabat Penilai Kinerja", "Kepala")

	def test_d13_in_the_order_of_page_118(self):
		lama = make_dokumen(self.instansi)
		keberatan = make_keberatan(lama)
		with as_user(lama.penilai_user):
			doc = frappe.get_doc("Keberatan Kinerja", keberatan.name)
			doc.update({"penjelasan_penilai": "Bukti tidak terbuka."}).save()
		decide_keberatan(keberatan, self.instansi.user["kepala"], **UBAH)
		html = self.get_html(frappe.get_doc(DOCTYPE, keberatan.dokumen_baru))
		self.assert_urut(
			html,
			"SANGAT BAIK",
			"5. CATATAN/REKOMENDASI",
			"6. KEBERATAN",
			keberatan.alasan,
			"7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN",
			"Bukti tidak terbuka.",
			"8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA",
			UBAH["pertimbangan"],
			UBAH["rekomendasi"],
			"10. Pegawai yang Dinilai",
			"9. Pejabat Penilai Kinerja",
			"11. Atasan Pejabat Penilai Kinerja",
			f"Menggantikan dokumen nomor {lama.nomor}",
		)
		self.assertIn("DIGANTIKAN", self.get_html(lama))
		hasil = frappe.get_print("Evaluasi Kinerja", lama.evaluasi, "Hasil Evaluasi C.1.3")
		self.assertIn("Diubah atasan Pejabat Penilai Kinerja dengan dokumen D.1.3 nomor", hasil)
