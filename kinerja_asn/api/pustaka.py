"""The library of indikator for the desk: what a row may take, and the next version of an entry."""

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_login, require_role
from kinerja_asn.services.bersama.isian import count_pilihan, read_kamus
from kinerja_asn.services.perencanaan.skp import pustaka


@frappe.whitelist(methods=["POST"])
def search(
	doctype: str, txt: str, searchfield: str, start: int, page_len: int, filters: dict | str | None = None
) -> list[tuple]:
	"""Link search of a plan's form: (name, indikator, rumpun, versi) of what the plan in ``filters`` may take."""
	require_login()
	pilihan = pustaka.get_pilihan(read_kamus(filters), txt, count_pilihan(page_len))
	return [(row.name, row.indikator, row.rumpun, _("versi {0}").format(row.versi)) for row in pilihan]


@frappe.whitelist(methods=["POST"])
def get_isian(name: str, skp: dict | str) -> dict:
	"""Fields of an SKP Indikator row that takes version ``name``, for the plan on the form (saved or not)."""
	frappe.get_doc("Indikator Kinerja", name).check_permission("read")
	return pustaka.get_isian(name, read_kamus(skp))


@frappe.whitelist(methods=["POST"])
def make_versi(name: str, berlaku_mulai: str, catatan: str) -> str:
	"""The next version of a library entry, in force from ``berlaku_mulai``; returns its name."""
	require_role(PENGELOLA)
	lama = frappe.get_doc("Indikator Kinerja", name)
	lama.check_permission("write")
	return pustaka.make_versi(lama, getdate(berlaku_mulai), catatan).name
