"""Closing requests for feedback: what is opened then, open evaluations read at once."""

import frappe

from kinerja_asn.services.bersama.penolakan import tolerate
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.umpan_balik.penutupan import close, close_by_hand, find_jatuh_tempo
from kinerja_asn.services.pelaksanaan.umpan_balik.permintaan import DOCTYPE
from kinerja_asn.services.penilaian.pembaruan import refresh_evaluasi


def close_permintaan(doc) -> bool:
	"""By whoever asked, before its last day. False: it was closed before."""
	if not close_by_hand(doc.name):
		return False
	refresh_evaluasi(doc.skp, get_today())
	return True


def close_jatuh_tempo() -> None:
	"""Daily: those whose time is over, each by itself."""
	for name in find_jatuh_tempo():
		with tolerate(f"Penutupan permintaan umpan balik {name}"):
			doc = frappe.get_doc(DOCTYPE, name, for_update=True)
			close(doc)
			refresh_evaluasi(doc.skp, get_today())
