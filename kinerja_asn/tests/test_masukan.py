"""Wrong, missing, huge, hostile and out-of-turn input: a clear Indonesian message, and nothing half-written."""

from datetime import date
from unittest.mock import patch

import frappe
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.orang.pihak import snapshot_pihak
from kinerja_asn.services.pelaksanaan.bukti import check_berkas
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	make_evaluasi,
	make_hasil_kerja,
	make_indikator,
	make_indikator_pk,
	make_kinerja_unit,
	make_periode,
	make_perjanjian,
	make_perubahan,
	make_realisasi,
	make_skp,
	make_templat,
	move,
)
from kinerja_asn.tests.test_penugasan import make_penugasan
from kinerja_asn.tests.test_pustaka import make_versi

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\0" * 512
SERANGAN = "<script>alert(1)</script><img src=x onerror=alert(1)>"


class TestPegawai(UjiKinerja):
	def test_a_wrong_nip_is_refused_with_what_is_wrong(self):
		for nip, pesan in (
			("1985010120100110", "18"),
			("198513012010011001", "tanggal lahir"),
			("198501012010013001", "jenis kelamin"),
			("19850101201001100A", "NIP memuat tanda &quot;A&quot; sesudah 17 angka"),
			("1,967E+17", "Ubah format kolomnya menjadi Teks (Text)"),
			(f"19850101{SERANGAN}", "NIP memuat tanda &quot;&lt;&quot; sesudah 8 angka"),
			("198602022010011777", "NIP menyebut tanggal lahir 02-02-1986"),
			(frappe.db.get_value("Employee", self.instansi.pegawai["kolega"], "nip"), "sudah dipakai Kolega"),
		):
			with self.subTest(nip=nip):
				pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
				pegawai.nip = nip
				self.assert_ditolak(pesan, frappe.ValidationError, pegawai.save)

	def test_a_nip_is_kept_as_eighteen_digits_however_it_was_pasted(self):
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		nip = pegawai.nip
		for tempelan in (f"'{nip}", f"NIP. {nip[:8]}\u00a0{nip[8:14]} {nip[14]} {nip[15:]}\n", int(nip)):
			with self.subTest(tempelan=tempelan):
				pegawai.nip = tempelan
				pegawai.save()
				self.assertEqual(frappe.db.get_value("Employee", pegawai.name, "nip"), nip)

	def test_pangkat_is_kept_in_the_words_of_the_list_however_it_is_spelled(self):
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		for jenis, ejaan, pangkat in (
			("PNS", "PEMBINA TK I / IV.B", "Pembina Tingkat I / IV.b"),
			("PNS", "III d", "Penata Tingkat I / III.d"),
			("PPPK", "PPPK-IX", "Golongan IX"),
			("PPPK", "IX", "Golongan IX"),
			("", "Golongan IX", "Golongan IX"),
			("PPPK", "-", ""),
		):
			with self.subTest(ejaan=ejaan):
				pegawai.update({"jenis_asn": jenis, "pangkat_golongan": ejaan}).save()
				self.assertEqual(pegawai.pangkat_golongan, pangkat)
		for ejaan, pesan in (
			("Penata Tk. I (III/c)", "tidak sesuai: Penata / III.c, sedangkan Penata Tingkat I / III.d"),
			("Letnan", "Pangkat &quot;Letnan&quot; tidak dikenal. Tulis misalnya"),
		):
			pegawai.reload().pangkat_golongan = ejaan
			self.assert_ditolak(pesan, frappe.ValidationError, pegawai.save)

	def test_a_gender_that_contradicts_the_nip_is_refused(self):
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		pegawai.gender = "Female"
		self.assert_ditolak("NIP menyebut Laki-laki, sedangkan", frappe.ValidationError, pegawai.save)
		frappe.db.set_value("Employee", pegawai.name, "gender", "Female")
		pegawai.reload().bio = "Yang sudah lama berbeda tidak menghalangi perubahan lain."
		pegawai.save()
		self.assertEqual(pegawai.gender, "Female")

	def test_an_officer_of_tni_or_polri_has_an_nrp_and_no_nip(self):
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["penilai"])
		nip = pegawai.nip
		for isian, pesan in (
			({"nrp": "7805"}, "untuk Polri 8 angka"),
			({"nip": "78051234", "nrp": None}, "NRP anggota TNI/Polri diisi pada kolom NRP"),
			({"nip": nip, "nrp": "78051234"}, "NIP dan NRP tidak diisi bersama"),
		):
			pegawai.reload().update(isian)
			self.assert_ditolak(pesan, frappe.ValidationError, pegawai.save)
		pegawai.reload().update({"nip": None, "nrp": "NRP 7805 1234"}).save()
		self.assertEqual(pegawai.nrp, "78051234")
		self.assertEqual(snapshot_pihak(self.instansi.pegawai["petugas"])["nip_penilai"], "78051234")

	def test_an_employee_without_a_nip_is_none_of_our_business(self):
		pegawai = frappe.get_doc("Employee", self.instansi.pegawai["petugas"])
		pegawai.nip = ""
		pegawai.save()
		self.assertFalse(pegawai.nip)


