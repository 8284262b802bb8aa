"""A document passes into other hands: those whose turn it is are listed, told and, where HR wants it, mailed.

In place of Frappe's process_workflow_actions. That one asks a step's condition for whoever is logged in, calls
everybody who holds a role, and sends the document with the mail. It leaves alone a document of whose state there is a
Workflow Action already; ours is made before it comes (doc_events of a DocType run before those of all).
"""

import frappe

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.permissions.giliran import get_giliran, get_kolom_giliran
from kinerja_asn.services.bersama.pemberitahuan import send
from kinerja_asn.services.giliran.aksi import complete_aksi, has_aksi, take_aksi, write_aksi
from kinerja_asn.services.giliran.kabar import build_pemberitahuan, build_pemberitahuan_alur, retire_lama
from kinerja_asn.services.giliran.surel import send_surel
from kinerja_asn.tahap.alur import get_langkah_maju


def hand_on(doc, method: str | None = None) -> None:
	"""on_update of our staged documents."""
	before = doc.get_doc_before_save()
	berpindah = not before or before.workflow_state != doc.workflow_state
	if not berpindah and has_aksi(doc):
		return
	giliran = get_giliran(doc.doctype, [doc])[doc.name]
	complete_aksi(doc)
	write_aksi(doc.doctype, [doc], {doc.name: giliran})
	if berpindah:
		retire_lama(doc, before)
		send(build_pemberitahuan(doc, giliran))
		send_surel(doc, giliran)


def renew(alur, method: str | None = None) -> None:
	"""on_change of a Workflow: what waits already waits for whom its steps name now, and who is new is told once."""
	if alur.document_type not in BERTAHAP or not alur.is_active:
		return
	frappe.clear_document_cache("Workflow", alur.name)
	rows = _get_menunggu(alur.document_type)
	giliran = get_giliran(alur.document_type, rows)
	lama = take_aksi(alur.document_type, [row.name for row in rows])
	write_aksi(alur.document_type, rows, giliran)
	if not frappe.flags.in_patch:
		send(build_pemberitahuan_alur(alur, giliran, lama))


def _get_menunggu(doctype: str) -> list[frappe._dict]:
	"""What lies with those who decide. Drafts are listed when their people save them: there may be one of everybody."""
	return frappe.get_all(
		doctype,
		{
			"workflow_state": ("in", [*get_langkah_maju(doctype), ""]),
			"tahap": ("not in", [str(tahap) for tahap in DISUSUN]),
		},
		get_kolom_giliran(doctype),
	)
