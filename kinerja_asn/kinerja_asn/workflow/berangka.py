"""Base of the documents and rows that hold targets and figures."""

import frappe
from frappe.model.document import Document

from kinerja_asn.rules.pembulatan import format_angka, to_decimal

# Formats of numbers that have no decimals, because money has none: Frappe would print 3,4 as 3.
TANPA_PECAHAN = ("#.###", "#,###")


class BerAngka(Document):
	def get_formatted(self, fieldname, *args, **kwargs):
		"""What Frappe's own print formats show. The desk's side: public/js/angka.js."""
		df, nilai = self.meta.get_field(fieldname), self.get(fieldname)
		if not df or df.fieldtype != "Float" or nilai is None:
			return super().get_formatted(fieldname, *args, **kwargs)
		if frappe.db.get_default("number_format") not in TANPA_PECAHAN:
			return super().get_formatted(fieldname, *args, **kwargs)
		return format_angka(to_decimal(nilai))
