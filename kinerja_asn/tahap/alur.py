"""Reads the active workflow of a DocType by stages, so that no code compares state names."""

from collections.abc import Collection

import frappe
from frappe import _
from frappe.model.workflow import get_workflow, get_workflow_name

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN


def get_alur(doctype: str):
	"""The active Workflow of ``doctype``. Throws when HR has switched it off."""
	if not get_workflow_name(doctype):
		frappe.throw(
			_(
				"Alur kerja untuk {0} tidak aktif. Minta pengelola kinerja mengaktifkannya di daftar Workflow."
			).format(_(doctype))
		)
	return get_workflow(doctype)


def get_status_awal(doctype: str) -> str:
	return get_alur(doctype).states[0].state


def get_status(doctype: str, tahap: Tahap) -> str:
	"""The first state that HR maps to ``tahap``. Throws when there is none."""
	for row in get_alur(doctype).states:
		if row.tahap_kinerja == tahap:
			return row.state
	frappe.throw(
		_(
			"Alur kerja {0} belum memiliki status pada tahap {1}. Minta pengelola kinerja menambahkannya di daftar Workflow."
		).format(_(doctype), _(str(tahap)))
	)


def get_tahap(doctype: str, status: str) -> Tahap:
	for row in get_alur(doctype).states:
		if row.state == status:
			return Tahap(row.tahap_kinerja)
	frappe.throw(
		_(
			"Status {0} tidak ada lagi di alur kerja {1}. Minta pengelola kinerja memeriksa alur kerjanya."
		).format(status, _(doctype))
	)


def get_langkah(doctype: str, status: str, status_berikut: str | None = None) -> list:
	"""Transitions out of ``status``, optionally only those that lead to ``status_berikut``."""
	return [
		row
		for row in get_alur(doctype).transitions
		if row.state == status and status_berikut in (None, row.next_state)
	]


def get_status_menurut_peran(doctype: str) -> dict[str, set[str]]:
	"""Role -> states from which that role has a transition. Empty when no workflow is active."""
	if not get_workflow_name(doctype):
		return {}
	peran: dict[str, set[str]] = {}
	for row in get_workflow(doctype).transitions:
		peran.setdefault(row.allowed, set()).add(row.state)
	return peran


def get_status_maju(doctype: str) -> dict[str, set[str]]:
	"""Role -> states from which it leads a document on: returning it, taking it back or giving it up is no task.

	Empty when no workflow is active.
	"""
	if not get_workflow_name(doctype):
		return {}
	alur = get_workflow(doctype)
	tahapnya = {row.state: row.tahap_kinerja for row in alur.states}
	peran: dict[str, set[str]] = {}
	for row in alur.transitions:
		if row.state != row.next_state and _is_maju(tahapnya.get(row.state), tahapnya.get(row.next_state)):
			peran.setdefault(row.allowed, set()).add(row.state)
	return peran


def _is_maju(dari: str | None, ke: str | None) -> bool:
	"""Not given up: a draft that is closed at once was never submitted."""
	return ke not in DISUSUN and not (dari in DISUSUN and ke == Tahap.DITUTUP)


def get_status_menunggu(doctype: str, tahap: Collection[Tahap]) -> dict[str, set[str]]:
	"""``get_status_maju`` at one of ``tahap``: what lies on the desk of a role's holders."""
	maju = get_status_maju(doctype)
	status = {status for status in set().union(*maju.values()) if get_tahap(doctype, status) in tahap}
	return {role: milik & status for role, milik in maju.items() if milik & status}


def find_tindakan(doctype: str, status: str, tahap_tujuan: Tahap, roles: list[str]) -> str | None:
	"""The action a holder of ``roles`` takes from ``status`` towards a state of ``tahap_tujuan``.

	A state of the same stage on the way (a verifier that HR put in between) counts as progress towards it.
	"""
	langkah = [row for row in get_langkah(doctype, status) if row.allowed in roles]
	for tahap in (tahap_tujuan, get_tahap(doctype, status)):
		for row in langkah:
			if row.next_state != status and get_tahap(doctype, row.next_state) == tahap:
				return row.action
	return None
