"""Downloads of whole reports."""

import frappe

from kinerja_asn.laporan.unduhan.pembuatan import request_unduhan
from kinerja_asn.permissions.penjaga import require_login
from kinerja_asn.services.bersama.isian import read_kamus


@frappe.whitelist(methods=["POST"])
def download(laporan: str, filters: str) -> None:
	"""All rows of the report ``laporan``, in the background: a notice leads to the file."""
	require_login()
	request_unduhan(laporan, read_kamus(filters))
