"""Capaian of the units and the evaluations: rated, set and handed over by the Penilai, acknowledged by the employee."""

from datetime import date

import frappe

from kinerja_asn.constants.istilah import JenisEvaluasi, PredikatOrganisasi, Tahap
from kinerja_asn.demo.instansi import get_nama_unit
from kinerja_asn.demo.konteks import Konteks, get_kunci, hari_kerja
from kinerja_asn.demo.orang import MENURUT_KUNCI, Orang
from kinerja_asn.demo.penyelarasan import calibrate
from kinerja_asn.demo.peragaan import act_as, advance_as, without_pemberitahuan
from kinerja_asn.demo.rencana import Penilaian
from kinerja_asn.demo.skenario import DINILAI_ATASAN, PREDIKAT_TRIWULAN, PREDIKAT_UNIT
from kinerja_asn.rules.ulasan import join_kalimat
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.penilaian.bahan import propose
from kinerja_asn.services.penilaian.organisasi.pimpinan import find_kepemimpinan
from kinerja_asn.services.penilaian.organisasi.predikat import find_hasil_pimpinan

DASAR = "Rapat evaluasi kinerja organisasi {0}"
DASAR_LUAR = "Penetapan Bupati Sukamaju dalam rapat evaluasi kinerja organisasi {0}"
EKSPEKTASI = {
	PredikatOrganisasi.ISTIMEWA: "Melampaui yang disepakati: hasilnya sudah dipakai unit lain.",
	PredikatOrganisasi.BAIK: "Sesuai yang disepakati pada awal tahun.",
	PredikatOrganisasi.BUTUH_PERBAIKAN: "Sebagian belum terpenuhi; perbaikannya menjadi prioritas tahun depan.",
}


def make_evaluasi_tahunan(konteks: Konteks, tingkat: int) -> None:
	"""Those of one level, in January of the next year."""
	akhir = date(konteks.tahun, 12, 31)
	make_kinerja_unit(konteks, PREDIKAT_UNIT, JenisEvaluasi.TAHUNAN, 0, hari_kerja(akhir, 8))
	for penilai, kelompok in konteks.group_by_penilai(tingkat):
		daftar = [
			(orang, lakon.tahunan)
			for orang, lakon in kelompok
			if lakon.tahunan and not is_lewat(konteks, orang)
		]
		make_evaluasi_semua(
			konteks, penilai, daftar, JenisEvaluasi.TAHUNAN, 0, hari_kerja(akhir, 9 + tingkat)
		)


def is_lewat(konteks: Konteks, orang: Orang) -> bool:
	"""Is it he whose Penilai let the time pass, and has that day come?"""
	return orang.kunci == DINILAI_ATASAN and konteks.hari >= date(konteks.tahun + 1, 2, 10)


def make_evaluasi_lewat(konteks: Konteks) -> None:
	"""After 31 January his Penilai's superior evaluates, and the result is final (p. 90 no. 11)."""
	orang, lakon = MENURUT_KUNCI[DINILAI_ATASAN], konteks.lakon.get(DINILAI_ATASAN)
	if lakon and lakon.tahunan and is_lewat(konteks, orang):
		atasan = MENURUT_KUNCI[MENURUT_KUNCI[orang.atasan].atasan]
		hari = date(konteks.tahun + 1, 2, 3)
		make_evaluasi_semua(konteks, atasan, [(orang, lakon.tahunan)], JenisEvaluasi.TAHUNAN, 0, hari)


def extend_batas(konteks: Konteks) -> None:
	"""The agency gives more time for what is left: Siti's evaluation is the visitor's to make as Budi, on any day."""
	batas = {"batas_evaluasi_tahunan": date(konteks.tahun + 1, 12, 31)}
	frappe.db.set_value("Periode Kinerja", konteks.periode, batas)
	frappe.clear_document_cache("Periode Kinerja", konteks.periode)


def make_evaluasi_triwulan(konteks: Konteks, ke: int) -> None:
	akhir = find_masa(get_masa_evaluasi(konteks.periode, JenisEvaluasi.PERIODIK), ke).akhir
	predikat = {unit: nilai for (unit, triwulan), nilai in PREDIKAT_TRIWULAN.items() if triwulan == ke}
	make_kinerja_unit(konteks, predikat, JenisEvaluasi.PERIODIK, ke, hari_kerja(akhir, 7))
	for tingkat in konteks.semua_tingkat:
		for penilai, kelompok in konteks.group_by_penilai(tingkat):
			daftar = [(orang, lakon.periodik[ke]) for orang, lakon in kelompok if ke in lakon.periodik]
			make_evaluasi_semua(konteks, penilai, daftar, JenisEvaluasi.PERIODIK, ke, hari_kerja(akhir, 8))


