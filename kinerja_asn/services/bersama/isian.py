"""Limits on what may be typed in, checked where the message can still say what to do."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NoReturn

import frappe
from frappe import _
from frappe.utils import escape_html, get_datetime, getdate

from kinerja_asn.rules.pembulatan import to_decimal
from kinerja_asn.services.bersama.penolakan import refuse_isian

PANJANG_MAKS = 10_000  # characters of one text field
BARIS_MAKS = 100  # rows of one child table
PILIHAN_MAKS = 500  # rows of one search
ANGKA_MAKS = 10**11  # the database keeps twelve digits before the point
TIPE_TEKS = ("Text", "Small Text", "Long Text", "Data")
TAG = re.compile(r"<[a-zA-Z!/?]")
AWAL_RUMUS = ("=", "+", "@")
# A dash begins a list more often than a formula: one that reckons, calls a function or another program.
RUMUS_NEGATIF = re.compile(r"-[-\s]*(?:[(=+@\"]|[\d.,]+\s*[-+*/^&]|[\w.]+\(|.*\|.*!)")
TIPE_ANGKA = ("Int", "Float", "Percent", "Currency", "Check")
TIPE_HARI = {"Date": getdate, "Datetime": get_datetime}


def check_ukuran(doc) -> None:
	"""Refuses texts and tables of a size that nobody reads and the database may not hold."""
	for df in doc.meta.get_table_fields():
		if len(doc.get(df.fieldname)) > BARIS_MAKS:
			frappe.throw(
				_("{0} berisi {1} baris; paling banyak {2}. Gabungkan baris yang sejenis.").format(
					_(df.label), len(doc.get(df.fieldname)), BARIS_MAKS
				)
			)
	for row in (doc, *doc.get_all_children()):
		for df in row.meta.fields:
			_check_teks(df, row.get(df.fieldname))


def _check_teks(df, nilai) -> None:
	if df.fieldtype not in TIPE_TEKS or not isinstance(nilai, str):
		return
	if salah := find_salah_teks(nilai):
		frappe.throw(f"{_(df.label)}: {salah}")


def find_salah_teks(nilai: str) -> str | None:
	"""What makes a text unfit to be kept, as the rest of a sentence that begins with its place."""
	if len(nilai) > PANJANG_MAKS:
		return _(
			"terlalu panjang: {0} karakter, paling banyak {1}. Ringkas isinya atau lampirkan berkas."
		).format(len(nilai), PANJANG_MAKS)
	if TAG.search(nilai):
		return _("tulis teks biasa, tanpa tag HTML.")
	if is_rumus(nilai):
		return _("jangan awali teks dengan =, +, atau @, karena lembar kerja membacanya sebagai rumus.")
	return None


def require_teks(doc, medan: str, kosong: str) -> None:
	"""The text of a field, tidied; where there is none it is refused with ``kosong``."""
	doc.set(medan, (doc.get(medan) or "").strip() or refuse_isian(medan, kosong))


def read_alasan(teks: str | None, medan: str, kosong: str) -> str:
	"""The reason in the portal's field ``medan``; where there is none it is refused with ``kosong``."""
	alasan = (teks or "").strip()
	if not alasan:
		refuse_isian(medan, kosong)
	if salah := find_salah_teks(alasan):
		refuse_isian(medan, _("Alasan: {0}").format(salah))
	return alasan


def is_rumus(teks: str) -> bool:
	"""Would a spreadsheet that opens ``teks`` from a CSV reckon it?"""
	awal = teks.lstrip()
	return awal.startswith(AWAL_RUMUS) or bool(RUMUS_NEGATIF.match(awal))


# --- what a client sends, before anything reads it as what it should be


def check_jenis(doc, method=None) -> None:
	"""before_insert and before_validate: numbers, dates and choices are that, or refused in words."""
	for row in (doc, *doc.get_all_children()):
		for df in row.meta.fields:
			nilai = row.get(df.fieldname)
			if nilai in (None, ""):
				continue
			if df.fieldtype in TIPE_ANGKA:
				_check_jenis_angka(row, df, nilai)
			elif df.fieldtype in TIPE_HARI:
				_check_hari(row, df, nilai)
			elif df.fieldtype == "Select" and df.options:
				_check_pilihan(row, df, nilai)


def _check_jenis_angka(row, df, nilai) -> None:
	try:
		angka = to_decimal(int(nilai) if isinstance(nilai, bool) else nilai)
	except (ValueError, TypeError, ArithmeticError):
		refuse_angka(row, df.fieldname)
	if df.fieldtype in ("Int", "Check"):
		row.set(df.fieldname, int(angka))


