"""Late reports within limits: after the last day for them (``hari_kerja_susulan``) the Penilai opens one, with a reason.

That it is late stays on record; the employee then writes and submits it like any other.
"""

from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.rules.masa import Masa
from kinerja_asn.services.bersama.isian import read_alasan
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.periode import TenggatLaporan, check_periode_dibuka, find_masa
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.progres import get_masa_skp, may_lapor

DOCTYPE = "Realisasi Kinerja"


def check_susulan(doc) -> None:
	"""Of a report that is submitted. What the Penilai returned he asked for himself."""
	if doc.tahap_sebelum == Tahap.DIKEMBALIKAN or doc.susulan_pada:
		return
	tenggat, akhir = TenggatLaporan(doc.periode), getdate(doc.akhir)
	if tenggat.is_tertutup(akhir):
		frappe.throw(
			_(
				"Laporan susulan {0} diterima sampai {1}. Simpan sebagai draf, lalu minta {2} membukanya: tombolnya ada pada "
				"halaman SKP Anda di Tim Saya."
			).format(
				doc.masa,
				formatdate(tenggat.get_batas_susulan(akhir), "d MMMM yyyy"),
				doc.nama_penilai or _("Pejabat Penilai"),
			)
		)


def find_tertutup(skp) -> list[Masa]:
	"""Periods of this SKP whose report would be refused now: neither submitted nor opened."""
	tenggat = TenggatLaporan(skp.periode)
	masa = [masa for masa in get_masa_skp(skp) if tenggat.is_tertutup(masa.akhir) and may_lapor(skp, masa)]
	if not masa:
		return []
	kolom = ["masa_ke", "tahap", "susulan_pada"]
	dokumen = {row.masa_ke: row for row in frappe.get_all(DOCTYPE, {"skp": skp.name}, kolom)}
	return [lewat for lewat in masa if _is_tertutup(dokumen.get(lewat.ke))]


def _is_tertutup(dokumen) -> bool:
	return not dokumen or (dokumen.tahap == Tahap.DRAF and not dokumen.susulan_pada)


def may_open(skp) -> bool:
	"""Only its Penilai, and nobody for himself."""
	user = frappe.session.user
	return skp.penilai_user == user and skp.pegawai_user != user


def open_susulan(skp, masa_ke: str, alasan: str | None) -> None:
	"""The Penilai's own act; a second time (a double click) it changes nothing."""
	check_bertugas()
	if not may_open(skp):
		frappe.throw(_("Laporan susulan dibuka oleh Pejabat Penilai pegawai itu."), frappe.PermissionError)
	check_periode_dibuka(skp.periode)
	masa = find_masa(get_masa_skp(skp), int(masa_ke) if str(masa_ke).isdecimal() else 0)
	if masa not in find_tertutup(skp):
		return
	kosong = _("Tulis alasan membuka laporan yang sudah lewat batas susulannya.")
	_write(skp, masa, read_alasan(alasan, "alasan_susulan", kosong))


def _write(skp, masa: Masa, alasan: str) -> None:
	"""What the employee is just typing stays his: ``modified`` of a draft does not change."""
	isian = {"susulan_alasan": alasan, "susulan_pada": get_now(), "susulan_oleh": frappe.session.user}
	if nama := frappe.db.get_value(DOCTYPE, {"skp": skp.name, "masa_ke": masa.ke}):
		doc = frappe.get_doc(DOCTYPE, nama, for_update=True)
		doc.db_set(isian, update_modified=False)
	else:
		doc = frappe.get_doc(doctype=DOCTYPE, skp=skp.name, masa_ke=masa.ke, pegawai=skp.pegawai)
		save_menurut_keputusan(doc, **isian)
	add_jejak([(DOCTYPE, doc.name, _("Laporan susulan dibuka Pejabat Penilai. {0}").format(alasan))])
	if doc.pegawai_user:
		tulis = partial(_write_kabar, doc.masa, alasan)
		send([Pemberitahuan(doc.pegawai_user, DOCTYPE, doc.name, tulis, kali=f"susulan {doc.susulan_pada}")])


def _write_kabar(masa: str, alasan: str) -> Kabar:
	return Kabar(
		judul=_("Realisasi {0} dapat Anda ajukan lagi").format(masa),
		isi=_("Pejabat Penilai membukanya: {0}. Terlambatnya tetap tercatat.").format(alasan),
		tombol=_("Isi realisasi"),
	)