class TestTarget(UjiKinerja):
	"""A blank Target Maksimum means one figure, wherever a target is filled in; a number column keeps it as 0."""

	def test_one_figure_is_the_whole_target(self):
		for isian, target in (
			({"target_min": 90, "target_maks": None}, (90, 90)),
			({"target_min": 90, "target_maks": ""}, (90, 90)),
			({"target_min": 90, "target_maks": 0}, (90, 90)),
			({"target_min": None, "target_maks": 90}, (90, 90)),
			({"target_min": 0, "target_maks": 90}, (0, 90)),
			({"target_min": 90, "target_maks": 95}, (90, 95)),
		):
			for jenis, make in self.get_pembuat().items():
				with self.subTest(jenis=jenis, isian=isian):
					frappe.db.savepoint("satu")
					row = make(isian)
					self.assertEqual((row.target_min, row.target_maks), target)
					frappe.db.rollback(save_point="satu")

	def get_pembuat(self) -> dict:
		"""What holds a target -> makes one with that target and returns what holds it."""
		return {
			"SKP": lambda isian: make_skp(
				self.instansi, tahap=Tahap.DIAJUKAN, indikator=[make_indikator(**isian)]
			).indikator[0],
			"Perubahan SKP": self.change,
			"Templat SKP": lambda isian: make_templat(
				self.instansi, indikator=[make_indikator(**isian)]
			).indikator[0],
			"Perjanjian Kinerja": lambda isian: make_perjanjian(
				self.instansi, indikator=[make_indikator_pk(**isian)]
			).indikator[0],
			"Indikator Kinerja": lambda isian: make_versi(self.instansi.name, **isian),
			"Penugasan Kinerja": lambda isian: make_penugasan(self.instansi, **isian),
		}

	def change(self, isian: dict):
		doc = make_perubahan(make_skp(self.instansi))
		with as_user(doc.pegawai_user):
			doc.indikator[0].update(isian)
			return doc.save().indikator[0]

	def test_none_at_all_is_a_drafts_blank(self):
		kosong = {"target_min": None, "target_maks": None}
		row = make_perjanjian(self.instansi, indikator=[make_indikator_pk(**kosong)]).indikator[0]
		self.assertEqual((row.target_min, row.target_maks), (0, 0))
		row = make_skp(self.instansi, tahap=Tahap.DRAF, indikator=[make_indikator(**kosong)]).indikator[0]
		self.assertEqual((row.target_min, row.target_maks), (0, 0))


