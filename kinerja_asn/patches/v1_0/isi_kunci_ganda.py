"""Feedback and waiting assignments from before the database refused doubles: the first of each has its key from now on."""

import frappe

from kinerja_asn.constants.istilah import StatusPenugasan
from kinerja_asn.kinerja_asn.doctype.penugasan_kinerja.penugasan_kinerja import build_kunci_menunggu
from kinerja_asn.kinerja_asn.doctype.umpan_balik_kinerja.umpan_balik_kinerja import build_kunci_isi

_KUNCI = (
	("Umpan Balik Kinerja", "kunci_isi", build_kunci_isi, {}),
	(
		"Penugasan Kinerja",
		"kunci_menunggu",
		build_kunci_menunggu,
		{"status": str(StatusPenugasan.MENUNGGU)},
	),
)


def execute() -> None:
	for doctype, kolom, build, saring in _KUNCI:
		rows = frappe.get_all(doctype, saring, "*", order_by="creation")
		pertama: dict[str, str] = {}
		for row in rows:
			pertama.setdefault(build(row), row.name)
		if pertama:
			isi = {name: {kolom: kunci} for kunci, name in pertama.items()}
			frappe.db.bulk_update(doctype, isi, update_modified=False)
