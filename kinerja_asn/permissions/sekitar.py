"""Access to what Frappe keeps around our documents: workflows, waiting actions, logs, shares, followers."""

from collections.abc import Iterable

import frappe
from frappe import _
from frappe.core.doctype.prepared_report.prepared_report import has_permission as frappe_has_permission

from kinerja_asn.constants.akses import BERTAHAP, TABEL_ANAK, TERJAGA
from kinerja_asn.constants.peran import AUDITOR, DIIMPOR
from kinerja_asn.permissions.dokumen import get_klausa_sql, get_kondisi_sql
from kinerja_asn.permissions.giliran import get_klausa_giliran, is_giliran
from kinerja_asn.permissions.hooks import get_tersimpan
from kinerja_asn.permissions.klausa import BACA, Klausa
from kinerja_asn.permissions.lingkup import covers_all_instansi, get_instansi
from kinerja_asn.permissions.penjaga import refuse_di_samping

# Where each names the document that it is about.
RUJUKAN = {
	"Access Log": ("export_from", "reference_document"),
	"Activity Log": ("reference_doctype", "reference_name"),
	"Version": ("ref_doctype", "docname"),
}


def get_workflow_action_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""Frappe lists what waits for a role to everybody who holds it: of ours, to those whose turn it is."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	asing = f"coalesce(`tabWorkflow Action`.`reference_doctype`, '') not in ({_quote(BERTAHAP)})"
	milik = [
		_get_giliran_sql(doctype, peran, klausa)
		for doctype in BERTAHAP
		for peran, klausa in get_klausa_giliran(doctype, user).items()
	]
	return f"({' or '.join([asing, *milik])})"


def _get_giliran_sql(doctype: str, peran: str, klausa: Klausa) -> str:
	return (
		f"(`tabWorkflow Action`.`reference_doctype` = '{doctype}' and `tabWorkflow Action`.`name` in "
		f"(select `parent` from `tabWorkflow Action Permitted Role` where `role` = {frappe.db.escape(peran)}) "
		f"and `tabWorkflow Action`.`reference_name` in "
		f"(select `name` from `tab{doctype}` where {get_klausa_sql(doctype, klausa)}))"
	)


def _quote(daftar: Iterable[str]) -> str:
	"""As a list for SQL."""
	return ", ".join(frappe.db.escape(nama) for nama in daftar)


def has_workflow_action_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	tersimpan = get_tersimpan("Workflow Action", doc.name, ["reference_doctype", "reference_name"])
	rujukan = tersimpan or doc
	if rujukan.reference_doctype not in BERTAHAP:
		return True
	peran = frappe.get_all("Workflow Action Permitted Role", {"parent": doc.name}, pluck="role")
	return ptype in BACA and is_giliran(rujukan.reference_doctype, rujukan.reference_name, user, peran)


def get_workflow_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""HR configures our workflows and sees no others."""
	if is_pengatur_situs(user or frappe.session.user):
		return ""
	return f"(`tabWorkflow`.`document_type` in ({_quote(BERTAHAP)}))"


def has_workflow_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	"""One workflow serves every agency of the site: HR changes it only when it answers for all of them."""
	user = user or frappe.session.user
	if is_pengatur_situs(user):
		return True
	lama = frappe.db.get_value("Workflow", doc.name, "document_type") if doc.name else None
	milik_kita = doc.document_type in BERTAHAP and lama in (None, *BERTAHAP)
	return milik_kita and (ptype in BACA or covers_all_instansi(user))


def has_bersama_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	"""Skema Penilaian and Nilai Perilaku, which all agencies of a site share."""
	user = user or frappe.session.user
	return ptype in BACA or is_pengatur_situs(user) or covers_all_instansi(user)


def get_data_import_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""HR brings in employees, units and posts; whatever else is imported on the site is not his to see."""
	if is_pengatur_situs(user or frappe.session.user):
		return ""
	return f"(`tabData Import`.`reference_doctype` in ({_quote(DIIMPOR)}))"


def has_data_import_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	if is_pengatur_situs(user or frappe.session.user):
		return True
	tersimpan = get_tersimpan("Data Import", doc.name, ["reference_doctype"]) or doc
	return {tersimpan.reference_doctype, doc.reference_doctype} <= set(DIIMPOR)


def is_pengatur_situs(user: str) -> bool:
	return user == "Administrator" or "System Manager" in frappe.get_roles(user)


