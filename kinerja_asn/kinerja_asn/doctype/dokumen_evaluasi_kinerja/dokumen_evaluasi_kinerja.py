from typing import NoReturn

import frappe
from frappe import _

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class DokumenEvaluasiKinerja(Terjejak):
	"""A result as it was handed over, frozen (Pasal 28; forms D.1.1-D.1.3; design.md §5.6). Written by
	services/penilaian/dokumen alone: what comes later is a further document, which names the one it replaces."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan_final: DF.Data | None
		alasan_tidak_bersedia: DF.SmallText | None
		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		digantikan: DF.Link | None
		dilaporkan_oleh: DF.Link | None
		dilaporkan_pada: DF.Datetime | None
		diserahkan_pada: DF.Datetime | None
		ditandatangani_oleh: DF.Link | None
		ditandatangani_pada: DF.Datetime | None
		diterima_pada: DF.Datetime | None
		evaluasi: DF.Link | None
		formulir: DF.Literal["D.1.1", "D.1.2", "D.1.3"]
		instansi: DF.Link | None
		isi: DF.LongText | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		jenis: DF.Literal["Periodik", "Tahunan"]
		masa: DF.Data | None
		menggantikan: DF.Link | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		nomor: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link | None
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link | None
		predikat_kinerja: DF.Literal["", "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		predikat_organisasi: DF.Literal["", "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
		rating_hasil_kerja: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		rating_perilaku: DF.Literal["", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"]
		sidik: DF.Data | None
		skp: DF.Link | None
		tanda_tangan_pada: DF.Datetime | None
		tanda_tangan_pegawai: DF.Literal["Menunggu", "Ditandatangani", "Tidak bersedia menandatangani"]
		tanggal: DF.Date | None
		tenggat_keberatan: DF.Date | None
		tenggat_kembali: DF.Date | None
		tenggat_lapor: DF.Date | None
		token: DF.Data | None
		tte_berkas: DF.Attach | None
		tte_keterangan: DF.SmallText | None
		tte_rujukan: DF.Data | None
		tte_status: DF.Literal["", "Dikirim", "Ditandatangani", "Gagal"]
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
		versi: DF.Int
	# end: auto-generated types

	def validate(self):
		self.refuse()

	def on_trash(self):
		self.refuse()

	def refuse(self) -> NoReturn:
		frappe.throw(
			_(
				"Dokumen Evaluasi Kinerja dibekukan ketika diserahkan dan tidak dapat dibuat, diubah, atau dihapus dengan "
				"tangan. Perubahan hasil menjadi dokumen berikutnya."
			),
			frappe.PermissionError,
		)


def on_doctype_update():
	frappe.db.add_unique(
		"Dokumen Evaluasi Kinerja", ["evaluasi", "versi"], constraint_name="unik_evaluasi_versi"
	)
