"""Figures of another system: as a worksheet and over REST, refused by row, sent twice counted once, never submitted for anybody."""

from datetime import date
from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.utils import get_datetime
from openpyxl import Workbook, load_workbook

from kinerja_asn.api.pelaksanaan.impor_realisasi import SEKALI_KIRIM, download_lembar, send, start
from kinerja_asn.constants.istilah import HasilImpor, Tahap
from kinerja_asn.lembar import impor_realisasi
from kinerja_asn.lembar.lembar_realisasi import read_berkas
from kinerja_asn.services.pelaksanaan.pengimporan import pelaksanaan, penulisan
from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor
from kinerja_asn.services.pelaksanaan.pengimporan.pelaksanaan import import_semua, open_impor
from kinerja_asn.tests.basis import UjiKinerja, watch_query
from kinerja_asn.tests.factories import (
	TAHUN,
	add_pegawai,
	as_user,
	make_indikator,
	make_realisasi,
	make_skp,
	move,
)

MARET = date(TAHUN, 3, 31)
LAPORAN = "Realisasi Kinerja"


class UjiImpor(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(TAHUN, 4, 2)
		dua = [make_indikator(), make_indikator(indikator="Kepuasan pemohon", cara_hitung="Rata-rata")]
		self.skp = make_skp(self.instansi, indikator=dua)
		self.lain = make_skp(self.instansi, "kolega")
		self.nip = self.skp.nip_pegawai

	def bring(self, *rows: tuple, user: str = "pengelola") -> list[tuple[str, str]]:
		"""(outcome, explanation) of each of (NIP, indikator, figure, remark)."""
		daftar = [BarisImpor(nomor, *row) for nomor, row in enumerate(rows, 2)]
		with as_user(self.instansi.user[user]):
			impor = open_impor(self.instansi.periode, MARET, "SIMPEL")
			hasil = [temuan for bagian in import_semua(impor, daftar) for temuan in bagian]
		hasil.sort(key=lambda temuan: temuan.baris.nomor)
		return [(str(temuan.hasil), temuan.penjelasan) for temuan in hasil]

	def get_laporan(self, skp=None):
		nama = frappe.db.get_value(LAPORAN, {"skp": (skp or self.skp).name, "masa_ke": 3})
		return nama and frappe.get_doc(LAPORAN, nama)

	def assert_ditolak_baris(self, pesan: str, *rows: tuple) -> None:
		hasil, penjelasan = self.bring(*rows)[-1]
		self.assertEqual(hasil, HasilImpor.DITOLAK)
		self.assertIn(pesan, penjelasan)


class TestImpor(UjiImpor):
	def test_a_draft_is_made_as_the_employee_would_have_found_it(self):
		self.bring(
			(self.nip, "jumlah pendaftaran  yang selesai", 85, "Dari loket"),
			(self.nip, "Kepuasan pemohon", "87,5"),
		)
		doc = self.get_laporan()
		self.assertEqual(
			(doc.tahap, doc.masa, doc.pegawai_user), (Tahap.DRAF, f"Maret {TAHUN}", self.skp.pegawai_user)
		)
		isi = [(row.realisasi, row.dilaporkan, row.keterangan, row.sumber_angka) for row in doc.baris]
		sumber = "sistem lain: SIMPEL"
		self.assertEqual(isi, [(85, 1, "Dari loket", sumber), (87.5, 1, None, sumber)])
		self.assertFalse(doc.diajukan_pada)
		with as_user(self.skp.pegawai_user):
			doc.append("bukti", {"uraian": "Rekap", "tautan": "https://arsip.example/rekap"})
			doc.save()
		self.assertEqual([row.sumber_angka for row in doc.reload().baris], [sumber, sumber])
		self.assertEqual(move(doc, self.skp.pegawai_user, Tahap.DIAJUKAN).tahap, Tahap.DIAJUKAN)

	def test_it_equals_what_the_controller_makes(self):
		self.bring((self.nip, self.skp.indikator[0].kunci, 85))
		impor = self.get_laporan().as_dict()
		frappe.delete_doc(LAPORAN, impor.name, force=True)
		tangan = make_realisasi(self.skp, 3, 85, Tahap.DRAF).reload().as_dict()
		abaikan = {"name", "creation", "modified", "modified_by", "owner", "bukti", "baris"}
		self.assertEqual(
			{k: v for k, v in impor.items() if k not in abaikan},
			{k: v for k, v in tangan.items() if k not in abaikan},
		)
		beda = {"name", "creation", "modified", "modified_by", "owner", "sumber_angka"}
		for impor_baris, tangan_baris in zip(impor.baris, tangan.baris, strict=True):
			self.assertEqual(
				{k: v for k, v in impor_baris.items() if k not in beda},
				{k: v for k, v in tangan_baris.items() if k not in beda},
			)

	def test_what_the_employee_changes_is_his_own(self):
		self.bring((self.nip, "Jumlah pendaftaran yang selesai", 85))
		doc = self.get_laporan()
		with as_user(self.skp.pegawai_user):
			doc.baris[0].sumber_angka = "sistem lain: PALSU"
			self.assert_ditolak("Sumber Angka", frappe.PermissionError, doc.save)
			doc.reload().baris[0].realisasi = 90
			doc.save()
		self.assertIsNone(doc.reload().baris[0].sumber_angka)
		self.assert_ditolak_baris(
			"Sudah diisi pegawai: 90 pendaftaran", (self.nip, "Jumlah pendaftaran yang selesai", 95)
		)

	def test_sent_twice_it_counts_once_and_a_new_figure_replaces_the_old(self):
		baris = (self.nip, "Jumlah pendaftaran yang selesai", 85)
		self.assertEqual(self.bring(baris), [("Diterima", "")])
		self.assertEqual(self.bring(baris), [("Sudah sama", "")])
		self.assertEqual(self.bring((*baris[:2], 86)), [("Diterima", "")])
		self.assertEqual(self.get_laporan().baris[0].realisasi, 86)
		self.assertEqual(frappe.db.count(LAPORAN, {"skp": self.skp.name}), 1)
		self.assertEqual(self.bring(baris, baris), [("Diterima", ""), ("Sudah sama", "")])

	def test_one_row_never_stops_the_others(self):
		hasil = self.bring(
			("999", "Jumlah pendaftaran yang selesai", 1),
			(self.nip, "Tidak ada", 1),
			(self.nip, "Jumlah pendaftaran yang selesai", "107.5"),
			(self.lain.nip_pegawai, "Jumlah pendaftaran yang selesai", 12),
		)
		self.assertEqual([keadaan for keadaan, _teks in hasil], ["Ditolak"] * 3 + ["Diterima"])
		self.assertIn("tidak mempunyai SKP", hasil[0][1])
		self.assertIn("tidak ada dalam SKP pegawai ini", hasil[1][1])
		self.assertIn("pecahan ditulis dengan koma", hasil[2][1])
		self.assertEqual(self.get_laporan(self.lain).baris[0].realisasi, 12)
		self.assertIsNone(self.get_laporan())

	def test_bad_figures_and_remarks_are_refused_in_words(self):
		judul = "Jumlah pendaftaran yang selesai"
		for nilai, pesan in (
			(None, "Realisasinya kosong"),
			(" ", "Realisasinya kosong"),
			(-1, "nol atau lebih"),
			(10**11, "di bawah 100 miliar"),
			(float("nan"), "nol atau lebih"),
			(float("inf"), "nol atau lebih"),
			(True, "bukan angka"),
			([1], "bukan angka"),
		):
			with self.subTest(nilai=nilai):
				self.assert_ditolak_baris(pesan, (self.nip, judul, nilai))
		self.assert_ditolak_baris("tanpa tag HTML", (self.nip, judul, 1, "<script>"))
		self.assert_ditolak_baris("angka lain pada baris 2", (self.nip, judul, 1), (self.nip, judul, 2))

	def test_the_same_words_twice_need_the_key(self):
		kembar = make_skp(self.instansi, "penilai", indikator=[make_indikator(), make_indikator()])
		self.assert_ditolak_baris("berbunyi sama", (kembar.nip_pegawai, kembar.indikator[0].indikator, 1))
		self.assertEqual(self.bring((kembar.nip_pegawai, kembar.indikator[1].kunci, 1)), [("Diterima", "")])

	def test_every_direction_takes_its_own(self):
		kembar = make_skp(
			self.instansi,
			"penilai",
			indikator=[
				make_indikator(
					indikator="Laporan tersusun", arah="Naratif", target_naratif="Tersusun", satuan=None
				),
				make_indikator(indikator="Aplikasi terpasang", arah="Ya/Tidak", satuan=None),
			],
		)
		nip = kembar.nip_pegawai
		self.assert_ditolak_baris("sebagai kalimat", (nip, "Laporan tersusun", 5))
		self.assert_ditolak_baris("ya atau tidak", (nip, "Aplikasi terpasang", "mungkin"))
		self.bring((nip, "Laporan tersusun", "Sudah tersusun"), (nip, "Aplikasi terpasang", "Ya"))
		baris = self.get_laporan(kembar).baris
		self.assertEqual((baris[0].realisasi_naratif, baris[1].realisasi), ("Sudah tersusun", 1))

	def test_what_is_submitted_or_verified_stays(self):
		for tahap, pesan in ((Tahap.DIAJUKAN, "sudah diajukan"), (Tahap.DITETAPKAN, "sudah diverifikasi")):
			skp = self.skp if tahap == Tahap.DIAJUKAN else self.lain
			make_realisasi(skp, 3, 70, tahap)
			with self.subTest(tahap):
				baris = (skp.nip_pegawai, "Jumlah pendaftaran yang selesai")
				self.assert_ditolak_baris(pesan, (*baris, 71))
				self.assertEqual(self.bring((*baris, 70)), [("Sudah sama", "")])

	def test_a_draft_keeps_what_else_is_in_it(self):
		doc = make_realisasi(self.skp, 3, {self.skp.indikator[0].kunci: 70}, Tahap.DRAF, kendala="Antrean")
		self.bring((self.nip, "Kepuasan pemohon", 88))
		baru = self.get_laporan()
		self.assertEqual([row.realisasi for row in baru.baris], [70, 88])
		self.assertEqual((len(baru.bukti), baru.kendala), (1, "Antrean"))
		self.assertGreater(get_datetime(baru.modified), get_datetime(doc.modified))
		catatan = {"reference_name": doc.name, "content": "1 angka diisi dari SIMPEL."}
		self.assertTrue(frappe.db.exists("Comment", catatan))

	def test_the_employee_is_told_once(self):
		for nilai in (85, 86):
			self.bring((self.nip, "Jumlah pendaftaran yang selesai", nilai))
		saring = {"for_user": self.skp.pegawai_user, "subject": ("like", "%terisi dari SIMPEL%")}
		self.assertEqual(frappe.db.count("Notification Log", saring), 1)

	def test_the_database_refuses_one_and_the_others_go_on(self):
		asli = penulisan._write

		def refuse(impor, daftar):
			if any(sasaran.skp.name == self.skp.name for sasaran in daftar):
				raise frappe.UniqueValidationError
			asli(impor, daftar)

		penulisan._write = refuse
		self.addCleanup(setattr, penulisan, "_write", asli)
		judul = "Jumlah pendaftaran yang selesai"
		hasil = self.bring((self.nip, judul, 1), (self.lain.nip_pegawai, judul, 2))
		self.assertEqual([keadaan for keadaan, _teks in hasil], ["Ditolak", "Diterima"])
		self.assertIn("Impor lagi barisnya", hasil[0][1])

	def test_as_many_queries_for_many_as_for_one(self):
		judul = "Jumlah pendaftaran yang selesai"
		banyak = []
		for nomor in range(5):
			add_pegawai(
				self.instansi,
				f"impor{nomor}",
				300 + nomor,
				self.instansi.unit,
				self.instansi.pegawai["penilai"],
			)
			banyak.append(make_skp(self.instansi, f"impor{nomor}").nip_pegawai)
		self.bring((self.lain.nip_pegawai, judul, 1))
		with watch_query() as seorang:
			self.bring((banyak[0], judul, 1))
		with watch_query() as empat:
			self.bring(*((nip, judul, 1) for nip in banyak[1:]))
		self.assertLessEqual(
			empat.call_count, seorang.call_count + 3
		)  # a notice asks for each reader's language


class TestSiapa(UjiImpor):
	def test_only_hr_of_the_agency_brings_figures(self):
		for nama in ("petugas", "penilai", "kepala", "auditor", "kolega", "tetangga"):
			if nama not in self.instansi.user:
				continue
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				with self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)) as galat:
					send(self.instansi.periode, str(MARET), "SIMPEL", [])
				self.assertTrue(str(galat.exception))
		self.assertIsNone(self.get_laporan())

	def test_hr_cannot_bring_in_his_own_unseen(self):
		sendiri = make_skp(self.instansi, "pengelola")
		self.assertEqual(
			self.bring((sendiri.nip_pegawai, "Jumlah pendaftaran yang selesai", 99)), [("Diterima", "")]
		)
		doc = self.get_laporan(sendiri)
		self.assertEqual(doc.tahap, Tahap.DRAF)
		self.assertNotEqual(doc.penilai_user, sendiri.pegawai_user)
		with as_user(sendiri.pegawai_user):
			doc.append("bukti", {"uraian": "Rekap", "tautan": "https://arsip.example/rekap"})
			doc.save()
		move(doc, sendiri.pegawai_user, Tahap.DIAJUKAN)
		with as_user(sendiri.pegawai_user):
			self.assert_ditolak("", Exception, doc.take_langkah, "Verifikasi")

	def test_the_period_must_be_open_and_have_begun(self):
		with as_user(self.instansi.user["pengelola"]):
			for tanggal, asal, pesan in (
				(date(TAHUN, 5, 31), "SIMPEL", "belum dimulai"),
				(date(TAHUN + 1, 5, 31), "SIMPEL", "di luar masa pelaporan"),
				(MARET, " ", "nama sistem asalnya"),
				(MARET, "S" * 41, "nama sistem asalnya"),
				(MARET, "<b>", "tanpa tag HTML"),
			):
				with self.subTest(pesan):
					self.assert_ditolak(
						pesan, frappe.ValidationError, open_impor, self.instansi.periode, tanggal, asal
					)


