"""Penilaian diri: what the employee says of himself before he is evaluated. It is shown to who evaluates, and counts in no
proposal."""

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import JenisEvaluasi, StatusPenilaianDiri
from kinerja_asn.constants.tahapan import DISEPAKATI, SUDAH_DISERAHKAN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import KOLOM_PIHAK
from kinerja_asn.services.penilaian.kewenangan.jendela import get_jendela
from kinerja_asn.services.penilaian.kewenangan.pihak import check_rencana, decide
from kinerja_asn.services.penilaian.kewenangan.rujukan import find_rujukan
from kinerja_asn.services.perencanaan.skp.versi import get_rencana

DOCTYPE = "Penilaian Diri"


def get_pihak(doc) -> dict:
	if doc.jenis not in list(JenisEvaluasi) or not frappe.db.exists("SKP", str(doc.skp or "")):
		return {}
	kewenangan = decide(doc.skp, JenisEvaluasi(doc.jenis), get_masa(doc))
	return {kolom: kewenangan.pihak[kolom] for kolom in (*KOLOM_PIHAK, "periode")}


def get_masa(doc) -> Masa:
	skp = frappe.db.get_value("SKP", doc.skp, ["periode", "jenis_asn"], as_dict=True)
	daftar = get_masa_evaluasi(skp.periode, JenisEvaluasi(doc.jenis), skp.jenis_asn)
	return daftar[0] if doc.jenis == JenisEvaluasi.TAHUNAN else find_masa(daftar, doc.masa_ke or 0)


def build_hasil(doc) -> list[dict]:
	"""The hasil kerja of the version in force at the end of the period, in its order."""
	rencana = get_rencana(frappe.get_doc("SKP", doc.skp), get_masa(doc).akhir)
	return [
		{"hasil_kerja": row.kunci, "rencana_hasil_kerja": row.rencana_hasil_kerja}
		for row in rencana.hasil_kerja
	]


def check_waktu(doc) -> None:
	"""From the first day of the evaluation's time until the evaluation is handed over."""
	skp = frappe.db.get_value("SKP", str(doc.skp or ""), ["name", "periode", "tahap"], as_dict=True)
	if not skp or skp.tahap not in DISEPAKATI:
		frappe.throw(_("Penilaian diri ditulis untuk SKP yang sudah ditetapkan."))
	jenis, masa = JenisEvaluasi(doc.jenis), get_masa(doc)
	check_rencana(skp, jenis, masa)
	mulai = get_jendela(skp.periode, jenis, masa).mulai
	if get_today() < mulai:
		frappe.throw(
			_("Penilaian diri {0} dapat diisi mulai {1}.").format(
				masa.label, formatdate(mulai, "d MMMM yyyy")
			)
		)
	if _is_diserahkan(doc):
		frappe.throw(
			_("Hasil evaluasi {0} sudah diserahkan; penilaian diri mendahuluinya.").format(masa.label)
		)


def _is_diserahkan(doc) -> bool:
	saring = {kolom: doc.get(kolom) for kolom in ("skp", "jenis", "masa_ke")}
	return bool(
		frappe.db.exists("Evaluasi Kinerja", {**saring, "tahap": ("in", [*map(str, SUDAH_DISERAHKAN)])})
	)


def find_rujukan_diri(doc) -> frappe._dict | None:
	"""The former unit's result that could be used by agreement (p. 91 no. 13 a)."""
	pegawai = frappe.db.get_value("SKP", doc.skp, "pegawai")
	return find_rujukan(doc.skp, pegawai, JenisEvaluasi(doc.jenis), get_masa(doc))


def find_disampaikan(skp: str, jenis: str, masa_ke: int) -> str | None:
	"""The caller has checked that the reader evaluates, or reads the evaluation."""
	saring = {"skp": skp, "jenis": jenis, "masa_ke": masa_ke}
	return frappe.db.get_value(DOCTYPE, {**saring, "status": str(StatusPenilaianDiri.DISAMPAIKAN)})
