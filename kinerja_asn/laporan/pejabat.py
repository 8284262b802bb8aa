"""Report "Menunggu Pejabat yang Tidak Dapat Bertindak": what stands still, on whom it waits and why he cannot act.

Rows are limited to the documents that the session user may read (services/perpindahan/tertahan.py).
"""

from collections import Counter

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import HalanganBertindak
from kinerja_asn.laporan.bagian import (
	count_per_unit,
	make_bagan,
	make_kartu_istilah,
	make_kolom,
	make_kolom_istilah,
	name_unit,
	read_filters,
	read_istilah,
	read_unit,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.perencanaan.data_pegawai import describe_lingkaran
from kinerja_asn.services.perpindahan.tertahan import Tertahan, find_tertahan

WARNA = {
	HalanganBertindak.BELUM_ADA: "purple",
	HalanganBertindak.TIDAK_AKTIF: "red",
	HalanganBertindak.TANPA_AKUN: "orange",
	HalanganBertindak.AKUN_MATI: "gray",
	HalanganBertindak.DIRI_SENDIRI: "blue",
}


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saringan = read_filters(filters)
	semua = [_build(baris) for baris in find_tertahan(**_read_saringan(saringan))]
	sebab = read_istilah(HalanganBertindak, saringan.sebab)
	baris = [row for row in semua if sebab in (None, row["sebab"])]
	per_unit = count_per_unit(semua, "sebab")
	legenda = (_("Belum ada"), _("Tidak aktif"), _("Tanpa akun"), _("Akun mati"), _("Diri sendiri"))
	return (
		get_kolom(),
		name_unit(baris),
		_build_pesan(),
		make_bagan(
			_("Dokumen yang tertahan per unit"),
			per_unit,
			dict(zip(HalanganBertindak, legenda, strict=True)),
			WARNA,
		),
		make_kartu_istilah(sum(per_unit.values(), Counter()), WARNA),
	)


def _read_saringan(filters: frappe._dict) -> dict:
	unit = read_unit(filters.unit_kerja)
	return {
		**({"periode": [filters.periode]} if filters.periode else {}),
		**({"unit_kerja": unit} if unit else {}),
	}


def _build_pesan() -> str | None:
	"""Those who stand in a circle above each other: their documents wait for nobody else."""
	kalimat = [
		teks for instansi in get_instansi(frappe.session.user) for teks in describe_lingkaran(instansi)
	]
	return "<br>".join(map(escape_html, kalimat)) or None


def _build(baris: Tertahan) -> dict:
	return {
		"pegawai": baris.pegawai,
		"nama_pegawai": baris.nama_pegawai,
		"nip_pegawai": baris.nip_pegawai,
		"unit_kerja": baris.unit_kerja,
		"jenis": baris.doctype,
		"dokumen": baris.name,
		"status": baris.status,
		"menunggu": baris.nama_pelaku or baris.pelaku,
		"sebagai": _(baris.sebagai),
		"sebab": str(baris.sebab),
		"perbaikan": _describe_perbaikan(baris),
		"dapat_dialihkan": int(baris.dapat_dialihkan),
		"periode": get_nama_periode(baris.periode),
	}


def _describe_perbaikan(baris: Tertahan) -> str:
	if baris.dapat_dialihkan:
		return _("Alihkan kepada pejabat lain")
	if baris.sebab == HalanganBertindak.TIDAK_AKTIF:
		return _("Tutup atau hapus: pegawainya tidak aktif lagi")
	return _("Lengkapi akun pada data pegawai")


def get_kolom() -> list[dict]:
	"""Names are plain text, not links: Frappe would drop rows by User Permissions on Employee (frappe-notes §2.5)."""
	return [
		make_kolom("nama_pegawai", _("Pegawai"), "Data", 170),
		make_kolom("nip_pegawai", _("NIP"), "Data", 200),
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 180),
		make_kolom("jenis", _("Jenis Dokumen"), "Data", 140),
		make_kolom("dokumen", _("Dokumen"), "Dynamic Link", 200, options="jenis"),
		make_kolom("status", _("Status"), "Data", 130),
		make_kolom("menunggu", _("Menunggu"), "Data", 170),
		make_kolom("sebagai", _("Sebagai"), "Data", 170),
		make_kolom_istilah("sebab", _("Sebab"), 170, WARNA),
		make_kolom("perbaikan", _("Perbaikan"), "Data", 240),
		make_kolom("periode", _("Periode Kinerja"), "Data", 110),
	]
