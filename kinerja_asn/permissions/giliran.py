"""Whose turn it is on a document: who can take a step of its workflow that leads it on.

Whatever names, tells, mails or lists them asks here. A step's condition may look at who is logged in: it is asked for
each person in question, never for whoever happens to be at work.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import frappe
from frappe.model.document import Document
from frappe.model.workflow import get_workflow_safe_globals
from frappe.utils import create_batch

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.dokumen.bentuk import PEGAWAI_USER
from kinerja_asn.constants.peran import PEGAWAI, PENGELOLA_UNIT, PENILAI
from kinerja_asn.permissions.dokumen import get_kolom, matches
from kinerja_asn.permissions.hooks import get_tersimpan
from kinerja_asn.permissions.klausa import Klausa, Selain
from kinerja_asn.permissions.lingkup import (
	find_keluar,
	get_banyak_instansi,
	get_instansi,
	get_unit,
	has_left,
)
from kinerja_asn.permissions.pelaku import PERAN_BERNAMA, get_kolom_pelaku, syarat_langkah
from kinerja_asn.tahap.alur import get_langkah_maju

KOLOM = (
	"name",
	"workflow_state",
	"tahap",
	"instansi",
	"unit_kerja",
	"nama_pegawai",
	"nama_penilai",
	PEGAWAI_USER,
)
BIDANG = re.compile(r"\bdoc\.(\w+)")
SEKALI_TANYA = 5_000


@dataclass(frozen=True)
class Giliran:
	"""A role that leads the document on by one of ``tindakan``, and those who can now; nobody: the role waits for one."""

	peran: str
	tindakan: tuple[str, ...]
	users: tuple[str, ...]


def get_kolom_giliran(doctype: str) -> list[str]:
	"""What the rows of ``get_giliran`` must hold: the people, and what HR's conditions look at."""
	syarat = " ".join(row.condition or "" for rows in get_langkah_maju(doctype).values() for row in rows)
	diminta = {*KOLOM, *map(_get_kolom_bernama(doctype).get, PERAN_BERNAMA), *BIDANG.findall(syarat)}
	diminta |= {"nama_atasan_penilai", "atasan_penilai_user", "dialihkan_pada"}
	return sorted(diminta & {*frappe.get_meta(doctype).get_valid_columns()})


def get_peran_pemeriksa() -> set[str]:
	"""Roles that lead documents on without being named on them: those that HR put into our workflows."""
	maju = (row for doctype in BERTAHAP for rows in get_langkah_maju(doctype).values() for row in rows)
	return {row.allowed for row in maju} - set(PERAN_BERNAMA)


def is_pemeriksa(user: str) -> bool:
	return bool(get_peran_pemeriksa() & set(frappe.get_roles(user)))


def has_syarat_lain(doctype: str) -> bool:
	"""Has HR put a condition on a step that leads on, besides those that name its person?"""
	return any(
		(row.condition or "").strip() not in ("", syarat_langkah(doctype, row.allowed))
		for rows in get_langkah_maju(doctype).values()
		for row in rows
	)


def get_giliran(doctype: str, rows: Collection[Mapping]) -> dict[str, list[Giliran]]:
	"""Name -> whose turn it is, by role; an empty list: nobody's. A handful of queries, however many rows."""
	maju = get_langkah_maju(doctype)
	pemegang = _get_pemegang(doctype, rows, maju)
	syarat = _Syarat(doctype)
	return {
		row.get("name"): _build(doctype, row, maju.get(row.get("workflow_state"), []), pemegang, syarat)
		for row in rows
	}


def _build(doctype: str, row: Mapping, langkah: list, pemegang: dict, syarat: "_Syarat") -> list[Giliran]:
	giliran = []
	for peran in dict.fromkeys(transisi.allowed for transisi in langkah):
		milik = [transisi for transisi in langkah if transisi.allowed == peran]
		calon = _get_calon(doctype, row, peran, pemegang[peran])
		# Without anybody in question: would the document itself let one pass?
		terbuka = {user: syarat.select(milik, row, user) for user in calon or [""]}
		users = tuple(user for user in calon if terbuka[user])
		if users or (not calon and terbuka[""]):
			tindakan = dict.fromkeys(nama for daftar in terbuka.values() for nama in daftar)
			giliran.append(Giliran(peran, tuple(tindakan), users))
	return giliran


def _get_calon(doctype: str, row: Mapping, peran: str, pemegang: dict[str, set[str]]) -> list[str]:
	"""Those of whom ``is_pelaku`` says that they may act as ``peran``, in so far as they hold it."""
	if kolom := _get_kolom_bernama(doctype).get(peran):
		calon = pemegang.get(row.get(kolom), ())
	else:
		calon = pemegang.get(row.get("unit_kerja" if peran == PENGELOLA_UNIT else "instansi"), ())
	return sorted(user for user in calon if peran == PEGAWAI or user != row.get(PEGAWAI_USER))


def _get_kolom_bernama(doctype: str) -> dict[str, str]:
	return {peran: get_kolom_pelaku(doctype, peran) for peran in PERAN_BERNAMA}


# --- who holds a role


def _get_pemegang(doctype: str, rows: Iterable[Mapping], maju: dict) -> dict[str, dict[str, set[str]]]:
	"""Role -> what the document says (its person, agency or unit) -> those of its holders whom that reaches."""
	status = {row.get("workflow_state") for row in rows}
	peran = {transisi.allowed for nama in status for transisi in maju.get(nama, [])}
	return {nama: _get_pemegang_peran(doctype, nama, rows) for nama in peran}


