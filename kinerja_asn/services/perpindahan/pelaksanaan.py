"""Carries a recorded move out, employee by employee, and fills its trace in."""

from collections import Counter
from collections.abc import Callable

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import JenisPerpindahan
from kinerja_asn.constants.tahapan import BELUM_DITUTUP
from kinerja_asn.rules.penilai_evaluasi import Perpindahan
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.bersama.waktu import get_now
from kinerja_asn.services.orang.pihak import get_data, snapshot_pihak
from kinerja_asn.services.penilaian.kewenangan.pengalihan import find_tetap
from kinerja_asn.services.perpindahan.cakupan import (
	find_lama,
	get_skp,
	get_skp_berjalan,
	is_menurut_penilai,
	require_terdampak,
)
from kinerja_asn.services.perpindahan.pemeriksaan import find_alasan_dilewati
from kinerja_asn.services.perpindahan.pengalihan import (
	describe_pengalihan,
	move_menunggu,
	move_skp,
)
from kinerja_asn.services.perpindahan.penugasan_penilai import assign, lend
from kinerja_asn.services.perpindahan.suksesi import succeed

SEKALIGUS = 40  # employees of one request, or of one chunk in the background: some seconds
PANJANG_JEJAK = 1_000


def execute(doc) -> None:
	"""Do what ``doc`` records. One employee: all or nothing; many: each for himself, too many: later, in chunks."""
	if doc.jenis == JenisPerpindahan.MUTASI:
		move_pegawai(doc)
		doc.jumlah_pegawai = doc.jumlah_selesai = 1
		doc.dijalankan_pada = get_now()
		return
	terdampak = require_terdampak(doc)
	doc.jumlah_pegawai = len(terdampak)
	if len(terdampak) <= SEKALIGUS:
		execute_bagian(doc, terdampak)
		doc.dijalankan_pada = get_now()


def find_terdampak(doc) -> dict[str, str]:
	"""Employees whom ``doc`` would concern, before anything is done; refuses what ``execute`` would refuse."""
	if doc.jenis != JenisPerpindahan.MUTASI:
		return require_terdampak(doc)
	pihak = snapshot_pihak(doc.pegawai)
	for skp in _require_skp(doc):
		_check_data_berubah(skp, pihak)
	return {doc.pegawai: pihak["nama_pegawai"]}


def execute_bagian(doc, terdampak: dict[str, str]) -> None:
	"""Each for himself, and counted: those moved, and those for whom the trace says why not."""
	langkah = _replace_penilai if doc.jenis == JenisPerpindahan.GANTI_PENILAI else _lend_penilai
	for pegawai, nama in terdampak.items():
		if try_langkah(doc, nama, langkah, pegawai):
			doc.jumlah_selesai = (doc.jumlah_selesai or 0) + 1
		else:
			doc.jumlah_gagal = (doc.jumlah_gagal or 0) + 1


def try_langkah(doc, nama: str, langkah: Callable, pegawai: str) -> bool:
	"""One employee: what is refused for him is undone and noted, and the others go on. Says whether it was done."""
	if alasan := find_alasan_dilewati(doc, pegawai):
		_note(doc, nama, alasan)
		return False
	sebelum = len(doc.dokumen)
	with one_of_many() as galat:
		langkah(doc, pegawai, nama)
	if galat:
		doc.set("dokumen", doc.dokumen[:sebelum])
		_note(doc, nama, _("Gagal, tidak ada yang berubah: {0}").format(" ".join(galat)))
	return not galat


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
	if daftar := get_skp_berjalan(doc, pegawai=doc.pegawai):
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
	lama = find_lama(doc, [pegawai])[pegawai] or []
	daftar = [skp for skp in get_skp_berjalan(doc, pegawai=pegawai) if _is_beralih(doc, skp, lama)]
	mendatang = _get_mendatang(doc, pegawai, lama)
	assign(pegawai, lama, doc.penilai_baru, getdate(doc.tanggal), get_dasar(doc))
	pihak = snapshot_pihak(pegawai)
	for skp in daftar:
		if move_skp(skp, pihak):
			_note(doc, nama, describe_pengalihan(pihak), skp.name)
		else:
			_succeed(doc, skp, pihak, atasan_tetap=True)
	for skp in mendatang:
		move_skp(skp, pihak, BELUM_DITUTUP)
		_note(doc, nama, describe_pengalihan(pihak), skp.name)
	_move_menunggu(doc, pegawai, nama, lama, pihak, ada_skp=bool(daftar))


def _is_beralih(doc, skp, lama: list[str]) -> bool:
	"""A draft without a Penilai gets its first one, where people are named and not the Penilai they come from."""
	return skp.penilai in lama or (not skp.penilai and not is_menurut_penilai(doc))


def _get_mendatang(doc, pegawai: str, lama: list[str]) -> list[frappe._dict]:
	"""Plans of a year that has not begun are not closed: they name the new Penilai from their beginning."""
	mendatang = get_skp(pegawai=pegawai, instansi=doc.instansi, awal=(">", getdate(doc.tanggal)))
	return [skp for skp in mendatang if _is_beralih(doc, skp, lama)]


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
	return get_skp(pegawai=pegawai, penilai=penilai, instansi=doc.instansi)


def _move(doc, pegawai: str, nama: str, penilai_lama: str, daftar: list[frappe._dict]) -> None:
	pihak = snapshot_pihak(pegawai)
	for skp in daftar:
		move_skp(skp, pihak, BELUM_DITUTUP)
		_note(doc, nama, describe_pengalihan(pihak), skp.name)
	_move_menunggu(doc, pegawai, nama, [penilai_lama], pihak, ada_skp=bool(daftar))


def _move_menunggu(
	doc, pegawai: str, nama: str, penilai_lama: list[str], pihak: dict, *, ada_skp: bool
) -> None:
	jumlah = Counter()
	for penilai in penilai_lama:
		jumlah.update(move_menunggu(pegawai, penilai, pihak, tetap=_find_tetap(doc, pegawai, penilai)))
	if jumlah:
		rincian = ", ".join(f"{banyak} {_(doctype)}" for doctype, banyak in jumlah.items())
		_note(doc, nama, _("Yang menunggu ikut dialihkan: {0}.").format(rincian))
	elif not ada_skp:
		_note(doc, nama, _("Belum mempunyai SKP; Pejabat Penilainya kini {0}.").format(pihak["nama_penilai"]))


def _find_tetap(doc, pegawai: str, penilai: str) -> list[str]:
	"""Evaluations that a Penilai who moves in the time in which they are made still makes (p. 91 no. 14)."""
	if doc.jenis != JenisPerpindahan.GANTI_PENILAI:
		return []
	pindah = Perpindahan(JenisPerpindahan.GANTI_PENILAI, getdate(doc.tanggal))
	return find_tetap(pegawai, penilai, pindah)


def get_dasar(doc) -> str:
	return doc.dasar or _("Perpindahan Kinerja {0}").format(doc.name)
