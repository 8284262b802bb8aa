"""The form in which a plan is drafted: what is stored, what was typed, how that becomes the document.

The form serves every document that has the tables hasil_kerja, indikator and lampiran: SKP and Perubahan SKP.
"""

import re
from collections.abc import Callable
from functools import partial

import frappe
from frappe import _
from frappe.utils import getdate
from pypika import Order

from kinerja_asn.constants.istilah import JenisHasilKerja, KategoriLampiran, Pendekatan, Tahap
from kinerja_asn.constants.masyarakat import LAYANAN
from kinerja_asn.constants.tahapan import DISUSUN
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.permissions.lingkup import get_hari_masuk, get_pegawai
from kinerja_asn.permissions.penjaga import get_pesan_tidak_ada
from kinerja_asn.portal.dasar.halaman import HalamanTertutup, get_aksi
from kinerja_asn.portal.perencanaan import baris_skp
from kinerja_asn.portal.perencanaan.bantuan_skp import get_aksi_bantuan
from kinerja_asn.portal.perencanaan.formulir_skp import get_penjelasan_arah, may_pilih_pendekatan
from kinerja_asn.rules.capaian import ARAH_BERANGKA
from kinerja_asn.rules.formulir import is_formulir_jpt, is_formulir_kualitatif
from kinerja_asn.rules.pembulatan import format_angka, to_decimal
from kinerja_asn.services.bersama.langkah import check_belum_berubah, find_langkah
from kinerja_asn.services.bersama.penolakan import get_medan_salah, note_medan
from kinerja_asn.services.bersama.periode import choose_periode
from kinerja_asn.services.bersama.tabel_anak import is_baris
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.perencanaan.skp.narasi import join_narasi, split_narasi
from kinerja_asn.services.perencanaan.skp.rencana import get_teks_target, group_indikator

_KOLOM_DAFTAR = (
	*("name", "periode", "awal", "akhir", "urutan", "tahap", "workflow_state"),
	*("nama_penilai", "catatan_pengembalian"),
)
_TABEL_TAMPILAN = (
	("hasil_kerja", "SKP Hasil Kerja"),
	("indikator", "SKP Indikator"),
	("lampiran", "SKP Lampiran"),
)
_KUNCI_HASIL = re.compile(r"hk-(\d{1,3})-uraian")
_KUNCI_INDIKATOR = re.compile(r"iki-(\d{1,3})-indikator")
_KUNCI_LAMPIRAN = re.compile(r"lam-(\d{1,3})-uraian")


# --- whose SKP, which period


def get_daftar_skp() -> list:
	"""The session user's own SKP, newest first."""
	skp, query = from_terlihat("SKP")
	return (
		query.select(*_KOLOM_DAFTAR)
		.where(skp.pegawai_user == frappe.session.user)
		.orderby(skp.awal, skp.urutan, order=Order.desc)
		.run(as_dict=True)
	)


def find_skp_utama(daftar: list) -> str | None:
	"""Of ``get_daftar_skp`` the newest of the year that leads."""
	periode = choose_periode([skp.periode for skp in daftar])
	return next((skp.name for skp in daftar if skp.periode == periode), None)


def read_skp(name: str | None) -> frappe._dict:
	"""One of the session user's own, for a page that only shows it: its rows are read, its document is not made.

	Closes the page (HalamanTertutup) where there is none such.
	"""
	table, query = from_terlihat("SKP")
	skp = next(iter(query.select(table.star).where(table.name == name).limit(1).run(as_dict=True)), None)
	require_milik_sendiri(skp)
	skp.doctype = "SKP"
	for medan, doctype in _TABEL_TAMPILAN:
		anak = frappe.qb.DocType(doctype)
		query = frappe.qb.from_(anak).select(anak.star).where(is_baris(anak, "SKP", name)).orderby(anak.idx)
		skp[medan] = query.run(as_dict=True)
	return skp


def get_periode_terbuka(daftar: list) -> list[str]:
	"""Open periods for which the user has yet to start an SKP (again, when the former was closed mid-year); none that was
	over before he came."""
	periode, query = from_terlihat("Periode Kinerja")
	query = query.where(periode.status == "Dibuka").orderby(periode.tahun, order=Order.desc)
	rows = query.select("name", "akhir").run(as_dict=True)
	ada = {skp.periode for skp in daftar}
	berjalan = {skp.periode for skp in daftar if skp.tahap != Tahap.DITUTUP}
	hari_ini, masuk = get_today(), get_hari_masuk(frappe.session.user)
	return [
		row.name
		for row in rows
		if (row.name not in ada and getdate(row.akhir) >= masuk)
		or (row.name not in berjalan and getdate(row.akhir) >= hari_ini)
	]


