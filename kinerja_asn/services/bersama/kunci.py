"""The lasting key of a row of a plan or agreement, by which realisasi, feedback, evaluation and cascading know it."""

import frappe

# 64 bits. Frappe's usual ten characters are 40: of the millions of rows of a large agency two would be the same.
PANJANG_KUNCI = 16


def make_kunci() -> str:
	return frappe.generate_hash(length=PANJANG_KUNCI)
