"""Which rows are taken: what was submitted, verified, or written by the employee himself is left as it is."""

from collections.abc import Mapping

from frappe import _

from kinerja_asn.constants.istilah import Arah, HasilImpor, Tahap
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.services.bersama.isian import find_salah_teks
from kinerja_asn.services.pelaksanaan.pengimporan.baris import (
	BarisImpor,
	Ditolak,
	HasilBaris,
	Impor,
	Isi,
	is_dari_impor,
	read_isi,
)
from kinerja_asn.services.pelaksanaan.pengimporan.sasaran import Sasaran
from kinerja_asn.services.pelaksanaan.realisasi import describe_baris


def check_baris(impor: Impor, baris: BarisImpor, per_nip: Mapping[str, Sasaran]) -> HasilBaris:
	"""Puts what is taken into its ``Sasaran.terima``."""
	try:
		sama = _take(impor, baris, per_nip)
	except Ditolak as galat:
		return HasilBaris(baris, HasilImpor.DITOLAK, str(galat))
	return HasilBaris(baris, HasilImpor.SAMA if sama else HasilImpor.DITERIMA)


def _take(impor: Impor, baris: BarisImpor, per_nip: Mapping[str, Sasaran]) -> bool:
	"""Is it there already?"""
	if baris.salah:
		raise Ditolak(baris.salah)
	if salah := find_salah_teks(baris.keterangan):
		raise Ditolak(_("Keterangan: {0}").format(salah))
	sasaran = per_nip.get(baris.nip)
	if not sasaran:
		raise Ditolak(
			_(
				"NIP ini tidak mempunyai SKP yang dilaporkan untuk {0}. Periksa NIP-nya, atau tetapkan SKP-nya."
			).format(impor.masa.label)
		)
	iki = _find_indikator(sasaran, baris)
	isi = read_isi(Arah(iki.arah), baris.nilai)
	return _compare(impor, sasaran, iki, baris, isi)


def _find_indikator(sasaran: Sasaran, baris: BarisImpor):
	daftar = sasaran.find_indikator(baris.indikator)
	if not daftar:
		raise Ditolak(_("Indikator itu tidak ada dalam SKP pegawai ini. Salin dari lembar yang diunduh."))
	if len(daftar) > 1:
		raise Ditolak(_("Beberapa indikator berbunyi sama. Pakai kunci indikator dari lembar yang diunduh."))
	return daftar[0]


def _compare(impor: Impor, sasaran: Sasaran, iki, baris: BarisImpor, isi: Isi) -> bool:
	if lain := sasaran.terima.get(iki.kunci):
		if lain[1] == isi:
			return True
		raise Ditolak(
			_("Indikator ini sudah disebut dengan angka lain pada baris {0}.").format(lain[0].nomor)
		)
	lama = sasaran.tersimpan.get(iki.kunci)
	if lama and lama.dilaporkan and isi.is_sama(lama):
		return True
	if sasaran.laporan and sasaran.laporan.tahap not in DISUSUN:
		raise Ditolak(_describe_terkunci(impor, sasaran.laporan.tahap))
	if lama and lama.dilaporkan and not is_dari_impor(lama.sumber_angka):
		raise Ditolak(
			_("Sudah diisi pegawai: {0}. Isian pegawai tidak diganti.").format(describe_baris(lama))
		)
	sasaran.terima[iki.kunci] = (baris, isi)
	return False


def _describe_terkunci(impor: Impor, tahap: str) -> str:
	if tahap == Tahap.DIAJUKAN:
		return _(
			"Realisasi {0} sudah diajukan pegawai. Minta Pejabat Penilai mengembalikannya dahulu."
		).format(impor.masa.label)
	return _("Realisasi {0} sudah diverifikasi dan tidak berubah lagi.").format(impor.masa.label)