def get_prepared_report_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	"""A result that Frappe keeps of a report on our documents was worked out for one reader."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	return f"(`tabPrepared Report`.`report_name` not in ({_quote(['', *get_laporan()])}) or `tabPrepared Report`.`owner` = {frappe.db.escape(user)})"


def has_prepared_report_permission(
	doc, ptype: str | None = None, user: str | None = None, debug: bool = False
) -> bool:
	user = user or frappe.session.user
	tersimpan = get_tersimpan("Prepared Report", doc.name, ["report_name", "owner"]) or doc
	if user != "Administrator" and tersimpan.report_name in get_laporan():
		return tersimpan.owner == user
	return bool(frappe_has_permission(doc, user))


def get_laporan() -> list[str]:
	return frappe.get_all("Report", {"ref_doctype": ("in", [*TERJAGA, *TABEL_ANAK])}, pluck="name")


# --- logs: an Auditor reads what is about our documents; the site's administrator all, as before; nobody else has rights


def get_jejak_query_conditions(user: str | None = None, doctype: str | None = None) -> str:
	user = user or frappe.session.user
	if is_pengatur_situs(user) or AUDITOR not in frappe.get_roles(user):
		return ""
	return f"({' or '.join([*_get_dokumen_sql(doctype, user), *_get_ambilan_sql(doctype, user)])})"


def _get_dokumen_sql(tabel: str, user: str) -> list[str]:
	"""Of documents that he reads himself."""
	kolom_doctype, kolom_nama = RUJUKAN[tabel]
	return [
		f"(`tab{tabel}`.`{kolom_doctype}` = '{doctype}' and `tab{tabel}`.`{kolom_nama}` in "
		f"(select `name` from `tab{doctype}` where {get_kondisi_sql(doctype, user)}))"
		for doctype in TERJAGA
	]


def _get_ambilan_sql(tabel: str, user: str) -> list[str]:
	"""A list or report that was taken out names no document: those that people of his agencies took."""
	if tabel != "Access Log":
		return []
	laporan = frappe.get_all("Report", {"ref_doctype": ("in", TERJAGA)}, pluck="name")
	milik_kita = f"`tabAccess Log`.`export_from` in ({_quote(TERJAGA)}) or `tabAccess Log`.`report_name` in ({_quote(['', *laporan])})"
	orang = f"select `user_id` from `tabEmployee` where `company` in ({_quote(['', *get_instansi(user)])})"
	return [
		f"(coalesce(`tabAccess Log`.`reference_document`, '') = '' and ({milik_kita}) and `tabAccess Log`.`user` in ({orang}))"
	]


def has_jejak_permission(doc, ptype: str | None = None, user: str | None = None, debug: bool = False) -> bool:
	user = user or frappe.session.user
	if is_pengatur_situs(user) or AUDITOR not in frappe.get_roles(user):
		return True
	terlihat = frappe.get_list(doc.doctype, {"name": doc.name or ""}, pluck="name", user=user)
	return ptype in BACA and bool(terlihat)


# --- document events


def prevent_sharing(doc, method=None) -> None:
	"""A share would re-open what the hooks deny."""
	if doc.share_doctype in TERJAGA:
		frappe.throw(
			_("{0} tidak dapat dibagikan: hak aksesnya mengikuti para pihak dalam dokumen.").format(
				_(doc.share_doctype)
			),
			frappe.PermissionError,
		)


def prevent_following(doc, method=None) -> None:
	"""Followers are mailed every change, also those they may not see."""
	if doc.ref_doctype in TERJAGA:
		frappe.throw(
			_("{0} tidak dapat diikuti lewat surel.").format(_(doc.ref_doctype)), frappe.PermissionError
		)


def prevent_rename(doc, method=None, *args) -> None:
	"""after_rename, because Frappe's own rename method needs no more than reading and skips every other check."""
	frappe.throw(_("Nama {0} tetap dan tidak dapat diubah.").format(_(doc.doctype)), frappe.PermissionError)


def prevent_discard(doc, method=None) -> None:
	"""before_discard: v16 marks a document that is not submitted as cancelled, for whoever may write, past every rule."""
	frappe.throw(
		_(
			"{0} tidak dapat dibuang atau dibatalkan (Submit, Cancel, Discard). Muat ulang halaman, lalu pakai tombol yang "
			"ada di dokumen itu."
		).format(_(doc.doctype)),
		frappe.PermissionError,
	)


def guard_docstatus(doc, method=None) -> None:
	"""Ours move through stages, not through docstatus: Frappe asks for no right to submit where it ignores rights."""
	if doc.docstatus != 0:
		prevent_discard(doc)


def guard_nama_alur(doc, method=None, *args) -> None:
	"""after_rename of what workflows are made of: merged, one state, action or role would become another, and for that
	Frappe's own rename method needs no more than reading."""
	if not is_pengatur_situs(frappe.session.user):
		prevent_rename(doc)


def keep_asal(doc, method=None) -> None:
	"""before_validate: Frappe takes from a client who made a row, and when."""
	lama = doc.get_doc_before_save()
	for df in doc.meta.get_table_fields():
		tersimpan = {row.name: row for row in lama.get(df.fieldname)} if lama else {}
		for row in doc.get(df.fieldname):
			asal = tersimpan.get(row.name)
			row.owner = asal.owner if asal else frappe.session.user
			row.creation = asal.creation if asal else doc.modified


def drop_nama_kiriman(doc, method=None) -> None:
	"""before_insert: v16's REST lets the client name a new document, and so take the name of somebody else's next one."""
	doc.flags.name_set = False


def prevent_pengait(doc, method=None) -> None:
	"""What a site's administrator hangs on a DocType sends its documents' words on, or lists them."""
	kolom = (
		"document_type",
		"webhook_doctype",
		"reference_doctype",
		"ref_doctype",
		"reference_document_type",
	)
	refuse_di_samping(*(doc.get(nama) for nama in kolom))


def prevent_tagging(doc, method=None) -> None:
	"""Everybody reads a tag's list of documents, titles included."""
	if doc.document_type in TERJAGA:
		frappe.throw(_("{0} tidak diberi tag.").format(_(doc.document_type)), frappe.PermissionError)
