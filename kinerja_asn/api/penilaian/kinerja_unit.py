"""HR asks for results of units that are not set."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.permissions.penjaga import refuse_tidak_ada, require_role
from kinerja_asn.services.bersama.isian import read_daftar
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.penilaian.organisasi.belum import ask as ask_penetap
from kinerja_asn.services.penilaian.organisasi.belum import find_belum

UNIT_MAKS = 1_000


@frappe.whitelist(methods=["POST"])
def ask(periode: str, unit: str | list) -> str:
	"""Whoever is to set the results of ``unit`` ([unit, kind, number of the period] of each) is told once."""
	require_role(PENGELOLA)
	frappe.get_doc("Periode Kinerja", periode).check_permission("read")
	if get_periode(periode).instansi not in get_instansi(frappe.session.user):
		refuse_tidak_ada()
	diminta = {tuple(map(str, baris[:3])) for baris in read_daftar(unit, list)[:UNIT_MAKS]}
	penerima = set()
	for belum in find_belum(periode):
		if (belum.milik.unit, str(belum.jenis), str(belum.masa_ke)) in diminta:
			penerima.update(ask_penetap(periode, belum.milik.unit, belum.jenis, belum.masa, None))
	return _("{0} pejabat diminta. Permintaan yang sama tidak dikirim dua kali.").format(len(penerima))
