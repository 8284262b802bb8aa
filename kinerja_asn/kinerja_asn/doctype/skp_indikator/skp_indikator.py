from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPIndikator(BarisDokumen):
	"""How one hasil kerja is measured, with the target range that means sesuai ekspektasi."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		arah: DF.Literal["Naik", "Turun", "Rentang", "Ya/Tidak", "Naratif"]
		aspek: DF.Data
		cara_hitung: DF.Literal[
			"Jumlah", "Rata-rata", "Nilai terakhir", "Jumlah kumulatif", "Rata-rata kumulatif"
		]
		definisi: DF.SmallText | None
		formula: DF.SmallText | None
		hasil_kerja: DF.Data | None
		hasil_kerja_ke: DF.Int
		indikator: DF.SmallText
		kunci: DF.Data | None
		lintasan: DF.Literal["Merata", "Bulanan", "Musiman"]
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		periode_pelaporan: DF.Literal["", "Bulanan", "Triwulanan", "Semesteran", "Tahunan"]
		perspektif: DF.Literal["", "Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran"]
		pk_indikator: DF.Data | None
		pustaka: DF.Link | None
		satuan: DF.Data | None
		sumber_data: DF.SmallText | None
		sumber_layanan: DF.Link | None
		sumber_ukuran: DF.Literal[
			"", "Rata-rata penilaian", "Persen puas", "Median waktu tunggu", "Rata-rata waktu tunggu"
		]
		target_bulanan: DF.SmallText | None
		target_maks: DF.Float
		target_min: DF.Float
		target_naratif: DF.SmallText | None
		tujuan: DF.SmallText | None
	# end: auto-generated types
