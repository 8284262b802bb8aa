"""Matriks Pembagian Peran dan Hasil: a leader's results across, his team down, filled in in place (form A.1.5)."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.portal.dasar.cetak import get_tautan_matriks
from kinerja_asn.portal.dasar.halaman import get_alamat, portal_page, run_aksi
from kinerja_asn.portal.perencanaan import matriks as portal_matriks
from kinerja_asn.services.perencanaan.penyelarasan.matriks import count_matriks, may_bagi


@portal_page(PENILAI, PENGELOLA, PENGELOLA_UNIT, AUDITOR)
def get_context(context):
	skp = portal_matriks.find_skp(frappe.form_dict)
	context.galat_baris, context.tersimpan = {}, 0
	context.galat = run_aksi({"simpan": lambda: save(context, skp)})
	fill(context, skp)


def save(context, skp) -> str | None:
	"""Where everybody's row was saved the page is fetched anew; else it says whose was not."""
	context.galat_baris, context.tersimpan = portal_matriks.save_matriks(skp, frappe.form_dict)
	if context.galat_baris:
		return None
	return get_alamat("tim/matriks", name=skp.name, pegawai=frappe.form_dict.get("pegawai"), pesan="matriks")


def fill(context, skp) -> None:
	form = frappe.form_dict if frappe.request.method == "POST" else {}
	matriks = portal_matriks.build_tampilan(skp, form, context.galat_baris, gagal=bool(context.galat))
	dipilih = frappe.form_dict.get("pegawai")
	context.title = _("Matriks Pembagian Peran dan Hasil")
	context.skp, context.kolom, context.semua = skp, matriks.kolom, matriks.baris
	context.baris = [row for row in matriks.baris if row.pegawai == dipilih] or matriks.baris
	context.rinci = len(context.baris) == 1 and bool(dipilih)
	context.dipilih = dipilih if context.rinci else ""
	context.hitungan = count_matriks(matriks)
	context.dapat_diisi = may_bagi(skp)
	context.ada_isian = any(map(portal_matriks.has_isian, context.baris))
	context.versi = max(str(skp.modified), *(row.modified for row in matriks.baris), "")
	context.gagal = [row.nama for row in matriks.baris if row.galat]
	context.pilihan_cara = portal_matriks.get_pilihan_cara()
	context.pilihan_skp = portal_matriks.get_pilihan_skp(skp)
	context.cetak = get_tautan_matriks(skp.name)
