"""User: the name under which the desk shows what somebody wrote."""

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.permissions.lingkup import get_nama_pegawai
from kinerja_asn.permissions.sekitar import is_pengatur_situs


def guard_nama_akun(doc, method=None) -> None:
	"""validate of User: the desk shows the account's name under what he wrote, so it stays his Employee's."""
	if doc.is_new() or doc.name != frappe.session.user or is_pengatur_situs(doc.name):
		return
	nama = get_nama_pegawai(doc.name)
	lama = frappe.db.get_value("User", doc.name, "full_name")
	sebutan = " ".join(filter(None, [doc.first_name, doc.middle_name, doc.last_name]))
	if nama and sebutan not in (nama, lama):
		frappe.throw(
			_(
				"Nama akun mengikuti data kepegawaian ({0}). Minta pengelola kepegawaian memperbaikinya di sana."
			).format(escape_html(nama)),
			frappe.PermissionError,
		)
