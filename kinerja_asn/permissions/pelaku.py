"""Who may take a workflow step: the transition's role and the document's own people, never the role alone."""

from collections.abc import Mapping

from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA_UNIT, PENILAI
from kinerja_asn.permissions.lingkup import get_instansi, get_unit

# Roles that act on a document because it names them.
KOLOM_PELAKU = {PEGAWAI: "pegawai_user", PENILAI: "penilai_user"}


def syarat_langkah(role: str) -> str:
	"""Condition of a shipped transition: hides the button from those whom ``is_pelaku`` would refuse."""
	if kolom := KOLOM_PELAKU.get(role):
		return f"doc.{kolom} == frappe.session.user"
	return "doc.pegawai_user != frappe.session.user"


def is_pelaku(row: Mapping, role: str, user: str) -> bool:
	"""May ``user``, holding ``role``, act on the document whose stored values are ``row``?

	Only the rated employee's own steps are his; whatever role he holds besides, he decides nothing about himself.
	"""
	if role == PEGAWAI:
		return row.get("pegawai_user") == user
	if row.get("pegawai_user") == user:
		return False
	if kolom := KOLOM_PELAKU.get(role):
		return row.get(kolom) == user
	if role == PENGELOLA_UNIT:
		return row.get("unit_kerja") in get_unit(user)
	return row.get("instansi") in get_instansi(user)
