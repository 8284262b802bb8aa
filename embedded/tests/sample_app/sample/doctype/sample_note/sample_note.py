from frappe.model.document import Document


class SampleNote(Document):
	pass
