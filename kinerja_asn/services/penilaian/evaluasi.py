"""Brings realisasi, evidence and feedback of an SKP together for its evaluation and proposes a rating."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import frappe
from frappe import _
from frappe.query_builder.functions import Count
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Arah, CaraHitung, JenisEvaluasi, JenisHasilKerja, Rating
from kinerja_asn.constants.tahapan import DILAPORKAN, DIVERIFIKASI
from kinerja_asn.rules.capaian import nilai_capaian
from kinerja_asn.rules.masa import Masa, end_kontrak
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.predikat import (
	RATING_TANPA_LAPORAN,
	Ambang,
	Baris,
	Usulan,
	propose_rating_hasil,
	rating_hasil_kerja,
)
from kinerja_asn.rules.progres import target_sampai
from kinerja_asn.services.bersama.tabel_anak import is_anak
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import AmbilAlih, get_ambil_alih
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import describe as describe_ambil_alih
from kinerja_asn.services.pelaksanaan.progres import (
	count_masa,
	get_bagian,
	get_gabungan_rencana,
	get_masa_jatuh_tempo,
)
from kinerja_asn.services.pelaksanaan.realisasi import describe_nilai, query_realisasi
from kinerja_asn.services.pelaksanaan.umpan_balik.rekaman import UmpanBalik
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target
from kinerja_asn.services.perencanaan.skp.versi import get_rencana


@dataclass(frozen=True)
class Bahan:
	"""What there is of one plan when what is evaluated ends: by indikator its combined realisasi, evidence and narrative, by
	hasil kerja what was taken over."""

	realisasi: Mapping[str, Decimal]
	bukti: Mapping[str, int]
	narasi: Mapping[str, str]
	diambil: Mapping[str, AmbilAlih]


def read_bahan(skp, akhir: date) -> Bahan:
	"""Of one plan; of many in services/penilaian/penyiapan/bahan.py, by the same queries."""
	return Bahan(
		get_gabungan_rencana(skp, akhir, DIVERIFIKASI),
		count_bukti([skp.name], akhir).get(skp.name, {}),
		get_narasi([skp.name], akhir).get(skp.name, {}),
		get_ambil_alih(skp.name, akhir),
	)


def name_evaluasi(skp: str, jenis: str, masa_ke: int) -> str:
	akhiran = "T" if jenis == JenisEvaluasi.TAHUNAN else f"P{masa_ke:02d}"
	return f"EK-{skp.removeprefix('SKP-')}-{akhiran}"


def build_hasil(
	skp,
	akhir: date,
	jenis: JenisEvaluasi,
	umpan_balik: UmpanBalik,
	diam: Collection[str],
	bahan: Bahan | None = None,
) -> list[dict]:
	"""Rows for Evaluasi Hasil Kerja, in the order of the SKP: only verified realisasi counts.

	``skp`` is the version in force at the end of what is evaluated (services/versi.get_rencana), ``diam`` what
	``find_diam`` finds in it.
	"""
	bahan = bahan or read_bahan(skp, akhir)
	umum = bahan.bukti.get("", 0)  # for the whole report
	kalimat = _("{0} ({1} bukti dukung)")
	per_hasil: dict[str, list] = {}
	for iki in skp.indikator:
		per_hasil.setdefault(iki.hasil_kerja, []).append(iki)
	return [
		_build_baris(
			skp,
			hasil,
			iki,
			akhir,
			jenis,
			bahan.realisasi.get(iki.kunci),
			bahan.bukti.get(iki.kunci, 0) + umum,
			bahan.narasi.get(iki.kunci),
			umpan_balik,
			iki.kunci in diam,
			bahan.diambil.get(hasil.kunci),
			kalimat,
		)
		for hasil in skp.hasil_kerja
		for iki in per_hasil.get(hasil.kunci, ())
	]


def find_diam(skp, akhir: date) -> set[str]:
	"""Keys of the indikator of ``skp`` (its document) on which a report was due by ``akhir`` and none was made.

	What came into the plan after the last period that was due could not be reported yet; what was taken over was due
	in the periods that had ended by then.
	"""
	masa = get_masa_jatuh_tempo(skp, akhir)
	if not masa:
		return set()
	query, rk, ri = query_realisasi(skp.name, DILAPORKAN)
	dilaporkan = set(query.where(rk.akhir <= akhir).select(ri.indikator).distinct().run(pluck=True))
	return pick_diam(get_rencana(skp, masa[-1].akhir), masa, dilaporkan, get_ambil_alih(skp.name, akhir))


def pick_diam(
	rencana, masa: list[Masa], dilaporkan: Collection[str], diambil: Mapping[str, AmbilAlih]
) -> set[str]:
	"""``rencana``: the version in force when the last of ``masa``, the reporting periods that were due, ended."""
	return {iki.kunci for iki in rencana.indikator if _is_jatuh_tempo(iki, masa, diambil)} - set(dilaporkan)


def _is_jatuh_tempo(iki, masa: list[Masa], diambil: Mapping[str, AmbilAlih]) -> bool:
	ambil_alih = diambil.get(iki.hasil_kerja)
	return not ambil_alih or any(bagian.akhir < ambil_alih.tanggal for bagian in masa)


def _build_baris(
	skp,
	hasil,
	iki,
	akhir,
	jenis,
	realisasi,
	bukti,
	narasi,
	umpan_balik: UmpanBalik,
	diam: bool,
	ambil_alih: AmbilAlih | None,
	kalimat: str,
) -> dict:
	"""Of what was taken over only the Penilai says how he considers his note (Pasal 20 ayat (8)): nothing is proposed.

	``kalimat``: how a figure and its evidence are said, translated once for all rows.
	"""
	target, jatuh_tempo = get_teks_target(iki), get_jatuh_tempo(skp, iki, akhir, jenis)
	rating, persen = (None, None) if ambil_alih else rate_indikator(iki, jatuh_tempo, realisasi)
	return {
		"hasil_kerja": hasil.kunci,
		"indikator": iki.kunci,
		"jenis": hasil.jenis,
		"rhk_pimpinan_uraian": hasil.rhk_pimpinan_uraian,
		"rencana_hasil_kerja": hasil.rencana_hasil_kerja,
		"aspek": iki.aspek,
		"uraian": iki.indikator,
		"target": target[:140],
		"target_masa": _get_teks_jatuh_tempo(iki, jatuh_tempo, target)[:140]
		if jenis == JenisEvaluasi.PERIODIK
		else "",
		"perspektif": iki.get("perspektif"),
		"realisasi": _("Sudah jatuh tempo, tetapi tidak pernah dilaporkan.")
		if diam
		else _describe_realisasi(iki, realisasi, bukti, narasi, kalimat),
		"ambil_alih": describe_ambil_alih(ambil_alih) if ambil_alih else None,
		"capaian_persen": float(persen or 0),
		"tidak_dilaporkan": int(diam),
		"rating_usulan": RATING_TANPA_LAPORAN if diam else rating,
		"umpan_balik": "\n".join(umpan_balik.hasil_kerja.get(hasil.kunci, [])),
	}


def rate_indikator(
	iki, jatuh_tempo: list[Decimal], realisasi: Decimal | None
) -> tuple[Rating | None, Decimal | None]:
	"""(rating, percent) of one indikator; a periodic evaluation compares with what is due by its end.

	(None, None) where nothing was reported or the Penilai must judge a narrative.
	"""
	if realisasi is None or iki.arah == Arah.NARATIF:
		return None, None
	return nilai_capaian(Arah(iki.arah), *jatuh_tempo, realisasi)


def get_jatuh_tempo(skp, iki, akhir: date, jenis: JenisEvaluasi) -> list[Decimal]:
	"""Minimum and maximum that are due by ``akhir``; an annual evaluation asks for the whole."""
	target = [to_decimal(iki.target_min or 0), to_decimal(iki.target_maks or 0)]
	if jenis != JenisEvaluasi.PERIODIK:
		return target
	arah, hitung = Arah(iki.arah), CaraHitung(iki.cara_hitung)
	masa_ke, daftar = count_masa(skp, akhir)
	bagian = get_bagian(iki, daftar)
	return [target_sampai(arah, hitung, batas, masa_ke, len(daftar), bagian) for batas in target]


def _get_teks_jatuh_tempo(iki, jatuh_tempo: list[Decimal], setahun: str) -> str:
	"""In words, where that is another target than the year's: beside that one a percentage of this would not add up."""
	if iki.arah == Arah.NARATIF:
		return ""
	target_min, target_maks = jatuh_tempo
	isi = iki if isinstance(iki, dict) else iki.as_dict()  # of a former version, or of the present one
	sebagian = get_teks_target(frappe._dict(isi, target_min=target_min, target_maks=target_maks))
	return sebagian if sebagian != setahun else ""


