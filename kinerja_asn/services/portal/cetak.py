"""Addresses of the official forms, printed by Frappe's own print view (which checks the right to read)."""

from urllib.parse import urlencode

FORMAT_CETAK = {"SKP": "SKP A.1.7", "Evaluasi Kinerja": "Hasil Evaluasi C.1.3"}


def get_tautan_cetak(doctype: str, name: str) -> str:
	return "/printview?" + urlencode({"doctype": doctype, "name": name, "format": FORMAT_CETAK[doctype]})
