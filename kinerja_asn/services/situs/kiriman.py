"""A posted form is carried out once, however often it is sent: pressed twice, a line lost before the answer, a replay.

Every form of a page carries the page's key. Key, user, page and all that was typed give the name of a Kiriman Portal,
which is stored in the transaction of what the form does: the database refuses a second one, and a form that failed
leaves none. Typed words that differ are another form, whatever key they carry.
"""

import json
import secrets
from collections.abc import Callable
from hashlib import sha256

import frappe
from frappe.utils import add_days, now_datetime

KIRIMAN = "Kiriman Portal"
MEDAN = "kiriman"  # of the forms
TETAP = ""  # what an action returns that has stored something, and after which the page is shown again
SIMPAN_HARI = 14  # what waits on a device is given up after a week (public/js/perangkat.js)
_BUKAN_ISIAN = (MEDAN, "csrf_token")
_KUNCI, _TERPAKAI = "kinerja_asn.kunci_kiriman", "kinerja_asn.kiriman_terpakai"


class SudahTerkirim(Exception):
	"""This very form was carried out before, as the Kiriman Portal ``nama``."""

	def __init__(self, nama: str):
		super().__init__(nama)
		self.nama = nama


def get_kunci() -> str:
	"""What the forms of the page that is being shown carry; one that was not carried out comes back with its own key."""
	keadaan = frappe.request.environ
	if _KUNCI not in keadaan:
		lama = None if keadaan.get(_TERPAKAI) else frappe.request.form.get(MEDAN)
		keadaan[_KUNCI] = lama or secrets.token_urlsafe(12)
	return keadaan[_KUNCI]


def run_sekali(tindakan: Callable[[], str | None]) -> str | None:
	"""``tindakan``, whose answer is an address, TETAP, or None after what may be done again."""
	nama = _get_nama()
	if not nama:
		return tindakan()
	_insert(nama)
	tujuan = tindakan()
	if tujuan is None:
		frappe.db.delete(KIRIMAN, {"name": nama})
	else:
		frappe.db.set_value(KIRIMAN, nama, "tujuan", tujuan, update_modified=False)
		frappe.request.environ[_TERPAKAI] = True
	return tujuan


def _get_nama() -> str | None:
	"""Of another user, or with one word changed, it is another one."""
	if not frappe.request.form.get(MEDAN):
		return None
	isi = [frappe.session.user, frappe.request.path, *_get_medan(), *_get_berkas()]
	return sha256(json.dumps([frappe.request.form[MEDAN], isi]).encode()).hexdigest()


def _get_medan() -> list[tuple[str, str]]:
	"""Also those of the address. A line ends as the browser's way of sending has it."""
	medan = [*frappe.request.args.items(multi=True), *frappe.request.form.items(multi=True)]
	return sorted((nama, nilai.replace("\r\n", "\n")) for nama, nilai in medan if nama not in _BUKAN_ISIAN)


def _get_berkas() -> list[tuple[str, str, str]]:
	daftar = []
	for nama, berkas in frappe.request.files.items(multi=True):
		if berkas.filename:
			daftar.append((nama, berkas.filename, sha256(berkas.stream.read()).hexdigest()))
			berkas.stream.seek(0)
	return sorted(daftar)


def _insert(nama: str) -> None:
	"""First of all: the same form sent at the same time waits here, until it is known what became of this one."""
	kiriman = frappe.get_doc(
		doctype=KIRIMAN, name=nama, pengguna=frappe.session.user, halaman=frappe.request.path[:140]
	)
	try:
		kiriman.db_insert()
	except (frappe.DuplicateEntryError, frappe.UniqueValidationError):
		frappe.clear_last_message()
		frappe.request.environ[_TERPAKAI] = True
		raise SudahTerkirim(nama) from None


def read_tujuan(nama: str) -> str:
	"""Where the first one led. Locked: what another request has stored since this one began is not seen otherwise.

	Of several that ask at once the database throws all but one back, and those read anew what was stored.
	"""
	try:
		tujuan = frappe.db.get_value(KIRIMAN, nama, "tujuan", for_update=True)
	except (frappe.QueryDeadlockError, frappe.QueryTimeoutError):
		frappe.db.rollback()
		tujuan = frappe.db.get_value(KIRIMAN, nama, "tujuan")
	return tujuan or TETAP


def sweep_kiriman() -> None:
	frappe.db.delete(KIRIMAN, {"creation": ("<", add_days(now_datetime(), -SIMPAN_HARI))})