def make_kinerja_unit(
	konteks: Konteks, predikat: dict[str, str], jenis: JenisEvaluasi, ke: int, tanggal: date
) -> None:
	"""Each leader sets the results of the units right under him; that of the unit on top is recorded by whom HR chose."""
	kunci = {"periode": konteks.periode, "jenis": jenis, "masa_ke": ke}
	ada = set(frappe.get_all("Kinerja Unit", kunci, pluck="unit_kerja"))
	kepemimpinan = find_kepemimpinan(konteks.periode)
	for penetap, daftar in _group_by_penetap(predikat, ada, kepemimpinan).items():
		act_as(frappe.db.get_value("Employee", penetap, "user_id"), tanggal)
		for unit in daftar:
			di_luar = kepemimpinan[get_nama_unit(unit)].di_luar
			frappe.get_doc(
				doctype="Kinerja Unit",
				unit_kerja=get_nama_unit(unit),
				predikat_organisasi=predikat[unit],
				dasar=(DASAR_LUAR if di_luar else DASAR).format(f"{tanggal:%d-%m-%Y}"),
				ekspektasi_pimpinan=EKSPEKTASI[predikat[unit]] if jenis == JenisEvaluasi.TAHUNAN else None,
				**kunci,
			).insert()


def _group_by_penetap(predikat: dict[str, str], ada: set[str], kepemimpinan: dict) -> dict[str, list[str]]:
	kelompok: dict[str, list[str]] = {}
	for unit in predikat:
		if get_nama_unit(unit) not in ada:
			kelompok.setdefault(kepemimpinan[get_nama_unit(unit)].penetap, []).append(unit)
	return kelompok


def make_evaluasi_semua(
	konteks: Konteks,
	penilai: Orang,
	daftar: list[tuple[Orang, Penilaian]],
	jenis: JenisEvaluasi,
	ke: int,
	tanggal: date,
) -> None:
	"""The evaluations of one Penilai; then those who have read theirs acknowledge them."""
	kunci = {"periode": konteks.periode, "jenis": jenis, "masa_ke": ke}
	ada = set(frappe.get_all("Evaluasi Kinerja", kunci, pluck="skp"))
	with without_pemberitahuan():
		diserahkan = [
			(hand_over(konteks.skp[orang.kunci], penilai, penilaian, jenis, ke, tanggal), orang)
			for orang, penilaian in daftar
			if konteks.skp[orang.kunci] not in ada
		]
		menerima = {orang.kunci for orang, penilaian in daftar if penilaian.sampai == Tahap.DITUTUP}
		for doc, orang in diserahkan:
			if orang.kunci in menerima:
				advance_as(doc, orang.email, Tahap.DITUTUP, hari_kerja(tanggal, 3))


def hand_over(skp: str, penilai: Orang, penilaian: Penilaian, jenis: JenisEvaluasi, ke: int, tanggal: date):
	act_as(penilai.email, tanggal)
	doc = frappe.get_doc(
		doctype="Evaluasi Kinerja",
		skp=skp,
		jenis=jenis,
		masa_ke=ke,
		hasil=_get_keputusan(skp, penilaian),
		rating_hasil_kerja=_get_rating(skp, penilaian, jenis, ke),
		rating_perilaku=penilaian.perilaku_semula or penilaian.perilaku,
		alasan_sebaran=penilaian.alasan_sebaran,
		catatan=penilaian.catatan,
	).insert()
	if jenis == JenisEvaluasi.TAHUNAN:
		write_ulasan(doc)
	doc = advance_as(doc, penilai.email, Tahap.DITETAPKAN, tanggal)
	if penilaian.perilaku_semula:
		doc = calibrate(doc, penilai, penilaian, tanggal)
	return advance_as(doc, penilai.email, Tahap.DISERAHKAN, hari_kerja(tanggal, 1))


def _get_rating(skp: str, penilaian: Penilaian, jenis: JenisEvaluasi, ke: int) -> str:
	"""Of whoever leads a unit it follows the unit's result (SE MenPANRB 3/2023)."""
	pegawai, periode = frappe.db.get_value("SKP", skp, ["pegawai", "periode"])
	masa = get_masa_evaluasi(periode, jenis)
	akhir = masa[0].akhir if jenis == JenisEvaluasi.TAHUNAN else find_masa(masa, ke).akhir
	hasil = find_hasil_pimpinan([pegawai], periode, jenis, akhir).get(pegawai)
	return str(hasil.rating) if hasil else penilaian.hasil


def write_ulasan(doc) -> None:
	"""The Penilai takes the words that the facts propose as they are."""
	ulasan = propose(doc)
	for medan in ("kekuatan", "area_perbaikan", "rekomendasi"):
		doc.set(medan, join_kalimat(getattr(ulasan, medan)))
	doc.save()


def _get_keputusan(skp: str, penilaian: Penilaian) -> list[dict]:
	"""The rows that the Penilai judges himself; the others follow from the figures."""
	kunci = get_kunci("SKP Indikator", skp) if penilaian.baris else []
	return [
		{"indikator": kunci[nomor - 1], "rating": rating, "alasan": alasan}
		for nomor, (rating, alasan) in penilaian.baris.items()
	]
