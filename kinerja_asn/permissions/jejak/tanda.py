"""Who signs an entry, what the application announces, and the refusals that all kinds of entries share."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe
from frappe import _

from kinerja_asn.permissions.lingkup import get_nama_pegawai


@contextmanager
def announce(jenis: str, doctype: str, name: str) -> Iterator[None]:
	"""In this block the application writes an entry of kind ``jenis`` about this document."""
	semula = frappe.local.flags.get("jejak_ditulis")
	frappe.local.flags.jejak_ditulis = (jenis, doctype, name)
	try:
		yield
	finally:
		frappe.local.flags.jejak_ditulis = semula


def is_announced(jenis: str, doctype: str, name: str) -> bool:
	return frappe.local.flags.get("jejak_ditulis") == (jenis, doctype, name)


def get_penulis() -> dict[str, str]:
	"""Who signs an entry: the Employee whose account it is, whatever the account calls itself."""
	user = frappe.session.user
	return {"comment_email": user, "comment_by": get_nama_pegawai(user) or frappe.utils.get_fullname(user)}


def refuse_buatan() -> None:
	frappe.throw(_("Catatan jenis ini ditulis oleh aplikasi, bukan oleh pengguna."), frappe.PermissionError)


def refuse_perubahan() -> None:
	frappe.throw(
		_("Jejak pada dokumen kinerja tidak dapat diubah, dipindahkan, atau dihapus. Tulis komentar baru."),
		frappe.PermissionError,
	)