def _describe_realisasi(iki, realisasi: Decimal | None, bukti: int, narasi: str | None, kalimat: str) -> str:
	if realisasi is None:
		return _("Belum ada realisasi yang diverifikasi.")
	return kalimat.format(describe_nilai(iki, realisasi, narasi or "", iki.satuan), bukti)


def count_bukti(skp: Collection[str], akhir: date) -> dict[str, dict[str, int]]:
	"""SKP -> kunci of the indikator -> verified evidence for it; under "" that for the whole report."""
	rk, bukti = frappe.qb.DocType("Realisasi Kinerja"), frappe.qb.DocType("Bukti Dukung")
	rows = (
		frappe.qb.from_(rk)
		.join(bukti)
		.on(is_anak(bukti, rk))
		.select(rk.skp, bukti.indikator, Count(bukti.name))
		.where(rk.skp.isin(list(skp)) & (rk.akhir <= akhir))
		.where(rk.tahap.isin([str(tahap) for tahap in DIVERIFIKASI]))
		.groupby(rk.skp, bukti.indikator)
		.run()
	)
	jumlah: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
	for nama, kunci, banyak in rows:
		jumlah[nama][kunci or ""] += banyak
	return jumlah


def get_narasi(skp: Collection[str], akhir: date) -> dict[str, dict[str, str]]:
	"""SKP -> kunci -> what was last reported in words, with its period."""
	query, rk, ri = query_realisasi(skp, DIVERIFIKASI)
	rows = (
		query.where((rk.akhir <= akhir) & (ri.arah == Arah.NARATIF))
		.select(rk.skp, ri.indikator, rk.masa, ri.realisasi_naratif)
		.orderby(rk.akhir)
		.run()
	)
	narasi: dict[str, dict[str, str]] = defaultdict(dict)
	for nama, kunci, masa, teks in rows:
		narasi[nama][kunci] = f"{masa}: {teks}"
	return narasi


