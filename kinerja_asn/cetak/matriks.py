"""What form A.1.5 prints: the Matriks Pembagian Peran dan Hasil (PermenPANRB 6/2022, Lampiran II, p. 47-49)."""

import frappe

from kinerja_asn.cetak.dasar import format_tanggal, get_kepala, get_tersimpan
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.perencanaan.penyelarasan.matriks import get_matriks

KOLOM_SEHALAMAN = 6  # results beside name and post on a landscape A4


def get_cetak_matriks(doc) -> frappe._dict:
	"""The matrix of the leader's SKP ``doc``, as far as the reader may see it, in tables that fit a page.

	The first row is the leader with his hasil kerja and their indikator; the form asks for those of a JPT (huruf a)
	and for the hasil kerja of a team's leader (huruf b), so both are printed.
	"""
	doc = get_tersimpan(doc)
	matriks = get_matriks(doc)
	return frappe._dict(
		get_kepala(doc),
		dokumen=doc.name,
		pada=format_tanggal(get_today()),
		tabel=[
			_build_tabel(matriks, mulai) for mulai in range(0, max(len(matriks.kolom), 1), KOLOM_SEHALAMAN)
		],
	)


def _build_tabel(matriks: frappe._dict, mulai: int) -> dict:
	sehalaman = slice(mulai, mulai + KOLOM_SEHALAMAN)
	return {
		"mulai": mulai,
		"kolom": matriks.kolom[sehalaman],
		"baris": [
			{
				"nama": row.nama or "",
				"jabatan": row.jabatan or "",
				"sel": [_get_isi(sel) for sel in row.sel[sehalaman]],
			}
			for row in matriks.baris
		],
	}


def _get_isi(sel: frappe._dict) -> list[str]:
	"""Roles, or the form's words for none; [] while nobody has answered."""
	if sel.hasil:
		return [row.rencana_hasil_kerja for row in sel.hasil]
	return ["TIDAK ADA PERAN"] if sel.tanpa_peran else []
