"""Addresses of the official forms, printed by Frappe's own print view (which checks the right to read)."""

from urllib.parse import urlencode

from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import Formulir, JenisEvaluasi
from kinerja_asn.constants.pembinaan import JenisPembinaan
from kinerja_asn.rules.formulir import get_nama_hasil, get_nama_rekaman, is_formulir_jpt
from kinerja_asn.services.bersama.periode import get_masa_evaluasi
from kinerja_asn.services.bersama.waktu import get_today

LAMPIRAN, MANUAL = "Lampiran SKP A.1.8", "Manual Indikator A.1.3"
MATRIKS = "Matriks A.1.5"
RENCANA_AKSI, PENDOKUMENTASIAN = "Rencana Aksi B.1.1", "Pendokumentasian Kinerja B.1.2"

BIMBINGAN = {
	JenisPembinaan.COACHING: "Pelaksanaan Coaching B.1.6",
	JenisPembinaan.MENTORING: "Pelaksanaan Mentoring B.1.7",
}
TANGGAPAN, LAPORAN = "Umpan Balik Bimbingan B.1.8", "Laporan Masalah Perilaku B.1.10"


def get_cetakan_skp(skp) -> list[dict]:
	"""{label, alamat} of each form an SKP prints: its own, the Lampiran it has, for JPT the manual (p. 37) too."""
	cetakan = [(_("Cetak SKP ({0})").format(skp.formulir), f"SKP {skp.formulir}")]
	if skp.lampiran:
		cetakan.append((_("Cetak Lampiran (A.1.8)"), LAMPIRAN))
	if is_formulir_jpt(skp.formulir):
		cetakan.append((_("Cetak manual indikator (A.1.3)"), MANUAL))
	return [{"label": label, "alamat": _get_alamat("SKP", skp.name, nama)} for label, nama in cetakan]


def get_tautan_matriks(skp: str) -> str:
	return _get_alamat("SKP", skp, MATRIKS)


def get_cetakan_evaluasi(name: str, formulir: str | None) -> list[dict]:
	"""On its own form, by the approach and the post of the plan, whose form is ``formulir`` (p. 100 e)."""
	nama = get_nama_hasil(Formulir(formulir or Formulir.KUANTITATIF_JA))
	alamat = _get_alamat("Evaluasi Kinerja", name, f"Hasil Evaluasi {nama}")
	return [{"label": _("Cetak ({0})").format(nama), "alamat": alamat}]


def get_cetakan_dokumen(doc) -> list[dict]:
	"""Its form, by the law's name of it."""
	label = _("Cetak ({0})").format(doc.formulir)
	return [
		{"label": label, "alamat": _get_alamat(doc.doctype, doc.name, f"Dokumen Evaluasi {doc.formulir}")}
	]


def get_tautan_rencana_aksi(name: str) -> str:
	return _get_alamat("Rencana Aksi", name, RENCANA_AKSI)


def get_cetakan_realisasi(name: str) -> list[dict]:
	alamat = _get_alamat("Realisasi Kinerja", name, PENDOKUMENTASIAN)
	return [{"label": _("Cetak (B.1.2)"), "alamat": alamat}]


def get_cetakan_umpan_balik(skp) -> list[dict]:
	"""The record of its feedback on its own form: of the whole, and of each period that has begun and is evaluated."""
	nama = get_nama_rekaman(Formulir(skp.formulir))
	cetak = f"Umpan Balik {nama}"
	seluruh = {
		"label": _("Cetak umpan balik ({0})").format(nama),
		"alamat": _get_alamat("SKP", skp.name, cetak),
	}
	masa = get_masa_evaluasi(skp.periode, JenisEvaluasi.PERIODIK, skp.jenis_asn)
	return [
		seluruh,
		*(
			{"label": bagian.label, "alamat": _get_alamat("SKP", skp.name, cetak, masa=bagian.ke)}
			for bagian in masa
			if getdate(skp.awal) <= bagian.akhir and bagian.awal <= min(getdate(skp.akhir), get_today())
		),
	]


def get_cetakan_kinerja_unit(name: str) -> list[dict]:
	alamat = _get_alamat("Kinerja Unit", name, "Penetapan Predikat Kinerja Organisasi")
	return [{"label": _("Cetak penetapan"), "alamat": alamat}]


def get_cetakan_bimbingan(doc) -> list[dict]:
	"""Its form, by the law's name of it."""
	nama = BIMBINGAN[JenisPembinaan(doc.jenis)]
	label = _("Cetak ({0})").format(nama.rpartition(" ")[2])
	return [{"label": label, "alamat": _get_alamat("Pembinaan Kinerja", doc.name, nama)}]


def get_cetakan_tanggapan(name: str) -> list[dict]:
	return [{"label": _("Cetak (B.1.8)"), "alamat": _get_alamat("Tanggapan Pembinaan", name, TANGGAPAN)}]


def get_cetakan_laporan(name: str) -> list[dict]:
	return [{"label": _("Cetak (B.1.10)"), "alamat": _get_alamat("Laporan Masalah Perilaku", name, LAPORAN)}]


def _get_alamat(doctype: str, name: str, format_cetak: str, **tanya) -> str:
	return "/printview?" + urlencode({"doctype": doctype, "name": name, "format": format_cetak, **tanya})
