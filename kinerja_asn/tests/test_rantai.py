"""The chain of decisions: what was done around the application is found, and which."""

import frappe

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.jobs.harian import check_rantai
from kinerja_asn.services.penilaian.dokumen.langkah import sign
from kinerja_asn.services.penilaian.rantai.pemeriksaan import Pemeriksaan
from kinerja_asn.services.penilaian.rantai.penulisan import get_ujung
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import (
	as_user,
	decide_keberatan,
	make_dokumen,
	make_hasil_evaluasi,
	make_keberatan,
	make_skp,
	move,
)

DOCTYPE, DOKUMEN, KEBERATAN, EVALUASI = (
	"Rantai Keputusan",
	"Dokumen Evaluasi Kinerja",
	"Keberatan Kinerja",
	"Evaluasi Kinerja",
)


class TestRantai(UjiKinerja):
	def setUp(self):
		super().setUp()
		frappe.db.delete(DOCTYPE)
		self.dokumen = make_dokumen(self.instansi)
		self.keberatan = make_keberatan(self.dokumen)
		decide_keberatan(
			self.keberatan,
			self.instansi.user["kepala"],
			keputusan="Mengubah",
			rating_hasil_baru="Diatas Ekspektasi",
			rating_perilaku_baru="Sesuai Ekspektasi",
			rekomendasi="Bagikan caranya.",
		)
		with as_user(self.dokumen.pegawai_user):
			sign(self.dokumen.name)

	def check(self, **kwargs) -> list[str]:
		return [temuan.kalimat for temuan in Pemeriksaan(**kwargs).run()]

	def test_every_decision_is_linked_and_nothing_is_found(self):
		perihal = frappe.get_all(DOCTYPE, pluck="perihal", order_by="urutan")
		self.assertEqual(
			perihal,
			[
				"Evaluasi ditetapkan",
				"Dokumen diterbitkan",
				"Dokumen diterima pegawai",
				"Keberatan diajukan",
				"Evaluasi ditetapkan",
				"Dokumen diterbitkan",
				"Keberatan diputuskan",
				"Tanda tangan pegawai",
			],
		)
		self.assertEqual(self.check(), [])
		self.assertEqual(self.check(jangkar=get_ujung()), [])

	def test_a_result_taken_up_again_is_linked_too(self):
		doc = make_hasil_evaluasi(self.instansi, make_skp(self.instansi, "kolega"))
		move(doc, doc.penilai_user, Tahap.DRAF)
		self.assertEqual(
			frappe.get_all(DOCTYPE, pluck="perihal", order_by="urutan")[-1], "Evaluasi dibuka kembali"
		)
		self.assertEqual(self.check(), [])
		move(doc, doc.penilai_user, Tahap.DITETAPKAN)
		self.assertEqual(self.check(), [])
		frappe.db.set_value(EVALUASI, doc.name, "tahap", "Draf")
		self.assertIn(f"{EVALUASI} {doc.name} berada pada tahap Draf", self.check()[0])

	def test_what_was_changed_by_sql_is_named(self):
		for doctype, nama, kolom, nilai in (
			(EVALUASI, self.dokumen.evaluasi, "predikat_kinerja", "Sangat Baik"),
			(EVALUASI, self.dokumen.evaluasi, "rating_perilaku", "Diatas Ekspektasi"),
			(DOKUMEN, self.dokumen.name, "predikat_kinerja", "Sangat Baik"),
			(DOKUMEN, self.dokumen.name, "isi", "{}"),
			(DOKUMEN, self.dokumen.name, "diterima_pada", "2026-03-01 08:00:00"),
			(DOKUMEN, self.dokumen.name, "tenggat_keberatan", "2030-01-01"),
			(DOKUMEN, self.dokumen.name, "tanda_tangan_pegawai", "Menunggu"),
			(KEBERATAN, self.keberatan.name, "keputusan", "Menguatkan"),
			(KEBERATAN, self.keberatan.name, "alasan", "Sebenarnya setuju."),
		):
			frappe.db.savepoint("ubah")
			lama = frappe.db.get_value(doctype, nama, kolom)
			frappe.db.set_value(doctype, nama, kolom, nilai)
			with self.subTest(doctype=doctype, kolom=kolom):
				self.assertNotEqual(str(lama), nilai)
				self.assertIn(f"{doctype} {nama} berubah sesudah", self.check()[0])
			frappe.db.rollback(save_point="ubah")

	def test_a_link_that_was_changed_is_named(self):
		for kolom, nilai in (
			("pelaku", "orang.lain@uji.example"),
			("pada", "2020-01-01 00:00:00"),
			("sidik_isi", "0" * 64),
		):
			frappe.db.savepoint("ubah")
			frappe.db.set_value(DOCTYPE, {"urutan": 3}, kolom, nilai)
			with self.subTest(kolom=kolom):
				self.assertIn("Mata rantai ke-3", self.check()[0])
				self.assertIn("diubah sesudah ditulis", self.check()[0])
			frappe.db.rollback(save_point="ubah")

	def test_a_gap_and_another_order_are_named(self):
		frappe.db.savepoint("ubah")
		frappe.db.delete(DOCTYPE, {"urutan": 3})
		self.assertIn("Mata rantai ke-3 sampai ke-3 hilang.", self.check())
		frappe.db.rollback(save_point="ubah")
		for dari, ke in ((4, 99), (5, 4), (99, 5)):
			frappe.db.set_value(DOCTYPE, {"urutan": dari}, "urutan", ke)
		self.assertIn(
			"Mata rantai ke-4 tidak menyambung dengan yang sebelumnya: urutannya diubah.", self.check()
		)

	def test_the_end_is_not_cut_off_unnoticed(self):
		ujung = get_ujung()
		frappe.db.delete(DOCTYPE, {"urutan": (">", 6)})
		temuan = self.check()
		self.assertIn(
			f"{KEBERATAN} {self.keberatan.name}: Keberatan diputuskan, tetapi tidak tercatat dalam rantai.",
			temuan,
		)
		self.assertIn("ujungnya hilang", self.check(jangkar=ujung)[0])

	def test_a_document_that_nobody_issued_is_named(self):
		isi = frappe.get_doc(DOKUMEN, self.dokumen.name).as_dict()
		palsu = frappe.get_doc(
			{**isi, "name": "DEK-palsu", "nomor": "DEK/2026/99999", "versi": 9, "__islocal": 1}
		)
		palsu.db_insert()
		self.assertIn(f"{DOKUMEN} DEK-palsu: Dokumen diterbitkan, tetapi tidak tercatat", self.check()[0])

	def test_a_document_that_is_gone_is_named(self):
		frappe.db.delete(DOKUMEN, {"name": self.dokumen.name})
		self.assertIn(f"{DOKUMEN} {self.dokumen.name} tidak ada lagi.", self.check())

	def test_the_digests_do_not_tell_what_they_are_of(self):
		"""The same predikat twice has two digests, and none is the plain hash of what it is about."""
		make_dokumen(self.instansi, "kolega")
		sidik = frappe.get_all(DOCTYPE, {"perihal": "Dokumen diterbitkan"}, pluck="sidik_isi")
		self.assertEqual(len(set(sidik)), len(sidik))

	def test_nobody_writes_changes_or_deletes_a_link(self):
		nama = frappe.db.get_value(DOCTYPE, {"urutan": 1})
		for user in (*self.instansi.user.values(), "Administrator"):
			with self.subTest(siapa=user), as_user(user):
				self.assertFalse(user != "Administrator" and frappe.has_permission(DOCTYPE, "read"))
				mata = frappe.get_doc(DOCTYPE, nama)
				for cara in (mata.save, mata.delete, frappe.copy_doc(mata).insert):
					with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
						cara()

	def test_the_daily_check_tells_auditor_and_hr(self):
		check_rantai()
		self.assertFalse(frappe.get_all("Notification Log", {"subject": ("like", "%Rantai keputusan%")}))
		frappe.db.set_value(DOKUMEN, self.dokumen.name, "predikat_kinerja", "Sangat Baik")
		check_rantai()
		penerima = frappe.get_all(
			"Notification Log", {"subject": ("like", "%Rantai keputusan%")}, pluck="for_user"
		)
		self.assertEqual(
			{self.instansi.user["auditor"], self.instansi.user["pengelola"]} - set(penerima), set()
		)
		self.assertNotIn(self.dokumen.pegawai_user, penerima)
