"""Base of the rows of our documents: read with their document, written only through it."""

import frappe
from frappe import _

from kinerja_asn.constants.akses import TABEL_ANAK
from kinerja_asn.kinerja_asn.workflow.berangka import BerAngka
from kinerja_asn.kinerja_asn.workflow.terjejak import Tertutup


class BarisDokumen(BerAngka, Tertutup):
	"""Frappe lets a child row be opened and saved alone with rights on the parent's DocType (not on the parent),
	and without running the parent's rules. For documents of legal weight both are holes."""

	def has_permission(self, permtype="read", **kwargs) -> bool:
		if permtype not in ("read", "print", "select"):
			return frappe.session.user == "Administrator"
		induk = self.get_induk()
		return bool(induk) and frappe.get_doc(induk.parenttype, induk.parent).has_permission(
			permtype, **kwargs
		)

	def is_tersembunyi(self) -> bool:
		return not self.is_new() and not self.has_permission("read")

	def get_induk(self):
		"""The stored parent: the one a client names in the row it sends proves nothing."""
		induk = self.name and frappe.db.get_value(
			self.doctype, self.name, ["parenttype", "parent"], as_dict=True
		)
		return induk if induk and induk.parenttype in TABEL_ANAK[self.doctype] else None

	def before_validate(self):
		self.refuse()

	def before_insert(self):
		self.refuse()

	def on_trash(self):
		self.refuse()

	def refuse(self) -> None:
		frappe.throw(_("Ubah baris ini melalui dokumen induknya."), frappe.PermissionError)
