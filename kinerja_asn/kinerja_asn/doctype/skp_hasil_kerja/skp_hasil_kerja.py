from frappe.model.document import Document


class SKPHasilKerja(Document):
	pass
