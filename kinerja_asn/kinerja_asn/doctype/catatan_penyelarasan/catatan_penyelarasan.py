from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class CatatanPenyelarasan(Terjejak):
	"""What was changed, asked or deviated in the calibration of one evaluation (p. 97-98); the server's to write
	(services/penilaian/sebaran/catatan.py), nobody's to change."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan: DF.Text | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		evaluasi: DF.Link | None
		instansi: DF.Link | None
		jenis: DF.Literal["Perubahan rating", "Permintaan tinjau", "Penyimpangan pola"]
		masa: DF.Data | None
		nama_oleh: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		pada: DF.Datetime | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		predikat_baru: DF.Literal["", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		predikat_lama: DF.Literal["", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		rapat: DF.Link | None
		rating_hasil_baru: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_hasil_lama: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_perilaku_baru: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_perilaku_lama: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		temuan: DF.Text | None
		unit_kerja: DF.Link | None
	# end: auto-generated types
