"""A change of an SKP during the year: what it starts from, what it must respect, and how it takes force.

Pasal 14 ayat (2): an SKP is developed by feedback and new assignments; Pasal 20: by adjusted expectations and
support; form B.1.6 (p. 80): by coaching. A move of the employee or his Penilai is no change (services/perpindahan).
"""

from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate, getdate

from kinerja_asn.constants.istilah import JenisPerubahanBaris, Tahap
from kinerja_asn.constants.tahapan import DISEPAKATI, DISUSUN, SAH
from kinerja_asn.services.bersama.jejak import add_jejak
from kinerja_asn.services.bersama.keputusan import save_menurut_keputusan
from kinerja_asn.services.bersama.kunci import make_kunci
from kinerja_asn.services.bersama.periode import check_periode_dibuka
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.perencanaan.skp.versi import (
	archive,
	compare,
	get_awal_versi,
	get_isi_lampiran,
	get_nilai,
)

DOCTYPE = "Perubahan SKP"
BERKUNCI = ("hasil_kerja", "indikator")
TABEL = (*BERKUNCI, "lampiran")


# --- starting


def find_terbuka(skp: str) -> str | None:
	"""The change of ``skp`` that is still being worked on; there is one at most."""
	return frappe.db.get_value(
		DOCTYPE, {"skp": skp, "tahap": ("not in", [str(tahap) for tahap in DISEPAKATI])}, "name"
	)


def get_nomor_berikut(skp: str) -> int:
	"""Of two who start a change at once the lock lets the second see the first; else the unique index refuses him."""
	frappe.db.get_value("SKP", skp, "name", for_update=True)
	if terbuka := find_terbuka(skp):
		frappe.throw(
			_(
				"Perubahan {0} atas SKP ini belum selesai. Lanjutkan atau batalkan perubahan itu dahulu."
			).format(terbuka),
			frappe.DuplicateEntryError,
		)
	terakhir = frappe.get_all(DOCTYPE, {"skp": skp}, pluck="nomor", order_by="nomor desc", limit=1)
	return (terakhir[0] if terakhir else 0) + 1


def check_dapat_diubah(skp) -> None:
	"""Only a set SKP of an open period develops; before that it is corrected itself."""
	check_periode_dibuka(skp.periode)
	if skp.tahap != Tahap.DITETAPKAN:
		frappe.throw(
			_(
				"SKP ini pada tahap {0}. Perubahan dibuat atas SKP yang sudah ditetapkan dan belum ditutup."
			).format(_(str(skp.tahap)))
		)


def copy_rencana_berlaku(doc, skp) -> None:
	"""A change starts as the plan in force, every row with the key it has there."""
	doc.versi_dasar = skp.versi
	for tabel in TABEL:
		doc.set(tabel, [get_nilai(row) for row in skp.get(tabel)])


# --- while it is written


def assign_kunci(doc, skp) -> None:
	"""Rows keep their keys. A row that was taken out may come back with the key it has in the SKP; no other is taken."""
	before = doc.get_doc_before_save()
	for tabel in BERKUNCI:
		stored = {row.name: row.kunci for row in before.get(tabel)}
		milik_skp = {row.kunci for row in skp.get(tabel)}
		for idx, row in enumerate(doc.get(tabel), 1):
			row.idx = idx
			if row.name in stored or not row.kunci:
				row.kunci = stored.get(row.name) or make_kunci()
			elif row.kunci not in milik_skp:
				_refuse_kunci(row)
		_check_kunci_tunggal(doc, tabel)


def _check_kunci_tunggal(doc, tabel: str) -> None:
	ada: set[str] = set()
	for row in doc.get(tabel):
		if row.kunci in ada:
			_refuse_kunci(row)
		ada.add(row.kunci)


def _refuse_kunci(row) -> None:
	frappe.throw(
		_("Baris {0} memakai kunci baris lain. Muat ulang halaman dan tambahkan sebagai baris baru.").format(
			row.idx
		),
		frappe.PermissionError,
	)


