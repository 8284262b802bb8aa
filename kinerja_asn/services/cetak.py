"""What the official forms print, as text (templates escape it), and the mark by which paper can be checked."""

import hashlib
import json
from datetime import date

import frappe
from babel.dates import format_date, format_time
from frappe import _
from frappe.utils import get_datetime, get_fullname, getdate

from kinerja_asn.constants.istilah import JenisEvaluasi, JenisHasilKerja, Predikat, Tahap
from kinerja_asn.services.gambar import draw_cap_rancangan, draw_pola_distribusi
from kinerja_asn.services.rencana import get_teks_target

TAHAP_SAH = (Tahap.DITETAPKAN, Tahap.DISERAHKAN, Tahap.DITUTUP)
KELOMPOK = (("A. UTAMA", JenisHasilKerja.UTAMA), ("B. TAMBAHAN", JenisHasilKerja.TAMBAHAN))
SIDIK_PANJANG = 16  # hexadecimal digits of the printed mark


def get_cetak_skp(doc) -> frappe._dict:
	"""Everything form A.1.7 shows of an SKP (p. 57-59), in its order."""
	isi = {
		**_get_kepala(doc),
		"hasil_kerja": _number_hasil_kerja(
			(judul, [_get_rencana(satu) for satu in doc.get_hasil_kerja(jenis)]) for judul, jenis in KELOMPOK
		),
		"perilaku": [_get_perilaku(row) for row in doc.perilaku],
	}
	return frappe._dict(isi, tempat=_get_tempat(doc), pengesahan=get_pengesahan(doc, isi))


def get_cetak_evaluasi(doc) -> frappe._dict:
	"""Everything form C.1.3 shows of an Evaluasi Kinerja (p. 111-113), in its order; no picture while none applies."""
	isi = {
		**_get_kepala(doc),
		"periode": "AKHIR" if doc.jenis == JenisEvaluasi.TAHUNAN else (doc.masa or "").upper(),
		"capaian_organisasi": (doc.predikat_organisasi or "").upper(),
		"hasil_kerja": _number_hasil_kerja(
			(judul, _group_hasil(doc.get_baris(jenis))) for judul, jenis in KELOMPOK
		),
		"rating_hasil_kerja": (doc.rating_hasil_kerja or "").upper(),
		"perilaku": [{**_get_perilaku(row), "umpan_balik": row.umpan_balik or ""} for row in doc.perilaku],
		"rating_perilaku": (doc.rating_perilaku or "").upper(),
		"predikat": format_predikat(doc.predikat_kinerja),
	}
	return frappe._dict(
		isi,
		tempat=_get_tempat(doc),
		pengesahan=get_pengesahan(doc, isi),
		gambar_pola=draw_pola_distribusi(doc.predikat_organisasi),
	)


def format_predikat(predikat: str | None) -> str:
	"""The form's wording, which calls Kurang "KURANG (MISCONDUCT)"."""
	return "KURANG (MISCONDUCT)" if predikat == Predikat.KURANG else (predikat or "").upper()


def format_tanggal(tanggal: date | str) -> str:
	"""5 Januari 2025"""
	return format_date(getdate(tanggal), "d MMMM yyyy", locale="id")


def format_masa_penilaian(awal: date | str, akhir: date | str) -> str:
	"""1 JANUARI SD 31 DESEMBER TAHUN 2025"""
	mulai, sampai = (format_date(getdate(satu), "d MMMM", locale="id") for satu in (awal, akhir))
	return f"{mulai} SD {sampai} TAHUN {getdate(akhir).year}".upper()


# --- header


def _get_kepala(doc) -> dict:
	return {
		"instansi": (doc.instansi or "").upper(),
		"masa_penilaian": format_masa_penilaian(doc.awal, doc.akhir),
		"pegawai": _get_identitas(doc, "pegawai", doc.unit_kerja),
		"penilai": _get_identitas(doc, "penilai", doc.unit_penilai),
	}