def start_skp(periode: str | None) -> str:
	"""A new, empty draft for the session user's own Employee record; an existing draft is opened instead."""
	for skp in get_daftar_skp():
		if skp.periode == periode and skp.tahap != Tahap.DITUTUP:
			return skp.name
	doc = frappe.get_doc(doctype="SKP", periode=check_periode(periode), pegawai=get_pegawai_saya(periode))
	return doc.insert().name


def check_periode(periode: str | None) -> str:
	if not periode or not frappe.get_list("Periode Kinerja", filters={"name": periode}, limit_page_length=1):
		frappe.throw(_("Periode ini tidak tersedia. Pilih periode yang dibuka."))
	return periode


def get_pegawai_saya(periode: str) -> str:
	"""Of several Employee records of the user, the one in the agency of the period."""
	instansi = frappe.get_cached_value("Periode Kinerja", periode, "instansi")
	for pegawai in get_pegawai(frappe.session.user):
		if frappe.db.get_value("Employee", pegawai, "company") == instansi:
			return pegawai
	frappe.throw(
		_("Akun Anda belum terhubung dengan data pegawai di instansi ini. Hubungi pengelola kinerja.")
	)


def require_milik_sendiri(skp) -> None:
	if not skp or skp.pegawai_user != frappe.session.user:
		raise HalamanTertutup(_("Dokumen tidak ditemukan"), get_pesan_tidak_ada(), 404)


def may_susun(skp) -> bool:
	return (
		skp.tahap in DISUSUN
		and skp.pegawai_user == frappe.session.user
		and bool(find_langkah(skp, Tahap.DIAJUKAN))
	)


# --- the form as data


def read_dokumen(doc) -> frappe._dict:
	"""The stored plan as the form shows it: pendekatan, hasil_kerja (each with its indikator), lampiran."""
	return frappe._dict(
		pendekatan=doc.pendekatan,
		hasil_kerja=[
			baris_skp.read_hasil(row, [iki for iki in doc.indikator if iki.hasil_kerja == row.kunci])
			for row in doc.hasil_kerja
		],
		lampiran=[baris_skp.read_lampiran(row) for row in doc.lampiran],
	)


def read_isian(doc, form) -> frappe._dict:
	"""What was typed, in the order of the form; of the same shape as ``read_dokumen``."""
	indikator = [
		baris_skp.take_indikator(form, f"iki-{nomor}") for nomor in _find_nomor(form, _KUNCI_INDIKATOR)
	]
	return frappe._dict(
		pendekatan=_take_pendekatan(doc, form.get("pendekatan")),
		pendekatan_tampil=form.get("pendekatan_tampil"),
		hasil_kerja=[_take_hasil(form, nomor, indikator) for nomor in _find_nomor(form, _KUNCI_HASIL)],
		lampiran=[
			baris_skp.take_lampiran(form, f"lam-{nomor}") for nomor in _find_nomor(form, _KUNCI_LAMPIRAN)
		],
	)


def _find_nomor(form, pola: re.Pattern) -> list[int]:
	return sorted(int(cocok[1]) for kunci in form if (cocok := pola.fullmatch(kunci)))


def _take_hasil(form, nomor: int, indikator: list) -> frappe._dict:
	hasil = baris_skp.take_hasil(form, f"hk-{nomor}")
	hasil.indikator = [iki for iki in indikator if iki.hk == str(nomor)]
	return hasil


def _take_pendekatan(doc, teks: str | None) -> str:
	return teks if may_pilih_pendekatan(doc) and teks in list(Pendekatan) else doc.pendekatan


def get_aksi_baris(doc, isian) -> dict[str, Callable[[], None]]:
	"""For ``run_aksi``: the form's buttons that only change what the form shows; nothing is stored."""
	rincian = get_aksi()[1]
	ubah = {nama: partial(ubah, isian, rincian) for nama, ubah in UBAH_BARIS.items()}
	return {**ubah, **get_aksi_bantuan(doc, isian, rincian)}


