"""Documents that follow a decision taken on another one: a change that was set, a move that HR recorded.

Rights, steps and locks were checked where the decision was taken. ``flags`` never come from a client.
"""

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.tahap.alur import get_status


def save_menurut_keputusan(doc, **isian) -> None:
	"""With the values ``isian``, the state among them."""
	doc.flags.menurut_keputusan = True
	try:
		doc.update(isian)
		doc.save()
	finally:
		doc.flags.menurut_keputusan = False


def close_menurut_keputusan(doc, **isian) -> None:
	"""Bring ``doc`` to the state that HR maps to stage Ditutup, with the values ``isian``."""
	save_menurut_keputusan(doc, **isian, workflow_state=get_status(doc.doctype, Tahap.DITUTUP))
