"""A refusal that is about one field stands beside that field, on every form, and the list at the top leads there."""

import re

from frappe.utils import escape_html

from kinerja_asn.services.bersama.penolakan import get_medan_salah

_BIDANG = r'<(input|select|textarea)(?=[^>]*\sname="{nama}")(?![^>]*type="hidden")'


def find_medan(galat: list[str]) -> dict[str, str]:
	"""Sentence -> name of the field that it is about; sentences about no field are missing."""
	medan = get_medan_salah()
	return {kalimat: medan[kalimat] for kalimat in galat or () if kalimat in medan}


def mark_medan(html: str, medan: dict[str, str]) -> str:
	"""``html`` of a page with its fields marked; the first of them takes the focus."""
	for urutan, (kalimat, nama) in enumerate(medan.items()):
		html = _mark(html, nama, kalimat, fokus=not urutan)
	return html


def _mark(html: str, nama: str, kalimat: str, fokus: bool) -> str:
	cocok = re.search(_BIDANG.format(nama=re.escape(escape_html(nama))), html)
	if not cocok:
		return html
	kunci = escape_html(nama)
	tanda = f' id="medan-{kunci}" aria-invalid="true" aria-describedby="galat-{kunci}"{" autofocus" if fokus else ""}'
	pesan = f'<span class="ka-galat" id="galat-{kunci}">{escape_html(kalimat)}</span>'
	awal = _find_awal(html, cocok)
	return html[:awal] + pesan + html[awal : cocok.end()] + tanda + html[cocok.end() :]


def _find_awal(html: str, cocok: re.Match) -> int:
	"""Before the field itself, which its label holds; a choice among several is told of before the first."""
	tanda = html[cocok.start() : html.index(">", cocok.start())]
	pilihan = 'type="radio"' in tanda or 'type="checkbox"' in tanda
	return html.rindex("<label", 0, cocok.start()) if pilihan else cocok.start()
