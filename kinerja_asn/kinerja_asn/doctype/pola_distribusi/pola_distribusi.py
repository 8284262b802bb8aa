import frappe

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.services.penilaian.sebaran.pola import (
	guard_pola,
	read_batas,
	record_penghapusan,
	record_pola,
)


class PolaDistribusi(Terjejak):
	"""One limit of the pattern of predikat in a unit by its own result (SE Menteri PANRB 3/2023)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		dasar: DF.SmallText | None
		maksimum: DF.Percent
		minimum: DF.Percent
		predikat: DF.Literal["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		predikat_lain: DF.Literal["", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		predikat_organisasi: DF.Literal["Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		wajib_ada: DF.Check
	# end: auto-generated types

	def validate(self):
		self.check_batas()
		guard_pola(self)

	def on_update(self):
		record_pola(self)

	def on_trash(self):
		guard_pola(self)
		record_penghapusan(self)

	def check_batas(self) -> None:
		try:
			read_batas(self)
		except ValueError as salah:
			frappe.throw(str(salah))
