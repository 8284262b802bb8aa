"""A leader divides roles in his matrix: what is written in a cell becomes a draft row of the member's SKP.

"Penugasan merupakan tahap pendahuluan sebelum … dialog kinerja" (p. 46 no. 1): the member completes the row with
indikator and target and may discuss it; what he has built on it, the matrix does not take away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

import frappe
from frappe import _
from frappe.utils import escape_html

from kinerja_asn.constants.istilah import JenisHasilKerja, SumberHasil
from kinerja_asn.permissions.penjaga import check_bertugas
from kinerja_asn.services.bersama.pemberitahuan import Kabar, Pemberitahuan, send
from kinerja_asn.services.bersama.periode import get_nama_periode
from kinerja_asn.services.bersama.sisip import BarisBaku, insert_banyak
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.orang.pihak import snapshot_pihak
from kinerja_asn.services.perencanaan.penyelarasan.matriks import may_bagi

KOLOM_BARIS = ("rencana_hasil_kerja", "penyelarasan", "porsi")


@dataclass(frozen=True)
class IsianSel:
	"""What was filled in for one member under one hasil kerja of the leader.

	``hasil``: name of a stored row -> columns of ``KOLOM_BARIS``; ``baru``: the same of a row to be made. An empty
	rencana_hasil_kerja means none. ``tanpa_peran`` None: the question was not put.
	"""

	hasil: Mapping[str, Mapping] = field(default_factory=dict)
	baru: Mapping = field(default_factory=dict)
	tanpa_peran: bool | None = None


@dataclass(frozen=True)
class Perubahan:
	"""The difference between what is stored and what was filled in, for one member."""

	ubah: dict[str, dict] = field(default_factory=dict)
	hapus: list[str] = field(default_factory=list)
	tambah: list[dict] = field(default_factory=list)
	tanpa_peran: dict[str, bool] = field(default_factory=dict)

	@property
	def is_rencana(self) -> bool:
		"""Does it touch the member's SKP?"""
		return bool(self.ubah or self.hapus or self.tambah)

	def __bool__(self) -> bool:
		return bool(self.is_rencana or self.tanpa_peran)


def require_pembagi(skp) -> None:
	check_bertugas()
	if not may_bagi(skp):
		frappe.throw(
			_("Peran dibagi oleh pimpinan pemilik matriks ini, selama periodenya dibuka."),
			frappe.PermissionError,
		)


def divide(skp, baris: frappe._dict, isian: Mapping[str, IsianSel], modified: str) -> bool:
	"""Carry out what the leader filled in for one member; whether that was anything new.

	``baris`` is the member's row of ``get_matriks``, ``isian`` by kunci of the column, ``modified`` that of the
	member's SKP as the leader saw it ("" for none). What is stored already changes nothing, however old the page.
	"""
	require_pembagi(skp)
	perubahan = find_perubahan(baris, isian)
	if not perubahan:
		return False
	if not (baris.terbuka if perubahan.is_rencana else baris.dapat_dijawab):
		frappe.throw(baris.alasan)
	if modified != baris.modified:
		frappe.throw(
			_(
				"SKP {0} sudah berubah sejak halaman ini dibuka. Muat ulang halaman, lalu isi lagi baris ini."
			).format(escape_html(baris.nama))
		)
	if perubahan.is_rencana:
		save_skp(skp, baris, perubahan)
	save_tanpa_peran(skp, baris, perubahan)
	return True


# --- what is different


def find_perubahan(baris: frappe._dict, isian: Mapping[str, IsianSel]) -> Perubahan:
	perubahan = Perubahan()
	for sel in baris.sel:
		if sel.kunci in isian:
			_compare(sel, isian[sel.kunci], perubahan)
	return perubahan


def _compare(sel: frappe._dict, isi: IsianSel, perubahan: Perubahan) -> None:
	for row in sel.hasil:
		_compare_hasil(sel, row, isi.hasil.get(row.name), perubahan)
	tertulis = _get_teks(isi.baru)
	if tertulis and tertulis not in [row.rencana_hasil_kerja.strip() for row in sel.hasil]:
		perubahan.tambah.append({**isi.baru, "rencana_hasil_kerja": tertulis, "rhk_pimpinan": sel.kunci})
	if isi.tanpa_peran is not None:
		_compare_tanpa_peran(sel, isi, perubahan)


def _compare_hasil(sel: frappe._dict, row: frappe._dict, isi: Mapping | None, perubahan: Perubahan) -> None:
	if isi is None:
		return
	if not _get_teks(isi):
		perubahan.hapus.append(row.name)
		return
	nilai = {**isi, "rencana_hasil_kerja": _get_teks(isi)}
	lama = {**row, "rencana_hasil_kerja": _get_teks(row)}
	berbeda = {kolom: nilai[kolom] for kolom in nilai if (nilai[kolom] or None) != (lama[kolom] or None)}
	if berbeda:
		perubahan.ubah[row.name] = {**berbeda, "rhk_pimpinan": sel.kunci}


