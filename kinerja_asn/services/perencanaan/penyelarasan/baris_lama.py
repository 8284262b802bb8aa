"""What a save of a plan is compared with: its rows as they were agreed on or saved last."""

from collections.abc import Mapping

import frappe

from kinerja_asn.services.bersama.tabel_anak import get_saring_anak

# What links a row to something outside its document.
KOLOM_TAUTAN = {
	"hasil_kerja": ("kunci", "rhk_pimpinan", "pk_indikator", "porsi"),
	"indikator": ("kunci", "pk_indikator"),
}


def get_baris_lama(doc, tabel: str) -> dict[str, frappe._dict]:
	"""kunci -> the row as it was agreed on or saved last; a Perubahan SKP begins as the rows of its SKP."""
	lama = {}
	if skp := doc.get("skp"):
		meta = frappe.get_meta("SKP").get_field(tabel)
		rows = frappe.get_all(meta.options, get_saring_anak("SKP", skp), list(KOLOM_TAUTAN[tabel]))
		lama = {row.kunci: row for row in rows}
	before = doc.get_doc_before_save()
	return lama | {row.kunci: row for row in (before.get(tabel) if before else [])}


def is_berubah(row, lama: Mapping, *kolom: str) -> bool:
	sebelum = lama.get(row.kunci) or frappe._dict()
	return any((row.get(medan) or None) != (sebelum.get(medan) or None) for medan in kolom)
