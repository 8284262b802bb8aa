"""Calibration: everybody of a Penilai, or of the units below somebody, side by side; ratings are changed here with a reason."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT, PENILAI
from kinerja_asn.portal.dasar.halaman import get_alamat, portal_page, run_aksi
from kinerja_asn.portal.penilaian import kinerja_unit as portal_unit
from kinerja_asn.portal.penilaian import sebaran as portal_sebaran
from kinerja_asn.portal.penilaian.evaluasi import RATING
from kinerja_asn.services.bersama.periode import choose_periode
from kinerja_asn.services.penilaian.sebaran.cakupan import get_daftar_periode
from kinerja_asn.services.penilaian.sebaran.penegakan import get_penegakan
from kinerja_asn.services.penilaian.sebaran.perubahan import ask_tinjau, change_rating
from kinerja_asn.services.penilaian.sebaran.rapat import find_pimpinan, list_rapat, open_rapat


@portal_page(PENILAI, PENGELOLA, PENGELOLA_UNIT, AUDITOR)
def get_context(context):
	form = frappe.form_dict
	context.title = _("Sebaran dan penyelarasan")
	context.daftar_periode = get_daftar_periode(frappe.session.user)
	context.periode = choose_periode(context.daftar_periode, form.get("periode"))
	if context.periode:
		fill(context, form)


def fill(context, form) -> None:
	context.daftar_masa = portal_unit.get_daftar_masa(context.periode)
	context.masa = portal_unit.choose_masa(context.daftar_masa, form.get("masa"))
	context.masa_dipilih = context.daftar_masa[context.masa]
	cakupan = portal_sebaran.read_cakupan(context.periode, context.masa_dipilih)
	alamat = {"periode": context.periode, "masa": context.masa}
	doc = portal_sebaran.get_evaluasi(form.get("orang")) if form.get("orang") else None
	kembali = partial(get_alamat, "sebaran", **alamat, kelompok=form.get("kelompok"))
	aksi = {"rapat": lambda: get_alamat("sebaran/rapat", name=open_rapat(cakupan))}
	if doc:
		aksi |= {"ubah": lambda: change(doc, form, kembali), "minta": lambda: ask(doc, form, kembali)}
	context.galat = run_aksi(aksi)
	if doc:
		ketikan = form if context.galat else {}
		context.orang = portal_sebaran.build_isian(portal_sebaran.get_evaluasi(doc.name), ketikan)
	fill_orang(context, cakupan, alamat, form.get("kelompok"))


def fill_orang(context, cakupan, alamat: dict, kode: str | None) -> None:
	semua = portal_sebaran.read_kelompok(cakupan)
	dipilih = portal_sebaran.choose_kelompok(semua, kode) or semua
	context.kode = kode if len(dipilih) < len(semua) else ""
	context.isi = portal_sebaran.build_tampilan(semua, dipilih, alamat)
	context.penegakan = str(get_penegakan(context.periode))
	context.rapat = list_rapat(cakupan, frappe.session.user)
	context.memimpin = bool(find_pimpinan(frappe.session.user, context.periode))
	context.pilihan_rating = RATING


def change(doc, form, kembali) -> str:
	ditetapkan = change_rating(
		doc,
		form.get("hasil"),
		form.get("perilaku"),
		form.get("alasan"),
		form.get("modified") or "",
		form.get("alasan_sebaran"),
	)
	return kembali(pesan="rating_diubah" if ditetapkan else "rating_menunggu")


def ask(doc, form, kembali) -> str:
	ask_tinjau(doc, form.get("alasan"))
	return kembali(pesan="tinjau_diminta")
