"""Help for forms that ask for an agency."""

import frappe

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.kinerja_asn.workflow.milik_instansi import explain_tanpa_instansi
from kinerja_asn.permissions.lingkup import get_instansi
from kinerja_asn.permissions.penjaga import require_role


@frappe.whitelist(methods=["POST"])
def get_instansi_dikelola() -> dict:
	"""``instansi``: those that the session user answers for; ``pesan``: what to do where there is none."""
	instansi = get_instansi(require_role(PENGELOLA))
	return {"instansi": instansi, "pesan": None if instansi else explain_tanpa_instansi()}
