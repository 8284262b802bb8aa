"""Comment: remarks, which people write, and records, which the application writes."""

import frappe

from kinerja_asn.constants.akses import BERSAMA, TERJAGA
from kinerja_asn.permissions.hooks import get_tersimpan
from kinerja_asn.permissions.jejak.tanda import (
	get_penulis,
	is_announced,
	refuse_buatan,
	refuse_perubahan,
)
from kinerja_asn.permissions.penjaga import refuse_di_samping, refuse_tersembunyi

# What people write themselves; all other kinds record what was done.
DITULIS_ORANG = ("Comment", "Like")
# Not ours, or shared: what they say decides, and what became of it stands under them.
SEKITAR = (*BERSAMA, "Employee", "Department", "Company", "Holiday List", "User", "Workflow")
# What the application writes there (services/bersama/jejak.py); all other kinds are Frappe's.
DITULIS_APLIKASI = "Info"
TETAP = ("comment_type", "comment_email", "comment_by", "reference_doctype", "reference_name", "owner")


def guard_komentar(doc, method=None) -> None:
	"""before_insert: a remark is signed by whoever writes it, on a document he may read; a record, by the application."""
	refuse_di_samping(doc.reference_doctype)
	if doc.reference_doctype not in (*TERJAGA, *SEKITAR) or frappe.session.user == "Administrator":
		return
	doc.update(get_penulis())
	doc.owner = frappe.session.user
	if doc.reference_doctype in SEKITAR:
		return refuse_buatan() if doc.comment_type == DITULIS_APLIKASI else None
	if doc.comment_type in DITULIS_ORANG:
		return refuse_tersembunyi(doc.reference_doctype, doc.reference_name)
	# Of a deletion Frappe writes which DocType, not which document: it stands under none.
	if doc.comment_type == "Deleted" and not doc.reference_name:
		return
	if not is_announced(doc.comment_type, doc.reference_doctype, doc.reference_name):
		refuse_buatan()


def guard_ubah_komentar(doc, method=None) -> None:
	"""validate: its writer mends the words of a remark; nothing else about an entry ever changes."""
	refuse_di_samping(doc.reference_doctype)
	lama = doc.get_doc_before_save()
	if not lama or frappe.session.user == "Administrator":
		return
	if not {doc.reference_doctype, lama.reference_doctype} & {*TERJAGA, *SEKITAR}:
		return
	if any((doc.get(kolom) or None) != (lama.get(kolom) or None) for kolom in TETAP):
		refuse_perubahan()
	_require_penulis(lama)


def guard_hapus_komentar(doc, method=None) -> None:
	"""on_trash: a remark is withdrawn by its writer, a like taken back; a record stays as long as its document."""
	if doc.reference_doctype in (*TERJAGA, *SEKITAR) and frappe.session.user != "Administrator":
		_require_penulis(get_tersimpan("Comment", doc.name, ["comment_type", "comment_email"]) or {})


def _require_penulis(entri) -> None:
	milik = entri.get("comment_email") == frappe.session.user
	if entri.get("comment_type") not in DITULIS_ORANG or not milik:
		refuse_perubahan()
