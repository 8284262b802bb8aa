"""Base of our documents: what Frappe records about them is announced, so that nobody else can record it."""

from frappe.model.document import Document

from kinerja_asn.permissions.jejak.tanda import announce


class Terjejak(Document):
	def add_comment(self, comment_type="Comment", *args, **kwargs):
		"""Frappe's own, for the application only: not an endpoint, as Frappe's is, which takes any kind and any name.
		People write by frappe.desk.form.utils.add_comment."""
		with announce(comment_type, self.doctype, self.name):
			return super().add_comment(comment_type, *args, **kwargs)

	def save_version(self):
		with announce("Version", self.doctype, self.name):
			return super().save_version()
