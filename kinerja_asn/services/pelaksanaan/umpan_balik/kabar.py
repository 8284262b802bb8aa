"""What people are told about requests for feedback: that they are asked, reminded, and that all of it can be read."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import frappe
from frappe import _
from frappe.utils import getdate

from kinerja_asn.constants.istilah import JenisPermintaan, StatusPermintaan
from kinerja_asn.permissions.lingkup import get_nama_pegawai
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, retire, send
from kinerja_asn.services.bersama.waktu import format_batas, get_today

PERMINTAAN, RESPONDEN = "Permintaan Umpan Balik", "Responden Umpan Balik"
# Days before the last one on which those who have not answered are reminded.
HARI_PENGINGAT = (3, 1, 0)


def tell_permintaan(doc) -> None:
	"""All who are asked, but for whoever asks."""
	rows = frappe.get_all(RESPONDEN, {"permintaan": doc.name}, ["name", "responden_user"])
	send(
		Pemberitahuan(
			row.responden_user, RESPONDEN, row.name, tulis=partial(_write_permintaan, doc), kali="diminta"
		)
		for row in rows
		if row.responden_user != frappe.session.user
	)


def end_permintaan(responden: str) -> None:
	"""He has answered: what asked him to is done."""
	retire(RESPONDEN, responden)


def _write_permintaan(doc) -> Kabar:
	return Kabar(
		judul=_("Anda diminta memberi umpan balik untuk {0}").format(doc.nama_pegawai),
		isi=_("Diminta {0}; jawab paling lambat {1}.").format(
			doc.nama_peminta, format_batas(getdate(doc.tenggat))
		),
		tombol=_("Beri umpan balik"),
	)


def send_pengingat() -> int:
	"""Today's reminders to those who have not answered; may be run any number of times a day."""
	return send(_build_pengingat())


def _build_pengingat() -> Iterator[Pemberitahuan]:
	minta, diminta, periode = map(frappe.qb.DocType, (PERMINTAAN, RESPONDEN, "Periode Kinerja"))
	rows = (
		frappe.qb.from_(minta)
		.join(diminta)
		.on(diminta.permintaan == minta.name)
		.join(periode)
		.on((periode.name == minta.periode) & (periode.pengingat == 1))
		.select(diminta.name, diminta.responden_user)
		.select(minta.nama_pegawai, minta.nama_peminta, minta.tenggat)
		.where((minta.status == str(StatusPermintaan.BERJALAN)) & (diminta.sudah_menjawab == 0))
		.where(minta.tenggat.isin([str(get_today() + timedelta(days=hari)) for hari in HARI_PENGINGAT]))
		.run(as_dict=True)
	)
	for row in rows:
		yield Pemberitahuan(row.responden_user, RESPONDEN, row.name, tulis=partial(_write_pengingat, row))


def _write_pengingat(row) -> Kabar:
	return Kabar(
		judul=_("Umpan balik untuk {0} belum Anda jawab").format(row.nama_pegawai),
		isi=_("Jawab paling lambat {0}.").format(format_batas(getdate(row.tenggat))),
		tombol=_("Beri umpan balik"),
	)


def tell_jawaban(permintaan) -> None:
	"""The rated employee, of each who answers with his name."""
	if permintaan.pegawai_user != frappe.session.user:
		nama = get_nama_pegawai(frappe.session.user) or frappe.session.user
		_tell(
			permintaan, permintaan.pegawai_user, partial(_write_jawaban, nama), f"jawab {frappe.session.user}"
		)


def _write_jawaban(nama: str) -> Kabar:
	return Kabar(
		judul=_("Ada umpan balik baru untuk Anda"),
		isi=_("{0} menjawab permintaan umpan balik. Isinya dapat dibaca di portal.").format(nama),
		tombol=_("Buka umpan balik"),
	)


def tell_penutupan(doc) -> None:
	"""The rated employee, his Penilai, and whoever asked; who has not answered is not asked any more."""
	for row in frappe.get_all(RESPONDEN, {"permintaan": doc.name, "sudah_menjawab": 0}, pluck="name"):
		retire(RESPONDEN, row)
	for penerima in {doc.pegawai_user, doc.penilai_user, doc.peminta_user} - {frappe.session.user}:
		_tell(doc, penerima, partial(_write_penutupan, doc), "ditutup")


def _write_penutupan(doc) -> Kabar:
	return Kabar(
		judul=_("Umpan balik untuk {0} sudah ditutup").format(doc.nama_pegawai),
		isi=_("Jawaban yang boleh terbuka dapat dibaca berdampingan menurut peran.")
		if doc.jenis == JenisPermintaan.TIGA_ENAM_PULUH
		else _("Jawabannya dapat dibaca di portal."),
		tombol=_("Buka umpan balik"),
	)


def tell_usulan(doc) -> None:
	_tell(doc, doc.penilai_user, partial(_write_usulan, doc), "diusulkan")


def _write_usulan(doc) -> Kabar:
	return Kabar(
		judul=_("{0} mengusulkan umpan balik 360").format(doc.nama_pegawai),
		isi=doc.pesan or "",
		tombol=_("Tanggapi usulan"),
	)


def tell_penolakan(doc) -> None:
	retire(doc.doctype, doc.name, penerima=doc.penilai_user)
	if doc.pegawai_user != frappe.session.user:
		_tell(doc, doc.pegawai_user, _write_penolakan, "ditolak")


def _write_penolakan() -> Kabar:
	return Kabar(
		judul=_("Usulan umpan balik 360 Anda tidak dijalankan"),
		isi=_(
			"Bicarakan dengan Pejabat Penilai bila Anda memerlukannya; Anda tetap dapat meminta umpan balik sendiri."
		),
		tombol=_("Buka umpan balik"),
	)


def _tell(doc, penerima: str | None, tulis, kali: str) -> None:
	if penerima:
		send([Pemberitahuan(penerima, PERMINTAAN, doc.name, tulis=tulis, kali=kali)])
