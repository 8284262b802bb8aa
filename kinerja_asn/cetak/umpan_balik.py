"""What forms B.1.3, B.1.4 and B.1.5 print: the record of all feedback of a period (Pasal 17 ayat (3); p. 71-77)."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import cint, getdate

from kinerja_asn.cetak.dasar import (
	KELOMPOK,
	format_tanggal,
	get_kepala,
	get_perilaku,
	get_tersimpan,
	list_identitas,
	number_hasil_kerja,
)
from kinerja_asn.constants.istilah import Formulir, JenisEvaluasi, JenisHasilKerja
from kinerja_asn.permissions.dokumen import can_read_as
from kinerja_asn.rules.formulir import get_judul_rekaman, is_formulir_jpt, is_formulir_kualitatif
from kinerja_asn.rules.masa import Masa
from kinerja_asn.rules.nomor_induk import format_nomor_induk
from kinerja_asn.services.bersama.periode import find_masa, get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.umpan_balik.rekaman import UmpanBalik, collect_umpan_balik
from kinerja_asn.services.penilaian.evaluasi import build_hasil, build_perilaku, find_diam
from kinerja_asn.services.perencanaan.skp.versi import get_rencana

TANPA_NAMA = "Umpan Balik Tanpa Nama"


def get_cetak_umpan_balik(doc) -> frappe._dict:
	"""Of an SKP, for the period that the address names (``masa``, as form C.1.3 counts them), else for the whole of it."""
	doc = get_tersimpan(doc)
	if not can_read_as(TANPA_NAMA, doc, frappe.session.user):
		frappe.throw(_("Rekaman umpan balik ini tidak untuk Anda."), frappe.PermissionError)
	masa, jenis, label = _get_masa(doc, cint(frappe.form_dict.get("masa")))
	umpan_balik = collect_umpan_balik(doc.name, masa.awal, masa.akhir)
	rencana = get_rencana(doc, masa.akhir)
	formulir = Formulir(doc.formulir)
	kepala = get_kepala(doc)
	return frappe._dict(
		kepala,
		judul=get_judul_rekaman(formulir),
		jpt=is_formulir_jpt(formulir),
		kualitatif=is_formulir_kualitatif(formulir),
		periode=label.upper(),
		identitas=_get_identitas(doc, kepala, formulir),
		hasil_kerja=number_hasil_kerja(_group(doc, rencana, masa.akhir, jenis, umpan_balik)),
		perilaku=_build_perilaku(rencana, umpan_balik),
		umum="\n".join(umpan_balik.umum),
		tempat=frappe.get_cached_value("Periode Kinerja", doc.periode, "tempat") or "",
		pengesahan=_get_penandatangan(doc),
	)


def _get_masa(doc, ke: int) -> tuple[Masa, JenisEvaluasi, str]:
	"""Without a number: the year, "AKHIR"."""
	if not ke:
		return (
			Masa(0, "", getdate(doc.awal), getdate(doc.akhir)),
			JenisEvaluasi.TAHUNAN,
			"Akhir",
		)
	masa = find_masa(get_masa_evaluasi(doc.periode, JenisEvaluasi.PERIODIK, doc.jenis_asn), ke)
	return masa, JenisEvaluasi.PERIODIK, masa.label


def _get_identitas(doc, kepala: dict, formulir: Formulir) -> tuple[list, list]:
	"""Form B.1.4 names the Penilai's agency, not his unit: he may be of another one (p. 73)."""
	pegawai, penilai = list_identitas(kepala["pegawai"]), list_identitas(kepala["penilai"])
	if is_formulir_jpt(formulir) and not is_formulir_kualitatif(formulir):
		instansi = frappe.db.get_value("Employee", doc.penilai, "company") if doc.penilai else ""
		penilai[-1] = ("instansi", "INSTANSI", instansi or "")
	return pegawai, penilai


def _group(doc, rencana, akhir: date, jenis: JenisEvaluasi, umpan_balik: UmpanBalik) -> list[tuple]:
	"""(A or B, its hasil kerja), each with its indikator and its feedback."""
	perspektif = {iki.kunci: iki.perspektif or "" for iki in rencana.indikator}
	per_hasil: dict[str, dict] = {}
	for row in build_hasil(rencana, akhir, jenis, umpan_balik, find_diam(doc, akhir)):
		hasil = per_hasil.setdefault(
			row["hasil_kerja"],
			{
				"jenis": row["jenis"],
				"rhk_pimpinan": row["rhk_pimpinan_uraian"] or "",
				"rhk": row["rencana_hasil_kerja"] or "",
				"umpan_balik": row["umpan_balik"],
				"indikator": [],
			},
		)
		iki = {kolom: row[kolom] or "" for kolom in ("aspek", "uraian", "target")}
		realisasi = "\n".join(filter(None, (row["realisasi"], row["ambil_alih"])))
		hasil["indikator"].append({**iki, "realisasi": realisasi, "perspektif": perspektif[row["indikator"]]})
	return [
		(judul, [hasil for hasil in per_hasil.values() if JenisHasilKerja(hasil["jenis"]) == kelompok])
		for judul, kelompok in KELOMPOK
	]


def _build_perilaku(rencana, umpan_balik: UmpanBalik) -> list[dict]:
	isi = build_perilaku(rencana, umpan_balik)
	return [
		{**get_perilaku(frappe._dict(row, idx=ke)), "umpan_balik": row["umpan_balik"]}
		for ke, row in enumerate(isi, 1)
	]


def _get_penandatangan(doc) -> frappe._dict:
	"""Both sign on paper: nobody has confirmed what is gathered here anew at every print."""
	return frappe._dict(
		rancangan=False,
		tanggal=format_tanggal(get_today()),
		pegawai=_get_orang(doc, "pegawai", "Pegawai yang Dinilai"),
		penetap=_get_orang(doc, "penilai", "Pejabat Penilai Kinerja"),
	)


def _get_orang(doc, pihak: str, sebagai: str) -> dict:
	nomor = format_nomor_induk(doc.get(f"nip_{pihak}"))
	return {"sebagai": sebagai, "nama": doc.get(f"nama_{pihak}") or "", "nomor": nomor, "tanda": ""}