class TestSKP(UjiKinerja):
	def draf(self, **fields):
		return make_skp(self.instansi, tahap=Tahap.DRAF, **fields)

	def test_what_is_missing_is_named_at_submission(self):
		for isi, pesan in (
			({"hasil_kerja": [], "indikator": []}, "hasil kerja utama"),
			({"hasil_kerja": [make_hasil_kerja(jenis="Tambahan")]}, "hasil kerja utama"),
			({"indikator": []}, "Hasil kerja ke-1"),
			({"indikator": [make_indikator(target_min=2000)]}, "Indikator ke-1"),
			({"indikator": [make_indikator(satuan="")]}, "satuan"),
			({"indikator": [make_indikator(arah="Naratif")]}, "Indikator ke-1"),
			({"indikator": [make_indikator(hasil_kerja_ke=7)]}, "Indikator ke-1"),
		):
			with self.subTest(pesan=pesan):
				frappe.db.savepoint("satu")
				skp = self.draf(**isi)
				with as_user(skp.pegawai_user):
					self.assert_ditolak(
						pesan, frappe.ValidationError, apply_workflow, skp.as_dict(), "Ajukan"
					)
				self.assertEqual(frappe.db.get_value("SKP", skp.name, "tahap"), "Draf")
				frappe.db.rollback(save_point="satu")

	def test_values_of_no_meaning_are_refused_at_once(self):
		for isi, pesan in (
			({"indikator": [make_indikator(aspek="Keindahan")]}, "Indikator ke-1"),
			({"indikator": [make_indikator(target_min="seribu")]}, "bukan angka"),
			({"indikator": [make_indikator(target_maks=10**15)]}, "100 miliar"),
			({"indikator": [make_indikator(target_min=-5)]}, "angka harus 0"),
			({"hasil_kerja": [make_hasil_kerja("x" * 20_000)]}, "terlalu panjang"),
			({"hasil_kerja": [make_hasil_kerja()] * 101}, "paling banyak 100"),
		):
			with self.subTest(pesan=pesan):
				self.assert_ditolak(pesan, frappe.ValidationError, self.draf, **isi)
				self.assertFalse(frappe.db.exists("SKP", {"pegawai": self.instansi.pegawai["petugas"]}))

	def test_a_second_skp_of_the_same_year_is_refused(self):
		self.draf()
		self.assert_ditolak("sudah ada", frappe.DuplicateEntryError, self.draf)

	def test_of_two_requests_at_once_one_gets_the_same_message(self):
		"""The check sees nothing yet, the unique index does."""
		pertama = self.draf()
		with patch.object(type(pertama), "set_urutan", lambda doc: doc.set("urutan", 1)):
			self.assert_ditolak("sudah ada", frappe.DuplicateEntryError, self.draf)
		self.assertEqual(frappe.db.count("SKP", {"pegawai": pertama.pegawai}), 1)

	def test_business_keys_are_unique_in_the_database(self):
		"""Not only in the name, which is made from them."""
		kembar = frappe.copy_doc(self.draf(), ignore_no_copy=True)
		kembar.update({"name": "SKP-KEMBAR", "urutan": 1, "hasil_kerja": [], "indikator": [], "perilaku": []})
		with self.assertRaises((frappe.UniqueValidationError, frappe.DuplicateEntryError)):
			Document.db_insert(kembar)
		self.assertFalse(frappe.db.exists("SKP", kembar.name))

	def test_who_does_not_plan_gets_a_reason(self):
		frappe.db.set_value(
			"Employee", self.instansi.pegawai["petugas"], "status_kinerja", "Masa Persiapan Pensiun"
		)
		self.assert_ditolak("Masa Persiapan Pensiun", frappe.ValidationError, self.draf)

	def test_a_period_must_be_open_and_of_the_own_agency(self):
		frappe.get_doc("Periode Kinerja", self.instansi.periode).db_set("status", "Ditutup")
		frappe.clear_document_cache("Periode Kinerja", self.instansi.periode)
		self.assert_ditolak("berstatus Ditutup", frappe.ValidationError, self.draf)
		lain = make_periode("Dinas Tetangga Uji")
		self.assert_ditolak("Pilih periode instansinya", frappe.ValidationError, self.draf, periode=lain.name)

	def test_an_skp_without_a_penilai_cannot_be_submitted(self):
		skp = make_skp(self.instansi, "kepala", Tahap.DRAF)
		with as_user(skp.pegawai_user):
			self.assert_ditolak(
				"Pejabat Penilai Kinerja untuk",
				frappe.ValidationError,
				apply_workflow,
				skp.as_dict(),
				"Ajukan",
			)

	def test_the_leaders_result_must_be_the_leaders(self):
		asing = self.draf().hasil_kerja[0].kunci
		with as_user(self.instansi.user["kolega"]):
			doc = frappe.get_doc(
				doctype="SKP",
				periode=self.instansi.periode,
				pegawai=self.instansi.pegawai["kolega"],
				hasil_kerja=[{**make_hasil_kerja(), "rhk_pimpinan": asing}],
			)
			self.assert_ditolak("tidak ditemukan di SKP", frappe.ValidationError, doc.insert)

	def test_html_and_formulas_are_refused_in_every_text_field(self):
		for isi in (
			{"hasil_kerja": [make_hasil_kerja(SERANGAN)]},
			{"hasil_kerja": [{**make_hasil_kerja(), "rhk_pimpinan_uraian": SERANGAN}]},
			{"indikator": [make_indikator(indikator=SERANGAN)]},
			{"indikator": [make_indikator(satuan=SERANGAN)]},
			{"indikator": [make_indikator(arah="Naratif", target_naratif=SERANGAN)]},
		):
			with self.subTest(isi=isi):
				self.assert_ditolak("tanpa tag HTML", frappe.ValidationError, self.draf, **isi)
		rumus = {"hasil_kerja": [make_hasil_kerja('=HYPERLINK("http://contoh.example")')]}
		self.assert_ditolak("membacanya sebagai rumus", frappe.ValidationError, self.draf, **rumus)
		self.assertTrue(self.draf(hasil_kerja=[make_hasil_kerja("Waktu layanan < 3 hari & mutu > 90 %")]))

	def test_keys_are_made_once_and_a_client_cannot_choose_them(self):
		skp = self.draf(hasil_kerja=[{**make_hasil_kerja(), "kunci": "pilihan"}])
		kunci = skp.hasil_kerja[0].kunci
		self.assertNotEqual(kunci, "pilihan")
		with as_user(skp.pegawai_user):
			skp.hasil_kerja[0].kunci = "lain"
			skp.save()
		self.assertEqual(skp.reload().hasil_kerja[0].kunci, kunci)
		self.assertEqual(skp.indikator[0].hasil_kerja, kunci)

	def test_reordered_rows_keep_their_indikator(self):
		skp = self.draf(
			hasil_kerja=[make_hasil_kerja("A"), make_hasil_kerja("B")],
			indikator=[
				make_indikator(hasil_kerja_ke=1),
				make_indikator(hasil_kerja_ke=2, indikator="Milik B"),
			],
		)
		with as_user(skp.pegawai_user):
			skp.hasil_kerja.reverse()
			for idx, row in enumerate(skp.hasil_kerja, 1):
				row.idx = idx
			skp.save()
		milik = {iki.hasil_kerja: iki.indikator for iki in skp.reload().indikator}
		self.assertEqual(milik[skp.hasil_kerja[0].kunci], "Milik B")
		self.assertEqual([iki.hasil_kerja_ke for iki in skp.indikator], [2, 1])

	def test_acting_on_a_document_that_moved_on_is_refused(self):
		skp = self.draf()
		lama = skp.as_dict()
		move(skp, skp.pegawai_user, Tahap.DIAJUKAN)
		with as_user(skp.pegawai_user):
			with self.assertRaises(frappe.TimestampMismatchError):
				frappe.get_doc(lama).save()
			with self.assertRaises(frappe.ValidationError):
				apply_workflow(lama, "Ajukan")  # the second click
		self.assertEqual(skp.reload().tahap, "Diajukan")


