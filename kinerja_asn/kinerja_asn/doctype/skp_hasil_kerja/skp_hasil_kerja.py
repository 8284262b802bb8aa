from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class SKPHasilKerja(BarisDokumen):
	"""One hasil kerja that is expected; its ``kunci`` stays through every change of the plan."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jenis: DF.Literal["Utama", "Tambahan"]
		kualitas: DF.Literal[
			"",
			"Outcome",
			"Outcome Antara",
			"Output Kendali Rendah",
			"Output Kendali Sedang",
			"Output Kendali Tinggi",
		]
		kunci: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		penugasan: DF.Link | None
		penugasan_dari: DF.Data | None
		penugasan_sebagai: DF.Literal["", "Plt.", "Plh.", "JF dalam jabatan struktural"]
		penyelarasan: DF.Literal[
			"",
			"Langsung: aspek",
			"Langsung: wilayah",
			"Langsung: beban target",
			"Tidak langsung: layanan",
			"Tidak langsung: output antara",
		]
		pk_indikator: DF.Data | None
		porsi: DF.Percent
		rencana_hasil_kerja: DF.SmallText
		rhk_pimpinan: DF.Data | None
		rhk_pimpinan_uraian: DF.SmallText | None
		sumber: DF.Literal[
			"",
			"Perjanjian Kinerja",
			"Rencana Strategis",
			"Rencana Kerja Tahunan",
			"Direktif",
			"Rencana Aksi/Inisiatif Strategis",
			"Matriks Peran Hasil",
			"Penugasan",
			"Tugas Belajar",
		]
	# end: auto-generated types
