"""The superior decides (p. 117-118 no. 5-7): confirms, or changes ratings and predikat, which makes a D.1.3."""

import frappe
from frappe import _

from kinerja_asn.constants.dokumen_evaluasi import KeputusanKeberatan, PerihalRantai
from kinerja_asn.constants.istilah import Rating
from kinerja_asn.rules.predikat import predikat_kinerja
from kinerja_asn.services.bersama.isian import require_teks
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.penilaian.dokumen.penerbitan import issue_perubahan
from kinerja_asn.services.penilaian.rantai.penulisan import add_mata

EVALUASI = "Evaluasi Kinerja"
# Of the decision -> of the evaluation.
RATING = {"rating_hasil_baru": "rating_hasil_kerja", "rating_perilaku_baru": "rating_perilaku"}


def tidy_keputusan(keberatan) -> None:
	"""Ratings belong to a decision that changes the result; the predikat follows from them (p. 99)."""
	if keberatan.keputusan != KeputusanKeberatan.MENGUBAH:
		keberatan.update(dict.fromkeys(RATING))
	lengkap = all(keberatan.get(kolom) for kolom in RATING)
	keberatan.predikat_baru = (
		predikat_kinerja(Rating(keberatan.rating_hasil_baru), Rating(keberatan.rating_perilaku_baru))
		if lengkap
		else None
	)


def check_keputusan(keberatan) -> None:
	if not keberatan.keputusan:
		refuse_isian("keputusan", _("Pilih keputusannya: menguatkan atau mengubah hasil evaluasi."))
	require_teks(
		keberatan,
		"pertimbangan",
		_("Tulis pertimbangan keputusan Anda: pegawai dan Pejabat Penilai membacanya."),
	)
	if keberatan.keputusan == KeputusanKeberatan.MENGUBAH:
		_check_perubahan(keberatan)


def _check_perubahan(keberatan) -> None:
	for kolom in RATING:
		if not keberatan.get(kolom):
			refuse_isian(kolom, _("Pilih kedua rating menurut keputusan Anda."))
	lama = frappe.db.get_value(EVALUASI, keberatan.evaluasi, list(RATING.values()), as_dict=True)
	if all(keberatan.get(baru) == lama[kolom] for baru, kolom in RATING.items()):
		refuse_isian(
			"rating_hasil_baru",
			_("Kedua rating sama dengan hasil sekarang. Ubah paling sedikit satu, atau pilih menguatkan."),
		)
	require_teks(
		keberatan, "rekomendasi", _("Tulis rekomendasi baru: ia menjadi bagian dokumen D.1.3 (hlm. 118).")
	)


def carry_out(keberatan) -> None:
	"""After the decision was saved: the evaluation says what was decided, the document is a further one."""
	if keberatan.keputusan == KeputusanKeberatan.MENGUBAH:
		evaluasi = frappe.get_doc(EVALUASI, keberatan.evaluasi)
		save_menurut_keputusan(evaluasi, **{kolom: keberatan.get(baru) for baru, kolom in RATING.items()})
		keberatan.db_set("dokumen_baru", issue_perubahan(evaluasi, keberatan), update_modified=False)
	add_mata(PerihalRantai.DIPUTUSKAN, keberatan.name)
