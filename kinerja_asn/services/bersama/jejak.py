"""The trace that services leave on documents which they change for others: a note under the document."""

from collections.abc import Iterable

import frappe
from frappe.utils import escape_html

from kinerja_asn.permissions.jejak.tanda import get_penulis
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak


def add_jejak(catatan: Iterable[tuple[str, str, str]]) -> None:
	"""``catatan``: (DocType, name, sentence as plain text), written in one go and signed by the session user."""
	baku = BarisBaku("Comment")
	penulis = get_penulis()
	insert_banyak("Comment", [baku.build(penulis, _build_komentar(*isi)) for isi in catatan])


def _build_komentar(doctype: str, name: str, kalimat: str) -> dict:
	return {
		"name": frappe.generate_hash(length=10),
		"comment_type": "Info",
		"reference_doctype": doctype,
		"reference_name": name,
		"content": escape_html(kalimat),
	}
