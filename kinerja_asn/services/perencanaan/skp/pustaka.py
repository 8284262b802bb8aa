"""The library of indikator: the versions a plan may take from, and what its row copies (p. 51; form A.1.3).

A row keeps what it copied: a new version never changes a plan that was made with an old one.
"""

from datetime import date
from functools import reduce
from operator import or_

import frappe
from frappe import _
from frappe.utils import add_days, escape_html, formatdate, getdate
from pypika import Case
from pypika.queries import QueryBuilder

from kinerja_asn.constants.istilah import Pendekatan
from kinerja_asn.constants.ukuran import UKURAN_BERASPEK
from kinerja_asn.permissions.dokumen import get_kondisi
from kinerja_asn.services.bersama.periode import get_periode
from kinerja_asn.services.bersama.waktu import get_today
from kinerja_asn.services.perencanaan.skp.narasi import as_narasi

DISALIN = (
	*UKURAN_BERASPEK,
	"tujuan",
	"definisi",
	"formula",
	"sumber_data",
	"periode_pelaporan",
)
# What a version means: a plan that copied it must be able to look it up for ever.
MAKNA = (
	"indikator",
	"aspek",
	"arah",
	"target_min",
	"target_maks",
	"target_naratif",
	"satuan",
	"cara_hitung",
	"definisi",
	"formula",
	"berlaku_mulai",
)
KATA_MINIMAL = 4  # letters: "dan" and "di" make no two things alike
DICARI = ("indikator", "rumpun", "rencana_hasil_kerja")


def get_pilihan(skp, cari: str | None = None, batas: int = 50) -> list[dict]:
	"""Versions in force that ``skp`` may take: name, kode, versi, indikator, rumpun, jabatan, rencana_hasil_kerja.

	Those for the employee's jabatan come first, then those whose rumpun is his field, then the others. Each word of ``cari`` must occur.
	"""
	table = frappe.qb.DocType("Indikator Kinerja")
	query = query_berlaku(skp.get("instansi"), get_tanggal(skp), skp.get("jabatan_pegawai"), cari)
	return (
		query.select(table.name, table.kode, table.versi, table.indikator, table.rumpun, table.jabatan)
		.select(table.rencana_hasil_kerja)
		.limit(batas)
		.run(as_dict=True)
	)


def query_berlaku(
	instansi: str | None, tanggal: date, jabatan: str | None = None, cari: str | None = None
) -> QueryBuilder:
	"""The versions in force on ``tanggal``, of an agency and of all, for ``jabatan`` and for every jabatan.

	Only those that the session user may read.
	"""
	table = frappe.qb.DocType("Indikator Kinerja")
	query = (
		frappe.qb.from_(table)
		.where(get_kondisi("Indikator Kinerja"))
		.where((table.bersama == 1) | (table.instansi == instansi))
		.where(table.berlaku_mulai <= tanggal)
		.where(table.berlaku_sampai.isnull() | (table.berlaku_sampai >= tanggal))
		.where(table.jabatan.isnull() | table.jabatan.isin(["", jabatan or ""]))
		.orderby(table.jabatan, order=frappe.qb.desc)  # an empty one is last
		.orderby(_is_sebidang(table, jabatan), order=frappe.qb.desc)
		.orderby(table.rumpun, table.kode)
	)
	for kata in (cari or "").split():
		kolom = [table[medan].like(f"%{kata}%") for medan in DICARI]
		query = query.where(kolom[0] | kolom[1] | kolom[2])
	return query


def _is_sebidang(table, jabatan: str | None):
	"""1 where the rumpun shares a word with the post: "Petugas Pendaftaran Penduduk" works in "Pendaftaran Penduduk"."""
	daftar = [kata for kata in (jabatan or "").split() if len(kata) >= KATA_MINIMAL]
	sebidang = reduce(or_, (table.rumpun.like(f"%{kata}%") for kata in daftar), table.name.isnull())
	return Case().when(sebidang, 1).else_(0)


def get_tanggal(skp) -> date:
	"""The day for which a version must be in force: today, within the plan's own time."""
	if not skp.get("periode"):
		return get_today()
	periode = get_periode(skp.get("periode"))
	awal, akhir = (getdate(skp.get(batas) or periode.get(batas)) for batas in ("awal", "akhir"))
	return min(max(get_today(), awal), akhir)