def _get_identitas(doc, pihak: str, unit: str | None) -> dict:
	return {
		"nama": doc.get(f"nama_{pihak}") or "",
		"nip": doc.get(f"nip_{pihak}") or "",
		"pangkat": doc.get(f"pangkat_{pihak}") or "",
		"jabatan": doc.get(f"jabatan_{pihak}") or "",
		"unit": get_nama_unit(unit),
	}


def _get_tempat(doc) -> str:
	"""Where it is signed; a setting of the period, so not part of what the mark vouches for."""
	return frappe.get_cached_value("Periode Kinerja", doc.periode, "tempat") or ""


def get_nama_unit(unit: str | None) -> str:
	"""The unit's own name: ERPNext's record names carry the company's abbreviation."""
	return (unit and frappe.get_cached_value("Department", unit, "department_name")) or unit or ""


# --- hasil kerja and perilaku


def _number_hasil_kerja(kelompok) -> list[dict]:
	"""Groups A and B; the numbers run on from one to the next, as in the forms."""
	nomor, hasil = 0, []
	for judul, baris in kelompok:
		for row in baris:
			nomor += 1
			row["no"] = nomor
		hasil.append({"judul": judul, "baris": baris})
	return hasil


def _get_rencana(satu) -> dict:
	return {
		"rhk_pimpinan": satu.baris.rhk_pimpinan_uraian or "",
		"rhk": satu.baris.rencana_hasil_kerja or "",
		"indikator": [
			{"aspek": iki.aspek or "", "uraian": iki.indikator or "", "target": get_teks_target(iki)}
			for iki in satu.indikator
		],
	}


def _group_hasil(rows: list) -> list[dict]:
	"""An Evaluasi keeps one row per indikator; the form shows a hasil kerja once, its feedback beside it."""
	per_hasil: dict[str, dict] = {}
	for row in rows:
		kepala = {
			"rhk_pimpinan": row.rhk_pimpinan_uraian or "",
			"rhk": row.rencana_hasil_kerja or "",
			"umpan_balik": row.umpan_balik or "",
			"indikator": [],
		}
		satu = per_hasil.setdefault(row.hasil_kerja, kepala)
		satu["indikator"].append(
			{
				"aspek": row.aspek or "",
				"uraian": row.uraian or "",
				"target": row.target or "",
				"realisasi": row.realisasi or "",
			}
		)
	return list(per_hasil.values())


def _get_perilaku(row) -> dict:
	return {
		"no": row.idx,
		"nilai": row.nilai,
		"panduan": (row.panduan or "").splitlines(),
		"ekspektasi": row.ekspektasi_khusus or "",
	}


# --- validity


def get_pengesahan(doc, isi: dict) -> frappe._dict:
	"""Who set the document, when, and the mark of what is printed; a draft has none of these."""
	if doc.tahap not in TAHAP_SAH or not doc.ditetapkan_pada:
		return frappe._dict(rancangan=True, dokumen=doc.name, cap=draw_cap_rancangan())
	pada = get_datetime(doc.ditetapkan_pada)
	return frappe._dict(
		rancangan=False,
		dokumen=doc.name,
		tanggal=format_tanggal(pada.date()),
		pukul=format_time(pada.time(), "HH.mm", locale="id"),
		oleh=_get_nama_penetap(doc),
		sidik=get_sidik(doc.name, isi),
	)


def _get_nama_penetap(doc) -> str:
	if doc.ditetapkan_oleh == doc.penilai_user:
		return doc.nama_penilai
	return get_fullname(doc.ditetapkan_oleh) if doc.ditetapkan_oleh else _("tidak tercatat")


def get_sidik(dokumen: str, isi: dict) -> str:
	"""The first 16 hexadecimal digits of the SHA-256 over the document's name and the printed values."""
	teks = json.dumps({"dokumen": dokumen, **isi}, sort_keys=True, ensure_ascii=False, default=str)
	return hashlib.sha256(teks.encode()).hexdigest()[:SIDIK_PANJANG]
