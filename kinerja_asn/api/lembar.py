"""Downloads of plans as worksheets."""

import frappe
from frappe.desk.utils import provide_binary_file

from kinerja_asn.permissions.penjaga import require_login
from kinerja_asn.services.lembar.ekspor import ekspor_periode, ekspor_skp
from kinerja_asn.services.lembar.pilihan import describe_unit


@frappe.whitelist(methods=["POST"])
def unduh(skp: str | None = None, periode: str | None = None, unit_kerja: str | None = None) -> None:
	"""The worksheet of one SKP, or of those of a period (and units), as the answer's file."""
	require_login()
	if skp:
		return provide_binary_file(skp, "xlsx", ekspor_skp(skp))
	nama = "-".join(filter(None, ("SKP", periode, describe_unit(unit_kerja))))
	provide_binary_file(nama, "xlsx", ekspor_periode(periode, unit_kerja))
