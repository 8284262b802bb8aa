"""Base of the records without stages in which several people write: each his own part, while the record stands where it
does. A controller says who may change what (``get_isian_terbuka``), and what a new one keeps (``ISIAN_BARU``)."""

import frappe
from frappe import _
from frappe.model.document import Document

from kinerja_asn.kinerja_asn.workflow.bertahap import clear_isian_asing, join_label, list_perubahan
from kinerja_asn.services.bersama.isian import check_baris_milik_sendiri


class Berpihak(Document):
	ISIAN_BARU: tuple[str, ...] = ()

	def get_isian_terbuka(self, before: Document) -> set[str]:
		"""Paths ("field", or "tabel.kolom") that the session user may change in ``before``."""
		raise NotImplementedError

	def check_isian(self) -> None:
		check_baris_milik_sendiri(self)
		before = self.get_doc_before_save()
		if not before:
			return self.clear_isian_asing()
		terbuka = self.get_isian_terbuka(before)
		if asing := sorted({*list_perubahan(self, before, terbuka)} - terbuka):
			frappe.throw(
				_(
					"{0} tidak dapat Anda ubah sekarang. Muat ulang halaman untuk melihat isi terakhir."
				).format(join_label(self, asing)),
				frappe.PermissionError,
			)

	def clear_isian_asing(self) -> None:
		clear_isian_asing(self, self.ISIAN_BARU)
