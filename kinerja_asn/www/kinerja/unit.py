"""Kinerja Unit: the results of all units right under a leader in one grid, and of all units for those who run the system."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import JenisEvaluasi
from kinerja_asn.constants.peran import PENGELOLA, PENILAI
from kinerja_asn.portal.dasar.cetak import get_cetakan_kinerja_unit
from kinerja_asn.portal.dasar.halaman import get_alamat, portal_page, run_aksi
from kinerja_asn.portal.penilaian import kinerja_unit as portal_unit
from kinerja_asn.services.bersama.periode import choose_periode


@portal_page(PENILAI, PENGELOLA)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Kinerja Unit")
	context.daftar_periode = portal_unit.get_daftar_periode()
	context.periode = choose_periode(context.daftar_periode, form.get("periode"))
	if context.periode:
		fill(context, form)


def fill(context, form) -> None:
	context.daftar_masa = portal_unit.get_daftar_masa(context.periode)
	context.masa = portal_unit.choose_masa(context.daftar_masa, form.get("masa"))
	masa = context.daftar_masa[context.masa]
	context.semua, context.galat_baris, context.tersimpan = bool(form.get("semua")), {}, 0
	context.galat = run_aksi({"simpan": lambda: save(context, masa, form)})
	ketikan = form if frappe.request.method == "POST" else None
	context.baris = portal_unit.build_baris(context.periode, masa, context.semua, ketikan)
	for row in context.baris:
		row.galat = context.galat_baris.get(row.unit, [])
	context.gagal = [row.nama.strip() for row in context.baris if row.galat]
	context.belum = sum(not row.sah for row in context.baris)
	context.menetapkan = sum(row.menetapkan for row in context.baris)
	tercetak = next((row.dokumen for row in context.baris if row.sah and row.penetap_saya), None)
	context.cetakan = get_cetakan_kinerja_unit(tercetak) if tercetak else []
	context.pengelola = portal_unit.is_pengelola(context.periode)
	context.tahunan = masa.jenis == JenisEvaluasi.TAHUNAN
	context.peringatan = portal_unit.find_peringatan(context.periode, masa) if context.belum else None
	context.pilihan, context.pilihan_dasar = portal_unit.PREDIKAT, portal_unit.get_pilihan_dasar(masa.jenis)
	context.dasar_bersama = (ketikan or {}).get("dasar_bersama") or ""


def save(context, masa, form) -> str | None:
	"""Where every row was saved the page is fetched anew; else it says which were not."""
	context.galat_baris, context.tersimpan = portal_unit.save_baris(context.periode, masa, form)
	if context.galat_baris:
		return None
	semua = "1" if context.semua else None
	return get_alamat("unit", periode=context.periode, masa=context.masa, semua=semua, pesan="kinerja_unit")
