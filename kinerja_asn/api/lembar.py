"""Downloads of plans as worksheets."""

import frappe
from frappe.desk.utils import provide_binary_file

from kinerja_asn.lembar.ekspor import export_periode, export_skp
from kinerja_asn.lembar.pilihan import describe_unit
from kinerja_asn.permissions.penjaga import require_login


@frappe.whitelist(methods=["POST"])
def download(skp: str | None = None, periode: str | None = None, unit_kerja: str | None = None) -> None:
	"""The worksheet of one SKP, or of those of a period (and units), as the answer's file."""
	require_login()
	if skp:
		return provide_binary_file(skp, "xlsx", export_skp(skp))
	nama = "-".join(filter(None, ("SKP", periode, describe_unit(unit_kerja))))
	provide_binary_file(nama, "xlsx", export_periode(periode, unit_kerja))
