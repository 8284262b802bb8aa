from frappe.model.document import Document


class RealisasiIndikator(Document):
	pass