def change_baris(isian, aksi: str, rincian: str) -> None:
	"""Add or remove a row of ``isian``. ``rincian`` says which: "2", "2.1" (hasil.indikator), a kategori."""
	UBAH_BARIS[aksi](isian, rincian)


def _add_hasil(isian, _rincian: str) -> None:
	isian.hasil_kerja.append(baris_skp.make_hasil(baru=True))


def _add_indikator(isian, rincian: str) -> None:
	if hasil := baris_skp.find_baris(isian.hasil_kerja, rincian):
		hasil.indikator.append(baris_skp.make_indikator(baru=True))


def _add_lampiran(isian, kategori: str) -> None:
	if kategori in list(KategoriLampiran):
		isian.lampiran.append(baris_skp.make_lampiran(kategori=kategori, baru=True))


def _remove_hasil(isian, rincian: str) -> None:
	_remove(isian.hasil_kerja, rincian)


def _remove_indikator(isian, rincian: str) -> None:
	nomor, _titik, indikator = rincian.partition(".")
	if hasil := baris_skp.find_baris(isian.hasil_kerja, nomor):
		_remove(hasil.indikator, indikator)


def _remove_lampiran(isian, rincian: str) -> None:
	_remove(isian.lampiran, rincian)


def _remove(daftar: list, nomor: str) -> None:
	if baris_skp.find_baris(daftar, nomor):
		daftar.pop(int(nomor))


def _change_pendekatan(isian, _rincian: str) -> None:
	"""Shown anew in the chosen approach: targets in numbers are told in the narrative (p. 50), and taken out of it
	again as long as the numbers are there, which is until the form is saved."""
	ubah = join_narasi if is_kualitatif(isian) else split_narasi
	for hasil in isian.hasil_kerja:
		for iki in hasil.indikator:
			iki.indikator = ubah(iki.indikator, baris_skp.get_teks_angka(iki))


UBAH_BARIS = {
	"pendekatan": _change_pendekatan,
	"tambah_hasil": _add_hasil,
	"tambah_indikator": _add_indikator,
	"tambah_lampiran": _add_lampiran,
	"hapus_hasil": _remove_hasil,
	"hapus_indikator": _remove_indikator,
	"hapus_lampiran": _remove_lampiran,
}


# --- saving


def save_isian(doc, isian, modified: str | None) -> None:
	fill_isian(doc, isian, modified)
	doc.save()


def fill_isian(doc, isian, modified: str | None) -> None:
	"""Write the form to the document. Rows left wholly empty are dropped; all that is wrong is said at once."""
	check_belum_berubah(doc, modified or "")
	check_pendekatan_tampil(isian)
	baris, masalah = build_baris(isian)
	if masalah:
		frappe.throw(masalah, title=_("Isian belum benar"), as_list=True)
	_keep_uraian_pimpinan(doc, baris["hasil_kerja"])
	for tabel, rows in baris.items():
		doc.set(tabel, _merge(doc, tabel, rows))
	if may_pilih_pendekatan(doc):
		doc.pendekatan = isian.pendekatan


def check_pendekatan_tampil(isian) -> None:
	"""Chosen and saved in one go, the other approach would drop figures that nobody has seen go."""
	if isian.pendekatan_tampil and isian.pendekatan_tampil != isian.pendekatan:
		_change_pendekatan(isian, "")
		frappe.throw(
			_("Pendekatan diganti menjadi {0}. Periksa isian di bawah ini, lalu simpan sekali lagi.").format(
				_(isian.pendekatan)
			)
		)


def build_baris(isian) -> tuple[dict[str, list[dict]], list[str]]:
	"""The rows of the three tables, and what is wrong with them, named by their place in the form."""
	baris_skp.number_baris(isian)
	baris: dict[str, list[dict]] = {"hasil_kerja": [], "indikator": [], "lampiran": []}
	masalah = []
	for ke, hasil in enumerate(filter(baris_skp.is_hasil_terisi, isian.hasil_kerja), 1):
		nama = _("Hasil kerja ke-{0}").format(hasil.nomor)
		masalah += _add(baris["hasil_kerja"], nama, baris_skp.build_hasil(hasil))
		for iki in filter(baris_skp.is_indikator_terisi, hasil.indikator):
			masalah += _add(
				baris["indikator"], iki.nama, baris_skp.build_indikator(iki, ke, is_kualitatif(isian))
			)
	for lampiran in filter(baris_skp.is_lampiran_terisi, isian.lampiran):
		nama = _("Lampiran ke-{0}").format(lampiran.nomor)
		masalah += _add(baris["lampiran"], nama, baris_skp.build_lampiran(lampiran))
	return baris, masalah


