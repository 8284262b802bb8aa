"""Report "Kinerja Unit Belum Ditetapkan": units whose period is over and whose result is not set, in whose hands it is.

Rows are those units on which a role of the reader reports (permissions/klausa.py): his agencies, or his units.
"""

import frappe
from frappe import _
from frappe.utils import date_diff

from kinerja_asn.constants.dokumen.bentuk import PEMBACA
from kinerja_asn.constants.istilah import HalanganBertindak, JenisEvaluasi
from kinerja_asn.laporan.bagian import (
	count_per_unit,
	make_bagan,
	make_kartu,
	make_kolom,
	name_unit,
	read_filters,
	read_periode,
	read_unit,
)
from kinerja_asn.laporan.surel import read_as_pembaca
from kinerja_asn.permissions.klausa import get_klausa_peran
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import get_banyak_data
from kinerja_asn.services.penilaian.organisasi.belum import Belum, find_belum

WARNA = {str(JenisEvaluasi.PERIODIK): "orange", str(JenisEvaluasi.TAHUNAN): "red"}


@read_as_pembaca
def build_laporan(filters: dict | None) -> tuple:
	"""What Frappe expects of a Script Report: columns, rows, message, chart, summary."""
	saring = read_filters(filters)
	periode = read_periode(saring.periode)
	daftar = find_terlihat(periode, read_unit(saring.unit_kerja))
	orang = get_banyak_data(nama for row in daftar for nama in (row.milik.pimpinan, row.milik.penetap))
	baris = [_build(periode, row, orang) for row in daftar]
	bagan = make_bagan(
		_("Belum ditetapkan per unit"),
		count_per_unit(baris, "jenis"),
		{str(jenis): _(str(jenis)) for jenis in JenisEvaluasi},
		WARNA,
	)
	return get_kolom(), name_unit(baris), None, bagan, _build_ringkasan(daftar)


def find_terlihat(periode: str, unit: tuple[str, ...] | None) -> list[Belum]:
	klausa = get_klausa_peran(frappe.session.user, PEMBACA)
	instansi = get_periode(periode).instansi
	semua = frappe.session.user == "Administrator" or any(
		instansi in syarat.get("instansi", ()) for syarat in klausa
	)
	terlihat = {nama for syarat in klausa for nama in syarat.get("unit_kerja", ())}
	return [row for row in find_belum(periode, unit) if semua or row.milik.unit in terlihat]


def _build(periode: str, row: Belum, orang: dict) -> dict:
	pimpinan, penetap = (
		orang.get(nama) or frappe._dict() for nama in (row.milik.pimpinan, row.milik.penetap)
	)
	return {
		"unit": row.milik.unit,
		"unit_kerja": row.milik.unit,
		"masa": row.masa.label,
		"jenis": str(row.jenis),
		"masa_ke": row.masa_ke,
		"pimpinan": pimpinan.employee_name,
		"penetap": penetap.employee_name or _("belum ditentukan"),
		"halangan": _(str(row.halangan)) if row.halangan else "",
		"dinilai": row.milik.dinilai,
		"hari": date_diff(get_today(), row.masa.akhir),
		"periode": periode,
	}


def _build_ringkasan(daftar: list[Belum]) -> list[dict]:
	tanpa = sum(row.halangan == HalanganBertindak.BELUM_ADA for row in daftar)
	return [
		make_kartu(_("Belum ditetapkan"), len(daftar), "orange" if daftar else "green"),
		make_kartu(_("Penetapnya belum ditentukan"), tanpa, "red" if tanpa else "green"),
	]


def get_kolom() -> list[dict]:
	return [
		make_kolom("unit_kerja", _("Unit Kerja"), "Data", 240),
		make_kolom("masa", _("Masa"), "Data", 130),
		make_kolom("pimpinan", _("Pimpinan Unit"), "Data", 180),
		make_kolom("penetap", _("Menunggu"), "Data", 180),
		make_kolom("halangan", _("Halangan"), "Data", 160),
		make_kolom("dinilai", _("Pegawai Dinilai"), "Int", 120),
		make_kolom("hari", _("Hari sejak Masanya Berakhir"), "Int", 190),
	]
