"""A plan of a PPPK Paruh Waktu ends with his contract, and goes on when it is renewed (KepmenPANRB 16/2025, diktum 13)."""

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.tahapan import BELUM_DITUTUP
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.perencanaan.skp.skp_baru import get_akhir


def follow_kontrak(doc, method=None) -> None:
	"""on_update of Employee: what is not closed follows the contract and the kind of ASN, with a trace."""
	if not (doc.has_value_changed("contract_end_date") or doc.has_value_changed("jenis_asn")):
		return
	saring = {"pegawai": doc.name, "tahap": ("in", [str(tahap) for tahap in BELUM_DITUTUP])}
	for skp in frappe.get_all("SKP", saring, ["name", "periode", "awal", "akhir", "jenis_asn"]):
		akhir = max(get_akhir(get_periode(skp.periode), doc), getdate(skp.awal))
		if (akhir, doc.jenis_asn) != (getdate(skp.akhir), skp.jenis_asn):
			_change(skp, akhir, doc.jenis_asn)


def _change(skp, akhir, jenis_asn: str | None) -> None:
	frappe.db.set_value("SKP", skp.name, {"akhir": akhir, "jenis_asn": jenis_asn})
	if akhir != getdate(skp.akhir):
		kalimat = _("SKP ini berlaku sampai {0} menurut perjanjian kerja pegawainya.")
		add_jejak([("SKP", skp.name, kalimat.format(formatdate(akhir, "d MMMM yyyy")))])
