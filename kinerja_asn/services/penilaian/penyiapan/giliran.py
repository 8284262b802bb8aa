"""One preparation of evaluations at a time in a period."""

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.borongan import giliran
from kinerja_asn.services.penilaian.evaluasi import get_awal_evaluasi_unit
from kinerja_asn.services.penilaian.penyiapan.calon import get_calon
from kinerja_asn.services.penilaian.penyiapan.konteks import get_masa, read_konteks

DOCTYPE = "Penyiapan Evaluasi"
TUGAS = "kinerja_asn.services.penilaian.penyiapan.latar.run"


def enqueue(penyiapan) -> None:
	"""Begin, or go on, in the background. The caller has checked that the session user may."""
	check_waktu(penyiapan)
	giliran.enqueue(penyiapan, TUGAS, take_giliran)


def take_giliran(penyiapan) -> None:
	giliran.take_giliran(penyiapan, {"jumlah_dibuat": 0})


def check_waktu(penyiapan) -> None:
	"""Before the period is over there may be contracts that have ended (KepmenPANRB 16/2025, diktum 13)."""
	masa = get_masa(penyiapan)
	mulai = get_awal_evaluasi_unit(get_periode(penyiapan.periode), masa, JenisEvaluasi(penyiapan.jenis))
	if get_today() < mulai and not get_calon(read_konteks(penyiapan))[0]:
		frappe.throw(
			_("Evaluasi {0} dapat disiapkan mulai {1}, ketika masanya selesai.").format(
				masa.label, formatdate(mulai)
			)
		)
