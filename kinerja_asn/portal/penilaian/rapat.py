"""The page of a calibration meeting: who leads, who takes part, what was changed and what came of it."""

import frappe
from frappe import _

from kinerja_asn.constants.distribusi import StatusRapat
from kinerja_asn.portal.dasar.halaman import read_centang
from kinerja_asn.portal.penilaian.sebaran import describe_catatan
from kinerja_asn.services.bersama.isian import read_alasan, read_hari
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.waktu import format_saat, get_now
from kinerja_asn.services.penilaian.sebaran.catatan import list_catatan
from kinerja_asn.services.penilaian.sebaran.rapat import append_susulan, list_calon

PILIHAN = "peserta-"


def save_rapat(doc, form, *, selesai: bool) -> None:
	check_belum_berubah(doc, form.get("modified") or "")
	doc.tanggal = read_hari(form.get("tanggal"), _("Tanggal Rapat"))
	doc.tempat, doc.kesimpulan = form.get("tempat"), form.get("kesimpulan")
	doc.set("peserta", [{"pegawai": pegawai} for pegawai in read_centang(form, PILIHAN)])
	if selesai:
		doc.status = str(StatusRapat.SELESAI)
	doc.save()


def add_susulan(doc, form) -> None:
	check_belum_berubah(doc, form.get("modified") or "")
	teks = read_alasan(form.get("susulan"), "susulan", _("Tulis catatannya."))
	append_susulan(doc, teks, format_saat(get_now()))


def fill(context, doc, form) -> None:
	"""``form``: what was typed, where it could not be saved."""
	milik = doc.pimpinan_user == frappe.session.user
	context.doc = doc
	context.berlangsung = doc.status == StatusRapat.BERLANGSUNG
	context.dapat_diisi = milik and context.berlangsung
	context.dapat_menyusul = milik and not context.berlangsung
	context.modified = form.get("modified") or str(doc.modified)
	context.isian = {
		kolom: form.get(kolom, doc.get(kolom) or "") for kolom in ("tanggal", "tempat", "kesimpulan")
	}
	context.susulan = form.get("susulan", "")
	dipilih = set(read_centang(form, PILIHAN)) if form else {row.pegawai for row in doc.peserta}
	context.calon = _list_calon(doc, dipilih) if context.dapat_diisi else []
	context.catatan = [describe_catatan(row) for row in list_catatan(rapat=doc.name)]


def _list_calon(doc, dipilih: set[str]) -> list[tuple[str, str, bool]]:
	"""(Employee, who that is, is he ticked)."""
	calon = list_calon(doc.pimpinan_user, doc.periode, doc.instansi)
	return sorted(
		(
			(pegawai, " · ".join(filter(None, (data.employee_name, data.designation))), pegawai in dipilih)
			for pegawai, data in calon.items()
		),
		key=lambda baris: baris[1],
	)
