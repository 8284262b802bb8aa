from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class RencanaAksiLangkah(BarisDokumen):
	"""One step towards a hasil kerja, which it names by its ``kunci``, and the months it takes."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		bulan_mulai: DF.Literal[
			"",
			"Januari",
			"Februari",
			"Maret",
			"April",
			"Mei",
			"Juni",
			"Juli",
			"Agustus",
			"September",
			"Oktober",
			"November",
			"Desember",
		]
		bulan_selesai: DF.Literal[
			"",
			"Januari",
			"Februari",
			"Maret",
			"April",
			"Mei",
			"Juni",
			"Juli",
			"Agustus",
			"September",
			"Oktober",
			"November",
			"Desember",
		]
		disepakati: DF.Check
		hasil_kerja: DF.Data | None
		indikator: DF.Data | None
		langkah: DF.SmallText
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		rencana_hasil_kerja: DF.SmallText | None
		target_bulanan: DF.SmallText | None
		uraian_indikator: DF.SmallText | None
	# end: auto-generated types
