"""The page on which somebody acts: his own documents and his team's in the portal, all others in the desk.

What leads there (notices, mails, both bells) keeps ``get_tautan``, which is opened as ``/kinerja/buka``: the page is
decided then, by what the reader is to the document, and not when it was written for somebody who has moved since.
"""

from collections.abc import Collection
from urllib.parse import urlencode, urlsplit

import frappe
from frappe.utils import get_url_to_form, get_url_to_list

from kinerja_asn.constants import MODULE
from kinerja_asn.constants.akses import BERTAHAP, KOLOM_AKUN, TERJAGA
from kinerja_asn.constants.dokumen.bentuk import PEGAWAI_USER
from kinerja_asn.constants.peran import PEGAWAI, PENILAI, PERAN_UMUM, ROLES
from kinerja_asn.permissions.giliran import is_pemeriksa

PORTAL = "/kinerja"
# One page for all parties, and pages of their own for the employee and for leaders.
_BERSAMA = {
	"Penugasan Kinerja": "penugasan",
	"Perubahan SKP": "perubahan",
	"Rencana Aksi": "rencana_aksi",
	"Permintaan Umpan Balik": "umpan_balik/hasil",
	"Responden Umpan Balik": "umpan_balik/jawab",
	"Pembinaan Kinerja": "pembinaan/bimbingan",
	"Tanggapan Pembinaan": "pembinaan/tanggapan",
	"Laporan Masalah Perilaku": "pembinaan/laporan",
	"Konseling Kinerja": "pembinaan/konseling",
	"Ambil Alih Hasil Kerja": "pembinaan/ambil_alih",
	"Dokumen Evaluasi Kinerja": "dokumen",
	"Keberatan Kinerja": "keberatan",
}
# What belongs to a plan, and has one page for all parties.
_MENURUT_SKP = {"Tindakan Perbaikan": "tindakan"}
_SENDIRI = {"SKP": "skp", "Evaluasi Kinerja": "evaluasi", "Catatan Harian": "harian"}
_TIM = {
	"SKP": "tim/skp",
	"Realisasi Kinerja": "tim/realisasi",
	"Evaluasi Kinerja": "tim/evaluasi",
	"Catatan Harian": "tim/harian",
}


def get_alamat(halaman: str, **tanya) -> str:
	"""An address of the portal: ``get_alamat("tim/skp", name="…")``; empty values are left out."""
	isi = urlencode({kunci: nilai for kunci, nilai in tanya.items() if nilai not in (None, "")})
	return f"{PORTAL}{'/' if halaman else ''}{halaman}" + (f"?{isi}" if isi else "")


def get_alamat_desk(roles: Collection[str]) -> str | None:
	"""The workspace of those who run the system (the desk addresses one as it does a list), the desk of those who have
	something to do there. ERPNext lets everybody with an Employee record in: that alone is no reason to go."""
	if any(ROLES.get(peran) for peran in roles):
		return _cut(get_url_to_list(MODULE))
	if "Desk User" in roles and set(roles) - set(ROLES) - set(PERAN_UMUM):
		return _cut(get_url_to_list("")).rstrip("/")
	return None


def get_tautan(doctype: str, dokumen: str) -> str:
	"""What a notice about a document keeps."""
	return get_alamat("buka", jenis=doctype, name=dokumen)


def set_tautan(doc, method: str | None = None) -> None:
	"""The same on what Frappe itself tells somebody: our Notifications, an assignment, a mention."""
	if doc.document_type in TERJAGA and doc.document_name and not doc.link:
		doc.link = get_tautan(doc.document_type, doc.document_name)


def get_alamat_antrean(peran: str) -> str:
	"""Where several documents wait for ``peran``, and those alone: a role that HR put in between has a page of its own."""
	return get_alamat({PENILAI: "tim", PEGAWAI: ""}.get(peran, "periksa"))


def get_alamat_tindakan(doc, user: str) -> str:
	"""The page on which ``user``, who may read ``doc``, acts on it."""
	pihak = {doc.get(kolom) for kolom in KOLOM_AKUN.get(doc.doctype, ())}
	if user not in pihak and doc.doctype in BERTAHAP and is_pemeriksa(user):
		return get_alamat("periksa", jenis=doc.doctype, name=doc.name)
	if user not in pihak and get_alamat_desk(frappe.get_roles(user)):
		return _cut(get_url_to_form(doc.doctype, doc.name))
	if doc.doctype in _BERSAMA:
		return get_alamat(_BERSAMA[doc.doctype], name=doc.name)
	if doc.doctype in _MENURUT_SKP:
		return get_alamat(_MENURUT_SKP[doc.doctype], skp=doc.skp)
	return _get_halaman_sendiri(doc) if doc.get(PEGAWAI_USER) == user else _get_halaman_tim(doc)


def _get_halaman_sendiri(doc) -> str:
	if doc.doctype in _SENDIRI:
		return get_alamat(_SENDIRI[doc.doctype], name=doc.name)
	return get_alamat("realisasi" if doc.get("masa_ke") else "", skp=doc.get("skp"), masa=doc.get("masa_ke"))


def _get_halaman_tim(doc) -> str:
	if doc.doctype in _TIM:
		return get_alamat(_TIM[doc.doctype], name=doc.name)
	return get_alamat("tim/skp", name=doc.skp) if doc.get("skp") else PORTAL


def _cut(alamat: str) -> str:
	"""Without the host: it is followed on the site that shows it, and Frappe adds the site's name in a mail."""
	return urlsplit(alamat).path
