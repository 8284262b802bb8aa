from frappe.model.document import Document


class EvaluasiPerilaku(Document):
	pass
