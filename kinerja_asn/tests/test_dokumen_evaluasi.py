"""The Dokumen Evaluasi Kinerja: issued when a result is handed over, its clock, and that nothing bends it."""

import json
from contextlib import suppress
from datetime import date
from hashlib import sha256
from unittest.mock import DEFAULT, patch

import frappe
from frappe.desk.doctype.bulk_update.bulk_update import submit_cancel_or_update_docs as bulk_update

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import DasarPenilai, Tahap
from kinerja_asn.services.penilaian.dokumen import langkah
from kinerja_asn.services.penilaian.dokumen.isi import is_utuh, read_isi
from kinerja_asn.services.penilaian.dokumen.penerbitan import check_penomoran
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_dokumen, make_hasil_evaluasi, make_skp, move

DOCTYPE = "Dokumen Evaluasi Kinerja"
DITOLAK = (frappe.PermissionError, frappe.ValidationError)


class TestPenerbitan(UjiKinerja):
	def test_handing_over_freezes_what_was_decided(self):
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi), catatan="Tata antrean sejak pagi.")
		self.assertFalse(frappe.get_all(DOCTYPE))
		move(doc, doc.penilai_user, Tahap.DISERAHKAN)
		dokumen = frappe.get_doc(DOCTYPE, {"evaluasi": doc.name})
		isi = read_isi(dokumen)
		self.assertEqual(
			(dokumen.formulir, dokumen.versi, dokumen.predikat_kinerja, dokumen.alasan_final),
			("D.1.1", 1, "Baik", None),
		)
		self.assertEqual((isi.predikat_kinerja, isi.ulasan["catatan"]), ("Baik", "Tata antrean sejak pagi."))
		self.assertEqual((isi.pegawai["nama"], isi.atasan["nama"]), (doc.nama_pegawai, "Kepala"))
		self.assertEqual(dokumen.sidik, sha256(dokumen.isi.encode()).hexdigest())
		self.assertEqual(
			json.dumps(json.loads(dokumen.isi), sort_keys=True, separators=(",", ":"), ensure_ascii=False),
			dokumen.isi,
		)
		self.assertEqual(isi.nomor, dokumen.nomor)
		self.assertTrue(is_utuh(dokumen))

	def test_the_same_content_has_another_digest_in_another_document(self):
		"""Of a digest without salt the predikat would be tried out."""
		isi = [
			json.loads(frappe.db.get_value(DOCTYPE, make_dokumen(self.instansi, nama).name, "isi"))["garam"]
			for nama in ("petugas", "kolega")
		]
		self.assertNotEqual(*isi)

	def test_signed_by_the_superior_it_is_d12_and_final(self):
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi))
		frappe.db.set_value(doc.doctype, doc.name, "dasar_penilai", str(DasarPenilai.LEWAT_WAKTU))
		move(doc.reload(), doc.penilai_user, Tahap.DISERAHKAN)
		dokumen = frappe.get_doc(DOCTYPE, {"evaluasi": doc.name})
		self.assertEqual((dokumen.formulir, dokumen.alasan_final), ("D.1.2", AlasanFinal.WAKTU_TERLEWAT))

	def test_the_number_is_as_hr_wants_it(self):
		pengaturan = frappe.get_doc("Pengaturan Kinerja")
		pengaturan.update({"penomoran_dokumen": "800.1/DEK/{YYYY}/{####}"}).save()
		nomor = make_dokumen(self.instansi).nomor
		self.assertRegex(nomor, r"^800\.1/DEK/\d{4}/\d{4}$")
		for salah in ("tanpa urutan", "{#}", "{owner}/{####}", "{####}{####}", "{####}" + "x" * 60):
			with self.subTest(pola=salah):
				self.assert_ditolak("satu nomor urut", frappe.ValidationError, check_penomoran, salah)


