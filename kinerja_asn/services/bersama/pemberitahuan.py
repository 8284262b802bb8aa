"""Notices to many people at once, as rows of Notification Log written in a few statements.

Frappe makes these one at a time, with the right to ignore permissions, and mails each of them; a whole agency is
reminded here without a mail. Who has switched notices off in Frappe gets none.

Each is written in its reader's language, whoever is at work; what a job records for everybody in that of the site.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import frappe
from frappe.utils import create_batch, escape_html, get_url

from kinerja_asn.constants.peran import ROLES
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.tabel_anak import get_saring_anak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.situs.tujuan import get_tautan

DOCTYPE = "Notification Log"
SEKALI_TANYA = 5_000


@dataclass(frozen=True)
class Kabar:
	"""The words of a notice, as plain text; ``tombol`` is the button that leads to where its reader acts."""

	judul: str
	isi: str
	tombol: str


@dataclass(frozen=True)
class Pemberitahuan:
	"""What one person is told about one document.

	``tulis`` makes the words, when the reader's language is the one in force. ``alamat``: another page than the one on
	which he acts on the document. ``kali``: nobody is told about one document more than once per ``kali``; without it, per day.
	"""

	penerima: str
	doctype: str
	dokumen: str
	tulis: Callable[[], Kabar]
	alamat: str = ""
	kali: str = ""

	@property
	def name(self) -> str:
		"""Name of the row: the same notice has the same name, so that a second run finds it there."""
		kali = self.kali or str(get_today())
		kunci = "|".join((self.penerima, self.doctype, self.dokumen, kali))
		return hashlib.sha256(kunci.encode()).hexdigest()[:20]

	@property
	def tautan(self) -> str:
		return self.alamat or get_tautan(self.doctype, self.dokumen)


def send(daftar: Iterable[Pemberitahuan]) -> int:
	"""Tell everybody in ``daftar`` what he has not been told yet; how many notices that were."""
	baru = _select_baru({pemberitahuan.name: pemberitahuan for pemberitahuan in daftar})
	if not baru:
		return 0
	baku = BarisBaku(DOCTYPE)
	penerima = sorted({pemberitahuan.penerima for pemberitahuan in baru})
	bahasa = _get_banyak_bahasa(penerima)
	insert_banyak(
		DOCTYPE,
		[baku.build(_build_isi(pemberitahuan, bahasa[pemberitahuan.penerima])) for pemberitahuan in baru],
	)
	_mark_belum_dilihat(penerima)
	frappe.db.after_commit.add(lambda: _ring(penerima))
	return len(baru)


def retire(
	doctype: str,
	dokumen: str | Collection[str],
	penerima: str | None = None,
	kecuali: str | None = None,
) -> None:
	"""Mark what was told about this document, or these, to ``penerima`` or to everybody but ``kecuali``, as read: it is done."""
	log = frappe.qb.DocType(DOCTYPE)
	nama = [dokumen] if isinstance(dokumen, str) else list(dokumen)
	milik = (log.document_type == doctype) & log.document_name.isin(nama or [""]) & (log.read == 0)
	if penerima:
		milik &= log.for_user == penerima
	if kecuali:
		milik &= log.for_user != kecuali
	_mark_dibaca(frappe.qb.from_(log).select(log.name).where(milik).run(pluck=True))


def retire_banyak(daftar: Iterable[Pemberitahuan]) -> None:
	"""Mark these very notices as read, where they were sent."""
	names = [pemberitahuan.name for pemberitahuan in daftar]
	if names:
		_mark_dibaca(frappe.get_all(DOCTYPE, {"name": ("in", names), "read": 0}, pluck="name"))


def retire_nama(names: Iterable[str]) -> None:
	"""The same of stored ones (``list_belum_dibaca``), however many."""
	for bagian in create_batch(list(names), SEKALI_TANYA):
		_mark_dibaca(bagian)


def list_belum_dibaca(doctype: str, alamat: str = "", dokumen: str = "") -> list[frappe._dict]:
	"""What nobody has read yet about documents of this kind, or this one; of those that lead to a page of their own, to
	``alamat``."""
	saring = {"document_type": doctype, "read": 0, **({"document_name": dokumen} if dokumen else {})}
	if alamat:
		saring["link"] = ("like", f"{alamat}?%")
	return frappe.get_all(DOCTYPE, saring, ["name", "document_name", "for_user"])


def _mark_dibaca(names: list[str]) -> None:
	"""By name, and only where there are any: an update by document locks the gap in the index that the next notices of
	everybody else go into, and forty people who submit at once would stop each other."""
	if names:
		log = frappe.qb.DocType(DOCTYPE)
		frappe.qb.update(log).set(log.read, 1).where(log.name.isin(names)).run()


def _select_baru(daftar: dict[str, Pemberitahuan]) -> list[Pemberitahuan]:
	ada = _find(DOCTYPE, daftar)
	penerima = {pemberitahuan.penerima for pemberitahuan in daftar.values()}
	mau = _find_pembaca(penerima) - _find("Notification Settings", penerima, enabled=0)
	return [
		pemberitahuan
		for name, pemberitahuan in daftar.items()
		if name not in ada and pemberitahuan.penerima in mau
	]


def _find_pembaca(users: Iterable[str]) -> set[str]:
	"""Accounts in use, with a role that opens something of ours, of nobody who has left: the others would not read it."""
	aktif = _find("User", users, enabled=1)
	berperan, pegawai, keluar = set(), set(), set()
	for bagian in create_batch(sorted(aktif), SEKALI_TANYA):
		pemilik = {**get_saring_anak("User", bagian), "role": ("in", list(ROLES))}
		berperan |= set(frappe.get_all("Has Role", pemilik, pluck="parent"))
		for row in frappe.get_all("Employee", {"user_id": ("in", bagian)}, ["user_id", "status"]):
			(pegawai if row.status == "Active" else keluar).add(row.user_id)
	return berperan - (keluar - pegawai)


def _find(doctype: str, names: Iterable[str], **saring) -> set[str]:
	return {
		name
		for bagian in create_batch(sorted(names), SEKALI_TANYA)
		for name in frappe.get_all(doctype, {"name": ("in", bagian), **saring}, pluck="name")
	}


def _build_isi(pemberitahuan: Pemberitahuan, bahasa: str) -> dict:
	with in_bahasa(bahasa):
		kabar = pemberitahuan.tulis()
	tautan = f'<a href="{escape_html(get_url(pemberitahuan.tautan))}">{escape_html(kabar.tombol)}</a>'
	return {
		"name": pemberitahuan.name,
		"for_user": pemberitahuan.penerima,
		"from_user": frappe.session.user,
		"type": "Alert",
		"document_type": pemberitahuan.doctype,
		"document_name": pemberitahuan.dokumen,
		"link": pemberitahuan.tautan,
		"subject": escape_html(kabar.judul),
		"email_content": f"<p>{escape_html(kabar.isi)}</p><p>{tautan}</p>",
	}


def _mark_belum_dilihat(penerima: list[str]) -> None:
	table = frappe.qb.DocType("Notification Settings")
	for bagian in create_batch(penerima, SEKALI_TANYA):
		frappe.qb.update(table).set(table.seen, 0).where(table.name.isin(bagian)).run()


def _ring(penerima: list[str]) -> None:
	"""The bell of whoever has the desk open just now."""
	for user in penerima:
		frappe.publish_realtime("notification", user=user)


# --- languages


def get_bahasa_situs() -> str:
	return frappe.get_system_settings("language") or frappe.local.lang


@contextmanager
def in_bahasa(bahasa: str) -> Iterator[None]:
	"""What is translated in this block is in that language. A job runs in English, whatever the site's language."""
	semula, frappe.local.lang = frappe.local.lang, bahasa
	try:
		yield
	finally:
		frappe.local.lang = semula


def get_bahasa(user: str | None) -> str:
	"""The language that ``user`` reads: his own, else the site's. Also what Frappe's notifications are written in."""
	return (user and frappe.db.get_value("User", user, "language")) or get_bahasa_situs()


def _get_banyak_bahasa(users: list[str]) -> dict[str, str]:
	"""User -> ``get_bahasa``."""
	situs = get_bahasa_situs()
	return {
		row.name: row.language or situs
		for bagian in create_batch(users, SEKALI_TANYA)
		for row in frappe.get_all("User", {"name": ("in", bagian)}, ["name", "language"])
	}
