"""Who may take a workflow step: the transition's role and the document's own people, never the role alone."""

from collections.abc import Mapping

from kinerja_asn.constants.akses import AKSES
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA_UNIT, PENILAI
from kinerja_asn.permissions.lingkup import get_instansi, get_unit, has_left

# Roles that act on a document because it names them.
PERAN_BERNAMA = (PEGAWAI, PENILAI)


def get_kolom_pelaku(doctype: str, role: str) -> str | None:
	"""The column that names who acts as ``role``; None for the roles that run the system."""
	if role == PENILAI:
		return AKSES[doctype].penetap
	return "pegawai_user" if role == PEGAWAI else None


def syarat_langkah(doctype: str, role: str) -> str:
	"""Condition of a shipped transition: hides the button from those whom ``is_pelaku`` would refuse."""
	if kolom := get_kolom_pelaku(doctype, role):
		return f"doc.{kolom} == frappe.session.user"
	return "doc.pegawai_user != frappe.session.user"


def is_pelaku(row: Mapping, doctype: str, role: str, user: str) -> bool:
	"""May ``user``, holding ``role``, act on the document whose stored values are ``row``?

	Only the rated employee's own steps are his; whatever role he holds besides, he decides nothing about himself.
	A Penilai who has left the service decides nothing at all, however long his account stays open.
	"""
	if role == PEGAWAI:
		return row.get("pegawai_user") == user
	if row.get("pegawai_user") == user:
		return False
	if kolom := get_kolom_pelaku(doctype, role):
		return row.get(kolom) == user and not has_left(user)
	if role == PENGELOLA_UNIT:
		return row.get("unit_kerja") in get_unit(user)
	return row.get("instansi") in get_instansi(user)


def is_beralih(doc) -> bool:
	"""Has this plan passed to the atasan Penilai, who is yet to set it?"""
	return bool(doc.get("dialihkan_pada")) and doc.get("penetap_user") == doc.get("atasan_penilai_user")