def build_perilaku(skp, umpan_balik: UmpanBalik) -> list[dict]:
	return [
		{
			"nilai": row.nilai,
			"panduan": row.panduan,
			"ekspektasi_khusus": row.ekspektasi_khusus,
			"umpan_balik": "\n".join(umpan_balik.perilaku.get(row.nilai, [])),
		}
		for row in skp.perilaku
	]


def propose_rating(
	hasil: Iterable, umpan_balik: UmpanBalik, skema: str, ambang: Ambang | None = None
) -> Usulan:
	"""The proposal from the rows of an Evaluasi: the Penilai's own rating of a row counts before the computed one.

	``ambang``: those of ``skema``, where they were read for many.
	"""
	per_hasil: dict[str, list] = {}
	for row in hasil:
		per_hasil.setdefault(row.hasil_kerja, []).append(row)
	baris = [
		Baris(
			kunci,
			JenisHasilKerja(rows[0].jenis),
			rating_hasil_kerja([get_rating_berlaku(row) for row in rows]),
			tuple(umpan_balik.sifat.get(kunci, ())),
			tuple(ke for ke, row in enumerate(rows, 1) if row.tidak_dilaporkan and not row.rating),
		)
		for kunci, rows in per_hasil.items()
	]
	return propose_rating_hasil(baris, ambang or get_ambang(skema))


def get_rating_berlaku(row) -> Rating | None:
	nilai = row.rating or row.rating_usulan
	return Rating(nilai) if nilai else None


def get_ambang(skema: str) -> Ambang:
	doc = frappe.get_cached_doc("Skema Penilaian", skema)
	return Ambang(to_decimal(doc.ambang_sebagian_besar), to_decimal(doc.ambang_sebagian_kecil_utama))


def check_sekali(skp, jenis: JenisEvaluasi, masa) -> None:
	"""Refuses the evaluation of ``skp`` for ``masa`` where one of another plan of the same person covers days of it."""
	awal, akhir = max(masa.awal, getdate(skp.awal)), min(masa.akhir, getdate(skp.akhir))
	evaluasi, lain = frappe.qb.DocType("Evaluasi Kinerja"), frappe.qb.DocType("SKP")
	ganda = (
		frappe.qb.from_(evaluasi)
		.join(lain)
		.on(evaluasi.skp == lain.name)
		.select(lain.name)
		.where((lain.pegawai == skp.pegawai) & (lain.name != skp.name) & (evaluasi.jenis == str(jenis)))
		.where((lain.awal <= akhir) & (lain.akhir >= awal))
		.where((evaluasi.awal <= akhir) & (evaluasi.akhir >= awal))
		.limit(1)
		.run(pluck=True)
	)
	if ganda:
		frappe.throw(
			_(
				"Kinerja pada hari yang sama sudah dievaluasi atas SKP {0}. Satu hari hanya dievaluasi sekali."
			).format(ganda[0])
		)


def get_awal_evaluasi(periode, masa, jenis: JenisEvaluasi, skp) -> date:
	"""The first day on which an evaluation of ``masa`` may be made (annual: end of December, p. 90).

	``skp`` has jenis_asn, akhir: that of a PPPK Paruh Waktu is evaluated when his contract ends, which decides on the next.
	"""
	return end_kontrak(get_awal_evaluasi_unit(periode, masa, jenis), skp.jenis_asn, getdate(skp.akhir))


def get_awal_evaluasi_unit(periode, masa, jenis: JenisEvaluasi) -> date:
	if jenis == JenisEvaluasi.TAHUNAN and periode.mulai_evaluasi_tahunan:
		return getdate(periode.mulai_evaluasi_tahunan)
	return masa.akhir
