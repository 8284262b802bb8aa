"""Carries a recorded move out, employee by employee, and fills its trace in."""

from collections.abc import Callable

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import JenisPerpindahan, Tahap
from kinerja_asn.constants.tahapan import BELUM_DITUTUP
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.penolakan import DITOLAK, get_pesan_galat
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.bawahan import get_bawahan
from kinerja_asn.services.orang.pihak import get_data, snapshot_pihak
from kinerja_asn.services.perpindahan.pemeriksaan import find_alasan_dilewati, find_periode
from kinerja_asn.services.perpindahan.pengalihan import (
	describe_pengalihan,
	move_menunggu,
	move_skp,
)
from kinerja_asn.services.perpindahan.penugasan_penilai import assign, lend
from kinerja_asn.services.perpindahan.suksesi import succeed

SEKALIGUS = 40  # employees of one request, or of one chunk in the background: some seconds
PANJANG_JEJAK = 1_000
TITIK_KEMBALI = "perpindahan"
_SKP = (
	"name",
	"pegawai",
	"nama_pegawai",
	"penilai",
	"jabatan_pegawai",
	"unit_kerja",
	"instansi",
	"tahap",
)


def execute(doc) -> None:
	"""Do what ``doc`` records. One employee: all or nothing; many: each for himself, too many: later, in chunks."""
	if doc.jenis == JenisPerpindahan.MUTASI:
		move_pegawai(doc)
		doc.dijalankan_pada = get_now()
		return
	terdampak = require_terdampak(doc)
	if len(terdampak) <= SEKALIGUS:
		execute_bagian(doc, terdampak)
		doc.dijalankan_pada = get_now()


def count_terdampak(doc) -> int:
	"""How many employees ``doc`` would concern, before anything is done; refuses what ``execute`` would refuse."""
	if doc.jenis != JenisPerpindahan.MUTASI:
		return len(require_terdampak(doc))
	pihak = snapshot_pihak(doc.pegawai)
	for skp in _require_skp(doc):
		_check_data_berubah(skp, pihak)
	return 1


def execute_bagian(doc, terdampak: dict[str, str]) -> None:
	langkah = _replace_penilai if doc.jenis == JenisPerpindahan.GANTI_PENILAI else _lend_penilai
	for pegawai, nama in terdampak.items():
		try_langkah(doc, nama, langkah, pegawai)


def require_terdampak(doc) -> dict[str, str]:
	if terdampak := get_terdampak(doc):
		return terdampak
	frappe.throw(
		_("{0} tidak menilai siapa pun di {1}. Periksa Pejabat Penilai yang lama.").format(
			get_data(doc.penilai_lama).employee_name, doc.instansi
		)
	)


def get_terdampak(doc) -> dict[str, str]:
	"""Employees of the agency whom ``penilai_lama`` evaluates, by their SKP or today's data: pegawai -> name.

	Whoever has been moved is no longer among them.
	"""
	skp = _get_skp_berjalan(doc, penilai=doc.penilai_lama)
	bawahan = [row for row in get_bawahan([doc.penilai_lama]) if row.company == doc.instansi]
	return {row.pegawai: row.nama_pegawai for row in skp} | {row.name: row.employee_name for row in bawahan}


def _get_skp_berjalan(doc, **saring) -> list[frappe._dict]:
	"""Open SKP in force on the day of the move."""
	tanggal = getdate(doc.tanggal)
	masa = {"periode": find_periode(doc), "awal": ("<=", tanggal), "akhir": (">=", tanggal)}
	return _get_skp(**masa, **saring)


def _get_skp(**saring) -> list[frappe._dict]:
	saring["tahap"] = ("!=", str(Tahap.DITUTUP))
	return frappe.get_all("SKP", saring, _SKP, order_by="nama_pegawai, name")


def try_langkah(doc, nama: str, langkah: Callable, pegawai: str) -> None:
	"""One employee: what is refused for him is undone and noted, and the others go on."""
	if alasan := find_alasan_dilewati(doc, pegawai):
		return _note(doc, nama, alasan)
	sebelum = len(doc.dokumen)
	frappe.db.savepoint(TITIK_KEMBALI)
	try:
		langkah(doc, pegawai, nama)
	except DITOLAK as galat:
		frappe.db.rollback(save_point=TITIK_KEMBALI)
		doc.set("dokumen", doc.dokumen[:sebelum])
		pesan = " ".join(get_pesan_galat(galat))
		_note(doc, nama, _("Gagal, tidak ada yang berubah: {0}").format(pesan))
	else:
		frappe.db.release_savepoint(TITIK_KEMBALI)


def _note(doc, nama: str, kalimat: str, skp_lama: str | None = None, skp_baru: str | None = None) -> None:
	tindakan = f"{nama}: {kalimat}"[:PANJANG_JEJAK]
	doc.append("dokumen", {"skp_lama": skp_lama, "skp_baru": skp_baru, "tindakan": tindakan})
	jejak = f"{_(doc.jenis)} {formatdate(doc.tanggal)}. {kalimat}"
	add_jejak(("SKP", skp, jejak) for skp in (skp_lama, skp_baru) if skp)


# --- the employee moves


