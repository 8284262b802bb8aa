"""What forms C.1.1, C.1.2 and C.1.3 print of an Evaluasi Kinerja (PermenPANRB 6/2022, p. 105-113)."""

import frappe

from kinerja_asn.cetak.dasar import (
	KELOMPOK,
	add_pengesahan,
	get_kepala,
	get_perilaku,
	get_tersimpan,
	number_hasil_kerja,
)
from kinerja_asn.cetak.gambar import draw_pola_distribusi
from kinerja_asn.constants.dokumen_evaluasi import FormulirDokumen
from kinerja_asn.constants.istilah import Formulir, JenisEvaluasi, JenisMasa, Predikat
from kinerja_asn.rules.formulir import get_judul_hasil, is_formulir_jpt, is_formulir_kualitatif
from kinerja_asn.rules.masa import is_masa_baku


def get_cetak_evaluasi(doc) -> frappe._dict:
	"""Everything the form shows, in its order; no picture while none applies."""
	doc = get_tersimpan(doc)
	formulir = Formulir(frappe.db.get_value("SKP", doc.skp, "formulir") or Formulir.KUANTITATIF_JA)
	isi = {
		**get_kepala(doc),
		"perubahan": _get_perubahan(doc.name),
		"periode": "AKHIR" if doc.jenis == JenisEvaluasi.TAHUNAN else (doc.masa or "").upper(),
		"capaian_organisasi": (doc.predikat_organisasi or "").upper(),
		"hasil_kerja": number_hasil_kerja(
			(judul, _group_hasil(doc.get_baris(jenis), formulir)) for judul, jenis in KELOMPOK
		),
		"rating_hasil_kerja": (doc.rating_hasil_kerja or "").upper(),
		"perilaku": [{**get_perilaku(row), "umpan_balik": row.umpan_balik or ""} for row in doc.perilaku],
		"rating_perilaku": (doc.rating_perilaku or "").upper(),
		"predikat": format_predikat(doc.predikat_kinerja),
	}
	cetakan = add_pengesahan(doc, isi)
	return frappe._dict(
		cetakan,
		judul=get_judul_hasil(formulir),
		jpt=is_formulir_jpt(formulir),
		kualitatif=is_formulir_kualitatif(formulir),
		lokal=_is_lokal(doc),
		identitas=_get_identitas(doc, cetakan.identitas, formulir),
		gambar_pola=draw_pola_distribusi(doc.predikat_organisasi),
	)


def _is_lokal(doc) -> bool:
	"""A half-year is an agency's own (Pasal 24 ayat (2))."""
	jenis = JenisMasa(frappe.get_cached_value("Periode Kinerja", doc.periode, "jenis_evaluasi_periodik"))
	return doc.jenis == JenisEvaluasi.PERIODIK and not is_masa_baku(jenis)


def _get_identitas(doc, identitas: tuple, formulir: Formulir) -> tuple[list, list]:
	"""Form C.1.2 names the Penilai's agency, not his unit: he may be of another one (p. 108)."""
	pegawai, penilai = identitas
	if formulir == Formulir.KUANTITATIF_JPT:
		instansi = frappe.db.get_value("Employee", doc.penilai, "company") if doc.penilai else ""
		penilai = [*penilai[:-1], ("instansi", "INSTANSI", instansi or "")]
	return pegawai, penilai


def _get_perubahan(evaluasi: str) -> str:
	"""Whose ratings they are, where an objection has changed what the Penilai signed (p. 118)."""
	putusan = {"evaluasi": evaluasi, "formulir": str(FormulirDokumen.KEBERATAN)}
	nomor = frappe.db.get_value("Dokumen Evaluasi Kinerja", putusan, "nomor")
	return f"Diubah atasan Pejabat Penilai Kinerja dengan dokumen D.1.3 nomor {nomor}" if nomor else ""


def format_predikat(predikat: str | None) -> str:
	"""The form's wording, which calls Kurang "KURANG (MISCONDUCT)"."""
	return "KURANG (MISCONDUCT)" if predikat == Predikat.KURANG else (predikat or "").upper()


def _group_hasil(rows: list, formulir: Formulir) -> list[dict]:
	"""An Evaluasi keeps one row per indikator; the form shows a hasil kerja once, its feedback beside it. Of JPT alone an
	indikator has a perspektif (p. 107, 108)."""
	jpt = is_formulir_jpt(formulir)
	per_hasil: dict[str, dict] = {}
	for row in rows:
		kepala = {
			"rhk_pimpinan": row.rhk_pimpinan_uraian or "",
			"rhk": row.rencana_hasil_kerja or "",
			"umpan_balik": row.umpan_balik or "",
			"indikator": [],
		}
		hasil = per_hasil.setdefault(row.hasil_kerja, kepala)
		hasil["indikator"].append(
			{
				"aspek": row.aspek or "",
				"uraian": row.uraian or "",
				"target": row.target or "",
				"realisasi": "\n".join(filter(None, (row.realisasi, row.ambil_alih))),
				**({"perspektif": row.perspektif or ""} if jpt else {}),
			}
		)
	return list(per_hasil.values())
