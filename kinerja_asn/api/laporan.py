"""Downloads of whole reports."""

import frappe

from kinerja_asn.laporan.unduhan import request_unduhan
from kinerja_asn.permissions.penjaga import require_login


@frappe.whitelist(methods=["POST"])
def download(laporan: str, filters: str) -> None:
	"""All rows of the report ``laporan``, in the background: a notice leads to the file."""
	require_login()
	saringan = frappe.parse_json(filters)
	request_unduhan(laporan, saringan if isinstance(saringan, dict) else {})
