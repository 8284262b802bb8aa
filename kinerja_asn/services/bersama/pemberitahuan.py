"""Notices to many people at once, as rows of Notification Log written in a few statements.

Frappe makes these one at a time, with the right to ignore permissions, and mails each of them; a whole agency is
reminded here without a mail. Who has switched notices off in Frappe gets none.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import frappe
from frappe.utils import create_batch, escape_html, get_url

from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_today

DOCTYPE = "Notification Log"
SEKALI_TANYA = 5_000


@dataclass(frozen=True)
class Pemberitahuan:
	"""What one person is told about one document, as plain text, with a button into the portal.

	``kali``: nobody is told about one document more than once per ``kali``; without it, per day.
	"""

	penerima: str
	doctype: str
	dokumen: str
	judul: str
	isi: str
	alamat: str
	tombol: str
	kali: str = ""

	@property
	def name(self) -> str:
		"""Name of the row: the same notice has the same name, so that a second run finds it there."""
		kali = self.kali or str(get_today())
		kunci = "|".join((self.penerima, self.doctype, self.dokumen, kali))
		return hashlib.sha256(kunci.encode()).hexdigest()[:20]


def send(daftar: Iterable[Pemberitahuan]) -> int:
	"""Tell everybody in ``daftar`` what he has not been told yet; how many notices that were."""
	baru = _select_baru({pemberitahuan.name: pemberitahuan for pemberitahuan in daftar})
	if not baru:
		return 0
	baku = BarisBaku(DOCTYPE)
	insert_banyak(DOCTYPE, [baku.build(_build_isi(pemberitahuan)) for pemberitahuan in baru])
	penerima = sorted({pemberitahuan.penerima for pemberitahuan in baru})
	_mark_belum_dilihat(penerima)
	frappe.db.after_commit.add(lambda: _ring(penerima))
	return len(baru)


def retire(doctype: str, dokumen: str, penerima: Iterable[str | None]) -> None:
	"""Mark what ``penerima`` were told about this document as read: what they were to do is done."""
	users = sorted({user for user in penerima if user})
	if not users:
		return
	log = frappe.qb.DocType(DOCTYPE)
	milik = (log.document_type == doctype) & (log.document_name == dokumen) & log.for_user.isin(users)
	frappe.qb.update(log).set(log.read, 1).where(milik & (log.read == 0)).run()


def _select_baru(daftar: dict[str, Pemberitahuan]) -> list[Pemberitahuan]:
	ada = _find(DOCTYPE, daftar)
	penerima = {pemberitahuan.penerima for pemberitahuan in daftar.values()}
	mau = _find("User", penerima, enabled=1) - _find("Notification Settings", penerima, enabled=0)
	return [
		pemberitahuan
		for name, pemberitahuan in daftar.items()
		if name not in ada and pemberitahuan.penerima in mau
	]


def _find(doctype: str, names: Iterable[str], **saring) -> set[str]:
	return {
		name
		for bagian in create_batch(sorted(names), SEKALI_TANYA)
		for name in frappe.get_all(doctype, {"name": ("in", bagian), **saring}, pluck="name")
	}


def _build_isi(pemberitahuan: Pemberitahuan) -> dict:
	tautan = f'<a href="{escape_html(get_url(pemberitahuan.alamat))}">{escape_html(pemberitahuan.tombol)}</a>'
	return {
		"name": pemberitahuan.name,
		"for_user": pemberitahuan.penerima,
		"from_user": frappe.session.user,
		"type": "Alert",
		"document_type": pemberitahuan.doctype,
		"document_name": pemberitahuan.dokumen,
		"subject": escape_html(pemberitahuan.judul),
		"email_content": f"<p>{escape_html(pemberitahuan.isi)}</p><p>{tautan}</p>",
	}


def _mark_belum_dilihat(penerima: list[str]) -> None:
	table = frappe.qb.DocType("Notification Settings")
	for bagian in create_batch(penerima, SEKALI_TANYA):
		frappe.qb.update(table).set(table.seen, 0).where(table.name.isin(bagian)).run()


def _ring(penerima: list[str]) -> None:
	"""The bell of whoever has the desk open just now."""
	for user in penerima:
		frappe.publish_realtime("notification", user=user)
