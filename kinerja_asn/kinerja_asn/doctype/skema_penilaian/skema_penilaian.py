import frappe
from frappe.model.document import Document

from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.predikat import Ambang


class SkemaPenilaian(Document):
	"""Thresholds by which the app proposes a rating of hasil kerja (p. 97-98). The quadrant itself is fixed."""

	def validate(self):
		self.check_ambang()

	def check_ambang(self) -> None:
		try:
			Ambang(to_decimal(self.ambang_sebagian_besar), to_decimal(self.ambang_sebagian_kecil_utama))
		except ValueError as salah:
			frappe.throw(str(salah))