def _compare_tanpa_peran(sel: frappe._dict, isi: IsianSel, perubahan: Perubahan) -> None:
	berperan = _get_teks(isi.baru) or any(_get_teks(isi.hasil.get(row.name, row)) for row in sel.hasil)
	if isi.tanpa_peran and berperan:
		frappe.throw(
			_(
				'"Tidak ada peran" dicentang pada sel yang berisi peran: "{0}". Kosongkan perannya atau hapus centangnya.'
			).format(escape_html(_get_teks(isi.baru) or sel.hasil[0].rencana_hasil_kerja))
		)
	if isi.tanpa_peran != sel.tanpa_peran:
		perubahan.tanpa_peran[sel.kunci] = isi.tanpa_peran


def _get_teks(isi: Mapping) -> str:
	return (isi.get("rencana_hasil_kerja") or "").replace("\r\n", "\n").strip()


# --- the member's SKP


def save_skp(skp, baris: frappe._dict, perubahan: Perubahan) -> None:
	"""Through the document, with its checks; its fields are open to this service, which knows whose matrix it is."""
	doc = _get_skp(skp, baris)
	doc.flags.oleh_layanan = True
	rows = {row.name: row for row in doc.hasil_kerja}
	for nama, nilai in perubahan.ubah.items():
		rows[nama].update(nilai)
	for nama in perubahan.hapus:
		check_dapat_dihapus(doc, rows[nama])
		doc.remove(rows[nama])
	for nilai in perubahan.tambah:
		doc.append("hasil_kerja", {**_ASAL, **nilai})
	doc.save()
	tell_anggota(skp, doc)


def tell_anggota(skp, doc) -> None:
	"""Once a day: the role is the beginning of the dialogue, so he has to know of it (p. 46 no. 1)."""
	if doc.pegawai_user:
		send(
			[
				Pemberitahuan(
					penerima=doc.pegawai_user,
					doctype="SKP",
					dokumen=doc.name,
					tulis=partial(_write_kabar, skp.nama_pegawai, doc.periode),
					kali=f"peran {get_today()}",
				)
			]
		)


def _write_kabar(pimpinan: str, periode: str) -> Kabar:
	return Kabar(
		judul=_("{0} membagi peran untuk Anda, {1}").format(pimpinan, get_nama_periode(periode)),
		isi=_("Lengkapi indikator dan targetnya, bicarakan bila perlu, lalu ajukan."),
		tombol=_("Buka SKP"),
	)


_ASAL = {"jenis": str(JenisHasilKerja.UTAMA), "sumber": str(SumberHasil.MATRIKS)}


def _get_skp(skp, baris: frappe._dict):
	if baris.skp:
		return frappe.get_doc("SKP", baris.skp)
	return frappe.get_doc(doctype="SKP", periode=skp.periode, pegawai=baris.pegawai)


def check_dapat_dihapus(doc, row) -> None:
	"""What the member has built on a row, or what came from elsewhere, is not taken away by emptying a cell."""
	berindikator = any(iki.hasil_kerja == row.kunci for iki in doc.indikator)
	if row.sumber == SumberHasil.MATRIKS and not (berindikator or row.penugasan):
		return
	frappe.throw(
		_(
			'"{0}" sudah dilengkapi {1} atau tidak berasal dari matriks, sehingga tidak dihapus dari sini. '
			"Bicarakan dengannya; ia dapat menghapusnya di SKP-nya."
		).format(escape_html(row.rencana_hasil_kerja), escape_html(doc.nama_pegawai))
	)


# --- "tidak ada peran"


def save_tanpa_peran(skp, baris: frappe._dict, perubahan: Perubahan) -> None:
	"""Answers are written by this service alone. A role that was given takes the answer back."""
	berperan = {nilai["rhk_pimpinan"] for nilai in perubahan.tambah}
	dicabut = [kunci for kunci, jawaban in perubahan.tanpa_peran.items() if not jawaban]
	if dicabut := {*dicabut, *berperan}:
		frappe.db.delete("Tanpa Peran", {"pegawai": baris.pegawai, "rhk_pimpinan": ("in", list(dicabut))})
	dijawab = {kunci for kunci, jawaban in perubahan.tanpa_peran.items() if jawaban}
	if dijawab := dijawab - _get_dijawab(skp, baris.pegawai):
		insert_banyak("Tanpa Peran", _build_tanpa_peran(skp, baris.pegawai, dijawab))


def _get_dijawab(skp, pegawai: str) -> set[str]:
	"""Read after the leader's SKP is locked, so that of two presses at once the second finds the first's answers."""
	frappe.db.get_value("SKP", skp.name, "name", for_update=True)
	table = frappe.qb.DocType("Tanpa Peran")
	return set(
		frappe.qb.from_(table)
		.select(table.rhk_pimpinan)
		.where((table.skp_pimpinan == skp.name) & (table.pegawai == pegawai))
		.for_update()
		.run(pluck=True)
	)


def _build_tanpa_peran(skp, pegawai: str, dijawab: set[str]) -> list[dict]:
	baku, pihak = BarisBaku("Tanpa Peran"), snapshot_pihak(pegawai)
	uraian = {row.kunci: row.rencana_hasil_kerja for row in skp.hasil_kerja}
	return [
		baku.build(
			pihak,
			{
				"name": frappe.generate_hash(length=10),
				"periode": skp.periode,
				"skp_pimpinan": skp.name,
				"rhk_pimpinan": kunci,
				"rhk_pimpinan_uraian": uraian[kunci][:140],
			},
		)
		for kunci in sorted(dijawab)
	]
