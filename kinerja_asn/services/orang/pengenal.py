"""The account that somebody signs in with: people know their NIP, Frappe knows user names."""

import frappe

from kinerja_asn.rules.nip import NipTidakValid, read_nomor


def find_akun(nama: str) -> str:
	"""The user of whoever has ``nama`` as NIP, however it is pasted; else ``nama``, which may be a user name already.

	A number that two people have is nobody's, and so is that of somebody who has left.
	"""
	pemilik = frappe.get_all("Employee", {"nip": _read_nip(nama), "status": "Active"}, pluck="user_id")
	return (pemilik[0] if len(pemilik) == 1 else None) or nama


def _read_nip(nama: str) -> str:
	"""What no employee has, where ``nama`` is none: the same query is asked of every name, so that time tells nothing."""
	try:
		return read_nomor(nama)
	except NipTidakValid:
		return "-"
