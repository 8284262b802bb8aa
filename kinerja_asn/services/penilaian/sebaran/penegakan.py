"""When an evaluation is set: does it bring its group beyond a limit of the pattern, and what the agency makes of that.

The one place, whichever door the step is taken through: the document's own check (EvaluasiKinerja.validate_penetapan).
"""

import frappe
from frappe import _

from kinerja_asn.constants.distribusi import JenisCatatanPenyelarasan, PenegakanDistribusi
from kinerja_asn.constants.istilah import JenisEvaluasi, Predikat
from kinerja_asn.rules.distribusi import Temuan, find_karena
from kinerja_asn.services.bersama.penolakan import refuse_isian
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.penilaian.evaluasi import get_kunci_unit
from kinerja_asn.services.penilaian.sebaran.cakupan import Cakupan, build_cakupan, list_orang
from kinerja_asn.services.penilaian.sebaran.catatan import add_catatan
from kinerja_asn.services.penilaian.sebaran.kelompok import build_kelompok


def check_sebaran(doc) -> None:
	"""A warning, a reason that is asked for, or a refusal, as the period's Skema Penilaian says."""
	temuan = [hasil.kalimat for hasil in find_penyimpangan(doc)]
	doc.flags.temuan_sebaran = temuan
	if not temuan:
		return
	penegakan = get_penegakan(doc.periode)
	if penegakan == PenegakanDistribusi.BLOK:
		frappe.throw(temuan, title=_("Menyimpang dari pola distribusi: belum dapat ditetapkan"), as_list=True)
	if penegakan == PenegakanDistribusi.WAJIB_ALASAN and not (doc.alasan_sebaran or "").strip():
		refuse_isian(
			"alasan_sebaran",
			_("Menyimpang dari pola distribusi: {0} Tulis alasannya sebelum menetapkan.").format(
				" ".join(temuan)
			),
		)
	frappe.msgprint(temuan, title=_("Menyimpang dari pola distribusi"), as_list=True, indicator="orange")


def record_penyimpangan(doc) -> None:
	"""on_update: what deviated when it was set, with the reason as it was then."""
	if temuan := doc.flags.pop("temuan_sebaran", None):
		add_catatan(
			doc, JenisCatatanPenyelarasan.PENYIMPANGAN, doc.alasan_sebaran or "", temuan="\n".join(temuan)
		)


def get_penegakan(periode: str) -> PenegakanDistribusi:
	skema = frappe.get_cached_doc("Skema Penilaian", get_periode(periode).skema)
	return PenegakanDistribusi(skema.penegakan_distribusi or PenegakanDistribusi.WAJIB_ALASAN)


def find_penyimpangan(doc) -> list[Temuan]:
	"""Limits that the group of ``doc`` passes, or cannot keep any more, because of this predikat. What others brought about
	is theirs: whoever mends the picture is not asked why."""
	if not (doc.predikat_kinerja and doc.unit_penilai and doc.predikat_organisasi):
		return []
	cakupan = get_cakupan(doc)
	lock_unit(doc, cakupan)
	rows = [_with_ditetapkan(row, doc) for row in list_orang(cakupan, None)]
	kelompok = build_kelompok(cakupan, rows, sah=True)
	return [
		temuan for bagian in kelompok for temuan in find_karena(Predikat(doc.predikat_kinerja), bagian.temuan)
	]


def get_cakupan(doc) -> Cakupan:
	jenis = JenisEvaluasi(doc.jenis)
	kunci = get_kunci_unit(doc.unit_penilai, doc.periode, jenis, frappe.utils.getdate(doc.akhir))
	dasar = build_cakupan(doc.periode, jenis, kunci["masa_ke"])
	return Cakupan(dasar.periode, jenis, dasar.masa, dasar.masa_ke, penilai=(doc.unit_penilai, doc.penilai))


def lock_unit(doc, cakupan: Cakupan) -> None:
	"""Two evaluations of one group that are set at once are set one after the other: each counts what the other set."""
	kunci = {"unit_kerja": doc.unit_penilai, "periode": cakupan.periode}
	kunci |= {"jenis": str(cakupan.jenis), "masa_ke": cakupan.masa_ke}
	frappe.db.get_value("Kinerja Unit", kunci, "name", for_update=True)


def _with_ditetapkan(row: frappe._dict, doc) -> frappe._dict:
	"""``row`` as it will be: this one set with its predikat, the others as they are stored."""
	if row.name != doc.name:
		return row
	return frappe._dict(row, tahap=str(doc.tahap), predikat_kinerja=doc.predikat_kinerja)
