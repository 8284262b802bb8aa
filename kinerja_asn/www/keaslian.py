"""/keaslian/<token>: whether a paper with this code is genuine. No sign-in, nothing to send, no name in full."""

import frappe
from frappe import _

from kinerja_asn.services.penilaian.dokumen.pengesahan import ALAMAT, Keaslian, verify


def get_context(context):
	context.update(umum=True, masuk=False, title=_("Keaslian dokumen evaluasi kinerja"))
	context.kepala["X-Robots-Tag"] = "noindex"
	context.hasil = verify(read_token())
	context.keaslian = Keaslian
	if context.hasil.keaslian == Keaslian.TIDAK_DIKENAL:
		context.http_status_code = 404


def read_token() -> str:
	return frappe.request.path.strip("/").removeprefix(ALAMAT).strip("/")
