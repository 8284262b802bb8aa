import frappe
from frappe import _
from frappe.model.document import Document


class VersiSKP(Document):
	"""A former version of an SKP, kept readable as it was (Pasal 14 (2)). Written once, by services/versi.archive."""

	def validate(self):
		self.refuse()

	def on_trash(self):
		self.refuse()

	def refuse(self) -> None:
		frappe.throw(
			_("Versi SKP dibuat ketika perubahan ditetapkan dan tidak dapat dibuat, diubah, atau dihapus."),
			frappe.PermissionError,
		)


def on_doctype_update():
	frappe.db.add_unique("Versi SKP", ["skp", "nomor"], constraint_name="unik_versi_nomor")
