"""The desk's search (Ctrl+K) finds people by name and NIP, and what there is about them."""

import frappe
from frappe import _
from frappe.utils import global_search

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.constants.peran import ROLES
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.penjaga import may_use_app, require_login, require_role
from kinerja_asn.portal import pegawai
from kinerja_asn.services.bersama.isian import count_pilihan
from kinerja_asn.services.bersama.periode import get_nama_periode

PEMISAH = " ||| "  # between the fields of one result, as the framework writes them


@frappe.whitelist(methods=["GET", "POST", "PUT", "DELETE"])
def search(text: str, start: int = 0, limit: int = 20, doctype: str | None = "") -> list[dict]:
	"""As frappe.utils.global_search.search, whose index knows no rights on rows: of ours, what the caller may read.

	Plans are found by the person they are about, without an index.
	"""
	user = require_login()
	hasil = [
		row
		for row in global_search.search(text, count_pilihan(start), count_pilihan(limit), doctype)
		if row["doctype"] not in TERJAGA or can_read(row["doctype"], row["name"], user)
	]
	if start or doctype not in ("", None, "SKP") or not may_use_app() or len(text) < pegawai.CARI_MINIMAL:
		return hasil
	return hasil + [_build_hasil(row) for row in pegawai.find_skp(text, count_pilihan(limit))]


def _build_hasil(skp: frappe._dict) -> dict:
	isi = (
		(_("Pegawai"), skp.nama_pegawai),
		(_("NIP"), skp.nip_pegawai),
		(_("Periode"), get_nama_periode(skp.periode)),
	)
	return {
		"doctype": "SKP",
		"name": skp.name,
		"title": f"{skp.nama_pegawai} · {get_nama_periode(skp.periode)}",
		"content": PEMISAH.join(f"{label} : {nilai}" for label, nilai in isi if nilai),
		"rank": 1,
	}


@frappe.whitelist(methods=["POST"])
def find_pegawai(cari: str) -> list[dict]:
	"""People of whom the caller may see something, by name or NIP: nama, jabatan, unit, and the address of their page."""
	require_role(*ROLES)
	pegawai.check_cari(cari.strip())
	return [
		{kunci: row[kunci] for kunci in ("nama", "jabatan", "unit", "alamat")}
		for row in pegawai.find_orang(cari.strip())
	]
