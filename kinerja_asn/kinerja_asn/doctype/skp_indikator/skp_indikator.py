from frappe.model.document import Document


class SKPIndikator(Document):
	pass
