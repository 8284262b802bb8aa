"""Base of the rows of our documents: read with their document, written only through it."""

import frappe
from frappe import _
from frappe.model.document import Document


class BarisDokumen(Document):
	"""Frappe lets a child row be opened and saved alone with rights on the parent's DocType (not on the parent),
	and without running the parent's rules. For documents of legal weight both are holes."""

	def has_permission(self, permtype="read", **kwargs) -> bool:
		if permtype not in ("read", "print", "select"):
			return frappe.session.user == "Administrator"
		return frappe.get_doc(self.parenttype, self.parent).has_permission(permtype, **kwargs)

	def before_validate(self):
		self.refuse()

	def before_insert(self):
		self.refuse()

	def on_trash(self):
		self.refuse()

	def refuse(self) -> None:
		frappe.throw(_("Ubah baris ini melalui dokumen induknya."), frappe.PermissionError)
