from kinerja_asn.kinerja_asn.workflow.baris import BarisDokumen


class EvaluasiHasilKerja(BarisDokumen):
	"""One indikator as evaluated: data, proposed rating and the Penilai's own."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan: DF.SmallText | None
		ambil_alih: DF.Text | None
		aspek: DF.Data | None
		capaian_persen: DF.Float
		hasil_kerja: DF.Data | None
		indikator: DF.Data | None
		jenis: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		perspektif: DF.Data | None
		rating: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_usulan: DF.Data | None
		realisasi: DF.SmallText | None
		rencana_hasil_kerja: DF.SmallText | None
		rhk_pimpinan_uraian: DF.SmallText | None
		target: DF.Data | None
		target_masa: DF.Data | None
		tidak_dilaporkan: DF.Check
		umpan_balik: DF.SmallText | None
		uraian: DF.SmallText | None
	# end: auto-generated types
