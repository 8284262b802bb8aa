"""What forms B.1.6, B.1.7, B.1.8 and B.1.10 print (PermenPANRB 6/2022, Lampiran III, p. 80-87)."""

import frappe
from frappe.utils import getdate

from kinerja_asn.cetak.dasar import add_pengesahan, format_tanggal, get_kepala, get_tersimpan
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.pembinaan import StatusPembinaan
from kinerja_asn.rules.nomor_induk import format_nomor_induk
from kinerja_asn.services.bersama.waktu import format_saat


def get_cetak_bimbingan(doc) -> frappe._dict:
	"""Form B.1.6 or B.1.7; a draft until both have signed."""
	doc = get_tersimpan(doc)
	selesai = doc.status == StatusPembinaan.SELESAI
	kepala = _as_bertahap(doc, selesai, doc.ditandatangani_pegawai_pada, doc.ditandatangani_pegawai_oleh)
	isi = {
		**get_kepala(kepala),
		"indikator": [_get_indikator(row) for row in doc.indikator],
		"peluang": doc.peluang or "",
		"keahlian": [
			_get_kolom(row, ("keahlian", "jangka_waktu", "perubahan", "ukuran")) for row in doc.keahlian
		],
		"jurnal": [_get_jurnal(row) for row in doc.jurnal],
	}
	cetakan = add_pengesahan(kepala, isi)
	cetakan.pengesahan.pegawai["tanda"] = _sign(doc.nama_pegawai, doc.ditandatangani_pegawai_pada)
	cetakan.pengesahan.penetap = _get_penandatangan(
		"Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus",
		doc.nama_pembina,
		doc.nip_pembina,
		doc.ditandatangani_pembina_pada,
	)
	return cetakan


def get_cetak_tanggapan(doc) -> frappe._dict:
	"""Form B.1.8, signed by the employee alone."""
	doc = get_tersimpan(doc)
	kepala = _as_bertahap(doc, True, doc.diserahkan_pada, doc.owner)
	butir = [
		{"subjek": row.subjek, "nomor": row.nomor, "kriteria": row.pernyataan, "umpan_balik": _join(row)}
		for row in doc.butir
	]
	cetakan = add_pengesahan(kepala, {**get_kepala(kepala), "butir": butir})
	cetakan.pengesahan.pegawai["tanda"] = _sign(doc.nama_pegawai, doc.diserahkan_pada)
	return cetakan


def get_cetak_laporan(doc) -> frappe._dict:
	"""Form B.1.10, signed by the Penilai alone, with the feedback that was given as its proof (p. 86 huruf d)."""
	doc = get_tersimpan(doc)
	kepala = _as_bertahap(doc, True, doc.dilaporkan_pada, doc.penilai_user)
	isi = {
		**get_kepala(kepala),
		"nilai_dasar": ", ".join((doc.nilai_dasar or "").splitlines()),
		"ekspektasi_khusus": doc.ekspektasi_khusus or "",
		"permasalahan": doc.permasalahan or "",
		"pada_pegawai_lain": (doc.pada_pegawai_lain or "").upper(),
		"retrospektif": doc.retrospektif or "",
		"disampaikan": format_tanggal(doc.dikomunikasikan_pada),
		"bukti": [
			{"tanggal": format_tanggal(row.tanggal), **_get_kolom(row, ("pemberi", "tentang", "isi"))}
			for row in doc.bukti
		],
	}
	cetakan = add_pengesahan(kepala, isi)
	cetakan.pengesahan.penetap = _get_penandatangan(
		"Pejabat Penilai Kinerja", doc.nama_penilai, doc.nip_penilai, doc.dilaporkan_pada
	)
	return cetakan


def _as_bertahap(doc, sah: bool, pada, oleh: str | None) -> frappe._dict:
	"""As the other forms read a document: what was signed is to it what setting is to a plan."""
	periode = frappe.db.get_value("Periode Kinerja", doc.periode, ["awal", "akhir"], as_dict=True)
	return frappe._dict(
		doc.as_dict(),
		**periode,
		tahap=Tahap.DITETAPKAN if sah else Tahap.DRAF,
		ditetapkan_pada=pada if sah else None,
		ditetapkan_oleh=oleh,
	)


def _get_penandatangan(sebagai: str, nama: str | None, nomor: str | None, pada) -> dict:
	return {
		"sebagai": sebagai,
		"nama": nama or "",
		"nomor": format_nomor_induk(nomor),
		"tanda": _sign(nama, pada),
	}


def _sign(nama: str | None, pada) -> str:
	return f"Ditandatangani secara elektronik oleh {nama} pada {format_saat(pada)}" if pada else ""


def _get_indikator(row) -> dict:
	kolom = (
		"uraian",
		"target_skp",
		"baseline",
		"target",
		"strategi",
		"progres",
		"masalah",
		"penyebab",
		"langkah",
	)
	return {**_get_kolom(row, kolom), "penyesuaian": "YA" if row.penyesuaian else "TIDAK"}


def _get_jurnal(row) -> dict:
	waktu = format_tanggal(getdate(row.tanggal))
	return {
		**_get_kolom(row, ("materi", "rencana_aksi")),
		"waktu": f"{waktu}, {row.tempat}" if row.tempat else waktu,
		"target_waktu": format_tanggal(row.target_waktu) if row.target_waktu else "",
	}


def _get_kolom(row, kolom: tuple[str, ...]) -> dict:
	return {nama: row.get(nama) or "" for nama in kolom}


def _join(row) -> str:
	return ". ".join(filter(None, (row.jawaban, row.keterangan)))