class TestJam(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.flags.current_date = "2026-01-05"
		self.set_periode(batas_evaluasi_tahunan="2026-01-31")

	def receive(self, pada: str, **fields):
		dokumen = make_dokumen(self.instansi, **fields)
		frappe.flags.current_date = pada
		with as_user(dokumen.pegawai_user):
			langkah.receive(dokumen.name)
		return dokumen.reload()

	def test_from_receipt_14_hari_kerja_to_return_and_to_object(self):
		dokumen = self.receive("2026-01-12")
		self.assertEqual(dokumen.tenggat_kembali, date(2026, 1, 30))
		self.assertEqual(dokumen.tenggat_keberatan, date(2026, 1, 30))
		self.assertEqual(dokumen.tenggat_lapor, date(2026, 3, 13))

	def test_receiving_by_the_workflow_starts_the_same_clock(self):
		dokumen = make_dokumen(self.instansi)
		move(frappe.get_doc("Evaluasi Kinerja", dokumen.evaluasi), dokumen.pegawai_user, Tahap.DITUTUP)
		self.assertTrue(dokumen.reload().diterima_pada)
		self.assertTrue(dokumen.tenggat_keberatan)

	def test_only_the_rated_person_receives_and_signs_once(self):
		dokumen = make_dokumen(self.instansi)
		for nama in ("penilai", "kepala", "pengelola", "kolega"):
			with as_user(self.instansi.user[nama]):
				self.assert_ditolak(
					"Hanya pegawai yang dinilai", frappe.PermissionError, langkah.receive, dokumen.name
				)
		with as_user(dokumen.pegawai_user):
			self.assert_ditolak("sudah menerima", frappe.ValidationError, langkah.sign, dokumen.name)
			self.assertEqual([langkah.receive(dokumen.name), langkah.receive(dokumen.name)], [True, False])
			self.assertEqual([langkah.sign(dokumen.name), langkah.sign(dokumen.name)], [True, False])
			self.assert_ditolak(
				"sudah tercatat", frappe.ValidationError, langkah.decline, dokumen.name, "Tidak setuju"
			)

	def test_a_refusal_has_its_reason_and_does_not_hold_the_report_up(self):
		dokumen = self.receive("2026-01-12")
		with as_user(dokumen.pegawai_user):
			self.assert_ditolak("Tulis alasan", frappe.ValidationError, langkah.decline, dokumen.name, " ")
			langkah.decline(dokumen.name, "Capaian Maret belum dihitung.")
		with as_user(dokumen.penilai_user):
			self.assertTrue(langkah.report(dokumen.name))
			self.assertFalse(langkah.report(dokumen.name))
		dokumen.reload()
		self.assertEqual(dokumen.tanda_tangan_pegawai, "Tidak bersedia menandatangani")
		self.assertTrue(dokumen.dilaporkan_pada and dokumen.tenggat_keberatan)

	def test_silence_is_waited_for_and_then_no_longer(self):
		dokumen = self.receive("2026-01-12")
		with as_user(dokumen.penilai_user):
			frappe.flags.current_date = "2026-01-30"
			self.assert_ditolak(
				"sesudah tenggatnya lewat", frappe.ValidationError, langkah.report, dokumen.name
			)
			frappe.flags.current_date = "2026-02-02"
			self.assertTrue(langkah.report(dokumen.name))

	def test_never_received_it_is_reported_on_the_last_day(self):
		dokumen = make_dokumen(self.instansi)
		with as_user(dokumen.penilai_user):
			frappe.flags.current_date = "2026-03-12"
			self.assert_ditolak("hari terakhir", frappe.ValidationError, langkah.report, dokumen.name)
			frappe.flags.current_date = "2026-03-13"
			self.assertTrue(langkah.report(dokumen.name))

	def test_whoever_signed_reports(self):
		dokumen = self.receive("2026-01-12")
		with as_user(dokumen.pegawai_user):
			langkah.sign(dokumen.name)
		for nama in ("kepala", "petugas", "pengelola"):
			with as_user(self.instansi.user[nama]):
				self.assert_ditolak(
					"pejabat yang menandatanganinya", frappe.PermissionError, langkah.report, dokumen.name
				)

	def test_a_penilai_who_has_left_is_reported_for_by_his_superior(self):
		dokumen = self.receive("2026-01-12")
		with as_user(dokumen.pegawai_user):
			langkah.sign(dokumen.name)
		frappe.db.set_value("Employee", dokumen.penilai, "status", "Left")
		with as_user(self.instansi.user["kepala"]):
			self.assertTrue(langkah.report(dokumen.name))
		self.assertEqual(dokumen.reload().dilaporkan_oleh, self.instansi.user["kepala"])


class TestSerangan(UjiKinerja):
	def test_a_final_document_is_changed_through_no_door(self):
		dokumen = make_dokumen(self.instansi)
		for nama in ("petugas", "penilai", "kepala", "pengelola", "Administrator"):
			with as_user(self.instansi.user.get(nama, nama)):
				salinan = frappe.get_doc(DOCTYPE, dokumen.name)
				salinan.predikat_kinerja = "Sangat Baik"
				for simpan in (salinan.save, salinan.delete, salinan.submit, salinan.cancel):
					with self.subTest(siapa=nama, cara=simpan.__name__), self.assertRaises(DITOLAK):
						simpan()
				with self.assertRaises(DITOLAK):
					frappe.client.set_value(DOCTYPE, dokumen.name, "predikat_kinerja", "Sangat Baik")
				amandemen = frappe.copy_doc(salinan)
				amandemen.amended_from = dokumen.name
				with self.assertRaises(DITOLAK):
					amandemen.insert()
		self.assertEqual(dokumen.reload().predikat_kinerja, "Baik")

	def test_nobody_bends_the_evaluation_after_it_was_handed_over(self):
		dokumen = make_dokumen(self.instansi)
		for nama in ("petugas", "penilai", "kepala", "pengelola"):
			with as_user(self.instansi.user[nama]):
				evaluasi = frappe.get_doc("Evaluasi Kinerja", dokumen.evaluasi)
				evaluasi.rating_hasil_kerja = "Diatas Ekspektasi"
				with self.subTest(siapa=nama), self.assertRaises(frappe.PermissionError):
					evaluasi.save()
		self.assertEqual(
			frappe.db.get_value("Evaluasi Kinerja", dokumen.evaluasi, "rating_hasil_kerja"),
			"Sesuai Ekspektasi",
		)

	def test_neither_import_nor_bulk_edit_reaches_it(self):
		dokumen = make_dokumen(self.instansi)
		for doctype in (DOCTYPE, "Keberatan Kinerja", "Rantai Keputusan"):
			self.assertFalse(frappe.get_meta(doctype).allow_import)
			self.assertFalse(frappe.get_meta(doctype).is_submittable)
		frappe.flags.in_import = True
		try:
			salinan = frappe.get_doc(DOCTYPE, dokumen.name)
			salinan.predikat_kinerja = "Sangat Baik"
			self.assert_ditolak("dibekukan", frappe.PermissionError, salinan.save)
		finally:
			frappe.flags.in_import = False
		# It names the ones that failed, and would take the test's own rows back with them.
		tanpa_akibat = patch.multiple(frappe.db, rollback=DEFAULT, commit=DEFAULT)
		with as_user(self.instansi.user["pengelola"]), suppress(*DITOLAK), tanpa_akibat:
			bulk_update(
				DOCTYPE, json.dumps([dokumen.name]), "update", json.dumps({"predikat_kinerja": "Kurang"})
			)
		self.assertEqual(dokumen.reload().predikat_kinerja, "Baik")

	def test_two_people_finalise_at_once(self):
		"""The second one has seen another version; and the key of the document lets one through."""
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi))
		pertama, kedua = (frappe.get_doc(doc.doctype, doc.name) for _kali in range(2))
		move(pertama, doc.penilai_user, Tahap.DISERAHKAN)
		with self.assertRaises(frappe.ValidationError):
			move(kedua, doc.penilai_user, Tahap.DISERAHKAN)
		self.assertEqual(frappe.db.count(DOCTYPE, {"evaluasi": doc.name}), 1)

	def test_the_rated_sees_nothing_before_it_is_handed_over(self):
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi))
		with as_user(doc.pegawai_user):
			self.assertFalse(frappe.get_list("Evaluasi Kinerja"))
			self.assertFalse(frappe.get_list(DOCTYPE))
			with self.assertRaises(frappe.DoesNotExistError):
				frappe.get_doc("Evaluasi Kinerja", doc.name).check_permission()

	def test_who_reads_it(self):
		dokumen = make_dokumen(self.instansi)
		pembaca = {"petugas", "penilai", "kepala", "pengelola", "pengelola_unit", "auditor"}
		for nama, user in self.instansi.user.items():
			with self.subTest(siapa=nama), as_user(user):
				boleh = bool(frappe.has_permission(DOCTYPE, "read")) and frappe.get_list(
					DOCTYPE, pluck="name"
				)
				self.assertEqual(bool(boleh), nama in pembaca)
				self.assertFalse(frappe.get_doc(DOCTYPE, dokumen.name).has_permission("write"))