def get_isian(name: str, skp) -> dict:
	"""The fields of an SKP Indikator row that takes version ``name``; the caller adds which hasil kerja it is for.

	Refuses a version of another agency, or one not in force for ``skp``.
	"""
	versi = frappe.db.get_value(
		"Indikator Kinerja",
		name,
		[*DISALIN, "instansi", "bersama", "berlaku_mulai", "berlaku_sampai"],
		as_dict=True,
	)
	if not versi or not is_milik(versi, skp.get("instansi")):
		frappe.throw(get_pesan_asing(name))
	check_berlaku(name, versi, get_tanggal(skp))
	isian = {medan: versi[medan] for medan in DISALIN} | {"pustaka": name}
	return as_narasi(isian) if skp.get("pendekatan") == Pendekatan.KUALITATIF else isian


def is_milik(versi, instansi: str | None) -> bool:
	return bool(versi.bersama) or (bool(instansi) and versi.instansi == instansi)


def get_pesan_asing(name: str) -> str:
	return _("Indikator {0} tidak ada dalam pustaka instansi ini. Pilih dari daftar pustaka.").format(
		escape_html(name)
	)


def check_berlaku(name: str, versi, tanggal: date) -> None:
	mulai, sampai = getdate(versi.berlaku_mulai), versi.berlaku_sampai and getdate(versi.berlaku_sampai)
	if mulai <= tanggal and (not sampai or tanggal <= sampai):
		return
	frappe.throw(
		_("Indikator {0} tidak berlaku pada {1}. Pilih versi yang berlaku dari daftar pustaka.").format(
			escape_html(name), tanggal.strftime("%d-%m-%Y")
		)
	)


def check_pustaka(skp) -> None:
	"""A row may say that it comes from a version of its own agency's library only; what is stored stays."""
	before = skp.get_doc_before_save()
	stored = {row.pustaka for row in (before.indikator if before else [])}
	baru = {row.pustaka for row in skp.indikator if row.pustaka} - stored
	if not baru:
		return
	dikenal = {
		versi.name
		for versi in frappe.get_all(
			"Indikator Kinerja", {"name": ("in", baru)}, ["name", "instansi", "bersama"]
		)
		if is_milik(versi, skp.instansi)
	}
	for asing in sorted(baru - dikenal):
		frappe.throw(get_pesan_asing(asing))


# --- versions


def get_versi_lain(versi) -> list[frappe._dict]:
	"""The other versions of the same kode of the same owner: name, versi, berlaku_mulai, berlaku_sampai."""
	return frappe.get_all(
		"Indikator Kinerja",
		{
			"kode": versi.kode,
			"instansi": versi.instansi or ("is", "not set"),
			"name": ("!=", versi.name or ""),
		},
		["name", "versi", "berlaku_mulai", "berlaku_sampai"],
	)


def is_dipakai(name: str) -> bool:
	"""Does any row of an SKP, a change of one or a template come from this version?"""
	return bool(frappe.db.exists("SKP Indikator", {"pustaka": name}))


def make_versi(lama, berlaku_mulai: date, catatan: str):
	"""The version that follows ``lama``, which ends the day before; saved with the session user's rights."""
	check_terakhir(lama)
	if berlaku_mulai <= getdate(lama.berlaku_mulai):
		frappe.throw(
			_("Versi baru harus berlaku setelah {0}, hari pertama versi {1}.").format(
				formatdate(lama.berlaku_mulai), lama.versi
			)
		)
	if not lama.berlaku_sampai or getdate(lama.berlaku_sampai) >= berlaku_mulai:
		lama.berlaku_sampai = add_days(berlaku_mulai, -1)
		lama.save()
	baru = frappe.copy_doc(lama)
	baru.update({"berlaku_mulai": berlaku_mulai, "berlaku_sampai": None, "catatan_versi": catatan})
	return baru.insert()


def check_terakhir(versi) -> None:
	if lebih_baru := [lain.name for lain in get_versi_lain(versi) if lain.versi > versi.versi]:
		frappe.throw(
			_("Sudah ada versi yang lebih baru, yaitu {0}. Buat versi berikutnya dari sana.").format(
				max(lebih_baru)
			)
		)
