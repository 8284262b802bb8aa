"""Lembar kerja: a plan as a worksheet, to take away and to bring back; those of a whole period for HR."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.lembar import KOLOM
from kinerja_asn.constants.peran import AUDITOR, PEGAWAI, PENGELOLA
from kinerja_asn.rules.pembulatan import format_angka
from kinerja_asn.services.lembar.baca import BARIS_MAKS, BYTE_MAKS
from kinerja_asn.services.lembar.impor import Ringkasan, impor_periode, impor_sendiri
from kinerja_asn.services.portal.aksi import check_belum_berubah
from kinerja_asn.services.portal.halaman import get_alamat, get_dokumen, portal_page, require_peran, run_aksi
from kinerja_asn.services.portal.skp import may_susun, require_milik_sendiri

no_cache = 1


class HanyaDiperiksa(Exception):
	"""The sheet is right; takes back what the trial wrote (services/portal/halaman.py, all_or_nothing)."""

	def __init__(self, ringkasan: Ringkasan):
		super().__init__(str(ringkasan))


@portal_page(PEGAWAI, PENGELOLA, AUDITOR)
def get_context(context):
	context.title = _("Lembar Kerja SKP")
	context.kolom = KOLOM
	context.maks_mb = BYTE_MAKS // 1024 // 1024
	context.maks_baris = format_angka(Decimal(BARIS_MAKS))
	if frappe.form_dict.get("skp"):
		fill_skp(context, frappe.form_dict.skp)
	else:
		fill_periode(context)


# --- one's own SKP


def fill_skp(context, nama: str) -> None:
	skp = get_dokumen("SKP", nama)
	require_milik_sendiri(skp)
	context.skp, context.modified = skp, str(skp.modified)
	context.dapat_impor = may_susun(skp)
	if context.dapat_impor:
		carry_out(context, partial(impor_skp, skp), get_alamat("skp", name=skp.name, pesan="disimpan"))


def impor_skp(skp) -> Ringkasan:
	check_belum_berubah(skp, frappe.form_dict.get("modified") or "")
	return impor_sendiri(skp, *read_berkas())


# --- a whole period, for those who run the system


def fill_periode(context) -> None:
	require_peran((PENGELOLA, AUDITOR))
	context.pilihan_periode = frappe.get_list("Periode Kinerja", pluck="name", order_by="tahun desc")
	dipilih = frappe.form_dict.get("periode")
	context.periode = (
		dipilih if dipilih in context.pilihan_periode else next(iter(context.pilihan_periode), None)
	)
	context.pilihan_unit = get_unit(context.periode)
	context.dapat_impor = PENGELOLA in frappe.get_roles() and bool(context.periode)
	if context.dapat_impor:
		tujuan = get_alamat("lembar", periode=context.periode, pesan="diimpor")
		carry_out(context, lambda: impor_periode(context.periode, *read_berkas()), tujuan)


def get_unit(periode: str | None) -> list[str]:
	daftar = frappe.get_list(
		"SKP",
		filters={"periode": periode},
		pluck="unit_kerja",
		distinct=True,
		order_by="unit_kerja",
		limit_page_length=0,
	)
	return [unit for unit in daftar if unit]


# --- the upload


def carry_out(context, impor: Callable[[], Ringkasan], tujuan: str) -> None:
	"""``periksa`` goes through the whole import and takes it back; ``impor`` keeps it and goes to ``tujuan``."""
	try:
		context.masalah = run_aksi({"periksa": partial(check, impor), "impor": partial(save, impor, tujuan)})
	except HanyaDiperiksa as hasil:
		context.ringkasan = str(hasil)


def check(impor: Callable[[], Ringkasan]) -> None:
	raise HanyaDiperiksa(impor())


def save(impor: Callable[[], Ringkasan], tujuan: str) -> str:
	impor()
	return tujuan


def read_berkas() -> tuple[str, bytes]:
	"""Name and content of the upload; no more of it than it takes to see that it is too large."""
	berkas = frappe.request.files.get("berkas")
	if not (berkas and berkas.filename):
		frappe.throw(_("Pilih berkas lembar kerja (.xlsx) dahulu."))
	return berkas.filename, berkas.stream.read(BYTE_MAKS + 1)
