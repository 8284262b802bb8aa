"""SKP made before planning was complete get the fields that now decide who sets them and which form they are."""

import frappe

from kinerja_asn.constants.istilah import Formulir, Pendekatan
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.permissions.pelaku import syarat_langkah

SYARAT_LAMA = "doc.penilai_user == frappe.session.user"


def execute() -> None:
	fill_skp()
	follow_penetap()


def fill_skp() -> None:
	skp = frappe.qb.DocType("SKP")
	for kolom, nilai in (
		(skp.penetap_user, skp.penilai_user),
		(skp.berlaku_mulai, skp.awal),
		(skp.pendekatan, str(Pendekatan.KUANTITATIF)),
		(skp.formulir, str(Formulir.KUANTITATIF_JA)),
	):
		frappe.qb.update(skp).set(kolom, nilai).where(kolom.isnull()).run()


def follow_penetap() -> None:
	"""The shipped condition of the Penilai's steps; one that HR has written stays."""
	langkah = frappe.qb.DocType("Workflow Transition")
	alur = frappe.get_all("Workflow", {"document_type": "SKP"}, pluck="name")
	(
		frappe.qb.update(langkah)
		.set(langkah.condition, syarat_langkah("SKP", PENILAI))
		.where(langkah.parent.isin(alur or [""]) & (langkah.condition == SYARAT_LAMA))
		.run()
	)
	frappe.clear_cache(doctype="Workflow")
