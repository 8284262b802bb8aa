"""The roles that follow from being employed or from evaluating somebody, so that HR need not give them.

Worked out from the data as a whole: neither the order of rows nor who was entered first makes a difference. A role is kept
as long as a document names the account in that part, so that its own past stays readable.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import frappe
from frappe.utils import create_batch

from kinerja_asn.constants.akses import KOLOM_AKUN, KOLOM_PENETAP
from kinerja_asn.constants.peran import PEGAWAI, PENILAI, ROLES
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today

OTOMATIS = (PEGAWAI, PENILAI)
# Columns of accounts that a Pegawai reads by; the others are those of who evaluates.
KOLOM_PEGAWAI = ("pegawai_user", "pemberi_user", "peminta_user", "responden_user")
# What of an Employee his own roles and his superior's follow from.
PENENTU_SENDIRI = ("user_id", "nip", "status")
PENENTU_ATASAN = ("reports_to", "nip", "status")
SEKALI_TANYA = 1_000
BAWAAN = ("Administrator", "Guest")


def grant_peran(user: str | None, *roles: str) -> None:
	"""Adds roles to a user who lacks them. Only these two automatic roles; never those that HR decides on."""
	if not user or user in BAWAAN or not frappe.db.exists("User", user):
		return
	missing = set(roles) & set(OTOMATIS) - _get_dipegang([user], OTOMATIS)[user]
	if missing:
		doc = frappe.get_doc("User", user)
		doc.flags.ignore_permissions = True
		doc.add_roles(*sorted(missing))


def withdraw_semua_peran(user: str) -> list[str]:
	"""All our roles, from an account that is nobody's any more; returns those of them that HR had given it."""
	dipegang = _get_dipegang([user], ROLES)[user]
	_withdraw(user, dipegang)
	return sorted(dipegang - set(OTOMATIS))


def _withdraw(user: str, roles: Collection[str]) -> None:
	if roles and frappe.db.exists("User", user):
		doc = frappe.get_doc("User", user)
		doc.flags.ignore_permissions = True
		doc.remove_roles(*sorted(roles))


# --- whenever the data changes


def follow_pegawai(doc, method=None) -> None:
	"""on_update and after_delete of Employee: his own roles and those of his superior, the former one too."""
	lama = doc.get_doc_before_save() or frappe._dict()
	users = set()
	if method == "after_delete" or _is_berubah(doc, lama, PENENTU_SENDIRI):
		users |= {doc.user_id, lama.user_id}
	if method == "after_delete" or _is_berubah(doc, lama, PENENTU_ATASAN):
		users |= set(_get_akun({doc.reports_to, lama.reports_to}))
	sync_peran(users)


def _is_berubah(doc, lama: Mapping, daftar_kolom: Iterable[str]) -> bool:
	return any((doc.get(kolom) or None) != (lama.get(kolom) or None) for kolom in daftar_kolom)


def sync_peran_pegawai(pegawai: Iterable[str | None]) -> None:
	"""The roles of these Employees' accounts."""
	sync_peran(_get_akun(pegawai))


def _get_akun(pegawai: Iterable[str | None]) -> list[str]:
	nama = [name for name in pegawai if name]
	return frappe.get_all("Employee", {"name": ("in", nama)}, pluck="user_id") if nama else []


def sync_peran(users: Iterable[str | None]) -> dict[str, tuple[set[str], set[str]]]:
	"""Give each of ``users`` what the data say, and take what they no longer say: user -> given, taken, where that was anything."""
	berubah = {}
	for bagian in create_batch(sorted({user for user in users if user} - set(BAWAAN)), SEKALI_TANYA):
		for user, (kurang, lebih) in _compare(bagian).items():
			grant_peran(user, *kurang)
			_withdraw(user, lebih)
			berubah[user] = (kurang, lebih)
	return berubah


def sync_semua_peran() -> dict[str, tuple[set[str], set[str]]]:
	"""``sync_peran`` of everybody who has, or should have, one of the roles. Run daily."""
	pemegang = frappe.get_all("Has Role", {"role": ("in", OTOMATIS), "parenttype": "User"}, pluck="parent")
	pegawai = frappe.get_all("Employee", {"user_id": ("is", "set")}, pluck="user_id")
	return sync_peran({*pemegang, *pegawai})


def _compare(users: Collection[str]) -> dict[str, tuple[set[str], set[str]]]:
	"""user -> roles he lacks, roles he has for nothing; of those for whom that is anything."""
	seharusnya, dipegang = _get_seharusnya(users), _get_dipegang(users, OTOMATIS)
	lebih = _keep_disebut({user: dipegang[user] - seharusnya[user] for user in users})
	hasil = {user: (seharusnya[user] - dipegang[user], lebih[user]) for user in users}
	return {user: beda for user, beda in hasil.items() if any(beda)}


def _get_dipegang(users: Collection[str], roles: Iterable[str]) -> dict[str, set[str]]:
	dipegang = defaultdict(set)
	saring = {**get_saring_anak("User", users), "role": ("in", list(roles))}
	for row in frappe.get_all("Has Role", saring, ["parent", "role"]):
		dipegang[row.parent].add(row.role)
	return dipegang


# --- what the data say


def _get_seharusnya(users: Collection[str]) -> dict[str, set[str]]:
	"""An employee with a NIP takes part; whoever has such people below him, or is assigned to some, evaluates."""
	peran = defaultdict(set)
	orang = frappe.get_all(
		"Employee", {"user_id": ("in", list(users)), "status": "Active"}, ["name", "user_id", "nip"]
	)
	menilai = _find_menilai([row.name for row in orang])
	for row in orang:
		if row.nip:
			peran[row.user_id].add(PEGAWAI)
		if row.name in menilai:
			peran[row.user_id].add(PENILAI)
	return peran


def _find_menilai(pegawai: list[str]) -> set[str]:
	if not pegawai:
		return set()
	bawahan = {"reports_to": ("in", pegawai), "status": "Active", "nip": ("is", "set")}
	return {
		*frappe.get_all("Employee", bawahan, pluck="reports_to", distinct=True),
		*_find_ditugaskan(pegawai),
	}


def _find_ditugaskan(pegawai: list[str]) -> set[str]:
	"""As Penilai or as his superior, by an assignment that has not ended."""
	table = frappe.qb.DocType("Penugasan Penilai")
	rows = (
		frappe.qb.from_(table)
		.select(table.penilai, table.atasan_penilai)
		.where(table.penilai.isin(pegawai) | table.atasan_penilai.isin(pegawai))
		.where(table.sampai.isnull() | (table.sampai >= get_today()))
		.run()
	)
	return {nama for row in rows for nama in row} & set(pegawai)


def _keep_disebut(lebih: dict[str, set[str]]) -> dict[str, set[str]]:
	"""Without the roles in which a document names them."""
	users = [user for user, roles in lebih.items() if roles]
	if not users:
		return lebih
	disebut = {PEGAWAI: set(), PENILAI: set()}
	for doctype, pihak in KOLOM_AKUN.items():
		for kolom in {*pihak, *filter(None, [KOLOM_PENETAP.get(doctype)])}:
			role = PEGAWAI if kolom in KOLOM_PEGAWAI else PENILAI
			disebut[role] |= _find_disebut(doctype, kolom, users)
	return {user: {role for role in roles if user not in disebut[role]} for user, roles in lebih.items()}


def _find_disebut(doctype: str, kolom: str, users: list[str]) -> set[str]:
	table = frappe.qb.DocType(doctype)
	query = frappe.qb.from_(table).select(table[kolom]).distinct()
	return set(query.where(table[kolom].isin(users)).run(pluck=True))
