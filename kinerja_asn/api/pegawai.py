"""What the desk's list of employees tells its readers."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.orang import keterikatan

ADMINISTRATOR = "System Manager"


@frappe.whitelist(methods=["POST"])
def get_keterikatan() -> dict:
	"""``pesan``: why the session user, HR, does not see everybody; ``terikat``: whom a System Manager may release."""
	user = require_role(PENGELOLA, ADMINISTRATOR)
	terikat = keterikatan.find_terikat() if ADMINISTRATOR in frappe.get_roles(user) else []
	return {"pesan": keterikatan.explain_keterikatan(user), "terikat": [row.nama for row in terikat]}


@frappe.whitelist(methods=["POST"])
def release_keterikatan() -> str:
	require_role(ADMINISTRATOR)
	nama = keterikatan.release_keterikatan()
	return _("{0} pengelola kini melihat seluruh pegawai instansinya.").format(len(nama))
