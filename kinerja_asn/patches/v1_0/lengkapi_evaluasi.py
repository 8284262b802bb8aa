"""Evaluations made before they could pass to the atasan say who takes their steps, and so do the shipped conditions."""

import frappe

from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.patches.v1_0.lengkapi_perencanaan import SYARAT_LAMA
from kinerja_asn.permissions.pelaku import syarat_langkah

DOCTYPE = "Evaluasi Kinerja"


def execute() -> None:
	evaluasi = frappe.qb.DocType(DOCTYPE)
	(
		frappe.qb.update(evaluasi)
		.set(evaluasi.penetap_user, evaluasi.penilai_user)
		.where(evaluasi.penetap_user.isnull())
		.run()
	)
	langkah = frappe.qb.DocType("Workflow Transition")
	alur = frappe.get_all("Workflow", {"document_type": DOCTYPE}, pluck="name")
	(
		frappe.qb.update(langkah)
		.set(langkah.condition, syarat_langkah(DOCTYPE, PENILAI))
		.where(langkah.parent.isin(alur or [""]) & (langkah.condition == SYARAT_LAMA))
		.run()
	)
	frappe.clear_cache(doctype="Workflow")
