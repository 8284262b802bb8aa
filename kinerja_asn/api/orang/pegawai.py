"""What the desk's list of employees tells its readers."""

import frappe
from frappe import _

from kinerja_asn.constants.peran import AUDITOR, PENGELOLA, PENGELOLA_UNIT
from kinerja_asn.laporan.kelengkapan import find_belum_lengkap
from kinerja_asn.permissions.penjaga import require_role
from kinerja_asn.services.orang.pengisian import keterikatan

ADMINISTRATOR = "System Manager"


@frappe.whitelist(methods=["POST"])
def get_keterikatan() -> dict:
	"""``pesan``: why the session user, HR, does not see everybody; ``terikat``: whom a System Manager may release."""
	user = require_role(PENGELOLA, ADMINISTRATOR)
	terikat = keterikatan.find_terikat() if ADMINISTRATOR in frappe.get_roles(user) else []
	return {"pesan": keterikatan.explain_keterikatan(user), "terikat": [row.nama for row in terikat]}


@frappe.whitelist(methods=["POST"])
def count_belum_lengkap(filters: dict | list | str | None = None) -> dict:
	"""The number card, as Frappe expects it: as many as the report lists for the session user."""
	require_role(PENGELOLA, PENGELOLA_UNIT, AUDITOR, ADMINISTRATOR)
	return {
		"value": len(find_belum_lengkap()),
		"fieldtype": "Int",
		"route": ["query-report", "Data Pegawai Belum Lengkap"],
	}


@frappe.whitelist(methods=["POST"])
def release_keterikatan() -> str:
	require_role(ADMINISTRATOR)
	nama = keterikatan.release_keterikatan()
	return _("{0} pengelola kini melihat seluruh pegawai instansinya.").format(len(nama))
