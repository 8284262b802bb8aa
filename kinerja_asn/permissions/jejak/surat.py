"""Communication: mails about a document."""

import frappe

from kinerja_asn.constants.akses import TERJAGA
from kinerja_asn.permissions.hooks import get_tersimpan
from kinerja_asn.permissions.jejak.tanda import get_penulis, refuse_buatan, refuse_perubahan
from kinerja_asn.permissions.penjaga import refuse_di_samping, refuse_tersembunyi

SURAT = ("Communication", "Automated Message")
# What people read; whether it was delivered and read Frappe notes itself.
TETAP = (
	"subject",
	"content",
	"sender",
	"sender_full_name",
	"recipients",
	"cc",
	"user",
	"owner",
	"communication_type",
	"sent_or_received",
	"communication_date",
	"reference_doctype",
	"reference_name",
)


def guard_surat(doc, method=None) -> None:
	"""before_insert: a mail about a document is its sender's, and was sent, not received."""
	refuse_di_samping(*(doctype for doctype, _nama in _get_rujukan(doc)))
	if frappe.session.user == "Administrator" or not _get_rujukan(doc):
		return
	if (doc.communication_type or SURAT[0]) not in SURAT or doc.get("comment_type"):
		refuse_buatan()
	_sign_surat(doc)


def guard_ubah_surat(doc, method=None) -> None:
	"""validate: one about a document of ours stays as it was sent; one that comes to it is signed by whoever brings it."""
	refuse_di_samping(*(doctype for doctype, _nama in _get_rujukan(doc)))
	lama = doc.get_doc_before_save()
	if not lama or frappe.session.user == "Administrator":
		return
	if _get_rujukan(lama):
		if _has_berubah(doc, lama):
			refuse_perubahan()
	elif _get_rujukan(doc):
		guard_surat(doc)


def _has_berubah(doc, lama) -> bool:
	beda = any(str(doc.get(kolom) or "") != str(lama.get(kolom) or "") for kolom in TETAP)
	return beda or _get_rujukan(doc) != _get_rujukan(lama)


def guard_hapus_surat(doc, method=None) -> None:
	"""on_trash."""
	if frappe.session.user != "Administrator" and _get_rujukan(doc):
		refuse_perubahan()


def refuse_tautan(name: str, reference_doctype: str | None) -> None:
	"""No mail comes to a document of ours, or leaves it, past these hooks."""
	lama = get_tersimpan("Communication", name, ["reference_doctype"]) or {}
	if frappe.session.user != "Administrator" and {reference_doctype, lama.get("reference_doctype")} & {
		*TERJAGA
	}:
		refuse_perubahan()


def _sign_surat(doc) -> None:
	for doctype, name in sorted(_get_rujukan(doc)):
		refuse_tersembunyi(doctype, name)
	penulis = get_penulis()
	doc.sender = frappe.db.get_value("User", frappe.session.user, "email") or frappe.session.user
	doc.sender_full_name = penulis["comment_by"]
	doc.sent_or_received, doc.user, doc.owner = "Sent", frappe.session.user, frappe.session.user


def _get_rujukan(doc) -> set[tuple[str, str]]:
	"""Documents of ours under which it stands."""
	rujukan = {(doc.reference_doctype, doc.reference_name)}
	rujukan |= {(row.link_doctype, row.link_name) for row in doc.get("timeline_links") or []}
	return {(doctype, name) for doctype, name in rujukan if doctype in TERJAGA}
