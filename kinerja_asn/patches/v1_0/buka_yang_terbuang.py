"""Documents that v16's Discard marked as cancelled are open to their parties again."""

import frappe

from kinerja_asn.constants.akses import BERSAMA, TABEL_ANAK, TERJAGA


def execute() -> None:
	for doctype in dict.fromkeys((*TERJAGA, *BERSAMA, *TABEL_ANAK)):
		if frappe.get_meta(doctype).issingle:
			continue
		tabel = frappe.qb.DocType(doctype)
		frappe.qb.update(tabel).set(tabel.docstatus, 0).where(tabel.docstatus != 0).run()
