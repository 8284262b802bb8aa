"""Base of the records about a plan, whose parties are always those that the plan names now."""

import frappe
from frappe.model.document import Document

from kinerja_asn.services.orang.pihak import KOLOM_PIHAK


class MilikSkp(Document):
	def get_pihak(self) -> dict:
		"""The party fields; also what decides who may create the record. Empty where there is no such plan."""
		return frappe.db.get_value("SKP", str(self.skp or ""), [*KOLOM_PIHAK, "periode"], as_dict=True) or {}
