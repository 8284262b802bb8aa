"""Rights on DocTypes of Frappe and ERPNext that our roles are given at install, and that uninstall takes back."""

from collections.abc import Iterable, Mapping, Sequence

import frappe
from frappe.permissions import add_permission, rights, update_permission_property

from kinerja_asn.constants.peran import ROLES

Izin = Mapping[str, Mapping[str, Sequence[str]]]  # role -> DocType -> rights


def give_izin(izin: Izin) -> None:
	"""HR works without being System Manager. Once: from then on an administrator may take it away."""
	for role, per_doctype in izin.items():
		for doctype, daftar_hak in per_doctype.items():
			if frappe.db.exists("Custom DocPerm", {"parent": doctype, "role": role}):
				continue
			add_permission(doctype, role, ptype=daftar_hak[0])
			for hak in rights:  # some have a default of Frappe's own
				update_permission_property(doctype, role, 0, hak, int(hak in daftar_hak), validate=False)
			frappe.clear_cache(doctype=doctype)


def remove_izin(daftar: Iterable[Izin]) -> None:
	"""Giving a role rights made Frappe copy the standard ones into Custom DocPerm; equal copies go too."""
	for doctype in {doctype for izin in daftar for hak in izin.values() for doctype in hak}:
		frappe.db.delete("Custom DocPerm", {"parent": doctype, "role": ("in", list(ROLES))})
		if _get_hak("Custom DocPerm", doctype) == _get_hak("DocPerm", doctype):
			frappe.db.delete("Custom DocPerm", {"parent": doctype})
		frappe.clear_cache(doctype=doctype)


def _get_hak(tabel: str, doctype: str) -> list[tuple]:
	kolom = ("role", "permlevel", "if_owner", *rights)
	return sorted(
		tuple(row[nama] for nama in kolom) for row in frappe.get_all(tabel, {"parent": doctype}, list(kolom))
	)
