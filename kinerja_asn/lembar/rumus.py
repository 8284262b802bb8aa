"""No cell of what Frappe exports of ours (lists, reports, templates of Data Import) is one that a spreadsheet reckons.

What is typed into our documents is refused when it looks like a formula (services/bersama/isian.py); names of people
and units are ERPNext's, and rows may be older. So the file is mended on its way out, whichever version wrote it.
"""

import re
from io import BytesIO
from zipfile import ZipFile

import frappe
from frappe.utils import cstr
from openpyxl import load_workbook

from kinerja_asn.constants.akses import BERSAMA, TABEL_ANAK, TERJAGA
from kinerja_asn.permissions.permintaan import get_daftar_metode

MODUL = "Kinerja ASN"
MILIK = {*TERJAGA, *TABEL_ANAK, *BERSAMA}
EKSPOR = {"export_query", "download_template", "export_data"}
AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r")
ANGKA = re.compile(r"[+-]?[\d.,\s]*\d\s*%?")
ZIP = b"PK"


def export_at_once() -> None:
	"""before_request: v16 can write the file in the background and mail it, past what looks at the answer."""
	if _is_ekspor():
		frappe.local.form_dict.pop("export_in_background", None)


def neutralise(response, request) -> None:
	"""after_request."""
	if response is None or response.status_code != 200 or not _is_ekspor():
		return
	isi = response.get_data()
	if isi.startswith(ZIP):
		response.set_data(neutralise_xlsx(isi))
	elif ".csv" in response.headers.get("Content-Disposition", ""):
		pemisah = cstr(frappe.local.form_dict.get("csv_delimiter") or ",")[0]
		response.set_data(neutralise_csv(isi.decode("utf-8"), pemisah))


def _is_ekspor() -> bool:
	isi = frappe.local.form_dict or {}
	return bool(get_daftar_metode(isi) & EKSPOR) and _is_milik(isi)


def _is_milik(isi: dict) -> bool:
	if isi.get("doctype") in MILIK:
		return True
	nama = isi.get("report_name")
	laporan = nama and frappe.db.get_value("Report", nama, ["module", "ref_doctype"], as_dict=True)
	return bool(laporan) and (laporan.module == MODUL or laporan.ref_doctype in MILIK)


def neutralise_csv(teks: str, pemisah: str) -> str:
	"""A text that begins like a formula gets the apostrophe that spreadsheets take for "this is a text"; all else stays
	as it is written."""
	sel = re.compile(
		rf'(?P<awal>\A|\r\n|\n|{re.escape(pemisah)})(?P<isi>"(?:[^"]|"")*"|[^"\r\n{re.escape(pemisah)}]*)'
	)
	return sel.sub(_neutralise_sel, teks)


def _neutralise_sel(cocok: re.Match) -> str:
	isi = cocok["isi"]
	kutip = '"' if isi.startswith('"') else ""
	return f"{cocok['awal']}{kutip}'{isi.removeprefix(kutip)}" if is_rumus(isi.strip('"')) else cocok[0]


def is_rumus(teks: str) -> bool:
	return teks.startswith(AWAL_RUMUS) and not ANGKA.fullmatch(teks)


def neutralise_xlsx(isi: bytes) -> bytes:
	"""A workbook says of each cell what it is: what was written as a formula becomes the text that it was."""
	if not _has_rumus(isi):
		return isi
	buku = load_workbook(BytesIO(isi))
	for sel in (sel for lembar in buku for baris in lembar.iter_rows() for sel in baris):
		if sel.data_type == "f":
			sel.data_type = "s"
	keluaran = BytesIO()
	buku.save(keluaran)
	return keluaran.getvalue()


def _has_rumus(isi: bytes) -> bool:
	with ZipFile(BytesIO(isi)) as berkas:
		return any(b"<f>" in berkas.read(nama) for nama in berkas.namelist() if "worksheets/" in nama)
