"""Coaching and mentoring (form B.1.6, B.1.7) and the employee's statements on them (B.1.8): each his part, and attacked."""

from datetime import date

import frappe

from kinerja_asn.constants.pembinaan import PERNYATAAN, StatusPembinaan
from kinerja_asn.services.pelaksanaan.pembinaan.bimbingan import advance, begin, decide_tindak_lanjut
from kinerja_asn.services.pelaksanaan.pembinaan.tanggapan import hand_over
from kinerja_asn.services.perpindahan.penerusan import pass_on
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	change_akun,
	make_bimbingan,
	make_indikator,
	make_realisasi,
	make_skp,
)

DOCTYPE = "Pembinaan Kinerja"
DISIAPKAN, BERJALAN, DITANDATANGANI, SELESAI, DIBATALKAN = StatusPembinaan
JAWABAN = dict.fromkeys(range(1, 10), ("Ya", ""))


class UjiPembinaan(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = date(2025, 5, 5)
		self.skp = make_skp(
			self.instansi,
			indikator=[make_indikator(), make_indikator(indikator="Lama layanan", arah="Turun")],
		)

	def save_as(self, nama: str, doc, **isi):
		with as_user(self.instansi.user[nama]):
			return frappe.get_doc(doc.doctype, doc.name).update(isi).save()

	def get_kabar(self, nama: str, doctype: str = DOCTYPE) -> list[str]:
		saring = {"document_type": doctype, "for_user": self.instansi.user[nama], "read": 0}
		return frappe.get_all("Notification Log", saring, pluck="subject", order_by="creation")


class TestBimbingan(UjiPembinaan):
	def test_target_and_progress_come_from_plan_and_reports(self):
		make_realisasi(self.skp, 1, 70)
		doc = make_bimbingan(self.skp, DISIAPKAN)
		self.assertEqual([row.uraian for row in doc.indikator], [row.indikator for row in self.skp.indikator])
		self.assertEqual(doc.indikator[0].progres, "70 pendaftaran")
		self.assertEqual(doc.indikator[1].progres, "Belum ada realisasi yang dilaporkan.")
		self.assertIn("1.000", doc.indikator[0].target_skp)
		self.assertEqual((doc.pembina_user, doc.nama_pembina), (doc.penilai_user, doc.nama_penilai))

	def test_of_many_indikator_the_chosen_are_discussed(self):
		doc = make_bimbingan(self.skp, DISIAPKAN, indikator=[self.skp.indikator[1].kunci])
		self.assertEqual([row.uraian for row in doc.indikator], ["Lama layanan"])

	def test_prepared_carried_out_signed_by_both_and_followed_up(self):
		doc = make_bimbingan(self.skp, SELESAI)
		self.assertTrue(doc.ditandatangani_pembina_pada and doc.ditandatangani_pegawai_pada)
		self.assertEqual(doc.ditandatangani_pegawai_oleh, self.skp.pegawai_user)
		self.assertEqual(self.get_kabar("kepala"), ["Coaching untuk Petugas selesai"])
		with as_user(doc.atasan_penilai_user):
			decide_tindak_lanjut(frappe.get_doc(DOCTYPE, doc.name), "Ikutkan pelatihan.", str(doc.modified))
		doc.reload()
		self.assertEqual((doc.tindak_lanjut, doc.penentu_tindak_lanjut), ("Ikutkan pelatihan.", "Kepala"))
		self.assert_ditolak(
			"Tindak Lanjut", frappe.PermissionError, self.save_as, "kepala", doc, tindak_lanjut="Lain."
		)

	def test_a_mentoring_has_a_journal_of_both(self):
		doc = make_bimbingan(self.skp, BERJALAN, "Mentoring")
		for nama in ("petugas", "penilai"):
			jurnal = [*frappe.get_doc(DOCTYPE, doc.name).jurnal, {"tanggal": "2025-05-05", "materi": nama}]
			doc = self.save_as(nama, doc, jurnal=jurnal)
		self.assertEqual([row.materi for row in doc.jurnal], ["petugas", "penilai"])
		self.assertEqual(doc.indikator, [])

	def test_what_is_missing_is_said_before_anybody_signs(self):
		doc = make_bimbingan(self.skp, DISIAPKAN)
		with as_user(self.skp.pegawai_user):
			tersimpan = frappe.get_doc(DOCTYPE, doc.name)
			self.assert_ditolak(
				"Indikator ke-1: isi progres dan masalah",
				frappe.ValidationError,
				advance,
				tersimpan,
				BERJALAN,
				str(doc.modified),
			)
		doc = make_bimbingan(self.skp, BERJALAN, "Mentoring")
		self.assert_ditolak(
			"jurnal mentoring",
			frappe.ValidationError,
			self.save_as,
			"penilai",
			doc,
			status=str(DITANDATANGANI),
		)

	def test_the_employee_gives_it_back_with_a_word(self):
		doc = make_bimbingan(self.skp, DITANDATANGANI)
		kembali = {"status": str(BERJALAN)}
		self.assert_ditolak(
			"perlu diperbaiki pembina", frappe.ValidationError, self.save_as, "petugas", doc, **kembali
		)
		doc = self.save_as("petugas", doc, catatan_pegawai="Loket Sabtu tidak disepakati.", **kembali)
		self.assertEqual((doc.status, doc.ditandatangani_pembina_pada), (str(BERJALAN), None))
		self.assertIn("Coaching untuk Petugas menunggu pembinanya", self.get_kabar("penilai"))

	def test_the_same_is_begun_once_and_again_when_it_is_over(self):
		doc = make_bimbingan(self.skp, DISIAPKAN)
		self.assert_ditolak("masih berjalan", frappe.DuplicateEntryError, make_bimbingan, self.skp, DISIAPKAN)
		self.assert_ditolak(
			"alasan pembatalannya",
			frappe.ValidationError,
			self.save_as,
			"penilai",
			doc,
			status=str(DIBATALKAN),
		)
		self.save_as("penilai", doc, status=str(DIBATALKAN), alasan_batal="Pegawai cuti.")
		self.assertEqual(make_bimbingan(self.skp, DISIAPKAN).status, str(DISIAPKAN))


class TestSerangan(UjiPembinaan):
	def test_only_the_penilai_begins_and_never_about_himself(self):
		for nama in ("petugas", "kolega", "kepala", "pengelola", "auditor"):
			with self.subTest(siapa=nama), as_user(self.instansi.user[nama]):
				self.assertRaises(frappe.PermissionError, begin, self.skp, "Coaching", "Alasan", None)
		self.assertEqual(frappe.get_all(DOCTYPE), [])

	def test_another_guides_but_not_the_employee_nor_who_hears_of_it(self):
		kolega = self.instansi.pegawai["kolega"]
		doc = make_bimbingan(self.skp, DISIAPKAN, pembina=kolega)
		self.assertEqual(doc.pembina_user, self.instansi.user["kolega"])
		for nama, pesan in (
			("petugas", "bukan pegawai itu sendiri"),
			("kepala", "menerima umpan balik pegawai"),
		):
			self.assert_ditolak(
				pesan,
				frappe.ValidationError,
				make_bimbingan,
				self.skp,
				DISIAPKAN,
				"Mentoring",
				pembina=self.instansi.pegawai[nama],
			)

	def test_each_writes_his_own_part_alone(self):
		doc = make_bimbingan(self.skp, BERJALAN)
		baris = [row.as_dict() for row in doc.indikator]
		for nama, kolom in (("petugas", "langkah"), ("penilai", "masalah"), ("penilai", "target_skp")):
			ubah = [{**row, kolom: "diubah"} for row in baris]
			with self.subTest(siapa=nama, kolom=kolom):
				self.assert_ditolak(
					"tidak dapat Anda ubah", frappe.PermissionError, self.save_as, nama, doc, indikator=ubah
				)
		for isi in ({"pembina": self.instansi.pegawai["kolega"]}, {"alasan": "Lain"}, {"tindak_lanjut": "x"}):
			self.assert_ditolak(
				"tidak dapat Anda ubah", frappe.PermissionError, self.save_as, "petugas", doc, **isi
			)

	def test_nobody_takes_the_others_step(self):
		doc = make_bimbingan(self.skp, BERJALAN)
		for nama, status in (("petugas", DITANDATANGANI), ("penilai", SELESAI), ("petugas", DIBATALKAN)):
			with self.subTest(siapa=nama, status=status):
				self.assert_ditolak(
					"tidak dapat Anda ubah menjadi",
					frappe.PermissionError,
					self.save_as,
					nama,
					doc,
					status=str(status),
				)
		for nama in ("kepala", "kolega", "pengelola", "auditor", "tetangga"):
			with self.subTest(siapa=nama):
				self.assertRaises(
					(frappe.PermissionError, frappe.DoesNotExistError), self.save_as, nama, doc, peluang="x"
				)
		self.assertEqual(frappe.get_doc(DOCTYPE, doc.name).status, str(BERJALAN))

	def test_what_is_signed_stays(self):
		doc = make_bimbingan(self.skp, SELESAI)
		for nama in ("petugas", "penilai"):
			self.assertRaises(frappe.PermissionError, self.save_as, nama, doc, peluang="lain")
		self.assertFalse(frappe.get_doc(DOCTYPE, doc.name).peluang)

	def test_what_is_under_way_passes_on_with_its_plan_and_what_is_signed_stays(self):
		berjalan, selesai = make_bimbingan(self.skp, BERJALAN), make_bimbingan(self.skp, jenis="Mentoring")
		lain = make_bimbingan(self.skp, DISIAPKAN, "Mentoring", pembina=self.instansi.pegawai["kolega"])
		frappe.db.set_value("Employee", self.instansi.pegawai["penilai"], "status", "Left")
		with as_user(self.instansi.user["pengelola"]):
			pass_on([("SKP", self.skp.name)], self.instansi.pegawai["kepala"], "SK 1/2025")
		kepala = self.instansi.user["kepala"]
		self.assertEqual((berjalan.reload().penilai_user, berjalan.pembina_user), (kepala, kepala))
		self.assertEqual(lain.reload().pembina_user, self.instansi.user["kolega"])
		self.assertEqual(selesai.reload().nama_penilai, "Penilai")

	def test_it_follows_the_account_of_its_people(self):
		doc = make_bimbingan(self.skp, BERJALAN)
		lama = self.instansi.user["penilai"]
		baru = change_akun(self.instansi, "penilai")
		doc.reload()
		self.assertEqual((doc.pembina_user, doc.penilai_user), (baru, baru))
		with as_user(lama):
			self.assertFalse(doc.has_permission("read"))


class TestTanggapan(UjiPembinaan):
	def answer(self, doc, nama: str = "petugas", jawaban: dict | None = None):
		with as_user(self.instansi.user[nama]):
			return hand_over(doc.name, JAWABAN if jawaban is None else jawaban)

	def can_read(self, nama: str, doc) -> bool:
		with as_user(self.instansi.user[nama]):
			boleh = frappe.get_doc(doc.doctype, doc.name).has_permission("read")
			try:
				terlihat = doc.name in frappe.get_list(doc.doctype, pluck="name")
			except frappe.PermissionError:
				terlihat = False
			self.assertEqual(boleh, terlihat)
			return boleh

	def test_nine_statements_go_to_the_superior_and_to_nobody_else(self):
		kolega = self.instansi.pegawai["kolega"]
		doc = self.answer(make_bimbingan(self.skp, pembina=kolega))
		self.assertEqual([row.pernyataan for row in doc.butir], [isi for _subjek, isi in PERNYATAAN])
		pembaca = [nama for nama in self.instansi.user if self.can_read(nama, doc)]
		self.assertEqual(pembaca, ["kepala", "petugas"])
		self.assertEqual(self.get_kabar("kepala", doc.doctype), ["Ada surat pribadi untuk Anda"])
		self.assertEqual(self.get_kabar("penilai", doc.doctype), [])

	def test_every_statement_is_answered_after_it_once_by_the_employee(self):
		selesai = make_bimbingan(self.skp)
		self.assert_ditolak(
			"Pernyataan ke-4",
			frappe.ValidationError,
			self.answer,
			selesai,
			jawaban={**JAWABAN, 4: ("", "")},
		)
		for nama in ("penilai", "kolega", "kepala", "pengelola"):
			self.assertRaises(frappe.PermissionError, self.answer, selesai, nama)
		doc = self.answer(selesai)
		self.assert_ditolak("sudah diserahkan", frappe.DuplicateEntryError, self.answer, selesai)
		with as_user(self.skp.pegawai_user):
			self.assertRaises(frappe.PermissionError, frappe.get_doc(doc.doctype, doc.name).save)
		berjalan = make_bimbingan(self.skp, BERJALAN, "Mentoring")
		self.assert_ditolak("setelah bimbingannya selesai", frappe.ValidationError, self.answer, berjalan)

	def test_what_a_client_writes_into_it_is_the_servers(self):
		bimbingan = make_bimbingan(self.skp)
		butir = [{"jawaban": "Tidak", "pernyataan": "Dipalsukan"} for _ke in range(9)]
		with as_user(self.skp.pegawai_user):
			doc = frappe.get_doc(
				doctype="Tanggapan Pembinaan",
				pembinaan=bimbingan.name,
				butir=butir,
				atasan_penilai_user=self.instansi.user["kolega"],
			).insert()
		self.assertEqual(doc.atasan_penilai_user, bimbingan.atasan_penilai_user)
		self.assertEqual(doc.butir[0].pernyataan, PERNYATAAN[0][1])

	def test_it_stays_with_the_superior_it_was_handed_to_and_follows_his_account(self):
		doc = self.answer(make_bimbingan(self.skp))
		baru = change_akun(self.instansi, "kepala")
		self.assertEqual(frappe.db.get_value(doc.doctype, doc.name, "atasan_penilai_user"), baru)
		self.assertFalse(frappe.get_meta(doc.doctype).has_field("penilai_user"))
