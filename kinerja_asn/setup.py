"""What install makes and uninstall takes away again; both read the same constants."""

from collections import Counter

import click
import frappe
from frappe import _
from frappe.custom.doctype.custom_field.custom_field import create_custom_fields
from frappe.custom.doctype.property_setter.property_setter import make_property_setter

from kinerja_asn import compat
from kinerja_asn.constants import APP
from kinerja_asn.constants.custom_fields import CUSTOM_FIELDS, PROPERTI
from kinerja_asn.constants.distribusi import POLA_DISTRIBUSI, SUMBER_POLA
from kinerja_asn.constants.nilai_dasar import NILAI_DASAR, SKEMA_BAWAAN
from kinerja_asn.constants.pencopotan import DOCTYPE
from kinerja_asn.constants.peran import IZIN_ALUR, IZIN_DASAR, IZIN_JEJAK, ROLES
from kinerja_asn.constants.pustaka_indikator import PUSTAKA_INDIKATOR, PUSTAKA_MULAI
from kinerja_asn.kinerja_asn.workflow.halaman import give_halaman_alur, remove_halaman_alur
from kinerja_asn.kinerja_asn.workflow.pemasangan import ensure_alur, remove_alur
from kinerja_asn.pencopotan import remove_jadwal, remove_jejak, remove_pintu_masuk
from kinerja_asn.permissions.pemberian import give_izin, remove_izin
from kinerja_asn.services.orang.pengisian.nama_unit import keep_nama_unit
from kinerja_asn.services.situs.pengaturan import ensure_pengaturan
from kinerja_asn.tahap.bawaan import GAYA_STATUS, NAMA_TINDAKAN

IZIN = (IZIN_ALUR, IZIN_DASAR, IZIN_JEJAK)


def before_install() -> None:
	compat.check_versi()
	remove_jejak_lama()


def remove_jejak_lama() -> None:
	"""Of an earlier installation: the names of documents come again, and would bring its comments and files along."""
	report_jejak(remove_jejak([doctype for doctype in DOCTYPE if not frappe.db.exists("DocType", doctype)]))


def after_install() -> None:
	ensure_kelengkapan()
	for izin in IZIN:
		give_izin(izin)
	give_halaman_alur()


def after_migrate() -> None:
	ensure_kelengkapan()


def ensure_kelengkapan() -> None:
	"""Idempotent: creates what is missing and leaves what HR has changed."""
	create_custom_fields(CUSTOM_FIELDS, ignore_validate=True)
	ensure_properti()
	keep_nama_unit()
	ensure_peran()
	ensure_status()
	ensure_nilai_dasar()
	ensure_skema()
	ensure_pola()
	ensure_pengaturan()
	ensure_pustaka()
	ensure_alur()
	compat.ensure_indeks_berkas()


def ensure_properti() -> None:
	for doctype, medan, properti, nilai, jenis in PROPERTI:
		if frappe.db.exists("Property Setter", _filter_properti(doctype, medan, properti)):
			continue
		make_property_setter(
			doctype, medan, properti, nilai, jenis, for_doctype=not medan, validate_fields_for_doctype=False
		)
		frappe.db.updatedb(doctype)


def _filter_properti(doctype: str, medan: str | None, properti: str) -> dict:
	return {"doc_type": doctype, "property": properti, **({"field_name": medan} if medan else {})}


def ensure_peran() -> None:
	"""The fixtures say the same; they come after after_install, which needs the roles already."""
	for role, desk_access in ROLES.items():
		if not frappe.db.exists("Role", role):
			_insert({"doctype": "Role", "role_name": role, "desk_access": desk_access})


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


def ensure_pola() -> None:
	"""The limits as they were read; what HR has corrected stays so."""
	if frappe.db.count("Pola Distribusi"):
		return
	kolom = ("predikat_organisasi", "predikat", "predikat_lain", "minimum", "maksimum", "wajib_ada")
	for isi in POLA_DISTRIBUSI:
		nilai = {
			nama: str(isian) if nama.startswith("predikat") else isian
			for nama, isian in zip(kolom, isi, strict=True)
			if isian
		}
		_insert({"doctype": "Pola Distribusi", "dasar": SUMBER_POLA, **nilai})


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
	remove_properti()
	remove_izin(IZIN)
	remove_halaman_alur()
	remove_peran()
	remove_langkah_awal()
	remove_ubin_desk()
	remove_pintu_masuk()
	remove_jadwal()
	report_jejak(remove_jejak())


def after_uninstall() -> None:
	"""Frappe v15 goes on with the hooks of the app that it remembers."""
	frappe.clear_cache()
	click.echo(_("Kolom Kinerja ASN pada data pegawai masih ada. Lihat atau hapus sisanya:"))
	click.echo(f"    bench --site {frappe.local.site} kinerja-sisa list")


def report_jejak(jumlah: Counter) -> None:
	if jumlah:
		rincian = ", ".join(f"{tabel} {banyak}" for tabel, banyak in sorted(jumlah.items()))
		click.echo(_("Jejak dokumen Kinerja ASN yang dihapus: {0}").format(rincian))


def remove_custom_fields() -> None:
	for doctype, fields in CUSTOM_FIELDS.items():
		nama = ("in", [field["fieldname"] for field in fields])
		frappe.db.delete("Custom Field", {"dt": doctype, "fieldname": nama})
		frappe.db.delete("Property Setter", {"doc_type": doctype, "field_name": nama})
		frappe.clear_cache(doctype=doctype)


def remove_properti() -> None:
	for doctype, medan, properti, nilai, _jenis in PROPERTI:
		frappe.db.delete("Property Setter", {**_filter_properti(doctype, medan, properti), "value": nilai})
		frappe.clear_cache(doctype=doctype)


def remove_peran() -> None:
	for role in ROLES:
		for doctype in ("Has Role", "Custom DocPerm", "DocPerm"):
			frappe.db.delete(doctype, {"role": role})
		frappe.delete_doc("Role", role, force=True, ignore_permissions=True, ignore_missing=True)


def remove_langkah_awal() -> None:
	"""The steps of our onboarding name no module, by which Frappe would find them."""
	saring = {"parent": "Kinerja ASN", "parenttype": "Module Onboarding"}
	langkah = frappe.get_all("Onboarding Step Map", saring, pluck="step")
	frappe.db.delete("Onboarding Step", {"name": ("in", langkah or [""])})


def remove_ubin_desk() -> None:
	"""v16 takes away the one that is called like the app, not the others (desktop_icon/)."""
	frappe.db.delete("Desktop Icon", {"app": APP})
