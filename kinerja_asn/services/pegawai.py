"""Checks on the ASN data that HR keeps on Employee (doc_events of Employee)."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.rules.nip import NipTidakValid, parse_nip


def validate_pegawai(doc, method=None) -> None:
	if not doc.get("nip"):
		return
	try:
		nip = parse_nip(doc.nip)
	except NipTidakValid as salah:
		frappe.throw(
			_("NIP {0}: {1}").format(frappe.utils.escape_html(doc.nip), salah), title=_("NIP tidak valid")
		)
	doc.nip = nip.nomor
	check_tanggal_lahir(doc, nip.tanggal_lahir)
	check_nip_ganda(doc)


def check_tanggal_lahir(doc, tanggal_lahir) -> None:
	if doc.date_of_birth and getdate(doc.date_of_birth) != tanggal_lahir:
		frappe.throw(
			_("NIP menyebut tanggal lahir {0}, sedangkan data pegawai {1}. Perbaiki yang salah.").format(
				tanggal_lahir.strftime("%d-%m-%Y"), getdate(doc.date_of_birth).strftime("%d-%m-%Y")
			),
			title=_("NIP tidak valid"),
		)


def check_nip_ganda(doc) -> None:
	lain = frappe.db.get_value("Employee", {"nip": doc.nip, "name": ("!=", doc.name or "")}, "employee_name")
	if lain:
		frappe.throw(_("NIP {0} sudah dipakai {1}.").format(doc.nip, lain), title=_("NIP tidak valid"))
