from frappe.model.document import Document


class SKPPerilaku(Document):
	pass
