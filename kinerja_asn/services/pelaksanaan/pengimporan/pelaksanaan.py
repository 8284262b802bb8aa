"""Brings figures of another system into drafts: the one function behind the worksheet and the endpoint.

Whoever brings them is HR of the agency. What he brings for himself is a draft like any other, which his own Penilai verifies.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

import frappe
from frappe import _
from frappe.utils import create_batch

from kinerja_asn.constants.peran import PENGELOLA
from kinerja_asn.permissions.hooks import can_read
from kinerja_asn.permissions.penjaga import refuse_tidak_ada, require_role
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.periode import check_periode_dibuka, get_masa_pelaporan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.pelaksanaan.pengimporan.baris import BarisImpor, HasilBaris, Impor
from kinerja_asn.services.pelaksanaan.pengimporan.pemeriksaan import check_baris
from kinerja_asn.services.pelaksanaan.pengimporan.penulisan import write
from kinerja_asn.services.pelaksanaan.pengimporan.sasaran import LAPORAN, Sasaran, read_sasaran
from kinerja_asn.services.pelaksanaan.realisasi import name_laporan

SEKALI = 500  # employees
PANJANG_ASAL = 40


def open_impor(periode: str, tanggal: date, asal: str | None) -> Impor:
	"""What an import is about; refuses what cannot be brought in at all."""
	user = require_role(PENGELOLA)
	if not can_read("Periode Kinerja", periode, user):
		refuse_tidak_ada()
	check_periode_dibuka(periode)
	masa = next((masa for masa in get_masa_pelaporan(periode) if masa.awal <= tanggal <= masa.akhir), None)
	if not masa:
		frappe.throw(_("Tanggal itu di luar masa pelaporan periode ini. Pilih tanggal di dalamnya."))
	if masa.awal > get_today():
		frappe.throw(_("{0} belum dimulai. Realisasi diisi setelah masanya berjalan.").format(masa.label))
	return Impor(periode, masa, read_asal(asal))


def read_asal(asal: str | None) -> str:
	asal = " ".join((asal or "").split())
	if not asal or len(asal) > PANJANG_ASAL:
		frappe.throw(_("Tulis nama sistem asalnya, paling panjang {0} huruf.").format(PANJANG_ASAL))
	if salah := find_salah_teks(asal):
		frappe.throw(_("Sistem asal: {0}").format(salah))
	return asal


def import_semua(impor: Impor, daftar: Sequence[BarisImpor]) -> Iterator[list[HasilBaris]]:
	"""What became of the rows, a set of employees after the other: each can be committed before the next is read.

	Brought again, a figure that is there already counts once.
	"""
	per_nip: dict[str, list[BarisImpor]] = defaultdict(list)
	for baris in daftar:
		per_nip[baris.nip].append(baris)
	for nip in create_batch(list(per_nip), SEKALI):
		yield _import(impor, {nomor: per_nip[nomor] for nomor in nip})


def _import(impor: Impor, per_nip: dict[str, list[BarisImpor]]) -> list[HasilBaris]:
	sasaran = read_sasaran(impor, list(per_nip))
	hasil = [check_baris(impor, baris, sasaran) for daftar in per_nip.values() for baris in daftar]
	terisi = [pegawai for pegawai in sasaran.values() if pegawai.terima]
	gagal = {temuan.baris.nomor: temuan for temuan in write(impor, terisi)}
	_tell(impor, [pegawai for pegawai in terisi if not _is_gagal(pegawai, gagal)])
	return [gagal.get(temuan.baris.nomor, temuan) for temuan in hasil]


def _is_gagal(sasaran: Sasaran, gagal: dict) -> bool:
	return any(baris.nomor in gagal for baris, _isi in sasaran.terima.values())


def _tell(impor: Impor, daftar: list[Sasaran]) -> None:
	"""Each employee once for a report, however often the system sends; the same words for all of one language."""
	kabar = cache(lambda bahasa: _write_kabar(impor))
	send(
		Pemberitahuan(
			sasaran.skp.pegawai_user,
			LAPORAN,
			name_laporan(sasaran.skp.name, impor.masa.ke),
			tulis=lambda: kabar(frappe.local.lang),
			kali="impor",
		)
		for sasaran in daftar
		if sasaran.skp.pegawai_user
	)


def _write_kabar(impor: Impor) -> Kabar:
	return Kabar(
		judul=_("Angka realisasi {0} sudah terisi dari {1}").format(impor.masa.label, impor.asal),
		isi=_("Periksa angkanya, lampirkan buktinya, lalu ajukan. Yang keliru boleh Anda ubah."),
		tombol=_("Periksa realisasi"),
	)
