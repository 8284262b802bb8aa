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
from kinerja_asn.services.penilaian.organisasi.predikat import get_kunci_unit
from kinerja_asn.services.penilaian.sebaran.cakupan import DOCTYPE, Cakupan, build_cakupan, list_orang
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
	cakupan, terkini = get_cakupan(doc), read_terkini(doc)
	rows = [frappe._dict(row, **terkini.get(row.skp, {})) for row in list_orang(cakupan, None)]
	kelompok = build_kelompok(cakupan, rows, sah=True)
	return [
		temuan for bagian in kelompok for temuan in find_karena(Predikat(doc.predikat_kinerja), bagian.temuan)
	]


def get_cakupan(doc) -> Cakupan:
	jenis = JenisEvaluasi(doc.jenis)
	kunci = get_kunci_unit(doc.unit_penilai, doc.periode, jenis, frappe.utils.getdate(doc.akhir))
	dasar = build_cakupan(doc.periode, jenis, kunci["masa_ke"])
	return Cakupan(dasar.periode, jenis, dasar.masa, dasar.masa_ke, penilai=(doc.unit_penilai, doc.penilai))


def read_terkini(doc) -> dict[str, dict]:
	"""SKP -> what its evaluation is now, this one as it will be. Read with a lock, which waits for whoever sets another of the
	group at once and sees what he set: a database that shows a transaction one moment would not. By the account, which
	has an index: a lock is on all that is looked through."""
	saring = {kolom: doc.get(kolom) for kolom in ("periode", "jenis", "unit_penilai", "penilai_user")}
	kolom = ["name", "skp", "akhir", "tahap", "predikat_kinerja"]
	rows = frappe.db.get_values(DOCTYPE, saring, kolom, as_dict=True, for_update=True)
	akhir = frappe.utils.getdate(doc.akhir)
	terkini = {
		row.skp: {"tahap": row.tahap, "predikat_kinerja": row.predikat_kinerja}
		for row in rows
		if frappe.utils.getdate(row.akhir) == akhir
	}
	terkini[doc.skp] = {"tahap": str(doc.tahap), "predikat_kinerja": doc.predikat_kinerja}
	return terkini
