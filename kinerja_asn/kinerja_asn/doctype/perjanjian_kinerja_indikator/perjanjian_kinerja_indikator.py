from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class PerjanjianKinerjaIndikator(BarisDokumen):
	"""One indikator of a Perjanjian Kinerja with its sasaran and target."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		arah: DF.Literal["Naik", "Turun", "Rentang", "Ya/Tidak", "Naratif"]
		cara_hitung: DF.Literal[
			"Jumlah", "Rata-rata", "Nilai terakhir", "Jumlah kumulatif", "Rata-rata kumulatif"
		]
		indikator: DF.SmallText
		kunci: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		perspektif: DF.Literal["", "Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran"]
		sasaran: DF.SmallText
		satuan: DF.Data | None
		target_maks: DF.Float
		target_min: DF.Float
		target_naratif: DF.SmallText | None
	# end: auto-generated types
