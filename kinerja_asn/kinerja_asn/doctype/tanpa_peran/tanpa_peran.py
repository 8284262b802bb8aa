import frappe

from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak


class TanpaPeran(Terjejak):
	"""The answer "tidak ada peran" in a leader's Matriks Pembagian Peran dan Hasil (p. 47-48).

	Written by services/perencanaan/penyelarasan/matriks.py alone, for one employee under one hasil kerja of the leader (its ``kunci``).
	"""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		atasan_penilai: DF.Link | None
		atasan_penilai_user: DF.Link | None
		instansi: DF.Link | None
		jabatan_pegawai: DF.Data | None
		jabatan_penilai: DF.Data | None
		nama_atasan_penilai: DF.Data | None
		nama_pegawai: DF.Data | None
		nama_penilai: DF.Data | None
		nip_pegawai: DF.Data | None
		nip_penilai: DF.Data | None
		pangkat_pegawai: DF.Data | None
		pangkat_penilai: DF.Data | None
		pegawai: DF.Link
		pegawai_user: DF.Link | None
		penilai: DF.Link | None
		penilai_user: DF.Link | None
		periode: DF.Link
		rhk_pimpinan: DF.Data | None
		rhk_pimpinan_uraian: DF.Data | None
		skp_pimpinan: DF.Link
		unit_kerja: DF.Link | None
		unit_penilai: DF.Link | None
	# end: auto-generated types


def on_doctype_update():
	frappe.db.add_unique("Tanpa Peran", ["rhk_pimpinan", "pegawai"], constraint_name="unik_peran_pegawai")
