"""A week is sent by who noted it, and approved or given back by his Penilai: many days at once, each as it was seen.

Nobody has the right to write these columns (the DocType restores them): the statements of this module alone do, after
they have asked who acts. A change of the day's lines takes all of it back, by whichever road it comes.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate

from kinerja_asn.constants.istilah import StatusCatatan
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.services.bersama.isian import read_alasan
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.penolakan import get_pesan_berubah
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.pelaksanaan.catatan.jumlah import DOCTYPE
from kinerja_asn.services.pelaksanaan.catatan.kabar import retire_pengajuan, tell_pengajuan, tell_pengembalian

TERBANYAK = 500  # days of one decision: a large team's week
_KOLOM = (
	*("name", "modified", "tanggal", "status", "banyak", "periode", "pegawai_user", "nama_pegawai"),
	*("penilai_user", "nama_penilai", "disetujui_oleh"),
)


@dataclass
class Putusan:
	"""What became of each day: those decided on, (day, why not) of the others, as people call them."""

	berhasil: list[str] = field(default_factory=list)
	gagal: list[tuple[str, str]] = field(default_factory=list)


# --- the employee


def submit(awal: date, akhir: date) -> list[str]:
	"""What the session user has noted from ``awal`` to ``akhir`` and not sent yet goes to his Penilai; names of the days."""
	table, query = from_terlihat(DOCTYPE)
	query = query.where((table.pegawai_user == frappe.session.user) & table.tanggal[awal:akhir])
	query = query.where((table.status == str(StatusCatatan.DRAF)) & (table.banyak > 0)).orderby(table.tanggal)
	rows = [row for row in query.select(*_KOLOM).run(as_dict=True) if _is_dibuka(row)]
	_check_pengajuan(rows)
	isi = {"catatan_penilai": None, "diajukan_pada": get_now(), "diajukan_oleh": frappe.session.user}
	_write(rows, StatusCatatan.DRAF, {**isi, "status": str(StatusCatatan.DIAJUKAN)})
	tell_pengajuan(rows)
	return [row.name for row in rows]


def _check_pengajuan(rows: list) -> None:
	if not rows:
		frappe.throw(_("Tidak ada catatan yang belum dikirim pada pekan ini. Tulis catatannya dahulu."))
	if not all(row.penilai_user for row in rows):
		frappe.throw(
			_("Pejabat Penilai Kinerja belum ada atau belum memiliki akun. Hubungi pengelola kinerja.")
		)


# --- the Penilai


def approve(versi: Mapping[str, str]) -> Putusan:
	"""Days by name -> the version that was seen. Those that changed since, or are not his to approve, stay as they are."""
	check_bertugas()
	_check_banyak(versi)
	rows = _get_menunggu(versi)
	putusan = Putusan()
	boleh = [row for row in rows if not _note_salah(putusan, row, versi[row.name])]
	for name in versi.keys() - {row.name for row in rows}:
		putusan.gagal.append((name, _("Tidak menunggu keputusan Anda.")))
	_approve(boleh)
	putusan.berhasil = [name_hari(row) for row in boleh]
	return putusan


def _check_banyak(versi: Collection[str]) -> None:
	if not versi:
		frappe.throw(_("Centang dahulu hari yang akan disetujui."))
	if len(versi) > TERBANYAK:
		frappe.throw(_("Setujui paling banyak {0} hari sekaligus.").format(TERBANYAK))


def _get_menunggu(nama: Collection[str]) -> list[frappe._dict]:
	"""Those of ``nama`` that name the session user as Penilai of somebody else, locked until they are decided on."""
	table, query = from_terlihat(DOCTYPE)
	user = frappe.session.user
	query = query.where(table.name.isin([*nama, ""]) & (table.penilai_user == user))
	query = query.where(table.pegawai_user.isnull() | (table.pegawai_user != user))
	return query.orderby(table.nama_pegawai, table.tanggal).select(*_KOLOM).for_update().run(as_dict=True)


def _note_salah(putusan: Putusan, row, modified: str) -> bool:
	if salah := _find_salah(row, modified):
		putusan.gagal.append((name_hari(row), salah))
	return bool(salah)


def _find_salah(row, modified: str) -> str | None:
	if row.status == StatusCatatan.DISETUJUI and row.disetujui_oleh == frappe.session.user:
		return None  # the same request a second time
	if row.status != StatusCatatan.DIAJUKAN or str(row.modified) != modified:
		return get_pesan_berubah()
	return None if _is_dibuka(row) else _("Periode kinerjanya tidak sedang dibuka.")


def _approve(rows: list) -> None:
	if not rows:
		return
	isi = {"disetujui_pada": get_now(), "disetujui_oleh": frappe.session.user}
	nama = {"nama_penyetuju": rows[0].nama_penilai}
	_write(rows, StatusCatatan.DIAJUKAN, {**isi, **nama, "status": str(StatusCatatan.DISETUJUI)})
	retire_pengajuan([row.name for row in rows])


def give_back(name: str, modified: str, alasan: str | None) -> None:
	"""One day, with what the employee is to mend; a second click changes nothing."""
	check_bertugas()
	rows = _get_menunggu([name])
	if not rows:
		frappe.throw(_("Tidak menunggu keputusan Anda."), frappe.PermissionError)
	if rows[0].status != StatusCatatan.DIAJUKAN or str(rows[0].modified) != modified:
		frappe.throw(get_pesan_berubah(), frappe.TimestampMismatchError)
	alasan = read_alasan(
		alasan, f"alasan-{name}", _("Tulis apa yang perlu diperbaiki, agar pegawai mengetahuinya.")
	)
	_write(rows, StatusCatatan.DIAJUKAN, {"status": str(StatusCatatan.DRAF), "catatan_penilai": alasan})
	add_jejak([(DOCTYPE, name, _("Dikembalikan Pejabat Penilai. {0}").format(alasan))])
	retire_pengajuan([name])
	tell_pengembalian(rows[0], alasan)


# --- what both need


def name_hari(row) -> str:
	return f"{row.nama_pegawai}, {formatdate(row.tanggal, 'EEEE d MMMM')}"


def _is_dibuka(row) -> bool:
	return get_periode(row.periode).status == "Dibuka"


def _write(rows: list, dari: StatusCatatan, isi: Mapping) -> None:
	"""In one statement; ``modified`` changes, so that nobody decides on what he saw before."""
	if not rows:
		return
	table = frappe.qb.DocType(DOCTYPE)
	query = frappe.qb.update(table).where(table.name.isin([row.name for row in rows]))
	query = query.where(table.status == str(dari))
	for kolom, nilai in {**isi, "modified": get_now(), "modified_by": frappe.session.user}.items():
		query = query.set(table[kolom], nilai)
	query.run()
