"""Frappe's list of what waits, Workflow Action: one entry for each state that a document comes to, in its roles.

Who of their holders an entry is for is asked when the list is read (permissions/sekitar.py), so that a change of
Penilai or of roles needs nothing here.
"""

from collections.abc import Iterable, Mapping

import frappe
from frappe.desk.notifications import clear_doctype_notifications
from frappe.utils import create_batch

from kinerja_asn.permissions.giliran import Giliran
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak

AKSI, PERAN_AKSI = "Workflow Action", "Workflow Action Permitted Role"
SEKALI_TULIS = 1_000


def has_aksi(doc) -> bool:
	kunci = {"reference_doctype": doc.doctype, "reference_name": doc.name}
	return bool(frappe.db.exists(AKSI, {**kunci, "workflow_state": doc.workflow_state}))


def complete_aksi(doc) -> None:
	"""By their names: an UPDATE that looks for them locks the gaps of the index, in which all who submit write."""
	milik = {"reference_doctype": doc.doctype, "reference_name": doc.name, "status": "Open"}
	if nama := frappe.get_all(AKSI, milik, pluck="name"):
		aksi = frappe.qb.DocType(AKSI)
		query = (
			frappe.qb.update(aksi).set(aksi.status, "Completed").set(aksi.completed_by, frappe.session.user)
		)
		query.where(aksi.name.isin(nama)).run()


def write_aksi(doctype: str, rows: Iterable, giliran: Mapping[str, list[Giliran]]) -> None:
	"""Where nobody is waited for the entry is done already, and keeps Frappe from making one of its own."""
	baku, baku_peran = BarisBaku(AKSI), BarisBaku(PERAN_AKSI)
	aksi = [baku.build(_build_aksi(doctype, row, giliran[row.name])) for row in rows]
	peran = [
		baku_peran.build(_build_peran(baris["name"], idx, bagian.peran))
		for baris in aksi
		for idx, bagian in enumerate(giliran[baris["reference_name"]], 1)
	]
	insert_banyak(AKSI, aksi)
	insert_banyak(PERAN_AKSI, peran)
	clear_doctype_notifications(AKSI)


def _build_aksi(doctype: str, row, giliran: list[Giliran]) -> dict:
	return {
		"name": frappe.generate_hash(length=10),
		"reference_doctype": doctype,
		"reference_name": row.name,
		"workflow_state": row.workflow_state,
		"status": "Open" if giliran else "Completed",
	}


def _build_peran(aksi: str, idx: int, peran: str) -> dict:
	return {
		"name": frappe.generate_hash(length=10),
		"parent": aksi,
		"parenttype": AKSI,
		"parentfield": "permitted_roles",
		"idx": idx,
		"role": peran,
	}


def take_aksi(doctype: str, nama: list[str]) -> dict[str, set[str | None]]:
	"""Remove the open entries of these documents: document -> the roles that it waited for."""
	aksi, peran = frappe.qb.DocType(AKSI), frappe.qb.DocType(PERAN_AKSI)
	lama: dict[str, set[str | None]] = {}
	for bagian in create_batch(nama, SEKALI_TULIS):
		milik = (aksi.reference_doctype == doctype) & aksi.reference_name.isin(bagian)
		rows = (
			frappe.qb.from_(aksi)
			.left_join(peran)
			.on(peran.parent == aksi.name)
			.where(milik & (aksi.status == "Open"))
			.select(aksi.name, aksi.reference_name, peran.role)
			.run(as_dict=True)
		)
		for row in rows:
			lama.setdefault(row.reference_name, set()).add(row.role)
		_delete_aksi(sorted({row.name for row in rows}))
	return lama


def _delete_aksi(nama: list[str]) -> None:
	if nama:
		frappe.db.delete(PERAN_AKSI, get_saring_anak(AKSI, nama))
		frappe.db.delete(AKSI, {"name": ("in", nama)})
