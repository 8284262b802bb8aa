"""Steps of the workflow as the portal and the API take them: by stage, on the version that was seen, as the user."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.model import workflow
from frappe.utils import escape_html

from kinerja_asn.constants.akses import BERTAHAP
from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.constants.peran import PEGAWAI, PENILAI
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.permissions.giliran import Giliran, get_giliran
from kinerja_asn.permissions.pelaku import PERAN_BERNAMA, get_kolom_pelaku, is_beralih, is_pelaku
from kinerja_asn.permissions.penjaga import check_bertugas, join_atau, refuse_tersembunyi
from kinerja_asn.services.bersama.penolakan import get_pesan_berubah, one_of_many, refuse_isian
from kinerja_asn.tahap.alur import get_langkah_maju, get_tahap
from kinerja_asn.tahap.hukum import is_sah

# As many as Frappe takes from a list.
TERBANYAK = 500


@dataclass(frozen=True)
class Langkah:
	"""A step the session user can take now: HR's word for it, and the stage it leads to."""

	tindakan: str
	tahap: Tahap


def get_langkah(doc) -> list[Langkah]:
	"""Steps open to the session user: by role, the transition's condition, his part in the document and the law."""
	user = frappe.session.user
	if doc.is_new() or not doc.has_permission("write"):
		return []
	tujuan = [
		(row, get_tahap(doc.doctype, row.next_state))
		for row in map(frappe._dict, workflow.get_transitions(doc))
		if is_pelaku(doc, doc.doctype, row.allowed, user) and row.next_state != doc.workflow_state
	]
	return [
		Langkah(row.action, tahap)
		for row, tahap in tujuan
		if is_sah(doc.doctype, doc.tahap, tahap, row.allowed)
	]


def find_langkah(doc, tujuan: Tahap) -> Langkah | None:
	"""The step towards ``tujuan``; a verifier's state of the same stage in between counts as on the way forward."""
	daftar = get_langkah(doc)
	tahap = (tujuan,) if tujuan in DISUSUN else (tujuan, doc.tahap)
	return next((langkah for cari in tahap for langkah in daftar if langkah.tahap == cari), None)


def get_tombol(doc, *tujuan: Tahap) -> dict[str, str]:
	"""Stage -> label of the button, for those of ``tujuan`` that the session user can take."""
	per_tahap = {str(tahap): find_langkah(doc, tahap) for tahap in tujuan}
	return {tahap: _(langkah.tindakan) for tahap, langkah in per_tahap.items() if langkah}


def check_belum_berubah(doc, modified: str | None) -> None:
	"""``modified`` is that of the version the user saw; None for a caller who says nothing about it."""
	if modified is not None and str(doc.modified or "") != modified:
		frappe.throw(get_pesan_berubah(), frappe.TimestampMismatchError)


def advance(doc, tujuan: Tahap, modified: str | None = None) -> bool:
	"""Take the step towards ``tujuan``, and save with it what was filled in. The same request a second time (a double
	click) changes nothing: False."""
	if doc.tahap == tujuan and doc.modified_by == frappe.session.user:
		return False
	check_belum_berubah(doc, modified)
	langkah = find_langkah(doc, tujuan)
	if not langkah:
		check_bertugas()
		frappe.throw(
			_("Langkah ini tidak dapat Anda lakukan pada status {0}. {1}").format(
				_(doc.workflow_state), describe_penunggu(doc)
			),
			frappe.PermissionError,
		)
	doc.take_langkah(langkah.tindakan)
	return True


def send_back(doc, alasan: str | None, modified: str | None = None) -> None:
	"""Return a submitted document to the employee with the reason he will read."""
	if doc.tahap == Tahap.DIKEMBALIKAN and doc.modified_by == frappe.session.user:
		return
	check_belum_berubah(doc, modified)
	if not (alasan or "").strip():
		refuse_isian("alasan", _("Tulis alasan pengembalian, agar pegawai tahu apa yang perlu diperbaiki."))
	doc.check_permission("write")
	doc.catatan_pengembalian = alasan.strip()
	advance(doc, Tahap.DIKEMBALIKAN)


def read_tahap(tahap: str) -> Tahap:
	"""The stage that a client names."""
	if tahap not in list(Tahap):
		frappe.throw(
			_("Tahap {0} tidak dikenal. Pilih salah satu dari {1}.").format(
				escape_html(str(tahap)[:50]), ", ".join(_(str(nilai)) for nilai in Tahap)
			)
		)
	return Tahap(tahap)


