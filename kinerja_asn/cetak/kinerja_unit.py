"""What the form of a unit's result prints: all units that one leader set for a period, to be signed by him (p. 92-94; SE
MenPANRB 3/2023)."""

import frappe

from kinerja_asn.cetak.dasar import format_tanggal, get_sidik, get_tersimpan
from kinerja_asn.cetak.gambar import draw_cap_rancangan
from kinerja_asn.constants.istilah import StatusKinerjaUnit
from kinerja_asn.rules.nomor_induk import format_nomor_induk
from kinerja_asn.services.orang.unit import get_banyak_nama_unit

REKOMENDASI = (
	("rekomendasi_perencanaan", "Unit perencanaan"),
	("rekomendasi_kepegawaian", "Unit kepegawaian"),
	("rekomendasi_pengawasan", "Unit pengawasan"),
)
_TEKS = ("capaian", "dasar", "jenis_dasar", "ekspektasi_pimpinan", "indeks_rb")


def get_cetak_kinerja_unit(doc) -> frappe._dict:
	"""Of the record ``doc`` and those beside it that the reader may see."""
	doc = get_tersimpan(doc)
	sah = doc.status == StatusKinerjaUnit.DITETAPKAN
	rows = _read_sejajar(doc) if sah else [doc]
	nama = get_banyak_nama_unit(row.unit_kerja for row in rows)
	isi = {
		"instansi": (doc.instansi or "").upper(),
		"masa": (doc.masa or "").upper(),
		"baris": [_build_baris(row, nama) for row in rows],
	}
	return frappe._dict(
		isi,
		dokumen=doc.name,
		rancangan=not sah,
		cap=None if sah else draw_cap_rancangan(),
		tempat=frappe.get_cached_value("Periode Kinerja", doc.periode, "tempat") or "",
		tanggal=format_tanggal(max(str(row.ditetapkan_pada)[:10] for row in rows)) if sah else "",
		penetap={
			"nama": doc.nama_penetap or "",
			"nomor": format_nomor_induk(doc.nip_penetap),
			"jabatan": doc.jabatan_penetap or "",
		},
		sidik=get_sidik(doc.name, isi) if sah else "",
	)


def _read_sejajar(doc) -> list:
	saring = {kolom: doc.get(kolom) for kolom in ("periode", "jenis", "masa_ke")}
	saring |= {"status": doc.status, "penetap": doc.penetap or ("is", "not set")}
	nama = frappe.get_list(doc.doctype, filters=saring, pluck="name", order_by="unit_kerja asc")
	return [frappe.get_doc(doc.doctype, baris) for baris in nama]


def _build_baris(row, nama: dict) -> dict:
	return {
		"unit": nama[row.unit_kerja],
		"pimpinan": row.nama_pimpinan or "",
		"predikat": row.predikat_organisasi or "",
		"rekomendasi": [(sebutan, row.get(kolom)) for kolom, sebutan in REKOMENDASI if row.get(kolom)],
		**{kolom: row.get(kolom) or "" for kolom in _TEKS},
	}
