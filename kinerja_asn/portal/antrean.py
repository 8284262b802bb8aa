"""What waits for the session user's decision: on his landing page, in Tim Saya, and what is offered after a decision."""

from collections.abc import Iterable
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.giliran.antrean import get_kolom_antrean, get_kondisi_antrean, keep_giliran
from kinerja_asn.services.giliran.tenggat import KOLOM_TENGGAT, describe_banyak_tenggat, is_lewat

# Of one kind: on the landing page, and in Tim Saya unless the kind is chosen.
TERBANYAK_DI_MUKA, TERBANYAK_DI_TIM = 3, 10
_KOLOM = ("name", "modified", "pegawai", "nama_pegawai", "unit_kerja")
_KOLOM_BERTAHAP = ("penilai_user", "atasan_penilai_user")  # whose other steps are a verifier's


@dataclass(frozen=True)
class Jenis:
	"""A kind of document that waits: where it is decided, what its row says of it, and since when it waits."""

	doctype: str
	halaman: str
	kolom: tuple[str, ...]
	sejak: str


# The word in addresses -> the kind, in the order of the year.
JENIS = {
	"skp": Jenis("SKP", "tim/skp", ("jabatan_pegawai", *KOLOM_TENGGAT), "diajukan_pada"),
	"penugasan": Jenis("Penugasan Kinerja", "penugasan", ("rencana_hasil_kerja", "periode"), "creation"),
	"perubahan": Jenis("Perubahan SKP", "perubahan", ("alasan", *KOLOM_TENGGAT), "diajukan_pada"),
	"rencana_aksi": Jenis("Rencana Aksi", "rencana_aksi", ("periode",), "diajukan_pada"),
	"laporan_masalah": Jenis(
		"Laporan Masalah Perilaku", "pembinaan/laporan", ("periode",), "dilaporkan_pada"
	),
	"realisasi": Jenis(
		"Realisasi Kinerja", "tim/realisasi", ("masa", "terlambat", "hari_terlambat"), "diajukan_pada"
	),
	"keberatan": Jenis("Keberatan Kinerja", "keberatan", ("masa", "tenggat_keputusan"), "diajukan_pada"),
	"evaluasi": Jenis("Evaluasi Kinerja", "tim/evaluasi", ("masa", "tahap", "workflow_state"), "creation"),
}


def get_antrean(*kode: str) -> list[frappe._dict]:
	"""Everything (of the kinds ``kode``) on which the session user decides next, what has waited longest first."""
	return [row for jenis in kode or JENIS for row in _get_rows(jenis)]


def _get_rows(kode: str) -> Iterable[frappe._dict]:
	jenis, user = JENIS[kode], frappe.session.user
	giliran = get_kondisi_antrean(jenis.doctype, user)
	if giliran is None:
		return []
	table, query = from_terlihat(jenis.doctype)
	rows = (
		query.select(*(table[kolom] for kolom in _list_kolom(jenis)))
		.select(table[jenis.sejak].as_("sejak"))
		.where(giliran)
		.orderby(table[jenis.sejak], table.name)
		.run(as_dict=True)
	)
	rows = keep_giliran(jenis.doctype, rows, user)
	tenggat = describe_banyak_tenggat(list(filter(is_lewat, rows)))
	return [_complete(row, kode, tenggat.get(row.name)) for row in rows]


def _list_kolom(jenis: Jenis) -> Iterable[str]:
	bertahap = _KOLOM_BERTAHAP if jenis.doctype in BERTAHAP else ()
	return dict.fromkeys((*_KOLOM, *bertahap, *jenis.kolom, *get_kolom_antrean(jenis.doctype)))


def _complete(row: frappe._dict, kode: str, tenggat: str | None) -> frappe._dict:
	row.kode, row.sejak, row.tenggat = kode, str(row.sejak or get_now()), tenggat
	row.rincian, row.tombol = _describe(row, kode)
	# The team's pages are for the leaders named on the document; a role that HR put in between has one of its own.
	bernama = frappe.session.user in (row.penilai_user, row.atasan_penilai_user)
	row.dapat_banyak = bernama or JENIS[kode].doctype not in BERTAHAP
	row.alamat = (
		get_alamat(JENIS[kode].halaman, name=row.name)
		if row.dapat_banyak
		else get_alamat("periksa", jenis=JENIS[kode].doctype, name=row.name)
	)
	return row


