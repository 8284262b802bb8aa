"""Limits on what may be typed in, checked where the message can still say what to do."""

import re
from decimal import Decimal

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.rules.pembulatan import to_decimal

PANJANG_MAKS = 10_000  # characters of one text field
BARIS_MAKS = 100  # rows of one child table
ANGKA_MAKS = 10**11  # the database keeps twelve digits before the point
TIPE_TEKS = ("Text", "Small Text", "Long Text", "Data")
TAG = re.compile(r"<[a-zA-Z!/?]")
AWAL_RUMUS = ("=", "+", "@")


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
	if nilai.lstrip().startswith(AWAL_RUMUS):
		return _("jangan awali teks dengan =, +, atau @, karena lembar kerja membacanya sebagai rumus.")
	return None


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
	value = row.get(fieldname)
	label = _(row.meta.get_label(fieldname))
	tempat = _("Baris {0}, {1}").format(row.idx, label) if row.meta.istable else label
	try:
		angka = to_decimal(value or 0)
	except (ValueError, TypeError, ArithmeticError):
		frappe.throw(
			_('{0}: "{1}" bukan angka. Tulis angka saja, misalnya 1075 atau 2.5.').format(
				tempat, escape_html(str(value)[:50])
			)
		)
	if salah := find_salah_angka(angka):
		frappe.throw(f"{tempat}: {salah}")


def find_salah_angka(angka: Decimal) -> str | None:
	"""As ``find_salah_teks``, of a number."""
	return None if 0 <= angka < ANGKA_MAKS else _("angka harus 0 sampai di bawah 100 miliar.")