def _check_hari(row, df, nilai) -> None:
	read_hari(nilai, name_tempat(row, df.fieldname), TIPE_HARI[df.fieldtype])


def read_hari(nilai, tempat: str, urai: Callable = getdate) -> date:
	pesan = list(frappe.local.message_log)
	try:
		hari = urai(nilai)
	except Exception:  # whatever the parser raises; Frappe's own message stays unsaid
		frappe.local.message_log, hari = pesan, None
	return hari or frappe.throw(
		_('{0}: "{1}" bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2025-01-31.').format(
			tempat, escape_html(str(nilai)[:50])
		)
	)


def _check_pilihan(row, df, nilai) -> None:
	if str(nilai) not in df.options.split("\n"):
		refuse_pilihan(nilai, name_tempat(row, df.fieldname))


def refuse_pilihan(nilai, tempat: str) -> NoReturn:
	frappe.throw(
		_('{0}: "{1}" tidak ada dalam pilihannya. Muat ulang halaman dan pilih dari daftar.').format(
			tempat, escape_html(str(nilai)[:50])
		)
	)


def read_kamus(nilai, *wajib: str) -> frappe._dict:
	"""JSON sent to an endpoint as an object, empty where nothing was sent; ``wajib``: what it must name, each as a text."""
	terurai = _read_json(nilai) or {}
	if not isinstance(terurai, dict) or not all(
		isinstance(terurai.get(kunci), str) and terurai[kunci] for kunci in wajib
	):
		_refuse_permintaan()
	return frappe._dict(terurai)


def read_daftar(nilai, jenis: type | tuple[type, ...]) -> Sequence:
	"""... as a list, empty where nothing was sent, of entries of ``jenis``."""
	terurai = _read_json(nilai) or []
	if not isinstance(terurai, list) or not all(isinstance(isi, jenis) for isi in terurai):
		_refuse_permintaan()
	return terurai


def read_saringan(nilai) -> dict | list:
	"""... as filters, which Frappe takes in both shapes."""
	terurai = _read_json(nilai) or {}
	syarat = terurai if isinstance(terurai, list) else []
	if not isinstance(terurai, dict | list) or not all(
		isinstance(bagian, list) and len(bagian) > 1 for bagian in syarat
	):
		_refuse_permintaan()
	return terurai


def count_pilihan(diminta: int) -> int:
	"""How many rows a search answers with: not more than anybody looks at."""
	return min(max(diminta, 0), PILIHAN_MAKS)


def _read_json(nilai):
	try:
		return frappe.parse_json(nilai) if nilai else None
	except ValueError:
		_refuse_permintaan()


def _refuse_permintaan() -> NoReturn:
	frappe.throw(_("Permintaan ini tidak dapat dibaca. Muat ulang halaman dan coba lagi."))


def name_tempat(row, fieldname: str) -> str:
	label = _(row.meta.get_label(fieldname))
	return _("Baris {0}, {1}").format(row.idx, label) if row.meta.istable else label


def refuse_angka(row, fieldname: str) -> None:
	frappe.throw(
		_('{0}: "{1}" bukan angka. Tulis angka saja, misalnya 1075 atau 2.5.').format(
			name_tempat(row, fieldname), escape_html(str(row.get(fieldname))[:50])
		)
	)


def normalize_teks(teks: str | None) -> str:
	"""What makes two texts the same: not their spaces and line breaks, nor capital letters."""
	return " ".join((teks or "").split()).casefold()


def check_baris_milik_sendiri(doc) -> None:
	"""A row name from another document would move that document's row here."""
	before = doc.get_doc_before_save()
	for df in doc.meta.get_table_fields():
		stored = {row.name for row in before.get(df.fieldname)} if before else set()
		for row in doc.get(df.fieldname):
			if before and not row.is_new() and row.name not in stored:
				frappe.throw(
					_("Baris {0} pada {1} bukan milik dokumen ini. Muat ulang halaman dan coba lagi.").format(
						row.idx, _(df.label)
					)
				)


def check_angka(row, fieldname: str) -> None:
	"""A number that is none would silently be stored as zero: refuse it instead."""
	try:
		angka = to_decimal(row.get(fieldname) or 0)
	except (ValueError, TypeError, ArithmeticError):
		refuse_angka(row, fieldname)
	if salah := find_salah_angka(angka):
		frappe.throw(f"{name_tempat(row, fieldname)}: {salah}")


def find_salah_angka(angka: Decimal) -> str | None:
	"""As ``find_salah_teks``, of a number."""
	return None if 0 <= angka < ANGKA_MAKS else _("angka harus 0 sampai di bawah 100 miliar.")