def find_terhapus(doc, skp) -> list:
	"""Rows of the SKP that ``doc`` leaves out: hasil kerja, then indikator whose hasil kerja is still there."""
	ada = {tabel: {row.kunci for row in doc.get(tabel)} for tabel in BERKUNCI}
	hasil = [row for row in skp.hasil_kerja if row.kunci not in ada["hasil_kerja"]]
	return hasil + [
		row
		for row in skp.indikator
		if row.kunci not in ada["indikator"] and row.hasil_kerja in ada["hasil_kerja"]
	]


def restore_baris(doc, skp, kunci: str) -> None:
	"""Put a row that was taken out back as it is in the SKP; a hasil kerja comes with its indikator."""
	row = next((terhapus for terhapus in find_terhapus(doc, skp) if terhapus.kunci == kunci), None)
	if not row:
		frappe.throw(_("Baris ini sudah ada dalam perubahan. Muat ulang halaman."))
	if row.doctype == "SKP Hasil Kerja":
		doc.append("hasil_kerja", {**get_nilai(row), "idx": None})
	ada = {indikator.kunci for indikator in doc.indikator}
	ke = {hasil.kunci: nomor for nomor, hasil in enumerate(doc.hasil_kerja, 1)}
	for iki in skp.indikator:
		if kunci in (iki.kunci, iki.hasil_kerja) and iki.kunci not in ada:
			doc.append("indikator", {**get_nilai(iki), "idx": None, "hasil_kerja_ke": ke[iki.hasil_kerja]})


# --- before it is submitted and again when it is set


def check_dasar(doc, skp) -> None:
	"""What was compared must be what is replaced."""
	if skp.versi != doc.versi_dasar:
		frappe.throw(
			_(
				"SKP {0} sudah berubah menjadi versi {1} sejak perubahan ini dibuat. Batalkan perubahan ini dan mulai lagi dari versi itu."
			).format(skp.name, skp.versi)
		)


def check_berlaku_mulai(doc, skp) -> None:
	"""Within the SKP, not before the version it replaces, and after what has been evaluated."""
	mulai = get_mulai(doc, skp)
	batas = max(getdate(skp.awal), get_awal_versi(skp))
	if doc.berlaku_mulai and not batas <= mulai <= getdate(skp.akhir):
		frappe.throw(
			_("Pilih tanggal mulai berlaku antara {0} dan {1}, masa versi SKP yang diubah.").format(
				formatdate(batas), formatdate(skp.akhir)
			)
		)
	if (akhir := get_akhir_dievaluasi(skp.name)) and mulai <= akhir:
		frappe.throw(_explain_dievaluasi(doc, skp, akhir))


def _explain_dievaluasi(doc, skp, akhir: date) -> str:
	"""Always with a way on: whoever reads it has the field for another date, or the step named here."""
	if doc.is_new() and akhir >= getdate(skp.akhir):
		return _("Kinerja sampai {0} sudah dievaluasi. SKP ini tidak dapat diubah lagi.").format(
			formatdate(akhir)
		)
	diajukan = not doc.is_new() and doc.tahap_sebelum == Tahap.DIAJUKAN
	if akhir >= getdate(skp.akhir):
		if diajukan:
			return _(
				"Kinerja sampai {0} sudah dievaluasi atas versi sekarang, sehingga perubahan ini tidak dapat berlaku lagi. "
				"Kembalikan kepada {1}, yang membatalkannya; atau perbaiki dahulu evaluasinya selama belum diserahkan."
			).format(formatdate(akhir), doc.nama_pegawai)
		return _(
			"Kinerja sampai {0} sudah dievaluasi atas versi sekarang, sehingga perubahan ini tidak dapat berlaku lagi. "
			"Batalkan perubahan ini."
		).format(formatdate(akhir))
	if diajukan:
		return _(
			"Kinerja sampai {0} sudah dievaluasi atas versi sekarang. Kembalikan perubahan ini kepada {1} agar ia memilih "
			"tanggal berlaku setelah tanggal itu."
		).format(formatdate(akhir), doc.nama_pegawai)
	return _(
		"Kinerja sampai {0} sudah dievaluasi atas versi sekarang. Pilih tanggal berlaku setelah tanggal itu."
	).format(formatdate(akhir))


