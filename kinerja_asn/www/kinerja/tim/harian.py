"""The team's daily notes, a week at a time: who has noted what, approved together or given back by the day."""

from functools import partial

import frappe
from frappe import _
from frappe.utils import add_days, getdate

from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.penjaga import get_pesan_tidak_ada
from kinerja_asn.portal.dasar.halaman import (
	HalamanTertutup,
	get_aksi,
	get_alamat,
	get_dokumen,
	portal_page,
	read_centang,
	run_aksi,
)
from kinerja_asn.portal.pelaksanaan.catatan import pekan as portal_pekan
from kinerja_asn.portal.pelaksanaan.catatan import tim as portal_catatan_tim
from kinerja_asn.portal.saringan_tim import cut_halaman
from kinerja_asn.rules.catatan import get_pekan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.catatan.keputusan import approve, give_back
from kinerja_asn.services.situs.kiriman import TETAP


@portal_page(PENILAI)
def get_context(context):
	context.title = _("Catatan harian tim")
	context.pegawai, context.tanggal = choose()
	pilihan = read_centang(frappe.form_dict)
	context.galat = run_aksi(
		{
			"setujui": partial(decide, context, pilihan),
			"kembalikan": partial(return_hari, context),
		}
	)
	fill(context)


def choose() -> tuple:
	"""(one person or "", the day in whose week it is): as asked for, of the document of a notice, or what waits longest."""
	form = frappe.form_dict
	if form.get("name"):
		doc = get_dokumen("Catatan Harian", form.get("name"))
		return doc.pegawai, getdate(doc.tanggal)
	pegawai = str(form.get("pegawai") or "")
	if form.get("tanggal"):
		return pegawai, min(portal_pekan.read_tanggal(form.get("tanggal")), get_today())
	return pegawai, getdate(portal_catatan_tim.find_pekan_menunggu() or get_today())


def decide(context, pilihan: dict[str, str]) -> str | None:
	"""Where all were approved the page is fetched anew; else it says which were not."""
	context.hasil = approve(pilihan)
	if not context.hasil.gagal:
		return get_alamat_kini(context, "catatan_harian_disetujui")
	return TETAP if context.hasil.berhasil else None


def return_hari(context) -> str:
	nama = get_aksi()[1]
	form = frappe.form_dict
	give_back(nama, form.get(f"versi-{nama}") or "", form.get(f"alasan-{nama}"))
	return get_alamat_kini(context, "dikembalikan")


def get_alamat_kini(context, pesan: str) -> str:
	return get_alamat("tim/harian", pegawai=context.pegawai, tanggal=context.tanggal, pesan=pesan)


def fill(context) -> None:
	pekan = get_pekan(context.tanggal)
	context.form = frappe.form_dict if frappe.request.method == "POST" else {}
	context.awal, context.akhir = pekan[0], pekan[-1]
	context.pekan_lalu, depan = add_days(pekan[0], -7), getdate(add_days(pekan[0], 7))
	context.pekan_depan = depan if depan <= get_today() else None
	context.orang = None
	fill_orang(context) if context.pegawai else fill_tim(context)


def fill_orang(context) -> None:
	orang = portal_catatan_tim.find_orang(context.pegawai, context.tanggal)
	if not orang:
		raise HalamanTertutup(_("Dokumen tidak ditemukan"), get_pesan_tidak_ada(), 404)
	portal_catatan_tim.add_pekan([orang], context.tanggal)
	portal_catatan_tim.add_baris(orang.pekan)
	context.orang = orang


def fill_tim(context) -> None:
	semua = portal_catatan_tim.get_orang(context.tanggal)
	nomor = str(frappe.form_dict.get("nomor") or "1")
	context.halaman = int(nomor) if nomor.isdecimal() and len(nomor) < 5 else 1
	context.tim, context.banyak_halaman = cut_halaman(semua, context.halaman)
	context.halaman = min(max(context.halaman, 1), context.banyak_halaman)
	portal_catatan_tim.add_pekan(context.tim, context.tanggal)
	portal_catatan_tim.choose_tampil(context.tim)
	context.tim.sort(key=lambda orang: not orang.menunggu)
	context.menunggu = sum(len(orang.menunggu) for orang in context.tim)
	context.semua = bool(frappe.form_dict.get("semua"))
