"""Guards for whitelisted endpoints and pages. Not ``frappe.only_for``: that one lets everybody in during v15 tests."""

from collections.abc import Iterable
from typing import NoReturn

import frappe
from frappe import _

from kinerja_asn.constants.akses import RAHASIA
from kinerja_asn.constants.peran import PENILAI, ROLES
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.lingkup import has_left


def require_login() -> str:
	"""The session user; refuses guests."""
	if frappe.session.user == "Guest":
		frappe.throw(_("Silakan masuk dahulu."), frappe.PermissionError)
	return frappe.session.user


def require_role(*roles: str) -> str:
	"""The session user, who must hold one of ``roles``."""
	user = require_login()
	if not set(roles) & set(frappe.get_roles(user)):
		frappe.throw(
			_("Halaman ini untuk {0}.").format(join_atau(_(role) for role in roles)), frappe.PermissionError
		)
	return user


def explain_keluar() -> str | None:
	"""To an official whose service has ended, while his account is still open; None to everybody else."""
	if not (PENILAI in frappe.get_roles() and has_left(frappe.session.user)):
		return None
	return _(
		"Data kepegawaian Anda mencatat bahwa Anda tidak bertugas lagi, sehingga Anda tidak dapat memutuskan, menilai, atau "
		"memberi umpan balik. Yang menunggu Anda dialihkan oleh pengelola kinerja; bila datanya keliru, minta ia memperbaikinya."
	)


def check_bertugas() -> None:
	"""Refuses the decisions of whoever has left, and says why."""
	if pesan := explain_keluar():
		frappe.throw(pesan, frappe.PermissionError)


def join_atau(pilihan: Iterable[str]) -> str:
	"""A or B. Frappe strips what it translates, so the spaces are put around it here."""
	return f" {_('atau')} ".join(pilihan)


def may_use_app() -> bool:
	"""Shows the app's tile to those who have any part in it."""
	return bool(set(ROLES) & set(frappe.get_roles()))


# --- a document that is hidden answers like one that is missing: Frappe's 403 and 404 would tell the rated employee that
# his evaluation has been begun. The words name no document, for a client may ask by a filter too.


def get_pesan_tidak_ada() -> str:
	return _("Dokumen ini tidak ada atau bukan untuk Anda. Kembali dan pilih dari daftar.")


def refuse_tidak_ada() -> NoReturn:
	frappe.local.flags.disable_traceback = True  # it would tell how far the request has come
	frappe.throw(get_pesan_tidak_ada(), frappe.DoesNotExistError)


def refuse_di_samping(*doctype: str | None) -> None:
	"""Of a confidential document nothing is kept beside it, where others administer what is kept."""
	if ada := next((nama for nama in doctype if nama in RAHASIA), None):
		frappe.throw(
			_("{0} rahasia: tidak ada komentar, surel, tugas, berkas, atau laporan tentangnya.").format(
				_(ada)
			),
			frappe.PermissionError,
		)


def refuse_tersembunyi(doctype: str, name: str | None) -> None:
	"""Whoever may not read ``name`` hears the same, whether there is one or not."""
	if not can_read(doctype, name, frappe.session.user):
		refuse_tidak_ada()
