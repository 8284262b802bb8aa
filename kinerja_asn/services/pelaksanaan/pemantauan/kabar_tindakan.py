"""What is told of corrective action: the employee hears that it is asked for, his Penilai what came of it, and both that
its day has passed. Nothing more is told, and what was told is done with, once nothing waits."""

from collections.abc import Iterator
from functools import partial

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import Tahap
from kinerja_asn.services.bersama.pemberitahuan import (
	Kabar,
	Pemberitahuan,
	list_belum_dibaca,
	retire,
	retire_banyak,
	retire_nama,
	send,
)
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.pemantauan.tindakan import DOCTYPE, find_banyak_diminta, find_diminta
from kinerja_asn.services.situs.tujuan import get_alamat

HALAMAN = "tindakan"
LEWAT, DIJAWAB = "lewat", "dijawab"


def remind() -> int:
	"""Today's, of all open periods that remind; how many were new. May be run any number of times a day."""
	periode = frappe.get_all("Periode Kinerja", {"status": "Dibuka", "pengingat": 1}, pluck="name")
	diminta = [row for name in periode for row in find_banyak_diminta(name)]
	jumlah = send(_build_diminta(row) for row in diminta if row.waktunya) + send(_build_lewat(periode))
	_retire_diminta({row.skp: _build_diminta(row).name for row in diminta})
	_retire_tindakan()
	return jumlah


# --- asked for


def _build_diminta(row) -> Pemberitahuan:
	return Pemberitahuan(
		row.pegawai_user,
		"SKP",
		row.skp,
		tulis=partial(_write_diminta, row),
		alamat=get_alamat(HALAMAN, skp=row.skp),
		kali=f"tindakan {row.masa_ke}",
	)


def _write_diminta(row) -> Kabar:
	return Kabar(
		judul=_("{0} indikator Anda tertinggal pada akhir {1}").format(row.banyak, row.masa),
		isi=_("Tulis tindakan perbaikannya: apa yang akan Anda lakukan, dan sampai kapan."),
		tombol=_("Tulis tindakan perbaikan"),
	)


def end_diminta(doc) -> None:
	"""An action was begun: if nothing else is asked for, what was told is done with."""
	skp = frappe.get_doc("SKP", doc.skp)
	if not find_diminta(skp):
		kunci = frappe._dict(pegawai_user=skp.pegawai_user, skp=skp.name, masa_ke=doc.masa_ke)
		retire_banyak([_build_diminta(kunci)])


def _retire_diminta(masih: dict[str, str]) -> None:
	"""``masih``: SKP of which something is asked -> the notice that counts now. What was told of another period, or
	of a plan that catches up or was closed, is done with."""
	terkirim = list_belum_dibaca("SKP", get_alamat(HALAMAN))
	ada = {row.name for row in terkirim}
	retire_nama([row.name for row in terkirim if not _is_berlaku(row, masih.get(row.document_name), ada)])


def _is_berlaku(row, kini: str | None, ada: set[str]) -> bool:
	"""Until the next period is told of, what was told of the one before still counts."""
	return bool(kini) and (row.name == kini or kini not in ada)


# --- overdue, and answered


def _build_lewat(periode: list[str]) -> Iterator[Pemberitahuan]:
	tindakan, skp = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("SKP")
	query = frappe.qb.from_(tindakan).join(skp).on(skp.name == tindakan.skp)
	query = query.where(skp.periode.isin(periode or [""]) & (skp.tahap == str(Tahap.DITETAPKAN)))
	query = query.where(tindakan.selesai_pada.isnull() & (tindakan.tenggat < get_today()))
	kolom = ("name", "uraian", "tenggat", "nama_pegawai", "pegawai_user", "penilai_user")
	for row in query.select(*(tindakan[nama] for nama in kolom)).run(as_dict=True):
		for penerima, tulis in ((row.pegawai_user, _write_lewat), (row.penilai_user, _write_lewat_penilai)):
			if penerima:
				yield Pemberitahuan(penerima, DOCTYPE, row.name, tulis=partial(tulis, row), kali=LEWAT)


def _write_lewat(row) -> Kabar:
	return Kabar(
		judul=_("Tindakan perbaikan Anda sudah lewat tanggalnya"),
		isi=_("{0}, paling lambat {1}. Tulis apa hasilnya.").format(row.uraian, _format(row.tenggat)),
		tombol=_("Tulis hasilnya"),
	)


def _write_lewat_penilai(row) -> Kabar:
	return Kabar(
		judul=_("Tindakan perbaikan {0} lewat tanggalnya tanpa hasil").format(row.nama_pegawai),
		isi=_("{0}, paling lambat {1}. Bicarakan dengan pegawai apa yang menghambatnya.").format(
			row.uraian, _format(row.tenggat)
		),
		tombol=_("Buka tindakan perbaikan"),
	)


def _format(hari) -> str:
	return formatdate(hari, "d MMMM yyyy")


def tell_jawaban(doc) -> None:
	"""His Penilai, when the employee has said what came of it; that its day had passed is done with for both."""
	retire(doc.doctype, doc.name)
	if doc.penilai_user:
		kabar = partial(_write_jawaban, doc)
		send([Pemberitahuan(doc.penilai_user, doc.doctype, doc.name, tulis=kabar, kali=DIJAWAB)])


def _write_jawaban(doc) -> Kabar:
	return Kabar(
		judul=_("{0} menulis hasil tindakan perbaikannya").format(doc.nama_pegawai),
		isi=f"{doc.uraian}: {doc.hasil}",
		tombol=_("Buka tindakan perbaikan"),
	)


def _retire_tindakan() -> None:
	"""Of a plan or period that was closed nothing waits any more, nor for a leader who is not this employee's now."""
	terkirim = list_belum_dibaca(DOCTYPE)
	if terkirim:
		masih = _get_masih({row.document_name for row in terkirim})
		retire_nama([row.name for row in terkirim if row.for_user not in masih.get(row.document_name, ())])


def _get_masih(nama: set[str]) -> dict[str, tuple]:
	"""Action of a plan in force -> whom it concerns now."""
	tindakan, skp = frappe.qb.DocType(DOCTYPE), frappe.qb.DocType("SKP")
	periode = frappe.qb.DocType("Periode Kinerja")
	query = frappe.qb.from_(tindakan).join(skp).on(skp.name == tindakan.skp)
	query = query.join(periode).on((periode.name == skp.periode) & (periode.status == "Dibuka"))
	query = query.where(tindakan.name.isin(sorted(nama)) & (skp.tahap == str(Tahap.DITETAPKAN)))
	rows = query.select(tindakan.name, tindakan.pegawai_user, tindakan.penilai_user).run()
	return {name: (pegawai, penilai) for name, pegawai, penilai in rows}
