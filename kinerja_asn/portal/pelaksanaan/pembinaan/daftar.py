"""What there is of pembinaan for one reader: of one plan, or all that concerns him."""

from collections.abc import Callable
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.utils import formatdate
from pypika import Order

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.pembinaan import (
	PEMBINAAN_TERBUKA,
	StatusAmbilAlih,
	StatusKonseling,
	StatusLaporanMasalah,
	StatusPembinaan,
)
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.dasar.pimpinan import is_penilai
from kinerja_asn.services.bersama.periode import get_periode

TERBANYAK = 50
KELAS = {
	**dict.fromkeys(PEMBINAAN_TERBUKA, "info"),
	StatusPembinaan.SELESAI: "baik",
	StatusPembinaan.DIBATALKAN: "netral",
	StatusLaporanMasalah.DILAPORKAN: "ingat",
	StatusLaporanMasalah.KONSELING: "info",
	StatusLaporanMasalah.TIDAK_DILANJUTKAN: "netral",
	StatusKonseling.DIJADWALKAN: "info",
	StatusAmbilAlih.BERLAKU: "ingat",
	StatusAmbilAlih.DICABUT: "netral",
}


@dataclass(frozen=True)
class Jenis:
	doctype: str
	halaman: str
	kolom: tuple[str, ...]
	pada: str
	sebut: Callable[[frappe._dict], str]


def _get_jenis() -> tuple[Jenis, ...]:
	return (
		Jenis(
			"Pembinaan Kinerja", "bimbingan", ("jenis", "nama_pembina", "status"), "creation", _name_bimbingan
		),
		Jenis(
			"Tanggapan Pembinaan",
			"tanggapan",
			("nama_pembina",),
			"diserahkan_pada",
			lambda row: _("Umpan balik pelaksanaan bimbingan oleh {0}").format(row.nama_pembina),
		),
		Jenis(
			"Laporan Masalah Perilaku",
			"laporan",
			("status",),
			"dilaporkan_pada",
			lambda row: _("Laporan permasalahan perilaku kerja"),
		),
		Jenis("Konseling Kinerja", "konseling", ("status",), "jadwal", lambda row: _("Konseling kinerja")),
		Jenis(
			"Ambil Alih Hasil Kerja",
			"ambil_alih",
			("status", "rencana_hasil_kerja"),
			"tanggal",
			lambda row: _("Ambil alih: {0}").format(row.rencana_hasil_kerja),
		),
	)


def _name_bimbingan(row) -> str:
	return _("{0} dengan {1}").format(_(row.jenis), row.nama_pembina)


def get_daftar(skp=None) -> list[frappe._dict]:
	"""What the session user may read, newest first: about the person and period of ``skp``, or all."""
	rows = [row for jenis in _get_jenis() for row in _get_rows(jenis, skp)]
	return sorted(rows, key=lambda row: str(row.pada or ""), reverse=True)


def _get_rows(jenis: Jenis, skp) -> list[frappe._dict]:
	tabel, query = from_terlihat(jenis.doctype)
	if skp:
		query = query.where((tabel.pegawai == skp.pegawai) & (tabel.periode == skp.periode))
	kolom = (
		tabel.name,
		tabel.nama_pegawai,
		*(tabel[nama] for nama in jenis.kolom),
		tabel[jenis.pada].as_("pada"),
	)
	rows = (
		query.select(*kolom).orderby(tabel[jenis.pada], order=Order.desc).limit(TERBANYAK).run(as_dict=True)
	)
	for row in rows:
		row.sebutan, row.kelas = jenis.sebut(row), KELAS.get(row.status, "baik")
		row.tanggal = formatdate(row.pada, "d MMMM yyyy") if row.pada else ""
		row.alamat = get_alamat(f"pembinaan/{jenis.halaman}", name=row.name)
	return rows


def may_mulai(skp) -> bool:
	"""Only the Penilai begins what concerns another, while the plan is in force."""
	lain = skp.pegawai_user != frappe.session.user
	return (
		lain
		and is_penilai(skp)
		and skp.tahap == Tahap.DITETAPKAN
		and get_periode(skp.periode).status == "Dibuka"
	)
