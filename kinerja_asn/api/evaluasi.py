"""What the form of an evaluation asks of others."""

import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.constants.peran import PENGELOLA, PENILAI
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.penilaian import permintaan


@frappe.whitelist(methods=["POST"])
def ask_kinerja_unit(name: str) -> None:
	"""The result of the unit on which the evaluation ``name`` stands, of HR."""
	require_role(PENILAI, PENGELOLA)
	evaluasi = _get_evaluasi(name)
	permintaan.ask_kinerja_unit(evaluasi, JenisEvaluasi(evaluasi.jenis), evaluasi.get_masa())


@frappe.whitelist(methods=["POST"])
def remind_pegawai(name: str) -> None:
	"""The reports that the evaluation ``name`` lacks, of its employee."""
	require_role(PENILAI, PENGELOLA)
	permintaan.remind_laporan(frappe.get_doc("SKP", _get_evaluasi(name).skp))


def _get_evaluasi(name: str):
	evaluasi = frappe.get_doc("Evaluasi Kinerja", name)
	evaluasi.check_permission("read")
	return evaluasi
