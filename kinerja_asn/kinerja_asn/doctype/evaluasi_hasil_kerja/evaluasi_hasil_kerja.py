from frappe.model.document import Document


class EvaluasiHasilKerja(Document):
	pass