class TestTitikAkhir(UjiImpor):
	def send(self, *baris, **lain) -> dict:
		with as_user(self.instansi.user["pengelola"]):
			return send(self.instansi.periode, lain.get("tanggal", str(MARET)), "SIMPEL", list(baris))

	def test_the_answer_says_what_became_of_the_rows(self):
		baik = {"nip": self.nip, "indikator": "Jumlah pendaftaran yang selesai", "realisasi": 85}
		jawaban = self.send(baik, {**baik, "indikator": "Lain"}, {**baik, "nip": 1985}, {})
		self.assertEqual((jawaban["masa"], jawaban["diterima"], jawaban["ditolak"]), (f"Maret {TAHUN}", 1, 3))
		self.assertEqual([row["baris"] for row in jawaban["penolakan"]], [2, 3, 4])
		self.assertIn("harus berupa teks", jawaban["penolakan"][1]["penjelasan"])
		self.assertEqual(self.send(baik)["sama"], 1)

	def test_too_many_and_nonsense_are_refused_as_a_whole(self):
		self.assert_ditolak(
			"paling banyak 1000", frappe.ValidationError, self.send, *[{}] * (SEKALI_KIRIM + 1)
		)
		self.assert_ditolak("tidak dapat dibaca", frappe.ValidationError, self.send, "x")
		self.assert_ditolak("Tanggal", frappe.ValidationError, self.send, tanggal="kemarin")


