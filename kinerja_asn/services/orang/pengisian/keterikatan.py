"""HR whom ERPNext binds to his own Employee record, and so to a list of one: told in words, undone in one step.

Linking an account to an Employee makes ERPNext write a User Permission on that Employee for it (create_user_permission,
on by default). That hides everybody else's record from HR too. Our own documents' scope does not follow it.
"""

from collections.abc import Collection

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.permissions.sekitar import is_pengatur_situs


def find_terikat(users: Collection[str] | None = None) -> list[frappe._dict]:
	"""Pengelola (of ``users``) bound to their own Employee: izin, user, pegawai, nama. What an administrator chose
	otherwise, a permission on somebody else's record, is none of ours."""
	izin, pegawai = frappe.qb.DocType("User Permission"), frappe.qb.DocType("Employee")
	peran = frappe.qb.DocType("Has Role")
	query = (
		frappe.qb.from_(izin)
		.join(pegawai)
		.on((pegawai.name == izin.for_value) & (pegawai.user_id == izin.user))
		.join(peran)
		.on((peran.parent == izin.user) & (peran.role == PENGELOLA))
		.select(
			izin.name.as_("izin"), izin.user, pegawai.name.as_("pegawai"), pegawai.employee_name.as_("nama")
		)
		.where((izin.allow == "Employee") & (peran.parenttype == "User"))
		.orderby(pegawai.employee_name, izin.name)
	)
	return (
		query.where(izin.user.isin(list(users))).run(as_dict=True)
		if users is not None
		else query.run(as_dict=True)
	)


def explain_keterikatan(user: str) -> str | None:
	"""Why ``user`` (the session user) sees only some of his agency's people, and who can change that."""
	if not find_terikat([user]):
		return None
	saring = {"status": "Active", "company": ("in", get_instansi(user) or [""])}
	terlihat = len(frappe.get_list("Employee", filters=saring, pluck="name", limit=0))
	return _(
		"Anda melihat {0} dari {1} pegawai: ERPNext mengikat akun Anda pada data kepegawaian Anda sendiri. Minta administrator "
		"situs membuka daftar Karyawan (Employee) ini dan menekan Lepaskan Ikatan."
	).format(terlihat, frappe.db.count("Employee", saring))


def release_keterikatan() -> list[str]:
	"""Undoes the permission and what makes it; that on the agency stays. Names of the people it was."""
	if not is_pengatur_situs(frappe.session.user):
		frappe.throw(_("Ikatan ini dilepaskan oleh administrator situs."), frappe.PermissionError)
	terikat = find_terikat()
	for row in terikat:
		frappe.delete_doc("User Permission", row.izin)
	if terikat:
		nama = [row.pegawai for row in terikat]
		frappe.db.set_value("Employee", {"name": ("in", nama)}, "create_user_permission", 0)
	return [row.nama for row in terikat]
