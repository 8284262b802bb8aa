"""The one place that says whether a result is final by law (p. 90 no. 11 and 12; p. 117)."""

import frappe
from frappe import _

from kinerja_asn.constants.dokumen_evaluasi import AlasanFinal
from kinerja_asn.constants.istilah import JenisInstansi
from kinerja_asn.rules.keberatan import DASAR_FINAL, Kedudukan, find_alasan_final
from kinerja_asn.rules.penetap import PEJABAT_NEGARA
from kinerja_asn.services.bersama.periode import get_periode


def get_alasan_final(evaluasi) -> AlasanFinal | None:
	"""Of a result that was set (its document or row); None: an objection is possible."""
	return find_alasan_final(
		Kedudukan(
			oleh_atasan=is_oleh_atasan(evaluasi),
			jenis_instansi=JenisInstansi(get_periode(evaluasi.periode).jenis_instansi),
			**_get_jabatan(evaluasi.skp),
			**_get_jabatan_penilai(evaluasi.penilai),
		)
	)


def is_oleh_atasan(evaluasi) -> bool:
	"""Did the superior of the Penilai set it, because the Penilai let the time pass (p. 90 no. 11; p. 115 no. 8)?"""
	oleh = evaluasi.ditetapkan_oleh
	return bool(oleh) and oleh != evaluasi.penilai_user and oleh == evaluasi.atasan_penilai_user


def _get_jabatan(skp: str) -> dict:
	"""The post for which the plan was agreed on."""
	row = frappe.db.get_value("SKP", skp, ["jenis_jabatan", "pimpinan_unit_mandiri"], as_dict=True) or {}
	return {
		"jenis_jabatan": row.get("jenis_jabatan"),
		"pimpinan_unit_mandiri": bool(row.get("pimpinan_unit_mandiri")),
	}


def _get_jabatan_penilai(penilai: str | None) -> dict:
	row = frappe.db.get_value("Employee", penilai, ["jenis_jabatan", "status_kinerja"], as_dict=True) or {}
	return {
		"jenis_jabatan_penilai": row.get("jenis_jabatan"),
		"penilai_pejabat_negara": row.get("status_kinerja") == PEJABAT_NEGARA,
	}


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
