from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class UmpanBalikTanpaNama(Terjejak):
	"""One answer of somebody whom nobody can name any more; there is none before it may be read.

	Written by services/pelaksanaan/umpan_balik/penutupan.py, all of a request at once."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		hasil_kerja: DF.Data | None
		instansi: DF.Link | None
		isi: DF.Text | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nilai: DF.Link | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		peran: DF.Literal[
			"Diri Sendiri", "Pimpinan", "Rekan Kerja Setingkat", "Pegawai di Bawahnya", "Pihak Lain"
		]
		periode: DF.Link | None
		permintaan: DF.Link
		sasaran: DF.Literal["Umum", "Hasil Kerja", "Perilaku Kerja"]
		sasaran_uraian: DF.Data | None
		sifat: DF.Literal["Positif", "Perlu Perbaikan"]
		skp: DF.Link
		tanggal: DF.Date | None
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types
