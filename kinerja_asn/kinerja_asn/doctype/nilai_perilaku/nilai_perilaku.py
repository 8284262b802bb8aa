from frappe.model.document import Document


class NilaiPerilaku(Document):
	pass
