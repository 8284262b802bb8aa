"""Base of what Pengelola keep for their agency: whoever may not, hears why and what to do about it."""

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.kinerja_asn.workflow.terjejak import Terjejak
from kinerja_asn.permissions.lingkup import get_instansi


class MilikInstansi(Terjejak):
	def raise_no_permission_to(self, perm_type):
		"""Frappe says in general terms that a right is missing; of HR it is always the agency that does not fit."""
		if perm_type in ("create", "write") and PENGELOLA in frappe.get_roles():
			frappe.throw(self.explain_lingkup(), frappe.PermissionError)
		super().raise_no_permission_to(perm_type)

	def explain_lingkup(self) -> str:
		dikelola = get_instansi(frappe.session.user)
		if not dikelola:
			return explain_tanpa_instansi()
		pihak = self.get_pihak() if hasattr(self, "get_pihak") else self
		instansi = pihak.get("instansi")
		if not instansi:
			return _("{0} belum menyebut instansi. Isi dahulu; Anda mengelola {1}.").format(
				_(self.doctype), escape_html(", ".join(dikelola))
			)
		return _(
			"{0} ini bagian dari {1}, sedangkan Anda mengelola {2}. Pilih data instansi itu, atau minta administrator situs "
			"menambahkan Pengguna Izin (User Permission) bagi Anda: Mengizinkan (Allow) Company, Untuk nilai (For Value) {1}."
		).format(_(self.doctype), escape_html(instansi), escape_html(", ".join(dikelola)))


def explain_tanpa_instansi() -> str:
	return _(
		"Anda belum mengelola satu instansi pun, karena itu belum ada yang dapat disimpan. Minta administrator situs "
		"mengisi akun Anda sebagai ID Pengguna (User ID) pada data kepegawaian Anda, atau menambahkan Pengguna Izin (User "
		"Permission) bagi Anda: Mengizinkan (Allow) Company, Untuk nilai (For Value) instansinya."
	)