JUDUL = ("NIP", "Indikator", "Realisasi", "Keterangan")


class UjiLembar(UjiImpor):
	def make(self, *rows: tuple, judul: tuple = JUDUL):
		with as_user(self.instansi.user["pengelola"]):
			doc = frappe.get_doc(
				doctype="Impor Realisasi", periode=self.instansi.periode, tanggal=MARET, asal="SIMPEL"
			).insert()
			return self.attach(doc, rows, judul)

	def attach(self, doc, rows: tuple, judul: tuple = JUDUL):
		buku = Workbook()
		for row in (judul, *rows):
			buku.active.append(row)
		isi = BytesIO()
		buku.save(isi)
		berkas = frappe.get_doc(
			doctype="File",
			file_name="angka.xlsx",
			content=isi.getvalue(),
			is_private=1,
			attached_to_doctype=doc.doctype,
			attached_to_name=doc.name,
			attached_to_field="berkas",
		).insert()
		doc.berkas = berkas.file_url
		return doc.save()

	def run_impor(self, doc):
		with as_user(self.instansi.user["pengelola"]), patch.object(frappe.db, "commit"):
			impor_realisasi.giliran.take_giliran(doc.name)
			impor_realisasi._run(frappe.get_doc(doc.doctype, doc.name))
		return doc.reload()

	def get_hasil(self, doc) -> list[tuple]:
		isi = frappe.get_doc("File", {"file_url": doc.hasil, "attached_to_name": doc.name}).get_content()
		return list(load_workbook(BytesIO(isi)).active.iter_rows(min_row=2, values_only=True))


