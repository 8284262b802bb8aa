from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPLampiran(BarisDokumen):
	"""One line of the Lampiran SKP: support, accountability or consequence (form A.1.8, p. 61)."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		frekuensi: DF.Literal[
			"", "Harian", "Mingguan", "Bulanan", "Triwulanan", "Semesteran", "Tahunan", "Tanggal tertentu"
		]
		jenis: DF.Literal[
			"",
			"Sumber daya manusia",
			"Anggaran",
			"Peralatan kerja",
			"Pendampingan Pimpinan",
			"Sarana dan prasarana",
			"Positif",
			"Negatif",
		]
		kategori: DF.Literal["Dukungan Sumber Daya", "Skema Pertanggungjawaban", "Konsekuensi"]
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		tanggal: DF.Date | None
		terealisasi: DF.Check
		uraian: DF.SmallText
	# end: auto-generated types