def _get_pemegang_peran(doctype: str, peran: str, rows: Iterable[Mapping]) -> dict[str, set[str]]:
	if kolom := _get_kolom_bernama(doctype).get(peran):
		bernama = {row.get(kolom) for row in rows if row.get(kolom)}
		if peran == PENILAI:
			bernama -= find_keluar(bernama)
		return {user: {user} for user in _select_pemegang(peran, bernama)}
	users = _select_pemegang(peran) if may_write(doctype, peran) else []
	if peran == PENGELOLA_UNIT:
		return _invert({user: get_unit(user) for user in users})
	return _invert(get_banyak_instansi(users))


def _select_pemegang(peran: str, di_antara: Collection[str] | None = None) -> list[str]:
	"""Holders of ``peran`` who can log in; Administrator, who holds every role, is nobody's colleague."""
	semua = [] if di_antara is None else sorted(di_antara)
	bagian = create_batch(semua, SEKALI_TANYA) if semua else ([None] if di_antara is None else [])
	return sorted(user for sebagian in bagian for user in _query_pemegang(peran, sebagian))


def _query_pemegang(peran: str, di_antara: list[str] | None) -> list[str]:
	punya, user = frappe.qb.DocType("Has Role"), frappe.qb.DocType("User")
	query = (
		frappe.qb.from_(punya)
		.join(user)
		.on((user.name == punya.parent) & (user.enabled == 1))
		.select(user.name)
		.where((punya.parenttype == "User") & (punya.role == peran))
		.where(user.name.notin(["Administrator", "Guest"]))
		.distinct()
	)
	return (query.where(user.name.isin(di_antara)) if di_antara else query).run(pluck=True)


def may_write(doctype: str, peran: str) -> bool:
	"""A role of HR's own can do nothing before it has rights on the DocType."""
	izin = frappe.get_meta(doctype).permissions
	return any(row.role == peran and row.read and row.write and not row.permlevel for row in izin)


def _invert(jangkauan: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
	terjangkau: dict[str, set[str]] = {}
	for user, daftar in jangkauan.items():
		for nilai in daftar:
			terjangkau.setdefault(nilai, set()).add(user)
	return terjangkau


def find_tanpa_pemegang(peran: str) -> list[str]:
	"""Agencies that use the app in which nobody could take a step of ``peran``."""
	terjangkau = get_banyak_instansi(_select_pemegang(peran)).values()
	semua = frappe.get_all("Periode Kinerja", pluck="instansi", distinct=True)
	return sorted(set(semua) - set().union(*terjangkau)) or ([] if terjangkau else ["-"])


# --- conditions of steps


class _Syarat:
	"""Conditions of ``doctype``'s steps, each worked out once for the same values."""

	def __init__(self, doctype: str):
		self.doctype = doctype
		self.hasil: dict[tuple, bool] = {}

	def select(self, langkah: list, row: Mapping, user: str) -> list[str]:
		"""The actions of those of ``langkah`` that ``user`` can take on ``row``."""
		return [transisi.action for transisi in langkah if self.holds(transisi, row, user)]

	def holds(self, langkah, row: Mapping, user: str) -> bool:
		syarat = (langkah.condition or "").strip()
		# The shipped ones ask what _get_calon has answered.
		if not syarat or syarat == syarat_langkah(self.doctype, langkah.allowed):
			return True
		nilai = tuple(str(row.get(bidang)) for bidang in BIDANG.findall(syarat))
		kunci = (syarat, user if "session" in syarat else None, nilai)
		if kunci not in self.hasil:
			self.hasil[kunci] = _evaluate(syarat, row, user)
		return self.hasil[kunci]


def _evaluate(syarat: str, row: Mapping, user: str) -> bool:
	"""As Frappe does when ``user`` takes the step. A condition that fails lets nobody through."""
	boleh = get_workflow_safe_globals()
	boleh["frappe"] = frappe._dict(boleh["frappe"], session=frappe._dict(user=user))
	doc = row.as_dict() if isinstance(row, Document) else frappe._dict(row)
	try:
		return bool(frappe.safe_eval(syarat, boleh, {"doc": doc}))
	except Exception:
		return False


# --- the same as clauses, for the list of what waits


def get_klausa_giliran(doctype: str, user: str) -> dict[str, Klausa]:
	"""Role of ``user`` -> the documents that it leads on, as far as the document's own people say so."""
	roles, klausa = set(frappe.get_roles(user)), {}
	for status, langkah in get_langkah_maju(doctype).items():
		for peran in {transisi.allowed for transisi in langkah} & roles:
			klausa.setdefault(peran, {**_get_milik(doctype, peran, user), "workflow_state": []})
			klausa[peran]["workflow_state"].append(status)
	return {peran: syarat for peran, syarat in klausa.items() if all(syarat.values())}


def _get_milik(doctype: str, peran: str, user: str) -> Klausa:
	if peran == PEGAWAI:
		return {PEGAWAI_USER: [user]}
	lain = {PEGAWAI_USER: Selain([user])}
	if kolom := get_kolom_pelaku(doctype, peran):
		return {kolom: [] if has_left(user) else [user], **lain}
	if peran == PENGELOLA_UNIT:
		return {"unit_kerja": get_unit(user), **lain}
	return {"instansi": get_instansi(user), **lain}


def is_giliran(doctype: str, name: str, user: str, peran: Collection[str]) -> bool:
	"""Is it ``user``'s turn on this stored document, in one of ``peran``?"""
	klausa = [syarat for nama, syarat in get_klausa_giliran(doctype, user).items() if nama in peran]
	return matches(klausa, get_tersimpan(doctype, name, get_kolom(klausa)) or {})
