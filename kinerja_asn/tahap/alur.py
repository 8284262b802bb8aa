"""Reads the active workflow of a DocType by stages, so that no code compares state names."""

import frappe
from frappe import _
from frappe.model.workflow import get_workflow, get_workflow_name

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.tahap.hukum import is_sah


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
	status = get_alur(doctype).states
	if not status:
		frappe.throw(
			_(
				"Alur kerja {0} belum memiliki satu status pun. Minta pengelola kinerja mengisinya di daftar Workflow."
			).format(_(doctype))
		)
	return status[0].state


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
		for row in _get_langkah_sah(get_alur(doctype))
		if row.state == status and status_berikut in (None, row.next_state)
	]


def _get_langkah_sah(alur) -> list:
	"""A transition that the law does not know is none, however it came into the workflow."""
	tahap = {row.state: row.tahap_kinerja for row in alur.states}
	return [
		row
		for row in alur.transitions
		if is_sah(alur.document_type, tahap.get(row.state), tahap.get(row.next_state), row.allowed)
	]


def get_langkah_maju(doctype: str) -> dict[str, list]:
	"""State -> its transitions that lead a document on, for which somebody is waited for. Empty: no active workflow.

	Returning it is no task, nor is closing it (but for receiving what was handed over), nor going where HR need not.
	"""
	if not get_workflow_name(doctype):
		return {}
	alur = get_workflow(doctype)
	status = {row.state: row for row in alur.states}
	maju: dict[str, list] = {}
	for row in _get_langkah_sah(alur):
		if row.next_state != row.state and _leads_on(status[row.state], status[row.next_state]):
			maju.setdefault(row.state, []).append(row)
	return maju


def _leads_on(dari, ke) -> bool:
	if ke.tahap_kinerja == Tahap.DITUTUP:
		return dari.tahap_kinerja == Tahap.DISERAHKAN and not ke.is_optional_state
	return ke.tahap_kinerja not in DISUSUN and not ke.is_optional_state


def get_status_menurut_peran(doctype: str) -> dict[str, set[str]]:
	"""Role -> states from which that role has a transition. Empty when no workflow is active."""
	if not get_workflow_name(doctype):
		return {}
	peran: dict[str, set[str]] = {}
	for row in _get_langkah_sah(get_workflow(doctype)):
		peran.setdefault(row.allowed, set()).add(row.state)
	return peran


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
