"""Limits on what may be typed in, checked where the message can still say what to do."""

import re

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
	if len(nilai) > PANJANG_MAKS:
		frappe.throw(
			_(
				"{0} terlalu panjang: {1} karakter, paling banyak {2}. Ringkas isinya atau lampirkan berkas."
			).format(_(df.label), len(nilai), PANJANG_MAKS)
		)
	if TAG.search(nilai):
		frappe.throw(_("{0}: tulis teks biasa, tanpa tag HTML.").format(_(df.label)))
	if nilai.lstrip().startswith(AWAL_RUMUS):
		frappe.throw(
			_(
				"{0}: jangan awali teks dengan =, +, atau @, karena lembar kerja membacanya sebagai rumus."
			).format(_(df.label))
		)


def check_angka(row, fieldname: str) -> None:
	"""A number that is none would silently be stored as zero: refuse it instead."""
	value = row.get(fieldname)
	label = _(row.meta.get_label(fieldname))
	try:
		angka = to_decimal(value or 0)
	except (ValueError, TypeError, ArithmeticError):
		frappe.throw(
			_('Baris {0}, {1}: "{2}" bukan angka. Tulis angka saja, misalnya 1075 atau 2.5.').format(
				row.idx, label, escape_html(str(value)[:50])
			)
		)
	if not 0 <= angka < ANGKA_MAKS:
		frappe.throw(_("Baris {0}, {1}: angka harus 0 sampai di bawah 100 miliar.").format(row.idx, label))
