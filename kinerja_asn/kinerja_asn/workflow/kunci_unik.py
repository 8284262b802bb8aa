"""Base of the documents whose business key is a unique index in the database."""

import frappe
from frappe import _

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class KunciUnik(Terjejak):
	def db_insert(self, *args, **kwargs):
		"""The business key is a unique index: of two requests at once, one gets this message."""
		try:
			super().db_insert(*args, **kwargs)
		except (frappe.DuplicateEntryError, frappe.UniqueValidationError):
			frappe.clear_last_message()
			frappe.throw(self.get_pesan_ganda(), frappe.DuplicateEntryError)

	def get_pesan_ganda(self) -> str:
		return _("{0} {1} sudah ada. Buka dokumen itu dan lanjutkan di sana.").format(
			_(self.doctype), self.name
		)
