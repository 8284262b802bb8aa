"""Lembar kerja: a plan as a worksheet, to take away and to bring back; those of a whole period for HR.

HR of a unit and auditors take away what they read, and bring nothing back.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import frappe
from frappe import _
from frappe.utils import cint

from kinerja_asn.constants.lembar import KOLOM
from kinerja_asn.constants.peran import AUDITOR, PEGAWAI, PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.lembar.baca import BARIS_MAKS, BYTE_MAKS
from kinerja_asn.lembar.impor import Ringkasan, import_periode, import_sendiri
from kinerja_asn.lembar.pilihan import get_pilihan
from kinerja_asn.portal.dasar.halaman import get_alamat, get_dokumen, portal_page, require_peran, run_aksi
from kinerja_asn.portal.perencanaan.pohon import get_daftar_periode
from kinerja_asn.portal.perencanaan.skp import may_susun, require_milik_sendiri
from kinerja_asn.rules.pembulatan import format_angka
from kinerja_asn.services.bersama.langkah import check_belum_berubah
from kinerja_asn.services.bersama.periode import choose_periode

PENGUNDUH = (PENGELOLA, PENGELOLA_UNIT, AUDITOR)


class HanyaDiperiksa(Exception):
	"""The sheet is right; takes back what the trial wrote (services/bersama/penolakan.py, all_or_nothing)."""

	def __init__(self, ringkasan: Ringkasan):
		super().__init__(str(ringkasan))
		self.ringkasan = ringkasan


@portal_page(PEGAWAI, *PENGUNDUH)
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
		tujuan = get_alamat("skp", name=skp.name, pesan="disimpan")
		carry_out(context, partial(impor_skp, skp), lambda _ringkasan: tujuan)


def impor_skp(skp) -> Ringkasan:
	check_belum_berubah(skp, frappe.form_dict.get("modified") or "")
	return import_sendiri(skp, *read_berkas())


# --- a whole period, for those who run the system


def fill_periode(context) -> None:
	require_peran(PENGUNDUH)
	context.pilihan_periode = get_daftar_periode()
	context.periode = choose_periode(context.pilihan_periode, frappe.form_dict.get("periode"))
	context.pilihan = get_pilihan(context.periode) if context.periode else None
	context.dapat_impor = PENGELOLA in frappe.get_roles() and bool(context.periode)
	if context.dapat_impor:
		context.dilewati = describe_dilewati()
		carry_out(
			context,
			lambda: import_periode(context.periode, *read_berkas()),
			partial(get_tujuan, context.periode),
		)


def get_tujuan(periode: str, ringkasan: Ringkasan) -> str:
	"""Back to this page, which says what became of the file; the address carries only keys and numbers."""
	pesan = "diimpor" if ringkasan.skp else None
	return get_alamat("lembar", periode=periode, pesan=pesan, dilewati=ringkasan.dilewati.total() or None)


def describe_dilewati() -> str | None:
	banyak = cint(frappe.form_dict.get("dilewati"))
	if banyak <= 0 or frappe.request.method != "GET":
		return None
	kalimat = _("{0} SKP dilewati, karena bukan draf dan isinya sama dengan yang tersimpan.").format(banyak)
	return kalimat if frappe.form_dict.get("pesan") else f"{_('Tidak ada draf yang berubah.')} {kalimat}"


# --- the upload


def carry_out(context, impor: Callable[[], Ringkasan], get_tujuan: Callable[[Ringkasan], str]) -> None:
	"""``periksa`` goes through the whole import and takes it back; ``impor`` keeps it and goes on."""
	aksi = {"periksa": partial(check, impor), "impor": lambda: get_tujuan(impor())}
	try:
		context.masalah = run_aksi(aksi)
	except HanyaDiperiksa as hasil:
		context.ringkasan = hasil.ringkasan


def check(impor: Callable[[], Ringkasan]) -> None:
	raise HanyaDiperiksa(impor())


def read_berkas() -> tuple[str, bytes]:
	"""Name and content of the upload; no more of it than it takes to see that it is too large."""
	berkas = frappe.request.files.get("berkas")
	if not (berkas and berkas.filename):
		frappe.throw(_("Pilih berkas lembar kerja (.xlsx) dahulu."))
	return berkas.filename, berkas.stream.read(BYTE_MAKS + 1)
