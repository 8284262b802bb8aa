"""What forms B.1.1 and B.1.2 print: steps by hasil kerja, and beside them what was achieved with which evidence
(PermenPANRB 6/2022, Lampiran III, p. 67-68)."""

import frappe

from kinerja_asn.cetak.dasar import add_pengesahan, get_kepala, get_tersimpan
from kinerja_asn.constants.istilah import StatusRencanaAksi, Tahap
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.pelaksanaan.realisasi import describe_nilai
from kinerja_asn.services.pelaksanaan.rencana_aksi import (
	get_langkah,
	get_langkah_masa,
)
from kinerja_asn.services.perencanaan.skp.rencana import get_hasil_kerja, sort_hasil_kerja
from kinerja_asn.services.perencanaan.skp.versi import get_rencana

# What a status means to the marks of a form.
_TAHAP = {
	StatusRencanaAksi.DISUSUN: Tahap.DRAF,
	StatusRencanaAksi.MENUNGGU: Tahap.DIAJUKAN,
	StatusRencanaAksi.DISEPAKATI: Tahap.DITETAPKAN,
	StatusRencanaAksi.BERUBAH: Tahap.DRAF,
}


# --- B.1.1


def get_cetak_rencana_aksi(doc) -> frappe._dict:
	"""Every hasil kerja of the plan in force with its steps; signed by the employee, marked once they are agreed on."""
	doc = _as_bertahap(get_tersimpan(doc))
	langkah = get_langkah(doc.skp)
	isi = {
		**get_kepala(doc),
		"hasil_kerja": [
			{
				"no": nomor,
				"rhk": hasil.rencana_hasil_kerja or "",
				"rencana_aksi": [str(baris) for baris in langkah.get(hasil.kunci, ())],
			}
			for nomor, hasil in enumerate(get_hasil_kerja(doc.skp), 1)
		],
	}
	return frappe._dict(add_pengesahan(doc, isi), penyepakat=doc.nama_penyepakat or "")


def _as_bertahap(doc) -> frappe._dict:
	"""As the other forms read a document: its agreement is to it what setting is to a plan."""
	skp = frappe.db.get_value("SKP", doc.skp, ["awal", "akhir"], as_dict=True)
	return frappe._dict(
		doc.as_dict(),
		**skp,
		name=f"Rencana Aksi {doc.skp}",
		tahap=_TAHAP[StatusRencanaAksi(doc.status)],
		ditetapkan_pada=doc.disepakati_pada,
		ditetapkan_oleh=doc.disepakati_oleh,
	)


# --- B.1.2


def get_cetak_pendokumentasian(doc) -> frappe._dict:
	"""A report by the hasil kerja of the version that it is about: steps of that period | realisasi and evidence.

	The mark vouches for what the report itself says: its steps may be written and changed later.
	"""
	doc = get_tersimpan(doc)
	rencana = get_rencana(frappe.get_doc("SKP", doc.skp), doc.akhir)
	hasil_kerja = _build_hasil_kerja(doc, rencana)
	isi = add_pengesahan(doc, {**get_kepala(doc), "hasil_kerja": hasil_kerja, "umum": _get_bukti(doc, None)})
	langkah = get_langkah_masa(doc.skp, doc.awal, doc.akhir)
	for hasil in hasil_kerja:
		hasil["rencana_aksi"] = langkah.get(hasil["kunci"], [])
	return frappe._dict(isi, masa=doc.masa, hari_terlambat=doc.terlambat and doc.hari_terlambat)


def _build_hasil_kerja(doc, rencana) -> list[dict]:
	return [
		{
			"no": nomor,
			"kunci": hasil.kunci,
			"rhk": hasil.rencana_hasil_kerja or "",
			"realisasi": [
				_get_realisasi(doc, iki) for iki in rencana.indikator if iki.hasil_kerja == hasil.kunci
			],
		}
		for nomor, hasil in enumerate(sort_hasil_kerja(rencana.hasil_kerja), 1)
	]


def _get_realisasi(doc, iki) -> dict:
	row = next((row for row in doc.baris if row.indikator == iki.kunci and row.dilaporkan), None)
	nilai = (
		describe_nilai(iki, to_decimal(row.realisasi), row.realisasi_naratif or "", iki.satuan) if row else ""
	)
	return {
		"indikator": iki.indikator or "",
		"nilai": nilai,
		"keterangan": (row and row.keterangan) or "",
		"bukti": _get_bukti(doc, iki.kunci),
		# Only where there is one: what was printed before there were sources keeps its mark.
		**({"sumber": row.sumber_angka} if row and row.sumber_angka else {}),
	}


def _get_bukti(doc, indikator: str | None) -> list[str]:
	"""What it is called, and where it is: a link as an address, a file by its name."""
	return [
		_describe_bukti(row.uraian or "", row.tautan or (row.berkas or "").rsplit("/", 1)[-1])
		for row in doc.bukti
		if (row.indikator or None) == indikator
	]


def _describe_bukti(uraian: str, tempat: str) -> str:
	return f"{uraian} ({tempat})" if uraian and tempat and uraian != tempat else uraian or tempat
