"""Several decisions of one kind at once: each on the version that was seen, and none of them stops the others."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import CaraHitung, KeadaanTautan, Tahap
from kinerja_asn.constants.ukuran import KOLOM_PROGRES
from kinerja_asn.portal.antrean import JENIS as SEMUA_JENIS
from kinerja_asn.portal.antrean import get_antrean
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_dokumen
from kinerja_asn.portal.dasar.pimpinan import require_pimpinan
from kinerja_asn.portal.dasar.progres import summarize_status
from kinerja_asn.portal.pelaksanaan.bukti import describe_kembar
from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.rules.progres import is_turun
from kinerja_asn.services.bersama.angka import format_tampil
from kinerja_asn.services.bersama.langkah import advance
from kinerja_asn.services.bersama.penolakan import get_pesan_berubah, one_of_many
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.pelaksanaan.ambil_alih.ambil_alih import list_diambil_alih
from kinerja_asn.services.pelaksanaan.bukti_kembar import find_banyak_kembar
from kinerja_asn.services.pelaksanaan.progres import get_gabungan, get_progres
from kinerja_asn.services.pelaksanaan.realisasi import describe_baris
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target

# What can be decided without filling anything in.
JENIS = ("skp", "realisasi")
TERBANYAK = 40  # of one request: some seconds
TIDAK_TERBUKA = (KeadaanTautan.MEMINTA_MASUK, KeadaanTautan.TIDAK_ADA)


@dataclass
class Hasil:
	"""What became of each: names of those decided, (name, why not) of the others."""

	berhasil: list[str] = field(default_factory=list)
	gagal: list[tuple[str, str]] = field(default_factory=list)


def get_judul(kode: str) -> str:
	return {
		"skp": _("Tetapkan beberapa SKP sekaligus"),
		"realisasi": _("Verifikasi beberapa realisasi sekaligus"),
	}[kode]


def get_kata(kode: str) -> frappe._dict:
	"""The words of the page for this kind."""
	if kode == "skp":
		return frappe._dict(
			tinjau=_("Sesudah ditetapkan, SKP hanya berubah lewat Perubahan SKP."),
			tombol=_("Tetapkan yang dicentang"),
			berhasil=_("{0} SKP ditetapkan."),
		)
	return frappe._dict(
		tinjau=_("Sesudah diverifikasi, realisasi tidak dapat diubah pegawai lagi."),
		tombol=_("Verifikasi yang dicentang"),
		berhasil=_("{0} realisasi diverifikasi."),
	)


def _check_banyak(pilihan: Collection[str]) -> None:
	if not pilihan:
		frappe.throw(_("Centang dahulu yang akan diputuskan."))
	if len(pilihan) > TERBANYAK:
		frappe.throw(_("Putuskan paling banyak {0} sekaligus.").format(TERBANYAK))


# --- deciding


def decide(kode: str, pilihan: Mapping[str, str]) -> Hasil:
	_check_banyak(pilihan)
	hasil = Hasil()
	for name, modified in pilihan.items():
		nama, salah = _decide(SEMUA_JENIS[kode].doctype, name, modified)
		hasil.gagal.append((nama, salah)) if salah else hasil.berhasil.append(nama)
	return hasil


def _decide(doctype: str, name: str, modified: str) -> tuple[str, str | None]:
	"""(whose document, why it was not decided). What is refused for one is undone, the others go on."""
	nama = name
	try:
		with one_of_many() as galat:
			doc = get_dokumen(doctype, name)
			require_pimpinan(doc)
			nama = describe_dokumen(doc)
			if not advance(doc, Tahap.DITETAPKAN, modified):
				frappe.throw(_("Sudah Anda putuskan sebelumnya; tidak ada yang berubah."))
	except HalamanTertutup as tutup:
		return nama, str(tutup)
	return nama, " ".join(galat) or None


def describe_dokumen(doc) -> str:
	return " · ".join(filter(None, (doc.nama_pegawai, doc.get("masa") or get_nama_periode(doc.periode))))


# --- what is about to be decided


def build_tinjauan(kode: str, pilihan: Mapping[str, str]) -> list[frappe._dict]:
	"""What each ticked document says, in the order they were ticked; ``salah`` says why one cannot be decided."""
	_check_banyak(pilihan)
	menunggu = {row.name: row for row in get_antrean(kode) if row.dapat_banyak}
	tinjauan = [_check(name, modified, menunggu.get(name)) for name, modified in pilihan.items()]
	boleh = [row.name for row in tinjauan if not row.salah]
	rincian = _describe_skp(boleh) if kode == "skp" else _describe_laporan(boleh)
	for row in tinjauan:
		row.update(rincian.get(row.name, {}))
	return tinjauan


def _check(name: str, modified: str, menunggu: frappe._dict | None) -> frappe._dict:
	if not menunggu:
		return frappe._dict(
			name=name, nama=name, salah=_("Tidak menunggu keputusan Anda, atau sudah diputuskan.")
		)
	salah = None if str(menunggu.modified) == modified else get_pesan_berubah()
	return frappe._dict(menunggu, nama=describe_dokumen(menunggu), modified=modified, salah=salah)


def _describe_skp(nama: list[str]) -> dict[str, dict]:
	"""Each hasil kerja with its indikator and targets, in words."""
	indikator = _get_indikator(nama)
	isi = defaultdict(list)
	for row in _get_anak("SKP Hasil Kerja", "SKP", nama, "kunci", "jenis", "rencana_hasil_kerja"):
		milik = [iki for iki in indikator[row.parent] if iki.hasil_kerja == row.kunci]
		target = [f"{iki.indikator}: {get_teks_target(iki)}" for iki in milik]
		isi[row.parent].append((f"{row.rencana_hasil_kerja} ({_(row.jenis)})", target))
	return {name: {"isi": isi[name]} for name in nama}


def _describe_laporan(nama: list[str]) -> dict[str, dict]:
	"""What was reported, how much evidence there is, and where the plan stands with it."""
	laporan = frappe.get_all(
		"Realisasi Kinerja", {"name": ("in", nama or [""])}, ["name", "skp", "awal", "akhir", "kendala"]
	)
	isi, status = _get_isi(nama), _get_status(laporan)
	daftar_bukti = _get_anak("Bukti Dukung", "Realisasi Kinerja", nama, "keadaan_tautan")
	bukti = Counter(row.parent for row in daftar_bukti)
	tertutup = Counter(row.parent for row in daftar_bukti if row.keadaan_tautan in TIDAK_TERBUKA)
	turun, kembar = _find_turun(laporan), find_banyak_kembar(nama)
	return {
		row.name: {
			"isi": isi[row.name],
			"bukti": bukti[row.name],
			"kendala": row.kendala,
			"peringatan": [
				*turun.get(row.name, ()),
				*_describe_tertutup(tertutup[row.name]),
				*describe_kembar(kembar.get(row.name)),
			],
			"progres": summarize_status(status[row.name]) if status[row.name] else None,
		}
		for row in laporan
	}


def _describe_tertutup(banyak: int) -> list[str]:
	return [_("{0} tautan bukti tidak terbuka ketika diperiksa.").format(banyak)] if banyak else []


def _find_turun(laporan: list) -> dict[str, list[str]]:
	"""Report -> totals up to now that are less than they were (rules/progres.py)."""
	iki = frappe.qb.DocType("SKP Indikator")
	query = frappe.qb.from_(iki).select(iki.kunci).where(iki.cara_hitung == CaraHitung.JUMLAH_KUMULATIF)
	kumulatif = set(query.where(iki.parent.isin([*{row.skp for row in laporan}, ""])).run(pluck=True))
	if not kumulatif:
		return {}
	sebelum = {}
	for awal in {row.awal for row in laporan}:
		skp = [row.skp for row in laporan if row.awal == awal]
		sebelum[awal] = get_gabungan(skp, getdate(awal) - timedelta(days=1))
	return _compare_turun({row.name: row for row in laporan}, kumulatif, sebelum)


def _compare_turun(laporan: Mapping, kumulatif: set[str], sebelum: Mapping) -> dict[str, list[str]]:
	hasil = defaultdict(list)
	kolom = ("uraian", "indikator", "dilaporkan", "realisasi")
	for row in _get_anak("Realisasi Indikator", "Realisasi Kinerja", list(laporan), *kolom):
		lama = sebelum[laporan[row.parent].awal].get(row.indikator) if row.indikator in kumulatif else None
		if row.dilaporkan and is_turun(CaraHitung.JUMLAH_KUMULATIF, lama, to_decimal(row.realisasi)):
			hasil[row.parent].append(
				_("{0}: jumlahnya turun, sebelumnya sudah {1}.").format(row.uraian, format_tampil(lama))
			)
	return hasil


def _get_isi(nama: list[str]) -> dict[str, list]:
	kolom = (
		"uraian",
		"arah",
		"satuan",
		"dilaporkan",
		"realisasi",
		"realisasi_naratif",
		"sebelumnya",
		"sumber_angka",
	)
	isi = defaultdict(list)
	for row in _get_anak("Realisasi Indikator", "Realisasi Kinerja", nama, *kolom):
		kini = describe_baris(row)
		catatan = []
		if row.sebelumnya and row.sebelumnya != kini:
			catatan.append(_("Sebelumnya {0}").format(row.sebelumnya))
		if row.sumber_angka:
			catatan.append(_("Angkanya sama dengan yang menurut {0}.").format(_(row.sumber_angka)))
		isi[row.parent].append((f"{row.uraian}: {kini}", catatan))
	return isi


def _get_status(laporan: list) -> dict[str, list]:
	"""Report -> status of each indikator at its end, but of what was taken over: as many queries as there are ends of periods."""
	nama = sorted({row.skp for row in laporan})
	indikator = _get_indikator(nama)
	kolom = ["name", "periode", "awal", "akhir"]
	skp = {row.name: row for row in frappe.get_all("SKP", {"name": ("in", nama or [""])}, kolom)}
	status = {}
	for akhir in {row.akhir for row in laporan}:
		seangkatan = [row for row in laporan if row.akhir == akhir]
		gabungan = get_gabungan([row.skp for row in seangkatan], akhir)
		diambil = list_diambil_alih(getdate(akhir))
		for row in seangkatan:
			status[row.name] = [
				get_progres(skp[row.skp], iki, gabungan.get(iki.kunci), akhir).status
				for iki in indikator[row.skp]
				if iki.hasil_kerja not in diambil
			]
	return status


def _get_indikator(skp: list[str]) -> dict[str, list]:
	kolom = ("hasil_kerja", "indikator", "satuan", "target_naratif")
	per_skp = defaultdict(list)
	for row in _get_anak("SKP Indikator", "SKP", skp, *kolom, *KOLOM_PROGRES):
		per_skp[row.parent].append(row)
	return per_skp


def _get_anak(tabel: str, induk: str, nama: list[str], *kolom: str) -> list:
	"""Rows of documents that wait for the reader, or of the plans they are about."""
	return frappe.get_all(tabel, get_saring_anak(induk, nama), ["parent", *kolom], order_by="parent, idx")
