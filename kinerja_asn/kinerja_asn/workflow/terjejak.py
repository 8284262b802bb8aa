"""Bases of our documents and their rows: one that is hidden answers like one that is missing, and what Frappe records
about a document is announced, so that nobody else can record it."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe
from frappe.model.document import Document

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.jejak.tanda import announce
from kinerja_asn.permissions.penjaga import refuse_tidak_ada


class Tertutup(Document):
	def load_from_db(self):
		try:
			return super().load_from_db()
		except frappe.DoesNotExistError:
			frappe.clear_last_message()
			refuse_tidak_ada()

	def check_permission(self, permtype="read", permlevel=None):
		with self.hide():
			super().check_permission(permtype, permlevel)

	def is_whitelisted(self, method_name):
		"""Which methods a document has for clients Frappe says before it asks for a right."""
		if self.is_tersembunyi():
			refuse_tidak_ada()
		return super().is_whitelisted(method_name)

	def has_website_permission(self, *args, **kwargs) -> bool:
		"""Asked last before a print is refused; no page of Frappe's website shows a document of ours."""
		if self.is_tersembunyi():
			refuse_tidak_ada()
		return False

	def is_tersembunyi(self) -> bool:
		if self.is_new() or self.doctype not in TERJAGA:
			return False
		return not can_read(self.doctype, self.name, frappe.session.user)

	@contextmanager
	def hide(self) -> Iterator[None]:
		"""What is said about a right that is missing is not said about a document that may not be read."""
		terucap, galat = list(frappe.local.message_log), frappe.flags.error_message
		try:
			yield
		except frappe.PermissionError:
			if not self.is_tersembunyi():
				raise
			frappe.local.message_log, frappe.flags.error_message = terucap, galat
			refuse_tidak_ada()


class Terjejak(Tertutup):
	def add_comment(self, comment_type="Comment", *args, **kwargs):
		"""Frappe's own, for the application only: not an endpoint, as Frappe's is, which takes any kind and any name.
		People write by frappe.desk.form.utils.add_comment."""
		with announce(comment_type, self.doctype, self.name):
			return super().add_comment(comment_type, *args, **kwargs)

	def save_version(self):
		with announce("Version", self.doctype, self.name):
			return super().save_version()