def get_akhir_dievaluasi(skp: str) -> date | None:
	"""The last day that an evaluation of ``skp`` which has been set covers."""
	akhir = frappe.get_all(
		"Evaluasi Kinerja",
		{"skp": skp, "tahap": ("in", [str(tahap) for tahap in SAH])},
		pluck="akhir",
		order_by="akhir desc",
		limit=1,
	)
	return getdate(akhir[0]) if akhir else None


def check_ada_beda(doc, skp) -> None:
	banding = compare(skp, doc)
	if all(perbandingan.jenis == JenisPerubahanBaris.TETAP for tabel in banding for perbandingan in tabel):
		frappe.throw(
			_("Belum ada yang berbeda dari SKP sekarang. Ubah barisnya dahulu, atau batalkan perubahan ini.")
		)


# --- taking force


def apply(doc):
	"""The set change becomes the SKP, whose former content is kept as Versi SKP. The SKP, in its stage as before."""
	skp = frappe.get_doc("SKP", doc.skp, for_update=True)
	check_dapat_diubah(skp)
	check_dasar(doc, skp)
	archive(skp, doc)
	for tabel in BERKUNCI:
		skp.set(tabel, _merge(skp.get(tabel), doc.get(tabel)))
	skp.set("lampiran", _merge_lampiran(skp.lampiran, doc.lampiran))
	jejak = ("diajukan_pada", "diajukan_oleh", "ditetapkan_pada", "ditetapkan_oleh", "berlaku_mulai")
	skp.update({"versi": skp.versi + 1, **{kolom: doc.get(kolom) for kolom in jejak}})
	save_menurut_keputusan(skp)
	refresh_laporan(skp)
	add_jejak([("SKP", skp.name, _describe(doc, skp))])
	return skp


def _describe(doc, skp) -> str:
	return _("Versi {0} berlaku mulai {1} menurut {2}: {3}.").format(
		skp.versi, formatdate(skp.berlaku_mulai), doc.name, _(doc.alasan)
	)


def refresh_laporan(skp) -> None:
	"""Reports that are still being written get the rows of the plan in force when their period ends."""
	for nama in frappe.get_all(
		"Realisasi Kinerja",
		{
			"skp": skp.name,
			"akhir": (">=", skp.berlaku_mulai),
			"tahap": ("in", [str(tahap) for tahap in DISUSUN]),
		},
		pluck="name",
	):
		save_menurut_keputusan(frappe.get_doc("Realisasi Kinerja", nama))


def _merge(lama: list, baru: list) -> list:
	"""The rows of the change; one that the SKP has already stays the same record."""
	stored = {row.kunci: row for row in lama}
	for row in baru:
		if row.kunci in stored:
			stored[row.kunci].update(get_nilai(row))
	return [stored.get(row.kunci) or get_nilai(row) for row in baru]


def _merge_lampiran(lama: list, baru: list) -> list:
	"""A line that says the same stays the same record, and with it whether it has been realised."""
	stored: dict[tuple, list] = {}
	for row in lama:
		stored.setdefault(get_isi_lampiran(row), []).append(row)
	hasil = []
	for idx, row in enumerate(baru, 1):
		sama = stored.get(get_isi_lampiran(row))
		tetap = sama.pop(0) if sama else {**get_nilai(row), "terealisasi": 0}
		tetap.update({"idx": idx})
		hasil.append(tetap)
	return hasil


def get_mulai(perubahan, skp) -> date:
	"""From when ``perubahan`` takes force when it is set today."""
	return getdate(perubahan.berlaku_mulai) if perubahan.berlaku_mulai else get_hari_penetapan(skp)


def get_hari_penetapan(skp) -> date:
	"""From when a change without a date takes force: the day on which it is set, at most the SKP's last."""
	return min(get_today(), getdate(skp.akhir))
