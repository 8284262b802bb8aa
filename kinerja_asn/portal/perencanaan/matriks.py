"""The matrix page: whose matrix, what was typed into it, and saving it person by person."""

import frappe
from frappe import _

from kinerja_asn.constants.istilah import Penyelarasan, Tahap
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_dokumen, read_centang
from kinerja_asn.portal.perencanaan.skp import find_skp_utama, get_daftar_skp
from kinerja_asn.services.bersama.angka import AngkaTidakJelas, format_isian, parse_angka
from kinerja_asn.services.bersama.penolakan import one_of_many
from kinerja_asn.services.perencanaan.penyelarasan.matriks import get_matriks
from kinerja_asn.services.perencanaan.penyelarasan.pembagian_peran import IsianSel, divide, require_pembagi

# --- whose matrix


def find_skp(form):
	"""The SKP named in the address, if the session user may read it; else his own of the year that leads, one that is not closed before others."""
	if form.get("name"):
		return get_dokumen("SKP", form.get("name"))
	milik = get_daftar_skp()
	if not milik:
		raise HalamanTertutup(
			_("Matriks belum dapat disusun"),
			_(
				"Matriks membagi hasil kerja dari SKP Anda sendiri. Susun SKP Anda dahulu, cukup sebagai draf."
			),
			404,
		)
	berjalan = [row for row in milik if row.tahap != Tahap.DITUTUP]
	return get_dokumen("SKP", find_skp_utama(berjalan or milik))


def get_pilihan_skp(skp) -> list:
	"""The matrices among which its owner may go from year to year; none for whoever reads another's."""
	return get_daftar_skp() if skp.pegawai_user == frappe.session.user else []


# --- what was typed: names of fields are "versi:<pegawai>", "hk:<row>", "baru:<pegawai>:<kunci>" and so on


def get_pegawai_terisi(form) -> list[str]:
	"""Members whose rows were on the page that was sent."""
	return [*read_centang(form, "versi:")]


def read_isian(form, baris: frappe._dict) -> dict[str, IsianSel]:
	"""kunci of the column -> what was typed there for the member of ``baris``. Raises AngkaTidakJelas.

	Only fields that this matrix has are looked up: whatever else is sent is nobody's.
	"""
	return {sel.kunci: _read_sel(form, baris, sel) for sel in baris.sel}


def _read_sel(form, baris: frappe._dict, sel: frappe._dict) -> IsianSel:
	akhiran = f"{baris.pegawai}:{sel.kunci}"
	hasil = {row.name: _read_hasil(form, "", row.name) for row in sel.hasil if f"hk:{row.name}" in form}
	return IsianSel(
		hasil=hasil,
		baru=_read_hasil(form, "baru:", akhiran) if f"baru:{akhiran}" in form else {},
		tanpa_peran=None if sel.hasil else bool(form.get(f"tanpa:{akhiran}")),
	)


def _read_hasil(form, awalan: str, akhiran: str) -> dict:
	"""Text, and method and share where the page asked for them."""
	isi = {"rencana_hasil_kerja": form.get(f"{awalan or 'hk:'}{akhiran}") or ""}
	if f"cara:{awalan}{akhiran}" in form:
		isi["penyelarasan"] = form.get(f"cara:{awalan}{akhiran}") or None
		isi["porsi"] = float(parse_angka(form.get(f"porsi:{awalan}{akhiran}")) or 0)
	return isi


# --- saving


def save_matriks(skp, form) -> tuple[dict[str, list[str]], int]:
	"""Save every member's row by itself. pegawai -> what is wrong, for those whose row could not be saved; and how
	many rows were changed."""
	require_pembagi(skp)
	baris = {row.pegawai: row for row in get_matriks(skp).baris}
	galat, tersimpan = {}, 0
	for pegawai in get_pegawai_terisi(form):
		if pegawai not in baris:
			frappe.throw(
				_("Salah satu pegawai bukan anggota tim Anda. Muat ulang halaman."), frappe.PermissionError
			)
		with one_of_many(AngkaTidakJelas) as salah:
			tersimpan += _save_baris(skp, form, baris[pegawai])
		if salah:
			galat[pegawai] = salah
	return galat, tersimpan


def _save_baris(skp, form, baris: frappe._dict) -> bool:
	return divide(skp, baris, read_isian(form, baris), form.get(f"versi:{baris.pegawai}") or "")


# --- what the page shows


def build_tampilan(skp, form, galat: dict[str, list[str]], gagal: bool = False) -> frappe._dict:
	"""The matrix as the page shows it: rows that could not be saved with what was typed and what is wrong.

	``gagal``: none could be.
	"""
	matriks = get_matriks(skp)
	for row in matriks.baris:
		row.galat = galat.get(row.pegawai, [])
		ketikan = form if row.galat or gagal else {}
		row.versi = ketikan.get(f"versi:{row.pegawai}", row.modified)
		for sel in row.sel:
			_fill_isian(ketikan, row, sel)
	return matriks


def _fill_isian(form, row: frappe._dict, sel: frappe._dict) -> None:
	akhiran = f"{row.pegawai}:{sel.kunci}"
	for hasil in sel.hasil:
		hasil.uraian = form.get(f"hk:{hasil.name}", hasil.rencana_hasil_kerja)
		hasil.cara = form.get(f"cara:{hasil.name}", hasil.penyelarasan or "")
		hasil.teks_porsi = form.get(f"porsi:{hasil.name}", format_isian(hasil.porsi) if hasil.porsi else "")
	sel.baru = form.get(f"baru:{akhiran}", "")
	sel.cara_baru = form.get(f"cara:baru:{akhiran}", "")
	sel.porsi_baru = form.get(f"porsi:baru:{akhiran}", "")
	sel.dicentang = bool(form.get(f"tanpa:{akhiran}")) if form else sel.tanpa_peran


def has_isian(row: frappe._dict) -> bool:
	"""Is there anything to fill in for this member: a role, or the answer that he has none?"""
	return row.terbuka or (row.dapat_dijawab and not all(sel.hasil for sel in row.sel))


def get_pilihan_cara() -> list[tuple[str, str]]:
	return [(str(cara), _(str(cara))) for cara in Penyelarasan]