def _add(rows: list[dict], nama: str, hasil: tuple[dict, list[str]]) -> list[str]:
	rows.append(hasil[0])
	medan = get_medan_salah()
	return [note_medan(medan[kalimat], f"{nama}: {kalimat}") for kalimat in hasil[1]]


def is_kualitatif(isian) -> bool:
	return isian.pendekatan == Pendekatan.KUALITATIF


def _keep_uraian_pimpinan(doc, rows: list[dict]) -> None:
	"""The words of a leader's row that was chosen before come from there, not from the form."""
	stored = {row.name: row for row in doc.hasil_kerja}
	for row in rows:
		lama = stored.get(row["name"])
		if lama and row["rhk_pimpinan"] and lama.rhk_pimpinan == row["rhk_pimpinan"]:
			row["rhk_pimpinan_uraian"] = lama.rhk_pimpinan_uraian


def find_target_kosong(isian) -> list[str]:
	"""Numeric targets left blank: a draft may have them, a submitted SKP may not."""
	if is_kualitatif(isian):
		return []
	baris_skp.number_baris(isian)
	return [
		note_medan(
			f"{iki.kode}-min",
			_('{0}: isi target "{1}".').format(iki.nama, iki.indikator.strip()[:80]),
		)
		for hasil in isian.hasil_kerja
		for iki in filter(baris_skp.is_indikator_terisi, hasil.indikator)
		if iki.arah in ARAH_BERANGKA and not (iki.min.strip() or iki.maks.strip())
	]


def _merge(doc, tabel: str, rows: list[dict]) -> list:
	"""Existing rows of this document keep their identity; a row name the document does not have is a new row."""
	stored = {row.name: row for row in doc.get(tabel)}
	hasil = []
	for idx, values in enumerate(rows, 1):
		row = stored.pop(values.pop("name"), None)
		if row:
			row.update({**values, "idx": idx})
		hasil.append(row or {**values, "idx": idx})
	return hasil


# --- reading


def build_tampilan(doc) -> list[frappe._dict]:
	"""Hasil kerja with their indikator for reading, utama first."""
	return [
		frappe._dict(
			jenis=str(jenis),
			baris=hasil.baris,
			rincian=_describe_asal(hasil.baris),
			indikator=[
				frappe._dict(
					kunci=iki.kunci,
					idx=iki.idx,
					indikator=iki.indikator,
					rincian=_describe_indikator(iki, doc.formulir),
				)
				for iki in hasil.indikator
			],
		)
		for jenis in JenisHasilKerja
		for hasil in group_indikator(doc, jenis)
	]


def _describe_asal(row) -> list[str]:
	"""How the row serves the leader's and who assigned it, as far as that was stated."""
	kata = [_(row.penyelarasan) if row.penyelarasan else None, _(row.kualitas) if row.kualitas else None]
	if row.porsi:
		kata.append(_("porsi {0} %").format(format_angka(to_decimal(row.porsi))))
	if row.penugasan_dari:
		kata.append(_("penugasan dari {0}").format(row.penugasan_dari))
	if row.penugasan_sebagai:
		kata.append(_("sebagai {0}").format(_(row.penugasan_sebagai)))
	return [bagian for bagian in kata if bagian]


def _describe_indikator(iki, formulir: str) -> list[str]:
	target = get_teks_target(iki)
	kata = [_("Target: {0}").format(target)] if target else []
	if iki.sumber_layanan:
		kata.append(_describe_sumber(iki))
	if is_formulir_jpt(formulir):
		return [*kata, _(iki.perspektif)] if iki.perspektif else kata
	return kata if is_formulir_kualitatif(formulir) else [*kata, iki.aspek, get_penjelasan_arah()[iki.arah]]


def _describe_sumber(iki) -> str:
	"""Whoever sets the plan agrees to the yardstick too."""
	nama = frappe.db.get_value(LAYANAN, iki.sumber_layanan, "nama_layanan", cache=True)
	return _("diisi dari umpan balik masyarakat tentang {0}: {1}").format(
		nama or iki.sumber_layanan, _(iki.sumber_ukuran).lower()
	)