class TestRealisasi(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)

	def test_a_report_outside_its_period_or_before_it_is_refused(self):
		for bulan, pesan in ((0, "Masa ke-0 tidak ada"), (13, "Masa ke-13 tidak ada")):
			self.assert_ditolak(pesan, frappe.ValidationError, make_realisasi, self.skp, bulan, 1)
		frappe.flags.current_date = date(2025, 3, 15)
		self.assert_ditolak("belum dimulai", frappe.ValidationError, make_realisasi, self.skp, 4, 1)
		frappe.db.set_value("SKP", self.skp.name, "awal", "2025-03-01")
		self.assert_ditolak("di luar masa berlaku", frappe.ValidationError, make_realisasi, self.skp, 2, 1)

	def test_a_report_on_a_plan_that_is_not_set_is_refused(self):
		draf = make_skp(self.instansi, "kolega", Tahap.DRAF)
		self.assert_ditolak("setelah SKP ditetapkan", frappe.ValidationError, make_realisasi, draf, 1, 1)

	def test_a_row_that_is_not_in_the_skp_is_refused(self):
		self.assert_ditolak(
			"bukan indikator SKP ini", frappe.ValidationError, make_realisasi, self.skp, 1, {"asing": 5}
		)

	def test_wrong_numbers_are_refused(self):
		for nilai, pesan in (
			("banyak", "bukan angka"),
			(-1, "angka harus 0"),
			(10**13, "100 miliar"),
			("nan", "bukan angka"),
		):
			with self.subTest(nilai=nilai):
				self.assert_ditolak(pesan, frappe.ValidationError, make_realisasi, self.skp, 1, nilai)
		self.assertEqual(frappe.db.count("Realisasi Kinerja", {"skp": self.skp.name}), 0)

	def test_zero_is_a_report_and_an_empty_row_is_none(self):
		nol = make_realisasi(self.skp, 1, 0)
		self.assertEqual(nol.baris[0].dilaporkan, 1)
		with as_user(self.skp.pegawai_user):
			kosong = frappe.get_doc(doctype="Realisasi Kinerja", skp=self.skp.name, masa_ke=2).insert()
			self.assertEqual(kosong.baris[0].dilaporkan, 0)
			self.assert_ditolak(
				"paling sedikit satu indikator",
				frappe.ValidationError,
				apply_workflow,
				kosong.as_dict(),
				"Ajukan",
			)

	def test_evidence_is_needed_to_submit(self):
		doc = make_realisasi(self.skp, 1, 5, Tahap.DRAF)
		with as_user(self.skp.pegawai_user):
			doc.set("bukti", [])
			doc.save()
			self.assert_ditolak(
				"satu bukti dukung", frappe.ValidationError, apply_workflow, doc.as_dict(), "Ajukan"
			)

	def test_links_must_lead_to_a_site(self):
		for tautan in (
			"javascript:alert(1)",
			"data:text/html,x",
			"//arsip.example",
			"https://",
			"file:///etc/passwd",
			" JaVaScRiPt:x",
		):
			with self.subTest(tautan=tautan):
				doc = make_realisasi(self.skp, 1, 5, Tahap.DRAF)
				with as_user(self.skp.pegawai_user):
					doc.bukti[0].tautan = tautan
					self.assert_ditolak("tautan harus diawali https://", frappe.ValidationError, doc.save)
				frappe.delete_doc("Realisasi Kinerja", doc.name, force=True, ignore_permissions=True)

	def test_a_second_report_of_the_same_month_is_refused(self):
		make_realisasi(self.skp, 1, 5)
		self.assert_ditolak("sudah ada", frappe.DuplicateEntryError, make_realisasi, self.skp, 1, 6)

	def test_a_verified_report_is_locked(self):
		doc = make_realisasi(self.skp, 1, 5)
		for siapa in (self.skp.pegawai_user, self.skp.penilai_user, self.instansi.user["pengelola"]):
			with self.subTest(siapa=siapa), as_user(siapa), self.assertRaises(frappe.PermissionError):
				salinan = frappe.get_doc(doc.doctype, doc.name)
				salinan.baris[0].realisasi = 500
				salinan.save()
		self.assertEqual(doc.reload().baris[0].realisasi, 5)


