"""Open evaluations follow what they stand on: their figures are those of now, also where nobody opens them."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_now

DOCTYPE = "Evaluasi Kinerja"
TERBUKA = ("in", [str(tahap) for tahap in DISUSUN])


def refresh_evaluasi(skp: str, sejak: date) -> None:
	"""After something of ``skp`` was verified, said or changed that counts from ``sejak`` on."""
	saring = {"skp": skp, "tahap": TERBUKA, "akhir": (">=", sejak)}
	for nama in frappe.get_all(DOCTYPE, saring, pluck="name"):
		save_menurut_keputusan(frappe.get_doc(DOCTYPE, nama))


def spread_predikat(kinerja_unit, predikat: str | None) -> None:
	"""The result of a unit, in the evaluations of all whom its leader evaluates; one statement."""
	jenis = JenisEvaluasi(kinerja_unit.jenis)
	evaluasi = frappe.qb.DocType(DOCTYPE)
	query = (
		frappe.qb.update(evaluasi)
		.set(evaluasi.predikat_organisasi, predikat)
		.set(evaluasi.modified, get_now())
		.where((evaluasi.unit_penilai == kinerja_unit.unit_kerja) & (evaluasi.jenis == str(jenis)))
		.where((evaluasi.periode == kinerja_unit.periode) & evaluasi.tahap.isin(TERBUKA[1]))
	)
	if jenis == JenisEvaluasi.PERIODIK:
		masa = find_masa(get_masa_evaluasi(kinerja_unit.periode, jenis), kinerja_unit.masa_ke)
		query = query.where((evaluasi.akhir >= masa.awal) & (evaluasi.akhir <= masa.akhir))
	query.run()