def move_pegawai(doc) -> None:
	pihak = snapshot_pihak(doc.pegawai)
	for skp in _require_skp(doc):
		_check_data_berubah(skp, pihak)
		_move_or_succeed(doc, skp, pihak)
		move_menunggu(doc.pegawai, skp.penilai, pihak, ["Penugasan Kinerja"])


def _require_skp(doc) -> list[frappe._dict]:
	if daftar := _get_skp_berjalan(doc, pegawai=doc.pegawai):
		return daftar
	frappe.throw(
		_("{0} tidak mempunyai SKP yang berjalan pada {1}; tidak ada yang perlu dipindahkan.").format(
			get_data(doc.pegawai).employee_name, formatdate(doc.tanggal)
		)
	)


def _check_data_berubah(skp, pihak: dict) -> None:
	"""The new post is read from Employee: recorded before that is changed, a move would lead nowhere."""
	if all(skp[kolom] == pihak[kolom] for kolom in ("penilai", "jabatan_pegawai", "unit_kerja")):
		frappe.throw(
			_(
				"Jabatan, unit, dan Pejabat Penilai {0} masih sama dengan SKP-nya. Perbarui data pegawai dahulu, lalu catat "
				"perpindahannya."
			).format(skp.nama_pegawai)
		)


def _move_or_succeed(doc, skp, pihak: dict) -> None:
	"""A set SKP is closed and succeeded; one that never was set goes along to the new post (p. 65 no. 6)."""
	if move_skp(skp, pihak):
		return _note(doc, skp.nama_pegawai, describe_pengalihan(pihak), skp.name)
	_succeed(doc, skp, pihak, atasan_tetap=False)


def _succeed(doc, skp, pihak: dict, *, atasan_tetap: bool) -> None:
	lama, salin = frappe.get_doc("SKP", skp.name), bool(doc.salin_rencana)
	baru = succeed(lama, getdate(doc.tanggal), salin, atasan_tetap=atasan_tetap)
	kalimat = _("Ditutup dan dilanjutkan SKP baru dengan {0} sebagai Pejabat Penilai Kinerja.").format(
		pihak["nama_penilai"] or "-"
	)
	_note(doc, skp.nama_pegawai, kalimat, skp.name, baru.name)


# --- the Penilai moves


def _replace_penilai(doc, pegawai: str, nama: str) -> None:
	"""Set SKP are closed and succeeded, all else passes to the new Penilai (p. 65 no. 7)."""
	daftar = _get_skp_berjalan(doc, pegawai=pegawai, penilai=doc.penilai_lama)
	assign(pegawai, doc.penilai_lama, doc.penilai_baru, getdate(doc.tanggal), get_dasar(doc))
	pihak = snapshot_pihak(pegawai)
	for skp in daftar:
		if move_skp(skp, pihak):
			_note(doc, nama, describe_pengalihan(pihak), skp.name)
		else:
			_succeed(doc, skp, pihak, atasan_tetap=True)
	_move_menunggu(doc, pegawai, nama, doc.penilai_lama, pihak, ada_skp=bool(daftar))


def _lend_penilai(doc, pegawai: str, nama: str) -> None:
	"""By delegation of the atasan the stand-in does what the Penilai did; the SKP goes on (p. 89 no. 3)."""
	sampai = getdate(doc.sampai) if doc.sampai else None
	daftar = _get_skp_terbuka(doc, pegawai, doc.penilai_lama)
	lend(
		pegawai,
		doc.penilai_lama,
		doc.penilai_baru,
		doc.sebagai,
		getdate(doc.tanggal),
		sampai,
		get_dasar(doc),
	)
	_move(doc, pegawai, nama, doc.penilai_lama, daftar)


def move_semua(doc, pegawai: str, nama: str, penilai_lama: str) -> None:
	"""All that is open with ``penilai_lama``, set SKP too, passes to whoever is the Penilai now."""
	_move(doc, pegawai, nama, penilai_lama, _get_skp_terbuka(doc, pegawai, penilai_lama))


def _get_skp_terbuka(doc, pegawai: str, penilai: str) -> list[frappe._dict]:
	"""Read before an assignment changes: drafts in which nobody has written follow it at once."""
	return _get_skp(pegawai=pegawai, penilai=penilai, instansi=doc.instansi)


def _move(doc, pegawai: str, nama: str, penilai_lama: str, daftar: list[frappe._dict]) -> None:
	pihak = snapshot_pihak(pegawai)
	for skp in daftar:
		move_skp(skp, pihak, BELUM_DITUTUP)
		_note(doc, nama, describe_pengalihan(pihak), skp.name)
	_move_menunggu(doc, pegawai, nama, penilai_lama, pihak, ada_skp=bool(daftar))


def _move_menunggu(doc, pegawai: str, nama: str, penilai_lama: str, pihak: dict, *, ada_skp: bool) -> None:
	if jumlah := move_menunggu(pegawai, penilai_lama, pihak):
		rincian = ", ".join(f"{banyak} {_(doctype)}" for doctype, banyak in jumlah.items())
		_note(doc, nama, _("Yang menunggu ikut dialihkan: {0}.").format(rincian))
	elif not ada_skp:
		_note(doc, nama, _("Belum mempunyai SKP; Pejabat Penilainya kini {0}.").format(pihak["nama_penilai"]))


def get_dasar(doc) -> str:
	return doc.dasar or _("Perpindahan Kinerja {0}").format(doc.name)