class TestBerkas(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.doc = make_realisasi(make_skp(self.instansi), 1, 5, Tahap.DRAF)

	def upload(self, nama: str, isi: bytes, **fields):
		return frappe.get_doc(
			{
				"doctype": "File",
				"file_name": nama,
				"content": isi,
				"is_private": 1,
				"attached_to_doctype": "Realisasi Kinerja",
				"attached_to_name": self.doc.name,
				**fields,
			}
		).insert()

	def test_only_what_it_says_it_is(self):
		for nama, isi, pesan in (
			("virus.exe", EXE, "tidak diterima"),
			("virus.pdf", EXE, "Isi berkas"),
			("halaman.html", b"<script>", "tidak diterima"),
			("gambar.svg", b"<svg onload=alert(1)>", "tidak diterima"),
			("tanpaekstensi", PDF, "tidak diterima"),
			("data.csv", EXE, "Isi berkas"),
		):
			with self.subTest(nama=nama):
				with as_user(self.doc.pegawai_user):
					self.assert_ditolak(pesan, frappe.ValidationError, self.upload, nama, isi)
				self.assertEqual(frappe.db.count("File", {"attached_to_name": self.doc.name}), 0)

	def test_fifty_megabytes_and_nothing_are_refused(self):
		"""Frappe itself stops at its max_file_size; a site that raised it gets our limit."""
		for isi, pesan in ((PDF + b"\0" * (50 * 1024 * 1024), "paling besar 10 MB"), (b"", "kosong")):
			berkas = frappe.get_doc(
				doctype="File",
				file_name="bukti.pdf",
				content=isi,
				is_private=1,
				attached_to_doctype="Realisasi Kinerja",
				attached_to_name=self.doc.name,
			)
			self.assert_ditolak(pesan, frappe.ValidationError, check_berkas, berkas)

	def test_evidence_is_private_and_stays_so(self):
		with as_user(self.doc.pegawai_user):
			self.assert_ditolak(
				"berkas privat", frappe.ValidationError, self.upload, "b.pdf", PDF, is_private=0
			)
			berkas = self.upload("bukti.pdf", PDF)
		self.assertTrue(berkas.file_url.startswith("/private/"))
		berkas.is_private = 0
		self.assert_ditolak("tidak dapat diganti, dipindahkan", frappe.ValidationError, berkas.save)

	def test_a_file_of_another_document_cannot_be_named(self):
		asing = make_realisasi(make_skp(self.instansi, "kolega"), 1, 5, Tahap.DRAF)
		with as_user(asing.pegawai_user):
			berkas = frappe.get_doc(
				doctype="File",
				file_name="rahasia.pdf",
				content=PDF + b"rahasia",
				is_private=1,
				attached_to_doctype="Realisasi Kinerja",
				attached_to_name=asing.name,
			).insert()
		with as_user(self.doc.pegawai_user):
			self.doc.append("bukti", {"berkas": berkas.file_url})
			self.assert_ditolak("unggah berkasnya ke dokumen ini", frappe.ValidationError, self.doc.save)

	def test_a_record_for_the_address_of_anothers_file_is_refused(self):
		"""It would make its maker the owner, and the owner may read."""
		with as_user(self.doc.pegawai_user):
			berkas = self.upload("rahasia.pdf", PDF + b"milik petugas")
		with as_user(self.instansi.user["kolega"]):
			pinjam = frappe.get_doc(doctype="File", file_url=berkas.file_url, is_private=1, file_name="x.pdf")
			self.assert_ditolak("tidak berhak memakai berkas ini", frappe.PermissionError, pinjam.insert)
			lepas = {"attached_to_doctype": None, "attached_to_name": None}
			sendiri = self.upload("sendiri.pdf", PDF + b"isi lain", **lepas)
		self.assertEqual(sendiri.owner, self.instansi.user["kolega"])

	def test_a_loose_file_of_ones_own_becomes_evidence_under_the_same_checks(self):
		"""The desk's form uploads before a new document has its name."""
		for nama, isi, pesan in (("lepas.pdf", PDF + b"lepas", None), ("lepas.exe", EXE, "tidak diterima")):
			with self.subTest(nama=nama), as_user(self.doc.pegawai_user):
				lepas = {"attached_to_doctype": None, "attached_to_name": None}
				berkas = self.upload(nama, isi, **lepas)
				doc = frappe.get_doc(self.doc.doctype, self.doc.name)
				doc.append("bukti", {"berkas": berkas.file_url})
				if pesan:
					self.assert_ditolak(pesan, frappe.ValidationError, doc.save)
				else:
					doc.save()
					self.assertEqual(berkas.reload().attached_to_name, doc.name)

	def test_submitted_evidence_cannot_be_taken_away(self):
		with as_user(self.doc.pegawai_user):
			berkas = self.upload("bukti.pdf", PDF)
			self.doc.append("bukti", {"berkas": berkas.file_url, "uraian": "Laporan"})
			self.doc.save()
		move(self.doc, self.doc.pegawai_user, Tahap.DIAJUKAN)
		with as_user(self.doc.pegawai_user):
			self.assert_ditolak(
				"tidak dapat dihapus", frappe.ValidationError, frappe.delete_doc, "File", berkas.name
			)


class TestEvaluasi(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.skp = make_skp(self.instansi)
		make_realisasi(self.skp, 1, 1075)

	def test_what_is_missing_is_named_when_the_result_is_set(self):
		evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.skp.penilai_user):
			self.assert_ditolak(
				"Capaian kinerja organisasi",
				frappe.ValidationError,
				apply_workflow,
				evaluasi.as_dict(),
				"Tetapkan",
			)
		make_kinerja_unit(self.instansi)
		evaluasi.reload()
		with as_user(self.skp.penilai_user):
			self.assert_ditolak(
				"Pilih rating", frappe.ValidationError, apply_workflow, evaluasi.as_dict(), "Tetapkan"
			)
			evaluasi.rating_hasil_kerja, evaluasi.rating_perilaku = "Dibawah Ekspektasi", "Sesuai Ekspektasi"
			evaluasi.save()
			self.assert_ditolak(
				"berbeda dari usulan", frappe.ValidationError, apply_workflow, evaluasi.as_dict(), "Tetapkan"
			)
			evaluasi.alasan_rating_hasil = "Mutu berkas dikeluhkan pemohon"
			evaluasi.save()
		move(evaluasi, self.skp.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(evaluasi.predikat_kinerja, "Butuh Perbaikan")
		self.assertEqual(evaluasi.usulan_rating_hasil, "Diatas Ekspektasi")

	def test_a_row_judged_otherwise_needs_a_reason_and_changes_the_proposal(self):
		make_kinerja_unit(self.instansi)
		evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.skp.penilai_user):
			evaluasi.hasil[0].rating = "Sesuai Ekspektasi"
			evaluasi.rating_hasil_kerja = evaluasi.rating_perilaku = "Sesuai Ekspektasi"
			evaluasi.save()
			self.assertEqual(evaluasi.usulan_rating_hasil, "Sesuai Ekspektasi")
			self.assert_ditolak(
				"Baris 1: tulis alasan",
				frappe.ValidationError,
				apply_workflow,
				evaluasi.as_dict(),
				"Tetapkan",
			)

	def test_the_result_is_set_on_the_data_that_was_seen(self):
		make_kinerja_unit(self.instansi)
		skp = make_skp(self.instansi, "kolega")
		make_realisasi(skp, 1, 999)
		evaluasi = make_evaluasi(self.instansi, skp)
		with as_user(skp.penilai_user):
			evaluasi.rating_hasil_kerja, evaluasi.rating_perilaku = "Dibawah Ekspektasi", "Sesuai Ekspektasi"
			evaluasi.save()
		make_realisasi(skp, 2, 1)
		with as_user(skp.penilai_user):
			self.assert_ditolak(
				"Data berubah",
				frappe.ValidationError,
				apply_workflow,
				evaluasi.reload().as_dict(),
				"Tetapkan",
			)

	def test_the_predikat_cannot_be_written(self):
		evaluasi = make_evaluasi(self.instansi, self.skp)
		with as_user(self.skp.penilai_user):
			evaluasi.predikat_kinerja = "Sangat Baik"
			self.assert_ditolak("tidak dapat diubah", frappe.PermissionError, evaluasi.save)

	def test_no_evaluation_before_its_time(self):
		frappe.flags.current_date = date(2025, 12, 30)
		self.assert_ditolak(
			"dapat dibuat mulai", frappe.ValidationError, make_evaluasi, self.instansi, self.skp
		)

	def test_a_quarter_is_measured_against_what_is_due_by_its_end(self):
		evaluasi = make_evaluasi(self.instansi, self.skp, jenis="Periodik", masa_ke=1)
		self.assertEqual(evaluasi.masa, "Triwulan I 2025")
		self.assertEqual(evaluasi.hasil[0].capaian_persen, 430.0)  # 1,075 of 250

	def test_two_evaluations_of_the_same_kind_are_refused(self):
		make_evaluasi(self.instansi, self.skp)
		self.assert_ditolak(
			"Evaluasi ini sudah ada", frappe.DuplicateEntryError, make_evaluasi, self.instansi, self.skp
		)
