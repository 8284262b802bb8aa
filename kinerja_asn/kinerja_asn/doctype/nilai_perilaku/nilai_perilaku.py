from frappe.model.document import Document


class NilaiPerilaku(Document):
	"""A value of BerAKHLAK with its guides (Pasal 10; p. 52-53). HR may reword; the seven come with the app."""
