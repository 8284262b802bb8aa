"""kinerja_asn.api.alur: the same steps for the desk's dialogs and other clients, with the same refusals."""

import frappe

from kinerja_asn.api.alur import advance, send_back
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tests.basis import UjiKinerja
from kinerja_asn.tests.factories import as_user, make_realisasi, make_skp


class TestApiAlur(UjiKinerja):
	def setUp(self):
		super().setUp()
		self.doc = make_realisasi(make_skp(self.instansi), 1, 70, Tahap.DIAJUKAN)
		self.argumen = (self.doc.doctype, self.doc.name)

	def test_returning_writes_the_reason(self):
		with as_user(self.doc.penilai_user):
			self.assertEqual(
				send_back(*self.argumen, "Lampirkan rekap", str(self.doc.modified)), "Dikembalikan"
			)
		self.assertEqual(self.doc.reload().catatan_pengembalian, "Lampirkan rekap")

	def test_moving_on_and_a_version_that_moved_on(self):
		with as_user(self.doc.penilai_user):
			self.assert_ditolak(
				"sudah berubah",
				frappe.TimestampMismatchError,
				advance,
				*self.argumen,
				"Ditetapkan",
				"2025-01-01",
			)
			self.assertEqual(advance(*self.argumen, "Ditetapkan", str(self.doc.modified)), "Diverifikasi")

	def test_neither_the_officer_nor_a_colleague_nor_a_guest_verifies(self):
		for user, galat in (
			(self.doc.pegawai_user, frappe.PermissionError),
			(self.instansi.user["kolega"], frappe.DoesNotExistError),
			("Guest", frappe.PermissionError),
		):
			with self.subTest(user), as_user(user), self.assertRaises(galat):
				advance(*self.argumen, "Ditetapkan", str(self.doc.modified))
		self.assertEqual(self.doc.reload().tahap, Tahap.DIAJUKAN)

	def test_another_doctype_is_refused(self):
		with as_user(self.doc.penilai_user):
			self.assert_ditolak(
				"tidak memiliki alur kerja", frappe.ValidationError, advance, "User", "x", "Draf", ""
			)
