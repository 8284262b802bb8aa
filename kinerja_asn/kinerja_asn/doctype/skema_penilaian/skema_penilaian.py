import frappe

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.predikat import Ambang
from kinerja_asn.services.penilaian.ambang import guard_skema, record_skema
from kinerja_asn.services.penilaian.numerik import read_konversi


class SkemaPenilaian(Terjejak):
	"""Thresholds by which the app proposes a rating of hasil kerja (p. 97-98), how strictly the pattern of predikat is kept,
	and whether the figure of PP 30/2019 is shown. The quadrant itself is fixed."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		ambang_sebagian_besar: DF.Percent
		ambang_sebagian_kecil_utama: DF.Percent
		keterangan: DF.SmallText | None
		nama_skema: DF.Data
		penegakan_distribusi: DF.Literal["Peringatan", "Wajib alasan", "Tidak dapat ditetapkan"]
		pp30: DF.Check
		pp30_bobot: DF.Literal["70/30", "60/40"]
		pp30_diatas: DF.Float
		pp30_dibawah: DF.Float
		pp30_sesuai: DF.Float
	# end: auto-generated types

	def validate(self):
		self.check_ambang()
		guard_skema(self)

	def on_update(self):
		record_skema(self)

	def check_ambang(self) -> None:
		try:
			Ambang(to_decimal(self.ambang_sebagian_besar), to_decimal(self.ambang_sebagian_kecil_utama))
			read_konversi(self)
		except ValueError as salah:
			frappe.throw(str(salah))