class TestLembar(UjiLembar):
	def test_a_file_with_wrong_rows_and_its_second_run(self):
		judul = "Jumlah pendaftaran yang selesai"
		rows = ((self.nip, judul, 85), (self.nip, "Lain", 1), (self.lain.nip_pegawai, judul, "x"))
		doc = self.run_impor(self.make(*rows))
		self.assertEqual(
			(doc.status, doc.jumlah_baris, doc.jumlah_diterima, doc.jumlah_ditolak), ("Selesai", 3, 1, 2)
		)
		hasil = self.get_hasil(doc)
		self.assertEqual([row[4] for row in hasil], ["Diterima", "Ditolak", "Ditolak"])
		self.assertIn("bukan angka", hasil[2][5])
		doc = self.run_impor(doc)
		self.assertEqual((doc.jumlah_sama, doc.jumlah_ditolak), (1, 2))
		self.assertEqual(frappe.db.count("File", {"attached_to_name": doc.name}), 2)

	def test_numbers_are_read_as_they_are_shown(self):
		buku = Workbook()
		lembar = buku.active
		lembar.append(("NIP", "Indikator", "Satuan", "Realisasi"))
		for nilai, pola in ((0.85, "0%"), (1234.5, "#,##0"), (85, "General"), ("=1+1", "General")):
			lembar.append((self.nip, "X", "persen", nilai))
			lembar.cell(lembar.max_row, 4).number_format = pola
		lembar.append((198501012010011003, "X", "persen", 1))
		isi = BytesIO()
		buku.save(isi)
		baris = read_berkas("a.xlsx", isi.getvalue())
		self.assertEqual(baris[0].nilai, 85)
		self.assertIn("tampak sebagai", baris[1].salah)
		self.assertEqual((baris[2].nilai, baris[2].salah), (85, ""))
		self.assertIn("rumus", baris[3].salah)
		self.assertIn("Excel membulatkan", baris[4].salah)

	def test_a_file_that_is_none_is_refused(self):
		for nama, isi, pesan in (
			("a.xlsx", b"", "kosong"),
			("a.xlsx", b"bukan", "bukan buku kerja"),
			("a.xlsm", b"PK", "makro"),
		):
			with self.subTest(pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, read_berkas, nama, isi)
		doc = self.make((1, 2), judul=("NIP", "Realisasi"))
		self.assert_ditolak("harus memuat judul kolom", frappe.ValidationError, self.run_impor, doc)

	def test_the_sheet_that_is_handed_out_comes_back(self):
		doc = self.make()
		with as_user(self.instansi.user["pengelola"]):
			isi = impor_realisasi.export_lembar(doc)
		rows = list(load_workbook(BytesIO(isi)).active.iter_rows(values_only=True))
		self.assertEqual(rows[0], impor_realisasi.JUDUL)
		kunci = {iki.kunci for skp in (self.skp, self.lain) for iki in skp.indikator}
		self.assertLessEqual(kunci, {row[2] for row in rows[1:]})
		self.assertEqual(len(read_berkas("a.xlsx", isi)), len(rows) - 1)

	def test_another_file_and_the_columns_of_the_run_are_not_the_clients(self):
		doc = self.make((self.nip, "X", 1))
		with as_user(self.instansi.user["pengelola"]):
			asing = frappe.get_doc(
				doctype="File", file_name="asing.txt", content="asing", is_private=1
			).insert()
			for alamat in (asing.file_url, "/files/umum.xlsx", "https://jahat.example/a.xlsx"):
				with self.subTest(alamat):
					doc.reload().berkas = alamat
					self.assert_ditolak("Unggah berkasnya di sini", frappe.ValidationError, doc.save)
			doc.reload()
			doc.update({"status": "Selesai", "hasil": "/private/files/x", "jumlah_diterima": 9})
			doc.save()
		self.assertEqual((doc.status, doc.hasil, doc.jumlah_diterima), ("Menunggu", None, 0))

	def test_others_neither_start_nor_read_it(self):
		doc = self.make((self.nip, "X", 1))
		for nama in ("petugas", "penilai", "auditor"):
			with self.subTest(nama), as_user(self.instansi.user[nama]):
				for tindakan in (start, download_lembar):
					self.assert_ditolak("Pengelola", frappe.PermissionError, tindakan, doc.name)
		with as_user(self.instansi.user["petugas"]):
			self.assert_ditolak("Impor Realisasi", frappe.PermissionError, frappe.get_list, "Impor Realisasi")

	def test_it_runs_once_at_a_time(self):
		doc = self.make((self.nip, "X", 1))
		with as_user(self.instansi.user["pengelola"]):
			impor_realisasi.giliran.take_giliran(doc.name)
			self.assert_ditolak("sedang berjalan", frappe.ValidationError, start, doc.name)


