"""The reader's words, kept by the process: Frappe fetches and unpacks all of a language (0.8 MB) anew in every request."""

import time
from typing import NamedTuple

import frappe
from frappe.translate import MERGED_TRANSLATION_KEY, get_all_translations

PALING_LAMA_DETIK = 60


class Simpanan(NamedTuple):
	panjang: int
	sampai: float
	kamus: dict[str, str]


_simpanan: dict[tuple[bytes, str], Simpanan] = {}


def recall_kamus() -> None:
	"""To be called before a request looks up its first word.

	A word that is translated otherwise, or an update, changes the length of what Frappe keeps and is seen at once; were
	it ever the same, after a minute.
	"""
	bahasa, kunci = frappe.local.lang, frappe.cache.make_key(MERGED_TRANSLATION_KEY)
	panjang = frappe.cache.hstrlen(kunci, bahasa)
	lama = _simpanan.get((kunci, bahasa))
	if lama and lama.panjang == panjang and time.monotonic() < lama.sampai:
		frappe.local.cache.setdefault(kunci, {})[bahasa] = lama.kamus
		return
	_simpanan[kunci, bahasa] = Simpanan(
		panjang, time.monotonic() + PALING_LAMA_DETIK, get_all_translations(bahasa)
	)
