"""The page of a request: who was asked, how far it is, and once it is closed what all sides say, side by side.

The picture counts responses as positive or not (p. 97). The regulation gives feedback no other scale: "diatas", "sesuai" and
"dibawah ekspektasi" are ratings, which the Penilai alone sets, and whoever is asked does not know the expectation.
"""

from collections import defaultdict
from collections.abc import Iterable

import frappe
from frappe import _
from frappe.utils import formatdate, getdate
from pypika import Order

from kinerja_asn.constants.istilah import PeranUmpanBalik, Sifat, StatusPermintaan
from kinerja_asn.permissions.dokumen import from_terlihat
from kinerja_asn.portal.dasar.halaman import get_alamat
from kinerja_asn.portal.pelaksanaan.umpan_balik.daftar import KELAS_STATUS
from kinerja_asn.rules.umpan_balik import Jumlah, count_sifat, is_cukup
from kinerja_asn.services.bersama.waktu import format_batas
from kinerja_asn.services.pelaksanaan.umpan_balik import permintaan as layanan

LEBAR_BATANG = 200
_KOLOM = ("peran", "sasaran", "hasil_kerja", "nilai", "sifat", "isi")


def build_tampilan(doc) -> frappe._dict:
	responden = layanan.get_responden(doc.name)
	selesai = doc.status == StatusPermintaan.SELESAI
	return frappe._dict(
		kelas=KELAS_STATUS[StatusPermintaan(doc.status)],
		batas=format_batas(getdate(doc.tenggat)) if doc.tenggat else "",
		ditutup=formatdate(doc.ditutup_pada, "d MMMM yyyy") if doc.ditutup_pada else "",
		peran=_build_peran(doc, responden),
		boleh_tutup=layanan.may_tutup(doc),
		boleh_tolak=_may_tolak(doc),
		pilih=_get_alamat_pilih(doc),
		hal=[hal for hal in _build_hal(doc) if hal.peran or selesai],
		selesai=selesai,
	)


def _may_tolak(doc) -> bool:
	pemutus = doc.peminta_user == frappe.session.user or layanan.may_pilih(doc)
	return doc.status == StatusPermintaan.DIUSULKAN and pemutus


def _get_alamat_pilih(doc) -> str | None:
	if doc.status != StatusPermintaan.DIUSULKAN or not layanan.may_pilih(doc):
		return None
	return get_alamat("umpan_balik/minta", skp=doc.skp, jenis=doc.jenis)


# --- who was asked


def _build_peran(doc, responden: list) -> list[frappe._dict]:
	"""Role by role: how many have answered; who has not, where answers bear names and the reader chose who is asked."""
	per_peran = defaultdict(list)
	for row in responden:
		per_peran[PeranUmpanBalik(row.peran)].append(row)
	anonim = layanan.read_janji(doc)
	return [
		_describe_peran(doc, peran, per_peran[peran], peran in anonim)
		for peran in PeranUmpanBalik
		if peran in per_peran
	]


def _describe_peran(doc, peran: PeranUmpanBalik, rows: list, anonim: bool) -> frappe._dict:
	menjawab = sum(row.sudah_menjawab for row in rows)
	return frappe._dict(
		peran=str(peran),
		kalimat=_("{0} dari {1} sudah menjawab").format(menjawab, len(rows)),
		belum=[row.nama_responden for row in rows if not row.sudah_menjawab]
		if _knows_penjawab(doc, anonim)
		else [],
		keterangan=_describe_janji(doc, menjawab) if anonim else "",
	)


def _knows_penjawab(doc, anonim: bool) -> bool:
	return not anonim and doc.status == StatusPermintaan.BERJALAN and doc.peminta_user == frappe.session.user


def _describe_janji(doc, menjawab: int) -> str:
	if doc.status != StatusPermintaan.SELESAI:
		return _("tanpa nama; terbuka sesudah ditutup bila paling sedikit {0} orang menjawab").format(
			doc.minimum
		)
	if is_cukup(menjawab, doc.minimum):
		return _("tanpa nama")
	return _("tanpa nama; tidak dibuka karena kurang dari {0} orang menjawab, dan sudah dihapus").format(
		doc.minimum
	)


# --- what was answered, side by side


def _build_hal(doc) -> list[frappe._dict]:
	"""Each thing asked about: role by role the counts, the bar and the words."""
	jawaban = defaultdict(list)
	for row in (*_get_rows("Umpan Balik Kinerja", doc), *_get_rows("Umpan Balik Tanpa Nama", doc)):
		jawaban[row.sasaran, row.hasil_kerja or "", row.nilai or "", row.peran].append(row)
	hal = []
	for tanya in layanan.build_pertanyaan(doc):
		kunci = (str(tanya.sasaran), tanya.hasil_kerja, tanya.nilai)
		peran = [_build_sisi(peran, jawaban[(*kunci, str(peran))]) for peran in PeranUmpanBalik]
		hal.append(frappe._dict(uraian=tanya.uraian, peran=[sisi for sisi in peran if sisi.jumlah.semua]))
	return hal


def _get_rows(doctype: str, doc) -> Iterable:
	"""By the reader's own rights on each."""
	table, query = from_terlihat(doctype)
	bernama = doctype == "Umpan Balik Kinerja"
	kolom = [*_KOLOM, "nama_pemberi"] if bernama else _KOLOM
	urutan = table.creation if bernama else table.name
	return (
		query.select(*kolom)
		.where(table.permintaan == doc.name)
		.orderby(urutan, order=Order.asc)
		.run(as_dict=True)
	)


def _build_sisi(peran: PeranUmpanBalik, rows: list) -> frappe._dict:
	jumlah = count_sifat(Sifat(row.sifat) for row in rows)
	return frappe._dict(
		peran=str(peran),
		jumlah=jumlah,
		lebar=_measure(jumlah),
		kalimat=_("{0} positif, {1} perlu perbaikan").format(jumlah.positif, jumlah.perlu_perbaikan),
		kutipan=[
			frappe._dict(isi=row.isi, sifat=row.sifat, nama=row.get("nama_pemberi") or "")
			for row in rows
			if row.isi
		],
	)


def _measure(jumlah: Jumlah) -> int:
	"""Of the bar's positive part."""
	return round(LEBAR_BATANG * jumlah.positif / jumlah.semua) if jumlah.semua else 0
