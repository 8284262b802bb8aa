"""Acting as somebody on a day: how the demo reaches the app's documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import frappe
from frappe.model import workflow

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.pemberitahuan import in_bahasa
from kinerja_asn.tahap.alur import find_tindakan


@contextmanager
def panggung(hari: date) -> Iterator[None]:
	"""Whatever happens inside, the session user and the app's clock are afterwards what they were before; nothing
	happens after ``hari``. The agency writes Indonesian, whoever makes it."""
	user, jam = frappe.session.user, frappe.flags.current_date
	frappe.flags.kinerja_asn_demo_sampai = hari
	try:
		with in_bahasa("id"):
			yield
	finally:
		frappe.set_user(user)
		frappe.flags.current_date = jam
		frappe.flags.kinerja_asn_demo_sampai = None


def act_as(user: str, tanggal: date) -> None:
	"""From here on ``user`` acts, on ``tanggal``. A change of user empties Frappe's caches: order acts by person."""
	if frappe.session.user != user:
		frappe.set_user(user)
	frappe.flags.current_date = min(tanggal, frappe.flags.kinerja_asn_demo_sampai)


def advance_as(doc, user: str, tahap: Tahap, tanggal: date):
	"""``user`` takes the workflow step towards ``tahap``. Returns the document as it is then."""
	act_as(user, tanggal)
	tindakan = find_tindakan(doc.doctype, doc.workflow_state, tahap, frappe.get_roles())
	dilihat = frappe.get_doc(doc.doctype, doc.name)
	return workflow.apply_workflow(dilihat.as_dict(), tindakan)


@contextmanager
def without_pemberitahuan() -> Iterator[None]:
	"""What happened last year is no news: an import with muted mail is how Frappe is told so."""
	sebelum = {nama: frappe.flags.get(nama) for nama in ("in_import", "mute_emails")}
	frappe.flags.update(in_import=True, mute_emails=True)
	try:
		yield
	finally:
		frappe.flags.update(sebelum)
