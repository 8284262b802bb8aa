"""What the pages of a leader share: who may open them, what he may fill in, returning a document."""

import frappe
from frappe import _

from kinerja_asn.permissions.lingkup import has_left
from kinerja_asn.permissions.penjaga import get_pesan_tidak_ada
from kinerja_asn.portal.dasar.halaman import HalamanTertutup
from kinerja_asn.services.bersama.langkah import send_back


def require_pimpinan(doc) -> None:
	"""The team pages are for the leaders named on the document; nobody reviews himself here."""
	if frappe.session.user not in (doc.penilai_user, doc.atasan_penilai_user):
		raise HalamanTertutup(
			_("Dokumen tidak ditemukan"),
			get_pesan_tidak_ada(),
			404,
		)


def is_penilai(doc) -> bool:
	"""Is the session user the Penilai named on ``doc``, and still in service?"""
	return doc.penilai_user == frappe.session.user and not has_left(frappe.session.user)


def get_terbuka(skp) -> set[str]:
	"""Fields of the SKP that the session user may fill in at its present stage."""
	if not skp.has_permission("write"):
		return set()
	skp.load_doc_before_save()
	return skp.get_isian_terbuka()


def return_dokumen(doc, form) -> None:
	send_back(doc, form.get("alasan"), form.get("modified") or "")
