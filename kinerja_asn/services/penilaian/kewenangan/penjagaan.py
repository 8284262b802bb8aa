"""Nobody moves the last day of evaluations in which he has a part: it decides who evaluates, and whether there is an objection."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.services.bersama.periode import get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.kewenangan.kedudukan import is_bebas
from kinerja_asn.services.penilaian.kewenangan.jendela import build_jendela


def guard_jendela(periode) -> None:
	"""validate of Periode Kinerja."""
	lama = periode.get_doc_before_save()
	if lama and _is_berpihak(periode.name) and _is_terbalik(lama, periode):
		frappe.throw(
			_(
				"Perubahan ini menentukan apakah evaluasi yang menyangkut Anda, sebagai pegawai, Pejabat Penilai, atau atasannya, masih "
				"dalam waktunya. Minta pengelola kinerja lain atau administrator situs mengubahnya."
			),
			frappe.PermissionError,
		)


def _is_berpihak(periode: str) -> bool:
	user = frappe.session.user
	if is_bebas(user):
		return False
	pihak = dict.fromkeys(("pegawai_user", "penilai_user", "atasan_penilai_user"), user)
	return bool(frappe.get_all("SKP", filters={"periode": periode}, or_filters=pihak, limit=1))


def _is_terbalik(lama, baru) -> bool:
	"""Would a time that is over be open again, or one that is open be over?"""
	hari_ini = get_today()
	return any(
		build_jendela(lama, jenis, masa).is_lewat(hari_ini)
		!= build_jendela(baru, jenis, masa).is_lewat(hari_ini)
		for jenis in JenisEvaluasi
		for masa in get_masa_evaluasi(baru.name, jenis)
		if masa.akhir <= hari_ini
	)
