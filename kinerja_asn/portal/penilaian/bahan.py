"""What stands beside the rows on the page of an evaluation: who evaluates, earlier results, the employee's own words, and the
words that the facts propose."""

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import JenisEvaluasi, JenisMasa
from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.rules.masa import is_masa_baku
from kinerja_asn.rules.ulasan import join_kalimat
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.penilaian.bahan import get_sebelumnya, propose
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.pihak import decide
from kinerja_asn.services.penilaian.kewenangan.rujukan import find_rujukan, is_disepakati
from kinerja_asn.services.penilaian.penilaian_diri import DOCTYPE as PENILAIAN_DIRI
from kinerja_asn.services.penilaian.penilaian_diri import find_disampaikan

# Written for the employee -> where its proposal stands (rules/ulasan.py).
UNTUK_PEGAWAI = ("kekuatan", "area_perbaikan", "rekomendasi")


def is_pengevaluasi(doc) -> bool:
	"""Is the session user who evaluates, and still in service?"""
	return doc.penetap_user == frappe.session.user and not has_left(frappe.session.user)


def may_buat(skp, jenis: JenisEvaluasi, masa) -> tuple[bool, str]:
	"""(does the session user evaluate this, who does in words)."""
	kewenangan = decide(skp.name, jenis, masa)
	return is_pengevaluasi(frappe._dict(kewenangan.as_dict())), kewenangan.uraian


def describe_waktu(doc) -> str:
	jendela = get_jendela(doc.periode, JenisEvaluasi(doc.jenis), doc.get_masa())
	mulai = formatdate(jendela.mulai, "d MMMM yyyy")
	if not jendela.akhir:
		return _("Waktu evaluasi mulai {0}; instansi tidak menetapkan batasnya.").format(mulai)
	return _("Waktu evaluasi {0} sampai {1}.").format(mulai, formatdate(jendela.akhir, "d MMMM yyyy"))


def is_lokal(doc) -> bool:
	"""A periodic evaluation of a length that the regulation does not know."""
	return doc.jenis == JenisEvaluasi.PERIODIK and not is_masa_baku(
		JenisMasa(get_periode(doc.periode).jenis_evaluasi_periodik)
	)


def build_sebelumnya(doc) -> list[frappe._dict]:
	"""With a link where the reader is named on it; what he may not open he knows by its result."""
	rows, user = get_sebelumnya(doc), frappe.session.user
	for row in rows:
		bernama = user in (row.penilai_user, row.atasan_penilai_user)
		row.alamat = get_alamat("tim/evaluasi", name=row.name) if bernama else None
	return rows


def find_penilaian_diri(doc):
	nama = find_disampaikan(doc.skp, doc.jenis, doc.masa_ke)
	return frappe.get_doc(PENILAIAN_DIRI, nama) if nama else None


def build_rujukan(doc) -> frappe._dict | None:
	"""The former unit's result that could be used, and whether the employee has agreed (p. 91 no. 13 a)."""
	rujukan = find_rujukan(doc.skp, doc.pegawai, JenisEvaluasi(doc.jenis), doc.get_masa())
	return frappe._dict(rujukan, disepakati=is_disepakati(doc)) if rujukan else None


def build_usulan(doc) -> dict[str, list[frappe._dict]]:
	"""Field -> proposed sentences, each with the facts that it comes from."""
	ulasan = propose(doc)
	return {
		medan: [frappe._dict(teks=usulan.teks, dasar=usulan.dasar) for usulan in getattr(ulasan, medan)]
		for medan in UNTUK_PEGAWAI
	}


def take_usulan(doc, form) -> None:
	"""Puts the proposal into the fields that are still empty: on the page alone, nothing is stored."""
	ulasan = propose(doc)
	for medan in UNTUK_PEGAWAI:
		if not str(form.get(medan) or "").strip():
			form[medan] = join_kalimat(getattr(ulasan, medan))
