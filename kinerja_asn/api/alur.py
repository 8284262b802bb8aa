"""Steps of a document's workflow for the desk's dialogs and other clients."""

import frappe
from frappe import _
from frappe.model import workflow
from frappe.model.document import Document
from frappe.utils import cint

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.custom_fields import JENIS_JABATAN
from kinerja_asn.constants.peran import PENILAI
from kinerja_asn.kinerja_asn.workflow import pemeriksa
from kinerja_asn.permissions.penjaga import require_login, require_role
from kinerja_asn.services.bersama import langkah
from kinerja_asn.services.bersama.isian import read_daftar, read_kamus


@frappe.whitelist(methods=["POST"])
def apply_workflow(doc: dict | str, action: str) -> Document:
	"""As frappe.model.workflow.apply_workflow, with whose turn it is then."""
	require_login()
	hasil = workflow.apply_workflow(read_kamus(doc, "doctype", "name"), action)
	if hasil.doctype in BERTAHAP:
		hasil.run_method("onload")  # for the form that stays open
	return hasil


@frappe.whitelist(methods=["POST"])
def advance(doctype: str, name: str, tahap: str, modified: str) -> str:
	"""Take the session user's step towards ``tahap``; returns the document's new state."""
	require_login()
	doc = langkah.get_bertahap(doctype, name)
	langkah.advance(doc, langkah.read_tahap(tahap), modified)
	return doc.workflow_state


@frappe.whitelist(methods=["POST"])
def send_back(doctype: str, name: str, alasan: str, modified: str) -> str:
	"""Return a submitted document to the employee with the reason; returns its new state."""
	require_role(PENILAI)
	doc = langkah.get_bertahap(doctype, name)
	langkah.send_back(doc, alasan, modified)
	return doc.workflow_state


@frappe.whitelist(methods=["POST"])
def advance_banyak(doctype: str, dokumen: list | str, tindakan: str) -> dict[str, str]:
	"""The bulk actions of a desk list: ``dokumen`` are {name, modified} as the list shows them. Name -> why it was refused."""
	require_login()
	versi = {str(row.get("name")): str(row.get("modified") or "") for row in read_daftar(dokumen, dict)}
	return langkah.take_banyak(doctype, versi, tindakan)


@frappe.whitelist(methods=["POST"])
def get_pilihan_pemeriksa(alur: str) -> dict:
	"""What the dialog "Tambah pemeriksa" offers for this workflow."""
	require_login()
	doc = frappe.get_doc("Workflow", alur)
	doc.check_permission("write")
	return {
		"setelah": [{"value": status, "label": _(status)} for status in pemeriksa.get_setelah(doc)],
		"peran": [{"value": peran, "label": _(peran)} for peran in pemeriksa.get_peran(doc)],
		"jenis_jabatan": JENIS_JABATAN if pemeriksa.has_jenis_jabatan(doc) else [],
	}


@frappe.whitelist(methods=["POST"])
def add_pemeriksa(
	alur: str,
	setelah: str,
	peran: str,
	status: str,
	tindakan: str,
	jabatan: list | str | None = None,
	jenis_jabatan: list | str | None = None,
	mengembalikan: int | bool = True,
) -> str:
	"""Put a verifier into a workflow of ours; returns the workflow's name."""
	require_login()
	isian = pemeriksa.Pemeriksa(
		setelah=setelah,
		peran=peran,
		status=" ".join(status.split()),
		tindakan=" ".join(tindakan.split()),
		jabatan=_read_daftar(jabatan),
		jenis_jabatan=_read_daftar(jenis_jabatan),
		mengembalikan=bool(cint(mengembalikan)),
	)
	return pemeriksa.add_pemeriksa(alur, isian).name


def _read_daftar(isian: list | str | None) -> tuple[str, ...]:
	return tuple(dict.fromkeys(read_daftar(isian, str)))
