import frappe

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.predikat import Ambang
from kinerja_asn.services.penilaian.ambang import guard_skema, record_skema


class SkemaPenilaian(Terjejak):
	"""Thresholds by which the app proposes a rating of hasil kerja (p. 97-98). The quadrant itself is fixed."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		ambang_sebagian_besar: DF.Percent
		ambang_sebagian_kecil_utama: DF.Percent
		keterangan: DF.SmallText | None
		nama_skema: DF.Data
	# end: auto-generated types

	def validate(self):
		self.check_ambang()
		guard_skema(self)

	def on_update(self):
		record_skema(self)

	def check_ambang(self) -> None:
		try:
			Ambang(to_decimal(self.ambang_sebagian_besar), to_decimal(self.ambang_sebagian_kecil_utama))
		except ValueError as salah:
			frappe.throw(str(salah))
