"""What the planning forms print of an SKP: A.1.1, A.1.2, A.1.6, A.1.7, the manual A.1.3 and the Lampiran A.1.8
(PermenPANRB 6/2022, Lampiran II, p. 32-38 and 55-61)."""

import frappe
from frappe import _

from kinerja_asn.cetak.dasar import (
	KELOMPOK,
	add_pengesahan,
	format_tanggal,
	get_kepala,
	get_perilaku,
	get_tersimpan,
	number_hasil_kerja,
)
from kinerja_asn.constants.istilah import (
	Formulir,
	Frekuensi,
	JenisLampiran,
	KategoriLampiran,
	KualitasHasil,
)
from kinerja_asn.constants.ukuran import PERIODE_PELAPORAN
from kinerja_asn.rules.formulir import get_judul, is_formulir_jpt, is_formulir_kualitatif
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target, group_indikator

# The manual's boxes, as the form words them (p. 38).
KUALITAS = {
	KualitasHasil.OUTCOME: "Outcome",
	KualitasHasil.OUTCOME_ANTARA: "Outcome Antara",
	KualitasHasil.KENDALI_RENDAH: "Output kendali rendah",
}
KOTAK_PERIODE = {jenis: jenis.value for jenis in PERIODE_PELAPORAN}


def get_cetak_skp(doc) -> frappe._dict:
	"""Everything the SKP's own form shows, in its order."""
	doc = get_tersimpan(doc)
	formulir = Formulir(doc.formulir)
	isi = {
		**_get_kepala_skp(doc),
		"formulir": str(formulir),
		"judul": get_judul(formulir),
		"jpt": is_formulir_jpt(formulir),
		"kualitatif": is_formulir_kualitatif(formulir),
		"hasil_kerja": number_hasil_kerja(
			(judul, [_get_rencana(doc, hasil) for hasil in group_indikator(doc, jenis)])
			for judul, jenis in KELOMPOK
		),
		"perilaku": [get_perilaku(row) for row in doc.perilaku],
	}
	return add_pengesahan(doc, isi)


def _get_kepala_skp(doc) -> dict:
	return {**get_kepala(doc), "perubahan": _format_perubahan(doc)}


def _format_perubahan(doc) -> str:
	"""Which change the printed version is (Pasal 14 ayat (2)); "" for the first version."""
	if (doc.versi or 1) == 1:
		return ""
	return f"Perubahan ke-{doc.versi - 1}, berlaku mulai {format_tanggal(doc.berlaku_mulai)}"


# --- hasil kerja


def _get_rencana(doc, hasil) -> dict:
	return {
		"rhk_pimpinan": hasil.baris.rhk_pimpinan_uraian or "",
		"rhk": hasil.baris.rencana_hasil_kerja or "",
		"penugasan_dari": _get_pemberi_tugas(doc, hasil.baris),
		"indikator": [
			{
				"aspek": iki.aspek or "",
				"uraian": iki.indikator or "",
				"target": get_teks_target(iki),
				"perspektif": iki.perspektif or "",
			}
			for iki in hasil.indikator
		],
	}


def _get_pemberi_tugas(doc, row) -> str:
	""" "Disertai dengan Jabatan Pimpinan yang memberikan penugasan" (p. 32, 34, 55); A.1.7 names the leader's
	result instead, so there it stands only where somebody else assigned the row."""
	if row.penugasan_dari or doc.formulir == Formulir.KUANTITATIF_JA:
		return row.penugasan_dari or ""
	return doc.jabatan_penilai or ""


# --- manual indikator (A.1.3)


def get_cetak_manual(doc) -> frappe._dict:
	"""One sheet for each indikator, in the order of the SKP. Only JPT and heads of independent units have one."""
	doc = get_tersimpan(doc)
	if not is_formulir_jpt(Formulir(doc.formulir)):
		frappe.throw(
			_(
				"Manual indikator kinerja hanya untuk SKP pejabat pimpinan tinggi dan pimpinan unit kerja mandiri "
				"(hlm. 37). {0} memakai formulir {1}; cetak formulir itu."
			).format(doc.name, doc.formulir)
		)
	lembar = [
		_get_lembar(hasil.baris, iki)
		for _judul, jenis in KELOMPOK
		for hasil in group_indikator(doc, jenis)
		for iki in hasil.indikator
	]
	return add_pengesahan(doc, {**_get_kepala_skp(doc), "lembar": lembar})


def _get_lembar(hasil_kerja, iki) -> dict:
	return {
		"rhk": hasil_kerja.rencana_hasil_kerja or "",
		"indikator": iki.indikator or "",
		"tujuan": iki.tujuan or "",
		"definisi": iki.definisi or "",
		"formula": iki.formula or "",
		"satuan": iki.satuan or "",
		"kualitas": _get_pilihan(KUALITAS, hasil_kerja.kualitas),
		"sumber_data": iki.sumber_data or "",
		"periode_pelaporan": _get_pilihan(KOTAK_PERIODE, iki.periode_pelaporan),
	}


def _get_pilihan(pilihan: dict, terpilih: str | None) -> list[dict]:
	"""The form's boxes; what it does not offer gets one of its own, so that nothing is printed otherwise."""
	semua = pilihan if not terpilih or terpilih in pilihan else {**pilihan, terpilih: terpilih}
	return [{"label": label, "dipilih": nilai == terpilih} for nilai, label in semua.items()]


# --- Lampiran (A.1.8)


def get_cetak_lampiran(doc) -> frappe._dict:
	"""The three parts in the form's order; within Konsekuensi first what follows when expectations are met."""
	doc = get_tersimpan(doc)
	baris = sorted(doc.lampiran, key=lambda row: row.jenis == JenisLampiran.NEGATIF)
	bagian = [
		{
			"judul": kategori.upper(),
			"baris": [_get_kesepakatan(row) for row in baris if row.kategori == kategori],
		}
		for kategori in KategoriLampiran
	]
	return add_pengesahan(doc, {**_get_kepala_skp(doc), "bagian": bagian})


def _get_kesepakatan(row) -> str:
	awal = _AWAL[KategoriLampiran(row.kategori)](row)
	return f"{awal}: {row.uraian or ''}" if awal else row.uraian or ""


def _get_awal_sumber_daya(row) -> str:
	apa = f" {row.jenis[0].lower()}{row.jenis[1:]}" if row.jenis else ""
	return f"Dalam rangka memenuhi ekspektasi Pimpinan, maka Pegawai membutuhkan{apa}"


def _get_awal_pertanggungjawaban(row) -> str:
	if not row.frekuensi:
		return ""
	waktu = {
		Frekuensi.HARIAN: "setiap hari",
		Frekuensi.TANGGAL: f"pada {format_tanggal(row.tanggal)}" if row.tanggal else "pada tanggal tertentu",
	}.get(Frekuensi(row.frekuensi), row.frekuensi.lower())
	return f"Hasil kerja dilaporkan {waktu}, berikut data yang dilaporkan adalah"


def _get_awal_konsekuensi(row) -> str:
	return {
		JenisLampiran.POSITIF: "Apabila memenuhi ekspektasi Pimpinan maka",
		JenisLampiran.NEGATIF: "Apabila tidak memenuhi ekspektasi Pimpinan maka",
	}.get(row.jenis, "")


# The words with which the form begins an entry of each part (p. 61).
_AWAL = {
	KategoriLampiran.SUMBER_DAYA: _get_awal_sumber_daya,
	KategoriLampiran.PERTANGGUNGJAWABAN: _get_awal_pertanggungjawaban,
	KategoriLampiran.KONSEKUENSI: _get_awal_konsekuensi,
}
