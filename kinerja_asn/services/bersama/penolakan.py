"""A refusal or failure: undoing what came before it, letting others go on, and saying it in plain sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import NoReturn

import frappe
from frappe import _
from frappe.utils import strip_html

DITOLAK = (frappe.ValidationError, frappe.PermissionError, frappe.DuplicateEntryError)
# Two people wrote to the same rows at once, and the database gave way to the other.
BERSAMAAN = (frappe.QueryDeadlockError, frappe.QueryTimeoutError)
TITIK_KEMBALI = "aksi_portal"


@contextmanager
def all_or_nothing():
	"""Back to where it was when the block fails: rows, files on disk and what was to happen after the commit.

	Frappe answers an error of a page with a page and commits; and a savepoint runs no rollback watchers.
	"""
	frappe.db.savepoint(TITIK_KEMBALI)
	try:
		yield
	except BERSAMAAN:
		frappe.db.rollback()  # a deadlock took the savepoint with it
		raise
	except Exception:
		frappe.db.rollback(save_point=TITIK_KEMBALI)
		frappe.db.after_commit.reset()
		frappe.db.after_rollback.run()
		raise


@contextmanager
def tolerate(judul: str) -> Iterator[None]:
	"""What fails in this block is undone and recorded in the Error Log under ``judul``; what follows goes on."""
	titik = f"galat_{frappe.generate_hash(length=8)}"
	frappe.db.savepoint(titik)
	try:
		yield
	except Exception:
		frappe.db.rollback(save_point=titik)
		frappe.clear_messages()
		frappe.log_error(title=judul)
	else:
		frappe.db.release_savepoint(titik)


@contextmanager
def one_of_many(*lain: type[Exception]) -> Iterator[list[str]]:
	"""What is refused in this block is undone and said in the list that it gives; the others go on.

	``lain``: refusals of the caller's own, besides Frappe's.
	"""
	titik, pesan = f"salah_satu_{frappe.generate_hash(length=8)}", []
	frappe.db.savepoint(titik)
	try:
		yield pesan
	except (*DITOLAK, *lain) as galat:
		frappe.db.rollback(save_point=titik)
		pesan += get_pesan_galat(galat)
	else:
		frappe.db.release_savepoint(titik)


def refuse_isian(medan: str, kalimat: str, galat: type[Exception] = frappe.ValidationError) -> NoReturn:
	"""Refuse because of what one field of the portal's form holds: the page says so beside it."""
	note_medan(medan, kalimat)
	frappe.throw(kalimat, galat)


def note_medan(medan: str, kalimat: str) -> str:
	"""Remember for this request which field ``kalimat`` is about; returns it."""
	salah = frappe.flags.setdefault("medan_salah", {})
	salah[kalimat] = salah[as_text(kalimat)] = medan  # as it is thrown, and as the page shows it
	return kalimat


def get_medan_salah() -> dict[str, str]:
	"""Sentence -> field, of everything refused in this request."""
	return frappe.flags.get("medan_salah") or {}


def get_pesan_galat(galat: Exception) -> list[str]:
	"""The refusal as plain sentences. Frappe's messages are HTML; the page escapes them itself."""
	catatan = frappe.get_message_log()
	frappe.clear_messages()
	if isinstance(galat, frappe.TimestampMismatchError):
		return [get_pesan_berubah()]
	if isinstance(galat, frappe.PermissionError) and not galat.args:
		return [
			_(
				"Anda tidak berhak melakukan ini pada dokumen ini. Muat ulang halaman untuk melihat keadaannya."
			)
		]
	pesan = frappe._dict(catatan[-1]).message if catatan else str(galat)
	daftar = pesan if isinstance(pesan, list | tuple) else [pesan]
	return [as_text(kalimat) for kalimat in daftar]


def get_pesan_bersamaan() -> str:
	frappe.clear_messages()
	return _(
		"Orang lain menyimpan data yang berkaitan pada saat yang sama, sehingga isian Anda belum tersimpan. Isiannya "
		"masih ada di halaman ini: tekan tombolnya sekali lagi."
	)


def get_pesan_berubah() -> str:
	return _(
		"Dokumen ini sudah berubah sejak Anda membukanya, di tab atau perangkat lain atau oleh pihak lain. Buka isi "
		"terakhirnya, lalu ulangi."
	)


def as_text(html: str | None) -> str:
	return unescape(strip_html((html or "").replace("<br>", " "))).strip()
