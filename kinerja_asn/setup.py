"""What install makes and uninstall takes away again; both read the same constants."""

import frappe
from frappe.custom.doctype.custom_field.custom_field import create_custom_fields
from frappe.permissions import add_permission, rights, update_permission_property

from kinerja_asn import compat
from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS
from kinerja_asn.constants.nilai_dasar import NILAI_DASAR, SKEMA_BAWAAN
from kinerja_asn.constants.peran import IZIN, ROLES
from kinerja_asn.constants.pustaka_indikator import PUSTAKA_INDIKATOR, PUSTAKA_MULAI
from kinerja_asn.kinerja_asn.workflow.halaman import give_halaman_alur, remove_halaman_alur
from kinerja_asn.kinerja_asn.workflow.pemasangan import ensure_alur, remove_alur
from kinerja_asn.tahap.bawaan import GAYA_STATUS, NAMA_TINDAKAN


def before_install() -> None:
	compat.check_versi()


def after_install() -> None:
	ensure_kelengkapan()
	give_izin()
	give_halaman_alur()


def after_migrate() -> None:
	ensure_kelengkapan()


def ensure_kelengkapan() -> None:
	"""Idempotent: creates what is missing and leaves what HR has changed."""
	create_custom_fields(CUSTOM_FIELDS, ignore_validate=True)
	ensure_peran()
	ensure_status()
	ensure_nilai_dasar()
	ensure_skema()
	ensure_pustaka()
	ensure_alur()
	compat.ensure_indeks_berkas()


def ensure_peran() -> None:
	"""The fixtures say the same; they come after after_install, which needs the roles already."""
	for role, desk_access in ROLES.items():
		if not frappe.db.exists("Role", role):
			_insert({"doctype": "Role", "role_name": role, "desk_access": desk_access})


def give_izin() -> None:
	"""HR edits the workflows, and an Auditor reads the logs, without being System Manager. Once: from then on an
	administrator may take it away."""
	for peran, doctype, daftar_hak in IZIN:
		if frappe.db.exists("Custom DocPerm", {"parent": doctype, "role": peran}):
			continue
		add_permission(doctype, peran)
		for hak in daftar_hak:
			update_permission_property(doctype, peran, 0, hak, 1, validate=False)
		frappe.clear_cache(doctype=doctype)


def ensure_status() -> None:
	for status, gaya in GAYA_STATUS.items():
		if not frappe.db.exists("Workflow State", status):
			_insert({"doctype": "Workflow State", "workflow_state_name": status, "style": gaya})
	for tindakan in NAMA_TINDAKAN:
		if not frappe.db.exists("Workflow Action Master", tindakan):
			_insert({"doctype": "Workflow Action Master", "workflow_action_name": tindakan})


def ensure_nilai_dasar() -> None:
	for urutan, (nilai, definisi, panduan) in enumerate(NILAI_DASAR, 1):
		if not frappe.db.exists("Nilai Perilaku", nilai):
			_insert(
				{
					"doctype": "Nilai Perilaku",
					"nilai": nilai,
					"urutan": urutan,
					"definisi": definisi,
					"panduan": "\n".join(panduan),
				}
			)


def ensure_skema() -> None:
	if not frappe.db.count("Skema Penilaian"):
		_insert({"doctype": "Skema Penilaian", "nama_skema": SKEMA_BAWAAN})


def ensure_pustaka() -> None:
	"""Examples for an empty library; what HR has changed, ended or deleted stays so."""
	if frappe.db.exists("Indikator Kinerja", {"bersama": 1}):
		return
	for isi in PUSTAKA_INDIKATOR:
		_insert({"doctype": "Indikator Kinerja", "berlaku_mulai": PUSTAKA_MULAI, **isi})


def _insert(values: dict) -> None:
	frappe.get_doc(values).insert(ignore_permissions=True)


def before_uninstall() -> None:
	"""Frappe removes the DocTypes of the module; the rest would stay behind (frappe #24108)."""
	frappe.flags.in_uninstall = True
	remove_alur()
	remove_custom_fields()
	remove_izin()
	remove_halaman_alur()
	remove_peran()
	remove_jejak_penyaluran()


def remove_custom_fields() -> None:
	for doctype, fields in CUSTOM_FIELDS.items():
		for field in fields:
			frappe.db.delete("Custom Field", {"dt": doctype, "fieldname": field["fieldname"]})
		frappe.clear_cache(doctype=doctype)


def remove_peran() -> None:
	for role in ROLES:
		for doctype in ("Has Role", "Custom DocPerm", "DocPerm"):
			frappe.db.delete(doctype, {"role": role})
		frappe.delete_doc("Role", role, force=True, ignore_permissions=True, ignore_missing=True)


def remove_izin() -> None:
	"""Giving a role rights made Frappe copy the standard ones into Custom DocPerm; equal copies go too."""
	for peran, doctype, _daftar_hak in IZIN:
		frappe.db.delete("Custom DocPerm", {"parent": doctype, "role": peran})
		if _get_hak("Custom DocPerm", doctype) == _get_hak("DocPerm", doctype):
			frappe.db.delete("Custom DocPerm", {"parent": doctype})
		frappe.clear_cache(doctype=doctype)


def _get_hak(tabel: str, doctype: str) -> list[tuple]:
	kolom = ("role", "permlevel", "if_owner", *rights)
	return sorted(
		tuple(row[nama] for nama in kolom) for row in frappe.get_all(tabel, {"parent": doctype}, list(kolom))
	)


def remove_jejak_penyaluran() -> None:
	"""Property Setters that HR made on our DocTypes would haunt a later install."""
	for doctype in frappe.get_all("DocType", {"module": "Kinerja ASN"}, pluck="name"):
		frappe.db.delete("Property Setter", {"doc_type": doctype})
