from frappe import _

from kinerja_asn.kinerja_asn.workflow.kunci_unik import KunciUnik


class PermintaanUmpanBalik(KunciUnik):
	"""That people are asked for feedback about an employee, and what they were promised (Pasal 17-19; p. 70 no. 9).

	Written by services/pelaksanaan/umpan_balik/ alone: nobody has a right to make or change one."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		ditutup_pada: DF.Date | None
		hasil_kerja: DF.Data | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		janji_anonim: DF.SmallText | None
		jenis: DF.Literal["Permintaan", "360"]
		kunci_berjalan: DF.Data | None
		minimum: DF.Int
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_peminta: DF.Data | None
		nama_penilai: DF.Data | None
		nilai: DF.Link | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		peminta: DF.Link | None
		peminta_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		pesan: DF.SmallText | None
		sasaran: DF.Literal["Umum", "Hasil Kerja", "Perilaku Kerja"]
		sasaran_uraian: DF.Data | None
		skp: DF.Link
		status: DF.Literal["Diusulkan", "Berjalan", "Selesai", "Dibatalkan"]
		tenggat: DF.Date | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types

	def get_pesan_ganda(self) -> str:
		return _(
			"Permintaan seperti ini sudah berjalan. Tunggu sampai ditutup, atau tutup dahulu yang sedang berjalan."
		)
