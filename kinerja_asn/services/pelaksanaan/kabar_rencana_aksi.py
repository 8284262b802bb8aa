"""What employee and Penilai are told about a rencana aksi: that it is asked for, waits for agreement, is agreed on."""

from functools import partial

import frappe
from frappe import _

from kinerja_asn.constants.istilah import StatusRencanaAksi
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire, send
from kinerja_asn.services.bersama.waktu import get_today


def tell_permintaan(doc) -> None:
	"""The employee, once a day for the same words; whoever asks anew has nothing to agree to meanwhile."""
	retire(doc.doctype, doc.name, penerima=frappe.session.user)
	_tell(doc, doc.pegawai_user, _write_permintaan, f"minta {get_today()} {doc.permintaan or ''}")


def tell_perubahan(doc, status_sebelum: str) -> None:
	"""Whoever is next, when the status has changed; what he was told before is done."""
	if doc.status == status_sebelum:
		return
	if doc.status == StatusRencanaAksi.MENUNGGU:
		retire(doc.doctype, doc.name, penerima=doc.pegawai_user)
		_tell(doc, doc.penilai_user, _write_pengajuan, f"ajukan {doc.diajukan_pada}")
	if doc.status == StatusRencanaAksi.DISEPAKATI:
		retire(doc.doctype, doc.name, penerima=doc.penilai_user)
		_tell(doc, doc.pegawai_user, _write_kesepakatan, f"sepakat {doc.disepakati_pada}")


def _tell(doc, penerima: str | None, tulis, kali: str) -> None:
	if penerima:
		kabar = Pemberitahuan(penerima, doc.doctype, doc.name, tulis=partial(tulis, doc), kali=kali)
		send([kabar])


def _write_permintaan(doc) -> Kabar:
	return Kabar(
		judul=_("{0} meminta rencana aksi Anda").format(doc.nama_penilai),
		isi=doc.permintaan or _("Tulis langkah menuju hasil kerja Anda dan bulannya, lalu ajukan."),
		tombol=_("Tulis rencana aksi"),
	)


def _write_pengajuan(doc) -> Kabar:
	return Kabar(
		judul=_("Rencana aksi {0} menunggu kesepakatan Anda").format(doc.nama_pegawai),
		isi=_("Baca langkah-langkahnya, lalu sepakati atau minta perbaikan."),
		tombol=_("Buka rencana aksi"),
	)


def _write_kesepakatan(doc) -> Kabar:
	return Kabar(
		judul=_("Rencana aksi Anda disepakati {0}").format(doc.nama_penilai),
		isi=_("Anda tetap dapat mengubahnya; perubahannya diajukan lagi."),
		tombol=_("Buka rencana aksi"),
	)
