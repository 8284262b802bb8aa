"""Checks a Workflow that HR saves on one of our DocTypes, so that its documents can still run through."""

import frappe
from frappe import _

from kinerja_asn.constants.isian import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.kinerja_asn.workflow.bawaan import TAHAP_WAJIB


def validate_workflow(doc, method=None) -> None:
	if doc.document_type not in BERTAHAP:
		return
	check_tahap_terisi(doc)
	check_status_awal(doc)
	check_tahap_terjangkau(doc)
	check_status_terpakai(doc)
	check_tetap_aktif(doc)


def check_tahap_terisi(doc) -> None:
	for row in doc.states:
		if row.tahap_kinerja not in list(Tahap):
			frappe.throw(
				_(
					"Baris {0}: isi Tahap Kinerja untuk status {1}, agar aplikasi tahu arti status itu."
				).format(row.idx, row.state)
			)


def check_status_awal(doc) -> None:
	if doc.states[0].tahap_kinerja != Tahap.DRAF:
		frappe.throw(_("Status pertama harus pada tahap Draf: di sanalah setiap dokumen dimulai."))


def check_tahap_terjangkau(doc) -> None:
	"""Every stage the app needs must be reachable from the first state."""
	tahap = {row.state: row.tahap_kinerja for row in doc.states}
	reached = {tahap[status] for status in get_status_terjangkau(doc)}
	missing = [_(str(wajib)) for wajib in TAHAP_WAJIB[doc.document_type] if wajib not in reached]
	if missing:
		frappe.throw(
			_("Tahap {0} tidak dapat dicapai dari status {1}. Tambahkan langkah yang menuju ke sana.").format(
				", ".join(missing), _(doc.states[0].state)
			)
		)


def get_status_terjangkau(doc) -> set[str]:
	known = {row.state for row in doc.states}
	reached, queue = set(), [doc.states[0].state]
	while queue:
		status = queue.pop()
		if status not in reached:
			reached.add(status)
			queue += [
				row.next_state for row in doc.transitions if row.state == status and row.next_state in known
			]
	return reached


def check_status_terpakai(doc) -> None:
	"""A state that documents are in cannot be taken away under them."""
	table = frappe.qb.DocType(doc.document_type)
	used = frappe.qb.from_(table).select(table.workflow_state).distinct().run(pluck=True)
	gone = sorted({status for status in used if status} - {row.state for row in doc.states})
	if gone and doc.is_active:
		frappe.throw(
			_(
				"Status {0} masih dipakai dokumen {1}. Pindahkan dokumennya dahulu atau pertahankan statusnya."
			).format(", ".join(gone), _(doc.document_type))
		)


def check_tetap_aktif(doc) -> None:
	before = doc.get_doc_before_save()
	if before and before.is_active and not doc.is_active:
		frappe.throw(
			_(
				"Alur kerja {0} sedang dipakai. Aktifkan alur kerja penggantinya; alur ini akan nonaktif sendiri."
			).format(doc.name)
		)


def prevent_removal(doc, method=None) -> None:
	if doc.document_type in BERTAHAP and doc.is_active and not frappe.flags.in_uninstall:
		frappe.throw(_("Alur kerja {0} sedang dipakai dan tidak dapat dihapus.").format(doc.name))


def refresh_tahap(doc, method=None) -> None:
	"""HR may map a state to another stage: the documents in that state follow."""
	if doc.document_type not in BERTAHAP or not doc.is_active:
		return
	table = frappe.qb.DocType(doc.document_type)
	for row in doc.states:
		(
			frappe.qb.update(table)
			.set(table.tahap, row.tahap_kinerja)
			.where((table.workflow_state == row.state) & (table.tahap != row.tahap_kinerja))
			.run()
		)
