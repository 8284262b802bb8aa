"""The lasting key of a row of a plan or agreement, by which realisasi, feedback, evaluation and cascading know it; and
names of records that would be longer than Frappe keeps them."""

import hashlib

import frappe

from kinerja_asn.services.bersama.isian import normalize_teks

# 64 bits. Frappe's usual ten characters are 40: of the millions of rows of a large agency two would be the same.
PANJANG_KUNCI = 16
PANJANG_SIDIK = 32  # 128 bits: nobody finds other words with the same one
PANJANG_NAMA = 140  # of a record, and of every link to it


def make_kunci() -> str:
	return frappe.generate_hash(length=PANJANG_KUNCI)


def make_sidik(*bagian: str | None) -> str:
	"""The same for the same, however it is spaced or capitalized: for a unique index over what no index holds."""
	return hashlib.sha256("\x1f".join(map(normalize_teks, bagian)).encode()).hexdigest()[:PANJANG_SIDIK]


def shorten_nama(nama: str, akhiran: str = "") -> str:
	"""``nama`` with ``akhiran`` in the room there is; what is cut off leaves a mark of its own, so that two stay two."""
	sisa = PANJANG_NAMA - len(akhiran)
	if len(nama) <= sisa:
		return nama + akhiran
	tanda = hashlib.sha256(nama.encode()).hexdigest()[:6]
	return f"{nama[: sisa - len(tanda) - 2].rstrip()}… {tanda}{akhiran}"
