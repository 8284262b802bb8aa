"""The one place that says whether a result is final by law (p. 90 no. 11 and 12; p. 117)."""

import frappe
from frappe import _

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import DasarPenilai
from kinerja_asn.rules.keberatan import DASAR_FINAL
from kinerja_asn.services.orang.pihak import KOLOM_JABATAN
from kinerja_asn.services.penilaian.kewenangan.jabatan import find_alasan_jabatan, read_jabatan


def get_alasan_final(evaluasi) -> AlasanFinal | None:
	"""Of a result that was set (its document or row); None: an objection is possible."""
	if is_oleh_atasan(evaluasi):
		return AlasanFinal.WAKTU_TERLEWAT
	skp = frappe.db.get_value("SKP", evaluasi.skp, ["periode", *KOLOM_JABATAN], as_dict=True)
	return find_alasan_jabatan(skp, read_jabatan([evaluasi.penilai]).get(evaluasi.penilai))


def is_oleh_atasan(evaluasi) -> bool:
	"""Did the superior of the Penilai set it, because the Penilai let the time pass (p. 90 no. 11; p. 115 no. 8)?"""
	return evaluasi.dasar_penilai == DasarPenilai.LEWAT_WAKTU


def describe_final(alasan: str) -> str:
	"""Why no objection is possible, with its place in the law."""
	final = AlasanFinal(alasan)
	kalimat = {
		AlasanFinal.WAKTU_TERLEWAT: _(
			"Evaluasi ini dilakukan atasan Pejabat Penilai Kinerja karena jangka waktunya terlewat, sehingga hasilnya bersifat "
			"final menurut PermenPANRB 6/2022, {0}."
		),
		AlasanFinal.KEBERATAN: _(
			"Hasil ini ditetapkan atasan Pejabat Penilai Kinerja atas keberatan Anda. Keberatan diputuskan satu kali menurut "
			"PermenPANRB 6/2022, {0}."
		),
	}
	umum = _("Hasil evaluasi untuk jabatan ini bersifat final menurut PermenPANRB 6/2022, {0}.")
	return kalimat.get(final, umum).format(DASAR_FINAL[final])