def take_banyak(doctype: str, versi: Mapping[str, str], tindakan: str) -> dict[str, str]:
	"""The step ``tindakan`` of many documents, each on the version (name -> ``modified``) that was seen. Name -> why it
	was refused; the others have taken it."""
	_check_banyak(doctype, versi)
	gagal = {}
	for name, modified in versi.items():
		with one_of_many() as pesan:
			refuse_tersembunyi(doctype, name)
			workflow.apply_workflow({"doctype": doctype, "name": name, "modified": modified}, tindakan)
		if pesan:
			gagal[name] = " ".join(pesan)
	return gagal


def _check_banyak(doctype: str, versi: Mapping[str, str]) -> None:
	_check_bertahap(doctype)
	if len(versi) > TERBANYAK:
		frappe.throw(_("Putuskan paling banyak {0} sekaligus.").format(TERBANYAK))


def _check_bertahap(doctype: str) -> None:
	if doctype not in BERTAHAP:
		frappe.throw(_("{0} tidak memiliki alur kerja.").format(_(doctype)))


def get_bertahap(doctype: str, name: str):
	"""A document that moves through stages, if the session user may read it."""
	_check_bertahap(doctype)
	doc = frappe.get_doc(doctype, name)
	doc.check_permission("read")
	return doc


# --- words about where a document waits

# So many holders of a role are named; of more, how many they are.
DISEBUT = 2


def describe_penunggu(doc) -> str:
	"""Who has the next step, in words: "Menunggu Penilai (Pejabat Penilai Kinerja)."; "" when nobody has."""
	giliran = get_giliran(doc.doctype, [doc])[doc.name]
	if not giliran:
		return ""
	nama = _get_nama(giliran)
	kalimat = _("Menunggu {0}.").format(
		join_atau(_name_berperan(doc, bagian, nama, doc.doctype) for bagian in giliran)
	)
	if any(bagian.users or bagian.peran in PERAN_BERNAMA for bagian in giliran):
		return kalimat
	return f"{kalimat} {_('Belum ada yang memegang peran itu; hubungi pengelola kinerja.')}"


def name_penunggu(doctype: str, rows: list) -> dict[str, str]:
	"""Name -> who has the next step, as a report's column says it. ``rows`` hold ``get_kolom_giliran``."""
	semua = get_giliran(doctype, rows)
	nama = _get_nama(bagian for giliran in semua.values() for bagian in giliran)
	return {
		row.name: join_atau(
			_name_bernama(row, bagian.peran, doctype) or _name_berperan(row, bagian, nama, doctype)
			for bagian in semua[row.name]
		)
		for row in rows
	}


def describe_penunggu_lain(doc, tombol: dict[str, str]) -> str:
	"""``describe_penunggu`` for whoever cannot set a submitted document himself (``tombol``: ``get_tombol``); else ""."""
	menunggu_lain = doc.tahap == Tahap.DIAJUKAN and Tahap.DITETAPKAN not in tombol
	return describe_penunggu(doc) if menunggu_lain else ""


def _name_berperan(row, bagian: Giliran, nama: dict[str, str], doctype: str) -> str:
	orang = _name_bernama(row, bagian.peran, doctype)
	if not orang and 0 < len(bagian.users) <= DISEBUT:
		orang = join_atau(nama[user] for user in bagian.users)
	if orang:
		return f"{orang} ({_name_peran(row, bagian.peran, doctype)})"
	if bagian.users:
		return _("{0} ({1} orang)").format(_(bagian.peran), len(bagian.users))
	return _(bagian.peran)


def _name_peran(row, peran: str, doctype: str) -> str:
	"""Whoever decides in the Penilai's place is not his."""
	atasan = peran == PENILAI and _is_atasan(row, doctype)
	return _("Atasan Pejabat Penilai Kinerja") if atasan else _(peran)


def _is_atasan(row, doctype: str) -> bool:
	"""Is the Penilai's step the atasan's: of a plan that has passed to him, of an objection always?"""
	return is_beralih(row) or get_kolom_pelaku(doctype, PENILAI) == "atasan_penilai_user"


def _name_bernama(row, peran: str, doctype: str) -> str | None:
	"""The person whom the document itself names as holder of ``peran``."""
	penilai = row.get("nama_atasan_penilai" if _is_atasan(row, doctype) else "nama_penilai")
	return {PEGAWAI: row.get("nama_pegawai"), PENILAI: penilai}.get(peran)


def _get_nama(giliran: Iterable[Giliran]) -> dict[str, str]:
	users = {user for bagian in giliran if len(bagian.users) <= DISEBUT for user in bagian.users}
	return dict(frappe.get_all("User", {"name": ("in", [*users, ""])}, ["name", "full_name"], as_list=True))


def get_status_pelaku(doctype: str, role: str) -> list[str]:
	"""States from which ``role`` leads a document on: returning it, taking it back or giving it up is no task."""
	maju = get_langkah_maju(doctype).items()
	return sorted(status for status, langkah in maju if any(row.allowed == role for row in langkah))
