"""Open evaluations follow what they stand on: their figures are those of now, also where nobody opens them."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.penilaian.organisasi.predikat import Berlaku, find_berlaku

DOCTYPE = "Evaluasi Kinerja"
TERBUKA = ("in", [str(tahap) for tahap in DISUSUN])


def refresh_evaluasi(skp: str, sejak: date) -> None:
	"""After something of ``skp`` was verified, said or changed that counts from ``sejak`` on."""
	saring = {"skp": skp, "tahap": TERBUKA, "akhir": (">=", sejak)}
	for nama in frappe.get_all(DOCTYPE, saring, pluck="name"):
		save_menurut_keputusan(frappe.get_doc(DOCTYPE, nama))


def spread_predikat(kinerja_unit) -> None:
	"""The result of a unit as it counts now, in the open evaluations of all whom its leader evaluates, in one statement; and in
	his own, which follows it."""
	periode, jenis = kinerja_unit.periode, JenisEvaluasi(kinerja_unit.jenis)
	unit, masa = kinerja_unit.unit_kerja, get_masa(kinerja_unit)
	berlaku = find_berlaku([unit], periode, jenis, kinerja_unit.masa_ke).get(unit) or Berlaku()
	evaluasi = frappe.qb.DocType(DOCTYPE)
	query = (
		frappe.qb.update(evaluasi)
		.set(evaluasi.predikat_organisasi, berlaku.predikat)
		.set(evaluasi.keterangan_organisasi, berlaku.keterangan)
		.set(evaluasi.modified, get_now())
		.where((evaluasi.unit_penilai == unit) & (evaluasi.jenis == str(jenis)))
		.where((evaluasi.periode == periode) & evaluasi.tahap.isin(TERBUKA[1]))
	)
	if jenis == JenisEvaluasi.PERIODIK:
		query = query.where((evaluasi.akhir >= masa.awal) & (evaluasi.akhir <= masa.akhir))
	query.run()
	_refresh_pimpinan(kinerja_unit.pimpinan, periode, jenis, masa)


def get_masa(kinerja_unit) -> Masa:
	daftar = get_masa_evaluasi(kinerja_unit.periode, JenisEvaluasi(kinerja_unit.jenis))
	tahunan = kinerja_unit.jenis == JenisEvaluasi.TAHUNAN
	return daftar[0] if tahunan else find_masa(daftar, kinerja_unit.masa_ke)


def _refresh_pimpinan(pegawai: str | None, periode: str, jenis: JenisEvaluasi, masa: Masa) -> None:
	saring = {"pegawai": pegawai, "periode": periode, "jenis": str(jenis), "tahap": TERBUKA}
	if pegawai:
		for nama in frappe.get_all(
			DOCTYPE, {**saring, "akhir": ("between", (masa.awal, masa.akhir))}, pluck="name"
		):
			save_menurut_keputusan(frappe.get_doc(DOCTYPE, nama))