class Mati(BaseException):
	"""The worker is gone: nothing after it runs, what was not committed is not there."""


class TestTerputus(UjiLembar):
	"""Sets of one employee each; a death is a rollback to the last commit."""

	def setUp(self):
		super().setUp()
		peran = ("Pegawai ASN",)
		add_pegawai(self.instansi, "ketiga", 81, self.instansi.unit, self.instansi.pegawai["penilai"], peran)
		self.orang = [self.skp, self.lain, make_skp(self.instansi, "ketiga")]
		sekali = patch.object(pelaksanaan, "SEKALI", 1)
		sekali.start()
		self.addCleanup(sekali.stop)
		self.judul = [iki.indikator for iki in self.skp.indikator]
		self.doc = self.make(
			(self.orang[0].nip_pegawai, self.judul[0], 85),
			(self.orang[1].nip_pegawai, self.judul[0], 70),
			(self.orang[1].nip_pegawai, self.judul[0], 70),
			(self.orang[2].nip_pegawai, self.judul[0], 60),
			("199912312026011999", self.judul[0], 1),
		)

	def run_sampai_mati(self, mati_pada: str, ke: int) -> None:
		"""At the ``ke``-th call of ``mati_pada``: before it is done."""
		panggilan = iter(range(1, 100))
		asli = {"commit": lambda *args: frappe.db.savepoint("tersimpan"), "insert": penulisan.insert_banyak}

		def call(nama):
			def run(*args):
				if nama == mati_pada and next(panggilan) == ke:
					raise Mati
				return asli[nama](*args)

			return run

		frappe.db.savepoint("tersimpan")
		with (
			as_user(self.instansi.user["pengelola"]),
			patch.object(frappe.db, "commit", call("commit")),
			patch.object(penulisan, "insert_banyak", call("insert")),
			self.assertRaises(Mati),
		):
			impor_realisasi.giliran.take_giliran(self.doc.name)
			frappe.db.savepoint("tersimpan")
			impor_realisasi.run(self.doc.name)
		frappe.db.rollback(save_point="tersimpan")
		self.doc.reload()

	def resume(self):
		self.set_diam()
		return self.run_impor(self.doc)

	def set_diam(self) -> None:
		"""So long that it must have died."""
		frappe.db.set_value(
			self.doc.doctype, self.doc.name, "modified", "2000-01-01 00:00:00", update_modified=False
		)

	def get_jumlah(self) -> tuple:
		doc = self.doc
		return doc.banyak_baris, doc.jumlah_baris, doc.jumlah_diterima, doc.jumlah_sama, doc.jumlah_ditolak

	def assert_lengkap(self) -> None:
		"""As if it had not died: everybody has one report with his figure, and has been told once."""
		self.assertEqual((self.doc.status, *self.get_jumlah()), ("Selesai", 5, 5, 3, 1, 1))
		self.assertEqual(
			[row[4] for row in self.get_hasil(self.doc)],
			["Diterima", "Diterima", "Sudah sama", "Diterima", "Ditolak"],
		)
		for skp, angka in zip(self.orang, (85, 70, 60), strict=True):
			laporan = frappe.get_all(LAPORAN, {"skp": skp.name, "masa_ke": 3}, pluck="name")
			self.assertEqual(len(laporan), 1)
			baris = frappe.get_doc(LAPORAN, laporan[0]).baris
			self.assertEqual(len(baris), len(skp.indikator))
			self.assertEqual(baris[0].realisasi, angka)
			milik = {"document_name": laporan[0], "for_user": skp.pegawai_user}
			self.assertEqual(frappe.db.count("Notification Log", milik), 1)

	def test_between_two_sets_it_goes_on_from_there(self):
		self.run_sampai_mati("commit", 3)
		self.assertEqual((self.doc.status, *self.get_jumlah()), ("Berjalan", 5, 3, 2, 1, 0))
		self.resume()
		self.assert_lengkap()

	def test_in_the_middle_of_a_set_nothing_of_that_is_there(self):
		"""Between the reports of the second employee and their rows."""
		self.run_sampai_mati("insert", 4)
		self.assertEqual(self.get_jumlah(), (5, 1, 1, 0, 0))
		self.assertFalse(frappe.db.exists(LAPORAN, {"skp": self.orang[1].name, "masa_ke": 3}))
		self.resume()
		self.assert_lengkap()

	def test_after_the_last_set_only_the_outcome_is_made(self):
		self.run_sampai_mati("commit", 5)
		self.assertEqual(self.get_jumlah(), (5, 5, 3, 1, 1))
		with patch.object(penulisan, "insert_banyak") as sisip:
			self.resume()
		sisip.assert_not_called()
		self.assert_lengkap()

	def test_it_dies_again_and_again_and_never_counts_back(self):
		for ke, terbaca in ((2, 1), (3, 3), (4, 4), (5, 5)):
			self.set_diam()
			self.run_sampai_mati("commit", ke)
			self.assertEqual(self.doc.jumlah_baris, terbaca)
			self.assertEqual(self.doc.jumlah_diterima, min(terbaca - (terbaca > 2), 3))
		self.resume()
		self.assert_lengkap()

	def test_what_an_employee_has_changed_meanwhile_stays_his(self):
		self.run_sampai_mati("commit", 3)
		laporan = self.get_laporan()
		with as_user(self.skp.pegawai_user):
			laporan.baris[0].realisasi = 90
			laporan.save()
		self.resume()
		hasil = self.get_hasil(self.doc)[0]
		self.assertEqual(hasil[4], "Ditolak")
		self.assertIn("Isian pegawai tidak diganti", hasil[5])
		self.assertEqual(self.get_laporan().baris[0].realisasi, 90)

	def test_a_live_run_is_not_joined_and_another_file_begins_anew(self):
		self.run_sampai_mati("commit", 3)
		with as_user(self.instansi.user["pengelola"]):
			self.assert_ditolak("sedang berjalan", frappe.ValidationError, start, self.doc.name)
			impor_realisasi.giliran.stop(self.doc.name)
			lain = self.attach(self.doc.reload(), ((self.orang[2].nip_pegawai, self.judul[0], 60),))
		self.assertEqual((lain.status, lain.kemajuan, self.get_jumlah()), ("Menunggu", None, (0,) * 5))
		self.run_impor(lain)
		self.assertEqual(self.get_jumlah(), (1, 1, 1, 0, 0))
