"""What is said beside evidence: that a link does not open for others, that the same content stands elsewhere."""

from base64 import b64decode
from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.utils import add_to_date

from kinerja_asn.constants.istilah import KeadaanTautan, Tahap
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan import tautan
from kinerja_asn.services.pelaksanaan.bukti_kembar import TERBANYAK, find_kembar
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp, move
from kinerja_asn.tests.test_portal_dasar import UjiPortal

PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"
PNG = b64decode(  # one pixel
	b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
ALAMAT = "https://arsip.example/laporan"  # what factories.py gives as evidence of every report


class UjiBuktiDukung(UjiPortal):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		self.doc = make_realisasi(self.skp, 1, 80, Tahap.DIAJUKAN)

	def set_pengaturan(self, **nilai) -> None:
		doc = frappe.get_doc("Pengaturan Kinerja")
		doc.update(nilai)
		doc.save()

	def open_pemeriksa(self):
		return self.open("penilai", f"/kinerja/tim/realisasi?name={self.doc.name}")


class TestKembar(UjiBuktiDukung):
	def report(self, nama: str, masa: int = 1):
		return make_realisasi(make_skp(self.instansi, nama), masa, 80, Tahap.DIAJUKAN)

	def test_evidence_of_its_own_is_said_nothing_about(self):
		self.assertNotIn("Isi yang sama", self.open_pemeriksa().teks)

	def test_the_penilai_reads_in_which_months_and_by_whom_it_is_used(self):
		make_realisasi(self.skp, 2, 80, Tahap.DRAF)
		self.report("kolega")
		teks = self.open_pemeriksa().teks
		self.assertIn("Isi yang sama juga menjadi bukti dalam laporan Februari 2025.", teks)
		self.assertIn(f"Isi yang sama juga menjadi bukti {self.get_nama('kolega')}.", teks)
		self.assertNotIn("laporannya bukan untuk Anda", teks)

	def get_nama(self, nama: str) -> str:
		return frappe.db.get_value("Employee", self.instansi.pegawai[nama], "employee_name")

	def test_of_people_who_are_not_his_he_reads_neither_who_nor_how_many(self):
		for nama in ("pengelola", "pengelola_unit"):
			self.report(nama)
		teks = self.open_pemeriksa().teks
		self.assertIn("bukti pegawai lain yang laporannya bukan untuk Anda.", teks)
		self.assertNotIn(self.get_nama("pengelola"), teks)
		with as_user(self.instansi.user["pengelola"]):  # HR reads all of them
			kembar = find_kembar(self.doc)[self.doc.bukti[0].name]
		self.assertFalse(kembar.tertutup)
		self.assertEqual(len(kembar.pegawai), 2)

	def test_a_file_is_known_by_its_content_whatever_it_is_called(self):
		skp = make_skp(self.instansi, "kolega")
		for user, rencana, nama in (("petugas", self.skp, "rekap.pdf"), ("kolega", skp, "hasil-saya.pdf")):
			jawaban = self.send(
				user,
				f"/kinerja/realisasi?skp={rencana.name}&masa=3",
				"simpan",
				**{f"nilai-{rencana.indikator[0].kunci}": "70", "berkas": (BytesIO(PDF), nama)},
			)
			self.assertEqual(jawaban.status, 303)
		doc = frappe.get_doc("Realisasi Kinerja", {"skp": self.skp.name, "masa_ke": 3})
		with as_user(self.skp.penilai_user):
			self.assertEqual(find_kembar(doc)[doc.bukti[0].name].pegawai, [self.get_nama("kolega")])

	def test_one_content_for_two_results_of_a_report(self):
		with as_user(self.doc.pegawai_user):
			doc = make_realisasi(self.skp, 2, 80, Tahap.DRAF)
			doc.append("bukti", {"uraian": "Lagi", "tautan": ALAMAT})
			doc.save()
		with as_user(self.doc.penilai_user):
			kembar = find_kembar(doc)
		self.assertEqual([kembar[row.name].di_sini for row in doc.bukti], [True, True])
		self.assertEqual(kembar[doc.bukti[0].name].masa, ["Januari 2025"])

	def test_the_employee_reads_nothing_about_others(self):
		self.report("kolega")
		halaman = self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=1")
		self.assertNotIn("Isi yang sama", halaman.teks)

	def test_nobody_writes_the_mark_himself(self):
		with as_user(self.doc.pegawai_user):
			doc = make_realisasi(self.skp, 2, 80, Tahap.DRAF)
			doc.bukti[0].sidik = "lain"
			doc.save()
		self.assertEqual(doc.bukti[0].sidik, self.doc.bukti[0].sidik)

	def test_an_address_that_stands_in_every_report_costs_no_more(self):
		rows = [
			{
				"name": f"b{ke}",
				"parent": f"R{ke}",
				"parenttype": "Realisasi Kinerja",
				"sidik": self.doc.bukti[0].sidik,
			}
			for ke in range(TERBANYAK + 50)
		]
		for row in rows:
			frappe.get_doc({"doctype": "Bukti Dukung", **row}).db_insert()
		with as_user(self.doc.penilai_user):
			self.assertTrue(find_kembar(self.doc)[self.doc.bukti[0].name].tertutup)

	def test_nor_does_it_hide_what_else_is_used_twice(self):
		"""It was cheap to hide a borrowed file among it: one limit was shared by all evidence of a report."""
		self.test_an_address_that_stands_in_every_report_costs_no_more()
		lain = self.report("kolega")
		frappe.db.set_value("Bukti Dukung", lain.bukti[0].name, "sidik", "zz-berkas")
		self.doc.append("bukti", {"uraian": "Pinjaman", "name": "zz", "sidik": "zz-berkas"})
		with as_user(self.doc.penilai_user):
			self.assertEqual(find_kembar(self.doc)["zz"].pegawai, [self.get_nama("kolega")])


class TestTautan(UjiBuktiDukung):
	def check(self, keadaan: KeadaanTautan, fungsi=tautan.check_baru) -> list[str]:
		"""Addresses that were asked; each was ``keadaan``."""
		ditanya = []

		def ask_semua(alamat):
			ditanya.extend(alamat)
			return [(satuan, keadaan) for satuan in alamat]

		with patch.object(tautan, "ask_semua", ask_semua), patch.object(frappe.db, "commit"):
			fungsi()
		return ditanya

	def get_tersimpan(self):
		return frappe.get_doc("Realisasi Kinerja", self.doc.name)

	def test_what_was_found_stands_beside_the_link_and_leaves_the_report_alone(self):
		self.assertEqual(self.check(KeadaanTautan.MEMINTA_MASUK), [ALAMAT])
		doc = self.get_tersimpan()
		self.assertEqual(doc.bukti[0].keadaan_tautan, KeadaanTautan.MEMINTA_MASUK)
		self.assertEqual(doc.modified, self.doc.modified)
		move(doc, doc.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.get_tersimpan().bukti[0].keadaan_tautan, KeadaanTautan.MEMINTA_MASUK)

	def test_both_read_that_it_does_not_open(self):
		for keadaan, kalimat in (
			(KeadaanTautan.MEMINTA_MASUK, "Tautan ini meminta masuk ketika diperiksa"),
			(KeadaanTautan.TIDAK_ADA, "Tautan ini tidak ditemukan ketika diperiksa"),
			(KeadaanTautan.ALAMAT_DALAM, "Tautan ini menuju jaringan dalam"),
		):
			frappe.db.set_value("Bukti Dukung", self.doc.bukti[0].name, "tautan_diperiksa_pada", None)
			self.check(keadaan)
			with self.subTest(keadaan=keadaan):
				self.assertIn(kalimat, self.open_pemeriksa().teks)
				pegawai = self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=1")
				self.assertIn(kalimat, pegawai.teks)

	def test_what_opens_and_what_nobody_knows_is_said_nothing_about(self):
		for keadaan in (KeadaanTautan.TERBUKA, KeadaanTautan.TIDAK_MENJAWAB):
			frappe.db.set_value("Bukti Dukung", self.doc.bukti[0].name, "tautan_diperiksa_pada", None)
			self.check(keadaan)
			with self.subTest(keadaan=keadaan):
				self.assertNotIn("Tautan ini", self.open_pemeriksa().teks)

	def test_nobody_writes_himself_what_was_found(self):
		with as_user(self.doc.pegawai_user):
			doc = make_realisasi(self.skp, 2, 80, Tahap.DRAF)
			doc.bukti[0].update({"keadaan_tautan": "Dapat dibuka", "tautan_diperiksa_pada": get_now()})
			doc.append("bukti", {"tautan": f"{ALAMAT}/2", "keadaan_tautan": "Dapat dibuka"})
			doc.save()
		self.assertEqual([row.keadaan_tautan for row in doc.bukti], [None, None])
		self.assertEqual([row.tautan_diperiksa_pada for row in doc.bukti], [None, None])

	def test_another_link_is_looked_at_anew(self):
		doc = make_realisasi(self.skp, 2, 80, Tahap.DRAF)
		self.check(KeadaanTautan.TIDAK_ADA)
		doc.reload()
		with as_user(self.doc.pegawai_user):
			doc.bukti[0].tautan = f"{ALAMAT}/benar"
			doc.save()
		self.assertIsNone(doc.bukti[0].keadaan_tautan)
		self.assertEqual(self.check(KeadaanTautan.TERBUKA), [f"{ALAMAT}/benar"])

	def test_new_links_are_asked_soon_unless_the_agency_forbids_it(self):
		for diminta, banyak in ((1, 1), (0, 0)):
			self.set_pengaturan(periksa_tautan_bukti=diminta)
			with self.subTest(diminta=diminta), patch.object(tautan.frappe, "enqueue") as antre:
				make_realisasi(self.skp, 2 + diminta, 80, Tahap.DRAF)
			tugas = [panggilan for panggilan in antre.call_args_list if panggilan.args[0] == tautan.TUGAS]
			self.assertEqual(len(tugas), banyak)
			for panggilan in tugas:
				self.assertTrue(panggilan.kwargs["deduplicate"], "one job, however many save at once")

	def test_one_run_looks_at_all_that_wait_a_few_at_once(self):
		alamat = {f"{ALAMAT}/{nomor}" for nomor in range(tautan.SEKALIGUS + 1)}
		doc = make_realisasi(self.skp, 2, 80, Tahap.DRAF)
		with as_user(self.doc.pegawai_user):
			doc.bukti = []
			for tujuan in sorted(alamat):
				doc.append("bukti", {"uraian": "Rekap", "tautan": tujuan})
			doc.save()
		self.assertEqual(set(self.check(KeadaanTautan.TERBUKA)), alamat | {ALAMAT})
		self.assertEqual(self.check(KeadaanTautan.TERBUKA), [])

	def test_once_a_week_of_the_open_years(self):
		self.assertEqual(self.check(KeadaanTautan.TERBUKA, tautan.check_lama), [ALAMAT])
		self.assertEqual(self.check(KeadaanTautan.TERBUKA, tautan.check_lama), [])
		lama = add_to_date(get_now(), days=-tautan.BERLAKU_HARI, minutes=-1)
		frappe.db.set_value("Bukti Dukung", self.doc.bukti[0].name, "tautan_diperiksa_pada", lama)
		self.assertEqual(self.check(KeadaanTautan.TERBUKA, tautan.check_lama), [ALAMAT])
		frappe.db.set_value("Bukti Dukung", self.doc.bukti[0].name, "tautan_diperiksa_pada", lama)
		frappe.db.set_value("Periode Kinerja", self.instansi.periode, "status", "Ditutup")
		self.assertEqual(self.check(KeadaanTautan.TERBUKA, tautan.check_lama), [])

	def test_a_long_address_is_kept_whole(self):
		panjang = f"{ALAMAT}?berkas={'a' * 500}"
		with as_user(self.doc.pegawai_user):
			doc = make_realisasi(self.skp, 2, 80, Tahap.DRAF)
			doc.bukti[0].tautan = panjang
			doc.save()
		self.assertEqual(frappe.db.get_value("Bukti Dukung", doc.bukti[0].name, "tautan"), panjang)


class TestJenis(UjiBuktiDukung):
	def send_png(self):
		kunci = self.skp.indikator[0].kunci
		isian = {f"nilai-{kunci}": "70", "berkas": (BytesIO(PNG), "foto.png")}
		return self.send("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=4", "simpan", **isian)

	def test_hr_says_which_kinds_are_taken(self):
		self.set_pengaturan(jenis_berkas_bukti=" .PDF;\nxlsx , jpg")
		self.assertEqual(
			frappe.db.get_single_value("Pengaturan Kinerja", "jenis_berkas_bukti"), "pdf, jpg, xlsx"
		)
		jawaban = self.send_png()
		self.assertEqual(jawaban.status, 200)
		self.assertIn("foto.png tidak diterima sebagai bukti. Gunakan pdf, jpg, xlsx.", jawaban.teks)
		halaman = self.open("petugas", f"/kinerja/realisasi?skp={self.skp.name}&masa=4")
		self.assertIn('accept=".pdf,.jpg,.xlsx"', halaman.html)

	def test_without_a_choice_all_that_we_know_are(self):
		self.assertEqual(self.send_png().status, 303)

	def test_a_kind_that_cannot_be_told_by_its_content_is_refused(self):
		for jenis in ("exe", "pdf, svg", "html", "docm"):
			with self.subTest(jenis=jenis):
				self.assert_ditolak(
					"Pilih di antara pdf, jpg",
					frappe.ValidationError,
					self.set_pengaturan,
					jenis_berkas_bukti=jenis,
				)
