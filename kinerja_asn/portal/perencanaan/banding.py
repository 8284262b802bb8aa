"""Two versions of a plan side by side, in words: what stayed, what changed in which part, what was added or removed."""

from collections import Counter
from collections.abc import Mapping

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import JenisPerubahanBaris
from kinerja_asn.rules.pembulatan import format_angka, to_decimal
from kinerja_asn.rules.versi import Perbandingan
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target
from kinerja_asn.services.perencanaan.skp.versi import TABEL, compare, get_kolom

KELAS = {
	JenisPerubahanBaris.TETAP: "netral",
	JenisPerubahanBaris.BERUBAH: "ingat",
	JenisPerubahanBaris.DITAMBAH: "baik",
	JenisPerubahanBaris.DIHAPUS: "bahaya",
}
# Columns that make one text together, shown under the first of them.
TARGET = ("target_min", "target_maks", "satuan", "target_naratif")
# Links that have no words of their own.
TAUTAN = ("rhk_pimpinan", "pk_indikator", "penugasan")


def build_banding(lama, baru) -> frappe._dict:
	"""What templates/kinerja/banding.html shows of two plans: hasil_kerja with their indikator, lampiran, ringkasan."""
	banding = compare(lama, baru)
	indikator = [_build_baris("indikator", perbandingan) for perbandingan in banding.indikator]
	hasil_kerja = [_build_baris("hasil_kerja", perbandingan) for perbandingan in banding.hasil_kerja]
	for hasil in hasil_kerja:
		hasil.indikator = [iki for iki in indikator if iki.hasil_kerja == hasil.kunci]
	return frappe._dict(
		hasil_kerja=hasil_kerja,
		lampiran=[_build_baris("lampiran", perbandingan) for perbandingan in banding.lampiran],
		ringkasan=_summarize(banding),
	)


def _build_baris(tabel: str, perbandingan: Perbandingan) -> frappe._dict:
	isi = perbandingan.baru or perbandingan.lama
	return frappe._dict(
		kunci=perbandingan.kunci,
		hasil_kerja=isi.get("hasil_kerja"),
		nomor=isi["idx"],
		judul=isi.get("rencana_hasil_kerja") or isi.get("indikator") or isi.get("uraian"),
		jenis=str(perbandingan.jenis),
		kelas=KELAS[perbandingan.jenis],
		isi=isi,
		bagian=[
			bagian
			for kolom in _get_kolom_tampil(tabel)
			if (bagian := _build_bagian(tabel, kolom, perbandingan))
		],
	)


def _get_kolom_tampil(tabel: str) -> list[str]:
	dilewati = (*TARGET[1:], "hasil_kerja", "kunci")
	return [kolom for kolom in get_kolom(tabel) if kolom not in dilewati]


def _build_bagian(tabel: str, kolom: str, perbandingan: Perbandingan) -> frappe._dict | None:
	"""One part of a row before and after; None where there is nothing to say in either."""
	lama, baru = (
		_get_teks(tabel, kolom, isi) if isi else "" for isi in (perbandingan.lama, perbandingan.baru)
	)
	sumber = TARGET if kolom == TARGET[0] else (kolom,)
	berubah = any(nama in perbandingan.kolom_berubah for nama in sumber)
	if not (lama or baru) or (kolom in TAUTAN and not berubah):
		return None
	return frappe._dict(label=_get_label(tabel, kolom), lama=lama, baru=baru, berubah=berubah)


def _get_label(tabel: str, kolom: str) -> str:
	if kolom == TARGET[0]:
		return _("Target")
	if kolom in TAUTAN:
		return _("Tautan penyelarasan") if kolom != "penugasan" else _("Tautan penugasan")
	return _(frappe.get_meta(TABEL[tabel]).get_label(kolom))


def _get_teks(tabel: str, kolom: str, isi: Mapping) -> str:
	if kolom == TARGET[0]:
		return get_teks_target(frappe._dict(isi))
	nilai = isi.get(kolom)
	if not nilai:
		return ""
	if kolom in TAUTAN:
		return _("terhubung")
	df = frappe.get_meta(TABEL[tabel]).get_field(kolom)
	if kolom == "sumber_layanan":
		return frappe.db.get_value(df.options, nilai, "nama_layanan") or str(nilai)
	if df.fieldtype == "Percent":
		return f"{format_angka(to_decimal(nilai))} %"
	if df.fieldtype == "Date":
		return formatdate(nilai, "d MMMM yyyy")
	return _(str(nilai)) if df.fieldtype == "Select" else str(nilai)


def _summarize(banding) -> str:
	"""2 berubah, 1 ditambah; "" when nothing is different."""
	jumlah = Counter(perbandingan.jenis for tabel in banding for perbandingan in tabel)
	return ", ".join(
		f"{jumlah[jenis]} {_(str(jenis)).lower()}"
		for jenis in JenisPerubahanBaris
		if jumlah[jenis] and jenis != JenisPerubahanBaris.TETAP
	)
