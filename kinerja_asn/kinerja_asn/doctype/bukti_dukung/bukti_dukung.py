from frappe.model.document import Document


class BuktiDukung(Document):
	pass