def _describe(row: frappe._dict, kode: str) -> tuple[str, str]:
	"""(what it is about, what is to be done with it)."""
	if kode == "skp":
		return _join(row.jabatan_pegawai, get_nama_periode(row.periode)), _("Periksa SKP")
	if kode == "penugasan":
		return _join(row.rencana_hasil_kerja, get_nama_periode(row.periode)), _("Putuskan penugasan")
	if kode == "perubahan":
		return _join(_(row.alasan or ""), get_nama_periode(row.periode)), _("Bandingkan dan putuskan")
	if kode == "rencana_aksi":
		return get_nama_periode(row.periode), _("Baca dan sepakati")
	if kode == "laporan_masalah":
		return get_nama_periode(row.periode), _("Baca dan putuskan")
	if kode == "realisasi":
		return row.masa or "", _("Periksa realisasi")
	if kode == "keberatan":
		batas = _("putuskan paling lambat {0}").format(formatdate(row.tenggat_keputusan, "d MMMM yyyy"))
		return _join(row.masa, batas), _("Periksa keberatan")
	tugas = _("Serahkan kepada pegawai") if row.tahap == Tahap.DITETAPKAN else _("Selesaikan dan tetapkan")
	return _join(row.masa, _(row.workflow_state)), tugas


def _join(*bagian: str | None) -> str:
	return " · ".join(filter(None, bagian))


def get_nama_jenis() -> dict[str, str]:
	"""Kind -> its heading."""
	return {
		"skp": _("SKP untuk ditetapkan"),
		"penugasan": _("Penugasan untuk diputuskan"),
		"perubahan": _("Perubahan SKP untuk ditetapkan"),
		"rencana_aksi": _("Rencana aksi untuk disepakati"),
		"laporan_masalah": _("Laporan rahasia untuk diputuskan"),
		"realisasi": _("Realisasi untuk diverifikasi"),
		"keberatan": _("Keberatan untuk diputuskan"),
		"evaluasi": _("Evaluasi yang belum selesai"),
	}


def get_nama_diperiksa() -> dict[str, str]:
	"""The same for a verifier, who passes on and sets nothing."""
	return {
		"skp": _("SKP untuk diperiksa"),
		"perubahan": _("Perubahan SKP untuk diperiksa"),
		"realisasi": _("Realisasi untuk diperiksa"),
		"evaluasi": _("Evaluasi untuk diperiksa"),
	}


def group_jenis(antrean: list[frappe._dict], terbanyak: int) -> list[frappe._dict]:
	"""Those of ``JENIS`` of which something waits: kode, judul, how many there are, the first ``terbanyak`` of them.

	What is one's own to decide and what one only verifies stand apart.
	"""
	per_jenis = {
		(kode, dapat): [row for row in antrean if row.kode == kode and row.dapat_banyak == dapat]
		for kode in JENIS
		for dapat in (True, False)
	}
	nama = {True: get_nama_jenis(), False: get_nama_jenis() | get_nama_diperiksa()}
	return [
		frappe._dict(kode=kode, judul=nama[dapat][kode], banyak=len(rows), rows=rows[:terbanyak])
		for (kode, dapat), rows in per_jenis.items()
		if rows
	]


# --- after a decision


def find_berikut(antrean: list[frappe._dict], kode: str | None) -> frappe._dict | None:
	"""What to decide next after one of ``kode``: of the same kind if there is one. None: nothing waits."""
	return next((row for row in antrean if row.kode == kode), antrean[0] if antrean else None)


def get_alamat_langkah(kode: str, dilakukan: bool) -> str:
	"""The same after a step; one that was taken before says so."""
	return get_alamat_sesudah(kode, "diproses" if dilakukan else "tetap")


def get_alamat_sesudah(kode: str, pesan: str) -> str:
	"""Where a decision on one of ``kode`` leads: to Tim Saya, which offers the next."""
	return get_alamat("tim", pesan=pesan, sesudah=kode)
